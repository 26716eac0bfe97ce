// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

QString programPath(const QString &name)
{
    return QStringLiteral(CREATEZOOM_BIN_DIR "/") + name;
}

struct Outcome
{
    bool isGood = false;
    QString text{}; ///< of standard output, then of standard error
};

Outcome run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(60'000))
        return {false, program + u": "_s + process.errorString()};
    return {process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0,
            QString::fromUtf8(process.readAllStandardOutput() + process.readAllStandardError())};
}

QString textOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// The first words of the lines that say what there is: verbs.
QStringList verbsOf(const QString &program)
{
    static const QRegularExpression line(u"^  ([a-z][a-z-]+)  +\\S"_s,
                                         QRegularExpression::MultilineOption);
    QStringList verbs;
    for (const auto &match : line.globalMatch(run(programPath(program), {u"--help"_s}).text))
        verbs << match.captured(1);
    return verbs;
}

/// All that begins with two hyphens where options stand in a --help.
QStringList optionsOf(const QString &program, const QString &verb)
{
    static const QRegularExpression option(u"^  (?:-\\w, )?(--[a-z-]+)"_s,
                                           QRegularExpression::MultilineOption);
    const QString text = run(programPath(program), {verb, u"--help"_s}).text;
    QStringList options;
    for (const auto &match : option.globalMatch(text))
        options << match.captured(1);
    options.removeAll(u"--help-all"_s); // Qt's own
    return options;
}

} // namespace

/// Manual pages, completion and the configuration file, against what the programs say of
/// themselves.
class TestManual : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_made;

    void addCalls()
    {
        QTest::addColumn<QString>("program");
        QTest::addColumn<QString>("verb");
        for (const QString &program : {u"createzoom"_s, u"createzoomd"_s}) {
            QStringList verbs = verbsOf(program);
            verbs.removeAll(u"view"_s);
            QVERIFY(verbs.size() >= 8);
            for (const QString &verb : verbs)
                QTest::addRow("%s %s", qPrintable(program), qPrintable(verb)) << program << verb;
        }
        QTest::newRow("createzoomd") << u"createzoomd"_s << u"--server"_s;
    }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        const Outcome made
            = run(QStringLiteral(CREATEZOOM_SOURCE_DIR "/packaging/manual/generate"),
                  {QStringLiteral(CREATEZOOM_BIN_DIR), u"0.0.0"_s, u"2026-01-01"_s, m_made.path()});
        QVERIFY2(made.isGood, qPrintable(made.text));
    }

    void everyOptionHasItsPlaceInThePage_data() { addCalls(); }
    void everyOptionHasItsPlaceInThePage()
    {
        QFETCH(const QString, program);
        QFETCH(const QString, verb);
        const QString name
            = program == u"createzoom" ? u"man/createzoom.1"_s : u"man/createzoomd.8"_s;
        const QString page = textOf(m_made.filePath(name)).replace(u"\\-"_s, u"-"_s);
        const QStringList options = optionsOf(program, verb);

        QVERIFY(!options.isEmpty());
        if (!verb.startsWith(u'-'))
            QVERIFY(page.contains(u".SS %1 %2\n"_s.arg(program, verb)));
        for (const QString &option : options)
            QVERIFY2(page.contains(u"\\fB%1\\fR"_s.arg(option)), qPrintable(option));
    }

    void bashCompletesEveryOption_data() { addCalls(); }
    void bashCompletesEveryOption()
    {
        QFETCH(const QString, program);
        QFETCH(const QString, verb);
        const QString script
            = u"source \"$1\"; COMP_WORDS=(\"$2\" \"$3\" --); COMP_CWORD=2; \"_$2\"; "
              u"printf '%s\\n' \"${COMPREPLY[@]}\""_s;

        const Outcome completed = run(
            u"bash"_s,
            {u"-c"_s, script, u"bash"_s, m_made.filePath(u"bash/"_s + program), program, verb});

        QVERIFY2(completed.isGood, qPrintable(completed.text));
        const QStringList words = completed.text.split(u'\n');
        for (const QString &option : optionsOf(program, verb))
            QVERIFY2(words.contains(option), qPrintable(option));
    }

    void fishCompletesEveryOption_data() { addCalls(); }
    void fishCompletesEveryOption()
    {
        QFETCH(const QString, program);
        QFETCH(const QString, verb);
        const QString before = verb.startsWith(u'-') ? QString() : verb + u' ';

        const Outcome completed = run(u"fish"_s,
                                      {u"--no-config"_s,
                                       u"-c"_s,
                                       u"source $argv[1]; complete -C $argv[2]"_s,
                                       m_made.filePath(u"fish/%1.fish"_s.arg(program)),
                                       program + u' ' + before + u"--"_s});

        QVERIFY2(completed.isGood, qPrintable(completed.text));
        for (const QString &option : optionsOf(program, verb))
            QVERIFY2(completed.text.contains(QRegularExpression(u"(?m)^%1\\t?"_s.arg(option))),
                     qPrintable(option + u'\n' + completed.text));
    }

    void zshCompletesEveryOption_data() { addCalls(); }
    void zshCompletesEveryOption()
    {
        QFETCH(const QString, program);
        QFETCH(const QString, verb);
        const QString file = m_made.filePath(u"zsh/_"_s + program);
        const QString text = textOf(file);
        const qsizetype begin
            = text.indexOf(u"\n    %1)\n"_s.arg(verb.startsWith(u'-') ? u"-*"_s : verb));
        const QString ofVerb = text.sliced(begin, text.indexOf(u";;"_s, begin) - begin);

        const Outcome checked = run(u"zsh"_s, {u"-n"_s, file});

        QVERIFY2(checked.isGood && checked.text.isEmpty(), qPrintable(checked.text));
        for (const QString &option : optionsOf(program, verb))
            QVERIFY2(ofVerb.contains(u"'%1["_s.arg(option)), qPrintable(option));
    }

    void everyVerbIsCompleted_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("verbIn"); // %1 is the verb
        QTest::newRow("bash") << u"bash/createzoom"_s << u" %1"_s;
        QTest::newRow("zsh") << u"zsh/_createzoom"_s << u"    '%1:"_s;
        QTest::newRow("fish") << u"fish/createzoom.fish"_s << u"-a %1 -d"_s;
    }
    void everyVerbIsCompleted()
    {
        QFETCH(const QString, file);
        QFETCH(const QString, verbIn);
        const QString text
            = textOf(m_made.filePath(file)).replace(u'=', u' ').replace(u"words '"_s, u"words= "_s);

        for (const QString &verb : verbsOf(u"createzoom"_s))
            QVERIFY2(text.contains(verbIn.arg(verb)), qPrintable(verb));
    }

    void pagesAreWellFormed_data()
    {
        QTest::addColumn<QString>("page");
        for (const QString &page : {u"createzoom.1"_s, u"createzoomd.8"_s, u"createzoom.toml.5"_s})
            QTest::newRow(qPrintable(page)) << page;
    }
    void pagesAreWellFormed()
    {
        QFETCH(const QString, page);
        const QString file = m_made.filePath(u"man/"_s + page);

        const Outcome judged = run(u"mandoc"_s, {u"-Tlint"_s, u"-Wwarning"_s, file});

        QVERIFY2(judged.isGood && judged.text.isEmpty(), qPrintable(judged.text));
        QVERIFY2(!textOf(file).contains(QRegularExpression(u"@[A-Z]+@"_s)),
                 "a word is not filled in");
    }

    /// What an administrator gets by taking each '#' away is what is in force without the file.
    void theConfigurationFileHasAllDefaults()
    {
        QString text = textOf(m_made.filePath(u"createzoom.toml"_s));
        text.replace(QRegularExpression(u"(?m)^#([a-z-]+ = )"_s), u"\\1"_s);
        QFile file(m_made.filePath(u"all.toml"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text.toUtf8()) > 0);
        file.close();
        static const QRegularExpression value(u"(?m)^[a-z-]+ = .*$"_s);
        const auto valuesIn = [](const QString &toml) {
            QStringList values;
            for (const auto &match : value.globalMatch(toml))
                values << match.captured();
            return values;
        };

        const Outcome all = run(programPath(u"createzoomd"_s),
                                {u"--config"_s, file.fileName(), u"--print-config"_s});
        const QString page = textOf(m_made.filePath(u"man/createzoom.toml.5"_s));

        QVERIFY2(all.isGood, qPrintable(all.text));
        QVERIFY(valuesIn(text).size() > 30);
        QCOMPARE(valuesIn(all.text), valuesIn(text));
        for (const QString &row : valuesIn(text)) {
            const QString key = row.section(u' ', 0, 0).replace(u"-"_s, u"\\-"_s);
            QVERIFY2(page.contains(u"\\fB%1\\fR"_s.arg(key)), qPrintable(key));
        }
    }
};

QTEST_GUILESS_MAIN(TestManual)
#include "tst_manual.moc"
