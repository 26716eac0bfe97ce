// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transfer/bucket.h"

#include <QAbstractTableModel>
#include <QCollator>
#include <QSortFilterProxyModel>

namespace createzoom {

/// Objects of a bucket: name and size. GUI thread.
class BucketModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Size, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void clear();
    void append(const QList<ObjectInfo> &objects);
    const ObjectInfo &object(int row) const { return m_objects.at(row); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant
    headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QList<ObjectInfo> m_objects{};
};

/// Those that hold a text, and look like images when only these are wanted; names as people count.
/// GUI thread.
class BucketFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit BucketFilter(QObject *parent = nullptr);

    void setText(const QString &text);
    void setImagesOnly(bool isOn);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    const BucketModel &model() const;

    QCollator m_order;
    QString m_text{};
    bool m_isImagesOnly = true;
};

} // namespace createzoom
