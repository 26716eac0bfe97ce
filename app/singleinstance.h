// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocalServer>
#include <QObject>
#include <QStringList>

#include <memory>

class QLocalSocket;

namespace createzoom {

/// One window for each user and data folder: a second start hands its files to the first and ends.
/// By a local socket that only this user may open. GUI thread.
class SingleInstance : public QObject
{
    Q_OBJECT

public:
    explicit SingleInstance(const QString &dataFolder, QObject *parent = nullptr);

    /// True: another instance has taken `paths` (absolute; none: it only shows itself), and this
    /// process has nothing left to do. Waits shortly for its answer.
    bool handOver(const QStringList &paths);
    /// Takes what others hand over from now on; a socket that a crash left is replaced.
    bool listen();

Q_SIGNALS:
    /// Somebody started the program again, perhaps with files.
    void pathsReceived(const QStringList &paths);

private:
    void accept();
    void read(QLocalSocket *socket);

    QString m_name;
    std::unique_ptr<QLocalServer> m_server{};
};

} // namespace createzoom
