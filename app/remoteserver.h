// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/base/stepcontrol.h"
#include "core/transfer/remotecalls.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>

class QCommandLineParser;

namespace createzoom {

/// The server that a verb of the command line asks: --server, --token-file. A local variable of the
/// verb; one thread.
class RemoteServer
{
public:
    static void addOptions(QCommandLineParser &parser);
    /// Usage: no address, or a file that cannot be read.
    static Result<std::unique_ptr<RemoteServer>> open(const QCommandLineParser &parser);

    RemoteServer(const QByteArray &url, Secret token);

    /// Any answer.
    Result<HttpReply> send(const RemoteCalls::Call &call) { return m_calls.send(call); }
    /// A success's body as JSON; empty when it has none. Its problem otherwise.
    Result<QJsonObject> ask(const RemoteCalls::Call &call);
    /// Waits until the job has ended, `changed` being told how it comes along: the job. A server
    /// that is away for a moment is asked again.
    Result<QJsonObject> waitForEnd(const QString &id,
                                   const std::function<void(const QJsonObject &)> &changed);
    /// The id of the upload that `file` has become.
    Result<QString> upload(const QString &file, const StepControl &control);
    /// Fetches the archive of a job that is done (its JSON) to `folder` (made if need be), under
    /// its own name, by which its readers find what is in it: the path. A file of that name is
    /// replaced.
    Result<QString>
    fetchResult(const QJsonObject &job, const QString &folder, const StepControl &control);
    /// Tells each line of a job's log as it is written, until the job has ended.
    Result<void> followLog(const QString &id, const std::function<void(const QString &)> &line);

private:
    const QByteArray m_url;
    const Secret m_token;
    RemoteCalls m_calls;
};

/// Reads the options and words of a verb. The exit code when there is nothing more to do.
std::optional<int> parseVerb(QCommandLineParser &parser,
                             const QString &verb,
                             const QStringList &words,
                             qsizetype leastWords = 0,
                             qsizetype mostWords = 0);
/// Prints it; the exit code.
int failWith(const Error &error);
void printJson(const QJsonObject &json);

} // namespace createzoom
