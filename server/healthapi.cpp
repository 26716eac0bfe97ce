// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/healthapi.h"

#include "core/base/logging.h"

#include <QUrlQuery>

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

HealthApi::HealthApi(StoreHealth &store)
    : m_store(store)
{}

QList<Route> HealthApi::routes()
{
    return {{"GET", "/livez", Place::Server, liveness},
            {"GET",
             "/readyz",
             Place::Store,
             [this](const HttpRequest &request) { return readiness(request); },
             [this] {
                 return m_store.isFresh();
             }}};
}

/// Everybody may ask: the sentence of an error, not its detail.
HttpAnswer HealthApi::readiness(const HttpRequest &request)
{
    const Result<void> store = m_store.current();
    QByteArray body = store ? "ok\n" : "not ready\n";
    if (isVerbose(request))
        body = store ? "[+] store of jobs ok\nreadyz check passed\n"
                     : "[-] store of jobs: " + masked(store.error().message).toUtf8()
                + "\nreadyz check failed\n";
    HttpAnswer answer{.status = store ? 200 : 503, .body = body, .contentType = plainText};
    if (!store)
        answer.fields << HttpField{"Retry-After", "5"};
    return answer;
}

} // namespace createzoom
