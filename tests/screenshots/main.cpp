// SPDX-License-Identifier: GPL-3.0-or-later
// usage: screenshots FOLDER [LANGUAGE] [NAME...]
// Pictures of the window and its dialogs as they are on the screen. tests/screenshots/run starts
// it.
#include "tests/screenshots/desk.h"
#include "tests/screenshots/labjobs.h"
#include "tests/screenshots/section.h"
#include "ui/adding/addsheet.h"
#include "ui/adding/bucketdialog.h"
#include "ui/adding/existingdialog.h"
#include "ui/adding/joboptionsdialog.h"
#include "ui/connections/serverdialog.h"
#include "ui/details/detailspane.h"
#include "ui/dialogs/closedialog.h"
#include "ui/dialogs/settingsdialog.h"
#include "ui/filterpane.h"
#include "ui/language.h"
#include "ui/theme.h"
#include "ui/viewer/viewerwindow.h"
#include "ui/windowactions.h"
#include "ui/windowmenus.h"

#include <QApplication>
#include <QDir>
#include <QDragEnterEvent>
#include <QFile>
#include <QIcon>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QPainter>
#include <QPushButton>
#include <QScreen>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>
#include <QTreeView>
#include <QUrl>
#include <QWindow>

#include <array>
#include <cstdio>

using namespace createzoom;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString runningJob = u"rat46_parv_s022.tif"_s;
const QString failedJob = u"rat45_nissl_s018.tif"_s;
constexpr qint64 gigabyte = 1'000'000'000;
constexpr int untilPicturesCame = 9000; // their tiles are painted when they are asked for

QString folder;
QString sceneName;

/// What the screen shows where the window is, with its frame and what lies over it.
void take(const QWidget &window, const QString &suffix = {})
{
    constexpr int settled = 700;
    QTest::qWait(settled);
    const QRect frame = window.frameGeometry();
    const QImage picture = window.screen()
                               ->grabWindow(0, frame.x(), frame.y(), frame.width(), frame.height())
                               .toImage();
    // Elsewhere: what the watchdog tells of is the window's own doing, and no PNG of ten
    // megapixels.
    QThreadPool::globalInstance()->start(
        [picture, file = folder + u'/' + sceneName + suffix + u".png"_s] {
            if (!picture.save(file))
                qFatal("%s cannot be written", qPrintable(file));
        });
}

/// As a window does with its dialogs.
void takeDialog(Desk &desk, QDialog &dialog, const QString &suffix = {})
{
    dialog.open();
    take(desk.window(), suffix);
}

void takeEmpty(Desk &desk)
{
    desk.openWindow();
    take(desk.window());
}

/// Files that take no room on the disk, whatever size they say.
void makeScans(const QString &at, int count)
{
    constexpr qint64 bytes = gigabyte / 3;
    QDir().mkpath(at);
    for (int i = 0; i < count; ++i) {
        QFile file(at + u"/s%1.tif"_s.arg(i));
        if (!file.open(QIODevice::WriteOnly) || !file.resize(bytes))
            qFatal("%s cannot be written", qPrintable(file.fileName()));
    }
}

void takeDragging(Desk &desk)
{
    putLabJobs(desk.engine());
    desk.openWindow();
    const QTemporaryDir scans;
    makeScans(scans.filePath(u"rat47"_s), 80);
    makeScans(scans.filePath(u"rat48"_s), 48);
    QMimeData files;
    files.setUrls({QUrl::fromLocalFile(scans.filePath(u"rat47"_s)),
                   QUrl::fromLocalFile(scans.filePath(u"rat48"_s))});
    QDragEnterEvent enter({300, 300}, Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&desk.window(), &enter);
    take(desk.window());
}

/// The window has seen most of the jobs end.
void openAtNoon(Desk &desk)
{
    constexpr int doneBefore = 40;
    constexpr int seen = 1200;
    putLabJobs(desk.engine(), doneBefore);
    desk.openWindow();
    QTest::qWait(seen);
    putLabJobs(desk.engine());
}

void takeJobs(Desk &desk)
{
    openAtNoon(desk);
    desk.work();
    take(desk.window(), u"-queue"_s);
    desk.select(runningJob);
    take(desk.window());
}

void takeFailed(Desk &desk)
{
    putLabJobs(desk.engine());
    desk.openWindow();
    desk.select(failedJob);
    using enum DetailsPane::Tab;
    desk.openTab(int(Overview));
    take(desk.window());
    for (const auto tab : {Steps, Log, Options}) {
        desk.openTab(int(tab));
        take(desk.window(), u"-tab%1"_s.arg(int(tab)));
    }
}

void takePreview(Desk &desk)
{
    openAtNoon(desk);
    desk.select(runningJob);
    desk.openTab(int(DetailsPane::Tab::Preview));
    desk.work();
    take(desk.window());
}

void takeDark(Desk &desk)
{
    Theme::apply(ThemeChoice::Dark);
    takePreview(desk);
    desk.openTab(int(DetailsPane::Tab::Overview));
    desk.select(failedJob);
    take(desk.window(), u"-failed"_s);
    AddSheet sheet(desk.settings(), AddSheet::BucketToken::NotNeeded, &desk.window());
    takeDialog(desk, sheet, u"-add"_s);
    Theme::apply(ThemeChoice::System);
}

void takeComfortable(Desk &desk)
{
    openAtNoon(desk);
    desk.window().actionsOfWindow().action(Deed::ComfortableRows)->trigger();
    desk.select(runningJob);
    QTest::qWait(untilPicturesCame);
    take(desk.window());
    desk.window().findChild<FilterPane *>()->choose(StateGroup::Done);
    Theme::apply(ThemeChoice::Dark);
    QTest::qWait(untilPicturesCame);
    take(desk.window(), u"-dark"_s);
    Theme::apply(ThemeChoice::System);
}

void takeServer(Desk &desk)
{
    putServerJobs(desk.engine());
    desk.connections().save({u"EBRAINS"_s, u"https://createzoom.ebrains.eu"_s},
                            Secret("a"),
                            ServerTokens::Keep::InMemory);
    desk.openWindow();
    desk.work();
    using enum DetailsPane::Tab;
    desk.openTab(int(Workers));
    take(desk.window());
    desk.select(runningJob);
    desk.openTab(int(Request));
    take(desk.window(), u"-request"_s);
    ServerDialog dialog(desk.connections(), 0, &desk.window());
    takeDialog(desk, dialog, u"-dialog"_s);
}

void takeAdd(Desk &desk)
{
    putLabJobs(desk.engine());
    desk.openWindow();
    ImageScan scan;
    for (int i = 1; i <= 128; ++i)
        scan.images << FoundImage{u"/data/scans/rat47/rat47_nissl_s%1.tif"_s.arg(i), {}, gigabyte};
    scan.notImages = {u"/data/scans/rat47/notes.txt"_s, u"/data/scans/rat47/Thumbs.db"_s};
    AddSheet sheet(desk.settings(), AddSheet::BucketToken::Asked, &desk.window());
    sheet.showScan(scan);
    sheet.showNeed({9 * gigabyte, 312 * gigabyte, u"/data"_s});
    takeDialog(desk, sheet);
    sheet.close();

    AddPlan plan;
    for (int i = 0; i < 5; ++i) {
        plan.requests << desk.engine().all().at(i).request;
        plan.existing << i;
    }
    ExistingDialog existing(plan, &desk.window());
    takeDialog(desk, existing, u"-existing"_s);
}

void takeBucket(Desk &desk)
{
    putLabJobs(desk.engine());
    desk.openWindow();
    BucketDialog dialog(desk.settings(), BucketDialog::Access::Open, &desk.window());
    QObject::connect(&dialog, &BucketDialog::listWanted, &dialog, [&dialog] {
        QList<ObjectInfo> objects;
        for (int i = 1; i <= 30; ++i)
            objects << ObjectInfo{u"raw/rat47_nissl_s%1.tif"_s.arg(i), gigabyte + i * 7'654'321};
        dialog.addObjects(objects);
        dialog.endList();
    });
    dialog.findChild<QLineEdit *>(QString(), Qt::FindDirectChildrenOnly)
        ->setText(u"hbp-sections/raw"_s);
    dialog.findChild<QPushButton *>(QString(), Qt::FindDirectChildrenOnly)->click();
    dialog.findChild<QTreeView *>()->selectAll();
    takeDialog(desk, dialog);
}

void takeSettings(Desk &desk)
{
    desk.openWindow();
    WindowSettings values;
    values.watchedFolders = {{u"/data/scanner/incoming"_s, true}, {u"/data/old"_s, false}};
    saveWindowSettings(desk.settings(), values);
    SettingsDialog dialog(
        desk.settings(), {u"/var/lib/createzoom"_s, 10 * gigabyte}, &desk.window());
    auto *pages = dialog.findChild<QListWidget *>();
    for (int page = 0; page < pages->count(); ++page) {
        pages->setCurrentRow(page);
        takeDialog(desk, dialog, page ? u"-%1"_s.arg(page) : QString());
    }
}

void takeDialogs(Desk &desk)
{
    putLabJobs(desk.engine());
    desk.openWindow();
    {
        CloseDialog close(3, true, &desk.window());
        takeDialog(desk, close, u"-close"_s);
    }
    {
        const QList<Job> jobs = desk.engine().all();
        JobOptionsDialog options(desk.settings(), jobs.sliced(150, 3), jobs, &desk.window());
        takeDialog(desk, options, u"-options"_s);
    }
    showShortcuts(desk.window());
    take(desk.window(), u"-shortcuts"_s);
}

/// Until no more tiles come: they are painted as they are asked for, and the coarsest take longest.
void settle(const ViewerWidget &viewer)
{
    constexpr int quiet = 3000;
    for (qint64 before = -1; viewer.cachedBytes() != before;) {
        before = viewer.cachedBytes();
        QTest::qWait(quiet);
    }
}

void takeViewer(Desk & /*desk*/)
{
    ViewerWindow window;
    window.resize(880, 620);
    window.showSource(std::make_shared<SectionTiles>(), u"rat45_nissl_s042.tif.dzip"_s);
    window.show();
    ViewerWidget &viewer = *window.viewer();
    settle(viewer);
    take(window, u"-whole"_s);
    viewer.setMotionReduced(true);
    for (int i = 0; i < 3; ++i)
        QTest::mouseDClick(
            &viewer, Qt::LeftButton, {}, {viewer.width() * 2 / 5, viewer.height() * 2 / 5});
    settle(viewer);
    take(window);
}

struct Scene
{
    const char *name;
    void (*take)(Desk &desk);
};

constexpr auto scenes = std::to_array<Scene>({{"empty", takeEmpty},
                                              {"dragging", takeDragging},
                                              {"jobs", takeJobs},
                                              {"failed", takeFailed},
                                              {"preview", takePreview},
                                              {"viewer", takeViewer},
                                              {"settings", takeSettings},
                                              {"dark", takeDark},
                                              {"comfortable", takeComfortable},
                                              {"server", takeServer},
                                              {"add", takeAdd},
                                              {"bucket", takeBucket},
                                              {"dialogs", takeDialogs}});

} // namespace

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    QGuiApplication::setApplicationDisplayName(u"CreateZoom"_s);
    QGuiApplication::setWindowIcon(QIcon(u":/icons/createzoom.svg"_s));
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() < 2) {
        std::fputs("usage: screenshots FOLDER [LANGUAGE] [NAME...]\n", stderr);
        return 2;
    }
    folder = arguments.at(1);
    QDir().mkpath(folder);
    speak(arguments.value(2, u"en"_s));
    Theme::apply(ThemeChoice::System);
    for (const Scene &scene : scenes) {
        sceneName = QString::fromLatin1(scene.name);
        if (arguments.size() > 3 && !arguments.sliced(3).contains(sceneName))
            continue;
        Desk desk;
        scene.take(desk);
    }
    QThreadPool::globalInstance()->waitForDone();
    return 0;
}
