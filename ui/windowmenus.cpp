// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windowmenus.h"

#include "ui/fittingtoolbar.h"
#include "ui/roomyrows.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

/// The translator's context of this file.
struct WindowMenus
{
    Q_DECLARE_TR_FUNCTIONS(WindowMenus)
};

using Group = QList<Deed>; ///< between two separators

struct MenuRow
{
    const char *title;
    QList<Group> groups;
};

const QList<MenuRow> &menuRows()
{
    static const QList<MenuRow> rows{
        {QT_TRANSLATE_NOOP("WindowMenus", "&File"),
         {{Deed::AddFiles, Deed::AddFolder, Deed::AddRemote, Deed::Paste},
          {Deed::Settings},
          {Deed::Quit}}},
        {QT_TRANSLATE_NOOP("WindowMenus", "&Edit"),
         {{Deed::CopyNames, Deed::CopyReport}, {Deed::SelectAll, Deed::Find}}},
        {QT_TRANSLATE_NOOP("WindowMenus", "&Queue"),
         {{Deed::ToggleQueue, Deed::PauseNow}, {Deed::RetryAllFailed, Deed::ClearFinished}}},
        {QT_TRANSLATE_NOOP("WindowMenus", "&Job"),
         {{Deed::View, Deed::OpenOutput, Deed::OpenSource},
          {Deed::Pause, Deed::Resume, Deed::Cancel, Deed::Retry, Deed::Remove},
          {Deed::MoveTop, Deed::MoveUp, Deed::MoveDown, Deed::MoveBottom},
          {Deed::JobOptions}}},
        {QT_TRANSLATE_NOOP("WindowMenus", "&View"),
         {{Deed::ShowFilters, Deed::ShowDetails, Deed::ShowPreview, Deed::ShowLog},
          {Deed::ComfortableRows},
          {Deed::NextPane, Deed::PreviousPane},
          {Deed::Refresh, Deed::FullScreen}}},
        {QT_TRANSLATE_NOOP("WindowMenus", "&Help"), {{Deed::Shortcuts}, {Deed::About}}},
    };
    return rows;
}

const QList<Group> toolGroups{{Deed::AddFiles, Deed::AddFolder},
                              {Deed::ToggleQueue},
                              {Deed::Retry, Deed::Cancel, Deed::Remove},
                              {Deed::OpenOutput, Deed::View}};

/// In the tool bar: those first whose drawings say enough.
const QList<Deed> wordsThatGo{Deed::Remove,
                              Deed::Cancel,
                              Deed::Retry,
                              Deed::View,
                              Deed::OpenOutput,
                              Deed::ToggleQueue,
                              Deed::AddFolder,
                              Deed::AddFiles};

const QList<Group> contextGroups{
    {Deed::View, Deed::OpenOutput, Deed::OpenSource},
    {Deed::Pause, Deed::Resume, Deed::Cancel, Deed::Retry, Deed::Remove},
    {Deed::MoveTop, Deed::MoveUp, Deed::MoveDown, Deed::MoveBottom},
    {Deed::CopyNames, Deed::CopyReport, Deed::JobOptions}};

void addGroups(QWidget *to, const QList<Group> &groups, const WindowActions &actions)
{
    for (const Group &group : groups) {
        if (!to->actions().isEmpty()) {
            auto *separator = new QAction(to);
            separator->setSeparator(true);
            to->addAction(separator);
        }
        to->addActions(actions.actions(group));
    }
}

void addKeys(QTreeWidgetItem *section, const QList<QAction *> &actions)
{
    for (const QAction *action : actions) {
        if (action->menu()) {
            addKeys(section, action->menu()->actions());
            continue;
        }
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        if (!keys.isEmpty())
            new QTreeWidgetItem(section, {plainText(*action), keys}); // owned by the section
    }
}

} // namespace

void makeMenus(QMainWindow &window, const WindowActions &actions)
{
    for (const MenuRow &row : menuRows()) {
        QMenu *menu = window.menuBar()->addMenu(WindowMenus::tr(row.title));
        menu->setToolTipsVisible(true);
        addGroups(menu, row.groups, actions);
        if (row.groups.first().contains(Deed::ShowFilters)) {
            QMenu *filters = menu->addMenu(WindowMenus::tr("&Show jobs"));
            filters->addActions(actions.filterActions());
        }
    }
}

QToolBar *makeToolBar(QMainWindow &window, const WindowActions &actions)
{
    auto *bar = new FittingToolBar(WindowMenus::tr("Tools"), &window);
    window.addToolBar(bar);
    bar->setObjectName(u"tools"_s);
    bar->setMovable(false);
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar->setIconSize(QSize(16, 16));
    addGroups(bar, toolGroups, actions);
    bar->setWordsThatGo(actions.actions(wordsThatGo));
    auto *toggle
        = qobject_cast<QToolButton *>(bar->widgetForAction(actions.action(Deed::ToggleQueue)));
    auto *menu = new QMenu(toggle);
    menu->setToolTipsVisible(true);
    QAction *after = menu->addAction(WindowMenus::tr("Pause &after running jobs"),
                                     actions.action(Deed::ToggleQueue),
                                     &QAction::trigger);
    QObject::connect(menu, &QMenu::aboutToShow, after, [after, &actions] {
        const QAction *queue = actions.action(Deed::ToggleQueue);
        after->setText(queue->data().toBool() ? queue->text()
                                              : WindowMenus::tr("Pause &after running jobs"));
    });
    menu->addAction(actions.action(Deed::PauseNow));
    toggle->setMenu(menu);
    toggle->setPopupMode(QToolButton::MenuButtonPopup);
    return bar;
}

QList<QAction *> contextActions(QObject *parent, const WindowActions &actions)
{
    QList<QAction *> all;
    for (const Group &group : contextGroups) {
        if (!all.isEmpty()) {
            auto *separator = new QAction(parent);
            separator->setSeparator(true);
            all << separator;
        }
        all << actions.actions(group);
    }
    return all;
}

void showShortcuts(QMainWindow &window)
{
    auto *sheet = new QDialog(&window);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    sheet->setWindowTitle(WindowMenus::tr("Keyboard shortcuts"));
    auto *list = new QTreeWidget(sheet);
    list->setAccessibleName(WindowMenus::tr("Keyboard shortcuts"));
    list->setColumnCount(2);
    list->setHeaderLabels({WindowMenus::tr("What"), WindowMenus::tr("Keys")});
    list->setRootIsDecorated(false);
    makeRowsRoomy(*list);
    for (const QAction *title : window.menuBar()->actions()) {
        auto *section = new QTreeWidgetItem(list, {plainText(*title)});
        section->setFirstColumnSpanned(true);
        QFont bold = list->font();
        bold.setBold(true);
        section->setFont(0, bold);
        addKeys(section, title->menu()->actions());
    }
    list->expandAll();
    list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    list->header()->setStretchLastSection(false);
    list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, sheet);
    buttons->button(QDialogButtonBox::Close)->setIcon({}); // as in the other dialogs
    QObject::connect(buttons, &QDialogButtonBox::rejected, sheet, &QDialog::reject);
    auto *column = new QVBoxLayout(sheet);
    column->addWidget(list);
    column->addWidget(buttons);
    sheet->resize(460, 640);
    sheet->show();
}

void showAbout(QMainWindow &window)
{
    QMessageBox::about(
        &window,
        WindowMenus::tr("About CreateZoom"),
        WindowMenus::tr("<h3>CreateZoom %1</h3><p>Turns images into Deep Zoom archives.</p>"
                        "<p>Licence: GPL-3.0-or-later. Qt %2.</p>")
            .arg(QCoreApplication::applicationVersion(), QLatin1String(qVersion())));
}

} // namespace createzoom
