// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/language.h"

#include <QDomDocument>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

using namespace createzoom;
using namespace Qt::Literals::StringLiterals;

namespace {

QString fileOf(const QString &language)
{
    return QStringLiteral(CREATEZOOM_SOURCE_DIR) + u"/resources/translations/createzoom_"_s
        + language + u".ts"_s;
}

struct Message
{
    QString source{};
    QStringList translations{}; ///< several of a plural
    bool isFinished = false;
};

/// By context and source, in the order of the file.
QMap<QString, Message> messagesOf(const QString &path)
{
    QFile file(path);
    QDomDocument document;
    if (!file.open(QIODevice::ReadOnly) || !document.setContent(&file))
        return {};
    QMap<QString, Message> messages;
    const QDomNodeList all = document.elementsByTagName(u"message"_s);
    for (int i = 0; i < all.size(); ++i) {
        const QDomElement element = all.at(i).toElement();
        const QString source = element.firstChildElement(u"source"_s).text();
        const QDomElement translation = element.firstChildElement(u"translation"_s);
        const QDomNodeList forms = translation.elementsByTagName(u"numerusform"_s);
        Message message{source, {}, !translation.hasAttribute(u"type"_s)};
        for (int form = 0; form < forms.size(); ++form)
            message.translations << forms.at(form).toElement().text();
        if (forms.isEmpty())
            message.translations << translation.text();
        const QString context = element.parentNode().firstChildElement(u"name"_s).text();
        messages.insert(context + u'|' + source + u'|'
                            + element.firstChildElement(u"comment"_s).text(),
                        message);
    }
    return messages;
}

/// "%1", "%2", "%n": as often as they stand there.
QStringList placesOf(const QString &text)
{
    static const QRegularExpression place(u"%L?(\\d|n)"_s);
    QStringList places;
    for (auto match = place.globalMatch(text); match.hasNext();)
        places << match.next().captured();
    places.sort();
    return places;
}

} // namespace

class TestTranslations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyStringIsTranslated_data();
    void everyStringIsTranslated();
    void filesHoldTheStringsOfTheSources_data() { everyStringIsTranslated_data(); }
    void filesHoldTheStringsOfTheSources();
    void languageIsChosen_data();
    void languageIsChosen();
    void translationsAreCompiledIn_data() { everyStringIsTranslated_data(); }
    void translationsAreCompiledIn();
};

void TestTranslations::everyStringIsTranslated_data()
{
    QTest::addColumn<QString>("language");
    for (const QString &language : languages())
        QTest::newRow(qPrintable(language)) << language;
}

void TestTranslations::everyStringIsTranslated()
{
    QFETCH(QString, language);
    const QMap<QString, Message> messages = messagesOf(fileOf(language));
    QVERIFY(!messages.isEmpty());
    for (const Message &message : messages) {
        QVERIFY2(message.isFinished, qPrintable(message.source));
        for (const QString &text : message.translations) {
            QVERIFY2(!text.isEmpty(), qPrintable(message.source));
            QStringList places = placesOf(text);
            if (!places.contains(u"%n") && message.translations.size() > 1)
                places << u"%n"_s; // a singular may do without its number
            places.sort();
            QVERIFY2(places == placesOf(message.source), qPrintable(text));
            QVERIFY2(text.count(u'&') == message.source.count(u'&'), qPrintable(text));
            QVERIFY2(text.endsWith(u'…') == message.source.endsWith(u'…'), qPrintable(text));
        }
    }
}

/// What lupdate finds is what is there: nothing new, nothing gone.
void TestTranslations::filesHoldTheStringsOfTheSources()
{
    QFETCH(QString, language);
    const QTemporaryDir folder;
    const QString found = folder.filePath(u"found.ts"_s);
    const QString root = QStringLiteral(CREATEZOOM_SOURCE_DIR);
    QStringList arguments{u"-no-obsolete"_s,
                          u"-locations"_s,
                          u"none"_s,
                          u"-extensions"_s,
                          u"cpp,h"_s,
                          u"-silent"_s,
                          u"-I"_s,
                          root,
                          root + u"/ui"_s,
                          root + u"/app"_s};
    if (language == languages().first())
        arguments << u"-pluralonly"_s;
    arguments << u"-target-language"_s << language << u"-ts"_s << found;
    QProcess lupdate;
    lupdate.start(QStringLiteral(CREATEZOOM_LUPDATE), arguments);
    QVERIFY(lupdate.waitForFinished(60'000));
    QCOMPARE(lupdate.exitCode(), 0);
    const QStringList expected = messagesOf(found).keys();
    QVERIFY(!expected.isEmpty());
    QCOMPARE(messagesOf(fileOf(language)).keys(), expected);
}

void TestTranslations::languageIsChosen_data()
{
    QTest::addColumn<QStringList>("preferred");
    QTest::addColumn<QString>("expected");
    QTest::newRow("German of Austria") << QStringList{u"de-AT"_s} << u"de"_s;
    QTest::newRow("Bokmal") << QStringList{u"nb-NO"_s} << u"nb"_s;
    QTest::newRow("Nynorsk is near to Bokmal") << QStringList{u"nn_NO"_s} << u"nb"_s;
    QTest::newRow("the second wish") << QStringList{u"fi"_s, u"de"_s, u"en"_s} << u"de"_s;
    QTest::newRow("none of ours") << QStringList{u"fi"_s} << u"en"_s;
    QTest::newRow("no wish") << QStringList{} << u"en"_s;
}

void TestTranslations::languageIsChosen()
{
    QFETCH(QStringList, preferred);
    QTEST(languageFor(preferred), "expected");
}

void TestTranslations::translationsAreCompiledIn()
{
    QFETCH(QString, language);
    QTranslator translator;
    QVERIFY(translator.load(u"createzoom_"_s + language, u":/i18n"_s));
    QVERIFY(!translator.isEmpty());
}

QTEST_GUILESS_MAIN(TestTranslations)

#include "tst_translations.moc"
