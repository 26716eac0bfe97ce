// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/webpages.h"

#include "core/base/version.h"
#include "core/jobs/jobjson.h"
#include "server/problem.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QFile>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

const QString root = u":/createzoom/web/"_s;

struct TypeRow
{
    QLatin1String suffix;
    const char *type;
};
constexpr std::array types{TypeRow{QLatin1String(".html"), "text/html; charset=utf-8"},
                           TypeRow{QLatin1String(".css"), "text/css; charset=utf-8"},
                           TypeRow{QLatin1String(".js"), "text/javascript; charset=utf-8"},
                           TypeRow{QLatin1String(".svg"), "image/svg+xml"},
                           TypeRow{QLatin1String(".txt"), "text/plain; charset=utf-8"}};

struct PageRow
{
    const char *path;
    const char *asset;
};
constexpr std::array pages{PageRow{"/dashboard", "/web/dashboard.html"},
                           PageRow{"/docs", "/web/docs.html"}};

/// Names of files and users are shown: nothing that comes with them may run, load or send anything.
/// Tiles come as blobs, because an <img> cannot send a token.
const QList<HttpField> pageFields{
    {"Content-Security-Policy",
     "default-src 'self'; img-src 'self' blob:; object-src 'none'; base-uri 'none'; "
     "form-action 'none'; frame-ancestors 'none'"},
    {"X-Frame-Options", "DENY"},
    {"Referrer-Policy", "no-referrer"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Vary", "Accept"},
};

WebPages::Asset readAsset(const QString &name)
{
    QFile file(root + name);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const auto *const row = std::find_if(
        types.begin(), types.end(), [&name](const TypeRow &r) { return name.endsWith(r.suffix); });
    WebPages::Asset asset{.body = file.readAll(),
                          .type = row == types.end() ? "application/octet-stream" : row->type,
                          .isPage = name.endsWith(u".html")};
    const QByteArray hash = QCryptographicHash::hash(asset.body, QCryptographicHash::Sha256);
    asset.etag = '"' + hash.toHex().first(32) + '"';
    return asset;
}

/// Browsers ask for it by name; programs say "*/*", or nothing.
bool wantsPage(const HttpRequest &request)
{
    return request.field("accept").toLower().contains("text/html");
}

QByteArray selfDescription()
{
    return jsonBytes(
        {{u"name"_s, u"CreateZoom"_s},
         {u"description"_s, u"Turns images of a bucket into Deep Zoom archives (.dzip)"_s},
         {u"version"_s, QLatin1String(programVersion)},
         {u"health"_s, u"/deepzoom/health"_s}});
}

} // namespace

WebPages::WebPages()
{
    QDirIterator files(root, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString name = files.next().sliced(root.size());
        m_assets.insert("/web/" + name.toLatin1(), readAsset(name));
    }
}

QList<Route> WebPages::routes() const
{
    QList<Route> routes{{"GET", "/", Place::Server, [this](const HttpRequest &request) {
                             return frontDoor(request);
                         }}};
    for (const PageRow &page : pages)
        routes << Route{"GET",
                        page.path,
                        Place::Server,
                        [this, asset = QByteArray(page.asset)](const HttpRequest &request) {
                            return serve(request, asset);
                        }};
    for (const QByteArray pattern : {"/web/{file}", "/web/icons/{file}"})
        routes << Route{"GET", pattern, Place::Server, [this](const HttpRequest &request) {
                            return serve(request, request.path);
                        }};
    return routes;
}

HttpAnswer WebPages::serve(const HttpRequest &request, const QByteArray &path) const
{
    const auto asset = m_assets.constFind(path);
    if (asset == m_assets.constEnd())
        return refusalAnswer(request, 404, u"Not Found"_s);
    const bool isKnown = request.field("if-none-match").contains(asset->etag);
    HttpAnswer answer{.status = isKnown ? 304 : 200,
                      .body = isKnown ? QByteArray() : asset->body,
                      .contentType = asset->type,
                      // Another version of the program has other files of the same names.
                      .fields = {{"ETag", asset->etag}, {"Cache-Control", "no-cache"}}};
    if (asset->isPage)
        answer.fields << pageFields;
    return answer;
}

HttpAnswer WebPages::frontDoor(const HttpRequest &request) const
{
    if (wantsPage(request))
        return serve(request, pages.front().asset);
    return {.body = selfDescription(), .fields = {{"Vary", "Accept"}}};
}

} // namespace createzoom
