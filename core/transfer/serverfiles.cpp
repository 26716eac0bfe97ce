// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/serverfiles.h"

#include "core/transfer/boundedtries.h"
#include "core/transfer/fileerror.h"
#include "core/transfer/httptransfer.h"
#include "core/transfer/partialfile.h"
#include "core/transfer/remotecalls.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

#include <filesystem>
#include <system_error>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

Result<ReceivedFile> resultOnce(HttpTransfer &http,
                                const OutgoingRequest &ask,
                                PartialFile &part,
                                const StepControl &control)
{
    OutgoingRequest request = ask;
    if (part.size() > 0 && !part.etag().isEmpty()) // else nobody knows whether it is the same file
        request.headers = {{"Range"_ba, "bytes="_ba + QByteArray::number(part.size()) + '-'},
                           {"If-Range"_ba, part.etag()}};
    const Result<HttpReply> reply = http.receive(request, part, control);
    if (!reply)
        return reply.error();
    const bool isAllThere = reply->status == 416; // it was cut off behind the last byte
    if (!reply->isSuccess() && !isAllThere)
        return problemError(*reply);
    return part.finish(isAllThere ? part.size() : part.total());
}

} // namespace

ServerFiles::ServerFiles(QByteArray baseUrl,
                         const Secret &token,
                         const TransferLimits &limits,
                         RandomSource random,
                         Delay pause)
    : m_baseUrl(std::move(baseUrl))
    , m_token(token)
    , m_limits(limits)
    , m_random(std::move(random))
    , m_pause(std::move(pause))
{}

Result<QString> ServerFiles::upload(const QString &file, const StepControl &control)
{
    QFile image(file);
    if (!image.open(QIODevice::ReadOnly))
        return fileError(image, u"%1 cannot be read"_s.arg(file));
    const OutgoingRequest request{
        .verb = "POST"_ba,
        .url = m_baseUrl + "/api/v1/uploads?name=" + pathSegment(QFileInfo(file).fileName()),
        .bearer = &m_token,
        .followsRedirects = false};
    const auto report = [&](qint64 sent) {
        control.report({StepProgress::Phase::Uploading, sent, image.size()});
    };
    HttpTransfer http(m_limits, QDeadlineTimer(m_limits.uploadTimeout));
    BoundedTries tries(m_limits, m_random, m_pause);
    for (;;) {
        const Result<HttpReply> reply = http.sendFile(request, image, report, control);
        if (reply && reply->isSuccess())
            return QJsonDocument::fromJson(reply->body).object().value(u"id").toString();
        const Error error = reply ? problemError(*reply) : reply.error();
        if (const auto end = tries.giveUp(error, TryOutcome::Fruitless, control))
            return end->withContext(u"%1 could not be uploaded"_s.arg(file));
    }
}

Result<void>
ServerFiles::fetchResult(const QString &jobId, const QString &file, const StepControl &control)
{
    const QString partName = file + u".part"_s;
    const OutgoingRequest ask{.url = m_baseUrl + "/api/v1/jobs/" + pathSegment(jobId) + "/result",
                              .bearer = &m_token,
                              .followsRedirects = false};
    PartialFile part(partName, control);
    if (const Result<void> opened = part.open(); !opened)
        return opened;
    HttpTransfer http(m_limits, QDeadlineTimer(m_limits.downloadTimeout));
    BoundedTries tries(m_limits, m_random, m_pause);
    for (;;) {
        const qint64 before = part.size();
        const Result<ReceivedFile> received = resultOnce(http, ask, part, control);
        if (received)
            break;
        const auto outcome = part.size() > before ? TryOutcome::Progressed : TryOutcome::Fruitless;
        if (const auto end = tries.giveUp(received.error(), outcome, control)) {
            if (part.size() == 0)
                QFile::remove(partName);
            return end->withContext(u"%1 could not be fetched"_s.arg(file));
        }
    }
    std::error_code failure;
    std::filesystem::rename(partName.toStdString(), file.toStdString(), failure);
    if (failure)
        return Error{ErrorCode::Io,
                     u"%1 cannot be written"_s.arg(file),
                     QString::fromStdString(failure.message())};
    return {};
}

} // namespace createzoom
