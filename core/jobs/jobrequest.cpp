// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/jobrequest.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

/// The store's own limit for a key, bytes of UTF-8.
constexpr qsizetype maxNameBytes = 1024;
/// A file system's limit for a name, less ".dzip": the archive's name must fit.
constexpr qsizetype maxSourceNameBytes = 250;

/// What no name may hold, in whatever field.
Result<void> checkName(const QString &text, const QString &field)
{
    const bool hasControl = std::any_of(text.begin(), text.end(), [](QChar c) {
        return c.category() == QChar::Other_Control || c == QChar::ReplacementCharacter;
    });
    if (hasControl || !text.isValidUtf16())
        return Error{ErrorCode::InvalidRequest, field + u" must not contain control characters"_s};
    if (text.toUtf8().size() > maxNameBytes)
        return Error{ErrorCode::InvalidRequest, field + u" must not be longer than 1024 bytes"_s};
    const QStringList segments = text.split(u'/');
    const bool hasDots = std::any_of(segments.begin(), segments.end(), [](const QString &segment) {
        return segment == u"." || segment == u"..";
    });
    if (hasDots)
        return Error{ErrorCode::InvalidRequest,
                     field + u" must not contain '.' or '..' as a part of its path"_s};
    return {};
}

} // namespace

QString JobRequest::sourceName() const
{
    return source.path.section(u'/', -1);
}

QString JobRequest::archiveName() const
{
    return sourceName() + u".dzip"_s;
}

Location JobRequest::target() const
{
    const QString folder = targetFolder.path;
    const bool needsSlash = !folder.isEmpty() && !folder.endsWith(u'/');
    return {targetFolder.bucket, folder + (needsSlash ? u"/"_s : QString()) + archiveName()};
}

Result<Location> parseObject(const QString &text, const QString &field)
{
    if (const Result<void> checked = checkName(text, field); !checked)
        return checked.error();
    const QString trimmed = text.startsWith(u'/') ? text.sliced(1) : text;
    const Location location{trimmed.section(u'/', 0, 0), trimmed.section(u'/', 1)};
    if (location.bucket.isEmpty() || location.path.isEmpty() || location.path.endsWith(u'/'))
        return Error{ErrorCode::InvalidRequest, field + u" must be <bucket>/<object>"_s};
    return location;
}

Result<Location> parseSource(const QString &text, const QString &field)
{
    Result<Location> location = parseObject(text, field);
    if (!location)
        return location;
    const QString name = location->path.section(u'/', -1);
    if (name.contains(u'\\') || name.toUtf8().size() > maxSourceNameBytes)
        return Error{ErrorCode::InvalidRequest,
                     field + u" must end in a name without backslash of at most 250 bytes"_s};
    return location;
}

Result<void> checkCallersPlace(const Location &location, const QString &field)
{
    if (location.bucket == uploadBucket)
        return Error{ErrorCode::InvalidRequest, field + u" must name a bucket of the store"_s};
    return {};
}

Result<Location> parseFolder(const QString &text, const QString &field)
{
    if (const Result<void> checked = checkName(text, field); !checked)
        return checked.error();
    const QStringList segments = text.split(u'/', Qt::SkipEmptyParts);
    if (segments.isEmpty())
        return Error{ErrorCode::InvalidRequest, field + u" must be <bucket>/<folder>"_s};
    return Location{segments.first(), segments.sliced(1).join(u'/')};
}

} // namespace createzoom
