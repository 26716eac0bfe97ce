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

/// Whether nothing is there.
using Look = std::function<Result<bool>(const Location &place)>;

enum class Place { Ours, Taken, Coming };

/// It is looked for twice: a name that is taken is not reserved, and what another job made while we
/// asked is there by the time that its reservation is gone.
Result<Place> ask(const Location &place, const StepControl &control, const Look &isMissing)
{
    const Result<bool> wasFree = isMissing(place);
    if (!wasFree)
        return wasFree.error();
    if (!*wasFree)
        return Place::Taken;
    const Result<bool> isOurs = control.mayMake(place.text());
    if (!isOurs)
        return isOurs.error();
    if (!*isOurs)
        return Place::Coming;
    const Result<bool> isFree = isMissing(place);
    if (!isFree)
        return isFree.error();
    return *isFree ? Place::Ours : Place::Taken;
}

/// Where the policy does not look for another name. Who skips what exists waits for what is coming:
/// it may come to nothing.
Result<ArchivePlace> giveWay(ExistsPolicy policy, Place found, const Location &place)
{
    if (found == Place::Taken && policy == ExistsPolicy::Skip)
        return ArchivePlace{.isSkipped = true};
    if (found == Place::Taken)
        return existsError(place);
    return Error{policy == ExistsPolicy::Skip ? ErrorCode::Conflict : ErrorCode::TargetExists,
                 u"Another job makes %1"_s.arg(place.text())};
}

Result<ArchivePlace>
firstFree(const JobRequest &request, const StepControl &control, const Look &isMissing)
{
    const Location wanted = request.target();
    const ExistsPolicy policy = request.options.exists;
    if (policy == ExistsPolicy::Replace) {
        const Result<void> kept = keepPlace(wanted, control);
        return kept ? Result<ArchivePlace>(ArchivePlace{}) : kept.error();
    }
    for (int copy = 1; copy <= mostCopies; ++copy) {
        const Location place{wanted.bucket, copyName(wanted.path, copy)};
        const Result<Place> found = ask(place, control, isMissing);
        if (!found)
            return found.error();
        if (*found == Place::Ours)
            return ArchivePlace{.copy = copy};
        if (policy != ExistsPolicy::Rename)
            return giveWay(policy, *found, place);
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
    const QFileInfo wanted(request.target().path);
    if (wanted.isDir())
        return Error{ErrorCode::TargetExists, u"%1 is a folder"_s.arg(wanted.fileName())};
    return firstFree(request, control, [](const Location &place) -> Result<bool> {
        return !QFileInfo::exists(place.path);
    });
}

Result<void> keepPlace(const Location &archive, const StepControl &control)
{
    const Result<bool> isOurs = control.mayMake(archive.text());
    return isOurs ? Result<void>() : isOurs.error();
}

QString copyName(const QString &archive, int copy)
{
    const QString suffix = u".dzip"_s;
    return copy == 1 ? archive : archive.chopped(suffix.size()) + u" (%1)"_s.arg(copy) + suffix;
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
