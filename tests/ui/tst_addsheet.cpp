// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/fakeengine.h"
#include "tests/ui/samplejobs.h"
#include "ui/adding/addsheet.h"
#include "ui/adding/bucketdialog.h"
#include "ui/adding/colourbutton.h"
#include "ui/adding/existingdialog.h"
#include "ui/adding/joboptionsdialog.h"
#include "ui/adding/optionsform.h"
#include "ui/adding/presets.h"
#include "ui/adding/tokenedit.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>
#include <QTreeWidget>

#include <memory>

using namespace Qt::Literals::StringLiterals;
using namespace createzoom;

namespace {

/// Ends at `seconds` after 1970; signed by nobody.
Secret tokenUntil(qint64 seconds)
{
    const QByteArray claims = "{\"exp\":" + QByteArray::number(seconds) + '}';
    return Secret("e30." + claims.toBase64(QByteArray::Base64UrlEncoding) + ".s");
}

const ImageScan twoImages{
    .images = {{u"/images/s1.tif"_s, {}, 1'000'000}, {u"/images/s2.tif"_s, {}, 2'000'000}},
    .notImages = {u"/images/notes.txt"_s}};

QPushButton *button(const QWidget &dialog, const QString &text)
{
    for (auto *candidate : dialog.findChildren<QPushButton *>()) {
        if (candidate->text().remove(u'&') == text)
            return candidate;
    }
    return nullptr;
}

template<typename Widget>
Widget *named(const QWidget &dialog, const QString &accessibleName)
{
    for (auto *candidate : dialog.findChildren<Widget *>()) {
        if (candidate->isVisibleTo(&dialog) && candidate->accessibleName() == accessibleName)
            return candidate;
    }
    return nullptr;
}

QString visibleTexts(const QWidget &dialog)
{
    QStringList texts;
    for (const QLabel *label : dialog.findChildren<QLabel *>()) {
        if (label->isVisible())
            texts << label->text();
    }
    return texts.join(u'\n');
}

} // namespace

class TestAddSheet : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder{};
    std::unique_ptr<QSettings> m_settings{};

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings
            = std::make_unique<QSettings>(m_folder->filePath(u"s.ini"_s), QSettings::IniFormat);
    }

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

    void choosingAPresetFillsTheForm()
    {
        AddSheet sheet(*m_settings, AddSheet::BucketToken::Asked);
        sheet.show();
        auto *box = named<QComboBox>(sheet, u"Preset"_s);
        box->setFocus();

        QTest::keyClick(box, Qt::Key_Down);

        QCOMPARE(box->currentText(), u"Segmentation (exact colours)"_s);
        QCOMPARE(sheet.choice().options.format, TileFormat::Png);
        QCOMPARE(sheet.choice().options.shrink, Shrink::Nearest);
    }

    void theSheetSaysWhatIsAdded()
    {
        AddSheet sheet(*m_settings, AddSheet::BucketToken::Asked);
        sheet.show();
        sheet.showScanning(1234);
        QVERIFY(visibleTexts(sheet).contains(u"1234 found"));
        QVERIFY(!button(sheet, u"Add"_s)->isEnabled());

        sheet.showScan(twoImages);
        sheet.showNeed(
            {.bytes = 4'000'000'000, .freeBytes = 1'000'000'000, .folder = u"/images"_s});

        QVERIFY(visibleTexts(sheet).contains(u"2 images, 3.0 MB"));
        QVERIFY(visibleTexts(sheet).contains(u"notes.txt"));
        QVERIFY(visibleTexts(sheet).contains(u"only 1.0 GB are free"));
        QVERIFY(button(sheet, u"Add 2 images"_s)->isEnabled());
    }

    void theChoiceIsWhatWasChosen()
    {
        AddSheet sheet(*m_settings, AddSheet::BucketToken::Asked);
        sheet.show();
        sheet.showScan(twoImages);
        auto *where = named<QComboBox>(sheet, u"Where archives go"_s);
        where->setCurrentText(u"The same folders again, below…"_s);
        QVERIFY(!button(sheet, u"Add 2 images"_s)->isEnabled());
        QVERIFY(visibleTexts(sheet).contains(u"Choose the folder"));
        QTest::keyClicks(named<QLineEdit>(sheet, u"Folder for archives"_s), u"/archives/"_s);
        named<QComboBox>(sheet, u"If the archive exists"_s)->setCurrentText(u"Ask"_s);
        QTest::mouseClick(sheet.findChild<QCheckBox *>(), Qt::LeftButton, {}, QPoint(8, 8));

        QTest::mouseClick(button(sheet, u"Add 2 images"_s), Qt::LeftButton);

        QCOMPARE(sheet.result(), int(QDialog::Accepted));
        const AddChoice choice = sheet.choice();
        QCOMPARE(choice.destination.kind, Destination::Kind::Mirror);
        QCOMPARE(choice.destination.folder, u"/archives"_s);
        QVERIFY(choice.isAskedIfExists);
        QVERIFY(!choice.isStarted);

        saveAddChoice(*m_settings, choice);
        QCOMPARE(loadAddChoice(*m_settings), choice);
    }

    void nonsenseInTheSettingsIsTheDefault()
    {
        m_settings->setValue(u"adding/destination"_s, u"folder"_s); // and no folder
        m_settings->setValue(u"adding/options"_s, u"{\"quality\":1000}"_s);
        QCOMPARE(loadAddChoice(*m_settings), AddChoice());
    }

    void aBucketNeedsATokenThatHolds()
    {
        AddSheet sheet(*m_settings, AddSheet::BucketToken::Asked);
        sheet.show();
        sheet.showScan(twoImages);
        named<QComboBox>(sheet, u"Where archives go"_s)->setCurrentText(u"Into a bucket"_s);
        QTest::keyClicks(named<QLineEdit>(sheet, u"Folder of the bucket"_s), u"my-collab/zoom"_s);
        auto *token = named<QLineEdit>(sheet, u"Token"_s);
        QCOMPARE(token->echoMode(), QLineEdit::Password);

        token->setText(QString::fromLatin1(tokenUntil(1000).expose()));
        QVERIFY(!button(sheet, u"Add 2 images"_s)->isEnabled());
        QVERIFY(visibleTexts(sheet).contains(u"Expired at"));

        token->setText(u"Bearer "_s + QString::fromLatin1(tokenUntil(99'999'999'999).expose()));
        QVERIFY(button(sheet, u"Add 2 images"_s)->isEnabled());
        QCOMPARE(sheet.token().expose(), tokenUntil(99'999'999'999).expose());
        QCOMPARE(sheet.choice().destination.bucketFolder, u"my-collab/zoom"_s);
    }

    void howLongATokenHoldsIsSaid_data()
    {
        QTest::addColumn<qint64>("now");
        QTest::addColumn<QString>("begin");
        QTest::newRow("hours") << qint64{1000} << u"Holds for 2 h 46 min"_s;
        QTest::newRow("minutes") << qint64{9'900'000} << u"Holds for 1 min"_s;
        QTest::newRow("over") << qint64{10'000'001} << u"Expired at"_s;
    }

    void howLongATokenHoldsIsSaid()
    {
        QFETCH(qint64, now);
        QFETCH(QString, begin);
        QVERIFY2(expiryText(tokenUntil(10'000), now).startsWith(begin),
                 qPrintable(expiryText(tokenUntil(10'000), now)));
    }

    void eachExistingArchiveIsDecided()
    {
        AddPlan plan;
        for (const auto &name : {u"s1.tif"_s, u"s2.tif"_s, u"s3.tif"_s, u"new.tif"_s})
            plan.requests << localJob(name, name).request;
        plan.existing = {0, 1, 2};
        ExistingDialog dialog(plan);
        dialog.show();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        auto *list = dialog.findChild<QTreeWidget *>();
        QCOMPARE(list->topLevelItemCount(), 3);

        QTest::mouseClick(button(dialog, u"Replace"_s), Qt::LeftButton); // all are selected
        list->setCurrentItem(list->topLevelItem(1));
        QTest::keyClick(button(dialog, u"Use another name"_s), Qt::Key_Space);
        list->setCurrentItem(list->topLevelItem(2));
        QTest::mouseClick(button(dialog, u"Skip"_s), Qt::LeftButton);

        QStringList decided;
        for (const JobRequest &request : dialog.decided())
            decided << request.sourceName() + u' '
                    + optionsToJson(request.options).value(u"exists").toString();
        QCOMPARE(decided,
                 (QStringList{u"s1.tif replace"_s, u"s2.tif rename"_s, u"new.tif skip"_s}));
    }

    void imagesOfABucketBecomeJobs()
    {
        BucketDialog dialog(*m_settings, BucketDialog::Access::Open);
        QSignalSpy wanted(&dialog, &BucketDialog::listWanted);
        dialog.show();
        QTest::keyClicks(named<QLineEdit>(dialog, u"Folder of the bucket to list"_s), u"b1/raw/"_s);
        QTest::mouseClick(button(dialog, u"List"_s), Qt::LeftButton);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.at(0).at(0).value<Location>().path, u"raw"_s);
        QVERIFY(button(dialog, u"Stop"_s));

        auto *view = dialog.findChild<QTreeView *>();
        dialog.addObjects({{u"raw/s10.tif"_s, 10}});
        QCOMPARE(view->model()->rowCount(), 1);
        QVERIFY(visibleTexts(dialog).contains(u"1 object"));
        dialog.addObjects({{u"raw/s2.tif"_s, 20}, {u"raw/read.me"_s, 1}});
        QVERIFY(button(dialog, u"Stop"_s)); // it goes on
        dialog.endList();
        QVERIFY(button(dialog, u"List"_s));
        QCOMPARE(view->model()->rowCount(), 2);
        QCOMPARE(view->model()->index(0, 0).data().toString(), u"raw/s2.tif"_s);
        QTest::keyClick(view, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(named<QLineEdit>(dialog, u"Folder of the bucket"_s), u"b1/zoom"_s);

        QTest::mouseClick(button(dialog, u"Add 2 images"_s), Qt::LeftButton);

        const QList<JobRequest> requests = dialog.requests();
        QCOMPARE(requests.size(), 2);
        QCOMPARE(requests.at(0).source, (Location{u"b1"_s, u"raw/s2.tif"_s}));
        QCOMPARE(requests.at(0).target(), (Location{u"b1"_s, u"zoom/s2.tif.dzip"_s}));
    }

    void aListThatIsGivenUpKeepsWhatHasCome()
    {
        BucketDialog dialog(*m_settings, BucketDialog::Access::Open);
        QSignalSpy cancelled(&dialog, &BucketDialog::listCancelled);
        dialog.show();
        QTest::keyClicks(named<QLineEdit>(dialog, u"Folder of the bucket to list"_s), u"b1"_s);
        QTest::mouseClick(button(dialog, u"List"_s), Qt::LeftButton);
        dialog.addObjects({{u"s1.tif"_s, 10}, {u"s2.tif"_s, 10}});

        QTest::mouseClick(button(dialog, u"Stop"_s), Qt::LeftButton);
        dialog.addObjects({{u"late.tif"_s, 10}});

        QCOMPARE(cancelled.size(), 1);
        QCOMPARE(dialog.findChild<QTreeView *>()->model()->rowCount(), 2);
        QTest::keyClicks(named<QLineEdit>(dialog, u"Folder of the bucket"_s), u"b1/zoom"_s);
        QTest::keyClick(dialog.findChild<QTreeView *>(), Qt::Key_A, Qt::ControlModifier);
        QVERIFY(button(dialog, u"Add 2 images"_s)->isEnabled());
    }

    void aBucketThatRefusesIsSaid()
    {
        BucketDialog dialog(*m_settings, BucketDialog::Access::ByToken);
        dialog.show();
        dialog.showError({ErrorCode::Forbidden, u"The token may not read bucket b1"_s});
        QVERIFY(visibleTexts(dialog).contains(u"may not read bucket b1"));
        QVERIFY(!button(dialog, u"List"_s)->isEnabled()); // no token
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

QTEST_MAIN(TestAddSheet)
#include "tst_addsheet.moc"
