// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/redistransaction.h"

#include "core/jobs/jobtransitions.h"
#include "core/redis/redisclient.h"

#include <QUuid>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

RedisTransaction::RedisTransaction(RedisClient &client)
    : m_client(client)
{}

Result<void> RedisTransaction::begin(const QString &id)
{
    const Result<RespValue> found = m_client.script("find", {id.toUtf8()});
    if (!found)
        return found.error();
    m_now = found->at(0).integer();
    if (found->items.size() > 1) {
        const RedisRow row = rowFrom(found->at(1));
        m_isHolderGone = found->at(2).text == "1";
        m_read.insert(row.id, row);
    }
    return {};
}

Result<std::optional<JobRecord>> RedisTransaction::find(const QString &id)
{
    const auto row = m_read.constFind(id.toUtf8());
    if (row == m_read.constEnd())
        return std::optional<JobRecord>();
    Result<JobRecord> record = recordFrom(*row);
    return record ? Result<std::optional<JobRecord>>(std::move(*record)) : record.error();
}

RedisTransaction::Change &RedisTransaction::changeOf(const QByteArray &id)
{
    const auto known = std::find_if(
        m_changes.begin(), m_changes.end(), [&](const Change &change) { return change.id == id; });
    if (known != m_changes.end())
        return *known;
    m_changes << Change{.id = id};
    return m_changes.last();
}

Result<void> RedisTransaction::store(JobRecord &record, qint64 now)
{
    const QByteArray id = record.job.id.toUtf8();
    const RedisFields before = m_read.value(id).fields;
    finishStep(record, now);
    RedisFields fields = fieldsOf(record);
    // A file lies where the worker was that made it; who has no file may run anywhere.
    if (record.job.artifact.isEmpty())
        fields.insert("holder", {});
    else if (fields.value("artifact") != before.value("artifact"))
        fields.insert("holder", before.value("node"));
    Change &change = changeOf(id);
    for (auto field = fields.cbegin(); field != fields.cend(); ++field) {
        if (before.value(field.key()) != field.value())
            change.fields.insert(field.key(), field.value());
    }
    return {};
}

Result<void> RedisTransaction::putRequest(const Job &job)
{
    changeOf(job.id.toUtf8()).fields.insert(fieldsOf(job.request));
    return {};
}

Result<void> RedisTransaction::remove(const QString &id, qint64 /*now*/)
{
    m_removed = id.toUtf8();
    return {};
}

Result<std::optional<QByteArray>> RedisTransaction::token(const QString &id)
{
    const Result<RespValue> found = m_client.command({"GET", "{dz}:tok:" + id.toUtf8()});
    if (!found)
        return found.error();
    return found->kind == RespValue::Kind::Nil ? std::optional<QByteArray>()
                                               : std::optional(found->text);
}

Result<void> RedisTransaction::putToken(const QString &id, const QByteArray &sealed)
{
    if (!sealed.isEmpty())
        changeOf(id.toUtf8()).token = sealed;
    return {};
}

Result<double> RedisTransaction::counter(const QByteArray &name, int step)
{
    const Result<RespValue> place
        = m_client.command({"HINCRBY", "{dz}:counters", name, QByteArray::number(step)});
    return place ? Result<double>(static_cast<double>(place->integer())) : place.error();
}

Result<double> RedisTransaction::lastPlace()
{
    return counter("last_place", 1);
}

Result<double> RedisTransaction::firstPlace()
{
    return counter("first_place", -1);
}

Result<std::optional<JobRecord>> RedisTransaction::neighbour(const QByteArray &direction,
                                                             double place)
{
    const Result<RespValue> found = m_client.script("neighbour", {direction, exactDecimal(place)});
    if (!found)
        return found.error();
    const RedisRow row = rowFrom(*found);
    if (row.id.isEmpty())
        return std::optional<JobRecord>();
    m_read.insert(row.id, row);
    return find(QString::fromUtf8(row.id));
}

Result<std::optional<JobRecord>> RedisTransaction::queuedBefore(double place)
{
    return neighbour("before", place);
}

Result<std::optional<JobRecord>> RedisTransaction::queuedAfter(double place)
{
    return neighbour("after", place);
}

Result<void> RedisTransaction::appendLog(const QString &id, const QStringList &lines, int kept)
{
    Change &change = changeOf(id.toUtf8());
    change.lines << lines;
    change.linesKept = kept;
    return {};
}

QByteArrayList RedisTransaction::wordsOf(const Change &change) const
{
    const RedisRow row = m_read.value(change.id);
    QByteArrayList words{change.id,
                         row.fields.value("revision"),
                         QByteArray::number(row.leaseUntil),
                         change.token,
                         QByteArray::number(change.linesKept),
                         QByteArray::number(change.lines.size()),
                         QByteArray::number(change.fields.size())};
    for (const QString &line : change.lines)
        words << line.toUtf8();
    for (auto field = change.fields.cbegin(); field != change.fields.cend(); ++field)
        words << field.key() << field.value();
    return words;
}

Result<bool> RedisTransaction::commit()
{
    if (m_removed.isEmpty() && m_changes.isEmpty())
        return true;
    QByteArrayList words;
    if (!m_removed.isEmpty()) {
        words << m_removed << m_read.value(m_removed).fields.value("revision");
    } else {
        words << QUuid::createUuid().toByteArray(QUuid::Id128);
        for (const Change &change : m_changes)
            words << wordsOf(change);
    }
    const Result<RespValue> answer
        = m_client.script(m_removed.isEmpty() ? "store" : "remove", words);
    return answer ? Result<bool>(answer->text == "stored") : answer.error();
}

} // namespace createzoom
