// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/workerinfo.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

QJsonObject toJson(const WorkerInfo &worker)
{
    QJsonObject capacity;
    for (auto row = worker.capacity.begin(); row != worker.capacity.end(); ++row)
        capacity.insert(stageName(row.key()), row.value());
    return {{u"name"_s, worker.name},
            {u"host"_s, worker.host},
            {u"version"_s, worker.version},
            {u"roles"_s, QJsonArray::fromStringList(worker.roles)},
            {u"capacity"_s, capacity},
            {u"node"_s, worker.node},
            {u"peer_url"_s, worker.peerUrl},
            {u"started_at"_s, worker.startedAt},
            {u"seen_at"_s, worker.seenAt}};
}

Result<WorkerInfo> workerFromJson(const QJsonObject &json)
{
    const QString name = json.value(u"name").toString();
    if (name.isEmpty())
        return Error{ErrorCode::RemoteFailure, u"A worker has no name"_s};
    WorkerInfo worker{.name = name,
                      .host = json.value(u"host").toString(),
                      .version = json.value(u"version").toString(),
                      .roles = json.value(u"roles").toVariant().toStringList(),
                      .node = json.value(u"node").toString(),
                      .peerUrl = json.value(u"peer_url").toString(),
                      .startedAt = json.value(u"started_at").toInteger(),
                      .seenAt = json.value(u"seen_at").toInteger()};
    const QJsonObject capacity = json.value(u"capacity").toObject();
    for (auto row = capacity.begin(); row != capacity.end(); ++row) {
        if (const std::optional<Stage> stage = stageFromName(row.key()))
            worker.capacity.insert(*stage, std::max(row->toInt(), 0));
    }
    return worker;
}

} // namespace createzoom
