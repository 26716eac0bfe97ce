// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QMap>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>
#include <QUrl>

#include <functional>

namespace createzoom::tests {

struct HttpReply
{
    int status = 0; ///< 0 = no answer
    QByteArray body{};
    QList<QNetworkReply::RawHeaderPair> headers{};

    QJsonObject json() const;
    QByteArray header(const QByteArray &name) const;
};

/// A real createzoomd as its users run it: a process of its own on a free port of loopback with a
/// fresh data folder, driven over HTTP. Ends with the object. Main thread only.
class ServerProcess
{
public:
    ServerProcess();
    ~ServerProcess();

    /// Starts (again, on the same data folder) and waits until it listens, or works without.
    bool start(const QStringList &arguments);
    /// SIGTERM; returns the exit code, -1 when it does not end.
    int terminate();
    /// SIGKILL.
    void kill();
    qint64 pid() const { return m_process.processId(); }
    /// The most memory that it has held (VmHWM), in bytes; 0 = not known.
    qint64 peakMemory() const;

    /// Its children, such as the programs that decode images.
    QList<qint64> children() const;
    /// Waits for one; 0 = there was none.
    qint64 waitForChild() const;

    /// For its next starts: a variable of its environment, a command that starts it ("ip", "netns",
    /// "exec"...), another data folder than a fresh one.
    void setVariable(const QString &name, const QString &value) { m_variables[name] = value; }
    void removeVariable(const QString &name) { m_variables.remove(name); }
    void setLauncher(const QStringList &launcher) { m_launcher = launcher; }
    void setDataFolder(const QString &folder) { m_otherData = folder; }

    QString dataFolder() const { return m_otherData.isEmpty() ? m_data.path() : m_otherData; }
    bool isRunning() const { return m_process.state() != QProcess::NotRunning; }
    QUrl url() const { return m_url; }
    /// All that it has written to standard output and standard error so far, of all its starts.
    QByteArray log();

    HttpReply request(const QByteArray &method,
                      const QString &path,
                      const QByteArray &body = {},
                      const QByteArray &bearer = {});
    /// POST /deepzoom; the task's id, or empty.
    QString submit(const QString &path,
                   const QString &targetPath,
                   const QByteArray &token = "editor-token");
    QJsonObject status(const QString &taskId);
    /// Polls until the task's status is completed or failed (or `until` says so), at most
    /// `seconds`.
    QJsonObject waitForEnd(const QString &taskId, int seconds = 60);
    QJsonObject waitFor(const QString &taskId,
                        const std::function<bool(const QJsonObject &)> &until,
                        int seconds = 60);

    /// Files below <data>/work: empty when nothing is left over.
    QStringList workFiles() const;

private:
    QTemporaryDir m_data;
    QString m_otherData;
    QMap<QString, QString> m_variables;
    QStringList m_launcher;
    QProcess m_process;
    QByteArray m_log;
    QUrl m_url;
    QNetworkAccessManager m_network;
};

/// Whether a child is the program that decodes already. Until then it is a copy of who starts it,
/// which waits for it and shares its locks: one that is stopped so early stops its parent.
bool isDecoder(qint64 process);

/// Where the programs under test lie.
QString programPath(const QString &name);

} // namespace createzoom::tests
