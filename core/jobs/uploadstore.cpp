// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/uploadstore.h"

#include "core/base/freespace.h"
#include "core/jobs/jobjson.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QUuid>

#include <algorithm>
#include <unistd.h>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

constexpr auto forUs = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
/// Beside the image; last to be written, so what has it is whole.
const QString description = u".upload.json"_s;
/// A file for each job, named by its id.
const QString jobsFolder = u".jobs"_s;
/// What has no description is being received, and written to all the time, or was when the process
/// ended; another machine's may lie in the same folder.
constexpr std::chrono::hours brokenOff{1};

Error ioError(const QFileDevice &file)
{
    const bool isFull = file.error() == QFileDevice::ResourceError || errno == ENOSPC;
    return {isFull ? ErrorCode::DiskFull : ErrorCode::Io,
            isFull ? u"The server's disk is full"_s : u"The server cannot keep the image"_s,
            file.fileName() + u": "_s + file.errorString()};
}

/// Of a folder and its files, in UTC milliseconds since 1970.
qint64 lastChange(const QString &folder)
{
    qint64 last = QFileInfo(folder).lastModified().toMSecsSinceEpoch();
    for (const QFileInfo &file : QDir(folder).entryInfoList(QDir::Files | QDir::Hidden))
        last = std::max(last, file.lastModified().toMSecsSinceEpoch());
    return last;
}

Result<void> describe(const UploadedImage &image, const QString &folder)
{
    QSaveFile file(folder + u'/' + description);
    const QJsonObject json{{u"name"_s, image.name},
                           {u"bytes"_s, image.bytes},
                           {u"owner"_s, image.owner},
                           {u"created_at"_s, image.createdAt}};
    if (!file.open(QIODevice::WriteOnly) || file.write(jsonBytes(json)) < 0 || !file.commit())
        return ioError(file);
    return {};
}

} // namespace

Location UploadedImage::source() const
{
    return {uploadBucket, id + u'/' + name};
}

Location UploadedImage::targetFolder() const
{
    return {uploadBucket, id};
}

UploadStore::UploadStore(const QString &files, const UploadLimits &limits, Clock clock)
    : m_files(files)
    , m_limits(limits)
    , m_clock(std::move(clock))
{}

QString UploadStore::folderOf(const QString &id) const
{
    return m_files + u'/' + uploadBucket + u'/' + id;
}

/// Its result is the archive's place (UploadStage); one that was there already was skipped.
QString UploadStore::archiveOf(const Job &job) const
{
    return m_files + u'/' + (job.result.isEmpty() ? job.request.target().text() : job.result);
}

Result<void> UploadStore::checkRoom(qint64 bytes) const
{
    const std::optional<qint64> free = freeBytesIn(m_files);
    if (!free || *free - m_expected - bytes >= m_limits.floorBytes)
        return {};
    return Error{ErrorCode::DiskFull, u"The server's disk has no room for this image"_s};
}

Result<std::shared_ptr<UploadStore::Incoming>>
UploadStore::receive(const QString &name, qint64 bytes, const QString &owner)
{
    const Result<Location> place = parseSource(uploadBucket + u'/' + name, u"name"_s);
    if (!place)
        return place.error();
    if (place->path != name || name.contains(u'/') || name.startsWith(u'.'))
        return Error{ErrorCode::InvalidRequest, u"name must be the name of a file"_s};
    if (bytes > m_limits.bytes)
        return Error{ErrorCode::Limit,
                     u"An image may have %1 bytes at most here"_s.arg(m_limits.bytes)};
    if (const Result<void> room = checkRoom(bytes); !room)
        return room.error();
    const qint64 now = m_clock();
    std::shared_ptr<Incoming> incoming(
        new Incoming(*this,
                     {.id = QUuid::createUuid().toString(QUuid::WithoutBraces),
                      .name = name,
                      .bytes = bytes,
                      .owner = owner,
                      .createdAt = now,
                      .expiresAt = now + std::chrono::milliseconds(m_limits.unused).count()}));
    const QString folder = folderOf(incoming->m_image.id);
    QDir().mkpath(folder);
    // As the work folder: who may read the data folder may not see everybody's images.
    QFile::setPermissions(QFileInfo(folder).absolutePath(), forUs);
    if (!incoming->m_file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        return ioError(incoming->m_file);
    return incoming;
}

UploadStore::Incoming::Incoming(UploadStore &store, UploadedImage image)
    : m_store(store)
    , m_image(std::move(image))
    , m_file(m_store.folderOf(m_image.id) + u'/' + m_image.name)
{
    m_store.m_expected += m_image.bytes;
}

UploadStore::Incoming::~Incoming()
{
    m_store.m_expected -= m_image.bytes;
    m_file.close();
    if (!m_isFinished)
        m_store.remove(m_image.id);
}

Result<void> UploadStore::Incoming::write(const QByteArray &bytes)
{
    errno = 0;
    return m_file.write(bytes) == bytes.size() ? Result<void>() : ioError(m_file);
}

Result<UploadedImage> UploadStore::Incoming::finish()
{
    if (m_file.size() != m_image.bytes)
        return Error{ErrorCode::InvalidRequest, u"The image is not whole"_s};
    if (::fsync(m_file.handle()) != 0)
        return ioError(m_file);
    m_file.close();
    const Result<void> described = describe(m_image, m_store.folderOf(m_image.id));
    if (!described)
        return described.error();
    m_isFinished = true;
    return m_image;
}

Result<UploadedImage> UploadStore::find(const QString &id) const
{
    const bool isId = !QUuid::fromString(id).isNull() && !id.contains(u'/');
    QFile file(folderOf(id) + u'/' + description);
    if (!isId || !file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::NotFound, u"There is no such upload"_s};
    const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
    const qint64 createdAt = json.value(u"created_at").toInteger();
    return UploadedImage{.id = id,
                         .name = json.value(u"name").toString(),
                         .bytes = json.value(u"bytes").toInteger(),
                         .owner = json.value(u"owner").toString(),
                         .createdAt = createdAt,
                         .expiresAt
                         = createdAt + std::chrono::milliseconds(m_limits.unused).count()};
}

Result<void> UploadStore::keepFor(const UploadedImage &image, const QString &jobId)
{
    const QString folder = folderOf(image.id) + u'/' + jobsFolder;
    QDir().mkpath(folder);
    QFile mark(folder + u'/' + jobId);
    return mark.open(QIODevice::WriteOnly) ? Result<void>() : ioError(mark);
}

void UploadStore::remove(const QString &id)
{
    QDir(folderOf(id)).removeRecursively();
}

Result<bool> UploadStore::isWanted(const QString &id, JobEngine &engine) const
{
    const Result<UploadedImage> image = find(id);
    if (!image)
        return m_clock() < lastChange(folderOf(id)) + std::chrono::milliseconds(brokenOff).count();
    if (m_clock() < image->createdAt + std::chrono::milliseconds(m_limits.unused).count())
        return true;
    for (const QString &jobId : QDir(folderOf(id) + u'/' + jobsFolder).entryList(QDir::Files)) {
        const Result<std::optional<Job>> job = engine.get(jobId);
        if (!job)
            return job.error();
        if (job->has_value())
            return true;
    }
    return false;
}

Result<void> UploadStore::sweep(JobEngine &engine)
{
    const QDir folder(m_files + u'/' + uploadBucket);
    for (const QString &id : folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const Result<bool> wanted = isWanted(id, engine);
        if (!wanted)
            return wanted.error();
        if (!*wanted)
            remove(id);
    }
    return {};
}

} // namespace createzoom
