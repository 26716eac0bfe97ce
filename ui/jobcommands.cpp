// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobcommands.h"

#include "core/base/freespace.h"
#include "core/jobs/jobboard.h"

#include <memory>
#include <utility>

namespace createzoom {

namespace {

std::optional<Error> errorOf(const Result<void> &result)
{
    return result ? std::optional<Error>() : result.error();
}

std::optional<Error> errorOf(const Result<CancelOutcome> &result)
{
    return result ? std::optional<Error>() : result.error();
}

} // namespace

JobCommands::JobCommands(JobBoard &jobs, QObject *parent)
    : JobCommands(jobs, freeBytesIn, parent)
{}

JobCommands::JobCommands(JobBoard &jobs, DiskMeter meter, QObject *parent)
    : OutcomeQueue(parent)
    , m_jobs(jobs)
    , m_meter(std::move(meter))
{}

JobCommands::~JobCommands()
{
    m_disks.leave(); // one that is gone answers late, and would hold up who changes windows
    m_commands.end();
}

void JobCommands::cancel(const QStringList &ids)
{
    run(ids, [this](const QString &id) { return errorOf(m_jobs.cancel(id)); });
}

void JobCommands::retry(const QStringList &ids, const Secret &token)
{
    const auto secret = std::make_shared<const Secret>(token.copy()); // tasks are copied
    m_commands.post([this, ids, secret] {
        QStringList withoutToken;
        std::optional<Error> first;
        for (const QString &id : ids) {
            const std::optional<Error> error = errorOf(m_jobs.retry(id, *secret));
            if (error && error->code == ErrorCode::AuthExpired && secret->isEmpty())
                withoutToken << id;
            else if (error && !first)
                first = error;
        }
        if (!withoutToken.isEmpty())
            deliver([this, withoutToken] { Q_EMIT tokenWanted(withoutToken); });
        if (first)
            deliver([this, first] { Q_EMIT failed(*first); });
    });
}

void JobCommands::remove(const QStringList &ids)
{
    m_commands.post([this, ids] {
        QStringList gone;
        std::optional<Error> first;
        for (const QString &id : ids) {
            const Result<void> result = m_jobs.remove(id);
            if (result || result.error().code == ErrorCode::NotFound) // gone is what was asked for
                gone << id;
            else if (!first)
                first = result.error();
        }
        deliver([this, gone] { Q_EMIT removed(gone); });
        if (first)
            deliver([this, first] { Q_EMIT failed(*first); });
    });
}

void JobCommands::run(const QStringList &ids, const Command &command)
{
    m_commands.post([this, ids, command] {
        std::optional<Error> first;
        for (const QString &id : ids) {
            const std::optional<Error> error = command(id);
            if (error && !first)
                first = error;
        }
        if (first)
            deliver([this, first] { Q_EMIT failed(*first); });
    });
}

void JobCommands::measureDisk(const QString &folder)
{
    if (m_isDiskAsked)
        return; // it has not answered yet
    m_isDiskAsked = true;
    m_disks.post([this, box = box(), meter = m_meter, folder] { // uses this on the GUI thread only
        const qint64 bytes = meter(folder).value_or(-1);
        box->deliver([this, folder, bytes] {
            m_isDiskAsked = false;
            Q_EMIT diskMeasured(folder, bytes);
        });
    });
}

} // namespace createzoom
