// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobengine.h"

namespace createzoom {

class RedisClient;
class RedisTransaction;
struct RedisNode;
struct RespValue;

/// Who holds which job. A local variable of the engine's methods.
class RedisClaims
{
public:
    RedisClaims(RedisClient &client, const EngineLimits &limits, const RedisNode &node);

    /// Waits for a job, and for a server that cannot be reached, up to `wait`.
    Result<std::optional<Claim>> next(const QList<Stage> &stages,
                                      const QString &worker,
                                      std::chrono::milliseconds wait,
                                      const std::stop_token &stop);
    /// What waits for a time that has come, and what dead workers held or have the file of.
    Result<void> promoteDue();
    /// What the dead `worker` held. Returns how many.
    Result<int> putBackHeld(const QString &worker);

private:
    Result<void> putBack(const RespValue &dueIds);
    Result<bool> putBackIfDue(RedisTransaction &transaction, const QString &id);

    RedisClient &m_client;
    const EngineLimits &m_limits;
    const RedisNode &m_node;
};

} // namespace createzoom
