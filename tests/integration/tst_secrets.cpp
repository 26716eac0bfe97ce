// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/sampleimages.h"
#include "tests/integration/servicefixture.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <array>
#include <csignal>

using namespace Qt::Literals::StringLiterals;
using namespace createzoom::tests;

namespace {

const QByteArray token = "editor-canary-7c1e55d0";
const QByteArray sealKey = QByteArray(32, 'k').toBase64();
const QByteArray redisPassword = "canary-of-redis-41aa";

/// A token as it might lie somewhere.
QList<QByteArray> formsOf(const QByteArray &secret)
{
    QList<QByteArray> forms{secret, secret.toHex(), secret.toPercentEncoding()};
    for (int before = 0; before < 3; ++before) {
        // Base64 of a text that has the secret in it, without the letters that its neighbours
        // change.
        const QByteArray encoded = (QByteArray(before, 'x') + secret).toBase64();
        forms << encoded.mid(before == 0 ? 0 : 4, 4 * ((secret.size() - 3) / 3));
    }
    return forms;
}

bool holdsSecret(const QByteArray &text)
{
    for (const QByteArray &secret : {token, redisPassword, sealKey}) {
        for (const QByteArray &form : formsOf(secret)) {
            if (text.contains(form))
                return true;
        }
    }
    return false;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// A job's token, however the job ends, and the server's own secrets: they are in no log, file,
/// answer or program that decodes.
class TestSecrets : public QObject
{
    Q_OBJECT

private:
    ServiceFixture m_service;
    QByteArray m_answers;
    int m_decodersSeen = 0;

    ServerProcess &server() { return m_service.server; }

    HttpReply ask(const QByteArray &method, const QString &path, const QByteArray &bearer = {})
    {
        const HttpReply reply = server().request(method, path, {}, bearer);
        m_answers += reply.body;
        for (const auto &[name, value] : reply.headers)
            m_answers += name + ": " + value + '\n';
        return reply;
    }

    /// Where a secret lies now; nowhere when all is right.
    QStringList placesOfSecrets()
    {
        QStringList places;
        if (holdsSecret(server().log()))
            places << u"log"_s;
        if (holdsSecret(m_answers))
            places << u"answers"_s;
        for (const QString &folder : {server().dataFolder(), m_service.bucket.root()}) {
            QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
            while (files.hasNext()) {
                const QString file = files.next();
                if (holdsSecret(contentOf(file)))
                    places << file;
            }
        }
        for (const QString &file : {u"cmdline"_s, u"environ"_s}) {
            for (const qint64 child : server().children()) {
                // Forked, but no program of its own yet: what is read is still the server's.
                if (!contentOf(u"/proc/%1/cmdline"_s.arg(child)).contains("convert"))
                    continue;
                const QByteArray content = contentOf(u"/proc/%1/%2"_s.arg(child).arg(file));
                m_decodersSeen += content.isEmpty() ? 0 : 1;
                if (holdsSecret(content) || content.contains("CREATEZOOM_")
                    || content.contains("REDIS"))
                    places << u"%1 of the decoder"_s.arg(file);
            }
        }
        return places;
    }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("CREATEZOOM_TOKEN_KEYS", "k1:" + sealKey);
        qputenv("REDIS_PASSWORD", redisPassword);
        qputenv("REDIS_URL", "redis://user:" + redisPassword + "@127.0.0.1:1/0");
        QVERIFY2(m_service.start({u"--engine"_s, u"sqlite"_s}), server().log().constData());
        QVERIFY(m_service.put(u"good.tif"_s, tiffImage({300, 200})));
        QVERIFY(m_service.put(u"long.png"_s, blackPng({9000, 9000})));
        QVERIFY(m_service.put(u"cut.jpg"_s, jpegImage({900, 700}).left(9000)));
    }

    void cleanup() { QCOMPARE(placesOfSecrets(), QStringList()); }

    void theTokenOfAJobIsNowhere_data()
    {
        QTest::addColumn<QString>("object");
        QTest::addColumn<QByteArray>("deed");
        QTest::addColumn<QString>("end");
        QTest::newRow("success") << u"good.tif"_s << QByteArray() << u"completed"_s;
        QTest::newRow("nothing to download") << u"none.tif"_s << QByteArray() << u"failed"_s;
        QTest::newRow("a damaged image") << u"cut.jpg"_s << QByteArray() << u"failed"_s;
        QTest::newRow("cancelled") << u"long.png"_s << QByteArray("cancel") << u"failed"_s;
        QTest::newRow("its decoder crashes")
            << u"long.png"_s << QByteArray("crash") << u"completed"_s;
        QTest::newRow("the server is killed")
            << u"long.png"_s << QByteArray("kill") << u"completed"_s;
    }

    void theTokenOfAJobIsNowhere()
    {
        QFETCH(QString, object);
        QFETCH(QByteArray, deed);
        const QString id = server().submit(u"b1/"_s + object, u"b1/out"_s, token);
        const QString job = u"/api/v1/jobs/"_s + id;
        if (!deed.isEmpty()) {
            const auto decoder = static_cast<pid_t>(server().waitForChild());
            QVERIFY(decoder > 0);
            QCOMPARE(placesOfSecrets(), QStringList());
            if (deed == "cancel")
                QCOMPARE(ask("DELETE", job, token).status, 202);
            else if (deed == "crash")
                QCOMPARE(::kill(decoder, SIGSEGV), 0);
            else {
                server().kill();
                QCOMPARE(placesOfSecrets(), QStringList());
                QVERIFY(m_service.startServer({u"--engine"_s, u"sqlite"_s}));
            }
        }
        const QJsonObject task = server().waitForEnd(id);

        QTEST(task.value(u"status").toString(), "end");
        m_answers += QJsonDocument(task).toJson();
        QCOMPARE(ask("GET", job, token).status, 200);
        QCOMPARE(ask("GET", job + u"/log"_s, token).status, 200);
        const HttpReply tasks = ask("GET", u"/deepzoom/tasks"_s, "editor-token");
        QVERIFY2(tasks.body.contains(id.toLatin1()), tasks.body.constData());
    }

    void decodersWereLookedAt() { QVERIFY(m_decodersSeen >= 6); }

    void signaturesOfTheStoreAreInNoLog() { QVERIFY(!server().log().contains("X-Amz-Signature")); }
};

QTEST_GUILESS_MAIN(TestSecrets)
#include "tst_secrets.moc"
