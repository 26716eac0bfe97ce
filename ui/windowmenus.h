// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/windowactions.h"

#include <QList>

class QMainWindow;
class QMenu;
class QToolBar;

namespace createzoom {

/// Where the deeds stand: the menus, the tool bar and the table's context menu, each a table.
void makeMenus(QMainWindow &window, const WindowActions &actions);
/// The deeds, then a place for more: the search field, the connection.
QToolBar *makeToolBar(QMainWindow &window, const WindowActions &actions);
QList<QAction *> contextActions(QObject *parent, const WindowActions &actions);

/// All keys of the window's menus, as a sheet to look at.
void showShortcuts(QMainWindow &window);
void showAbout(QMainWindow &window);

} // namespace createzoom
