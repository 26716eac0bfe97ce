// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/dialogparts.h"
#include "tests/ui/samplejobs.h"
#include "ui/adding/addsheet.h"
#include "ui/adding/existingdialog.h"
#include "ui/adding/tokenedit.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QTest>
#include <QTreeWidget>

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

} // namespace

class TestAddSheet : public DialogTest
{
    Q_OBJECT

private Q_SLOTS:
    void init() { makeSettings(); }

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

    /// One that grew before the desktop had placed it stood in the corner of the screen.
    void theSheetHasRoomForWhatComesLater()
    {
        AddSheet sheet(*m_settings, AddSheet::BucketToken::Asked);
        sheet.show();
        const QSize before = sheet.size();

        sheet.showScan(twoImages);
        sheet.showNeed(
            {.bytes = 4'000'000'000, .freeBytes = 1'000'000'000, .folder = u"/images"_s});
        QCoreApplication::processEvents();

        QVERIFY(visibleTexts(sheet).contains(u"notes.txt"));
        QCOMPARE(sheet.size(), before);
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
};

QTEST_MAIN(TestAddSheet)
#include "tst_addsheet.moc"
