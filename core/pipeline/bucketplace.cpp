// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/bucketplace.h"

#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

constexpr int mostCopies = 9999;

Error existsError(const Location &target)
{
    return {ErrorCode::TargetExists, u"%1 exists already"_s.arg(target.text())};
}

} // namespace

Result<BucketPlace> findBucketPlace(Bucket &bucket,
                                    const JobRequest &request,
                                    const Secret &token,
                                    const StepControl &control)
{
    const Location wanted = request.target();
    const Result<void> writable = bucket.checkAccess(wanted, Bucket::Access::Write, token, control);
    if (!writable)
        return writable.error();
    const ExistsPolicy policy = request.options.exists;
    if (policy == ExistsPolicy::Replace)
        return BucketPlace{};
    for (int copy = 1; copy <= mostCopies; ++copy) {
        const Location place{wanted.bucket, copyName(wanted.path, copy)};
        const Result<ObjectInfo> existing = bucket.stat(place, token, control);
        if (!existing && existing.error().code == ErrorCode::NotFound)
            return BucketPlace{.copy = copy};
        if (!existing)
            return existing.error();
        if (policy == ExistsPolicy::Skip)
            return BucketPlace{.isSkipped = true};
        if (policy == ExistsPolicy::Fail)
            return existsError(place);
    }
    return existsError(wanted);
}

QString copyName(const QString &archive, int copy)
{
    const QString suffix = u".dzip"_s;
    return copy == 1 ? archive
                     : u"%1 (%2)%3"_s.arg(archive.chopped(suffix.size())).arg(copy).arg(suffix);
}

QString workFileOfCopy(int copy)
{
    return copy == 1 ? u"archive.dzip"_s : u"archive-%1.dzip"_s.arg(copy);
}

int copyOfWorkFile(const QString &path)
{
    static const QRegularExpression number(u"archive-([0-9]+)\\.dzip$"_s);
    const QRegularExpressionMatch match = number.match(path);
    return match.hasMatch() ? match.captured(1).toInt() : 1;
}

} // namespace createzoom
