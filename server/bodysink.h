// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/httpmessage.h"

#include <QByteArray>

#include <memory>
#include <optional>
#include <utility>

namespace createzoom {

/// Takes the body of a request that is too long to be held in memory. Made by a route's `open`,
/// owned by the client's connection; its methods are called one after the other on threads that may
/// wait for a disk. Destroyed without finish(): the client left, or was refused.
class BodySink
{
public:
    BodySink() = default;
    virtual ~BodySink() = default;
    BodySink(const BodySink &) = delete;
    BodySink &operator=(const BodySink &) = delete;

    /// An answer ends the request: nothing more is taken.
    virtual std::optional<HttpAnswer> write(const QByteArray &piece) = 0;
    /// The body is whole.
    virtual HttpAnswer finish() = 0;
};

/// What stands before a body decides whether it is wanted: a sink, or the answer that refuses it.
struct OpenedSink
{
    OpenedSink(std::shared_ptr<BodySink> wanted)
        : sink(std::move(wanted))
    {}
    OpenedSink(HttpAnswer refused)
        : refusal(std::move(refused))
    {}

    std::shared_ptr<BodySink> sink{};
    HttpAnswer refusal{};
};

} // namespace createzoom
