// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "ui/addplan.h"
#include "ui/serialworker.h"

#include <QObject>
#include <QStringList>

#include <functional>
#include <mutex>
#include <optional>
#include <stop_token>
#include <vector>

namespace createzoom {

class JobBoard;

/// What came of adding files.
struct AddReport
{
    int added = 0;
    QStringList notImages{};
    QStringList sameOutput{};
    std::optional<Error> error{}; ///< why it ended before the last one
};

/// What the window asks of the service. Lives on the GUI thread, works on its own threads (the
/// service and the file system block) and tells of the outcome by signals on the GUI thread. Owned
/// by the window.
class JobCommands : public QObject
{
    Q_OBJECT

public:
    explicit JobCommands(JobBoard &jobs, QObject *parent = nullptr);
    ~JobCommands() override; ///< ends a running search, waits for the command that runs

    void add(const QStringList &paths, const QString &destination, NamedFiles named);
    void cancel(const QStringList &ids);
    void retry(const QStringList &ids);
    void remove(const QStringList &ids);
    void measureDisk(const QString &folder);

Q_SIGNALS:
    void added(const createzoom::AddReport &report);
    void removed(const QStringList &ids);
    /// Of several the first.
    void failed(const createzoom::Error &error);
    void diskMeasured(const QString &folder, qint64 freeBytes); ///< -1: not known

private:
    using Command = std::function<std::optional<Error>(const QString &id)>;
    void run(const QStringList &ids, const Command &command);
    AddReport submitAll(const AddPlan &plan);
    void deliver(std::function<void()> outcome);
    void takeOutcomes();

    JobBoard &m_jobs;
    std::stop_source m_stop{};
    std::mutex m_mutex{}; ///< guards m_outcomes
    std::vector<std::function<void()>> m_outcomes{};
    SerialWorker m_commands{}; ///< in the order in which they were asked for
    SerialWorker m_searches{}; ///< apart, so that a cancel does not wait for a large folder
};

} // namespace createzoom
