// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/roomyrows.h"

#include <QAbstractItemView>
#include <QStyledItemDelegate>

namespace createzoom {

namespace {

constexpr int leastHeight = 24; ///< of what is clicked

class RoomyDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        return QStyledItemDelegate::sizeHint(option, index).expandedTo({0, leastHeight});
    }
};

} // namespace

void makeRowsRoomy(QAbstractItemView &view)
{
    view.setItemDelegate(new RoomyDelegate(&view));
}

} // namespace createzoom
