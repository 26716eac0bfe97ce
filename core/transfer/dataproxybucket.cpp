// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/dataproxybucket.h"

#include "core/transfer/dataproxytransfer.h"
#include "core/transfer/fileerror.h"
#include "core/transfer/objectname.h"
#include "core/transfer/partialfile.h"

#include <QCryptographicHash>
#include <QFile>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

using std::chrono::milliseconds;

constexpr qint64 md5Chunk = qint64(1) << 20;
/// Of the operations that move no bulk, with all tries.
constexpr milliseconds smallTimeout{300'000};

bool permits(const DataProxyApi::Rights &rights, Bucket::Access access)
{
    const bool writes = rights.role == "editor"_L1 || rights.role == "administrator"_L1;
    return writes
        || (access == Bucket::Access::Read && (rights.role == "viewer"_L1 || rights.isPublic));
}

Result<QString> md5Of(QFile &file, const QString &attempt, const StepControl &control)
{
    QCryptographicHash md5(QCryptographicHash::Md5);
    while (!file.atEnd()) {
        if (control.stopRequested())
            return cancelledError();
        const QByteArray bytes = file.read(md5Chunk);
        if (bytes.isEmpty())
            return fileError(file, attempt);
        md5.addData(bytes);
    }
    return QString::fromLatin1(md5.result().toHex());
}

Result<void> checkObject(const DataProxyTransfer &transfer, const Location &object)
{
    if (Result<void> checked = checkObjectName(object); !checked)
        return checked;
    return transfer.checkToken(object.bucket);
}

} // namespace

DataProxyBucket::DataProxyBucket(DataProxyOptions options)
    : m_options(std::move(options))
{}

Result<void> DataProxyBucket::checkAccess(const Location &object,
                                          Access access,
                                          const Secret &token,
                                          const StepControl &control)
{
    DataProxyTransfer transfer(m_options, smallTimeout, token, control);
    const QString &bucket = object.bucket;
    if (Result<void> checked = checkObject(transfer, object); !checked)
        return checked;
    const Result<DataProxyApi::Rights> rights = transfer.rights(bucket);
    if (!rights)
        return rights.error();
    if (permits(*rights, access))
        return {};
    const QString role = rights->role.isEmpty()
        ? u"it has no role there"_s
        : u"its role there is %1"_s.arg(rights->role.left(40));
    return Error{ErrorCode::Forbidden,
                 u"The token may not %1 bucket %2 (%3)"_s.arg(
                     access == Access::Write ? u"write to"_s : u"read"_s, bucket, role)};
}

Result<ObjectInfo>
DataProxyBucket::stat(const Location &object, const Secret &token, const StepControl &control)
{
    DataProxyTransfer transfer(m_options, smallTimeout, token, control);
    if (Result<void> checked = checkObject(transfer, object); !checked)
        return checked.error();
    const Result<qint64> size = transfer.size(object);
    if (!size)
        return size.error();
    return ObjectInfo{object.path, *size};
}

Result<ReceivedFile> DataProxyBucket::download(const Location &object,
                                               const QString &file,
                                               const Secret &token,
                                               const StepControl &control)
{
    DataProxyTransfer transfer(m_options, m_options.limits.downloadTimeout, token, control);
    if (Result<void> checked = checkObject(transfer, object); !checked)
        return checked.error();
    PartialFile part(file, control);
    if (const Result<void> opened = part.open(); !opened)
        return opened.error();
    return transfer.download(object, part);
}

Result<void> DataProxyBucket::upload(const QString &file,
                                     const QString &md5,
                                     const Location &object,
                                     const Secret &token,
                                     const StepControl &control)
{
    DataProxyTransfer transfer(m_options, m_options.limits.uploadTimeout, token, control);
    if (Result<void> checked = checkObject(transfer, object); !checked)
        return checked;
    const QString attempt
        = u"The file for %1 in bucket %2 could not be read"_s.arg(object.path, object.bucket);
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly))
        return fileError(source, attempt);
    const Result<QString> known = md5.isEmpty() ? md5Of(source, attempt, control) : md5.toLower();
    if (!known)
        return known.error();
    return transfer.upload(source, {object.path, source.size(), *known}, object.bucket);
}

Result<QList<ObjectInfo>> DataProxyBucket::list(const QString &bucket,
                                                const QString &prefix,
                                                const Secret &token,
                                                const StepControl &control,
                                                const ObjectsFound &found)
{
    DataProxyTransfer transfer(m_options, smallTimeout, token, control);
    if (Result<void> checked = checkBucketName(bucket); !checked)
        return checked.error();
    if (Result<void> checked = transfer.checkToken(bucket); !checked)
        return checked.error();
    Result<QList<ObjectInfo>> objects = transfer.list(bucket, prefix, found);
    if (objects)
        std::sort(objects->begin(), objects->end(), [](const ObjectInfo &a, const ObjectInfo &b) {
            return a.name < b.name;
        });
    return objects;
}

} // namespace createzoom
