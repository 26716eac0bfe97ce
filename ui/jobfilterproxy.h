// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCollator>
#include <QSortFilterProxyModel>

namespace createzoom {

/// The jobs as the table shows them: names in natural order (s2 before s10), numbers by value. GUI
/// thread.
class JobFilterProxy : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit JobFilterProxy(QObject *parent = nullptr);

protected:
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    QCollator m_natural;
};

} // namespace createzoom
