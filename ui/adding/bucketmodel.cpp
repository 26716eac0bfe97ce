// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/adding/bucketmodel.h"

#include "core/base/naturalorder.h"
#include "core/jobs/imagefiles.h"

#include <QLocale>

namespace createzoom {

namespace {

/// Numbers end where their heading ends.
QVariant alignmentOf(int column)
{
    return column == BucketModel::Size
        ? QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter))
        : QVariant();
}

} // namespace

void BucketModel::clear()
{
    beginResetModel();
    m_objects.clear();
    endResetModel();
}

void BucketModel::append(const QList<ObjectInfo> &objects)
{
    if (objects.isEmpty())
        return;
    const auto first = static_cast<int>(m_objects.size());
    beginInsertRows({}, first, first + static_cast<int>(objects.size()) - 1);
    m_objects << objects;
    endInsertRows();
}

int BucketModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_objects.size());
}

int BucketModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant BucketModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ObjectInfo &object = m_objects.at(index.row());
    if (role == Qt::DisplayRole && index.column() == Name)
        return object.name;
    if (role == Qt::DisplayRole)
        return QLocale().formattedDataSize(object.bytes, 1, QLocale::DataSizeSIFormat);
    if (role == Qt::ToolTipRole)
        return object.name;
    return role == Qt::TextAlignmentRole ? alignmentOf(index.column()) : QVariant();
}

QVariant BucketModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return alignmentOf(section);
    if (role != Qt::DisplayRole)
        return {};
    return section == Name ? tr("Name") : tr("Size");
}

BucketFilter::BucketFilter(QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_order(naturalOrder())
{}

void BucketFilter::setText(const QString &text)
{
    m_text = text.trimmed();
    invalidateFilter();
}

void BucketFilter::setImagesOnly(bool isOn)
{
    m_isImagesOnly = isOn;
    invalidateFilter();
}

const BucketModel &BucketFilter::model() const
{
    return *qobject_cast<const BucketModel *>(sourceModel());
}

bool BucketFilter::filterAcceptsRow(int row, const QModelIndex & /*parent*/) const
{
    const QString &name = model().object(row).name;
    return (!m_isImagesOnly || looksLikeImage(name.section(u'/', -1)))
        && name.contains(m_text, Qt::CaseInsensitive);
}

bool BucketFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const ObjectInfo &one = model().object(left.row());
    const ObjectInfo &other = model().object(right.row());
    if (left.column() == BucketModel::Size)
        return one.bytes < other.bytes;
    return m_order.compare(one.name, other.name) < 0;
}

} // namespace createzoom
