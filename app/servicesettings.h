// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secretvariables.h"
#include "core/base/settings.h"
#include "core/jobs/jobengine.h"
#include "core/jobs/secretbox.h"
#include "core/jobs/uploadstore.h"
#include "core/pipeline/processstage.h"
#include "server/httpdoor.h"

#include <QString>
#include <QUrl>

#include <chrono>

namespace createzoom {

// What the settings mean for the parts that Services puts together. Pure, but for the last two.

/// The data folder of a service that was told none.
inline const QString serviceData = QStringLiteral("/var/lib/createzoom");
inline constexpr qint64 mebibyte = 1LL << 20;

EngineLimits engineLimits(const Settings &settings);
ProcessStageOptions processOptions(const Settings &settings);
UploadLimits uploadLimits(const Settings &settings);
/// They lie here: who works on jobs elsewhere must see the same folder.
bool takesUploads(const Settings &settings, bool isShared);
HttpDoor doorOf(const Settings &settings);
/// Free space comes back slowly: a job that waits for it asks less often than one that failed.
std::chrono::milliseconds blockedDelay(const Settings &settings);
/// Where work files and pictures of jobs lie.
QString filesFolder(const Settings &settings);
/// "http://machine:8001": what other machines are told, when we listen at `listening`.
QString peerUrlOf(const Settings &settings, const QUrl &listening);

/// The data folder, and a shared one; for our user alone. Io.
Result<void> makeFolders(const Settings &settings);
/// The keys of tokens: CREATEZOOM_TOKEN_KEYS of `environment` (withSecrets()), or a file of the
/// data folder. Usage: a store that machines share needs keys that they share, each would seal with
/// one of its own.
Result<SecretBox> openKeys(const Settings &settings, const Environment &environment, bool isShared);

} // namespace createzoom
