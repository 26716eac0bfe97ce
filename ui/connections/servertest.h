// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "ui/connections/connections.h"
#include "ui/serialworker.h"

#include <QObject>

#include <mutex>
#include <optional>

namespace createzoom {

/// Asks a server, on a thread of its own, whether it can be used with a token. One question at a
/// time: a new one, and the end of this object, cut the one before off. Lives on the GUI thread.
class ServerTest : public QObject
{
    Q_OBJECT

public:
    explicit ServerTest(QObject *parent = nullptr);
    ~ServerTest() override;

    void ask(OpenedServer server);
    void stop();

Q_SIGNALS:
    void answered(const createzoom::Result<void> &outcome);

private:
    void deliver();

    OpenedServer m_asked{};
    int m_question = 0; ///< counts them: an answer to an older one is not told
    std::mutex m_mutex{}; ///< guards m_answer
    std::optional<std::pair<int, Result<void>>> m_answer{};
    SerialWorker m_worker{};
};

/// In words for a person: what is wrong, and what to do.
QString testSentence(const Result<void> &outcome);

} // namespace createzoom
