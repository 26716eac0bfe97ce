// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/jobs/jobservice.h"
#include "core/jobs/secretbox.h"
#include "server/previewapi.h"
#include "server/routes.h"

#include <QList>
#include <QString>

namespace createzoom {

/// What processes that share jobs ask of each other (core/transfer/Peers is the other side): parts
/// of work files, their removal, and the pyramids that lie here. Every call needs a ticket
/// (core/jobs/peerticket) for its verb and path; nobody else is told anything. Any thread.
class PeerApi
{
public:
    /// `workFolder`: the workspace's root. `openHere`: opens pyramids of this machine alone.
    PeerApi(JobService &service,
            const SecretBox &keys,
            QString workFolder,
            PreviewOpener openHere,
            Clock clock);

    /// Their handlers refer to this object.
    QList<Route> routes();

private:
    using Handler = HttpAnswer (PeerApi::*)(const HttpRequest &);
    Route fileRoute(const QByteArray &method, Handler handler);
    Result<void> checkTicket(const HttpRequest &request) const;
    Result<Job> findJob(const HttpRequest &request);
    HttpAnswer part(const HttpRequest &request);
    HttpAnswer discard(const HttpRequest &request);

    JobService &m_service;
    const SecretBox &m_keys;
    const QString m_workFolder;
    const Clock m_clock;
    PreviewApi m_previews;
};

} // namespace createzoom
