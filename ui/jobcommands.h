// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/secret.h"
#include "ui/outcomequeue.h"
#include "ui/serialworker.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

namespace createzoom {

class JobBoard;

/// Bytes that are free on the disk of a folder (freeBytesIn). Any thread; may block for minutes.
using DiskMeter = std::function<std::optional<qint64>(const QString &folder)>;

/// What the window asks of the service. Lives on the GUI thread, works on its own threads (the
/// service and the file system block) and tells of the outcome by signals on the GUI thread. Owned
/// by the window.
class JobCommands : public OutcomeQueue
{
    Q_OBJECT

public:
    explicit JobCommands(JobBoard &jobs, QObject *parent = nullptr);
    JobCommands(JobBoard &jobs, DiskMeter meter, QObject *parent = nullptr);
    ~JobCommands() override; ///< waits for the command that runs, and for no disk

    void cancel(const QStringList &ids);
    /// Jobs of buckets need a new token, as theirs was erased: without one it is asked for.
    void retry(const QStringList &ids, const Secret &token = {});
    void remove(const QStringList &ids);
    void measureDisk(const QString &folder);

Q_SIGNALS:
    void removed(const QStringList &ids);
    void tokenWanted(const QStringList &ids); ///< to run these again
    /// Of several the first.
    void failed(const createzoom::Error &error);
    void diskMeasured(const QString &folder, qint64 freeBytes); ///< -1: not known

private:
    using Command = std::function<std::optional<Error>(const QString &id)>;
    void run(const QStringList &ids, const Command &command);

    JobBoard &m_jobs;
    const DiskMeter m_meter;
    SerialWorker m_commands{}; ///< in the order in which they were asked for
    bool m_isDiskAsked = false; ///< GUI thread
    SerialWorker m_disks{}; ///< apart, so that a cancel does not wait for a lost disk
};

} // namespace createzoom
