// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/productsources.h"

#include <QFileInfo>
#include <QHash>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace createzoom;

namespace {

const QStringList product{u"app"_s, u"core"_s, u"server"_s, u"ui"_s};

void addRows(const QStringList &paths)
{
    QTest::addColumn<QString>("path");
    for (const QString &path : paths)
        QTest::newRow(qPrintable(path)) << path;
}

bool isListed(const QString &path)
{
    const QFileInfo file(path);
    const QString list = sourceText(file.path() + u"/CMakeLists.txt"_s);
    const QString name = QRegularExpression::escape(file.fileName());
    return QRegularExpression(u"(^|[\\s/])%1($|[\\s)])"_s.arg(name)).match(list).hasMatch();
}

} // namespace

class TestSources : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noFileIsTwoRooms_data() { addRows(sourcesBelow(product + QStringList{u"tests"_s})); }

    void noFileIsTwoRooms()
    {
        QFETCH(QString, path);
        const int limit = path.startsWith(u"tests/") ? 600 : 400;

        const qsizetype lines = sourceText(path).count(u'\n');

        QVERIFY2(lines > 0, "cannot be read");
        QVERIFY2(lines <= limit, qPrintable(u"%1 lines, %2 are allowed"_s.arg(lines).arg(limit)));
    }

    void eachFileNamesItsLicence_data()
    {
        addRows(sourcesBelow(product + QStringList{u"tests"_s}));
    }

    void eachFileNamesItsLicence()
    {
        QFETCH(QString, path);

        QCOMPARE(sourceText(path).section(u'\n', 0, 0),
                 u"// SPDX-License-Identifier: GPL-3.0-or-later"_s);
    }

    void eachFileStandsInItsCMakeLists_data() { addRows(sourcesBelow(product)); }

    // Only what is listed is compiled, and a listed header is compiled alone.
    void eachFileStandsInItsCMakeLists()
    {
        QFETCH(QString, path);

        QVERIFY(isListed(path));
    }

    // Two classes of one name in two libraries link without a word and crash (one definition rule).
    void noTwoHeadersDeclareAClassOfTheSameName()
    {
        static const QRegularExpression definition(
            u"^(?:class|struct) (\\w+)(?: final)?(?: : .*)?\\n\\{"_s,
            QRegularExpression::MultilineOption);
        QHash<QString, QString> declaredIn;
        for (const QString &path : sourcesBelow(product)) {
            if (!path.endsWith(u".h"))
                continue;
            for (const auto &match : definition.globalMatch(sourceText(path))) {
                const QString name = match.captured(1);
                QVERIFY2(!declaredIn.contains(name),
                         qPrintable(u"%1: %2 and %3"_s.arg(name, declaredIn.value(name), path)));
                declaredIn.insert(name, path);
            }
        }
        QVERIFY(declaredIn.contains(u"JobRequest"_s));
        QVERIFY(declaredIn.contains(u"SqliteJobEngine"_s));
    }

    void aFileThatIsNotListedIsSeen()
    {
        QVERIFY(isListed(u"core/base/result.h"_s));
        QVERIFY(!isListed(u"core/base/notthere.h"_s));
        QVERIFY(!isListed(u"core/base/esult.h"_s));
    }
};

QTEST_APPLESS_MAIN(TestSources)
#include "tst_sources.moc"
