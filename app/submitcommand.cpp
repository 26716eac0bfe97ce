// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/submitcommand.h"

#include "app/console.h"
#include "app/conversionflags.h"
#include "app/exitcode.h"
#include "app/remoteserver.h"
#include "core/base/logging.h"
#include "core/jobs/job.h"

#include <QCommandLineParser>
#include <QUuid>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

/// A line on standard error whenever it has come as far as another whole percent, or is something
/// else.
class ProgressLines
{
public:
    void tell(const QJsonObject &job)
    {
        const QString line
            = u"%1 %2 %3%"_s.arg(job.value(u"state").toString(), job.value(u"stage").toString())
                  .arg(int(job.value(u"progress").toDouble()));
        if (line != m_last)
            printError(m_last = line);
    }

private:
    QString m_last{};
};

bool isSuccess(const QString &state)
{
    return state == u"done" || state == u"skipped";
}

int outcomeOf(const QJsonObject &job)
{
    const QString state = job.value(u"state").toString();
    const bool isDone = isSuccess(state);
    if (isDone)
        printOut(masked(job.value(u"result").toString()));
    else
        printError(masked(
            u"createzoom submit: %1 %2"_s.arg(state, job.value(u"error")[u"message"].toString())));
    return static_cast<int>(isDone ? ExitCode::Ok : ExitCode::SomeFailed);
}

/// Sent again after a connection that was cut, it is still one job.
RemoteCalls::Call submitOf(const QStringList &places, const QJsonObject &options)
{
    return {.verb = "POST",
            .path = "jobs",
            .body = QJsonObject{{u"source"_s, QJsonObject{{u"bucket"_s, places.first()}}},
                                {u"target"_s, places.last()},
                                {u"options"_s, options}},
            .headers
            = {{"Idempotency-Key", QUuid::createUuid().toByteArray(QUuid::WithoutBraces)}}};
}

} // namespace

int runSubmit(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Gives a server a job: an image of a bucket becomes a .dzip "
                                     u"in a folder of a bucket. The token "
                                     u"of --token-file is for both the server and the bucket. "
                                     u"Prints the job's id; with --wait its "
                                     u"result."_s);
    RemoteServer::addOptions(parser);
    addConversionFlags(parser);
    parser.addOption({u"wait"_s, u"until the job has ended; exit code 1 when it failed"_s});
    parser.addPositionalArgument(u"SOURCE"_s, u"BUCKET/OBJECT"_s);
    parser.addPositionalArgument(u"TARGET"_s, u"BUCKET/FOLDER"_s);
    if (const std::optional<int> code = parseVerb(parser, u"submit"_s, arguments, 2, 2))
        return *code;
    const Result<QJsonObject> options = conversionWishes(parser);
    if (!options)
        return failWith({ErrorCode::Usage, options.error().message});
    const Result<std::unique_ptr<RemoteServer>> server = RemoteServer::open(parser);
    if (!server)
        return failWith(server.error());
    const Result<QJsonObject> accepted
        = (*server)->ask(submitOf(parser.positionalArguments(), *options));
    if (!accepted)
        return failWith(accepted.error());
    const bool isJson = parser.isSet(u"json"_s);
    if (!parser.isSet(u"wait"_s)) {
        if (isJson)
            printJson(*accepted);
        else
            printOut(accepted->value(u"id").toString());
        return static_cast<int>(ExitCode::Ok);
    }
    ProgressLines lines;
    const Result<QJsonObject> job = (*server)->waitForEnd(
        accepted->value(u"id").toString(), [&lines](const QJsonObject &now) { lines.tell(now); });
    if (!job)
        return failWith(job.error());
    if (!isJson)
        return outcomeOf(*job);
    printJson(*job);
    const QString state = job->value(u"state").toString();
    return static_cast<int>(isSuccess(state) ? ExitCode::Ok : ExitCode::SomeFailed);
}

} // namespace createzoom
