// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/jobcolumns.h"

#include <QAbstractItemModel>
#include <QStringList>

namespace createzoom {

/// The names of the jobs in a table, as a person reads them from top to bottom.
inline QStringList shownNames(const QAbstractItemModel &model)
{
    QStringList texts;
    for (int row = 0; row < model.rowCount(); ++row)
        texts << model.index(row, static_cast<int>(JobColumn::Name)).data().toString();
    return texts;
}

} // namespace createzoom
