// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/archiveplace.h"

#include <QFileInfo>
#include <QRegularExpression>

#include <functional>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

constexpr int mostCopies = 9999;

Error existsError(const Location &target)
{
    return {ErrorCode::TargetExists, u"%1 exists already"_s.arg(target.text())};
}

Error comingError(const Location &target)
{
    return {ErrorCode::TargetExists, u"Another job makes %1"_s.arg(target.text())};
}

/// Whether nothing is there.
using Look = std::function<Result<bool>(const Location &place)>;

Result<ArchivePlace>
firstFree(const JobRequest &request, const StepControl &control, const Look &isMissing)
{
    const Location wanted = request.target();
    const ExistsPolicy policy = request.options.exists;
    for (int copy = 1; copy <= mostCopies; ++copy) {
        const Location place{wanted.bucket, copyName(wanted.path, copy)};
        // Before it is looked for: what another job makes is either still reserved or there.
        const Result<bool> isOurs = control.mayMake(place.text());
        if (!isOurs)
            return isOurs.error();
        if (policy == ExistsPolicy::Replace)
            return ArchivePlace{};
        const Result<bool> isFree = *isOurs ? isMissing(place) : Result<bool>(false);
        if (!isFree)
            return isFree.error();
        if (*isFree)
            return ArchivePlace{.copy = copy};
        if (policy == ExistsPolicy::Skip)
            return ArchivePlace{.isSkipped = true};
        if (policy == ExistsPolicy::Fail)
            return *isOurs ? existsError(place) : comingError(place);
    }
    return existsError(wanted);
}

} // namespace

Result<ArchivePlace> findBucketPlace(Bucket &bucket,
                                     const JobRequest &request,
                                     const Secret &token,
                                     const StepControl &control)
{
    const Result<void> writable
        = bucket.checkAccess(request.target(), Bucket::Access::Write, token, control);
    if (!writable)
        return writable.error();
    return firstFree(request, control, [&](const Location &place) -> Result<bool> {
        const Result<ObjectInfo> existing = bucket.stat(place, token, control);
        if (existing || existing.error().code == ErrorCode::NotFound)
            return !existing;
        return existing.error();
    });
}

Result<ArchivePlace> findLocalPlace(const JobRequest &request, const StepControl &control)
{
    return firstFree(request, control, [](const Location &place) -> Result<bool> {
        return !QFileInfo(place.path).isFile();
    });
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
