// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/eventstream.h"

#include "core/jobs/jobjson.h"

#include <QJsonObject>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

/// A client that lets more than this wait is cut off; it comes back and is told what is the case
/// then.
constexpr qsizetype maxUnread = 1024LL * 1024;
/// The log of a job that does not change is read once in so many looks.
constexpr int looksPerLog = 4;
/// Rights are checked when a stream begins.
constexpr std::chrono::hours longest{1};

const QByteArray greeting = "retry: 3000\n\n";

} // namespace

EventStream::EventStream(const QString &jobId, Audience audience, const Place &from)
    : JobListener(jobId, from.revision)
    , m_audience(audience)
    , m_place(from)
    , m_unread(greeting)
    , m_looks(looksPerLog)
    , m_saidAt(std::chrono::steady_clock::now())
    , m_until(m_saidAt + longest)
{}

AnswerStream::Piece EventStream::read()
{
    const std::lock_guard locker(m_mutex);
    return {std::exchange(m_unread, {}), m_isOver ? State::End : State::Nothing};
}

void EventStream::jobChanged(const FedJob &fed)
{
    const std::lock_guard locker(m_mutex);
    const Job &job = fed.job();
    if (isOfOneJob() && job.revision <= m_job.revision)
        return;
    m_place.revision = std::max(m_place.revision, job.revision);
    bool isProgress = fed.isProgress();
    if (isOfOneJob()) {
        isProgress = isProgress
            || (job.state == m_job.state && job.stage == m_job.stage && isHeld(job.state));
        m_job = job;
        m_looks = looksPerLog;
        m_end = isTerminal(job.state) ? fed.json(m_audience) : QByteArray();
        if (!m_end.isEmpty())
            return; // its log comes first
    }
    append(isProgress ? "progress" : "state", fed.json(m_audience));
}

void EventStream::jobRemoved(const QString &id, qint64 revision)
{
    const std::lock_guard locker(m_mutex);
    m_place.revision = std::max(m_place.revision, revision);
    append("removed", jsonBytes({{u"id"_s, id}}));
    m_isOver = m_isOver || isOfOneJob();
}

void EventStream::queueChanged(const QueueState &queue)
{
    const std::lock_guard locker(m_mutex);
    append("queue", jsonBytes({{u"paused"_s, queue.isPaused}}));
}

bool EventStream::wantsLog() const
{
    const std::lock_guard locker(m_mutex);
    return isOfOneJob() && m_looks >= looksPerLog;
}

/// The store keeps the latest lines only: once there are as many as it keeps, new ones are those
/// behind the last that was told.
void EventStream::logRead(const QStringList &lines)
{
    const std::lock_guard locker(m_mutex);
    m_looks = 0;
    const QStringList shown = logToWire(lines, m_job, m_audience);
    qsizetype next = std::min(m_place.logLines, shown.size());
    if (next == shown.size() && !m_lastLine.isEmpty())
        next = shown.lastIndexOf(m_lastLine) + 1;
    for (; next < shown.size(); ++next) {
        m_place.logLines = next + 1;
        m_lastLine = shown[next];
        append("log", jsonBytes({{u"line"_s, m_lastLine}}));
    }
}

void EventStream::lookedAt()
{
    const auto now = std::chrono::steady_clock::now();
    {
        const std::lock_guard locker(m_mutex);
        ++m_looks;
        if (!m_end.isEmpty())
            append("end", m_end);
        else if (m_unread.isEmpty() && now - m_saidAt >= pingEvery)
            m_unread = ": ping\n\n";
        m_isOver = m_isOver || !m_end.isEmpty() || m_unread.size() > maxUnread || now >= m_until;
        if (m_unread.isEmpty() && !m_isOver)
            return;
        m_saidAt = now;
    }
    notify();
}

void EventStream::append(const QByteArray &event, const QByteArray &data)
{
    if (m_isOver)
        return;
    m_unread.append("id: ").append(QByteArray::number(m_place.revision));
    if (isOfOneJob())
        m_unread.append('.').append(QByteArray::number(m_place.logLines));
    m_unread.append("\nevent: ").append(event).append("\ndata: ").append(data).append("\n\n");
}

} // namespace createzoom
