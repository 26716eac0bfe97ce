// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transfer/folderbucket.h"

#include <memory>

namespace createzoom {

/// A store that has one bucket more, of this server's own: uploadBucket, a folder. Everything else
/// is asked of the store itself. Thread-safe.
class BucketWithUploads final : public Bucket
{
public:
    /// `files`: the folder that holds the one of the uploads.
    BucketWithUploads(std::unique_ptr<Bucket> store, const QString &files);

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
    bool needsToken() const override { return m_store->needsToken(); }

private:
    Bucket &home(const QString &bucket);

    std::unique_ptr<Bucket> m_store;
    FolderBucket m_uploads;
};

} // namespace createzoom
