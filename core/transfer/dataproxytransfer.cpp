// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/dataproxytransfer.h"

#include "core/jobs/webtoken.h"
#include "core/transfer/partialfile.h"

#include <QFile>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

using std::chrono::milliseconds;

namespace {

/// A try that brought less counts as fruitless: a store that gives a byte a time would never be
/// given up.
constexpr qint64 progressBytes = qint64(64) << 10;
/// A clock of ours that is a little ahead must not refuse a good token.
constexpr milliseconds clockTolerance{60'000};
constexpr milliseconds firstListingDelay{100};
constexpr milliseconds maxListingDelay{2'000};

QString downloadAttempt(const Location &object)
{
    return u"%1 could not be downloaded from bucket %2"_s.arg(object.path, object.bucket);
}

/// Learns the size from the head of an answer, and ends the transfer if the store sends the whole
/// nevertheless.
class SizeProbe final : public BodyReceiver
{
public:
    qint64 size = -1;

    Result<void> begin(const HttpReply &head) override
    {
        m_isPart = head.status == 206;
        bool isTold = false;
        const std::optional<ContentRange> range
            = parseContentRange(head.header("content-range"_ba));
        const qint64 length = head.header("content-length"_ba).toLongLong(&isTold);
        if (m_isPart && range)
            size = range->total;
        else if (!m_isPart && isTold)
            size = length;
        return {};
    }
    Result<void> take(const QByteArray & /*bytes*/) override
    {
        return m_isPart ? Result<void>()
                        : Error{ErrorCode::RemoteFailure, u"the store ignores ranges"_s};
    }

private:
    bool m_isPart = false;
};

} // namespace

DataProxyTransfer::DataProxyTransfer(const DataProxyOptions &options,
                                     milliseconds timeout,
                                     const Secret &token,
                                     const StepControl &control)
    : m_options(options)
    , m_token(token)
    , m_control(control)
    , m_http(options.limits, QDeadlineTimer(timeout))
    , m_api(options.baseUrl, m_http, token, control)
    , m_tries(options.limits, options.random, options.pause)
{}

std::optional<Error> DataProxyTransfer::giveUp(const Error &error, TryOutcome outcome)
{
    return m_tries.giveUp(error, outcome, m_control);
}

template<typename Call>
auto DataProxyTransfer::repeated(Call call) -> decltype(call())
{
    for (;;) {
        auto result = call();
        if (result)
            return result;
        if (const std::optional<Error> end = giveUp(result.error()))
            return *end;
    }
}

Result<void> DataProxyTransfer::checkToken(const QString &bucket) const
{
    if (m_token.isEmpty())
        return Error{ErrorCode::AuthRequired, u"A token is needed for bucket %1"_s.arg(bucket)};
    const std::optional<qint64> expiry = tokenExpiry(m_token);
    if (expiry && *expiry + clockTolerance.count() < m_options.clock())
        return Error{ErrorCode::AuthExpired,
                     u"The token has expired (needed for bucket %1)"_s.arg(bucket)};
    return {};
}

Result<DataProxyApi::Rights> DataProxyTransfer::rights(const QString &bucket)
{
    return repeated([&] { return m_api.rights(bucket); });
}

Result<qint64> DataProxyTransfer::size(const Location &object)
{
    return repeated([&] { return sizeOnce(object); });
}

Result<qint64> DataProxyTransfer::sizeOnce(const Location &object)
{
    const Result<QByteArray> url = m_api.presign(DataProxyApi::Direction::Get, object);
    if (!url)
        return url.error();
    // A presigned GET refuses HEAD.
    SizeProbe probe;
    const OutgoingRequest request{.url = *url, .headers = {{"Range"_ba, "bytes=0-0"_ba}}};
    const Result<HttpReply> reply = m_http.receive(request, probe, m_control);
    if (probe.size >= 0)
        return probe.size;
    if (!reply)
        return inContext(
            reply.error(),
            u"The size of %1 in bucket %2 could not be read"_s.arg(object.path, object.bucket));
    const std::optional<ContentRange> range = parseContentRange(reply->header("content-range"_ba));
    if (reply->status == 416 && range && range->total == 0)
        return qint64(0); // an empty object has no first byte
    if (!reply->isSuccess())
        return storeError(*reply, object);
    return Error{
        ErrorCode::RemoteFailure,
        u"The store does not tell the size of %1 in bucket %2"_s.arg(object.path, object.bucket)};
}

Result<ReceivedFile> DataProxyTransfer::download(const Location &object, PartialFile &part)
{
    for (;;) {
        const qint64 before = part.size();
        Result<ReceivedFile> received = downloadOnce(object, part);
        if (received)
            return received;
        const bool isKept = !part.etag().isEmpty() && part.size() - before >= progressBytes;
        const TryOutcome outcome = isKept ? TryOutcome::Progressed : TryOutcome::Fruitless;
        if (const std::optional<Error> end = giveUp(received.error(), outcome))
            return *end;
    }
}

Result<ReceivedFile> DataProxyTransfer::downloadOnce(const Location &object, PartialFile &part)
{
    const Result<QByteArray> url = m_api.presign(DataProxyApi::Direction::Get, object);
    if (!url)
        return url.error();
    OutgoingRequest request{.url = *url};
    if (part.size() > 0 && !part.etag().isEmpty())
        request.headers = {{"Range"_ba, "bytes="_ba + QByteArray::number(part.size()) + '-'},
                           {"If-Match"_ba, part.etag()}};
    const Result<HttpReply> reply = m_http.receive(request, part, m_control);
    if (!reply)
        return inContext(reply.error(), downloadAttempt(object));
    if (!reply->isSuccess())
        return downloadRefused(*reply, object, part);

    const Result<qint64> total = part.total() >= 0 ? part.total() : sizeOnce(object);
    if (!total)
        return total.error();
    Result<ReceivedFile> finished = part.finish(*total);
    return finished ? finished : inContext(finished.error(), downloadAttempt(object));
}

Result<ReceivedFile> DataProxyTransfer::downloadRefused(const HttpReply &refusal,
                                                        const Location &object,
                                                        PartialFile &part)
{
    const std::optional<ContentRange> range = parseContentRange(refusal.header("content-range"_ba));
    const bool isAllThere = refusal.status == 416 && range && range->total == part.size();
    Result<ReceivedFile> finished
        = isAllThere ? part.finish(part.size()) : storeError(refusal, object);
    if (isAllThere)
        return finished ? finished : inContext(finished.error(), downloadAttempt(object));
    // Changed since the first part arrived, or shorter than it: what is here is of no use.
    const bool isStale = refusal.status == 412 || refusal.status == 416;
    if (const Result<void> emptied = isStale ? part.startOver() : Result<void>(); !emptied)
        return inContext(emptied.error(), downloadAttempt(object));
    return finished;
}

Result<void>
DataProxyTransfer::upload(QFile &file, const ObjectInfo &expected, const QString &bucket)
{
    const Location object{bucket, expected.name};
    for (;;) {
        const Result<Receipt> sent = uploadOnce(file, expected, object);
        if (sent)
            return awaitListing(expected, bucket, *sent);
        if (const std::optional<Error> end = giveUp(sent.error()))
            return *end;
        // Perhaps only the answer was lost: the bytes need not go twice. Without an MD5 the listed
        // object may as well be an older one of the same size.
        const Result<std::optional<ObjectInfo>> there = listed(object);
        if (there && *there && !expected.md5.isEmpty() && (*there)->md5 == expected.md5)
            return {};
    }
}

Result<DataProxyTransfer::Receipt>
DataProxyTransfer::uploadOnce(QFile &file, const ObjectInfo &expected, const Location &object)
{
    const QString attempt
        = u"%1 could not be uploaded to bucket %2"_s.arg(object.path, object.bucket);
    const Result<QByteArray> url = m_api.presign(DataProxyApi::Direction::Put, object);
    if (!url)
        return url.error();
    const auto report = [this, &expected](qint64 sent) {
        m_control.report({StepProgress::Phase::Uploading, sent, expected.bytes});
    };
    const Result<HttpReply> reply
        = m_http.sendFile({.verb = "PUT"_ba, .url = *url}, file, report, m_control);
    if (!reply)
        return inContext(reply.error(), attempt);
    if (!reply->isSuccess())
        return storeError(*reply, object);
    const QString stored = md5OfEtag(reply->header("etag"_ba));
    if (!stored.isEmpty() && stored != expected.md5)
        return Error{ErrorCode::Checksum,
                     attempt + u": what the store received is not what was sent"_s};
    return stored.isEmpty() ? Receipt::Unproven : Receipt::Proven;
}

Result<std::optional<ObjectInfo>> DataProxyTransfer::listed(const Location &object)
{
    // Of all names that start with this one, the name itself is the first.
    const Result<QList<ObjectInfo>> page
        = m_api.page({.bucket = object.bucket, .prefix = object.path, .limit = 1});
    if (!page)
        return page.error();
    const bool isThere = !page->isEmpty() && page->first().name == object.path;
    return isThere ? std::optional(page->first()) : std::nullopt;
}

Result<void>
DataProxyTransfer::awaitListing(const ObjectInfo &expected, const QString &bucket, Receipt receipt)
{
    milliseconds delay = firstListingDelay;
    for (milliseconds waited{0}; waited <= m_options.limits.listingWait; waited += delay) {
        const Result<std::optional<ObjectInfo>> found = repeated([&] {
            return listed({bucket, expected.name});
        });
        if (!found)
            return found.error();
        const ObjectInfo there = found->value_or(ObjectInfo{.bytes = -1});
        if (there.bytes == expected.bytes && (there.md5.isEmpty() || there.md5 == expected.md5))
            return {};
        // Somebody put another object under the name since, or the listing still shows the one
        // before. Waiting helps against neither, and sending again would undo the first.
        if (*found && receipt == Receipt::Proven)
            return {};
        delay = std::min(delay * 2, maxListingDelay);
        m_options.pause(delay, m_control.stop);
        if (m_control.stopRequested())
            return cancelledError();
    }
    return Error{ErrorCode::RemoteFailure,
                 u"%1 was uploaded, but bucket %2 does not list it with its size"_s.arg(
                     expected.name, bucket)};
}

Result<QList<ObjectInfo>>
DataProxyTransfer::list(const QString &bucket, const QString &prefix, const ObjectsFound &found)
{
    QList<ObjectInfo> all;
    DataProxyApi::Page page{.bucket = bucket, .prefix = prefix};
    for (;;) {
        const Result<QList<ObjectInfo>> next = repeated([&] { return m_api.page(page); });
        if (!next)
            return next.error();
        if (next->isEmpty())
            return all;
        if (next->last().name == page.marker)
            return Error{ErrorCode::RemoteFailure,
                         u"Bucket %1 lists the same page for ever"_s.arg(bucket)};
        all += *next;
        if (found)
            found(*next);
        page.marker = next->last().name;
    }
}

Error DataProxyTransfer::storeError(const HttpReply &refusal, const Location &object)
{
    Error error = httpError(refusal, subjectOf(object));
    if (refusal.status != 403 || error.code != ErrorCode::Forbidden)
        return error;
    // The address carries the right, and dies in seconds. Some stores say so, others only refuse:
    // one more try with a new address shows which it was.
    const bool isExpired = refusal.body.toLower().contains("expired"_ba);
    if (isExpired || !m_wasRefused) {
        error.code = ErrorCode::RemoteFailure;
        error.message = u"The store's address for %1 in bucket %2 was no longer valid"_s.arg(
            object.path, object.bucket);
    }
    m_wasRefused = m_wasRefused || !isExpired;
    return error;
}

} // namespace createzoom
