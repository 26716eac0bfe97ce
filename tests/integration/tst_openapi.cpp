// SPDX-License-Identifier: GPL-3.0-or-later
// Does the server keep to its own description? Asked by a client that knows nothing else of it.
#include "tests/integration/sampleimages.h"
#include "tests/integration/servicefixture.h"

#include <QProcess>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace createzoom::tests;

class TestOpenApi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noAnswerIsOutsideTheDocument()
    {
        ServiceFixture service;
        QVERIFY(service.start({u"--admin-domains"_s,
                               u"@example.org"_s,
                               u"--admin-actions-domains"_s,
                               u"@medisin.uio.no"_s}));
        QVERIFY(service.put(u"in/a.tif"_s, tiffImage({600, 400})));
        const QString done = service.server.submit(u"b1/in/a.tif"_s, u"b1/out"_s);
        const QString failed = service.server.submit(u"b1/in/none.tif"_s, u"b1/out"_s);
        QCOMPARE(service.server.waitForEnd(done).value(u"status"), u"completed"_s);
        QCOMPARE(service.server.waitForEnd(failed).value(u"status"), u"failed"_s);

        QProcess client;
        client.setProcessChannelMode(QProcess::MergedChannels);
        client.start(QStringLiteral(CREATEZOOM_SOURCE_DIR "/tests/tools/openapi_client.py"),
                     {service.server.url().toString(),
                      u"--good"_s,
                      u"editor-token"_s,
                      u"--other"_s,
                      u"viewer-token"_s,
                      u"--id"_s,
                      done,
                      u"--id"_s,
                      failed});
        QVERIFY(client.waitForFinished(100'000));

        const QByteArray said = client.readAll();
        qInfo().noquote() << said.trimmed().right(2000);
        QVERIFY2(client.exitStatus() == QProcess::NormalExit && client.exitCode() == 0,
                 said.left(6000).constData());
        QVERIFY(service.server.isRunning());
    }
};

QTEST_GUILESS_MAIN(TestOpenApi)
#include "tst_openapi.moc"
