// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>
#include <QStyledItemDelegate>

namespace createzoom {

/// Paints the small picture of a job (JobTableModel::PictureRole) in the middle of its cell, or a
/// frame where there is none yet. GUI thread.
class JobPictureDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    static constexpr int margin = 4;
    static constexpr QSize pictureSize{76, 56}; ///< at the most
    static constexpr QSize cellSize()
    {
        return {pictureSize.width() + 2 * margin, pictureSize.height() + 2 * margin};
    }

    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter,
               const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
};

} // namespace createzoom
