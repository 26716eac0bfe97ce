// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/paintedtiles.h"
#include "tests/ui/windowtest.h"
#include "ui/adding/addsheet.h"
#include "ui/adding/bucketdialog.h"
#include "ui/adding/existingdialog.h"
#include "ui/adding/joboptionsdialog.h"
#include "ui/connections/serverdialog.h"
#include "ui/dialogs/closedialog.h"
#include "ui/dialogs/settingsdialog.h"
#include "ui/dialogs/tokendialog.h"
#include "ui/viewer/viewerwindow.h"
#include "ui/windowmenus.h"

#include <QAccessible>
#include <QApplication>
#include <QDialog>
#include <QListWidget>
#include <QRadioButton>
#include <QSet>
#include <QToolButton>

#include <functional>

using namespace createzoom;

namespace {

QString nameOf(QWidget *widget)
{
    const QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(widget);
    return accessible ? accessible->text(QAccessible::Name) : QString();
}

/// For who reads that a test failed.
QString described(const QWidget *widget)
{
    return u"%1 in %2"_s.arg(QLatin1String(widget->metaObject()->className()),
                             QLatin1String(widget->parentWidget()->metaObject()->className()));
}

/// What the focus stops at, of what can be seen; parts of another widget (a spin box's line) are
/// none.
QList<QWidget *> focusable(const QWidget &window)
{
    QList<QWidget *> found;
    for (auto *widget : window.findChildren<QWidget *>()) {
        if (widget->window() == &window && widget->isVisible() && widget->isEnabled()
            && (widget->focusPolicy() & Qt::TabFocus) && !widget->focusProxy())
            found << widget;
    }
    return found;
}

/// Where Tab leads from where the window begins, until it comes back.
QSet<QWidget *> reachedByTab(QWidget &window)
{
    constexpr int most = 300;
    QSet<QWidget *> reached;
    if (!window.focusWidget())
        QTest::keyClick(&window, Qt::Key_Tab);
    for (int i = 0; i < most; ++i) {
        QWidget *at = window.focusWidget();
        if (!at || (i > 0 && reached.contains(at)))
            break;
        reached << at;
        QTest::keyClick(at, Qt::Key_Tab);
    }
    return reached;
}

/// The arrows lead from one button of a group to the others.
bool isOfReachedGroup(const QWidget *widget, const QSet<QWidget *> &reached)
{
    if (!qobject_cast<const QRadioButton *>(widget))
        return false;
    return std::any_of(reached.begin(), reached.end(), [&](const QWidget *other) {
        return other->parentWidget() == widget->parentWidget()
            && qobject_cast<const QRadioButton *>(other);
    });
}

QStringList faultsOf(QWidget &window)
{
    QStringList faults;
    const QSet<QWidget *> reached = reachedByTab(window);
    const QList<QWidget *> all = focusable(window);
    if (all.isEmpty())
        faults << u"nothing takes the focus"_s;
    for (QWidget *widget : all) {
        if (nameOf(widget).isEmpty())
            faults << u"no name: "_s + described(widget);
        if (!reached.contains(widget) && !isOfReachedGroup(widget, reached))
            faults << u"not reached: %1 \"%2\""_s.arg(described(widget), nameOf(widget));
    }
    return faults;
}

ImageScan twoImages()
{
    return {.images = {{u"/images/s1.tif"_s, {}, 1000}, {u"/images/s2.tif"_s, {}, 1000}}};
}

AddPlan twoExisting()
{
    return {.requests
            = {localJob(u"a"_s, u"s1.tif"_s).request, localJob(u"b"_s, u"s2.tif"_s).request},
            .existing = {0, 1}};
}

void expandOptions(const QWidget &dialog)
{
    for (auto *button : dialog.findChildren<QToolButton *>()) {
        if (button->isCheckable() && button->isVisible())
            button->setChecked(true);
    }
}

} // namespace

using Opened = std::function<QWidget *()>;
Q_DECLARE_METATYPE(Opened)

class TestAccessibility : public WindowTest
{
    Q_OBJECT

private:
    std::unique_ptr<Connections> m_connections{};

    QWidget *addSheet()
    {
        auto *sheet = new AddSheet(*m_settings, AddSheet::BucketToken::Asked);
        sheet->showScan(twoImages());
        return sheet;
    }
    QWidget *bucketDialog()
    {
        auto *dialog = new BucketDialog(*m_settings, BucketDialog::Access::ByToken);
        dialog->addObjects({{u"images/s1.tif"_s, 1000}});
        return dialog;
    }
    QWidget *optionsDialog()
    {
        const QList<Job> jobs{localJob(u"a"_s, u"s1.tif"_s), localJob(u"b"_s, u"s2.tif"_s)};
        return new JobOptionsDialog(*m_settings, jobs.first(1), jobs);
    }
    QWidget *settingsPage(int page)
    {
        auto *dialog = new SettingsDialog(*m_settings, {u"/work"_s, 1000});
        dialog->findChild<QListWidget *>()->setCurrentRow(page);
        return dialog;
    }
    QWidget *shortcuts()
    {
        showShortcuts(*m_window);
        return m_window->findChild<QDialog *>();
    }
    static QWidget *viewerWindow()
    {
        auto *window = new ViewerWindow;
        window->showSource(std::make_shared<PaintedTiles>(), u"s1.tif.dzip"_s);
        return window;
    }
    QWidget *windowAt(DetailsPane::Tab tab)
    {
        select(0);
        details()->openTab(tab);
        return m_window.release();
    }

private Q_SLOTS:
    void init()
    {
        makeService();
        m_connections = std::make_unique<Connections>(
            *m_service,
            *m_settings,
            m_folder->filePath(u"tokens"_s),
            [](const QString &, const Secret &) { return OpenedServer(); });
        show({localJob(u"a"_s, u"s1.tif"_s, JobState::Failed)});
    }

    void everythingHasANameAndIsReachedByTab_data()
    {
        QTest::addColumn<Opened>("open");
        QTest::newRow("add sheet") << Opened([this] { return addSheet(); });
        QTest::newRow("bucket") << Opened([this] { return bucketDialog(); });
        QTest::newRow("options") << Opened([this] { return optionsDialog(); });
        QTest::newRow("server") << Opened([this] { return new ServerDialog(*m_connections); });
        QTest::newRow("token") << Opened([] { return new TokenDialog(u"For what"_s); });
        QTest::newRow("close") << Opened([] { return new CloseDialog(2, true); });
        QTest::newRow("existing") << Opened([] { return new ExistingDialog(twoExisting()); });
        QTest::newRow("shortcuts") << Opened([this] { return shortcuts(); });
        QTest::newRow("viewer") << Opened([] { return viewerWindow(); });
        for (int page = 0; page < 6; ++page)
            QTest::addRow("settings, page %d", page)
                << Opened([this, page] { return settingsPage(page); });
        for (int tab = 0; tab < 6; ++tab)
            QTest::addRow("window, tab %d", tab)
                << Opened([this, tab] { return windowAt(DetailsPane::Tab(tab)); });
    }

    void everythingHasANameAndIsReachedByTab()
    {
        QFETCH(const Opened, open);
        const std::unique_ptr<QWidget> window(open());
        window->show();
        window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
        expandOptions(*window);

        QCOMPARE(faultsOf(*window).join(u"\n"), QString());
    }

    void cleanup()
    {
        m_window.reset();
        m_connections.reset();
    }
};

QTEST_MAIN(TestAccessibility)
#include "tst_accessibility.moc"
