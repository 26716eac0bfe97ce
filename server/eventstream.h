// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/answerstream.h"
#include "server/jobfeed.h"

#include <QByteArray>

#include <chrono>
#include <mutex>

namespace createzoom {

/// What happens to one job, or to all, as server-sent events (HTML standard, section 9.2):
///   state, progress  a job as GET /api/v1/jobs/{id} shows it
///   removed          {"id"}
///   queue            {"paused"}
///   log              {"line"}, of one job only
///   end              that job; the stream is over
/// `id:` is the revision, of one job followed by "." and the number of its log's lines; with it as
/// Last-Event-ID a later stream goes on where this one was cut. The feed writes, the connection
/// reads.
class EventStream : public AnswerStream, public JobListener
{
public:
    struct Place
    {
        qint64 revision = 0;
        qsizetype logLines = 0;
    };
    static constexpr std::chrono::seconds pingEvery{15};

    EventStream(const QString &jobId, Audience audience, const Place &from);

    Source source() const override { return Source::Memory; }
    std::optional<qint64> length() const override { return std::nullopt; }
    Piece read() override;

    void jobChanged(const FedJob &job) override;
    void jobRemoved(const QString &id, qint64 revision) override;
    void queueChanged(const QueueState &queue) override;
    bool wantsLog() const override;
    void logRead(const QStringList &lines) override;
    void lookedAt() override;

private:
    bool isOfOneJob() const { return !jobId().isEmpty(); }
    void append(const QByteArray &event, const QByteArray &data);

    const Audience m_audience;
    mutable std::mutex m_mutex{}; ///< guards all below
    Place m_place;
    QString m_lastLine{};
    QByteArray m_unread{};
    Job m_job{}; ///< the one job, as it was heard of last
    QByteArray m_end{}; ///< it has ended: what is to be said once its log was told
    bool m_isOver = false;
    int m_looks = 0; ///< since its log was read
    std::chrono::steady_clock::time_point m_saidAt;
    std::chrono::steady_clock::time_point m_until;
};

} // namespace createzoom
