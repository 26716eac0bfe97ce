// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/eventsapi.h"

#include "server/eventstream.h"
#include "server/problem.h"

#include <memory>
#include <optional>
#include <utility>

namespace createzoom {

namespace {

/// Last-Event-ID: "revision" or "revision.lines"; none when it is missing or not one of ours.
std::optional<EventStream::Place> placeIn(const HttpRequest &request)
{
    const QByteArrayList parts = request.field("last-event-id").split('.');
    bool isRevision = false;
    bool isNumber = true;
    const EventStream::Place place{.revision = parts.value(0).toLongLong(&isRevision),
                                   .logLines
                                   = parts.size() > 1 ? parts.value(1).toLongLong(&isNumber) : 0};
    const bool isOurs
        = parts.size() <= 2 && isRevision && isNumber && place.revision >= 0 && place.logLines >= 0;
    return isOurs ? std::optional(place) : std::nullopt;
}

HttpAnswer streamAnswer(std::shared_ptr<EventStream> stream)
{
    return {.contentType = "text/event-stream",
            .fields = {{"X-Accel-Buffering", "no"}}, // nginx hands each event on
            .stream = std::move(stream)};
}

} // namespace

EventsApi::EventsApi(JobService &service, JobAccess &access, JobFeed &feed)
    : m_service(service)
    , m_access(access)
    , m_feed(feed)
{}

QList<Route> EventsApi::routes()
{
    return {
        {"GET",
         "/api/v1/events",
         m_access.place(),
         [this](const HttpRequest &request) {
             return ofAll(request);
         }},
        {"GET", "/api/v1/jobs/{id}/events", m_access.place(), [this](const HttpRequest &request) {
             return ofOne(request);
         }}};
}

HttpAnswer EventsApi::ofAll(const HttpRequest &request)
{
    if (const Result<void> admin = m_access.requireAdmin(request); !admin)
        return problemJson(admin.error());
    const Result<qint64> now = m_feed.position();
    if (!now)
        return problemJson(now.error());
    const Result<QueueState> queue = m_service.queue();
    if (!queue)
        return problemJson(queue.error());
    const auto stream = std::make_shared<EventStream>(
        QString(), Audience::Admin, placeIn(request).value_or(EventStream::Place{*now}));
    stream->queueChanged(*queue);
    m_feed.add(stream);
    return streamAnswer(stream);
}

HttpAnswer EventsApi::ofOne(const HttpRequest &request)
{
    const Result<qint64> now = m_feed.position(); // before the job is read: nothing falls between
    if (!now)
        return problemJson(now.error());
    const Result<SeenJob> seen = m_access.find(request);
    if (!seen)
        return problemJson(seen.error());
    EventStream::Place place = placeIn(request).value_or(EventStream::Place{});
    place.revision = *now;
    const auto stream = std::make_shared<EventStream>(seen->job.id, seen->audience, place);
    stream->jobChanged(FedJob(seen->job, false));
    m_feed.add(stream);
    return streamAnswer(stream);
}

} // namespace createzoom
