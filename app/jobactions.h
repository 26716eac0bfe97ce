// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transfer/remotecalls.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>

class QCommandLineParser;

namespace createzoom {

/// `createzoom jobs cancel|retry|pause|resume|remove ID...`, or with --state, --search, --source
/// instead of ids: one thing done to jobs. None when it is another verb.
std::optional<int> runJobAction(const QString &name, const QStringList &words);

/// --state, --search, --source; and what they say, as the server takes it.
void addFilterOptions(QCommandLineParser &parser);
QJsonObject filterOf(const QCommandLineParser &parser);

/// The same call for each job, `call.path` below the job's own; prints what became of each.
int runOnJobs(const QCommandLineParser &parser,
              const QStringList &ids,
              const RemoteCalls::Call &call);

} // namespace createzoom
