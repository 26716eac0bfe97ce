// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fittingtoolbar.h"

#include <QEvent>
#include <QToolButton>

namespace createzoom {

namespace {

/// What the words add to a button: QToolButton::sizeHint().
int widthOfWords(const QToolButton &button)
{
    constexpr int gap = 4;
    const QFontMetrics metrics = button.fontMetrics();
    return gap + metrics.size(Qt::TextShowMnemonic, button.text()).width()
        + 2 * metrics.horizontalAdvance(u' ');
}

} // namespace

void FittingToolBar::setWordsThatGo(const QList<QAction *> &first)
{
    m_first = first;
    fit();
}

bool FittingToolBar::event(QEvent *event)
{
    const bool isHandled = QToolBar::event(event);
    if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest)
        fit();
    return isHandled;
}

/// From widths that do not depend on what is shown now: a change, which asks for a new layout, is
/// made once.
void FittingToolBar::fit()
{
    QList<QToolButton *> buttons;
    int wanted = sizeHint().width();
    for (QAction *action : m_first) {
        if (auto *button = qobject_cast<QToolButton *>(widgetForAction(action))) {
            buttons << button;
            if (button->toolButtonStyle() == Qt::ToolButtonIconOnly)
                wanted += widthOfWords(*button);
        }
    }
    for (QToolButton *button : buttons) {
        const bool isTooWide = wanted > width();
        if (isTooWide)
            wanted -= widthOfWords(*button);
        button->setToolButtonStyle(isTooWide ? Qt::ToolButtonIconOnly : toolButtonStyle());
    }
}

} // namespace createzoom
