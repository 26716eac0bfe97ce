// SPDX-License-Identifier: GPL-3.0-or-later
// The clients of the service replaced, as they behave: a front end that sends a folder's images
// from a browser, each POST behind a preflight, and then asks for every task again and again until
// it has ended.
#include "tests/integration/sampleimages.h"
#include "tests/integration/servicefixture.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace createzoom::tests;

namespace {

constexpr int images = 300;
constexpr int realOnes = 5; ///< the others are not in the bucket: their tasks fail
const QByteArray origin = "https://localizoom.example.org";

/// A browser's way with one server: six connections, kept alive (QNetworkAccessManager's number
/// too).
class Browser
{
public:
    explicit Browser(const QUrl &server)
        : m_server(server)
    {}

    /// What every one of the requests got, in their order.
    QList<HttpReply>
    all(const QByteArray &method, const QStringList &paths, const QByteArrayList &bodies)
    {
        QList<QNetworkReply *> replies;
        for (int i = 0; i < paths.size(); ++i) {
            QNetworkRequest request(m_server.resolved(QUrl(paths.at(i))));
            request.setRawHeader("Origin", origin);
            if (method == "OPTIONS") {
                request.setRawHeader("Access-Control-Request-Method", "POST");
                request.setRawHeader("Access-Control-Request-Headers", "content-type");
            } else {
                request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
            }
            replies << m_network.sendCustomRequest(request, method, bodies.value(i));
        }
        QList<HttpReply> answers;
        for (QNetworkReply *const reply : replies) {
            const bool hasEnded = QTest::qWaitFor([reply] { return reply->isFinished(); }, 120'000);
            answers << HttpReply{
                hasEnded ? reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() : 0,
                reply->readAll(),
                reply->rawHeaderPairs()};
            delete reply;
        }
        return answers;
    }

private:
    QUrl m_server;
    QNetworkAccessManager m_network{};
};

QByteArray submitBody(int i)
{
    return QJsonDocument(QJsonObject{{u"path"_s, u"b1/in/s%1.tif"_s.arg(i)},
                                     {u"target_path"_s, u"b1/out"_s},
                                     {u"token"_s, u"editor-token"_s}})
        .toJson(QJsonDocument::Compact);
}

} // namespace

class TestLegacyClients : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFolderSentFromABrowserIsAcceptedAndFollowed()
    {
        ServiceFixture service;
        QVERIFY(service.start());
        for (int i = 0; i < realOnes; ++i)
            QVERIFY(service.put(u"in/s%1.tif"_s.arg(i), tiffImage({300 + i, 200})));
        Browser browser(service.server.url());
        QByteArrayList bodies;
        for (int i = 0; i < images; ++i)
            bodies << submitBody(i);

        const QStringList door(images, u"/deepzoom"_s);
        for (const HttpReply &reply : browser.all("OPTIONS", door, {})) {
            QVERIFY2(reply.status == 200 || reply.status == 204,
                     qPrintable(QString::number(reply.status)));
            QVERIFY(!reply.header("Access-Control-Allow-Origin").isEmpty());
            QVERIFY(reply.header("Access-Control-Allow-Methods").contains("POST"));
            QVERIFY(
                reply.header("Access-Control-Allow-Headers").toLower().contains("content-type"));
        }
        QStringList tasks;
        for (const HttpReply &reply : browser.all("POST", door, bodies)) {
            QCOMPARE(reply.status, 202);
            QVERIFY(!reply.header("Access-Control-Allow-Origin").isEmpty());
            tasks << reply.json().value(u"status_endpoint").toString();
        }
        QCOMPARE(QSet<QString>(tasks.begin(), tasks.end()).size(), images);

        // A poller stops at the words of an end alone, and never sees progress fall.
        QMap<QString, double> progress;
        QMap<QString, QString> words;
        QStringList followed = tasks;
        for (int round = 0; round < 3000 && !followed.isEmpty(); ++round) {
            const QList<HttpReply> answers = browser.all("GET", followed, {});
            QStringList still;
            for (int i = 0; i < followed.size(); ++i) {
                const QString &task = followed.at(i);
                QCOMPARE(answers.at(i).status, 200);
                const QJsonObject status = answers.at(i).json();
                QVERIFY(status.value(u"progress").toDouble() >= progress.value(task));
                progress[task] = status.value(u"progress").toDouble();
                words[task] = status.value(u"status").toString();
                if (words.value(task) != u"completed" && words.value(task) != u"failed")
                    still << task;
            }
            followed = still;
        }
        QVERIFY2(followed.isEmpty(), qPrintable(words.value(followed.value(0))));
        for (int i = 0; i < images; ++i)
            QCOMPARE(words.value(tasks.at(i)), i < realOnes ? u"completed"_s : u"failed"_s);
        for (int i = 0; i < realOnes; ++i)
            QCOMPARE(dziSize(service.objectFile(u"out/s%1.tif.dzip"_s.arg(i))),
                     QSize(300 + i, 200));
    }
};

QTEST_GUILESS_MAIN(TestLegacyClients)
#include "tst_legacyclients.moc"
