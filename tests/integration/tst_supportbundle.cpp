// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/serverprocess.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace createzoom::tests;

namespace {

/// Every secret has this word in it, but for those that the server makes itself.
const QByteArray canary = "CANARY";

} // namespace

/// What an administrator sends to whoever helps.
class TestSupportBundle : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ServerProcess> m_server;

    QString path(const QString &name) const { return m_folder->filePath(name); }

    bool write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size()
            && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }

    QByteArray fileOfData(const QString &name) const
    {
        QFile file(m_server->dataFolder() + u'/' + name);
        return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed() : QByteArray();
    }

    /// With a journal that has heard every secret there is.
    QByteArray bundle(const QStringList &more, int exitCode = 0) const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"PATH"_s, m_folder->path() + u':' + environment.value(u"PATH"_s));
        environment.insert(u"REDIS_URL"_s, u"redis://u:CANARYURL@h:1/0"_s);
        environment.insert(u"REDIS_PASSWORD_FILE"_s, path(u"password"_s));
        environment.insert(u"CREATEZOOM_TOKEN_KEYS"_s, u"k1:CANARYKEY1,k2:CANARYKEY2"_s);
        environment.insert(u"OTHER_PROGRAMS_TOKEN"_s, u"CANARYOTHER"_s);
        QProcess process;
        process.setProcessEnvironment(environment);
        process.start(programPath(u"createzoomd"_s),
                      QStringList{u"support-bundle"_s,
                                  u"--data"_s,
                                  m_server->dataFolder(),
                                  u"--config"_s,
                                  path(u"config.toml"_s),
                                  u"--server"_s,
                                  m_server->url().toString()}
                          + more);
        const bool hasEnded = process.waitForFinished(30'000) && process.exitCode() == exitCode;
        return hasEnded ? process.readAll() : "failed: " + process.readAllStandardError();
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<ServerProcess>();
        QVERIFY(QDir(m_folder->path()).mkdir(u"buckets"_s));
        QVERIFY(m_server->start(
            {u"--iam-url"_s, QString(), u"--bucket-url"_s, u"file://"_s + path(u"buckets"_s)}));
        QVERIFY(write(u"password"_s, "CANARYPASSWORD\n"));
        QVERIFY(write(u"config.toml"_s,
                      "queue-limit = 77\nbucket-url = 'https://u:CANARYBUCKET@h/api'\n"));
        QVERIFY(write(u"journalctl"_s,
                      "#!/bin/sh\ncat <<'END'\nCANARYURL CANARYPASSWORD CANARYKEY1 CANARYKEY2\n"
                      "Authorization: Bearer CANARYBEARER\n"
                      "the admin token is "
                          + fileOfData(u"admin-token"_s) + " and the key "
                          + fileOfData(u"token.key"_s) + "\nan ordinary line\nEND\n"));
        const QString id = m_server->submit(u"b/none.tif"_s, u"b/out"_s, "CANARYTOKEN");
        QCOMPARE(m_server->waitForEnd(id)[u"status"].toString(), u"failed"_s);
    }

    void itHasWhatHelpersAskFor_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("version") << QByteArray("\nCreateZoom 0.");
        QTest::newRow("setting") << QByteArray("queue-limit = \"77\"");
        QTest::newRow("name of a variable") << QByteArray("\nOTHER_PROGRAMS_TOKEN\n");
        QTest::newRow("disk") << QByteArray(" are free");
        QTest::newRow("store") << QByteArray("jobs.sqlite");
        QTest::newRow("jobs") << QByteArray("jobs by state: {\"failed\":1");
        QTest::newRow("error") << QByteArray("E_NOT_FOUND");
        QTest::newRow("worker") << QByteArray("\"capacity\"");
        QTest::newRow("log") << QByteArray("an ordinary line");
    }
    void itHasWhatHelpersAskFor()
    {
        QFETCH(const QByteArray, text);

        const QByteArray made = bundle({});

        QVERIFY2(made.contains(text), made.constData());
    }

    void itHasNoSecret()
    {
        const QByteArray made = bundle({});

        QVERIFY2(made.contains("the admin token is *** and the key ***"), made.constData());
        QVERIFY2(!made.contains(canary), made.constData());
        QVERIFY(!made.contains(fileOfData(u"admin-token"_s)));
        QVERIFY(!made.contains(fileOfData(u"token.key"_s).mid(3)));
    }

    void itsFileIsNewAndPrivate()
    {
        const QString file = path(u"bundle.txt"_s);

        QCOMPARE(bundle({u"-o"_s, file, u"--no-log"_s}), QByteArray());
        const QByteArray again = bundle({u"-o"_s, file}, 1);

        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        QVERIFY(!written.readAll().contains("an ordinary line"));
        QCOMPARE(written.permissions() & (QFile::ReadGroup | QFile::ReadOther),
                 QFile::Permissions());
        QCOMPARE(again, QByteArray()); // a sentence on standard error, no second bundle
    }
};

QTEST_GUILESS_MAIN(TestSupportBundle)
#include "tst_supportbundle.moc"
