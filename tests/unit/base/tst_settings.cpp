// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/settings.h"
#include "tests/support/resultvalue.h"

#include <QFile>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace createzoom;
using namespace createzoom::tests;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

class TestSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void cleanup() { m_folder.reset(); }

    void defaultsAreThoseOfTheTable();
    void aFrontMayHaveOtherDefaults();
    void everySettingHasItsOwnKeyAndHelp();
    void strongerSourceWins_data();
    void strongerSourceWins();
    void missingFileIsPassedOverUnlessRequired();
    void tomlTypesAreRead();
    void valueOutOfRangeIsAMistake_data();
    void valueOutOfRangeIsAMistake();
    void valueAtTheLimitIsTaken_data();
    void valueAtTheLimitIsTaken();
    void everyMistakeIsReportedAtOnce();
    void mistakeNamesItsSource_data();
    void mistakeNamesItsSource();
    void otherProgramsVariablesAreNoMistake();
    void ourVariablesThatAreNoSettingsAreNoMistake_data();
    void ourVariablesThatAreNoSettingsAreNoMistake();
    void printedConfigurationLoadsTheSame();
    void printedConfigurationNamesOrigins();

private:
    QString file(const QString &name, const QByteArray &toml);
    static QString mistakesOf(const SettingSources &sources);

    std::unique_ptr<QTemporaryDir> m_folder;
};

QString TestSettings::file(const QString &name, const QByteArray &toml)
{
    QFile written(m_folder->filePath(name));
    if (!written.open(QIODevice::WriteOnly) || written.write(toml) != toml.size())
        QTest::qFail("the file cannot be written", __FILE__, __LINE__);
    return written.fileName();
}

QString TestSettings::mistakesOf(const SettingSources &sources)
{
    const Result<LoadedSettings> loaded = loadSettings(sources);
    if (loaded)
        return u"(none)"_s;
    return loaded.error().code == ErrorCode::Usage ? loaded.error().message : u"(not Usage)"_s;
}

void TestSettings::defaultsAreThoseOfTheTable()
{
    const Settings settings = valueOf(loadSettings({})).settings;

    QCOMPARE(settings.listen, u"127.0.0.1:8000"_s);
    QCOMPARE(settings.queueLimit, 10'000);
    QCOMPARE(settings.failureWord, u"failed"_s);
    QCOMPARE(settings.roles.size(), 4);
    QCOMPARE(settings.allowedOrigins, QStringList{u"*"_s});
    QCOMPARE(settings.diskFloorMiB, 5 * 1024);
    QVERIFY(settings.retention == 72h);
    QVERIFY(settings.processTimeout == 6h);
    QVERIFY(settings.downloadTimeout == 1h);
    QVERIFY(settings.uploadTimeout == 2h);
}

void TestSettings::aFrontMayHaveOtherDefaults()
{
    SettingSources sources{.defaults = {{u"allowed-origins"_s, QString()}}};
    QCOMPARE(valueOf(loadSettings(sources)).settings.allowedOrigins, QStringList());

    sources.files << file(u"1.toml"_s, "allowed-origins = 'https://a.org'");
    QCOMPARE(valueOf(loadSettings(sources)).settings.allowedOrigins,
             QStringList{u"https://a.org"_s});
}

void TestSettings::everySettingHasItsOwnKeyAndHelp()
{
    QSet<QString> keys;
    for (const SettingInfo &row : settingTable()) {
        QVERIFY2(!row.help.isEmpty(), qPrintable(row.key));
        QVERIFY2(!keys.contains(row.key), qPrintable(row.key));
        keys << row.key;
    }
    QVERIFY(keys.contains(u"queue-limit"_s));
}

void TestSettings::strongerSourceWins_data()
{
    QTest::addColumn<int>("sources"); // how many, from the weakest on
    QTest::addColumn<qint64>("expected");
    QTest::newRow("default") << 0 << qint64{10'000};
    QTest::newRow("first file") << 1 << qint64{1};
    QTest::newRow("second file") << 2 << qint64{2};
    QTest::newRow("required file") << 3 << qint64{3};
    QTest::newRow("environment") << 4 << qint64{4};
    QTest::newRow("command line") << 5 << qint64{5};
}

void TestSettings::strongerSourceWins()
{
    QFETCH(int, sources);
    QFETCH(qint64, expected);
    SettingSources from;
    if (sources >= 1)
        from.files << file(u"1.toml"_s, "queue-limit = 1");
    if (sources >= 2)
        from.files << file(u"2.toml"_s, "queue-limit = 2");
    if (sources >= 3)
        from.requiredFile = file(u"3.toml"_s, "queue-limit = 3");
    if (sources >= 4)
        from.environment.insert(u"CREATEZOOM_QUEUE_LIMIT"_s, u"4"_s);
    if (sources >= 5)
        from.commandLine.insert(u"queue-limit"_s, u"5"_s);

    QCOMPARE(valueOf(loadSettings(from)).settings.queueLimit, expected);
}

void TestSettings::missingFileIsPassedOverUnlessRequired()
{
    const QString none = m_folder->filePath(u"none.toml"_s);

    QVERIFY(loadSettings({.files = {none}}));
    QVERIFY(mistakesOf({.requiredFile = none}).contains(none));
}

void TestSettings::tomlTypesAreRead()
{
    const QString path = file(u"a.toml"_s,
                              "listen = \"0.0.0.0:80\"\n"
                              "queue-limit = 50\n"
                              "memory = \"512\"\n"
                              "roles = [\"api\", \"uploader\"]\n"
                              "admin-domains = \"@a.no, @b.no\"\n");

    const Settings settings = valueOf(loadSettings({.files = {path}})).settings;

    QCOMPARE(settings.listen, u"0.0.0.0:80"_s);
    QCOMPARE(settings.queueLimit, 50);
    QCOMPARE(settings.memoryMiB, 512);
    QCOMPARE(settings.roles, (QStringList{u"api"_s, u"uploader"_s}));
    QCOMPARE(settings.adminDomains, (QStringList{u"@a.no"_s, u"@b.no"_s}));
}

void TestSettings::valueOutOfRangeIsAMistake_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    QTest::newRow("no port") << u"listen"_s << u"127.0.0.1"_s;
    QTest::newRow("port above") << u"listen"_s << u"127.0.0.1:65536"_s;
    QTest::newRow("no host") << u"listen"_s << u":8000"_s;
    QTest::newRow("port in words") << u"listen"_s << u"localhost:http"_s;
    QTest::newRow("bucket scheme") << u"bucket-url"_s << u"ftp://host/"_s;
    QTest::newRow("bucket without host") << u"bucket-url"_s << u"https:///x"_s;
    QTest::newRow("bucket empty") << u"bucket-url"_s << u""_s;
    QTest::newRow("bucket folder relative") << u"bucket-url"_s << u"file:x"_s;
    QTest::newRow("iam file") << u"iam-url"_s << u"file:///x"_s;
    QTest::newRow("failure word") << u"failure-word"_s << u"broken"_s;
    QTest::newRow("no jobs") << u"queue-limit"_s << u"0"_s;
    QTest::newRow("not a number") << u"queue-limit"_s << u"ten"_s;
    QTest::newRow("number with unit") << u"queue-limit"_s << u"10k"_s;
    QTest::newRow("empty number") << u"queue-limit"_s << u""_s;
    QTest::newRow("beyond 64 bits") << u"queue-limit"_s << u"99999999999999999999"_s;
    QTest::newRow("no origin") << u"allowed-origins"_s << u"foo bar"_s;
    QTest::newRow("an origin with a path") << u"allowed-origins"_s << u"https://a.org/x"_s;
    QTest::newRow("an origin without scheme") << u"allowed-origins"_s << u"*,a.org"_s;
    QTest::newRow("unknown role") << u"roles"_s << u"api,cook"_s;
    QTest::newRow("no role") << u"roles"_s << u""_s;
    QTest::newRow("no workers") << u"process-workers"_s << u"0"_s;
    QTest::newRow("too little memory") << u"memory"_s << u"255"_s;
    QTest::newRow("negative") << u"disk-floor"_s << u"-1"_s;
    QTest::newRow("no time") << u"process-timeout"_s << u"0"_s;
    QTest::newRow("over a week") << u"process-timeout"_s << u"604801"_s;
}

void TestSettings::valueOutOfRangeIsAMistake()
{
    QFETCH(QString, key);
    QFETCH(QString, value);

    const QString mistakes = mistakesOf({.commandLine = {{key, value}}});

    QVERIFY2(mistakes.startsWith(key + u" must be "_s), qPrintable(mistakes));
    QVERIFY2(mistakes.contains(u'"' + value + u'"'), qPrintable(mistakes));
    QCOMPARE(mistakes.count(u'\n'), 0);
}

void TestSettings::valueAtTheLimitIsTaken_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    QTest::newRow("any port") << u"listen"_s << u"0.0.0.0:0"_s;
    QTest::newRow("IPv6") << u"listen"_s << u"[::1]:65535"_s;
    QTest::newRow("no web page") << u"allowed-origins"_s << u""_s;
    QTest::newRow("origins") << u"allowed-origins"_s
                             << u"https://a.org,http://[::1]:80,http://b:8080"_s;
    QTest::newRow("folder bucket") << u"bucket-url"_s << u"file:///srv/buckets"_s;
    QTest::newRow("no identity service") << u"iam-url"_s << u""_s;
    QTest::newRow("front ends' word") << u"failure-word"_s << u"error"_s;
    QTest::newRow("one job") << u"queue-limit"_s << u"1"_s;
    QTest::newRow("a million jobs") << u"queue-limit"_s << u"1000000"_s;
    QTest::newRow("one role") << u"roles"_s << u"api"_s;
    QTest::newRow("memory by itself") << u"memory"_s << u"0"_s;
    QTest::newRow("least memory") << u"memory"_s << u"256"_s;
    QTest::newRow("no floor") << u"disk-floor"_s << u"0"_s;
}

void TestSettings::valueAtTheLimitIsTaken()
{
    QFETCH(QString, key);
    QFETCH(QString, value);

    QCOMPARE(mistakesOf({.commandLine = {{key, value}}}), u"(none)"_s);
}

void TestSettings::everyMistakeIsReportedAtOnce()
{
    const QString path = file(u"a.toml"_s, "queue-limit = 0\nqueue-limits = 3\n");
    const QString broken = file(u"b.toml"_s, "threads = = 1\n");

    const QString mistakes = mistakesOf(
        {.commandLine = {{u"roles"_s, u"cook"_s}, {u"no-such"_s, u"1"_s}},
         .environment = {{u"CREATEZOOM_MEMORY"_s, u"1"_s}, {u"CREATEZOOM_TYPO"_s, u"1"_s}},
         .files = {path, broken}});

    QCOMPARE(mistakes.count(u'\n'), 6);
    for (const QString &expected : {u"queue-limit must be"_s,
                                    u"queue-limits"_s,
                                    u"roles must be"_s,
                                    u"no-such"_s,
                                    u"memory must be"_s,
                                    u"CREATEZOOM_TYPO"_s,
                                    broken + u":1"_s})
        QVERIFY2(mistakes.contains(expected), qPrintable(expected + u" in "_s + mistakes));
}

void TestSettings::mistakeNamesItsSource_data()
{
    QTest::addColumn<QByteArray>("toml");
    QTest::newRow("number") << QByteArray("queue-limit = 1.5");
    QTest::newRow("truth value") << QByteArray("queue-limit = true");
    QTest::newRow("table") << QByteArray("[queue-limit]\nx = 1");
    QTest::newRow("date") << QByteArray("queue-limit = 2026-01-01");
    QTest::newRow("out of range") << QByteArray("queue-limit = -1");
}

void TestSettings::mistakeNamesItsSource()
{
    QFETCH(QByteArray, toml);
    const QString path = file(u"a.toml"_s, toml);

    const QString mistakes = mistakesOf({.files = {path}});

    QVERIFY2(mistakes.startsWith(u"queue-limit must be"), qPrintable(mistakes));
    QVERIFY2(mistakes.contains(path), qPrintable(mistakes));
}

void TestSettings::otherProgramsVariablesAreNoMistake()
{
    QCOMPARE(mistakesOf({.environment = {{u"PATH"_s, u"/bin"_s}, {u"QUEUE_LIMIT"_s, u"x"_s}}}),
             u"(none)"_s);
}

void TestSettings::ourVariablesThatAreNoSettingsAreNoMistake_data()
{
    QTest::addColumn<QString>("variable");
    for (const char *name :
         {"CREATEZOOM_TOKEN_KEYS", "CREATEZOOM_TOKEN_KEYS_FILE", "CREATEZOOM_WATCHDOG"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestSettings::ourVariablesThatAreNoSettingsAreNoMistake()
{
    QFETCH(QString, variable);

    QCOMPARE(mistakesOf({.environment = {{variable, u"1"_s}}}), u"(none)"_s);
}

void TestSettings::printedConfigurationLoadsTheSame()
{
    const LoadedSettings first
        = valueOf(loadSettings({.commandLine = {{u"data"_s, u"/a \"quoted\" \\ folder/ü\tx\ny"_s},
                                                {u"listen"_s, u"[::1]:0"_s},
                                                {u"roles"_s, u"api,uploader"_s},
                                                {u"iam-url"_s, u""_s},
                                                {u"queue-limit"_s, u"77"_s},
                                                {u"retention"_s, u"1"_s}}}));

    const LoadedSettings second
        = valueOf(loadSettings({.requiredFile = file(u"printed.toml"_s, first.toml.toUtf8())}));

    QCOMPARE(second.settings.data, first.settings.data);
    QCOMPARE(second.settings.listen, first.settings.listen);
    QCOMPARE(second.settings.roles, first.settings.roles);
    QCOMPARE(second.settings.iamUrl, QString());
    QCOMPARE(second.settings.queueLimit, 77);
    QVERIFY(second.settings.retention == 1h);
    QCOMPARE(second.settings.bucketUrl, first.settings.bucketUrl);
}

void TestSettings::printedConfigurationNamesOrigins()
{
    const QString path = file(u"a.toml"_s, "threads = 3");

    const QString toml = valueOf(loadSettings({.commandLine = {{u"memory"_s, u"300"_s}},
                                               .environment = {{u"CREATEZOOM_RETENTION"_s, u"9"_s}},
                                               .files = {path}}))
                             .toml;

    QVERIFY2(toml.contains(u"# from: command line\nmemory = "), qPrintable(toml));
    QVERIFY2(toml.contains(u"# from: CREATEZOOM_RETENTION\nretention = "), qPrintable(toml));
    QVERIFY2(toml.contains(u"# from: %1\nthreads = "_s.arg(path)), qPrintable(toml));
    QVERIFY2(toml.contains(u"# from: default\nlisten = "), qPrintable(toml));
}

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
