// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/dialogparts.h"
#include "tests/ui/samplejobs.h"
#include "ui/adding/joboptionsdialog.h"
#include "ui/adding/optionsform.h"
#include "ui/adding/presets.h"

#include <QJsonObject>
#include <QLineEdit>
#include <QRadioButton>
#include <QSpinBox>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace createzoom;

/// Options of a conversion: the form, presets, the dialog for jobs that wait.
class TestJobOptions : public DialogTest
{
    Q_OBJECT

private Q_SLOTS:
    void init() { makeSettings(); }

    void everyOptionSurvivesTheForm_data()
    {
        QTest::addColumn<QString>("option");
        QTest::addColumn<QString>("value");
        const std::array rows{std::pair{"quality", "90"},
                              std::pair{"tile-size", "512"},
                              std::pair{"overlap", "0"},
                              std::pair{"format", "png"},
                              std::pair{"page", "3"},
                              std::pair{"background", "#102030"},
                              std::pair{"exists", "rename"},
                              std::pair{"shrink", "mode"},
                              std::pair{"range", "0,4095"},
                              std::pair{"range", "full"},
                              std::pair{"damaged", "allow"},
                              std::pair{"tiles", "keep"},
                              std::pair{"channels", "1,3,4"}};
        for (const auto &[option, value] : rows)
            QTest::newRow(qPrintable(u"%1 %2"_s.arg(QLatin1String(option), QLatin1String(value))))
                << QString::fromLatin1(option) << QString::fromLatin1(value);
    }

    void everyOptionSurvivesTheForm()
    {
        QFETCH(QString, option);
        QFETCH(QString, value);
        ConversionOptions options;
        QVERIFY(setOption(options, option, value));
        QVERIFY(options != ConversionOptions());
        OptionsForm form(OptionsForm::Exists::Shown);

        form.setOptions(options);

        QCOMPARE(optionsToJson(form.applyTo({})), optionsToJson(options));
        QVERIFY(form.problem().isEmpty());
    }

    void theFormHasEveryOption()
    {
        const OptionsForm form(OptionsForm::Exists::Shown);
        const QJsonObject json = optionsToJson({});
        for (const QString &key : json.keys())
            QVERIFY2(form.findChild<QWidget *>(QString(key).replace(u'_', u'-')), qPrintable(key));
    }

    void optionsThatDifferAreSaidAndKept()
    {
        ConversionOptions one{.quality = 60};
        ConversionOptions other{.quality = 80, .overlap = 0};
        OptionsForm form(OptionsForm::Exists::Shown);
        form.show();
        form.setOptions(QList<ConversionOptions>{one, other});
        QCOMPARE(visibleTexts(form).count(u"(differs)"), 2);

        form.findChild<QSpinBox *>(u"tile-size"_s)->setValue(510);
        QCOMPARE(form.applyTo(other).quality, 80);
        QCOMPARE(form.applyTo(other).overlap, 0);
        QCOMPARE(form.applyTo(other).tileSize, 510);

        form.findChild<QSpinBox *>(u"quality"_s)->setFocus();
        QTest::keyClick(form.findChild<QSpinBox *>(u"quality"_s), Qt::Key_Up);
        QCOMPARE(form.applyTo(other).quality, 61);
        QCOMPARE(visibleTexts(form).count(u"(differs)"), 1);
    }

    void whatIsImpossibleIsSaid_data()
    {
        QTest::addColumn<QString>("option");
        QTest::addColumn<QString>("text");
        QTest::newRow("channels twice") << u"channels"_s << u"1,1"_s;
        QTest::newRow("channel 0") << u"channels"_s << u"0"_s;
    }

    void whatIsImpossibleIsSaid()
    {
        QFETCH(QString, option);
        QFETCH(QString, text);
        OptionsForm form(OptionsForm::Exists::Shown);
        form.show();

        QTest::keyClicks(form.findChild<QLineEdit *>(option), text);

        QVERIFY(!form.problem().isEmpty());
        QVERIFY(visibleTexts(form).contains(form.problem()));
    }

    void anOverlapBeyondHalfATileIsSaid()
    {
        OptionsForm form(OptionsForm::Exists::Shown);
        form.findChild<QSpinBox *>(u"tile-size"_s)->setValue(16);
        form.findChild<QSpinBox *>(u"overlap"_s)->setValue(9);
        QVERIFY(form.problem().startsWith(u"Overlap"));
    }

    void presetsOfOnesOwnAreKept()
    {
        const ConversionOptions mine{.quality = 42};
        QVERIFY(savePreset(*m_settings, u" Mine / 2 "_s, mine));
        QVERIFY(!savePreset(*m_settings, u"  "_s, mine));
        QVERIFY(!savePreset(*m_settings, u"segmentation"_s, mine));

        const QList<NamedPreset> presets = loadPresets(*m_settings);
        QCOMPARE(presets.size(), 3);
        QCOMPARE(presets.at(2).name, u"Mine / 2"_s);
        QCOMPARE(presetOf(presets, {.quality = 42, .exists = ExistsPolicy::Replace}), 2);

        removePreset(*m_settings, u"Mine / 2"_s);
        QCOMPARE(loadPresets(*m_settings).size(), 2);
    }

    void optionsAreChangedForTheSelectedOrForAll_data()
    {
        QTest::addColumn<bool>("isForAll");
        QTest::addColumn<QStringList>("ids");
        QTest::newRow("selected") << false << QStringList{u"1"_s, u"2"_s};
        QTest::newRow("all waiting") << true << QStringList{u"1"_s, u"3"_s};
    }

    void optionsAreChangedForTheSelectedOrForAll()
    {
        QFETCH(bool, isForAll);
        const QList<Job> all{localJob(u"1"_s, u"s1.tif"_s),
                             localJob(u"2"_s, u"s2.tif"_s, JobState::Failed),
                             localJob(u"3"_s, u"s3.tif"_s, JobState::Paused),
                             localJob(u"4"_s, u"s4.tif"_s, JobState::Running)};
        JobOptionsDialog dialog(*m_settings, {all.at(0), all.at(1), all.at(3)}, all);
        dialog.show();
        dialog.findChild<QSpinBox *>(u"quality"_s)->setValue(33);
        if (isForAll)
            dialog.findChildren<QRadioButton *>().at(1)->click();

        QStringList ids;
        for (const auto &[id, options] : dialog.changes()) {
            ids << id;
            QCOMPARE(options.quality, 33);
        }
        QTEST(ids, "ids");
    }
};

QTEST_MAIN(TestJobOptions)
#include "tst_joboptions.moc"
