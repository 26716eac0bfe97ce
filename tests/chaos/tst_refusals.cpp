// SPDX-License-Identifier: GPL-3.0-or-later
// What is wrong from the start is said in a sentence: a program that cannot work ends at once, with
// a code that tells scripts why, and does not hammer at the door; what it can live with, it warns
// of.
#include "tests/chaos/faulttest.h"
#include "tests/chaos/smalldisk.h"
#include "tests/support/certificates.h"

#include <QElapsedTimer>
#include <QTest>

#include <functional>

using namespace Qt::Literals::StringLiterals;
using namespace createzoom::tests;

namespace {

constexpr int runs = -1; ///< instead of an exit code

/// A server whose settings, or whose Redis, are not what they should be.
struct Mistake
{
    const char *name = "";
    QStringList redis{}; ///< its arguments
    QStringList environment{}; ///< "NAME=value"; PORT is Redis', FOLDER that of the certificates
    int exitCode = runs;
    QByteArray sentence{};
};

const QString plain = u"REDIS_URL=redis://127.0.0.1:PORT"_s;
const QString encrypted = u"REDIS_URL=rediss://127.0.0.1:PORT"_s;
const QStringList wantsPassword{u"--requirepass"_s, u"s3cret"_s};
const QStringList speaksTls{u"--tls-port"_s,
                            u"PORT"_s,
                            u"--tls-cert-file"_s,
                            u"FOLDER/redis.pem"_s,
                            u"--tls-key-file"_s,
                            u"FOLDER/redis.key"_s,
                            u"--tls-ca-cert-file"_s,
                            u"FOLDER/ca.pem"_s,
                            u"--tls-auth-clients"_s,
                            u"no"_s};

const QList<Mistake> mistakes{
    {"no password", wantsPassword, {plain}, 2, "wants a password"},
    {"wrong password",
     wantsPassword,
     {u"REDIS_URL=redis://:wr0ng@127.0.0.1:PORT"_s},
     2,
     "refuses the user name or the password"},
    {"wrong authority",
     speaksTls,
     {encrypted, u"REDIS_CA_FILE=FOLDER/other.pem"_s},
     2,
     "a certificate that is not trusted"},
    {"right authority",
     speaksTls,
     {encrypted, u"REDIS_CA_FILE=FOLDER/ca.pem"_s},
     runs,
     "Listening"},
    {"maxmemory-policy allkeys-lru",
     {u"--maxmemory-policy"_s, u"allkeys-lru"_s},
     {plain},
     runs,
     "REDIS MAY EVICT JOBS"},
    {"fault point with a bucket that is no stand-in",
     {},
     {plain,
      u"CREATEZOOM_FAULT=after_put"_s,
      u"CREATEZOOM_BUCKET_URL=https://bucket.example/api"_s},
     2,
     "CREATEZOOM_FAULT is for tests"},
};

QString filled(QString text, quint16 port, const QString &folder)
{
    return text.replace(u"PORT"_s, QString::number(port)).replace(u"FOLDER"_s, folder);
}

} // namespace

class TestRefusals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mistakeIsToldInASentence_data();
    void mistakeIsToldInASentence();
    void secondProcessOnAStoreIsRefused();
    void readOnlyDataFolderIsRefused();

private:
    void
    report(const QString &what, bool isRunning, int exitCode, qint64 ms, const QByteArray &said);
};

void TestRefusals::report(
    const QString &what, bool isRunning, int exitCode, qint64 ms, const QByteArray &said)
{
    printRow(u"| wrong at the start | exit code | after s | says |"_s,
             {what,
              isRunning ? u"runs"_s : QString::number(exitCode),
              QString::number(static_cast<double>(ms) / 1000, 'f', 1),
              QString::fromLatin1(said)});
}

void TestRefusals::mistakeIsToldInASentence_data()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < mistakes.size(); ++i)
        QTest::newRow(mistakes[i].name) << i;
}

void TestRefusals::mistakeIsToldInASentence()
{
    QFETCH(int, index);
    const Mistake &mistake = mistakes[index];
    const QTemporaryDir folder;
    QVERIFY(makeCertificates(folder.path()));
    QStringList redisArguments;
    for (const QString &argument : mistake.redis)
        redisArguments << QString(argument).replace(u"FOLDER"_s, folder.path());
    const RedisProcess redis(redisArguments);
    QVERIFY(redis.isRunning());
    ServerProcess server;
    server.setVariable(u"CREATEZOOM_TOKEN_KEYS"_s,
                       u"k1:"_s + QString::fromLatin1(QByteArray(32, 'k').toBase64()));
    for (const QString &variable : mistake.environment) {
        const QString text = filled(variable, redis.port(), folder.path());
        server.setVariable(text.section(u'=', 0, 0), text.section(u'=', 1));
    }

    QElapsedTimer time;
    time.start();
    const bool isRunning = server.start({});
    const qint64 ms = time.elapsed();
    const int exitCode = isRunning ? runs : server.terminate();

    report(QString::fromLatin1(mistake.name), isRunning, exitCode, ms, mistake.sentence);
    QCOMPARE(exitCode, mistake.exitCode);
    QVERIFY2(server.log().contains(mistake.sentence), server.log().constData());
    QVERIFY(!server.log().contains("s3cret") && !server.log().contains("wr0ng"));
}

void TestRefusals::secondProcessOnAStoreIsRefused()
{
    ServerProcess first;
    QVERIFY(first.start({u"--engine"_s, u"sqlite"_s}));
    ServerProcess second;
    second.setDataFolder(first.dataFolder());

    QElapsedTimer time;
    time.start();
    const bool isRunning = second.start({u"--engine"_s, u"sqlite"_s});
    const qint64 ms = time.elapsed();
    const int exitCode = isRunning ? runs : second.terminate();

    const QByteArray sentence
        = "is in use by another createzoom (process " + QByteArray::number(first.pid()) + ')';
    report(u"a second process on one SQLite store"_s,
           isRunning,
           exitCode,
           ms,
           "is in use by another createzoom (process ...)");
    QCOMPARE(exitCode, 1);
    QVERIFY2(second.log().contains(sentence), second.log().constData());
    QVERIFY(first.request("GET", u"/deepzoom/health"_s).status == 200);
}

/// And nothing in it is lost: once it can be written, it is used as it was.
void TestRefusals::readOnlyDataFolderIsRefused()
{
    SmallDisk disk(64LL << 20);
    if (!disk.isMounted())
        QSKIP("a small disk needs the right to mount a tmpfs");
    const QStringList arguments{u"--engine"_s, u"sqlite"_s};
    ServerProcess server;
    server.setDataFolder(disk.path() + u"/data"_s);
    QVERIFY(server.start(arguments));
    QCOMPARE(server.terminate(), 0);
    QVERIFY(disk.setReadOnly(true));

    QElapsedTimer time;
    time.start();
    const bool isRunning = server.start(arguments);
    const qint64 ms = time.elapsed();
    const int exitCode = isRunning ? runs : server.terminate();

    const QByteArray sentence = "The data folder cannot be written: Read-only file system";
    report(u"a read-only data folder"_s, isRunning, exitCode, ms, sentence);
    QCOMPARE(exitCode, 1);
    QVERIFY2(server.log().contains(sentence), server.log().constData());
    QVERIFY(disk.setReadOnly(false));
    QVERIFY(server.start(arguments));
}

QTEST_GUILESS_MAIN(TestRefusals)
#include "tst_refusals.moc"
