// SPDX-License-Identifier: GPL-3.0-or-later
// The description of the server's routes, held against the routes.
#include "server/restserver.h"
#include "tests/unit/server/jobsapifixture.h"

#include <QJsonArray>
#include <QSet>
#include <QTest>

using namespace createzoom;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Server
{
    Api api{};
    RestServer rest{api.service, &api.uploads, {}};
    Router router{rest.routes(), CorsPolicy({})};

    QJsonObject document() const
    {
        return jsonOf(router.answer({.method = "GET", .path = "/openapi.json"}));
    }
};

QSet<QString> routesOf(const QList<Route> &routes)
{
    QSet<QString> names;
    for (const Route &route : routes)
        names << QString::fromLatin1(route.method + ' ' + route.pattern);
    return names;
}

QSet<QString> operationsOf(const QJsonObject &paths)
{
    QSet<QString> names;
    for (auto path = paths.begin(); path != paths.end(); ++path) {
        const QStringList methods = path->toObject().keys();
        for (const QString &method : methods)
            names << method.toUpper() + u' ' + path.key();
    }
    return names;
}

/// Every {"$ref": "#/..."} below.
QStringList referencesIn(const QJsonValue &json)
{
    QStringList found;
    for (const QJsonValue &entry : json.toArray())
        found << referencesIn(entry);
    const QJsonObject object = json.toObject();
    for (auto field = object.begin(); field != object.end(); ++field) {
        if (field.key() == u"$ref")
            found << field->toString();
        else
            found << referencesIn(*field);
    }
    return found;
}

} // namespace

class TestDocument : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRouteIsDescribedAndNothingElse()
    {
        const Server server;

        const QSet<QString> routes = routesOf(server.rest.routes());
        const QSet<QString> described = operationsOf(server.document().value(u"paths").toObject());

        QVERIFY(!routes.isEmpty());
        const QStringList missing = (routes - described).values();
        const QStringList invented = (described - routes).values();
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u", ")));
        QVERIFY2(invented.isEmpty(), qPrintable(invented.join(u", ")));
    }

    void whatItRefersToIsThere()
    {
        const QJsonObject document = Server().document();

        const QStringList references = referencesIn(document);

        QVERIFY(references.size() > 50);
        for (const QString &reference : references) {
            QJsonValue value = document;
            for (const QString &part : reference.split(u'/').sliced(1))
                value = value[part];
            QVERIFY2(value.isObject(), qPrintable(reference));
        }
    }

    void everyOperationHasItsOwnName()
    {
        const QJsonObject paths = Server().document().value(u"paths").toObject();

        QSet<QString> ids;
        qsizetype count = 0;
        for (const QJsonValue &path : paths) {
            for (const QJsonValue &operation : path.toObject()) {
                ++count;
                ids << operation[u"operationId"].toString();
                QVERIFY(!operation[u"summary"].toString().isEmpty());
            }
        }

        QCOMPARE(ids.size(), count);
        QVERIFY(!ids.contains(QString()));
    }

    void itIsNotSentTwice()
    {
        const Server server;
        const auto ask = [&](const QByteArray &tag) {
            return server.router.answer(
                {.method = "GET", .path = "/openapi.json", .fields = {{"If-None-Match", tag}}});
        };
        const HttpAnswer first = ask("");

        QCOMPARE(first.status, 200);
        QCOMPARE(ask(fieldOf(first, "ETag")).status, 304);
        QCOMPARE(ask("\"other\"").status, 200);
    }

    void theVersionIsThatOfTheProgram()
    {
        const Server server;

        const QJsonObject json
            = jsonOf(server.router.answer({.method = "GET", .path = "/version"}));

        QCOMPARE(json.value(u"name"), u"CreateZoom"_s);
        QVERIFY(!json.value(u"version").toString().isEmpty());
        QCOMPARE(json.value(u"qt"), QString::fromLatin1(qVersion()));
    }
};

QTEST_GUILESS_MAIN(TestDocument)
#include "tst_document.moc"
