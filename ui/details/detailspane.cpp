// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/details/detailspane.h"

#include "ui/details/logtab.h"
#include "ui/details/optionstab.h"
#include "ui/details/overviewtab.h"
#include "ui/details/requesttab.h"
#include "ui/details/stepstab.h"
#include "ui/details/throughputgraph.h"
#include "ui/joblist.h"

#include <QSettings>
#include <QShortcut>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

const QString tabKey = u"window/2/detailsTab"_s;
constexpr int tabCount = 7;

} // namespace

DetailsPane::DetailsPane(QWidget *parent)
    : QTabWidget(parent)
    , m_overview(new OverviewTab(this))
    , m_steps(new StepsTab(this))
    , m_log(new LogTab(this))
    , m_options(new OptionsTab(this))
    , m_request(new RequestTab(this))
{
    setDocumentMode(true);
    setAccessibleName(tr("Details of the selected jobs"));
    addTab(m_overview, tr("Overview"));
    addTab(m_steps, tr("Steps"));
    addTab(m_log, tr("Log"));
    addTab(m_options, tr("Settings"));
    addTab(m_request, tr("Request"));
    makeShortcuts();
    connect(this, &QTabWidget::currentChanged, this, [this] {
        if (m_isFitting)
            return;
        m_wanted = currentTab();
        Q_EMIT refreshWanted();
    });
    connect(m_overview, &OverviewTab::retryRequested, this, &DetailsPane::retryRequested);
    connect(m_overview, &OverviewTab::reportRequested, this, &DetailsPane::reportRequested);
    connect(m_options, &OptionsTab::changeRequested, this, &DetailsPane::optionsRequested);
    connect(m_log, &LogTab::logWanted, this, &DetailsPane::logWanted);
    setPossible(false, false);
}

void DetailsPane::makeShortcuts()
{
    for (int tab = 0; tab < tabCount; ++tab) {
        auto *shortcut = new QShortcut(QKeySequence(u"Ctrl+%1"_s.arg(tab + 1)), this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, tab] { openTab(Tab(tab)); });
    }
}

QWidget *DetailsPane::page(Tab tab) const
{
    switch (tab) {
    case Tab::Overview:
        return m_overview;
    case Tab::Preview:
        return m_preview;
    case Tab::Steps:
        return m_steps;
    case Tab::Log:
        return m_log;
    case Tab::Options:
        return m_options;
    case Tab::Workers:
        return m_workers;
    case Tab::Request:
        break;
    }
    return m_request;
}

void DetailsPane::openTab(Tab tab)
{
    QWidget *wanted = page(tab);
    if (!wanted)
        return;
    m_wanted = tab;
    if (isTabEnabled(indexOf(wanted)))
        setCurrentWidget(wanted);
}

DetailsPane::Tab DetailsPane::currentTab() const
{
    for (int tab = 0; tab < tabCount; ++tab) {
        if (page(Tab(tab)) == currentWidget())
            return Tab(tab);
    }
    return Tab::Overview;
}

void DetailsPane::setPreview(QWidget *preview)
{
    m_preview = preview;
    insertTab(1, preview, tr("Preview"));
    setTabEnabled(1, false);
}

void DetailsPane::setPossible(bool isOne, bool isOfBucket)
{
    m_isFitting = true;
    for (int tab = 0; tab < tabCount; ++tab) {
        QWidget *shown = page(Tab(tab));
        if (!shown || Tab(tab) == Tab::Overview || Tab(tab) == Tab::Workers)
            continue;
        const bool isPossible = isOne && (Tab(tab) != Tab::Request || isOfBucket);
        const int index = indexOf(shown);
        setTabEnabled(index, isPossible);
        setTabToolTip(index,
                      isPossible  ? QString()
                          : isOne ? tr("Only jobs of a bucket have a request")
                                  : tr("Select one job"));
    }
    QWidget *wanted = page(m_wanted);
    setCurrentWidget(wanted && isTabEnabled(indexOf(wanted)) ? wanted : m_overview);
    m_isFitting = false;
}

void DetailsPane::showRows(const QList<const JobRow *> &rows, const JobTally &tally)
{
    const JobRow *one = rows.size() == 1 ? rows.first() : nullptr;
    setPossible(one != nullptr, one && !one->job.request.source.isLocal());
    if (!one) {
        rows.isEmpty() ? m_overview->showQueue(tally) : m_overview->showSelection(rows);
        m_log->showJob({}, false);
        return;
    }
    m_log->showJob(one->job.id, !isTerminal(one->job.state));
    switch (currentTab()) {
    case Tab::Overview:
        m_overview->showRow(*one);
        break;
    case Tab::Steps:
        m_steps->showRow(*one);
        break;
    case Tab::Options:
        m_options->showRow(*one);
        break;
    case Tab::Request:
        m_request->showRow(*one);
        break;
    case Tab::Preview:
    case Tab::Log:
    case Tab::Workers:
        break;
    }
}

void DetailsPane::addThroughput(double pixelsPerSecond)
{
    m_overview->graph().addSecond(pixelsPerSecond);
}

void DetailsPane::setRestAddress(const QString &address)
{
    m_request->setRestAddress(address);
}

void DetailsPane::showLog(const QString &id, const QStringList &lines)
{
    m_log->showLines(id, lines);
}

void DetailsPane::showLogFailure(const QString &id, const Error &error)
{
    m_log->showFailure(id, error);
}

void DetailsPane::showWorkers(const QList<WorkerInfo> &workers, const JobsAtWork &jobs)
{
    if (!m_workers) {
        m_workers = new WorkersTab(this);
        addTab(m_workers, tr("Workers"));
        if (m_wanted == Tab::Workers)
            setCurrentWidget(m_workers);
    }
    m_workers->showWorkers(workers, jobs);
}

void DetailsPane::restore(const QSettings &settings)
{
    m_wanted = Tab(std::clamp(settings.value(tabKey).toInt(), 0, tabCount - 1));
}

void DetailsPane::save(QSettings &settings) const
{
    settings.setValue(tabKey, int(m_wanted));
}

} // namespace createzoom
