// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/servertest.h"

#include "core/jobs/jobboard.h"
#include "ui/sentences.h"

#include <utility>

namespace createzoom {

ServerTest::ServerTest(QObject *parent)
    : QObject(parent)
{}

ServerTest::~ServerTest()
{
    stop();
    m_worker.end();
}

void ServerTest::ask(OpenedServer server)
{
    stop();
    m_asked = server;
    m_worker.post([this, server = std::move(server), question = m_question] {
        // What only an admin may see: it is what the window will ask for.
        const Result<QueueState> queue = server.board->queue();
        {
            const std::lock_guard lock(m_mutex);
            m_answer = {question, queue ? Result<void>() : queue.error()};
        }
        QMetaObject::invokeMethod(this, &ServerTest::deliver, Qt::QueuedConnection);
    });
}

void ServerTest::stop()
{
    ++m_question;
    if (m_asked.cutOff)
        m_asked.cutOff();
    m_asked = {};
}

void ServerTest::deliver()
{
    std::optional<std::pair<int, Result<void>>> answer;
    {
        const std::lock_guard lock(m_mutex);
        answer = std::exchange(m_answer, {});
    }
    if (answer && answer->first == m_question)
        Q_EMIT answered(answer->second);
}

QString testSentence(const Result<void> &outcome)
{
    if (outcome)
        return ServerTest::tr("Connected.");
    const Error &error = outcome.error();
    const QString sentence = sentenceOrEnglish(error.message);
    switch (error.code) {
    case ErrorCode::Network:
        return ServerTest::tr("%1. Check the address, and whether the server runs.").arg(sentence);
    case ErrorCode::AuthRequired:
    case ErrorCode::AuthExpired:
        return ServerTest::tr("The server does not accept this token. Copy it anew, whole.");
    case ErrorCode::Forbidden:
        return ServerTest::tr("The token is good, but only administrators of this server may see "
                              "all jobs.");
    case ErrorCode::RemoteFailure:
        return ServerTest::tr("%1. Check the address.").arg(sentence);
    default:
        return sentence;
    }
}

} // namespace createzoom
