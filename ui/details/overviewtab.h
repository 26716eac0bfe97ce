// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QScrollArea>

class QLabel;

namespace createzoom {

class ErrorPanel;
class FactsTable;
class ThroughputGraph;
struct JobRow;
struct JobTally;

/// The selected job in words; of several their sums; of none the queue and what it has done in the
/// last hour. GUI thread.
class OverviewTab : public QScrollArea
{
    Q_OBJECT

public:
    explicit OverviewTab(QWidget *parent = nullptr);

    void showRow(const JobRow &row);
    void showSelection(const QList<const JobRow *> &rows);
    void showQueue(const JobTally &tally);
    ThroughputGraph &graph() { return *m_graph; }

Q_SIGNALS:
    void retryRequested();
    void reportRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeJobPage(QWidget *parent);
    QWidget *makeSumPage(QWidget *parent);
    void showPage(const QWidget *page);
    void showIcon();

    QWidget *m_jobPage = nullptr;
    QWidget *m_sumPage = nullptr;
    QLabel *m_icon = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_state = nullptr;
    ErrorPanel *m_error = nullptr;
    FactsTable *m_facts = nullptr;
    QLabel *m_sum = nullptr;
    QLabel *m_histogram = nullptr;
    ThroughputGraph *m_graph = nullptr;
    QString m_iconName{};
    int m_tone = 0;
};

} // namespace createzoom
