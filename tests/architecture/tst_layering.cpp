// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/includerules.h"
#include "tests/architecture/productsources.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace createzoom;

class TestLayering : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachSourceIncludesOnlyWhatItsLayerMay_data()
    {
        QTest::addColumn<QString>("path");
        for (const QString &path : sourcesBelow({u"app"_s, u"core"_s, u"server"_s, u"ui"_s}))
            QTest::newRow(qPrintable(path)) << path;
    }

    void eachSourceIncludesOnlyWhatItsLayerMay()
    {
        QFETCH(QString, path);

        const QStringList breaches = includeBreaches(path, includedHeaders(sourceText(path)));

        QVERIFY2(breaches.isEmpty(), qPrintable(breaches.join(u'\n')));
    }

    void theSourcesAreFound()
    {
        QVERIFY(sourcesBelow({u"core"_s}).contains(u"core/base/result.h"));
        QVERIFY(
            includedHeaders(sourceText(u"core/jobs/jobengine.h"_s)).contains(u"core/jobs/job.h"));
    }

    void aBreachIsSeen_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("line");

        QTest::newRow("core knows the server")
            << u"core/base/x.cpp"_s << u"#include \"server/x.h\""_s;
        QTest::newRow("core knows the window") << u"core/jobs/x.cpp"_s << u"#include \"ui/x.h\""_s;
        QTest::newRow("base knows jobs") << u"core/base/x.h"_s << u"#include \"core/jobs/job.h\""_s;
        QTest::newRow("jobs knows storage")
            << u"core/jobs/x.h"_s << u"#include \"core/storage/x.h\""_s;
        QTest::newRow("storage knows imaging")
            << u"core/storage/x.h"_s << u"#include \"core/imaging/x.h\""_s;
        QTest::newRow("redis knows storage")
            << u"core/redis/x.h"_s << u"#include \"core/storage/x.h\""_s;
        QTest::newRow("imaging knows archive")
            << u"core/imaging/x.h"_s << u"#include \"core/archive/x.h\""_s;
        QTest::newRow("transfer knows pipeline")
            << u"core/transfer/x.h"_s << u"#include \"core/pipeline/x.h\""_s;
        QTest::newRow("server knows the window") << u"server/x.cpp"_s << u"#include \"ui/x.h\""_s;
        QTest::newRow("the window knows the server")
            << u"ui/x.cpp"_s << u"#include \"server/x.h\""_s;
        QTest::newRow("the window knows app") << u"ui/x.cpp"_s << u"#include \"app/x.h\""_s;
        QTest::newRow("a folder without a layer")
            << u"core/misc/x.cpp"_s << u"#include <QString>"_s;
        QTest::newRow("a relative path") << u"core/base/x.cpp"_s << u"#include \"../x.h\""_s;
        QTest::newRow("a test in the product") << u"ui/x.cpp"_s << u"#include \"tests/ui/x.h\""_s;
        QTest::newRow("libvips in pipeline")
            << u"core/pipeline/x.cpp"_s << u"#include <vips/vips8>"_s;
        QTest::newRow("libjpeg-turbo in ui") << u"ui/x.cpp"_s << u"#  include <turbojpeg.h>"_s;
        QTest::newRow("QuaZip in imaging")
            << u"core/imaging/x.cpp"_s << u"#include <quazip/quazip.h>"_s;
        QTest::newRow("QtSql in jobs") << u"core/jobs/x.cpp"_s << u"#include <QSqlQuery>"_s;
        QTest::newRow("hiredis in server")
            << u"server/x.cpp"_s << u"#include <hiredis/hiredis.h>"_s;
        QTest::newRow("hiredis in storage")
            << u"core/storage/x.cpp"_s << u"#include <hiredis/hiredis.h>"_s;
        QTest::newRow("network access in ui")
            << u"ui/x.cpp"_s << u"#include <QNetworkAccessManager>"_s;
        QTest::newRow("QHttpServer in app")
            << u"app/x.cpp"_s << u"#include <QHttpServerResponse>"_s;
        QTest::newRow("D-Bus in ui") << u"ui/x.cpp"_s << u"#include <QDBusConnection>"_s;
        QTest::newRow("toml++ in app") << u"app/x.cpp"_s << u"#include <toml++/toml.h>"_s;
        QTest::newRow("libsodium in storage")
            << u"core/storage/x.cpp"_s << u"#include <sodium.h>"_s;
        QTest::newRow("widgets in server") << u"server/x.cpp"_s << u" #include <QWidget>"_s;
        QTest::newRow("a table in core") << u"core/base/x.cpp"_s << u"#include <QTableView>"_s;
        QTest::newRow("a module's folder") << u"ui/x.cpp"_s << u"#include <QtWidgets/QWidget>"_s;
    }

    void aBreachIsSeen()
    {
        QFETCH(QString, path);
        QFETCH(QString, line);

        QCOMPARE(includeBreaches(path, includedHeaders(u"#pragma once\n"_s + line + u'\n')).size(),
                 1);
    }

    void whatIsBelowMayBeIncluded_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("header");

        QTest::newRow("pipeline, imaging") << u"core/pipeline/x.cpp"_s << u"core/imaging/x.h"_s;
        QTest::newRow("archive, jobs") << u"core/archive/x.cpp"_s << u"core/jobs/job.h"_s;
        QTest::newRow("app, server") << u"app/x.cpp"_s << u"server/restserver.h"_s;
        QTest::newRow("itself") << u"server/x.cpp"_s << u"server/x.h"_s;
        QTest::newRow("libvips at home") << u"core/imaging/x.cpp"_s << u"vips/vips8"_s;
        QTest::newRow("a view of text") << u"core/base/x.cpp"_s << u"QStringView"_s;
        QTest::newRow("QtGlobal") << u"core/base/x.cpp"_s << u"QtGlobal"_s;
    }

    void whatIsBelowMayBeIncluded()
    {
        QFETCH(QString, path);
        QFETCH(QString, header);

        QCOMPARE(includeBreaches(path, {header}), QStringList());
    }
};

QTEST_APPLESS_MAIN(TestLayering)
#include "tst_layering.moc"
