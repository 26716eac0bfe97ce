// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobengine.h"
#include "core/jobs/uploadstore.h"
#include "core/pipeline/previews.h"
#include "core/pipeline/workspace.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace createzoom {

/// Sweeps up on a thread of its own, every few seconds: work files of jobs that ended between two
/// stages, what the engine forgets after its retention, and pictures and uploads of jobs that are
/// forgotten. Owned by Services.
class Janitor
{
public:
    Janitor(JobEngine &engine,
            const Workspace &workspace,
            const Previews &previews,
            UploadStore &uploads);

    /// One sweep on the calling thread: at start, before any worker runs.
    void sweep();
    void start();
    void stop();

private:
    bool waitForNext(const std::stop_token &stop);

    JobEngine &m_engine;
    const Workspace &m_workspace;
    const Previews &m_previews;
    UploadStore &m_uploads;
    int m_sweeps = 0;
    std::mutex m_mutex; ///< guards nothing but the wait
    std::condition_variable_any m_wake;
    std::jthread m_thread;
};

} // namespace createzoom
