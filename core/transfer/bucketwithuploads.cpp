// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/bucketwithuploads.h"

#include <utility>

namespace createzoom {

BucketWithUploads::BucketWithUploads(std::unique_ptr<Bucket> store, const QString &files)
    : m_store(std::move(store))
    , m_uploads(files)
{}

Bucket &BucketWithUploads::home(const QString &bucket)
{
    return bucket == uploadBucket ? static_cast<Bucket &>(m_uploads) : *m_store;
}

Result<void> BucketWithUploads::checkAccess(const Location &object,
                                            Access access,
                                            const Secret &token,
                                            const StepControl &control)
{
    return home(object.bucket).checkAccess(object, access, token, control);
}

Result<ObjectInfo>
BucketWithUploads::stat(const Location &object, const Secret &token, const StepControl &control)
{
    return home(object.bucket).stat(object, token, control);
}

Result<ReceivedFile> BucketWithUploads::download(const Location &object,
                                                 const QString &file,
                                                 const Secret &token,
                                                 const StepControl &control)
{
    return home(object.bucket).download(object, file, token, control);
}

Result<void> BucketWithUploads::upload(const QString &file,
                                       const QString &md5,
                                       const Location &object,
                                       const Secret &token,
                                       const StepControl &control)
{
    return home(object.bucket).upload(file, md5, object, token, control);
}

Result<QList<ObjectInfo>> BucketWithUploads::list(const QString &bucket,
                                                  const QString &prefix,
                                                  const Secret &token,
                                                  const StepControl &control,
                                                  const ObjectsFound &found)
{
    return home(bucket).list(bucket, prefix, token, control, found);
}

} // namespace createzoom
