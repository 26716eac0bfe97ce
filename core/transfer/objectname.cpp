// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/objectname.h"

#include <QUrl>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

Result<void> checkBucketName(const QString &bucket)
{
    const Result<Location> parsed = parseFolder(bucket, u"the bucket's name"_s);
    if (!parsed)
        return parsed.error();
    if (*parsed != Location{bucket, {}} || bucket.startsWith(u'.'))
        return Error{ErrorCode::InvalidRequest, u"\"%1\" is no name of a bucket"_s.arg(bucket)};
    return {};
}

Result<void> checkObjectName(const Location &object)
{
    if (const Result<void> checked = checkBucketName(object.bucket); !checked)
        return checked;
    const Result<Location> parsed = parseObject(object.text(), u"the object's name"_s);
    if (!parsed)
        return parsed.error();
    if (*parsed != object)
        return Error{ErrorCode::InvalidRequest,
                     u"\"%1\" is no name of an object"_s.arg(object.path)};
    return {};
}

QByteArray encodedName(const QString &name)
{
    return QUrl::toPercentEncoding(name, "/"_ba);
}

HttpSubject subjectOf(const Location &object)
{
    return {object.path, u" in bucket %1"_s.arg(object.bucket)};
}

HttpSubject subjectOfBucket(const QString &bucket)
{
    return {u"bucket %1"_s.arg(bucket), {}};
}

} // namespace createzoom
