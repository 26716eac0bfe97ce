// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/jobs/jobservice.h"
#include "core/jobs/secretbox.h"

#include <QString>
#include <QUrl>

#include <memory>

namespace createzoom {

/// What this process gives to others that share its jobs (PeerApi), and its health, at an address
/// of its own: a worker has no other one. Owned by the composition root; start() and stop() from
/// one thread. What it is given must outlive it.
class PeerServer
{
public:
    PeerServer(JobService &service,
               const SecretBox &keys,
               const QString &workFolder,
               PreviewOpener openHere,
               const Clock &clock = systemClock());
    ~PeerServer();
    PeerServer(const PeerServer &) = delete;
    PeerServer &operator=(const PeerServer &) = delete;

    /// As RestServer::start().
    Result<QUrl> start(const QString &listen);
    void stop();

private:
    struct Surfaces;
    std::unique_ptr<Surfaces> m_surfaces;
};

} // namespace createzoom
