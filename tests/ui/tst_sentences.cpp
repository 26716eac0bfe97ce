// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/productsources.h"
#include "tests/ui/spoken.h"
#include "ui/errortext.h"
#include "ui/language.h"
#include "ui/sentences.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace createzoom;

namespace {

/// Their mistakes are made on a command line or in a REST client's program: no window shows them.
const QStringList neverInAWindow{u"core/base/"_s,
                                 u"core/archive/tileshape.cpp"_s,
                                 u"core/jobs/callback.cpp"_s, // REST alone has callbacks
                                 u"core/transfer/serverfiles.cpp"_s, // the command line alone
                                 u"core/transfer/webhook.cpp"_s};

/// The sources with neighbouring literals made one: "a " u"b"_s -> "a b".
QString joinedSource(const QString &path)
{
    static const QRegularExpression seam(u"\"(_s)?\\s*\\n\\s*u?\""_s);
    static const QRegularExpression comment(u"^\\s*//.*$"_s, QRegularExpression::MultilineOption);
    return sourceText(path).remove(comment).remove(seam).replace(u"\\\""_s, u"\""_s);
}

/// A sentence as core would say it, with names and numbers that show where they went.
QString example(const QString &pattern)
{
    static const QRegularExpression place(u"(?<=%1|[a-z])%2"_s);
    return QString(pattern)
        .replace(place, u" in bucket beta"_s)
        .replace(u"%1"_s, u"alpha.tif"_s)
        .replace(u"%2"_s, u"22"_s)
        .replace(u"%3"_s, u"333"_s)
        .replace(u"%4"_s, u"4444"_s);
}

QStringList factsOf(const QString &example)
{
    static const QRegularExpression fact(u"alpha\\.tif|beta|22|333|4444"_s);
    QStringList facts;
    for (auto match = fact.globalMatch(example); match.hasNext();)
        facts << match.next().captured();
    facts.sort();
    return facts;
}

} // namespace

class TestSentences : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everySentenceOfCoreIsKnown_data();
    void everySentenceOfCoreIsKnown();
    void everyKnownSentenceIsSaidSomewhere();
    void everyErrorIsToldInTheLanguageOfTheWindow_data();
    void everyErrorIsToldInTheLanguageOfTheWindow();
    void sentencesAreUnderstood_data();
    void sentencesAreUnderstood();
    void anEnglishWindowSaysWhatCoreSays();
};

/// What stands behind an ErrorCode or is put before an error's message, wherever core does it.
void TestSentences::everySentenceOfCoreIsKnown_data()
{
    static const QRegularExpression said(
        u"(?:ErrorCode::\\w+,\\s*(?:\\w+ \\+ )?|withContext\\(\\s*|networkError\\("
        "|attempt\\s*= |FailureRow\\{QNetworkReply::\\w+, )u?\"((?:[^\"\\\\]|\\\\.)+?)\"(?=_s|[,})])"_s);
    QTest::addColumn<QString>("sentence");
    for (const QString &path : sourcesBelow({u"core"_s})) {
        const bool isShown
            = std::none_of(neverInAWindow.begin(), neverInAWindow.end(), [&](const QString &place) {
                  return path.startsWith(place);
              });
        const QString text = isShown ? joinedSource(path) : QString();
        for (auto match = said.globalMatch(text); match.hasNext();) {
            const QString sentence = match.next().captured(1);
            if (sentence.startsWith(u"%1%2") && sentence.size() == 4)
                continue; // a name and a place
            const QString name = path.section(u'/', -1) + u": "_s + sentence;
            QTest::newRow(qPrintable(name)) << sentence;
        }
    }
}

void TestSentences::everySentenceOfCoreIsKnown()
{
    QFETCH(QString, sentence);
    const bool isEnding = sentence.startsWith(u' ') || sentence.startsWith(u": ");
    const QString english = (isEnding ? u"alpha.tif"_s : QString()) + example(sentence);

    for (const QString &language : languages().sliced(1)) {
        const Spoken spoken(language);
        QVERIFY(spoken.isLoaded());
        const std::optional<QString> told = translatedSentence(english);
        QVERIFY2(told, "give it a row in ui/sentencetable.cpp, and translate it");
        QVERIFY2(*told != english, qPrintable(*told));
        QCOMPARE(factsOf(*told), factsOf(english));
    }
}

/// Nothing stays in the table that nobody says any more.
void TestSentences::everyKnownSentenceIsSaidSomewhere()
{
    static const QRegularExpression place(u"%\\d"_s);
    QString sources;
    for (const QString &path : sourcesBelow({u"core"_s, u"server"_s, u"ui"_s})) {
        if (!path.startsWith(u"ui/sentencetable"))
            sources += joinedSource(path);
    }
    for (const char *english : knownSentences()) {
        for (const QString &part : QString::fromUtf8(english).split(place, Qt::SkipEmptyParts))
            QVERIFY2(part.size() < 4 || sources.contains(part), english);
    }
}

void TestSentences::everyErrorIsToldInTheLanguageOfTheWindow_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<ErrorCode>("code");
    for (const QString &language : languages().sliced(1)) {
        for (int code = 0; code <= int(ErrorCode::Internal); ++code)
            QTest::newRow(qPrintable(language + u' ' + errorName(ErrorCode(code))))
                << language << ErrorCode(code);
    }
}

/// Also words of a server that is newer: they stand behind a reason that everybody understands.
void TestSentences::everyErrorIsToldInTheLanguageOfTheWindow()
{
    QFETCH(QString, language);
    QFETCH(ErrorCode, code);
    const Error error{code, u"The flux of s1.tif is 42 too high"_s};
    const ErrorText english = errorText(error);
    const QString englishReason = shortReason(code);

    const Spoken spoken(language);
    const ErrorText told = errorText(error);

    QVERIFY(told.what.startsWith(shortReason(code).at(0).toUpper() + shortReason(code).sliced(1)));
    QVERIFY(told.what.contains(error.message));
    QVERIFY(shortReason(code) != englishReason);
    QVERIFY(told.why.isEmpty() || told.why != english.why);
    QVERIFY(told.remedy != english.remedy);
}

void TestSentences::sentencesAreUnderstood_data()
{
    QTest::addColumn<QString>("english");
    QTest::addColumn<QString>("german");
    QTest::newRow("a name") << u"s1.tif is empty"_s << u"s1.tif ist leer"_s;
    QTest::newRow("numbers") << u"a b.tif has 70000 x 80000 pixels; the limit is 9 pixels"_s
                             << u"a b.tif hat 70000 x 80000 Pixel; die Grenze liegt bei 9 Pixeln"_s;
    QTest::newRow("the most precise") << u"b/s1.tif was not found in bucket lab"_s
                                      << u"b/s1.tif wurde in Bucket lab nicht gefunden"_s;
    QTest::newRow("a part of another")
        << u"slide.czi is a Zeiss CZI file, which cannot be read here: export it as TIFF or OME-TIFF"_s
        << u"slide.czi ist eine CZI-Datei von Zeiss, die hier nicht gelesen werden kann: als TIFF "
           "oder OME-TIFF exportieren"_s;
    QTest::newRow("a reason behind an attempt")
        << u"s1.tif could not be uploaded to bucket lab: the connection was cut"_s
        << u"s1.tif konnte nicht in Bucket lab hochgeladen werden: die Verbindung wurde "
           "unterbrochen"_s;
    QTest::newRow("a reason behind a name")
        << u"old: new.dzip: The archive cannot be read"_s
        << u"old: new.dzip: Das Archiv kann nicht gelesen werden"_s;
    QTest::newRow("a part at the beginning")
        << u"The identity service was not found"_s << u"Der Anmeldedienst wurde nicht gefunden"_s;
    QTest::newRow("a percent sign in a name")
        << u"50%1 %2.tif is empty"_s << u"50%1 %2.tif ist leer"_s;
    QTest::newRow("words of the system")
        << u"s1.dzip cannot be written: Permission denied"_s
        << u"s1.dzip kann nicht geschrieben werden: Permission denied"_s;
    QTest::newRow("what is wrong inside an archive")
        << u"The archive is damaged: record 7 of the directory is cut off"_s
        << u"Das Archiv ist beschädigt: Eintrag 7 des Verzeichnisses ist abgeschnitten"_s;
    QTest::newRow("unknown") << u"The flux is too high"_s << QString();
    QTest::newRow("nothing") << QString() << QString();
}

void TestSentences::sentencesAreUnderstood()
{
    QFETCH(QString, english);
    QFETCH(QString, german);
    const Spoken spoken(u"de"_s);

    QCOMPARE(translatedSentence(english).value_or(QString()), german);
    QCOMPARE(sentenceOrEnglish(english), german.isEmpty() ? english : german);
}

void TestSentences::anEnglishWindowSaysWhatCoreSays()
{
    const Error error{ErrorCode::Limit, u"The flux of s1.tif is 42 too high"_s};
    QCOMPARE(errorText(error).what, u"The flux of s1.tif is 42 too high."_s);
    const Spoken spoken(u"en"_s);
    QCOMPARE(errorText(error).what, u"The flux of s1.tif is 42 too high."_s);
}

QTEST_GUILESS_MAIN(TestSentences)

#include "tst_sentences.moc"
