// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/base/stepcontrol.h"
#include "core/jobs/jobrequest.h"

#include <QList>
#include <QString>

#include <functional>
#include <optional>

namespace createzoom {

/// Errors of a transfer say what happened, this adds to what: `attempt` comes before the message;
/// one that was cancelled needs none.
inline Error inContext(const Error &error, const QString &attempt)
{
    return error.code == ErrorCode::Cancelled ? error : error.withContext(attempt);
}

struct ObjectInfo
{
    QString name{}; ///< within its bucket
    qint64 bytes = 0;
    QString md5{}; ///< hex; empty when the store does not say
};

struct ReceivedFile
{
    qint64 bytes = 0;
    QString md5{}; ///< hex, computed while receiving
};

using ObjectsFound = std::function<void(const QList<ObjectInfo> &)>;

/// Where images come from and archives go: the EBRAINS data-proxy or folders. Facts: contract
/// "bucket". One object serves all threads; every method blocks and runs on a worker thread. Errors
/// never hold a token or a presigned URL. Progress is reported in bytes, phase Downloading or
/// Uploading.
class Bucket
{
public:
    enum class Access { Read, Write };

    Bucket() = default;
    virtual ~Bucket() = default;
    Bucket(const Bucket &) = delete;
    Bucket &operator=(const Bucket &) = delete;

    /// Does `token` carry the right in the object's bucket, and is its name, to write, one that the
    /// store can take? Asked before hours of conversion. AuthRequired, AuthExpired, Forbidden,
    /// NotFound, InvalidRequest.
    virtual Result<void> checkAccess(const Location &object,
                                     Access access,
                                     const Secret &token,
                                     const StepControl &control)
        = 0;

    /// The object's size, without receiving it.
    virtual Result<ObjectInfo>
    stat(const Location &object, const Secret &token, const StepControl &control) = 0;

    /// Into `file`, which it creates; a shorter file of that name with `file`.etag beside it is
    /// resumed. Resumes by itself after cuts and stalls, a bounded number of times. Memory does not
    /// grow with the size.
    virtual Result<ReceivedFile> download(const Location &object,
                                          const QString &file,
                                          const Secret &token,
                                          const StepControl &control)
        = 0;

    /// `file` becomes the object; returns only once the object is listed, with its size (and MD5
    /// where told) unless the store has proven that it received it: another may have replaced it
    /// since. `md5` is the file's, empty when not known.
    virtual Result<void> upload(const QString &file,
                                const QString &md5,
                                const Location &object,
                                const Secret &token,
                                const StepControl &control)
        = 0;

    /// All objects whose name starts with `prefix`, in order of name. `found` is given them on the
    /// way, some at a time, in the order in which they come.
    virtual Result<QList<ObjectInfo>> list(const QString &bucket,
                                           const QString &prefix,
                                           const Secret &token,
                                           const StepControl &control,
                                           const ObjectsFound &found = {})
        = 0;

    /// Does this store need a token at all? (The folder bucket does not.)
    virtual bool needsToken() const = 0;
};

} // namespace createzoom
