// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/bodysink.h"
#include "server/httphead.h"

#include <QByteArray>

#include <functional>
#include <memory>

namespace createzoom {

class ClientSocket;
class DetachedWork;
class Router;

/// Moves a long body from its client to a BodySink, no faster than the sink takes it: one piece at
/// a time is in memory. Owned by the client's HttpConnection; server thread.
class UploadReceiver
{
public:
    /// `read`: what the client has sent, at most so many bytes.
    using Read = std::function<QByteArray(qint64)>;
    UploadReceiver(RequestHead head,
                   const Router &router,
                   ClientSocket &client,
                   DetachedWork &work,
                   Read read);

    // False: too many wait already.
    bool open(); ///< asks the route whether it wants the body
    bool begin(std::shared_ptr<BodySink> sink); ///< it does
    bool proceed(); ///< the client has sent something, or the sink has taken what it was given

    /// Is it the client that we wait for?
    bool isWaiting() const { return m_sink && !m_isBusy; }
    void pieceTaken() { m_isBusy = false; }
    const HttpRequest &request() const { return m_head.request; }

private:
    bool hand(const QByteArray &piece);
    bool finish();

    RequestHead m_head;
    const Router &m_router;
    ClientSocket &m_client;
    DetachedWork &m_work;
    Read m_read;
    std::shared_ptr<BodySink> m_sink{};
    qint64 m_left; ///< bytes of the body that were not handed on
    bool m_isBusy = false;
};

} // namespace createzoom
