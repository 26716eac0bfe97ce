// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>
#include <QList>
#include <QString>
#include <QStringList>

namespace createzoom {

/// What a server answers, as tables on a terminal.

using Row = QStringList;

/// Columns under their headings; the last one takes the rest of the line.
void printTable(const Row &headings, const QList<Row> &rows);

Row jobHeadings();
Row jobRow(const QJsonValue &job);
/// All that there is to say of one job: a name and a value each.
QList<Row> jobDetails(const QJsonValue &job);

Row workerHeadings();
/// A row for each thing that it is at.
QList<Row> workerRows(const QJsonValue &worker);

} // namespace createzoom
