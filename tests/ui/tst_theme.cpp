// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/guiwatchdog.h"
#include "ui/theme.h"
#include "ui/tone.h"

#include <QApplication>
#include <QSignalSpy>
#include <QStyle>
#include <QTest>
#include <QThread>

using namespace Qt::Literals::StringLiterals;
using namespace createzoom;

Q_DECLARE_METATYPE(QPalette::ColorRole)

namespace {

constexpr double leastContrast = 4.5;

QPalette fusionOf(QRgb highlight)
{
    QPalette palette;
    palette.setColor(QPalette::Highlight, QColor::fromRgb(highlight));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::PlaceholderText, QColor(0, 0, 0, 128));
    return palette;
}

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT

private:
    static void addPalettes()
    {
        QTest::addColumn<QPalette>("palette");
        QTest::newRow("light") << Theme::light();
        QTest::newRow("dark") << Theme::dark();
        QTest::newRow("of Fusion, made readable") << Theme::readable(fusionOf(0xff308cc6));
        QTest::newRow("with a pale selection, made readable")
            << Theme::readable(fusionOf(0xff9ac4f0));
    }

private Q_SLOTS:
    void tonesCanBeReadOnTheirBackgrounds_data() { addPalettes(); }

    void tonesCanBeReadOnTheirBackgrounds()
    {
        QFETCH(QPalette, palette);
        for (const Tone tone :
             {Tone::Neutral, Tone::Accent, Tone::Success, Tone::Warning, Tone::Error}) {
            for (const QPalette::ColorRole role :
                 {QPalette::Base, QPalette::AlternateBase, QPalette::Window}) {
                const double contrast = contrastOf(toneColor(tone, palette), palette.color(role));
                QVERIFY2(
                    contrast >= leastContrast,
                    qPrintable(u"tone %1 on role %2: %3"_s.arg(int(tone)).arg(role).arg(contrast)));
            }
        }
    }

    void selectedRowsCanBeRead_data() { addPalettes(); }

    // Icons of selected rows are drawn in the colour of active ones.
    void selectedRowsCanBeRead()
    {
        QFETCH(QPalette, palette);
        for (const QPalette::ColorGroup group : {QPalette::Active, QPalette::Inactive}) {
            const QColor back = palette.color(group, QPalette::Highlight);
            QVERIFY(contrastOf(palette.color(group, QPalette::HighlightedText), back)
                    >= leastContrast);
            QVERIFY(contrastOf(palette.color(QPalette::Active, QPalette::HighlightedText), back)
                    >= leastContrast);
        }
    }

    void textCanBeRead_data() { addPalettes(); }

    void textCanBeRead()
    {
        QFETCH(QPalette, palette);
        const auto contrast = [&](QPalette::ColorRole text, QPalette::ColorRole back) {
            return contrastOf(palette.color(text), palette.color(back));
        };
        QVERIFY(contrast(QPalette::Text, QPalette::Base) >= leastContrast);
        QVERIFY(contrast(QPalette::Text, QPalette::AlternateBase) >= leastContrast);
        QVERIFY(contrast(QPalette::WindowText, QPalette::Window) >= leastContrast);
        QVERIFY(contrast(QPalette::ButtonText, QPalette::Button) >= leastContrast);
        QVERIFY(contrast(QPalette::PlaceholderText, QPalette::Base) >= leastContrast);
        QVERIFY(contrast(QPalette::ToolTipText, QPalette::ToolTipBase) >= leastContrast);
        QVERIFY(contrast(QPalette::Link, QPalette::Base) >= leastContrast);
    }

    void aChoiceIsApplied()
    {
        Theme::apply(ThemeChoice::Dark);
        QVERIFY(QApplication::palette().color(QPalette::Base).lightness() < 80);
        Theme::apply(ThemeChoice::Light);
        QVERIFY(QApplication::palette().color(QPalette::Base).lightness() > 200);
        Theme::apply(ThemeChoice::System);
        QVERIFY(contrastOf(QApplication::palette().color(QPalette::Highlight),
                           QApplication::palette().color(QPalette::HighlightedText))
                >= leastContrast);
    }

    void aBlockOfTheWindowIsReported()
    {
        const GuiWatchdog watchdog;
        const QSignalSpy blocked(&watchdog, &GuiWatchdog::blocked);
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"did not answer for"_s));

        QThread::msleep(2 * GuiWatchdog::limitMilliseconds); // the block

        QTRY_COMPARE(blocked.count(), 1);
        QVERIFY(blocked.at(0).at(0).toLongLong() > GuiWatchdog::limitMilliseconds);
    }
};

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
