// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/servicenotifier.h"
#include "tests/integration/servicefixture.h"
#include "tests/support/redisprocess.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <cstddef>
#include <cstring>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;
using namespace createzoom;
using namespace createzoom::tests;

namespace {

/// The side of systemd: a datagram socket that keeps what it is told.
class Supervisor
{
public:
    /// "@name" is an abstract address.
    explicit Supervisor(const QByteArray &address)
        : m_socket(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0))
    {
        sockaddr_un name{};
        name.sun_family = AF_UNIX;
        std::memcpy(name.sun_path, address.constData(), size_t(address.size()));
        if (address.startsWith('@'))
            name.sun_path[0] = '\0';
        isReady = ::bind(m_socket,
                         reinterpret_cast<const sockaddr *>(&name),
                         socklen_t(offsetof(sockaddr_un, sun_path) + size_t(address.size())))
            == 0;
    }
    ~Supervisor() { ::close(m_socket); }
    Supervisor(const Supervisor &) = delete;
    Supervisor &operator=(const Supervisor &) = delete;

    /// All datagrams so far, each ends with an end of line.
    QByteArray heard()
    {
        QByteArray buffer(4096, '\0');
        for (;;) {
            const auto size = ::recv(m_socket, buffer.data(), size_t(buffer.size()), 0);
            if (size <= 0)
                return m_heard;
            m_heard += buffer.left(size);
        }
    }

    bool isReady = false;

private:
    int m_socket;
    QByteArray m_heard{};
};

/// The variables that systemd gives to the one process that it started.
class Variables
{
public:
    Variables(const QByteArray &socket, const QByteArray &watchdog, qint64 process)
    {
        qputenv("NOTIFY_SOCKET", socket);
        qputenv("WATCHDOG_USEC", watchdog);
        qputenv("WATCHDOG_PID", QByteArray::number(process));
    }
    ~Variables()
    {
        for (const char *name : {"NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID"})
            qunsetenv(name);
    }
    Variables(const Variables &) = delete;
    Variables &operator=(const Variables &) = delete;
};

const QByteArray quick = "40000"; // fed every 20 ms

} // namespace

/// createzoomd as systemd runs it: what it says, when, and what its log looks like.
class TestSupervised : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;

    QByteArray socketName() const { return m_folder->filePath(u"notify"_s).toLocal8Bit(); }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void aServerSaysWhenItIsReadyAndWhenItEnds()
    {
        Supervisor systemd(socketName());
        QVERIFY(systemd.isReady);
        ServerProcess server;
        server.setVariable(u"NOTIFY_SOCKET"_s, QString::fromLocal8Bit(socketName()));
        server.setVariable(u"WATCHDOG_USEC"_s, QString::fromLatin1(quick));

        QVERIFY(server.start({u"--iam-url"_s, QString(), u"--grace"_s, u"7"_s}));

        QTRY_VERIFY(systemd.heard().count("WATCHDOG=1\n") >= 3);
        QVERIFY2(systemd.heard().startsWith("READY=1\nSTATUS=Listening on http://127.0.0.1:"),
                 systemd.heard().constData());
        QCOMPARE(server.terminate(), 0);
        QVERIFY2(systemd.heard().endsWith("STOPPING=1\nSTATUS=ending: running steps may finish\n"
                                          "EXTEND_TIMEOUT_USEC=37000000\n"),
                 systemd.heard().right(200).constData());
    }

    void aServerThatWaitsForItsStoreIsNotReadyAndNotLate()
    {
        Supervisor systemd(socketName());
        RedisProcess redis;
        redis.kill();
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"NOTIFY_SOCKET"_s, QString::fromLocal8Bit(socketName()));
        environment.insert(u"REDIS_URL"_s, u"redis://127.0.0.1:%1"_s.arg(redis.port()));
        environment.insert(u"CREATEZOOM_TOKEN_KEYS"_s,
                           u"k1:"_s + QString::fromLatin1(QByteArray(32, 'k').toBase64()));
        process.setProcessEnvironment(environment);

        process.start(programPath(u"createzoomd"_s),
                      {u"--data"_s,
                       m_folder->filePath(u"data"_s),
                       u"--listen"_s,
                       u"127.0.0.1:0"_s,
                       u"--iam-url"_s,
                       QString()});
        QTRY_VERIFY(systemd.heard().contains("EXTEND_TIMEOUT_USEC="));
        const QByteArray early = systemd.heard();
        QVERIFY(redis.start());

        QTRY_VERIFY_WITH_TIMEOUT(systemd.heard().contains("READY=1\n"), 30'000);
        QVERIFY2(early.startsWith("STATUS=") && !early.contains("READY"), early.constData());
        process.terminate();
        QVERIFY(process.waitForFinished());
    }

    void theWatchdogIsFedWhileAllIsWell_data()
    {
        QTest::addColumn<bool>("isWell");
        QTest::addColumn<QByteArray>("patience");
        QTest::addColumn<qint64>("process");
        QTest::addColumn<bool>("isFed");
        const qint64 us = ::getpid();
        QTest::newRow("well") << true << quick << us << true;
        QTest::newRow("stuck") << false << quick << us << false;
        QTest::newRow("no watchdog") << true << QByteArray() << us << false;
        QTest::newRow("the watchdog of another process") << true << quick << us + 1 << false;
    }
    void theWatchdogIsFedWhileAllIsWell()
    {
        QFETCH(const bool, isWell);
        QFETCH(const QByteArray, patience);
        QFETCH(const qint64, process);
        QFETCH(const bool, isFed);
        const QByteArray name = "@createzoom-test-" + QByteArray::number(::getpid());
        const Variables variables(name, patience, process);
        Supervisor systemd(name);
        QVERIFY(systemd.isReady);
        int asked = 0;
        ServiceNotifier notifier;

        notifier.isReady(u"here"_s, [&] {
            ++asked;
            return isWell;
        });

        if (!patience.isEmpty() && process == ::getpid())
            QTRY_VERIFY(asked >= 3);
        QCOMPARE(systemd.heard().count("WATCHDOG=1\n") >= 3, isFed);
        QVERIFY(systemd.heard().startsWith("READY=1\nSTATUS=here\n"));
    }

    void aStuckLoopFeedsNothing()
    {
        const Variables variables(socketName(), quick, ::getpid());
        Supervisor systemd(socketName());
        ServiceNotifier notifier;
        notifier.isReady(u"here"_s, [] { return true; });
        QTRY_VERIFY(systemd.heard().contains("WATCHDOG=1\n"));
        const qsizetype before = systemd.heard().size();

        QElapsedTimer stuck; // no event loop turns meanwhile
        stuck.start();
        while (stuck.elapsed() < 100) {}

        QCOMPARE(systemd.heard().size(), before);
    }

    void whatIsToldIsOneLineWithoutSecrets()
    {
        const Variables variables(socketName(), {}, ::getpid());
        Supervisor systemd(socketName());
        ServiceNotifier notifier;

        notifier.waits(u"redis://u:CANARY@h is away\nREADY=1"_s, std::chrono::milliseconds(5000));

        QCOMPARE(systemd.heard(),
                 "STATUS=redis://***@h is away READY=1\nEXTEND_TIMEOUT_USEC=35000000\n");
    }

    void jsonLinesNameTheJob()
    {
        ServiceFixture service;
        QVERIFY(service.start({u"--log-format"_s, u"json"_s}));
        QVERIFY(service.put(u"text.tif"_s, "no image"));

        const QString id = service.server.submit(u"b1/text.tif"_s, u"b1/out"_s);
        QCOMPARE(service.server.waitForEnd(id)[u"status"].toString(), u"failed"_s);

        QList<QJsonObject> ofJob;
        for (const QByteArray &line : service.server.log().split('\n')) {
            const QJsonObject object = QJsonDocument::fromJson(line).object();
            QVERIFY2(!line.contains(" createzoom.") || !object.isEmpty(), line.constData());
            if (object[u"job_id"].toString() == id)
                ofJob << object;
        }
        QVERIFY(!ofJob.isEmpty());
        const QJsonObject end = ofJob.last(); // where there is no Landlock, that is said before
        QCOMPARE(end[u"level"].toString(), u"warning"_s);
        QCOMPARE(end[u"category"].toString(), u"createzoom.pipeline"_s);
        const QString message = end[u"message"].toString();
        QVERIFY2(message.contains(u"E_UNREADABLE"_s), qPrintable(message));
    }
};

QTEST_GUILESS_MAIN(TestSupervised)
#include "tst_supervised.moc"
