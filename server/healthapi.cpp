// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/healthapi.h"

#include "core/base/logging.h"

#include <QUrlQuery>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

const QByteArray plainText = "text/plain; charset=utf-8";

bool isVerbose(const HttpRequest &request)
{
    return QUrlQuery(QString::fromLatin1(request.query)).hasQueryItem(u"verbose"_s);
}

HttpAnswer liveness(const HttpRequest &request)
{
    return {.body = isVerbose(request) ? "[+] event loop ok\nlivez check passed\n" : "ok\n",
            .contentType = plainText};
}

} // namespace

HealthApi::HealthApi(StoreHealth &store, const QList<ReadinessCheck> &checks, Clock clock)
{
    addKept("store of jobs", store);
    for (const ReadinessCheck &check : checks) {
        if (!check.waits) {
            m_checks << Check{check.name, check.ask};
            continue;
        }
        m_owned.push_back(std::make_unique<StoreHealth>(check.ask, clock));
        addKept(check.name, *m_owned.back());
    }
}

void HealthApi::addKept(const QByteArray &name, StoreHealth &health)
{
    m_checks << Check{name, [&health] { return health.current(); }, &health};
}

QList<Route> HealthApi::routes()
{
    return {{"GET", "/livez", Place::Server, liveness},
            {"GET", "/healthz", Place::Server, liveness},
            {"GET",
             "/readyz",
             Place::Store,
             [this](const HttpRequest &request) { return readiness(request); },
             [this] {
                 return isFresh();
             }}};
}

bool HealthApi::isFresh() const
{
    return std::all_of(m_checks.begin(), m_checks.end(), [](const Check &check) {
        return check.kept == nullptr || check.kept->isFresh();
    });
}

/// Everybody may ask: the sentence of an error, not its detail.
HttpAnswer HealthApi::readiness(const HttpRequest &request)
{
    QByteArray lines;
    bool isReady = true;
    for (const Check &check : std::as_const(m_checks)) {
        const Result<void> well = check.ask();
        isReady = isReady && well;
        lines += well ? "[+] " + check.name + " ok\n"
                      : "[-] " + check.name + ": " + masked(well.error().message).toUtf8() + '\n';
    }
    QByteArray body = isReady ? "ok\n" : "not ready\n";
    if (isVerbose(request))
        body = lines + (isReady ? "readyz check passed\n" : "readyz check failed\n");
    HttpAnswer answer{.status = isReady ? 200 : 503, .body = body, .contentType = plainText};
    if (!isReady)
        answer.fields << HttpField{"Retry-After", "5"};
    return answer;
}

} // namespace createzoom
