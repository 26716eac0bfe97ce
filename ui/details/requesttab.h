// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

class QPlainTextEdit;

namespace createzoom {

struct JobRow;

/// What a client of the REST interface sends for such a job, and what it is answered; without
/// secrets, which are not known here. GUI thread.
class RequestTab : public QWidget
{
    Q_OBJECT

public:
    explicit RequestTab(QWidget *parent = nullptr);

    void showRow(const JobRow &row);
    void setRestAddress(const QString &address) { m_address = address; }

private:
    QString m_address{};
    QString m_curl{};
    QPlainTextEdit *m_text = nullptr;
};

} // namespace createzoom
