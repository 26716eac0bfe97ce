// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transfer/bucket.h"

#include <QString>

namespace createzoom {

/// Buckets that are folders under a root, for local use, demonstrations and tests. Nothing that it
/// is asked for leads out of the root, by name or by symbolic link. Tokens are not looked at. One
/// object serves all threads.
class FolderBucket final : public Bucket
{
public:
    explicit FolderBucket(const QString &root);

    Result<void> checkAccess(const Location &object,
                             Access access,
                             const Secret &token,
                             const StepControl &control) override;
    Result<ObjectInfo>
    stat(const Location &object, const Secret &token, const StepControl &control) override;
    Result<ReceivedFile> download(const Location &object,
                                  const QString &file,
                                  const Secret &token,
                                  const StepControl &control) override;
    Result<void> upload(const QString &file,
                        const QString &md5,
                        const Location &object,
                        const Secret &token,
                        const StepControl &control) override;
    Result<QList<ObjectInfo>> list(const QString &bucket,
                                   const QString &prefix,
                                   const Secret &token,
                                   const StepControl &control,
                                   const ObjectsFound &found = {}) override;
    bool needsToken() const override { return false; }

private:
    Result<QString> bucketFolder(const QString &bucket) const;
    Result<QString> existingFile(const Location &object) const;
    enum class Missing { Made, Left };
    /// Where the object will be. With missing folders left, the first of them stands for it.
    Result<QString> writableFile(const Location &object, Missing folders) const;
    bool isInside(const QString &canonicalPath) const;

    QString m_root{};
};

} // namespace createzoom
