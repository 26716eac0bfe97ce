// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/jobs/jobrecord.h"
#include "core/redis/respvalue.h"

#include <QByteArray>
#include <QMap>

namespace createzoom {

/// A job's hash: field -> text. What has its default is not there, and texts are short: Redis packs
/// hashes of up to 64 bytes a field three times as tight.
using RedisFields = QMap<QByteArray, QByteArray>;

/// A job as the scripts give it: {id, fields, end of its lease}.
struct RedisRow
{
    QByteArray id{};
    RedisFields fields{};
    qint64 leaseUntil = 0;
};

RedisRow rowFrom(const RespValue &value);
/// An error says that the store holds what we did not write.
Result<JobRecord> recordFrom(const RedisRow &row);
RedisFields fieldsOf(const JobRequest &request);
/// What a transition may have changed, as fields; those with their defaults are empty. The open
/// step is not among the steps: while a job runs, `claimed_at` stands for it.
RedisFields fieldsOf(const JobRecord &record);

} // namespace createzoom
