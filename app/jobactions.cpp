// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/jobactions.h"

#include "app/console.h"
#include "app/exitcode.h"
#include "app/remoteserver.h"

#include <QCommandLineParser>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

struct ActionRow
{
    const char *name;
    const char *verb; ///< of HTTP
    const char *below; ///< the job's path
    const char *help;
};
constexpr std::array actions{
    ActionRow{"cancel", "DELETE", "", "Cancels jobs."},
    ActionRow{"retry", "POST", "/retry", "Runs jobs again that failed or were cancelled."},
    ActionRow{
        "pause", "POST", "/pause", "Pauses jobs: at once, or as soon as their step allows it."},
    ActionRow{"resume", "POST", "/resume", "Lets paused jobs go on."},
    ActionRow{"remove", "POST", "/remove", "Forgets jobs that have ended."},
};

/// A token for the bucket, which a retry may need: {"token": "..."} or nothing.
Result<QJsonObject> bodyOf(const QCommandLineParser &parser)
{
    const QString named = parser.value(u"bucket-token-file"_s);
    if (named.isEmpty())
        return QJsonObject();
    QFile file(named);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Usage, u"%1 cannot be read: %2"_s.arg(named, file.errorString())};
    return QJsonObject{{u"token"_s, QString::fromUtf8(file.readAll().trimmed())}};
}

void printResults(const QJsonArray &results)
{
    for (const QJsonValue &result : results) {
        const QString id = result[u"id"].toString();
        if (result[u"done"].toBool())
            printOut(id + u" done"_s);
        else
            printError(u"createzoom: %1: %2"_s.arg(id, result[u"detail"].toString()));
    }
}

/// A filter that nobody has counted yet: the first call is refused with the number that matches,
/// the second does it, if it is still the same number.
Result<QJsonObject> runBatch(RemoteServer &server, QJsonObject body)
{
    constexpr int impossible = 1'000'000'000;
    body.insert(u"expect_count"_s, impossible);
    const RemoteCalls::Call call{.verb = "POST", .path = "jobs:batch", .body = body};
    const Result<HttpReply> refused = server.send(call);
    if (!refused)
        return refused.error();
    const QJsonValue count = QJsonDocument::fromJson(refused->body).object().value(u"count");
    if (refused->status != 409 || !count.isDouble())
        return problemError(*refused);
    if (count.toInt() == 0)
        return QJsonObject{{u"count"_s, 0}, {u"results"_s, QJsonArray()}};
    body.insert(u"expect_count"_s, count);
    return server.ask({.verb = "POST", .path = "jobs:batch", .body = body});
}

int runByFilter(const QCommandLineParser &parser, const ActionRow &action, QJsonObject body)
{
    const Result<std::unique_ptr<RemoteServer>> server = RemoteServer::open(parser);
    if (!server)
        return failWith(server.error());
    body.insert(u"action"_s, QLatin1String(action.name));
    body.insert(u"filter"_s, filterOf(parser));
    const Result<QJsonObject> answer = runBatch(**server, body);
    if (!answer)
        return failWith(answer.error());
    const QJsonArray results = answer->value(u"results").toArray();
    if (parser.isSet(u"json"_s))
        printJson(*answer);
    else if (results.isEmpty())
        printOut(u"no job matches"_s);
    else
        printResults(results);
    const bool isAllDone = std::all_of(
        results.begin(), results.end(), [](const QJsonValue &r) { return r[u"done"].toBool(); });
    return static_cast<int>(isAllDone ? ExitCode::Ok : ExitCode::SomeFailed);
}

} // namespace

void addFilterOptions(QCommandLineParser &parser)
{
    parser.addOption({u"state"_s, u"only of this state; may be given again"_s, u"STATE"_s});
    parser.addOption({u"search"_s, u"only those in which all words occur"_s, u"WORDS"_s});
    parser.addOption(
        {u"source"_s, u"only those whose source begins so: bucket/folder/"_s, u"PREFIX"_s});
}

QJsonObject filterOf(const QCommandLineParser &parser)
{
    QJsonObject filter;
    const auto insert = [&filter](const QString &key, const QString &value) {
        if (!value.isEmpty())
            filter.insert(key, value);
    };
    insert(u"state"_s, parser.values(u"state"_s).join(u','));
    insert(u"q"_s, parser.value(u"search"_s));
    insert(u"source"_s, parser.value(u"source"_s));
    return filter;
}

int runOnJobs(const QCommandLineParser &parser,
              const QStringList &ids,
              const RemoteCalls::Call &call)
{
    const Result<std::unique_ptr<RemoteServer>> server = RemoteServer::open(parser);
    if (!server)
        return failWith(server.error());
    int code = static_cast<int>(ExitCode::Ok);
    for (const QString &id : ids) {
        RemoteCalls::Call ofJob = call;
        ofJob.path = "jobs/" + pathSegment(id) + call.path;
        const Result<QJsonObject> job = (*server)->ask(ofJob);
        if (!job)
            code = failWith(job.error().withContext(id));
        else if (parser.isSet(u"json"_s))
            printJson(*job);
        else
            printOut(id + u' ' + (job->isEmpty() ? u"removed"_s : job->value(u"state").toString()));
    }
    return code;
}

std::optional<int> runJobAction(const QString &name, const QStringList &words)
{
    const auto *const action = std::find_if(actions.begin(), actions.end(), [&](const auto &row) {
        return name == QLatin1String(row.name);
    });
    if (action == actions.end())
        return std::nullopt;
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QLatin1String(action->help)
        + u" Named by their ids, or all that --state, --search and --source find."_s);
    RemoteServer::addOptions(parser);
    addFilterOptions(parser);
    if (name == u"retry")
        parser.addOption({u"bucket-token-file"_s,
                          u"file with a new token for the bucket, if the job had one"_s,
                          u"FILE"_s});
    parser.addPositionalArgument(u"ID"_s, u"of a job"_s, u"[ID...]"_s);
    if (const std::optional<int> code
        = parseVerb(parser, u"jobs "_s + name, words, 0, words.size()))
        return *code;
    const Result<QJsonObject> body = name == u"retry" ? bodyOf(parser) : QJsonObject();
    if (!body)
        return failWith(body.error());
    const QStringList ids = parser.positionalArguments();
    const bool isFiltered = !filterOf(parser).isEmpty();
    if (ids.isEmpty() != isFiltered)
        return failWith({ErrorCode::Usage,
                         u"jobs %1 needs either ids or --state, --search, --source"_s.arg(name)});
    if (isFiltered)
        return runByFilter(parser, *action, *body);
    RemoteCalls::Call call{.verb = action->verb, .path = action->below};
    if (!body->isEmpty())
        call.body = *body;
    return runOnJobs(parser, ids, call);
}

} // namespace createzoom
