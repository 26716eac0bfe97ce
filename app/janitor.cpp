// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/janitor.h"

#include "core/base/logging.h"

#include <chrono>

namespace createzoom {

namespace {

constexpr std::chrono::seconds interval{5};
/// Pictures are small, and asking for each of their jobs is not free.
constexpr int sweepsBetweenPictures = 60;

} // namespace

Janitor::Janitor(JobEngine &engine,
                 const Workspace &workspace,
                 const Previews &previews,
                 UploadStore &uploads)
    : m_engine(engine)
    , m_workspace(workspace)
    , m_previews(previews)
    , m_uploads(uploads)
{}

void Janitor::sweep()
{
    if (const Result<void> ticked = m_engine.tick(); !ticked)
        qCWarning(lcApp).noquote()
            << "housekeeping failed:" << ticked.error().message << ticked.error().detail;
    if (const Result<void> swept = m_workspace.sweep(m_engine); !swept)
        qCWarning(lcApp).noquote() << "work files cannot be swept:" << swept.error().message;
    if (m_sweeps++ % sweepsBetweenPictures != 0)
        return;
    if (const Result<void> swept = m_previews.sweep(m_engine); !swept)
        qCWarning(lcApp).noquote() << "pictures cannot be swept:" << swept.error().message;
    if (const Result<void> swept = m_uploads.sweep(m_engine); !swept)
        qCWarning(lcApp).noquote() << "uploads cannot be swept:" << swept.error().message;
}

void Janitor::start()
{
    m_thread = std::jthread([this](const std::stop_token &stop) {
        while (waitForNext(stop))
            sweep();
    });
}

void Janitor::stop()
{
    m_thread = {};
}

bool Janitor::waitForNext(const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    m_wake.wait_for(lock, stop, interval, [] { return false; });
    return !stop.stop_requested();
}

} // namespace createzoom
