// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/jobs/conversionoptions.h"

#include <QString>

namespace createzoom {

/// A file or folder, either in a bucket or (bucket empty) on this machine.
struct Location
{
    QString bucket{};
    QString path{}; ///< object name or folder in the bucket; absolute path when local

    bool isLocal() const { return bucket.isEmpty(); }
    QString text() const { return isLocal() ? path : bucket + u'/' + path; }
    friend bool operator==(const Location &, const Location &) = default;
};

/// The bucket of this server's own, of images that were sent to it (core/jobs/uploadstore). No
/// store can have one of that name, and no caller may name it.
inline const QString uploadBucket = QStringLiteral("@uploads");

/// Who asked.
enum class Origin {
    Window, ///< a person at the window or the command line
    Rest,
    WatchFolder,
};

/// What somebody wants converted, with everything that may be shown: the token travels beside it,
/// sealed. A value, immutable once submitted.
struct JobRequest
{
    Location source{}; ///< one image
    Location
        targetFolder{}; ///< where <name>.dzip goes; the path may be empty in a bucket (its root)
    ConversionOptions options{};
    Origin origin = Origin::Window;
    QString submitter{}; ///< "sub" of the token, or its hash: who may see and cancel the job

    /// "s012.tif": last segment of the source; the archive is archiveName().
    QString sourceName() const;
    /// "s012.tif.dzip"
    QString archiveName() const;
    /// The archive's own location below the target folder.
    Location target() const;

    /// Both ends in buckets: a job that is listed and forgotten.
    bool isBetweenBuckets() const { return !source.isLocal() && !targetFolder.isLocal(); }

    friend bool operator==(const JobRequest &, const JobRequest &) = default;
};

/// Parses "bucket/object" as a REST client writes it, by the rules of decisions "Names": no '.' or
/// '..' segment, no control character, bucket and object not empty. `//` is kept in an object.
Result<Location> parseObject(const QString &text, const QString &field);
/// The same for an image: its archive's name must be possible too, in an archive (no backslash) and
/// as a file (at most 250 bytes, for ".dzip" to fit).
Result<Location> parseSource(const QString &text, const QString &field);
/// InvalidRequest for a place in uploadBucket: what callers name themselves lies elsewhere.
Result<void> checkCallersPlace(const Location &location, const QString &field);
/// The same for a folder: slashes at the end are dropped, `//` collapsed, the folder may be empty.
Result<Location> parseFolder(const QString &text, const QString &field);

} // namespace createzoom
