// SPDX-License-Identifier: GPL-3.0-or-later
// The window's program as it is, which says what its first window looks like and ends: the titles
// of its menus, and whether it is "dark" or "light".
#include "app/commandline.h"
#include "app/desktop.h"

#include <QApplication>
#include <QMainWindow>
#include <QMenuBar>
#include <QTimer>

#include <cstdio>

namespace {

void tell()
{
    const QWidgetList windows = QApplication::topLevelWidgets();
    for (const QWidget *widget : windows) {
        const auto *window = qobject_cast<const QMainWindow *>(widget);
        if (!window || !window->isVisible())
            continue;
        for (const QAction *menu : window->findChild<QMenuBar *>()->actions())
            std::puts(qPrintable(menu->text().remove(u'&')));
        constexpr int middle = 128;
        std::puts(window->palette().window().color().lightness() < middle ? "dark" : "light");
        QCoreApplication::exit(0);
    }
}

void startTelling()
{
    if (!qobject_cast<QApplication *>(QCoreApplication::instance()))
        return;
    auto *timer = new QTimer(QCoreApplication::instance());
    QObject::connect(timer, &QTimer::timeout, timer, &tell);
    timer->start(20);
}

} // namespace

Q_COREAPP_STARTUP_FUNCTION(startTelling)

int main(int argc, char **argv)
{
    return createzoom::runCommandLine(argc, argv, &createzoom::runDesktop);
}
