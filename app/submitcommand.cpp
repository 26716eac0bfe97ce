// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/submitcommand.h"

#include "app/console.h"
#include "app/conversionflags.h"
#include "app/exitcode.h"
#include "app/remoteserver.h"
#include "core/base/logging.h"
#include "core/jobs/job.h"

#include <QCommandLineParser>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUuid>

#include <algorithm>

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
        tell(u"%1 %2 %3%"_s.arg(job.value(u"state").toString(), job.value(u"stage").toString())
                 .arg(int(job.value(u"progress").toDouble())));
    }
    /// A file on its way.
    void tell(const StepProgress &step)
    {
        const bool isUpload = step.phase == StepProgress::Phase::Uploading;
        tell(u"%1 %2%"_s.arg(isUpload ? u"sending"_s : u"fetching"_s)
                 .arg(step.done * 100 / std::max<qint64>(step.total, 1)));
    }

private:
    void tell(const QString &line)
    {
        if (line != m_last)
            printError(m_last = line);
    }

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

/// What the words ask for.
struct Order
{
    QString source{}; ///< BUCKET/OBJECT, or a file of this machine
    QString target{}; ///< BUCKET/FOLDER; empty: the archive stays with the server
    QString output{}; ///< folder that the archive is fetched to; empty: it is not
    bool isUpload = false;
};

/// An object has its bucket before it; what has none, or begins as a path does, is a file.
bool isFileName(const QString &source)
{
    return !source.contains(u'/') || source.startsWith(u'/') || source.startsWith(u"./")
        || source.startsWith(u"../");
}

Result<Order> orderFrom(const QCommandLineParser &parser)
{
    const QStringList words = parser.positionalArguments();
    Order order{.source = words.value(0),
                .target = words.value(1),
                .output = parser.value(u"output"_s),
                .isUpload = isFileName(words.value(0))};
    const auto usage = [](const QString &sentence) {
        return Error{ErrorCode::Usage, u"createzoom submit: "_s + sentence};
    };
    if (order.target.isEmpty() && !order.isUpload)
        return usage(u"something is missing: the bucket and folder that the archive is for"_s);
    if (!order.output.isEmpty() && !order.target.isEmpty())
        return usage(u"-o is for an archive that stays with the server; this one goes to %1"_s.arg(
            order.target));
    const bool mayReplace = parser.value(u"exists"_s) == u"replace";
    const QString archive
        = QDir(order.output).filePath(QFileInfo(order.source).fileName() + u".dzip"_s);
    if (!order.output.isEmpty() && QFileInfo::exists(archive) && !mayReplace)
        return usage(u"%1 is there already (--exists replace)"_s.arg(archive));
    return order;
}

Result<QJsonObject> callbackFrom(const QCommandLineParser &parser)
{
    QJsonObject callback{{u"url"_s, parser.value(u"callback"_s)}};
    const QString name = parser.value(u"callback-secret-file"_s);
    if (name.isEmpty())
        return callback;
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Usage, u"%1 cannot be read: %2"_s.arg(name, file.errorString())};
    callback.insert(u"secret"_s, QString::fromUtf8(file.readAll().trimmed()));
    return callback;
}

Result<QJsonObject> bodyOf(const QCommandLineParser &parser)
{
    const Result<QJsonObject> options = conversionWishes(parser);
    if (!options)
        return Error{ErrorCode::Usage, options.error().message};
    QJsonObject body{{u"options"_s, *options}};
    if (!parser.isSet(u"callback"_s))
        return body;
    const Result<QJsonObject> callback = callbackFrom(parser);
    if (!callback)
        return callback.error();
    body.insert(u"callback"_s, *callback);
    return body;
}

/// Sent again after a connection that was cut, it is still one job.
RemoteCalls::Call submitOf(const QJsonObject &body)
{
    return {.verb = "POST",
            .path = "jobs",
            .body = body,
            .headers
            = {{"Idempotency-Key", QUuid::createUuid().toByteArray(QUuid::WithoutBraces)}}};
}

/// What the server makes of it: {"id": ...}.
Result<QJsonObject> submit(RemoteServer &server, const Order &order, QJsonObject body)
{
    ProgressLines lines;
    QString source = order.source;
    if (order.isUpload) {
        const Result<QString> upload
            = server.upload(source, {.progress = [&](const StepProgress &p) {
                                lines.tell(p);
                            }});
        if (!upload)
            return upload.error();
        source = *upload;
    }
    body.insert(u"source"_s, QJsonObject{{order.isUpload ? u"upload"_s : u"bucket"_s, source}});
    if (!order.target.isEmpty())
        body.insert(u"target"_s, order.target);
    return server.ask(submitOf(body));
}

void addOptions(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        u"Gives a server a job: an image becomes a .dzip. The image lies in a bucket, or it is a "
        u"file of this machine (a name without a slash, or one that begins with / or ./), which "
        u"is uploaded. The archive goes to a folder of a bucket; that of a file may stay with the "
        u"server instead, to be fetched with -o or \"createzoom jobs result\". The token of "
        u"--token-file is for both the server and the bucket. Prints the job's id; with --wait "
        u"its result."_s);
    RemoteServer::addOptions(parser);
    addConversionFlags(parser);
    parser.addOption({{u"o"_s, u"output"_s},
                      u"waits, and fetches the archive of a file without a TARGET"_s,
                      u"FOLDER"_s});
    parser.addOption({u"wait"_s, u"until the job has ended; exit code 1 when it failed"_s});
    parser.addOption({u"callback"_s, u"is told when the job has ended (POST)"_s, u"URL"_s});
    parser.addOption({u"callback-secret-file"_s,
                      u"file with the secret that signs what --callback is told"_s,
                      u"FILE"_s});
    parser.addPositionalArgument(u"SOURCE"_s, u"BUCKET/OBJECT or a file"_s);
    parser.addPositionalArgument(u"TARGET"_s, u"BUCKET/FOLDER"_s, u"[TARGET]"_s);
}

/// Until the job has ended, and its archive is where it is wanted.
Result<QJsonObject> awaitEnd(RemoteServer &server, const QString &id, const QString &output)
{
    ProgressLines lines;
    Result<QJsonObject> job
        = server.waitForEnd(id, [&lines](const QJsonObject &now) { lines.tell(now); });
    if (!job || output.isEmpty() || !isSuccess(job->value(u"state").toString()))
        return job;
    const auto tell = [&lines](const StepProgress &step) {
        lines.tell(step);
    };
    const Result<QString> archive = server.fetchResult(*job, output, {.progress = tell});
    if (!archive)
        return archive.error();
    job->insert(u"result"_s, *archive);
    return job;
}

} // namespace

int runSubmit(const QStringList &arguments)
{
    QCommandLineParser parser;
    addOptions(parser);
    if (const std::optional<int> code = parseVerb(parser, u"submit"_s, arguments, 1, 2))
        return *code;
    const Result<Order> order = orderFrom(parser);
    if (!order)
        return failWith(order.error());
    const Result<QJsonObject> body = bodyOf(parser);
    if (!body)
        return failWith(body.error());
    const Result<std::unique_ptr<RemoteServer>> server = RemoteServer::open(parser);
    if (!server)
        return failWith(server.error());
    const Result<QJsonObject> accepted = submit(**server, *order, *body);
    if (!accepted)
        return failWith(accepted.error());
    const bool isJson = parser.isSet(u"json"_s);
    const QString id = accepted->value(u"id").toString();
    if (!parser.isSet(u"wait"_s) && order->output.isEmpty()) {
        if (isJson)
            printJson(*accepted);
        else
            printOut(id);
        return static_cast<int>(ExitCode::Ok);
    }
    const Result<QJsonObject> job = awaitEnd(**server, id, order->output);
    if (!job)
        return failWith(job.error());
    if (!isJson)
        return outcomeOf(*job);
    printJson(*job);
    const QString state = job->value(u"state").toString();
    return static_cast<int>(isSuccess(state) ? ExitCode::Ok : ExitCode::SomeFailed);
}

} // namespace createzoom
