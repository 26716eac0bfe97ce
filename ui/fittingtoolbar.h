// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QToolBar>

namespace createzoom {

/// A tool bar whose buttons give up their words one after another while there is no room for all:
/// what is in it stays in it, whatever the language. GUI thread.
class FittingToolBar : public QToolBar
{
    Q_OBJECT

public:
    using QToolBar::QToolBar;

    /// Which words go first. Those of other actions stay.
    void setWordsThatGo(const QList<QAction *> &first);

protected:
    bool event(QEvent *event) override;

private:
    void fit();

    QList<QAction *> m_first{};
};

} // namespace createzoom
