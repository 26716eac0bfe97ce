// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/singleinstance.h"

#include <QCryptographicHash>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocalSocket>
#include <QStandardPaths>

#include <chrono>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

constexpr int answerTimeout = 3'000; ///< milliseconds; of a window that hangs
/// Far more than a command line can hold; whoever sends more means no files.
constexpr qint64 longestMessage = 16 << 20;
const QByteArray taken = "taken\n";

/// In the user's own runtime folder, which others cannot enter.
QString socketName(const QString &dataFolder)
{
    const QByteArray hash = QCryptographicHash::hash(QDir::cleanPath(dataFolder).toUtf8(),
                                                     QCryptographicHash::Sha256);
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    return folder + u"/createzoom-"_s + QString::fromLatin1(hash.toHex().left(16));
}

} // namespace

SingleInstance::SingleInstance(const QString &dataFolder, QObject *parent)
    : QObject(parent)
    , m_name(socketName(dataFolder))
{}

bool SingleInstance::handOver(const QStringList &paths)
{
    QLocalSocket socket;
    socket.connectToServer(m_name);
    if (!socket.waitForConnected(answerTimeout))
        return false;
    socket.write(QJsonDocument(QJsonArray::fromStringList(paths)).toJson(QJsonDocument::Compact)
                 + '\n');
    QByteArray answer;
    while (!answer.endsWith('\n') && socket.waitForReadyRead(answerTimeout))
        answer += socket.readAll();
    return answer == taken;
}

bool SingleInstance::listen()
{
    m_server = std::make_unique<QLocalServer>();
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    connect(m_server.get(), &QLocalServer::newConnection, this, &SingleInstance::accept);
    if (m_server->listen(m_name))
        return true;
    QLocalServer::removeServer(m_name); // nobody answered there: handOver() has tried
    return m_server->listen(m_name);
}

void SingleInstance::accept()
{
    while (QLocalSocket *socket = m_server->nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] { read(socket); });
        read(socket);
    }
}

void SingleInstance::read(QLocalSocket *socket)
{
    if (socket->bytesAvailable() > longestMessage) {
        socket->abort();
        return;
    }
    if (!socket->canReadLine())
        return;
    const QJsonDocument message = QJsonDocument::fromJson(socket->readLine());
    if (!message.isArray()) {
        socket->abort();
        return;
    }
    QStringList paths;
    for (const QJsonValue &path : message.array())
        paths << path.toString();
    socket->write(taken);
    socket->flush();
    socket->disconnectFromServer();
    Q_EMIT pathsReceived(paths);
}

} // namespace createzoom
