// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/remoteserver.h"

#include "app/console.h"
#include "app/eventreader.h"
#include "app/exitcode.h"
#include "app/servicesettings.h"
#include "core/jobs/job.h"
#include "core/transfer/httptransfer.h"
#include "core/transfer/remotejobs.h"
#include "core/transfer/serverfiles.h"

#include <QCommandLineParser>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QThread>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

using namespace std::chrono_literals;

const QString defaultServer = u"http://127.0.0.1:8000"_s;
const QString serviceToken = serviceData + u"/admin-token"_s;

/// Between two questions of somebody who waits, at least.
constexpr std::chrono::milliseconds breath = 500ms;
/// How often a server that does not answer is asked again before that is told.
constexpr int mostFailures = 20;

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

/// A stream is silent for as long as nothing happens, but for a comment every 15 s.
TransferLimits limitsOfStreams()
{
    return {.stallTimeout = 45s, .minimumRate = 0};
}

bool hasEnded(const QJsonObject &job)
{
    const std::optional<JobState> state = stateFromName(job.value(u"state").toString());
    return state && isTerminal(*state);
}

} // namespace

void RemoteServer::addOptions(QCommandLineParser &parser)
{
    parser.addHelpOption();
    parser.addOption({u"server"_s, u"address of the server [%1]"_s.arg(defaultServer), u"URL"_s});
    parser.addOption({u"token-file"_s,
                      u"file with your token; --data/admin-token of a server without an "
                      u"identity service [%1]"_s.arg(serviceToken),
                      u"FILE"_s});
    parser.addOption({u"json"_s, u"print what the server answers"_s});
}

Result<std::unique_ptr<RemoteServer>> RemoteServer::open(const QCommandLineParser &parser)
{
    const QString server = parser.value(u"server"_s);
    const Result<QByteArray> url = normalServerUrl(server.isEmpty() ? defaultServer : server);
    if (!url)
        return url.error();
    Result<Secret> token = tokenFor(parser);
    if (!token)
        return token.error();
    return std::make_unique<RemoteServer>(*url, std::move(*token));
}

RemoteServer::RemoteServer(const QByteArray &url, Secret token)
    : m_url(url)
    , m_token(std::move(token))
    , m_calls(url, m_token.copy(), limitsOfPatience())
{}

Result<QJsonObject> RemoteServer::ask(const RemoteCalls::Call &call)
{
    const Result<QByteArray> body = m_calls.bytes(call);
    if (!body)
        return body.error();
    return QJsonDocument::fromJson(*body).object();
}

Result<QJsonObject>
RemoteServer::waitForEnd(const QString &id, const std::function<void(const QJsonObject &)> &changed)
{
    QByteArray etag;
    for (int failures = 0;;) {
        const Result<HttpReply> reply = m_calls.send(
            {.path = "jobs/" + pathSegment(id) + "?wait=5", .headers = {{"If-None-Match", etag}}});
        if (reply && reply->isSuccess()) {
            failures = 0;
            etag = reply->header("etag");
            const QJsonObject job = QJsonDocument::fromJson(reply->body).object();
            changed(job);
            if (hasEnded(job))
                return job;
        } else if (!reply || reply->status != 304) {
            const Error error = reply ? problemError(*reply) : reply.error();
            if (recoveryFor(error.code) == Recovery::Permanent || ++failures > mostFailures)
                return error;
        }
        QThread::msleep(breath.count());
    }
}

Result<QString> RemoteServer::upload(const QString &file, const StepControl &control)
{
    return ServerFiles(m_url, m_token).upload(file, control);
}

Result<QString>
RemoteServer::fetchResult(const QJsonObject &job, const QString &folder, const StepControl &control)
{
    const QString name = QFileInfo(job.value(u"result").toString()).fileName();
    if (name.isEmpty() || name == u"." || name == u"..")
        return Error{ErrorCode::NotFound, u"This job has no archive yet"_s};
    if (!QDir().mkpath(folder))
        return Error{ErrorCode::Io, u"The folder %1 cannot be made"_s.arg(folder)};
    const QString file = QDir(folder).filePath(name);
    const Result<void> fetched
        = ServerFiles(m_url, m_token).fetchResult(job.value(u"id").toString(), file, control);
    return fetched ? Result<QString>(file) : fetched.error();
}

Result<void> RemoteServer::followLog(const QString &id,
                                     const std::function<void(const QString &)> &line)
{
    bool isOver = false;
    EventReader reader([&](const EventReader::Event &event) {
        isOver = isOver || event.name == "end";
        if (event.name == "log")
            line(QJsonDocument::fromJson(event.data).object().value(u"line").toString());
    });
    int failures = 0;
    for (QByteArray before; !isOver; before = reader.lastId()) {
        OutgoingRequest request{.url = m_url + "/api/v1/jobs/" + pathSegment(id) + "/events",
                                .bearer = &m_token,
                                .followsRedirects = false};
        if (!reader.lastId().isEmpty())
            request.headers << std::pair<QByteArray, QByteArray>{"Last-Event-ID", reader.lastId()};
        HttpTransfer http(limitsOfStreams(), QDeadlineTimer(QDeadlineTimer::Forever));
        const Result<HttpReply> reply = http.receive(request, reader, {});
        if (isOver)
            break;
        failures = reader.lastId() == before ? failures + 1 : 0;
        if (reply && !reply->isSuccess())
            return problemError(*reply);
        const bool passes = reply || recoveryFor(reply.error().code) != Recovery::Permanent;
        if (!passes || failures > mostFailures)
            return reply ? Error{ErrorCode::Network, u"The server ends its events at once"_s}
                         : reply.error();
        QThread::msleep(breath.count());
    }
    return {};
}

std::optional<int> parseVerb(QCommandLineParser &parser,
                             const QString &verb,
                             const QStringList &words,
                             qsizetype leastWords,
                             qsizetype mostWords)
{
    const bool isParsed = parser.parse(QStringList{verb} + words);
    if (isParsed && parser.isSet(u"help"_s)) {
        printOut(parser.helpText());
        return static_cast<int>(ExitCode::Ok);
    }
    const QStringList given = parser.positionalArguments();
    QString problem;
    if (!isParsed)
        problem = parser.errorText();
    else if (given.size() > mostWords)
        problem = u"unexpected: "_s + given.sliced(mostWords).join(u' ');
    else if (given.size() < leastWords)
        problem = u"something is missing; --help says what"_s;
    if (problem.isEmpty())
        return std::nullopt;
    printError(u"createzoom %1: %2"_s.arg(verb, problem));
    return static_cast<int>(ExitCode::Usage);
}

int failWith(const Error &error)
{
    printError(error);
    const bool isUsage = error.code == ErrorCode::Usage;
    return static_cast<int>(isUsage ? ExitCode::Usage : ExitCode::SomeFailed);
}

void printJson(const QJsonObject &json)
{
    printRaw(QJsonDocument(json).toJson(QJsonDocument::Indented));
}

} // namespace createzoom
