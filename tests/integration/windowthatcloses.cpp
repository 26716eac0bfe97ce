// SPDX-License-Identifier: GPL-3.0-or-later
// The window's program as it is, and a person who closes the window as soon as that means to wait:
// a window that went at once is opened again. For tests of what a kill leaves then.
#include "app/commandline.h"
#include "app/desktop.h"

#include <QApplication>
#include <QTimer>
#include <QWidget>

namespace {

void closeWindows()
{
    const QWidgetList windows = QApplication::topLevelWidgets();
    for (QWidget *window : windows) {
        if (window->inherits("QMainWindow") && window->isVisible() && window->close())
            window->show();
    }
}

void startClosing()
{
    if (!qobject_cast<QApplication *>(QCoreApplication::instance()))
        return; // the process that converts
    auto *timer = new QTimer(QCoreApplication::instance());
    QObject::connect(timer, &QTimer::timeout, timer, &closeWindows);
    QGuiApplication::setQuitOnLastWindowClosed(false);
    timer->start(20);
}

} // namespace

Q_COREAPP_STARTUP_FUNCTION(startClosing)

int main(int argc, char **argv)
{
    return createzoom::runCommandLine(argc, argv, &createzoom::runDesktop);
}
