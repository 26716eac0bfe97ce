// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/serverthread.h"

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

ServerThread::ServerThread()
{
    m_thread.setObjectName(u"server"_s);
    moveToThread(&m_thread);
}

ServerThread::~ServerThread()
{
    stop();
}

void ServerThread::start()
{
    m_thread.start();
}

void ServerThread::stop()
{
    m_thread.quit();
    m_thread.wait();
}

void ServerThread::call(std::function<void()> call)
{
    post(std::move(call)).get();
}

bool ServerThread::answersWithin(std::chrono::milliseconds time)
{
    return post([] {}).wait_for(time) == std::future_status::ready;
}

std::future<void> ServerThread::post(std::function<void()> call)
{
    std::packaged_task<void()> task(std::move(call));
    std::future<void> done = task.get_future();
    {
        const std::lock_guard locker(m_mutex);
        m_calls.push_back(std::move(task));
    }
    QMetaObject::invokeMethod(this, "runCalls", Qt::QueuedConnection);
    return done;
}

void ServerThread::runCalls()
{
    std::vector<std::packaged_task<void()>> calls;
    {
        const std::lock_guard locker(m_mutex);
        calls.swap(m_calls);
    }
    for (std::packaged_task<void()> &call : calls)
        call();
}

} // namespace createzoom
