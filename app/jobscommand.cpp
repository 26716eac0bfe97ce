// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/jobscommand.h"

#include "app/console.h"
#include "app/conversionflags.h"
#include "app/exitcode.h"
#include "app/jobactions.h"
#include "app/remoteserver.h"
#include "app/remotetables.h"
#include "core/base/logging.h"

#include <QCommandLineParser>
#include <QJsonArray>
#include <QUrl>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

QByteArray encoded(const QString &text)
{
    return QUrl::toPercentEncoding(text);
}

QByteArray jobPath(const QString &id)
{
    return "jobs/" + pathSegment(id);
}

int runList(const QStringList &words)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Lists the jobs of a server, the newest first. Other verbs, each with --help: show, logs, "
        u"result, cancel, retry, pause, resume, remove, move, set."_s);
    RemoteServer::addOptions(parser);
    addFilterOptions(parser);
    parser.addOption({u"limit"_s, u"at most so many [100]"_s, u"N"_s, u"100"_s});
    parser.addOption(
        {u"sort"_s, u"created_at or updated_at, with - for the latest first"_s, u"BY"_s});
    if (const std::optional<int> code = parseVerb(parser, u"jobs"_s, words))
        return *code;
    const Result<std::unique_ptr<RemoteServer>> server = RemoteServer::open(parser);
    if (!server)
        return failWith(server.error());
    QByteArray path = "jobs?limit=" + encoded(parser.value(u"limit"_s));
    const QJsonObject filter = filterOf(parser);
    for (auto field = filter.begin(); field != filter.end(); ++field)
        path += '&' + field.key().toLatin1() + '=' + encoded(field->toString());
    if (parser.isSet(u"sort"_s))
        path += "&sort=" + encoded(parser.value(u"sort"_s));
    const Result<QJsonObject> answer = (*server)->ask({.path = path});
    if (!answer)
        return failWith(answer.error());
    if (parser.isSet(u"json"_s)) {
        printJson(*answer);
        return static_cast<int>(ExitCode::Ok);
    }
    QList<Row> rows;
    for (const QJsonValue &job : answer->value(u"jobs").toArray())
        rows << jobRow(job);
    printTable(jobHeadings(), rows);
    return static_cast<int>(ExitCode::Ok);
}

int runShow(const QStringList &words)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Says all that is known of a job."_s);
    RemoteServer::addOptions(parser);
    parser.addPositionalArgument(u"ID"_s, u"of the job"_s);
    if (const std::optional<int> code = parseVerb(parser, u"jobs show"_s, words, 1, 1))
        return *code;
    const Result<std::unique_ptr<RemoteServer>> server = RemoteServer::open(parser);
    if (!server)
        return failWith(server.error());
    const QString id = parser.positionalArguments().first();
    const Result<QJsonObject> job = (*server)->ask({.path = jobPath(id)});
    if (!job)
        return failWith(job.error());
    if (parser.isSet(u"json"_s))
        printJson(*job);
    else
        printTable({u"JOB"_s, id}, jobDetails(*job));
    return static_cast<int>(ExitCode::Ok);
}

int runLogs(const QStringList &words)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Prints the latest lines of a job's log."_s);
    RemoteServer::addOptions(parser);
    parser.addOption({{u"f"_s, u"follow"_s}, u"go on as lines are written, until the job ends"_s});
    parser.addPositionalArgument(u"ID"_s, u"of the job"_s);
    if (const std::optional<int> code = parseVerb(parser, u"jobs logs"_s, words, 1, 1))
        return *code;
    const Result<std::unique_ptr<RemoteServer>> server = RemoteServer::open(parser);
    if (!server)
        return failWith(server.error());
    const QString id = parser.positionalArguments().first();
    const auto print = [](const QString &line) {
        printOut(masked(line));
    };
    if (parser.isSet(u"follow"_s)) {
        const Result<void> followed = (*server)->followLog(id, print);
        return followed ? static_cast<int>(ExitCode::Ok) : failWith(followed.error());
    }
    const Result<QJsonObject> log = (*server)->ask({.path = jobPath(id) + "/log"});
    if (!log)
        return failWith(log.error());
    if (parser.isSet(u"json"_s))
        printJson(*log);
    else
        for (const QJsonValue &line : log->value(u"lines").toArray())
            print(line.toString());
    return static_cast<int>(ExitCode::Ok);
}

int runResult(const QStringList &words)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Fetches the archive of a job whose image was uploaded, and prints its name. A transfer "
        u"that was cut goes on where it ended."_s);
    RemoteServer::addOptions(parser);
    parser.addOption({{u"o"_s, u"output"_s}, u"where to [.]"_s, u"FOLDER"_s, u"."_s});
    parser.addPositionalArgument(u"ID"_s, u"of the job"_s);
    if (const std::optional<int> code = parseVerb(parser, u"jobs result"_s, words, 1, 1))
        return *code;
    const Result<std::unique_ptr<RemoteServer>> server = RemoteServer::open(parser);
    if (!server)
        return failWith(server.error());
    const Result<QJsonObject> job
        = (*server)->ask({.path = jobPath(parser.positionalArguments().first())});
    const Result<QString> file
        = job ? (*server)->fetchResult(*job, parser.value(u"output"_s), {}) : job.error();
    if (!file)
        return failWith(file.error());
    printOut(*file);
    return static_cast<int>(ExitCode::Ok);
}

int runSet(const QStringList &words)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Changes options of a job that has not begun, or that has failed. What is not given stays."_s);
    RemoteServer::addOptions(parser);
    addConversionFlags(parser);
    parser.addPositionalArgument(u"ID"_s, u"of the job"_s);
    if (const std::optional<int> code = parseVerb(parser, u"jobs set"_s, words, 1, 1))
        return *code;
    const Result<QJsonObject> wishes = conversionWishes(parser);
    if (!wishes)
        return failWith({ErrorCode::Usage, wishes.error().message});
    const QString id = parser.positionalArguments().first();
    return runOnJobs(parser, {id}, {.verb = "PATCH", .body = QJsonObject{{u"options"_s, *wishes}}});
}

int runMove(const QStringList &words)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Moves a job in the queue: up, down, top or bottom."_s);
    RemoteServer::addOptions(parser);
    parser.addPositionalArgument(u"ID"_s, u"of the job"_s);
    parser.addPositionalArgument(u"WHERE"_s, u"up, down, top or bottom"_s);
    if (const std::optional<int> code = parseVerb(parser, u"jobs move"_s, words, 2, 2))
        return *code;
    const QStringList said = parser.positionalArguments();
    return runOnJobs(
        parser,
        {said.first()},
        {.verb = "POST", .path = "/move", .body = QJsonObject{{u"where"_s, said.last()}}});
}

struct Verb
{
    const char *name;
    int (*run)(const QStringList &words);
};
constexpr std::array verbs{Verb{"list", runList},
                           Verb{"show", runShow},
                           Verb{"logs", runLogs},
                           Verb{"result", runResult},
                           Verb{"set", runSet},
                           Verb{"move", runMove}};

} // namespace

int runJobs(const QStringList &arguments)
{
    const QString name = arguments.value(0);
    if (name.isEmpty() || name.startsWith(u'-'))
        return runList(arguments);
    const QStringList words = arguments.sliced(1);
    for (const Verb &verb : verbs) {
        if (name == QLatin1String(verb.name))
            return verb.run(words);
    }
    if (const std::optional<int> code = runJobAction(name, words))
        return *code;
    printError(u"createzoom jobs: there is no verb named \"%1\"; --help lists them"_s.arg(name));
    return static_cast<int>(ExitCode::Usage);
}

} // namespace createzoom
