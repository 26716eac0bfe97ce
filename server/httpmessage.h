// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QByteArrayView>
#include <QList>
#include <QString>

#include <chrono>
#include <memory>

namespace createzoom {

class AnswerStream;
class Readiness;

struct HttpField
{
    QByteArray name{};
    QByteArray value{};
};

/// A whole, judged request. A value: handlers need no socket, and tests neither.
struct HttpRequest
{
    QByteArray method{}; ///< upper case as sent
    QByteArray path{}; ///< percent-encoded as sent, without the query
    QByteArray query{};
    QList<HttpField> fields{};
    QByteArray body{};
    QByteArrayList arguments{}; ///< what stood in the places of a route's {...}
    bool keepsAlive = true; ///< HTTP/1.1 without "Connection: close"
    bool mayWait
        = true; ///< false: it has been put off long enough, HttpAnswer::putOff is no answer
    QByteArray id{}; ///< X-Request-ID of its answer (requestId()); empty: not yet given

    /// Of the first field of that name, in whatever case; empty when there is none.
    QByteArray field(QByteArrayView name) const;
    /// The token of "Authorization: Bearer"; empty when missing or not one token of visible
    /// characters.
    QByteArray bearer() const;
    QByteArray argument(qsizetype index = 0) const { return arguments.value(index); }
};

/// No answer yet: the request is handled once more when the time is up or something has changed.
struct PutOff
{
    std::shared_ptr<Readiness> changed{};
    std::chrono::milliseconds atMost{0}; ///< since the request was put off first
};

struct HttpAnswer
{
    int status = 200;
    QByteArray body{};
    QByteArray contentType{"application/json"};
    QList<HttpField> fields{};
    std::shared_ptr<AnswerStream> stream{}; ///< instead of `body`; detached routes only
    PutOff putOff{}; ///< with `changed` set, all else counts only when it must not wait; detached
                     ///< routes only

    bool hasField(QByteArrayView name) const;
};

/// {"detail":"..."}, the form of every error on the legacy surface.
HttpAnswer detailAnswer(int status, const QString &detail);

QByteArray reasonPhrase(int status);

/// The answer as it goes over the wire, without a Connection field; of one with a stream its head.
QByteArray wireForm(const HttpAnswer &answer);

/// Changes to a finished answer, whoever wrote it: the body left out (HEAD), and "Connection:
/// close" said.
QByteArray withoutBody(const QByteArray &wire);
QByteArray withConnectionClose(const QByteArray &wire);

} // namespace createzoom
