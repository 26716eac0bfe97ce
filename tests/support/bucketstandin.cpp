// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/bucketstandin.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTcpSocket>

#include <csignal>
#include <sys/prctl.h>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

constexpr int patience = 20'000; ///< milliseconds; an interpreter starts slowly on a busy machine

} // namespace

BucketStandIn::BucketStandIn(const QStringList &arguments)
{
    const QString program
        = QLatin1String(CREATEZOOM_SOURCE_DIR) + u"/tests/tools/bucket_standin.py"_s;
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    // A test that is killed must not leave it behind.
    m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
    m_process.start(u"python3"_s,
                    QStringList{program, u"--root"_s, root(), u"--port"_s, u"0"_s} + arguments);
    QByteArray line;
    while (!line.endsWith('\n') && m_process.waitForReadyRead(patience))
        line += m_process.readAllStandardOutput();

    static const QRegularExpression urls(
        u"data-proxy (http://127\\.0\\.0\\.1:(\\d+)\\S+)\\s+IAM (\\S+)"_s);
    const auto match = urls.match(QString::fromUtf8(line));
    m_apiUrl = match.captured(1);
    m_port = match.captured(2).toUShort();
    m_iamUrl = match.captured(3);
}

BucketStandIn::~BucketStandIn()
{
    m_process.kill();
    m_process.waitForFinished(patience);
}

bool BucketStandIn::makeBucket(const QString &bucket) const
{
    return QDir(root()).mkpath(bucket);
}

bool BucketStandIn::putObject(const QString &bucket,
                              const QString &name,
                              const QByteArray &bytes) const
{
    const QString path = root() + u'/' + bucket + u'/' + name;
    QFile file(path);
    return QDir().mkpath(QFileInfo(path).path()) && file.open(QIODevice::WriteOnly)
        && file.write(bytes) == bytes.size();
}

QByteArray BucketStandIn::object(const QString &bucket, const QString &name) const
{
    QFile file(root() + u'/' + bucket + u'/' + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool BucketStandIn::hasObject(const QString &bucket, const QString &name) const
{
    return QFileInfo::exists(root() + u'/' + bucket + u'/' + name);
}

bool BucketStandIn::addFault(const QJsonObject &fault)
{
    return !call("POST"_ba, "/_fault"_ba, QJsonDocument(fault).toJson(QJsonDocument::Compact))
                .isEmpty();
}

bool BucketStandIn::reset()
{
    return !call("POST"_ba, "/_reset"_ba).isEmpty();
}

QList<QJsonObject> BucketStandIn::log()
{
    QList<QJsonObject> requests;
    for (const QJsonValue &entry : QJsonDocument::fromJson(call("GET"_ba, "/_log"_ba)).array()) {
        if (!entry["path"_L1].toString().startsWith(u"/_"_s))
            requests.append(entry.toObject());
    }
    return requests;
}

QList<QJsonObject> BucketStandIn::log(const QString &method, const QString &pathStart)
{
    QList<QJsonObject> requests = log();
    requests.removeIf([&](const QJsonObject &entry) {
        return entry["method"_L1].toString() != method
            || !entry["path"_L1].toString().startsWith(pathStart);
    });
    return requests;
}

QByteArray
BucketStandIn::call(const QByteArray &verb, const QByteArray &path, const QByteArray &body)
{
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, m_port);
    socket.write(verb + ' ' + path
                 + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nContent-Length: "_ba
                 + QByteArray::number(body.size()) + "\r\n\r\n"_ba + body);
    QByteArray answer;
    while (socket.waitForReadyRead(patience))
        answer += socket.readAll();
    const qsizetype end = answer.indexOf("\r\n\r\n");
    return answer.startsWith("HTTP/1.1 200") && end >= 0 ? answer.sliced(end + 4) : QByteArray();
}

} // namespace createzoom
