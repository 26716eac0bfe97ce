// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>
#include <QMimeDatabase>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

QString pathOf(const QString &name)
{
    return QStringLiteral(CREATEZOOM_SOURCE_DIR "/packaging/desktop/") + name;
}

QString textOf(const QString &name)
{
    QFile file(pathOf(name));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// The value of "key=..." in a desktop file.
QString valueOf(const QString &name, const QString &key)
{
    const QRegularExpression line(u"^%1=(.*)$"_s.arg(key), QRegularExpression::MultilineOption);
    return line.match(textOf(name)).captured(1);
}

} // namespace

/// The files by which a desktop knows the programs and the archives.
class TestDesktopFiles : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_data;

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(QDir(m_data.path()).mkpath(u"mime/packages"_s));
        QVERIFY(QFile::copy(pathOf(u"application-x-dzip.xml"_s),
                            m_data.filePath(u"mime/packages/application-x-dzip.xml"_s)));
        qputenv("XDG_DATA_HOME", m_data.path().toLocal8Bit());
    }

    void theToolsOfDistributionsAcceptThem_data()
    {
        QTest::addColumn<QString>("tool");
        QTest::addColumn<QStringList>("arguments");

        for (const QString &name : {u"createzoom.desktop"_s, u"createzoom-view.desktop"_s})
            QTest::newRow(qPrintable(name))
                << u"desktop-file-validate"_s << QStringList{pathOf(name)};
        QTest::newRow("metainfo") << u"appstreamcli"_s
                                  << QStringList{u"validate"_s,
                                                 u"--no-net"_s,
                                                 pathOf(u"eu.ebrains.createzoom.metainfo.xml"_s)};
        QTest::newRow("types") << u"xmllint"_s
                               << QStringList{u"--noout"_s, pathOf(u"application-x-dzip.xml"_s)};
        QTest::newRow("types for file managers")
            << u"update-mime-database"_s << QStringList{m_data.filePath(u"mime"_s)};
    }
    void theToolsOfDistributionsAcceptThem()
    {
        QFETCH(const QString, tool);
        QFETCH(const QStringList, arguments);
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);

        process.start(tool, arguments);

        QVERIFY2(process.waitForFinished(), qPrintable(tool + u": "_s + process.errorString()));
        const QByteArray output = process.readAll();
        QVERIFY2(process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0,
                 output.constData());
        if (tool == u"desktop-file-validate" || tool == u"xmllint")
            QCOMPARE(output, QByteArray()); // hints too
    }

    void archivesAreKnownByTheirNames_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("type");

        QTest::newRow("dzip") << u"s012.tif.dzip"_s << u"application/x-dzip"_s;
        QTest::newRow("szi") << u"s012.szi"_s << u"application/x-szi"_s;
    }
    void archivesAreKnownByTheirNames()
    {
        QFETCH(const QString, file);
        QFETCH(const QString, type);

        const QMimeType found
            = QMimeDatabase().mimeTypeForFile(file, QMimeDatabase::MatchExtension);

        QCOMPARE(found.name(), type);
        QVERIFY(found.inherits(u"application/zip"_s));
    }

    void whoOpensArchivesTakesTheTypesThatAreDefined()
    {
        const QString types = textOf(u"application-x-dzip.xml"_s);

        for (const QString &file : {u"createzoom-view.desktop"_s, u"createzoom.thumbnailer"_s}) {
            const QStringList taken = valueOf(file, u"MimeType"_s).split(u';', Qt::SkipEmptyParts);
            QVERIFY(!taken.isEmpty());
            for (const QString &type : taken)
                QVERIFY2(types.contains(u"type=\"%1\""_s.arg(type)), qPrintable(type));
        }
        QCOMPARE(valueOf(u"createzoom.thumbnailer"_s, u"Exec"_s),
                 u"createzoom thumbnail --size %s %i %o"_s);
        QCOMPARE(valueOf(u"createzoom-view.desktop"_s, u"Exec"_s), u"createzoom view %F"_s);
    }
};

QTEST_GUILESS_MAIN(TestDesktopFiles)
#include "tst_desktopfiles.moc"
