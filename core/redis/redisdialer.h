// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/redis/redisconnection.h"

namespace createzoom {

/// Connects to the master (with sentinels: the one that they name, if it says so itself), logs in
/// and selects the database. Unavailable, and Usage for what only another setting can mend: a
/// refused or missing password, a certificate that is not trusted, a file that is none. No error
/// holds the password.
Result<std::unique_ptr<RedisConnection>> dialRedis(const RedisAddress &address,
                                                   const RedisTimes &times);

} // namespace createzoom
