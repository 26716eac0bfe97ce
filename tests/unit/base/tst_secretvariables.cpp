// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/secretvariables.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace createzoom;
using namespace Qt::Literals::StringLiterals;

/// Secrets from variables, files and credentials.
class TestSecretVariables : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    QString file(const QString &name, const QByteArray &bytes) const
    {
        QFile written(m_folder.filePath(name));
        return written.open(QIODevice::WriteOnly) && written.write(bytes) == bytes.size()
            ? written.fileName()
            : QString();
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(QDir(m_folder.path()).mkdir(u"credentials"_s));
        file(u"password"_s, "of the file\n");
        file(u"credentials/createzoom.redis-password"_s, "of systemd\n");
        file(u"empty"_s, "\n");
    }

    void theNearestSourceWins_data()
    {
        QTest::addColumn<Environment>("environment");
        QTest::addColumn<QString>("password");
        const QString named = m_folder.filePath(u"password"_s);
        const QString credentials = m_folder.filePath(u"credentials"_s);
        QTest::newRow("none") << Environment{} << QString();
        QTest::newRow("variable") << Environment{{u"REDIS_PASSWORD"_s, u"a"_s},
                                                 {u"REDIS_PASSWORD_FILE"_s, named}}
                                  << u"a"_s;
        QTest::newRow("file") << Environment{{u"REDIS_PASSWORD_FILE"_s, named},
                                             {u"CREDENTIALS_DIRECTORY"_s, credentials}}
                              << u"of the file"_s;
        QTest::newRow("credential")
            << Environment{{u"CREDENTIALS_DIRECTORY"_s, credentials}} << u"of systemd"_s;
        QTest::newRow("no such credential")
            << Environment{{u"CREDENTIALS_DIRECTORY"_s, m_folder.path()}} << QString();
    }
    void theNearestSourceWins()
    {
        QFETCH(const Environment, environment);

        const Result<Environment> found = withSecrets(environment);

        QVERIFY(found);
        QTEST(found->value(u"REDIS_PASSWORD"_s), "password");
        QVERIFY(!found->contains(u"REDIS_URL"_s));
    }

    void everySecretHasItsFile_data()
    {
        QTest::addColumn<QString>("variable");
        for (const QString &name : secretVariables())
            QTest::newRow(qPrintable(name)) << name;
    }
    void everySecretHasItsFile()
    {
        QFETCH(const QString, variable);
        const QString name = variable + u"_FILE"_s;

        const Result<Environment> found = withSecrets({{name, m_folder.filePath(u"password"_s)}});
        const Result<Environment> missing = withSecrets({{name, m_folder.filePath(u"none"_s)}});
        const Result<Environment> empty = withSecrets({{name, m_folder.filePath(u"empty"_s)}});

        QCOMPARE(found->value(variable), u"of the file"_s);
        QCOMPARE(missing.error().code, ErrorCode::Usage);
        QVERIFY(missing.error().message.contains(name));
        QCOMPARE(empty.error().code, ErrorCode::Usage);
    }
};

QTEST_GUILESS_MAIN(TestSecretVariables)
#include "tst_secretvariables.moc"
