// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/remotetables.h"

#include "app/console.h"
#include "core/base/logging.h"
#include "core/jobs/job.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

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

QString errorLine(const QJsonValue &error)
{
    return error.isObject() ? error[u"code"].toString() + u": "_s + error[u"message"].toString()
                            : QString();
}

QString stepLine(const QJsonValue &step)
{
    const QString error = errorLine(step[u"error"]);
    return u"%1 %2 to %3%4"_s.arg(step[u"stage"].toString(),
                                  timeText(step[u"started_at"]),
                                  timeText(step[u"ended_at"]),
                                  error.isEmpty() ? QString() : u", "_s + error);
}

} // namespace

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

Row jobHeadings()
{
    return {u"ID"_s, u"STATE"_s, u"STAGE"_s, u"DONE"_s, u"SINCE"_s, u"WORKER"_s, u"SOURCE"_s};
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

QList<Row> jobDetails(const QJsonValue &job)
{
    QList<Row> rows{{u"state"_s, job[u"state"].toString()},
                    {u"stage"_s, job[u"stage"].toString() + u' ' + percent(job[u"progress"])},
                    {u"source"_s, placeText(job[u"source"])},
                    {u"target"_s, placeText(job[u"target"])},
                    {u"result"_s, orDash(job[u"result"].toString())},
                    {u"created"_s, timeText(job[u"created_at"])},
                    {u"started"_s, timeText(job[u"started_at"])},
                    {u"ended"_s, timeText(job[u"ended_at"])},
                    {u"worker"_s, orDash(job[u"worker"].toString())}};
    if (const QString error = errorLine(job[u"error"]); !error.isEmpty())
        rows << Row{u"error"_s, error};
    for (const QJsonValue &warning : job[u"warnings"].toArray())
        rows << Row{u"warning"_s, warning.toString()};
    for (const QJsonValue &step : job[u"steps"].toArray())
        rows << Row{u"step"_s, stepLine(step)};
    const QJsonObject options = job[u"options"].toObject();
    for (auto option = options.begin(); option != options.end(); ++option)
        rows << Row{option.key(), option->toVariant().toString()};
    return rows;
}

Row workerHeadings()
{
    return {u"WORKER"_s, u"HOST"_s, u"SINCE"_s, u"ABLE TO"_s, u"AT WORK ON"_s};
}

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

} // namespace createzoom
