// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/serverprocess.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QDirIterator>
#include <QEventLoop>
#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

#include <csignal>
#include <memory>
#include <sys/prctl.h>

using namespace Qt::Literals::StringLiterals;

namespace createzoom::tests {

namespace {

constexpr int patience = 30'000; // ms; a sanitizer build on a busy machine starts slowly
constexpr int pollInterval = 20;
#ifdef CREATEZOOM_SANITIZED
constexpr int slowness = 5; // a decoder under the thread sanitizer takes ten times as long
#else
constexpr int slowness = 1;
#endif

} // namespace

QJsonObject HttpReply::json() const
{
    return QJsonDocument::fromJson(body).object();
}

QByteArray HttpReply::header(const QByteArray &name) const
{
    for (const auto &[key, value] : headers) {
        if (key.toLower() == name.toLower())
            return value;
    }
    return {};
}

ServerProcess::ServerProcess()
{
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    // A test that is killed must not leave it behind.
    m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
}

ServerProcess::~ServerProcess()
{
    kill();
}

bool ServerProcess::start(const QStringList &arguments)
{
    const QStringList own{
        u"--listen"_s, u"127.0.0.1:0"_s, u"--data"_s, dataFolder(), u"--disk-floor"_s, u"0"_s};
    if (m_process.isOpen())
        m_log += m_process.readAll(); // of the start before
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (auto variable = m_variables.cbegin(); variable != m_variables.cend(); ++variable)
        environment.insert(variable.key(), variable.value());
    m_process.setProcessEnvironment(environment);
    const QStringList command = m_launcher + QStringList{programPath(u"createzoomd"_s)} + own;
    m_process.start(command.first(), command.mid(1) + arguments);
    static const QRegularExpression listening(u"Listening on (http://\\S+)|Working as \\S+"_s);
    QByteArray output;
    const QDeadlineTimer deadline(patience);
    while (!deadline.hasExpired() && m_process.state() != QProcess::NotRunning) {
        m_process.waitForReadyRead(pollInterval);
        output += m_process.readAll();
        const QRegularExpressionMatch match = listening.match(QString::fromUtf8(output));
        if (match.hasMatch()) {
            m_log += output;
            m_url = QUrl(match.captured(1));
            return true;
        }
    }
    m_log += output;
    return false;
}

int ServerProcess::terminate()
{
    if (m_process.state() == QProcess::NotRunning)
        return m_process.exitCode();
    ::kill(static_cast<pid_t>(m_process.processId()), SIGTERM);
    return m_process.waitForFinished(patience) ? m_process.exitCode() : -1;
}

void ServerProcess::kill()
{
    m_process.kill();
    m_process.waitForFinished(patience);
    m_network.clearConnectionCache();
}

QList<qint64> ServerProcess::children() const
{
    QList<qint64> found;
    const QStringList processes = QDir(u"/proc"_s).entryList(QDir::Dirs);
    for (const QString &process : processes) {
        QFile stat(u"/proc/%1/stat"_s.arg(process));
        if (process.at(0).isDigit() && stat.open(QIODevice::ReadOnly)) {
            // "PID (name) state parent ..."; the name may have blanks and parentheses.
            const QByteArray text = stat.readAll();
            const QList<QByteArray> rest = text.mid(text.lastIndexOf(')') + 2).split(' ');
            if (rest.value(1).toLongLong() == pid())
                found << process.toLongLong();
        }
    }
    return found;
}

qint64 ServerProcess::waitForChild() const
{
    const QDeadlineTimer deadline(patience);
    QList<qint64> found = children();
    while (found.isEmpty() && !deadline.hasExpired()) {
        QTest::qWait(1);
        found = children();
    }
    return found.value(0);
}

qint64 ServerProcess::peakMemory() const
{
    QFile status(u"/proc/%1/status"_s.arg(pid()));
    static const QRegularExpression peak(u"VmHWM:\\s+(\\d+) kB"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    return peak.match(QString::fromLatin1(status.readAll())).captured(1).toLongLong() * 1024;
}

QByteArray ServerProcess::log()
{
    m_log += m_process.readAll();
    return m_log;
}

HttpReply ServerProcess::request(const QByteArray &method,
                                 const QString &path,
                                 const QByteArray &body,
                                 const QByteArray &bearer)
{
    QNetworkRequest request(QUrl(m_url.toString() + path));
    request.setTransferTimeout(patience);
    if (!body.isEmpty())
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    if (!bearer.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + bearer);
    const std::unique_ptr<QNetworkReply> reply(m_network.sendCustomRequest(request, method, body));
    QEventLoop loop;
    QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    if (!reply->isFinished())
        loop.exec();
    return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
            reply->readAll(),
            reply->rawHeaderPairs()};
}

QString
ServerProcess::submit(const QString &path, const QString &targetPath, const QByteArray &token)
{
    const QJsonObject body{
        {u"path"_s, path}, {u"target_path"_s, targetPath}, {u"token"_s, QString::fromUtf8(token)}};
    return request("POST", u"/deepzoom"_s, QJsonDocument(body).toJson())
        .json()
        .value(u"task_id")
        .toString();
}

QJsonObject ServerProcess::status(const QString &taskId)
{
    return request("GET", u"/deepzoom/status/"_s + taskId).json();
}

QJsonObject ServerProcess::waitForEnd(const QString &taskId, int seconds)
{
    return waitFor(
        taskId,
        [](const QJsonObject &task) {
            const QString status = task.value(u"status").toString();
            return status == u"completed" || status == u"failed" || status == u"error";
        },
        seconds);
}

QJsonObject ServerProcess::waitFor(const QString &taskId,
                                   const std::function<bool(const QJsonObject &)> &until,
                                   int seconds)
{
    const QDeadlineTimer deadline(seconds * 1000 * slowness);
    QJsonObject task = status(taskId);
    while (!until(task) && !deadline.hasExpired()) {
        QTest::qWait(pollInterval);
        task = status(taskId);
    }
    return task;
}

QStringList ServerProcess::workFiles() const
{
    QStringList found;
    QDirIterator files(dataFolder() + u"/work"_s,
                       QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot,
                       QDirIterator::Subdirectories);
    while (files.hasNext())
        found << files.next();
    return found;
}

bool isDecoder(qint64 process)
{
    QFile file(u"/proc/%1/cmdline"_s.arg(process));
    return file.open(QIODevice::ReadOnly) && file.readAll().contains("convert");
}

QString programPath(const QString &name)
{
    return QStringLiteral(CREATEZOOM_BIN_DIR "/") + name;
}

} // namespace createzoom::tests
