// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/details/logtab.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>

using namespace createzoom;
using namespace Qt::Literals::StringLiterals;

/// The log of a job, and what of it is shown.
class TestLogTab : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesAreChosenByTheirLevelNotByTheirWords_data()
    {
        QTest::addColumn<int>("level");
        QTest::addColumn<QString>("search");
        QTest::addColumn<QStringList>("shown"); // the first words of the texts
        const QStringList all{u"conversion"_s, u"page"_s, u"upload"_s, u"cancelled"_s};

        QTest::newRow("all") << 0 << QString() << all;
        QTest::newRow("warnings and errors")
            << 1 << QString() << QStringList{u"page"_s, u"upload"_s};
        QTest::newRow("errors") << 2 << QString() << QStringList{u"upload"_s};
        QTest::newRow("those with a word") << 1 << u"PAGE"_s << QStringList{u"page"_s};
    }

    void linesAreChosenByTheirLevelNotByTheirWords()
    {
        QFETCH(const int, level);
        QFETCH(const QString, search);
        QFETCH(const QStringList, shown);
        LogTab tab;
        tab.showJob(u"1"_s, false);
        tab.showLines(u"1"_s,
                      {u"2026-11-26T00:00:00.000Z info conversion of SLIDE_1_failed.tif begins"_s,
                       u"2026-11-26T00:00:01.000Z warning page 1 of 3"_s,
                       u"2026-11-26T00:00:02.000Z error upload to b/s failed: no (E_NETWORK)"_s,
                       u"2026-11-26T00:00:03.000Z info cancelled after an error of a person"_s});

        tab.findChild<QComboBox *>()->setCurrentIndex(level);
        tab.findChild<QLineEdit *>()->setText(search);

        QStringList words;
        for (const QString &line : tab.findChild<QPlainTextEdit *>()->toPlainText().split(u'\n'))
            words << line.section(u' ', 2, 2);
        QCOMPARE(words, shown);
    }
};

QTEST_MAIN(TestLogTab)
#include "tst_logtab.moc"
