// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/httplines.h"

#include <future>
#include <memory>
#include <utility>

namespace createzoom {

namespace {

/// As many connections as browsers keep to one server.
constexpr size_t mostLines = 6;

} // namespace

HttpLines::HttpLines(const TransferLimits &limits)
    : m_limits(limits)
{}

HttpLines::~HttpLines()
{
    cutOff();
}

void HttpLines::cutOff()
{
    const std::lock_guard lock(m_mutex);
    m_isCutOff = true;
    for (std::jthread &thread : m_threads)
        thread.request_stop();
}

Result<HttpReply> HttpLines::send(const OutgoingRequest &request, const std::stop_token &stop)
{
    // Shared: the line may still be telling when the caller has heard and gone on.
    const auto answered = std::make_shared<std::promise<Result<HttpReply>>>();
    std::future<Result<HttpReply>> answer = answered->get_future();
    const bool isPosted
        = post([answered, &request, stop](HttpTransfer &http, const StepControl &line) {
              std::stop_source either;
              const auto end = [&either] {
                  either.request_stop();
              };
              const std::stop_callback byCaller(stop, end);
              const std::stop_callback byLine(line.stop, end);
              answered->set_value(http.send(request, {.stop = either.get_token()}));
          });
    return isPosted ? answer.get() : cancelledError();
}

bool HttpLines::post(Task task)
{
    const std::lock_guard lock(m_mutex);
    if (m_isCutOff)
        return false;
    m_tasks.push_back(std::move(task));
    if (m_tasks.size() > m_idle && m_threads.size() < mostLines)
        m_threads.emplace_back([this](const std::stop_token &stop) { run(stop); });
    m_posted.notify_one();
    return true;
}

void HttpLines::run(const std::stop_token &stop)
{
    HttpTransfer http(m_limits, QDeadlineTimer::Forever);
    const StepControl control{.stop = stop};
    std::unique_lock lock(m_mutex);
    while (true) {
        ++m_idle;
        // Also when it stops: what was posted is answered, be it with Cancelled.
        const bool isPosted = m_posted.wait(lock, stop, [this] { return !m_tasks.empty(); });
        --m_idle;
        if (!isPosted)
            return;
        const Task task = std::move(m_tasks.front());
        m_tasks.pop_front();
        lock.unlock();
        task(http, control);
        lock.lock();
    }
}

} // namespace createzoom
