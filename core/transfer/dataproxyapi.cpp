// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/dataproxyapi.h"

#include "core/transfer/storeaddress.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

Error uselessAnswer(const HttpSubject &subject)
{
    return {ErrorCode::RemoteFailure,
            u"The data-proxy gave no usable answer for %1%2"_s.arg(subject.name, subject.place)};
}

QByteArray encodedValue(const QString &value)
{
    return QUrl::toPercentEncoding(value);
}

} // namespace

DataProxyApi::DataProxyApi(const QByteArray &base,
                           HttpTransfer &http,
                           const Secret &token,
                           const StepControl &control)
    : m_base(base)
    , m_http(http)
    , m_token(token)
    , m_control(control)
{}

QByteArray DataProxyApi::bucketUrl(const QString &bucket) const
{
    return m_base + "/v1/buckets/"_ba + encodedName(bucket);
}

Result<HttpReply> DataProxyApi::call(const OutgoingRequest &request, const HttpSubject &subject)
{
    Result<HttpReply> reply = m_http.send(request, m_control);
    if (!reply && reply.error().code == ErrorCode::Cancelled)
        return reply;
    if (!reply)
        return reply.error().withContext(
            u"The data-proxy could not be asked for %1%2"_s.arg(subject.name, subject.place));
    if (!reply->isSuccess())
        return httpError(*reply, subject);
    return reply;
}

Result<QByteArray> DataProxyApi::presign(Direction direction, const Location &object)
{
    const bool isGet = direction == Direction::Get;
    const QByteArray url = bucketUrl(object.bucket) + '/' + encodedName(object.path);
    const OutgoingRequest request{.verb = isGet ? "GET"_ba : "PUT"_ba,
                                  .url = isGet ? url + "?redirect=false"_ba : url,
                                  .bearer = &m_token};
    const HttpSubject subject = subjectOf(object);
    const Result<HttpReply> reply = call(request, subject);
    if (!reply) {
        Error error = reply.error();
        if (error.code == ErrorCode::Forbidden)
            error.message = u"The token may not %1 bucket %2"_s.arg(
                isGet ? u"read"_s : u"write to"_s, object.bucket);
        return error;
    }
    const QByteArray address
        = QJsonDocument::fromJson(reply->body).object().value("url"_L1).toString().toUtf8();
    if (address.isEmpty())
        return uselessAnswer(subject);
    if (const Result<void> checked = checkStoreAddress(address, m_base); !checked)
        return checked.error().withContext(u"%1%2"_s.arg(subject.name, subject.place));
    return address;
}

Result<DataProxyApi::Rights> DataProxyApi::rights(const QString &bucket)
{
    const HttpSubject subject = subjectOfBucket(bucket);
    const Result<HttpReply> reply
        = call({.url = bucketUrl(bucket) + "/stat"_ba, .bearer = &m_token}, subject);
    if (!reply)
        return reply.error();
    const QJsonObject stat = QJsonDocument::fromJson(reply->body).object();
    if (stat.isEmpty())
        return uselessAnswer(subject);
    return Rights{stat.value("role"_L1).toString(), stat.value("is_public"_L1).toBool()};
}

Result<QList<ObjectInfo>> DataProxyApi::page(const Page &page)
{
    const QByteArray query = "?prefix="_ba + encodedValue(page.prefix) + "&marker="_ba
        + encodedValue(page.marker) + "&limit="_ba + QByteArray::number(page.limit);
    const HttpSubject subject = subjectOfBucket(page.bucket);
    const Result<HttpReply> reply
        = call({.url = bucketUrl(page.bucket) + query, .bearer = &m_token}, subject);
    if (!reply)
        return reply.error();
    const QJsonValue objects = QJsonDocument::fromJson(reply->body).object().value("objects"_L1);
    if (!objects.isArray())
        return uselessAnswer(subject);
    QList<ObjectInfo> result;
    const QJsonArray entries = objects.toArray();
    for (const auto &entry : entries) {
        const QString name = entry["name"_L1].toString();
        if (!name.isEmpty())
            result.append({name,
                           entry["bytes"_L1].toInteger(),
                           md5OfEtag(entry["hash"_L1].toString().toLatin1())});
    }
    return result;
}

} // namespace createzoom
