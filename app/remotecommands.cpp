// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/remotecommands.h"

#include "app/console.h"
#include "app/exitcode.h"
#include "core/base/logging.h"
#include "core/transfer/remotecalls.h"
#include "core/transfer/remotejobs.h"
#include "core/transfer/transferlimits.h"

#include <QCommandLineParser>
#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

#include <algorithm>
#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

const QString defaultServer = u"http://127.0.0.1:8000"_s;
const QString serviceToken = u"/var/lib/createzoom/admin-token"_s;

void addServerOptions(QCommandLineParser &parser)
{
    parser.addHelpOption();
    parser.addOption({u"server"_s, u"address of the server [%1]"_s.arg(defaultServer), u"URL"_s});
    parser.addOption({u"token-file"_s,
                      u"file with an admin's token; --data/admin-token of a server without an "
                      u"identity service [%1]"_s.arg(serviceToken),
                      u"FILE"_s});
    parser.addOption({u"json"_s, u"print what the server answers"_s});
}

/// The exit code when there is nothing more to do.
std::optional<int> parse(QCommandLineParser &parser, const QString &verb, const QStringList &words)
{
    if (!parser.parse(QStringList{verb} + words) || !parser.positionalArguments().isEmpty()) {
        const QString extra = parser.positionalArguments().join(u' ');
        printError(u"createzoom %1: %2"_s.arg(
            verb, extra.isEmpty() ? parser.errorText() : u"unexpected: "_s + extra));
        return static_cast<int>(ExitCode::Usage);
    }
    if (!parser.isSet(u"help"_s))
        return std::nullopt;
    printOut(parser.helpText());
    return static_cast<int>(ExitCode::Ok);
}

/// None when no file is named and the service's is not there: the server says what it needs.
Result<Secret> tokenFor(const QCommandLineParser &parser)
{
    const QString named = parser.value(u"token-file"_s);
    QFile file(named.isEmpty() ? serviceToken : named);
    if (file.open(QIODevice::ReadOnly))
        return Secret(file.readAll().trimmed());
    if (named.isEmpty())
        return Secret();
    return Error{ErrorCode::Usage, u"%1 cannot be read: %2"_s.arg(named, file.errorString())};
}

Result<QJsonObject> ask(const QCommandLineParser &parser, const QByteArray &path)
{
    const QString server = parser.value(u"server"_s);
    const Result<QByteArray> url = normalServerUrl(server.isEmpty() ? defaultServer : server);
    if (!url)
        return url.error();
    Result<Secret> token = tokenFor(parser);
    if (!token)
        return token.error();
    return RemoteCalls(*url, std::move(*token), limitsOfPatience()).json({.path = path});
}

using Row = QStringList;

/// Columns under their headings; the last one takes the rest of the line.
void printTable(const Row &headings, const QList<Row> &rows)
{
    QList<qsizetype> widths(headings.size(), 0);
    const QList<Row> all = QList<Row>{headings} + rows;
    for (const Row &row : all) {
        for (qsizetype i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], row[i].size());
    }
    for (const Row &row : all) {
        QString line;
        for (qsizetype i = 0; i < row.size(); ++i)
            line += i + 1 < row.size() ? row[i].leftJustified(widths[i] + 2) : row[i];
        printOut(masked(line));
    }
}

/// "14:03:12", or with its day when that is another.
QString timeText(const QJsonValue &json)
{
    const QDateTime time = QDateTime::fromString(json.toString(), Qt::ISODateWithMs).toLocalTime();
    if (!time.isValid())
        return u"-"_s;
    const bool isToday = time.date() == QDate::currentDate();
    return time.toString(isToday ? u"HH:mm:ss"_s : u"yyyy-MM-dd HH:mm"_s);
}

QString orDash(const QString &text)
{
    return text.isEmpty() ? u"-"_s : text;
}

QString percent(const QJsonValue &json)
{
    return QString::number(json.toDouble(), 'f', 0) + u'%';
}

QString placeText(const QJsonValue &json)
{
    const QString inBucket = json[u"bucket"].toString();
    return inBucket.isEmpty() ? json[u"path"].toString() : inBucket;
}

/// Since when it is as it is: its open step, its end, or its creation.
QJsonValue sinceOf(const QJsonValue &job)
{
    const QJsonValue lastStep = job[u"steps"].toArray().last();
    if (lastStep.isObject() && lastStep[u"ended_at"].isNull())
        return lastStep[u"started_at"];
    if (job[u"ended_at"].isString())
        return job[u"ended_at"];
    return lastStep.isObject() ? lastStep[u"ended_at"] : job[u"created_at"];
}

Row jobRow(const QJsonValue &job)
{
    const bool hasEnded = job[u"ended_at"].isString();
    const QString error = job[u"error"][u"message"].toString();
    return {job[u"id"].toString(),
            job[u"state"].toString(),
            hasEnded ? u"-"_s : job[u"stage"].toString(),
            percent(job[u"progress"]),
            timeText(sinceOf(job)),
            orDash(job[u"worker"].toString()),
            placeText(job[u"source"]) + (error.isEmpty() ? QString() : u": "_s + error)};
}

/// "api, download 4, process 1"
QString abilities(const QJsonValue &worker)
{
    QStringList words;
    if (worker[u"roles"].toArray().contains(u"api"_s))
        words << u"api"_s;
    for (const Stage stage : {Stage::Download, Stage::Process, Stage::Upload}) {
        const int count = worker[u"capacity"][stageName(stage)].toInt();
        if (count > 0)
            words << u"%1 %2"_s.arg(stageName(stage)).arg(count);
    }
    return orDash(words.join(u", "_s));
}

QString runText(const QJsonValue &run)
{
    return u"%1 %2 %3 since %4"_s.arg(run[u"stage"].toString(),
                                      run[u"name"].toString(),
                                      percent(run[u"progress"]),
                                      timeText(run[u"since"]));
}

/// A row for each thing that it is at.
QList<Row> workerRows(const QJsonValue &worker)
{
    const bool isGone = worker[u"seen_at"].toString().isEmpty();
    Row row{worker[u"name"].toString(),
            orDash(worker[u"host"].toString()),
            isGone ? u"not seen"_s : timeText(worker[u"started_at"]),
            abilities(worker),
            u"idle"_s};
    QList<Row> rows;
    for (const QJsonValue &run : worker[u"jobs"].toArray()) {
        row.last() = runText(run);
        rows << row;
        row = {{}, {}, {}, {}, {}};
    }
    return rows.isEmpty() ? QList<Row>{row} : rows;
}

int show(const QCommandLineParser &parser,
         const Result<QJsonObject> &answer,
         const Row &headings,
         const QString &list,
         QList<Row> (*rowsOf)(const QJsonValue &))
{
    if (!answer) {
        printError(answer.error());
        const bool isUsage = answer.error().code == ErrorCode::Usage;
        return static_cast<int>(isUsage ? ExitCode::Usage : ExitCode::SomeFailed);
    }
    if (parser.isSet(u"json"_s)) {
        printRaw(QJsonDocument(*answer).toJson(QJsonDocument::Indented));
        return static_cast<int>(ExitCode::Ok);
    }
    QList<Row> rows;
    for (const QJsonValue &entry : answer->value(list).toArray())
        rows << rowsOf(entry);
    printTable(headings, rows);
    return static_cast<int>(ExitCode::Ok);
}

QByteArray encoded(const QString &text)
{
    return QUrl::toPercentEncoding(text);
}

} // namespace

int runJobs(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Lists the jobs of a server, the newest first."_s);
    addServerOptions(parser);
    parser.addOption({u"state"_s, u"only of this state; may be given again"_s, u"STATE"_s});
    parser.addOption({u"search"_s, u"only those in which all words occur"_s, u"WORDS"_s});
    parser.addOption({u"limit"_s, u"at most so many [100]"_s, u"N"_s, u"100"_s});
    if (const std::optional<int> code = parse(parser, u"jobs"_s, arguments))
        return *code;
    QByteArray path = "jobs?limit=" + encoded(parser.value(u"limit"_s));
    if (const QString states = parser.values(u"state"_s).join(u','); !states.isEmpty())
        path += "&state=" + encoded(states);
    if (const QString words = parser.value(u"search"_s); !words.isEmpty())
        path += "&q=" + encoded(words);
    return show(parser,
                ask(parser, path),
                {u"ID"_s, u"STATE"_s, u"STAGE"_s, u"DONE"_s, u"SINCE"_s, u"WORKER"_s, u"SOURCE"_s},
                u"jobs"_s,
                [](const QJsonValue &job) { return QList<Row>{jobRow(job)}; });
}

int runWorkers(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Lists who works for a server, and what each is at: on one machine the server itself, "
        u"with Redis every process that shares it."_s);
    addServerOptions(parser);
    if (const std::optional<int> code = parse(parser, u"workers"_s, arguments))
        return *code;
    return show(parser,
                ask(parser, "workers"),
                {u"WORKER"_s, u"HOST"_s, u"SINCE"_s, u"ABLE TO"_s, u"AT WORK ON"_s},
                u"workers"_s,
                &workerRows);
}

} // namespace createzoom
