// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret.h"
#include "core/jobs/job.h"
#include "ui/adding/addcommands.h"
#include "ui/adding/addreport.h"

#include <QObject>
#include <QPointer>
#include <QStringList>

class QSettings;
class QWidget;

namespace createzoom {

class AddSheet;
class BucketDialog;

/// What happens to images from the drop to the jobs: they are looked for, the sheet asks how (the
/// first time, or when wanted), what exists is asked about, jobs are made; and the way back. Owned
/// by the window, whose dialogs' parent is `window`. GUI thread; `jobs`, `bucket` and `settings`
/// outlive it.
class AddFlow : public QObject
{
    Q_OBJECT

public:
    enum class Ask {
        FirstTime, ///< later ones are added as the ones before
        Always,
    };

    /// `bucket` may be null: then there is nothing to choose from in a bucket. `workFolder`: where
    /// archives for a bucket are made.
    AddFlow(
        JobBoard &jobs, Bucket *bucket, QString workFolder, QSettings &settings, QWidget *window);

    void add(const QStringList &paths, NamedFiles named, Ask ask = Ask::FirstTime);
    void addFromBucket();
    /// The options of these jobs, to be seen and changed; `all` are those of the window.
    void editOptions(const QList<Job> &jobs, const QList<Job> &all);

    void cancelScan();
    /// Takes back what a report says was added.
    void undo(const AddReport &report);
    /// Takes it back and asks again how.
    void changeSettings(const AddReport &report);

Q_SIGNALS:
    void scanning(qsizetype found);
    void scanEnded();
    void added(const createzoom::AddReport &report);
    /// `removed` are gone; `stillRunning` were being worked on and are stopping.
    void undone(const QStringList &removed, qsizetype stillRunning);
    void failed(const createzoom::Error &error);

private:
    void connectCommands();
    void openSheet();
    void takeScan(const ImageScan &scan);
    void addAsBefore();
    void plan(const AddChoice &choice);
    void takePlan(const AddPlan &plan, const Adding &adding);
    bool isTokenMissing(const AddChoice &choice) const;

    QSettings &m_settings;
    QWidget *m_window;
    AddCommands m_commands;
    QPointer<AddSheet> m_sheet{};
    QPointer<BucketDialog> m_bucketDialog{};
    int m_scans = 0; ///< that have not ended
    ImageScan m_scan{}; ///< what is to be added, or was added last
    bool m_isScanTaken = true; ///< m_scan was added or given up: the next scan replaces it
    Secret m_token{}; ///< of the bucket, as long as the window is open
};

} // namespace createzoom
