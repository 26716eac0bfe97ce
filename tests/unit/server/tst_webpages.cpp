// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/webpages.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace createzoom;
using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArray browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

QByteArray fieldOf(const HttpAnswer &answer, const QByteArray &name)
{
    for (const HttpField &field : answer.fields) {
        if (field.name == name)
            return field.value;
    }
    return {};
}

} // namespace

/// What a browser is given, without any socket.
class TestWebPages : public QObject
{
    Q_OBJECT

private:
    WebPages m_pages;
    Router m_router{m_pages.routes(), CorsPolicy({u"*"_s})};

    HttpAnswer get(const QByteArray &path, const QList<HttpField> &fields = {}) const
    {
        return m_router.answer({.method = "GET", .path = path, .fields = fields});
    }

private Q_SLOTS:
    void programsAreToldWhatThisIs_data()
    {
        QTest::addColumn<QList<HttpField>>("fields");

        QTest::newRow("curl, Python") << QList<HttpField>{{"Accept", "*/*"}};
        QTest::newRow("no Accept") << QList<HttpField>{};
        QTest::newRow("JSON") << QList<HttpField>{{"Accept", "application/json"}};
    }
    void programsAreToldWhatThisIs()
    {
        QFETCH(const QList<HttpField>, fields);

        const HttpAnswer answer = get("/", fields);

        const QJsonObject json = QJsonDocument::fromJson(answer.body).object();
        QCOMPARE(answer.contentType, QByteArray("application/json"));
        QCOMPARE(json.value(u"name"), u"CreateZoom"_s);
        QCOMPARE(json.value(u"health"), u"/deepzoom/health"_s);
        QVERIFY(!json.value(u"version").toString().isEmpty());
    }

    void aBrowserAtTheFrontDoorGetsTheDashboard()
    {
        const HttpAnswer answer = get("/", {{"Accept", browser}});

        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.body, get("/dashboard").body);
        QVERIFY(answer.contentType.startsWith("text/html"));
    }

    void aPageMayLoadNothingFromElsewhereAndRunNothingInline_data()
    {
        QTest::addColumn<QByteArray>("path");
        for (const char *path : {"/dashboard", "/docs"})
            QTest::newRow(path) << QByteArray(path);
    }
    void aPageMayLoadNothingFromElsewhereAndRunNothingInline()
    {
        QFETCH(const QByteArray, path);

        const HttpAnswer answer = get(path, {{"Accept", browser}});

        const QByteArray policy = fieldOf(answer, "Content-Security-Policy");
        QVERIFY(policy.startsWith("default-src 'self';"));
        QVERIFY(policy.contains("frame-ancestors 'none'"));
        QVERIFY2(!policy.contains("unsafe"), policy.constData());
        QCOMPARE(fieldOf(answer, "X-Frame-Options"), QByteArray("DENY"));
        QCOMPARE(fieldOf(answer, "Referrer-Policy"), QByteArray("no-referrer"));
        QCOMPARE(fieldOf(answer, "X-Content-Type-Options"), QByteArray("nosniff"));
        QVERIFY(!answer.body.contains("<style") && !answer.body.contains("style="));
    }

    void everyFileThatAPageNamesIsThere_data()
    {
        QTest::addColumn<QByteArray>("path");
        const QRegularExpression named(u"(?:src|href)=\"(web/[^\"#]+)\"|from '\\./([^']+)'"_s);
        for (auto asset = m_pages.assets().begin(); asset != m_pages.assets().end(); ++asset) {
            if (asset.key().contains("openseadragon"))
                continue;
            auto found = named.globalMatch(QString::fromUtf8(asset->body));
            while (found.hasNext()) {
                const QRegularExpressionMatch match = found.next();
                const QString path = match.captured(1).isEmpty() ? u"web/"_s + match.captured(2)
                                                                 : match.captured(1);
                QTest::newRow(qPrintable(QString::fromLatin1(asset.key()) + u": "_s + path))
                    << QByteArray('/' + path.toLatin1());
            }
        }
    }
    void everyFileThatAPageNamesIsThere()
    {
        QFETCH(const QByteArray, path);

        QCOMPARE(get(path).status, 200);
    }

    void eachFileHasATypeThatBrowsersRun()
    {
        const QHash<QByteArray, WebPages::Asset> &assets = m_pages.assets();
        QVERIFY(assets.size() > 20);
        for (auto asset = assets.begin(); asset != assets.end(); ++asset) {
            QVERIFY2(!asset->body.isEmpty(), asset.key().constData());
            QVERIFY2(asset->type != "application/octet-stream", asset.key().constData());
        }
        QCOMPARE(get("/web/app.js").contentType, QByteArray("text/javascript; charset=utf-8"));
    }

    /// Names are untrusted: nothing makes markup, code or addresses of a text.
    void noScriptMakesMarkupOfText_data()
    {
        QTest::addColumn<QByteArray>("script");
        for (const QByteArray &path : m_pages.assets().keys()) {
            if (path.endsWith(".js") && !path.contains("openseadragon"))
                QTest::newRow(path.constData()) << m_pages.assets()[path].body;
        }
    }
    void noScriptMakesMarkupOfText()
    {
        QFETCH(const QByteArray, script);

        QVERIFY(script.startsWith("// SPDX-License-Identifier: GPL-3.0-or-later\n"));
        QVERIFY(script.count('\n') <= 400);
        for (const char *word : {"innerHTML",
                                 "outerHTML",
                                 "insertAdjacentHTML",
                                 "document.write",
                                 "DOMParser",
                                 "createContextualFragment",
                                 "eval(",
                                 "new Function",
                                 "javascript:"})
            QVERIFY2(!script.contains(word), word);
    }

    void aFileThatTheBrowserHasIsNotSentAgain()
    {
        const HttpAnswer first = get("/web/app.js");
        const QByteArray etag = fieldOf(first, "ETag");

        const HttpAnswer again = get("/web/app.js", {{"If-None-Match", etag}});
        const HttpAnswer other = get("/web/app.js", {{"If-None-Match", "\"other\""}});

        QCOMPARE(fieldOf(first, "Cache-Control"), QByteArray("no-cache"));
        QCOMPARE(again.status, 304);
        QVERIFY(again.body.isEmpty());
        QCOMPARE(fieldOf(again, "ETag"), etag);
        QCOMPARE(other.status, 200);
    }

    void whatIsNotBuiltInIsNotFound_data()
    {
        QTest::addColumn<QByteArray>("path");
        for (const char *path : {"/web/nothing.js", "/web/..", "/web/icons/..%2Fapp.js", "/web/"})
            QTest::newRow(path) << QByteArray(path);
    }
    void whatIsNotBuiltInIsNotFound()
    {
        QFETCH(const QByteArray, path);

        QCOMPARE(get(path).status, 404);
    }
};

QTEST_GUILESS_MAIN(TestWebPages)
#include "tst_webpages.moc"
