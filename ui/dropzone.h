// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

    /// Something that can be dropped is over the window.
    void setInviting(bool inviting);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Use m_use;
    bool m_isInviting = false;
};

} // namespace createzoom
