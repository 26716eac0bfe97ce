// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

class QLabel;

namespace createzoom {

struct JobRow;

/// What is known of a job, as names and values that can be marked and copied. GUI thread.
class FactsTable : public QWidget
{
    Q_OBJECT

public:
    explicit FactsTable(QWidget *parent = nullptr);

    void showRow(const JobRow &row); ///< what is not known is left out

private:
    struct Line
    {
        QLabel *name = nullptr;
        QLabel *value = nullptr;
        QWidget *copy = nullptr; ///< null: has none
    };
    QList<Line> m_lines{};
};

/// The same as text, for a report.
QStringList factLines(const JobRow &row);

} // namespace createzoom
