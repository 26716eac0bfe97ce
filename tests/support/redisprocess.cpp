// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/redisprocess.h"

#include <QDirIterator>
#include <QTcpServer>

#include <csignal>
#include <sys/prctl.h>

using namespace Qt::Literals::StringLiterals;

namespace createzoom::tests {

namespace {

constexpr int patience = 20'000; ///< milliseconds

quint16 freePort()
{
    QTcpServer probe;
    probe.listen(QHostAddress::LocalHost);
    return probe.serverPort();
}

} // namespace

RedisProcess::RedisProcess(const QStringList &arguments, Kind kind)
    : m_arguments(arguments)
    , m_kind(kind)
{
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    // A test that is killed must not leave it behind.
    m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
    if (kind == Kind::StoppedClock) {
        m_clock.emplace();
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        const QMap<QString, QString> variables = m_clock->variables();
        for (auto variable = variables.cbegin(); variable != variables.cend(); ++variable)
            environment.insert(variable.key(), variable.value());
        m_process.setProcessEnvironment(environment);
    }
    // Somebody else may take the port between the look and the start.
    for (int tries = 0; tries < 5 && !isRunning(); ++tries) {
        m_port = freePort();
        start();
    }
}

RedisProcess::~RedisProcess()
{
    kill();
}

QStringList RedisProcess::arguments() const
{
    const QString port = QString::number(m_port);
    QStringList all{u"--bind"_s, u"127.0.0.1"_s, u"--dir"_s, folder()};
    if (m_kind == Kind::Sentinel) {
        QFile configuration(m_folder.filePath(u"sentinel.conf"_s)); // it writes into it
        if (configuration.open(QIODevice::WriteOnly))
            all = QStringList{configuration.fileName(), u"--sentinel"_s} + all;
    } else {
        all << u"--save"_s << u""_s << u"--appendonly"_s << u"yes"_s;
    }
    all << u"--port"_s << (m_arguments.contains(u"--tls-port"_s) ? u"0"_s : port);
    for (const QString &argument : m_arguments)
        all << (argument == u"PORT" ? port : argument);
    return all;
}

bool RedisProcess::start()
{
    m_process.start(u"redis-server"_s, arguments());
    QByteArray said;
    while (!said.contains("eady to accept connections") && !said.contains("Sentinel ID is")) {
        if (!m_process.waitForReadyRead(patience)) {
            qWarning("redis-server does not start: %s %s",
                     qPrintable(m_process.errorString()),
                     said.constData());
            kill();
            return false;
        }
        said += m_process.readAll();
    }
    return true;
}

void RedisProcess::kill()
{
    m_process.kill();
    m_process.waitForFinished(patience);
}

QByteArray RedisProcess::storedBytes() const
{
    QByteArray bytes;
    QDirIterator files(folder(), QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly))
            bytes += file.readAll();
    }
    return bytes;
}

void RedisProcess::takePortOf(const RedisProcess &other)
{
    ask({u"CONFIG"_s, u"SET"_s, u"port"_s, QString::number(other.port())});
    m_port = other.port();
}

QByteArray RedisProcess::ask(const QStringList &command) const
{
    QProcess client;
    client.start(u"redis-cli"_s, QStringList{u"-p"_s, QString::number(m_port)} + command);
    client.waitForFinished(patience);
    return client.readAllStandardOutput().trimmed();
}

} // namespace createzoom::tests
