// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/queuecommand.h"

#include "app/console.h"
#include "app/exitcode.h"
#include "app/remoteserver.h"
#include "app/remotetables.h"
#include "core/jobs/job.h"

#include <QCommandLineParser>
#include <QJsonArray>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

constexpr std::array stages{Stage::Download, Stage::Process, Stage::Upload};

/// What is to be changed: {} when nothing is.
Result<QJsonObject> wishesOf(const QCommandLineParser &parser)
{
    QJsonObject wishes;
    const QString word = parser.positionalArguments().value(0);
    if (word == u"pause" || word == u"resume")
        wishes.insert(u"paused"_s, word == u"pause");
    else if (!word.isEmpty())
        return Error{ErrorCode::Usage, u"queue knows pause and resume, not \"%1\""_s.arg(word)};
    QJsonObject concurrency;
    for (const Stage stage : stages) {
        const QString name = stageName(stage);
        if (!parser.isSet(name))
            continue;
        bool isNumber = false;
        concurrency.insert(name, parser.value(name).toInt(&isNumber));
        if (!isNumber)
            return Error{ErrorCode::Usage, u"--%1 must be a number"_s.arg(name)};
    }
    if (!concurrency.isEmpty())
        wishes.insert(u"concurrency"_s, concurrency);
    return wishes;
}

void printQueue(const QJsonObject &queue)
{
    QList<Row> rows{
        {u"begins jobs"_s, queue.value(u"paused").toBool() ? u"no, paused"_s : u"yes"_s}};
    for (const Stage stage : stages) {
        const QJsonValue count = queue.value(u"concurrency")[stageName(stage)];
        if (count.isDouble())
            rows << Row{u"%1 at a time"_s.arg(stageName(stage)), QString::number(count.toInt())};
    }
    printTable({u"QUEUE"_s, QString()}, rows);
}

} // namespace

int runQueue(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Says whether a server begins jobs, and how many at a time; "
                                     u"or changes it. The numbers are "
                                     u"those of the process that answers, until it ends."_s);
    RemoteServer::addOptions(parser);
    for (const Stage stage : stages)
        parser.addOption(
            {stageName(stage), u"steps of this kind at a time, from now on"_s, u"N"_s});
    parser.addPositionalArgument(
        u"pause"_s, u"begin nothing new; resume: go on"_s, u"[pause|resume]"_s);
    if (const std::optional<int> code = parseVerb(parser, u"queue"_s, arguments, 0, 1))
        return *code;
    const Result<QJsonObject> wishes = wishesOf(parser);
    if (!wishes)
        return failWith(wishes.error());
    const Result<std::unique_ptr<RemoteServer>> server = RemoteServer::open(parser);
    if (!server)
        return failWith(server.error());
    RemoteCalls::Call call{.path = "queue"};
    if (!wishes->isEmpty())
        call = {.verb = "PUT", .path = "queue", .body = *wishes};
    const Result<QJsonObject> queue = (*server)->ask(call);
    if (!queue)
        return failWith(queue.error());
    if (parser.isSet(u"json"_s))
        printJson(*queue);
    else
        printQueue(*queue);
    return static_cast<int>(ExitCode::Ok);
}

int runWorkers(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Lists who works for a server, and what each is at: on one machine the server itself, "
        u"with Redis every process that shares it."_s);
    RemoteServer::addOptions(parser);
    if (const std::optional<int> code = parseVerb(parser, u"workers"_s, arguments))
        return *code;
    const Result<std::unique_ptr<RemoteServer>> server = RemoteServer::open(parser);
    if (!server)
        return failWith(server.error());
    const Result<QJsonObject> answer = (*server)->ask({.path = "workers"});
    if (!answer)
        return failWith(answer.error());
    if (parser.isSet(u"json"_s)) {
        printJson(*answer);
        return static_cast<int>(ExitCode::Ok);
    }
    QList<Row> rows;
    for (const QJsonValue &worker : answer->value(u"workers").toArray())
        rows << workerRows(worker);
    printTable(workerHeadings(), rows);
    return static_cast<int>(ExitCode::Ok);
}

} // namespace createzoom
