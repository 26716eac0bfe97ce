// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "ui/serialworker.h"

#include <QStringList>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace createzoom {

/// The log of a job: what matches, or all of it. Asks for it again while it may grow and can be
/// seen. GUI thread; writes files on a thread of its own.
class LogTab : public QWidget
{
    Q_OBJECT

public:
    explicit LogTab(QWidget *parent = nullptr);

    void showJob(const QString &id, bool isGrowing); ///< empty: no job
    void showLines(const QString &id, const QStringList &lines);
    void showFailure(const QString &id, const Error &error);

Q_SIGNALS:
    void logWanted(const QString &id);

protected:
    void showEvent(QShowEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

private:
    QWidget *makeBar();
    void ask();
    void render();
    void save();

    QString m_id{};
    bool m_isGrowing = false;
    QStringList m_lines{};
    QComboBox *m_level = nullptr;
    QLineEdit *m_search = nullptr;
    QCheckBox *m_follow = nullptr;
    QLabel *m_note = nullptr;
    QPlainTextEdit *m_text = nullptr;
    SerialWorker m_writer{};
};

} // namespace createzoom
