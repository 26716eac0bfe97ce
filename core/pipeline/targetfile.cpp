// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/targetfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUuid>

#include <cerrno>
#include <fcntl.h>
#include <filesystem>
#include <system_error>
#include <unistd.h>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

constexpr int largestCopyNumber = 9999;

Error existsError(const QString &path)
{
    return {ErrorCode::TargetExists, u"%1 exists already"_s.arg(QFileInfo(path).fileName())};
}

/// "s012.tif.dzip" -> "s012.tif"
QString withoutEnding(const QString &fileName, const QString &ending)
{
    return fileName.endsWith(ending) ? fileName.chopped(ending.size()) : fileName;
}

/// The first of "name (2).dzip", "name (3).dzip", ... that is free; empty when none is.
QString freeName(const QString &path, const QString &ending)
{
    const QFileInfo info(path);
    const QString stem = withoutEnding(info.fileName(), ending);
    for (int number = 2; number <= largestCopyNumber; ++number) {
        QString candidate = info.dir().filePath(stem + u" (%1)"_s.arg(number) + ending);
        if (!QFileInfo::exists(candidate))
            return candidate;
    }
    return {};
}

/// Makes the new name itself durable; a file system that cannot sync a folder is no error.
void syncFolder(const QString &folder)
{
    const int descriptor
        = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return;
    ::fsync(descriptor);
    ::close(descriptor);
}

} // namespace

QString temporaryNameFor(const QString &owner)
{
    return u".createzoom-%1.part"_s.arg(owner);
}

QString temporaryNameFor(const QString &jobId, qint64 epoch)
{
    return temporaryNameFor(jobId + u'-' + QString::number(epoch));
}

TargetFile::TargetFile(QString path, QString innerName, ArchiveLayout layout, ExistsPolicy policy)
    : m_path(std::move(path))
    , m_innerName(std::move(innerName))
    , m_layout(layout)
    , m_policy(policy)
{}

TargetFile::~TargetFile()
{
    if (m_temporaryPath.isEmpty())
        return;
    if (m_layout == ArchiveLayout::Dzi)
        QDir(m_temporaryPath).removeRecursively();
    else
        QFile::remove(m_temporaryPath);
}

Result<std::unique_ptr<TargetFile>> TargetFile::prepare(const Conversion &conversion)
{
    const ExistsPolicy policy = conversion.options.exists;
    const QString ending = layoutSuffix(conversion.layout);
    QString path = QFileInfo(conversion.target).absoluteFilePath();
    if (QFileInfo(path).isDir())
        return Error{ErrorCode::TargetExists, u"%1 is a folder"_s.arg(QFileInfo(path).fileName())};
    if (QFileInfo::exists(path)) {
        if (policy == ExistsPolicy::Skip)
            return std::unique_ptr<TargetFile>();
        if (policy == ExistsPolicy::Fail)
            return existsError(path);
        if (QFileInfo(path) == QFileInfo(conversion.source))
            return Error{ErrorCode::Usage,
                         u"%1 would replace its own source"_s.arg(QFileInfo(path).fileName())};
        if (policy == ExistsPolicy::Rename)
            path = freeName(path, ending);
        if (path.isEmpty())
            return existsError(conversion.target);
    }
    const QString innerName = conversion.innerName.isEmpty()
        ? withoutEnding(QFileInfo(path).fileName(), ending)
        : conversion.innerName;
    std::unique_ptr<TargetFile> target(new TargetFile(path, innerName, conversion.layout, policy));
    const QString temporaryName = conversion.temporaryName.isEmpty()
        ? temporaryNameFor(QUuid::createUuid().toString(QUuid::Id128))
        : conversion.temporaryName;
    if (const Result<void> reserved = target->reserve(temporaryName); !reserved)
        return reserved.error();
    return target;
}

/// By QFile and not by QTemporaryFile, so that it has the permissions every new file has.
Result<void> TargetFile::reserve(const QString &temporaryName)
{
    const QString folder = QFileInfo(m_path).absolutePath();
    std::error_code reason;
    std::filesystem::create_directories(QFile::encodeName(folder).toStdString(), reason);
    if (reason)
        return cannotWrite(reason.value());
    const QString path = folder + u'/' + temporaryName;
    QFile file(path);
    const bool isReserved = m_layout == ArchiveLayout::Dzi
        ? QDir().mkdir(path)
        : file.open(QIODevice::WriteOnly | QIODevice::NewOnly);
    if (!isReserved)
        return cannotWrite(errno);
    m_temporaryPath = path;
    return {};
}

/// Without the path, which may be that of a server's work folder.
Error TargetFile::cannotWrite(int number) const
{
    return {writeErrorCode(number),
            u"%1 cannot be written: %2"_s.arg(m_innerName + layoutSuffix(m_layout),
                                              qt_error_string(number)),
            m_path};
}

Result<void> TargetFile::place()
{
    Result<void> placed = m_layout == ArchiveLayout::Dzi ? placeFolder() : placeFile();
    if (!placed)
        return placed;
    m_temporaryPath.clear();
    syncFolder(QFileInfo(m_path).absolutePath());
    return {};
}

/// The tiles first: a viewer that finds the descriptor finds them all.
Result<void> TargetFile::placeFolder()
{
    const QDir from(m_temporaryPath);
    const QDir to = QFileInfo(m_path).dir();
    const QString tiles = m_innerName + u"_files"_s;
    const QString descriptor = m_innerName + u".dzi"_s;
    if (m_policy == ExistsPolicy::Replace) {
        QFile::remove(m_path);
        QDir(to.filePath(tiles)).removeRecursively();
    } else if (to.exists(tiles) || to.exists(descriptor)) {
        return existsError(m_path);
    }
    QDir mover;
    if (!mover.rename(from.filePath(tiles), to.filePath(tiles))
        || !mover.rename(from.filePath(descriptor), to.filePath(descriptor)))
        return cannotWrite(errno);
    mover.rmdir(m_temporaryPath);
    return {};
}

Result<void> TargetFile::placeFile()
{
    if (m_policy == ExistsPolicy::Replace) {
        std::error_code error;
        std::filesystem::rename(QFile::encodeName(m_temporaryPath).toStdString(),
                                QFile::encodeName(m_path).toStdString(),
                                error);
        if (error)
            return cannotWrite(error.value());
    } else if (!QFile::rename(m_temporaryPath, m_path)) {
        // QFile never replaces: somebody else may have come first.
        if (QFileInfo::exists(m_path))
            return existsError(m_path);
        return cannotWrite(errno);
    }
    return {};
}

} // namespace createzoom
