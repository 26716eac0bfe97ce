// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/documentapi.h"

#include "core/base/version.h"
#include "core/jobs/jobjson.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

QByteArray resource(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

HttpAnswer version(const HttpRequest & /*request*/)
{
    return {.body = jsonBytes({{u"name"_s, u"CreateZoom"_s},
                               {u"version"_s, QLatin1String(programVersion)},
                               {u"revision"_s, QLatin1String(sourceRevision)},
                               {u"qt"_s, QLatin1String(qVersion())},
                               {u"api"_s, u"v1"_s}})};
}

} // namespace

DocumentApi::DocumentApi()
    : m_openApi(resource(u":/createzoom/openapi.json"_s))
    , m_etag('"' + QCryptographicHash::hash(m_openApi, QCryptographicHash::Sha256).toHex().left(16)
             + '"')
{}

QList<Route> DocumentApi::routes() const
{
    return {{"GET", "/version", Place::Server, version},
            {"GET", "/openapi.json", Place::Server, [this](const HttpRequest &request) {
                 return openApi(request);
             }}};
}

HttpAnswer DocumentApi::openApi(const HttpRequest &request) const
{
    HttpAnswer answer{.body = m_openApi};
    if (request.field("if-none-match").contains(m_etag))
        answer = {.status = 304};
    answer.fields << HttpField{"ETag", m_etag} << HttpField{"Cache-Control", "no-cache"};
    return answer;
}

} // namespace createzoom
