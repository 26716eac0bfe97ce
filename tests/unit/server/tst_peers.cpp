// SPDX-License-Identifier: GPL-3.0-or-later
// Two machines that share jobs: what one asks (core/transfer/Peers), what the other gives
// (PeerServer).
#include "core/transfer/peers.h"
#include "server/peerserver.h"
#include "tests/support/resultvalue.h"
#include "tests/unit/server/fakejobengine.h"
#include "tests/unit/server/fakepyramid.h"
#include "tests/unit/server/httpclient.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <future>

using namespace createzoom;
using namespace createzoom::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString far = u"far-1"_s;

SecretBox keysOf(char byte)
{
    return *SecretBox::fromKeys(Secret("k:" + QByteArray(32, byte).toBase64()));
}

/// More than two parts, and none like another.
QByteArray someBytes()
{
    QByteArray bytes(9 << 20, '\0');
    for (qsizetype i = 0; i < bytes.size(); i += 4096)
        bytes.replace(i, 8, QByteArray::number(i).leftJustified(8, '.'));
    return bytes;
}

QString md5Of(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Md5).toHex());
}

QByteArray contentOf(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The machine that has the files.
struct FarMachine
{
    FarMachine()
    {
        QDir(folder.path()).mkpath(u"work/j1/3"_s);
        QFile file(folder.filePath(u"work/j1/3/source"_s));
        if (file.open(QIODevice::WriteOnly))
            file.write(bytes);
        url = valueOf(server.start(u"127.0.0.1:0"_s));
        engine.setWorkers({{.name = u"w"_s, .node = far, .peerUrl = url.toString()}});
    }
    ~FarMachine() { server.stop(); }

    Artifact artifact() const
    {
        return {.path = u"j1/3/source"_s, .bytes = bytes.size(), .md5 = md5Of(bytes), .node = far};
    }

    const QByteArray bytes = someBytes();
    QTemporaryDir folder{};
    FakeJobEngine engine{};
    SecretBox keys = keysOf('x');
    std::atomic<bool> isGrowing = false;
    JobService service{engine, keys, systemClock()};
    PeerServer server{service,
                      keys,
                      folder.filePath(u"work"_s),
                      [this](const Job &) -> Result<std::unique_ptr<TileSource>> {
                          return std::unique_ptr<TileSource>(
                              std::make_unique<FakePyramid>(isGrowing));
                      }};
    QUrl url{};
};

} // namespace

class TestPeers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_far = std::make_unique<FarMachine>();
        m_here = std::make_unique<QTemporaryDir>();
        m_peers = std::make_unique<Peers>(
            m_far->engine,
            m_keys,
            systemClock(),
            TransferLimits{.fruitlessTries = 2},
            [] { return 0.0; },
            [](std::chrono::milliseconds, const std::stop_token &) {});
    }
    void cleanup()
    {
        m_peers.reset();
        m_far.reset();
    }

    void fileArrivesWhole()
    {
        checkOk(m_peers->fetch(m_far->artifact(), target(), {}));

        QCOMPARE(contentOf(target()), m_far->bytes);
    }

    void whatCannotBeHadIsSaid_data()
    {
        QTest::addColumn<Artifact>("artifact");
        QTest::addColumn<ErrorCode>("code");
        const Artifact good{.path = u"j1/3/source"_s, .bytes = 9 << 20, .node = far};
        Artifact other = good;
        other.node = u"gone"_s;
        QTest::newRow("no such machine") << other << ErrorCode::NotFound;
        other = good;
        other.path = u"j1/4/source"_s;
        QTest::newRow("no such file") << other << ErrorCode::NotFound;
        other = good;
        other.bytes += 1;
        QTest::newRow("larger than it is") << other << ErrorCode::NotFound;
        other = good;
        other.md5 = u"00"_s;
        QTest::newRow("another file") << other << ErrorCode::Checksum;
        other = good;
        other.path = u"../3/source"_s;
        QTest::newRow("out of the folder") << other << ErrorCode::NotFound;
    }

    void whatCannotBeHadIsSaid()
    {
        QFETCH(Artifact, artifact);
        QFETCH(ErrorCode, code);

        const Result<void> fetched = m_peers->fetch(artifact, target(), {});

        QVERIFY(!fetched);
        QCOMPARE(errorName(fetched.error().code), errorName(code));
    }

    void machineThatIsSilentIsGivenUp()
    {
        m_far->server.stop();

        const Result<void> fetched = m_peers->fetch(m_far->artifact(), target(), {});

        QVERIFY(!fetched);
        QCOMPARE(errorName(fetched.error().code), errorName(ErrorCode::Network));
    }

    void cancelEndsIt()
    {
        std::stop_source stop;
        stop.request_stop();

        const Result<void> fetched
            = m_peers->fetch(m_far->artifact(), target(), {.stop = stop.get_token()});

        QCOMPARE(errorName(fetched.error().code), errorName(ErrorCode::Cancelled));
    }

    void cancelEndsItAlsoWhileTheOtherMachineIsSilent()
    {
        QTcpServer silent;
        QVERIFY(
            silent.listen(QHostAddress::LocalHost)); // the system takes the call, nobody answers
        m_far->engine.setWorkers({{.name = u"w"_s,
                                   .node = far,
                                   .peerUrl = u"http://127.0.0.1:%1"_s.arg(silent.serverPort())}});
        std::stop_source stop;
        auto fetching = std::async(std::launch::async, [&] {
            return m_peers->fetch(m_far->artifact(), target(), {.stop = stop.get_token()});
        });
        QVERIFY(silent.waitForNewConnection(10'000));

        stop.request_stop();

        QCOMPARE(fetching.wait_for(std::chrono::seconds(10)), std::future_status::ready);
        QCOMPARE(errorName(fetching.get().error().code), errorName(ErrorCode::Cancelled));
    }

    void discardedFileIsRemoved()
    {
        m_peers->discard(m_far->artifact());

        QVERIFY(!QFileInfo::exists(m_far->folder.filePath(u"work/j1"_s)));
        QVERIFY(QFileInfo::exists(m_far->folder.filePath(u"work"_s)));
    }

    void pyramidIsSeenFromHere()
    {
        m_far->engine.put({.id = u"j1"_s, .state = JobState::Running});

        const auto pyramid = valueOf(m_peers->preview(u"j1"_s, far));

        QCOMPARE(pyramid->descriptor().layout.size(), QSize(1000, 700));
        QCOMPARE(valueOf(pyramid->tile({9, 1, 1})), "tile 9 1 1");
    }

    void pyramidOfAMachineThatIsGoneIsAskedForLater()
    {
        const auto pyramid = m_peers->preview(u"j1"_s, u"gone"_s);

        QVERIFY(!pyramid);
        QCOMPARE(errorName(pyramid.error().code), errorName(ErrorCode::Unavailable));
        QVERIFY(pyramid.error().retryAfter);
    }

    void otherKeysOpenNothing()
    {
        const SecretBox others = keysOf('y');
        Peers stranger(m_far->engine, others, systemClock());
        m_far->engine.put({.id = u"j1"_s, .state = JobState::Running});

        QCOMPARE(errorName(stranger.fetch(m_far->artifact(), target(), {}).error().code),
                 errorName(ErrorCode::AuthRequired));
        QCOMPARE(errorName(stranger.preview(u"j1"_s, far).error().code),
                 errorName(ErrorCode::AuthRequired));
        stranger.discard(m_far->artifact());
        QVERIFY(QFileInfo::exists(m_far->folder.filePath(u"work/j1/3/source"_s)));
    }

    void addressHasNothingElse_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<int>("status");
        QTest::newRow("alive") << QByteArray("GET /livez") << 200;
        QTest::newRow("file") << QByteArray("GET /api/v1/peer/files/j1/3/source") << 401;
        QTest::newRow("removal") << QByteArray("DELETE /api/v1/peer/files/j1/3/source") << 401;
        QTest::newRow("preview") << QByteArray("GET /api/v1/jobs/j1/preview") << 401;
        QTest::newRow("jobs") << QByteArray("GET /api/v1/jobs") << 404;
        QTest::newRow("legacy") << QByteArray("GET /deepzoom/tasks") << 404;
    }

    void addressHasNothingElse()
    {
        QFETCH(QByteArray, request);
        HttpClient client(m_far->url);

        const ReceivedAnswer answer = client.ask(request + " HTTP/1.1\r\nHost: x\r\n\r\n");

        QTEST(answer.status, "status");
    }

private:
    QString target() const { return m_here->filePath(u"copy"_s); }

    const SecretBox m_keys = keysOf('x');
    std::unique_ptr<FarMachine> m_far;
    std::unique_ptr<QTemporaryDir> m_here;
    std::unique_ptr<Peers> m_peers;
};

QTEST_GUILESS_MAIN(TestPeers)
#include "tst_peers.moc"
