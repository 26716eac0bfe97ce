// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transfer/httpexchange.h"

#include <QByteArray>

#include <functional>

namespace createzoom {

/// Reads server-sent events (HTML standard, section 9.2) as they come. Lives for one stream.
class EventReader final : public BodyReceiver
{
public:
    struct Event
    {
        QByteArray name{};
        QByteArray data{};
    };

    explicit EventReader(std::function<void(const Event &)> tell);

    Result<void> begin(const HttpReply &head) override;
    Result<void> take(const QByteArray &bytes) override;

    /// Of the last event that had one: a later stream goes on behind it.
    const QByteArray &lastId() const { return m_lastId; }

private:
    void readLine(const QByteArray &line);

    const std::function<void(const Event &)> m_tell;
    QByteArray m_unread{};
    QByteArray m_lastId{};
    Event m_event{};
};

} // namespace createzoom
