// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobfilterproxy.h"

#include "core/base/naturalorder.h"
#include "ui/jobtablemodel.h"

namespace createzoom {

JobFilterProxy::JobFilterProxy(QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_natural(naturalOrder())
{
    setSortRole(JobTableModel::SortRole);
}

bool JobFilterProxy::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const QVariant first = left.data(sortRole());
    const QVariant second = right.data(sortRole());
    if (first.typeId() == QMetaType::QString)
        return m_natural.compare(first.toString(), second.toString()) < 0;
    return QSortFilterProxyModel::lessThan(left, right);
}

} // namespace createzoom
