// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QList>
#include <QString>
#include <QWidget>

namespace createzoom {

/// The invitation to drop images: fills the empty window, and lies over the table while something
/// is dragged. Paints only; the window takes the drop. GUI thread.
class DropZone : public QWidget
{
    Q_OBJECT

public:
    enum class Use { EmptyPage, Overlay };

    explicit DropZone(Use use, QWidget *parent = nullptr);

    /// What can be done instead, as buttons below the words.
    void setActions(const QList<QAction *> &actions);
    /// Something that can be dropped is over the window; `words` say what would happen.
    void setInviting(bool inviting, const QString &words = {});

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int contentHeight() const; ///< of icon and words
    QFont largeFont() const;

    Use m_use;
    bool m_isInviting = false;
    QString m_words{};
    QWidget *m_buttons = nullptr; ///< null: none
};

} // namespace createzoom
