// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/settings.h"
#include "core/jobs/jobservice.h"

#include <QString>
#include <QUrl>

#include <chrono>
#include <memory>

namespace createzoom {

class Bucket;

/// The composition root: builds and owns everything that a server (and the window's own one)
/// consists of, wires it, starts it, stops it in the right order. Lives on the main thread.
class Services
{
public:
    /// Opens the store (one process per data folder), the keys, the bucket. Nothing runs yet.
    static Result<std::unique_ptr<Services>> create(const Settings &settings);
    ~Services();
    Services(const Services &) = delete;
    Services &operator=(const Services &) = delete;

    /// Sweeps up what a crash left, starts workers and the REST interface, as the roles say.
    Result<void> start();
    /// No new work; running steps get `grace`, then go back to the queue; then no new requests.
    /// Blocks.
    void stop(std::chrono::milliseconds grace);
    /// Between start() and stop(): whether whoever calls would be answered. Takes two seconds at
    /// most.
    bool isWell() const;

    JobService &jobs();
    Bucket &bucket(); ///< any thread
    QString workFolder() const;
    /// Jobs that ran when this data folder's last owner died; they go on.
    int recoveredJobs() const;
    QString workerName() const; ///< of this process, among those that share its jobs
    QUrl restUrl() const; ///< invalid without the role api
    QString adminTokenFile() const; ///< empty when an identity service checks admins

private:
    Result<void> startRest();
    void startDispatcher();
    Result<void> startPeerServer();

    struct Parts;
    explicit Services(std::unique_ptr<Parts> parts);

    std::unique_ptr<Parts> m_parts;
};

} // namespace createzoom
