// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/peerapi.h"

#include "core/jobs/peerticket.h"
#include "server/problem.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

#include <optional>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

constexpr qint64 mostBytes = 16LL << 20; ///< of one answer, which is held in memory

Error noSuchFile()
{
    return {ErrorCode::NotFound, u"There is no such file"_s};
}

/// "<job>/<epoch>" of the route's arguments; empty when they cannot be one of ours.
QString claimFolder(const HttpRequest &request)
{
    static const QRegularExpression number(u"^[0-9]{1,18}$"_s);
    const QString epoch = QString::fromLatin1(request.argument(1));
    const bool isOurs = isIdentifier(request.argument(0)) && number.match(epoch).hasMatch();
    return isOurs ? QString::fromLatin1(request.argument(0)) + u'/' + epoch : QString();
}

QString fileName(const HttpRequest &request)
{
    static const QRegularExpression plain(u"^[A-Za-z0-9_-][A-Za-z0-9_.-]{0,63}$"_s);
    const QString name = QString::fromLatin1(request.argument(2));
    return plain.match(name).hasMatch() ? name : QString();
}

struct Range
{
    qint64 first = 0;
    qint64 last = 0;
};

std::optional<Range> rangeOf(const QByteArray &field)
{
    static const QRegularExpression form(u"^bytes=([0-9]{1,18})-([0-9]{1,18})$"_s);
    const QRegularExpressionMatch match = form.match(QString::fromLatin1(field));
    const Range range{match.captured(1).toLongLong(), match.captured(2).toLongLong()};
    const bool isGood
        = match.hasMatch() && range.first <= range.last && range.last - range.first < mostBytes;
    return isGood ? std::optional(range) : std::nullopt;
}

} // namespace

PeerApi::PeerApi(JobService &service,
                 const SecretBox &keys,
                 QString workFolder,
                 PreviewOpener openHere,
                 Clock clock)
    : m_service(service)
    , m_keys(keys)
    , m_workFolder(std::move(workFolder))
    , m_clock(std::move(clock))
    , m_previews(
          [&service,
           open = std::move(openHere)](const QString &id) -> Result<std::unique_ptr<TileSource>> {
              const Result<std::optional<Job>> job = service.job(id);
              if (!job)
                  return job.error();
              return *job ? open(**job) : noSuchFile();
          },
          Place::Store,
          [this](const HttpRequest &request) { return findJob(request); })
{}

QList<Route> PeerApi::routes()
{
    return QList<Route>{fileRoute("GET", &PeerApi::part), fileRoute("DELETE", &PeerApi::discard)}
    + m_previews.routes();
}

Route PeerApi::fileRoute(const QByteArray &method, Handler handler)
{
    return {method,
            "/api/v1/peer/files/{job}/{epoch}/{name}",
            Place::Store,
            [this, handler](const HttpRequest &request) {
                const Result<void> allowed = checkTicket(request);
                return allowed ? (this->*handler)(request) : problemJson(allowed.error());
            }};
}

Result<void> PeerApi::checkTicket(const HttpRequest &request) const
{
    if (isPeerTicket(request.bearer(), m_keys, request.method, request.path, m_clock()))
        return {};
    return Error{ErrorCode::AuthRequired,
                 u"This address is for machines that have the same token keys, and clocks that do "
                 u"not differ by minutes"_s};
}

Result<Job> PeerApi::findJob(const HttpRequest &request)
{
    if (const Result<void> allowed = checkTicket(request); !allowed)
        return allowed.error();
    if (!isIdentifier(request.argument()))
        return noSuchFile();
    Result<std::optional<Job>> job = m_service.job(QString::fromLatin1(request.argument()));
    if (!job)
        return job.error();
    return *job ? Result<Job>(std::move(**job)) : noSuchFile();
}

HttpAnswer PeerApi::part(const HttpRequest &request)
{
    const QString folder = claimFolder(request);
    const QString name = fileName(request);
    const std::optional<Range> range = rangeOf(request.field("range"));
    if (!range)
        return problemJson({ErrorCode::InvalidRequest, u"A part of at most 16 MiB is needed"_s});
    QFile file(m_workFolder + u'/' + folder + u'/' + name);
    if (folder.isEmpty() || name.isEmpty() || !file.open(QIODevice::ReadOnly)
        || range->last >= file.size() || !file.seek(range->first))
        return problemJson(noSuchFile());
    const qint64 wanted = range->last - range->first + 1;
    const QByteArray bytes = file.read(wanted);
    if (bytes.size() != wanted)
        return problemJson({ErrorCode::Io, u"The file cannot be read"_s, file.errorString()});
    return {.status = 206,
            .body = bytes,
            .contentType = "application/octet-stream",
            .fields
            = {{"Content-Range",
                "bytes " + QByteArray::number(range->first) + '-' + QByteArray::number(range->last)
                    + '/' + QByteArray::number(file.size())}}};
}

/// The whole folder of the claim: nothing in it is of use without the file.
HttpAnswer PeerApi::discard(const HttpRequest &request)
{
    const QString folder = claimFolder(request);
    if (folder.isEmpty() || fileName(request).isEmpty())
        return problemJson(noSuchFile());
    QDir(m_workFolder + u'/' + folder).removeRecursively();
    QDir().rmdir(m_workFolder + u'/' + folder.section(u'/', 0, 0)); // when it was the last one
    return {.status = 204};
}

} // namespace createzoom
