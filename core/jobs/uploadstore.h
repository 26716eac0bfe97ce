// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/jobs/jobengine.h"

#include <QFile>
#include <QString>

#include <atomic>
#include <chrono>
#include <memory>

namespace createzoom {

/// An image that somebody sent, to be the source of jobs.
struct UploadedImage
{
    QString id{}; ///< UUID version 4, lower case, without braces
    QString name{}; ///< "s012.tif"
    qint64 bytes = 0;
    QString owner{}; ///< as JobRequest::submitter; empty: an admin's
    qint64 createdAt = 0; ///< UTC milliseconds since 1970
    qint64 expiresAt = 0; ///< removed then, unless a job that is known has it

    /// The place of its file, and of the archives that are made of it.
    Location source() const;
    Location targetFolder() const;
};

struct UploadLimits
{
    qint64 bytes = 32LL << 30; ///< of one image
    qint64 floorBytes = 0; ///< kept free on the disk
    std::chrono::hours unused{24}; ///< without a job it is kept so long
};

/// The images of those who have no bucket, below one folder: <folder>/<id>/<name>, and beside it
/// what is made of it. The folder is a bucket for the pipeline (uploadBucket). Owned by Services;
/// any thread.
class UploadStore
{
public:
    /// `files`: the folder that holds the store's own, uploadBucket.
    UploadStore(const QString &files, const UploadLimits &limits, Clock clock);

    /// An image that is being received. What is not finished leaves nothing behind.
    class Incoming
    {
    public:
        ~Incoming();
        Incoming(const Incoming &) = delete;
        Incoming &operator=(const Incoming &) = delete;

        Result<void> write(const QByteArray &bytes); ///< DiskFull, Io
        /// On disk for good. InvalidRequest: it has not the announced size.
        Result<UploadedImage> finish();

    private:
        friend class UploadStore;
        Incoming(UploadStore &store, UploadedImage image);

        UploadStore &m_store;
        UploadedImage m_image;
        QFile m_file;
        bool m_isFinished = false;
    };
    /// InvalidRequest: no name that a file may have. Limit: too large. DiskFull, Io.
    Result<std::shared_ptr<Incoming>>
    receive(const QString &name, qint64 bytes, const QString &owner);

    /// NotFound.
    Result<UploadedImage> find(const QString &id) const;
    /// Keeps the image as long as the job is known.
    Result<void> keepFor(const UploadedImage &image, const QString &jobId);
    void remove(const QString &id);
    /// The file of a finished job with a target in uploadBucket.
    QString archiveOf(const Job &job) const;
    /// Removes what is too old and of no job that `engine` knows.
    Result<void> sweep(JobEngine &engine);

    const UploadLimits &limits() const { return m_limits; }

private:
    QString folderOf(const QString &id) const;
    Result<void> checkRoom(qint64 bytes) const;
    Result<bool> isWanted(const QString &id, JobEngine &engine) const;

    const QString m_files;
    const UploadLimits m_limits;
    const Clock m_clock;
    std::atomic<qint64> m_expected{0}; ///< bytes of all that are being received
};

} // namespace createzoom
