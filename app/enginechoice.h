// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/settings.h"
#include "core/jobs/jobengine.h"
#include "core/storage/enginelock.h"

#include <QHash>
#include <QString>

#include <memory>
#include <optional>

namespace createzoom {

/// The store of jobs that the settings ask for, open. Owned by Services.
struct ChosenEngine
{
    std::optional<EngineLock> lock{}; ///< of the data folder; SQLite's engine has its own
    std::unique_ptr<JobEngine> engine{};
    QString worker{}; ///< this process' name among those that share the store
    QString node{}; ///< the name of its work folder (Artifact::node); empty: nobody else asks
    int recovered = 0; ///< jobs that ran when this folder's last owner died; they wait again
    bool isShared = false; ///< by other processes: what is secret needs a key that all have
};

/// `environment`: with the variables REDIS_... (redisAddress). Usage, Unavailable, Io.
Result<ChosenEngine> chooseEngine(const Settings &settings,
                                  const EngineLimits &limits,
                                  const QHash<QString, QString> &environment);

} // namespace createzoom
