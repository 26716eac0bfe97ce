// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notifier.h"

#include "ui/adding/addreport.h"
#include "ui/jobactivity.h"

#include <chrono>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

constexpr std::chrono::milliseconds quietFor{30'000};

} // namespace

Notifier::Notifier(JobActivity &activity,
                   std::function<bool()> isWatched,
                   Clock clock,
                   QObject *parent)
    : QObject(parent)
    , m_isWatched(std::move(isWatched))
    , m_clock(std::move(clock))
    , m_lastFailureTold(m_clock() - quietFor.count())
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Notifier::tellWhatIsDue);
    connect(&activity, &JobActivity::jobEnded, this, &Notifier::noteEnd);
    connect(&activity, &JobActivity::allEnded, this, &Notifier::noteAllEnded);
}

void Notifier::noteEnd(const Job &job)
{
    if (job.state == JobState::Done || job.state == JobState::Skipped)
        ++m_done;
    if (job.state != JobState::Failed)
        return;
    ++m_failed;
    m_failedNames << job.request.sourceName();
    tellWhatIsDue();
}

void Notifier::tellWhatIsDue()
{
    if (m_failedNames.isEmpty())
        return;
    const qint64 wait = m_lastFailureTold + quietFor.count() - m_clock();
    if (wait > 0) {
        m_timer.start(static_cast<int>(wait));
        return;
    }
    const QStringList names = std::exchange(m_failedNames, {});
    m_lastFailureTold = m_clock();
    const auto count = static_cast<int>(names.size());
    if (!m_isWatched())
        Q_EMIT notify(count == 1 ? tr("A job failed") : tr("%n jobs failed", nullptr, count),
                      someNames(names));
}

void Notifier::noteAllEnded()
{
    const int done = std::exchange(m_done, 0);
    const int failed = std::exchange(m_failed, 0);
    if (done + failed == 0)
        return; // all were cancelled, by somebody who knows
    m_failedNames.clear(); // counted in what is told now
    if (m_isWatched())
        return;
    const QString doneText = tr("%n done", nullptr, done);
    Q_EMIT notify(tr("All jobs have ended"),
                  failed == 0 ? doneText : doneText + u", "_s + tr("%n failed", nullptr, failed));
}

} // namespace createzoom
