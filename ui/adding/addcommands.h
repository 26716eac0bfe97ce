// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret.h"
#include "core/transfer/bucket.h"
#include "ui/adding/addreport.h"
#include "ui/addplan.h"
#include "ui/outcomequeue.h"
#include "ui/serialworker.h"

#include <QList>
#include <QStringList>

#include <atomic>
#include <memory>
#include <optional>
#include <stop_token>
#include <utility>

namespace createzoom {

class JobBoard;

/// One adding on its way from the scan to the jobs; with it travels what will be reported.
struct Adding
{
    ImageScan scan{}; ///< empty when images of a bucket are added
    AddChoice choice{};
    AddReport report{};
};

/// All that adding does on disks, in buckets and with the service: on threads of its own, told by
/// signals on the GUI thread. Owned by AddFlow. `jobs` and `bucket` outlive it; without a bucket
/// none can be asked.
class AddCommands : public OutcomeQueue
{
    Q_OBJECT

public:
    AddCommands(JobBoard &jobs, Bucket *bucket, QString workFolder, QObject *parent = nullptr);
    ~AddCommands() override; ///< ends a running scan, waits for the command that runs

    bool hasBucket() const { return m_bucket != nullptr; }
    bool bucketNeedsToken() const { return m_bucket && m_bucket->needsToken(); }

    void scan(const QStringList &paths, NamedFiles named);
    void cancelScans(); ///< those asked for so far
    /// Only the latest question is answered.
    void measure(const ImageScan &scan, const AddChoice &choice);
    void plan(const Adding &adding, const Secret &token);
    /// When the choice is not to start, the jobs are paused at once.
    void submit(const QList<JobRequest> &requests, const Adding &adding, const Secret &token);
    /// Cancels and forgets; what cannot be forgotten yet, as it runs, is cancelled.
    void undo(const QStringList &ids);
    void setOptions(const QList<std::pair<QString, ConversionOptions>> &changes);
    void list(const Location &folder, const Secret &token); ///< images below a bucket's folder
    void cancelListing();

Q_SIGNALS:
    void scanProgressed(qsizetype found);
    void scanned(const createzoom::ImageScan &scan);
    void measured(const createzoom::SpaceNeed &need);
    void planned(const createzoom::AddPlan &plan, const createzoom::Adding &adding);
    void planFailed(const createzoom::Error &error);
    void submitted(const createzoom::AddReport &report);
    void undone(const QStringList &removed, qsizetype stillRunning);
    void optionsSet(qsizetype count, const std::optional<createzoom::Error> &firstError);
    void listingContinued(const QList<createzoom::ObjectInfo> &objects); ///< some more
    void listed(); ///< that was all
    void listingFailed(const createzoom::Error &error);

private:
    ExistsQuestion existsQuestion(const AddChoice &choice, const Secret &token);
    AddReport
    submitAll(const QList<JobRequest> &requests, const Adding &adding, const Secret &token);

    JobBoard &m_jobs;
    Bucket *m_bucket;
    QString m_workFolder;
    std::stop_source m_end{};
    std::stop_source m_scanStop{}; ///< GUI thread
    std::stop_source m_listStop{}; ///< GUI thread
    std::atomic<int> m_measures = 0;
    SerialWorker m_commands{};
    SerialWorker m_searches{}; ///< apart, so that an undo does not wait for a large folder
    SerialWorker m_listings{};
};

} // namespace createzoom
