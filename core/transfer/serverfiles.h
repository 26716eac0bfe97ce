// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/base/stepcontrol.h"
#include "core/transfer/transferlimits.h"

#include <QByteArray>
#include <QString>

namespace createzoom {

/// Files to and from a server's /api/v1: images as uploads, archives as results. Lives on the stack
/// of one command; each call blocks until all is there or it is given up.
class ServerFiles
{
public:
    /// `baseUrl`: "https://host/prefix", without "/api/v1". The token outlives it.
    ServerFiles(QByteArray baseUrl,
                const Secret &token,
                const TransferLimits &limits = {},
                RandomSource random = systemRandom(),
                Delay pause = systemDelay());

    /// The id under which a job may name the image. Errors of the file, and what the server says.
    Result<QString> upload(const QString &file, const StepControl &control);
    /// The archive of a job that is done becomes `file`, whole or not at all; what had that name is
    /// replaced. Goes on with what an earlier call left in `file`.part.
    Result<void> fetchResult(const QString &jobId, const QString &file, const StepControl &control);

private:
    const QByteArray m_baseUrl;
    const Secret &m_token;
    const TransferLimits m_limits;
    const RandomSource m_random;
    const Delay m_pause;
};

} // namespace createzoom
