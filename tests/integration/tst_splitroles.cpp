// SPDX-License-Identifier: GPL-3.0-or-later
// Each step on a machine of its own: how files get from one to the next, and what is seen of them.
#include "tests/integration/sampleimages.h"
#include "tests/integration/sharedstore.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <vector>

using namespace Qt::Literals::StringLiterals;
using namespace createzoom;
using namespace createzoom::tests;

namespace {

const QStringList peers{u"--peer-listen"_s, u"127.0.0.1:0"_s};

QString statusOf(const QJsonObject &task)
{
    return task.value(u"status").toString();
}

} // namespace

class TestSplitRoles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void stepsOnMachinesOfTheirOwn_data();
    void stepsOnMachinesOfTheirOwn();
    void fileOfAMachineThatDiedIsFetchedAgain();
    void previewsOfAWorkerAreSeenAtTheServer();

private:
    ServerProcess &startNode(const QStringList &arguments);

    std::unique_ptr<SharedStore> m_store;
    std::vector<std::unique_ptr<ServerProcess>> m_nodes;
};

void TestSplitRoles::init()
{
    m_store = std::make_unique<SharedStore>();
    QVERIFY(m_store->isReady);
    QVERIFY(m_store->service.startServer({u"--roles"_s, u"api"_s}));
}

void TestSplitRoles::cleanup()
{
    m_nodes.clear();
    m_store.reset();
}

ServerProcess &TestSplitRoles::startNode(const QStringList &arguments)
{
    m_nodes.push_back(std::make_unique<ServerProcess>());
    if (!m_nodes.back()->start(m_store->service.arguments(arguments)))
        QTest::qFail(m_nodes.back()->log().constData(), __FILE__, __LINE__);
    return *m_nodes.back();
}

void TestSplitRoles::stepsOnMachinesOfTheirOwn_data()
{
    QTest::addColumn<bool>("isShared");
    QTest::newRow("files fetched from each other") << false;
    QTest::newRow("files in a shared folder") << true;
}

void TestSplitRoles::stepsOnMachinesOfTheirOwn()
{
    QFETCH(bool, isShared);
    const QTemporaryDir shared;
    const QStringList files = isShared ? QStringList{u"--shared-work"_s, shared.path()} : peers;
    for (const QString &role : {u"downloader"_s, u"processor"_s, u"processor"_s, u"uploader"_s})
        startNode(QStringList{u"--roles"_s, role} + files);
    ServiceFixture &service = m_store->service;
    QStringList ids;
    for (int i = 0; i < 8; ++i) {
        QVERIFY(service.put(u"s%1.tif"_s.arg(i), tiffImage({300 + i, 200})));
        ids << service.server.submit(u"b1/s%1.tif"_s.arg(i), u"b1/out"_s);
    }

    for (int i = 0; i < ids.size(); ++i) {
        QCOMPARE(statusOf(service.server.waitForEnd(ids[i])), u"completed"_s);
        QCOMPARE(judged(service.objectFile(u"out/s%1.tif.dzip"_s.arg(i))), QString());
        QCOMPARE(service.transfers("GET", u"s%1.tif"_s.arg(i)), 1);
        QCOMPARE(service.transfers("PUT", u"out/s%1.tif.dzip"_s.arg(i)), 1);
    }
    for (const auto &node : m_nodes) {
        QTRY_COMPARE_WITH_TIMEOUT(node->workFiles(), QStringList(), 10'000);
        QVERIFY(!node->log().contains("editor-token"));
        QVERIFY(!node->log().contains("starts over"));
    }
    QTRY_VERIFY(QDir(shared.filePath(u"work"_s)).isEmpty());
}

void TestSplitRoles::fileOfAMachineThatDiedIsFetchedAgain()
{
    ServerProcess &first = startNode(QStringList{u"--roles"_s, u"downloader"_s} + peers);
    ServiceFixture &service = m_store->service;
    QVERIFY(service.put(u"s.tif"_s, tiffImage({300, 200})));
    const QString id = service.server.submit(u"b1/s.tif"_s, u"b1/out"_s);
    QTRY_VERIFY(!first.workFiles().isEmpty());
    QTRY_COMPARE(statusOf(service.server.status(id)), u"queued"_s);
    first.kill();

    startNode(QStringList{u"--roles"_s, u"processor,uploader"_s} + peers);
    startNode(QStringList{u"--roles"_s, u"downloader"_s} + peers);
    QVERIFY(m_store->letLeasesEnd());

    QCOMPARE(statusOf(service.server.waitForEnd(id)), u"completed"_s);
    QCOMPARE(judged(service.objectFile(u"out/s.tif.dzip"_s)), QString());
}

void TestSplitRoles::previewsOfAWorkerAreSeenAtTheServer()
{
    ServerProcess &worker = startNode(QStringList{u"--worker"_s} + peers);
    ServiceFixture &service = m_store->service;
    QVERIFY(service.put(u"s.tif"_s, tiffImage({300, 200})));
    const QString id = service.server.submit(u"b1/s.tif"_s, u"b1/out"_s);
    QCOMPARE(statusOf(service.server.waitForEnd(id)), u"completed"_s);
    const QString preview = u"/api/v1/jobs/%1/preview"_s.arg(id);
    const auto ask = [&](const QString &path) {
        return service.server.request("GET", path, {}, "editor-admin");
    };

    QCOMPARE(ask(preview).json().value(u"width").toInt(), 300);
    QVERIFY(ask(preview + u"/image_files/0/0_0.jpeg"_s).body.startsWith("\xff\xd8"));

    worker.terminate();
    const HttpReply gone = ask(preview + u"/image_files/1/0_0.jpeg"_s);
    QVERIFY2(gone.status == 503 || gone.status == 502, QByteArray::number(gone.status).constData());
}

QTEST_GUILESS_MAIN(TestSplitRoles)
#include "tst_splitroles.moc"
