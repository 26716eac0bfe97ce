// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/adding/addflow.h"

#include "ui/adding/addsheet.h"
#include "ui/adding/bucketdialog.h"
#include "ui/adding/existingdialog.h"
#include "ui/adding/joboptionsdialog.h"

#include <QSet>
#include <QWidget>

#include <algorithm>
#include <utility>

namespace createzoom {

namespace {

/// More may be dropped while the sheet is open.
void append(ImageScan &scan, const ImageScan &more)
{
    QSet<QString> known;
    for (const FoundImage &image : std::as_const(scan.images))
        known << image.path;
    for (const FoundImage &image : more.images) {
        if (!known.contains(image.path))
            scan.images << image;
    }
    scan.notImages << more.notImages;
    scan.missing << more.missing;
}

} // namespace

AddFlow::AddFlow(
    JobBoard &jobs, Bucket *bucket, QString workFolder, QSettings &settings, QWidget *window)
    : QObject(window)
    , m_settings(settings)
    , m_window(window)
    , m_commands(jobs, bucket, std::move(workFolder))
{
    connectCommands();
}

void AddFlow::connectCommands()
{
    connect(&m_commands, &AddCommands::scanProgressed, this, [this](qsizetype found) {
        if (m_sheet)
            m_sheet->showScanning(found);
        Q_EMIT scanning(found);
    });
    connect(&m_commands, &AddCommands::scanned, this, &AddFlow::takeScan);
    connect(&m_commands, &AddCommands::measured, this, [this](const SpaceNeed &need) {
        if (m_sheet)
            m_sheet->showNeed(need);
    });
    connect(&m_commands, &AddCommands::planned, this, &AddFlow::takePlan);
    connect(&m_commands, &AddCommands::planFailed, this, &AddFlow::failed);
    connect(&m_commands, &AddCommands::submitted, this, &AddFlow::added);
    connect(&m_commands, &AddCommands::undone, this, &AddFlow::undone);
    connect(&m_commands,
            &AddCommands::optionsSet,
            this,
            [this](qsizetype /*count*/, const std::optional<Error> &error) {
                if (error)
                    Q_EMIT failed(*error);
            });
}

void AddFlow::add(const QStringList &paths, NamedFiles named, Ask ask)
{
    if (paths.isEmpty())
        return;
    if (m_isScanTaken) {
        m_scan = {};
        m_isScanTaken = false;
    }
    if (ask == Ask::Always || !hasAddChoice(m_settings)
        || isTokenMissing(loadAddChoice(m_settings)))
        openSheet();
    ++m_scans;
    Q_EMIT scanning(m_scan.images.size());
    m_commands.scan(paths, named);
}

/// Of a bucket the sheet is needed once in each run of the program: no token is kept on disk.
bool AddFlow::isTokenMissing(const AddChoice &choice) const
{
    return choice.destination.kind == Destination::Kind::Bucket && m_commands.bucketNeedsToken()
        && m_token.isEmpty();
}

void AddFlow::openSheet()
{
    if (!m_sheet) {
        m_sheet = new AddSheet(m_settings,
                               m_commands.bucketNeedsToken() ? AddSheet::BucketToken::Asked
                                                             : AddSheet::BucketToken::NotNeeded,
                               m_window);
        m_sheet->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_sheet, &AddSheet::choiceChanged, this, [this] {
            m_commands.measure(m_scan, m_sheet->choice());
        });
        connect(m_sheet, &QDialog::accepted, this, [this] {
            m_token = m_sheet->token();
            saveAddChoice(m_settings, m_sheet->choice());
            plan(m_sheet->choice());
        });
        connect(m_sheet, &QDialog::rejected, this, [this] {
            m_isScanTaken = true;
            cancelScan();
        });
    }
    m_sheet->show();
    m_sheet->raise();
    m_sheet->activateWindow();
}

void AddFlow::takeScan(const ImageScan &scan)
{
    --m_scans;
    if (m_scans == 0)
        Q_EMIT scanEnded();
    if (m_isScanTaken) // given up
        return;
    if (!scan.isCancelled)
        append(m_scan, scan);
    if (m_scans > 0)
        return;
    if (m_sheet && m_sheet->isVisible())
        m_sheet->showScan(m_scan);
    else if (scan.isCancelled)
        m_isScanTaken = true;
    else
        addAsBefore();
}

void AddFlow::addAsBefore()
{
    plan(loadAddChoice(m_settings));
}

void AddFlow::plan(const AddChoice &choice)
{
    m_isScanTaken = true;
    m_commands.plan({.scan = m_scan, .choice = choice}, m_token);
}

void AddFlow::takePlan(const AddPlan &plan, const Adding &adding)
{
    if (plan.existing.isEmpty()) {
        m_commands.submit(plan.requests, adding, m_token);
        return;
    }
    auto *dialog = new ExistingDialog(plan, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, adding] {
        m_commands.submit(dialog->decided(), adding, m_token);
    });
    dialog->open();
}

void AddFlow::cancelScan()
{
    m_commands.cancelScans();
}

void AddFlow::undo(const AddReport &report)
{
    m_commands.undo(report.ids);
}

void AddFlow::changeSettings(const AddReport &report)
{
    undo(report);
    m_isScanTaken = false;
    openSheet();
    m_sheet->showScan(m_scan);
}

void AddFlow::addFromBucket()
{
    if (!m_commands.hasBucket())
        return;
    if (!m_bucketDialog) {
        m_bucketDialog
            = new BucketDialog(m_settings,
                               m_commands.bucketNeedsToken() ? BucketDialog::Access::ByToken
                                                             : BucketDialog::Access::Open,
                               m_window);
        m_bucketDialog->setAttribute(Qt::WA_DeleteOnClose);
        BucketDialog *dialog = m_bucketDialog;
        connect(dialog, &BucketDialog::listWanted, this, [this, dialog](const Location &folder) {
            m_commands.list(folder, dialog->token());
        });
        connect(dialog, &BucketDialog::listCancelled, this, [this] { m_commands.cancelListing(); });
        connect(&m_commands, &AddCommands::listingContinued, dialog, &BucketDialog::addObjects);
        connect(&m_commands, &AddCommands::listed, dialog, &BucketDialog::endList);
        connect(&m_commands, &AddCommands::listingFailed, dialog, &BucketDialog::showError);
        connect(dialog, &QDialog::accepted, this, [this, dialog] {
            m_commands.submit(dialog->requests(), Adding(), dialog->token());
        });
    }
    m_bucketDialog->show();
    m_bucketDialog->raise();
    m_bucketDialog->activateWindow();
}

void AddFlow::editOptions(const QList<Job> &jobs, const QList<Job> &all)
{
    if (std::none_of(jobs.begin(), jobs.end(), &mayChangeOptions))
        return;
    auto *dialog = new JobOptionsDialog(m_settings, jobs, all, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        m_commands.setOptions(dialog->changes());
    });
    dialog->open();
}

} // namespace createzoom
