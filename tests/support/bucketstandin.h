// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

namespace createzoom {

/// Runs tests/tools/bucket_standin.py, which behaves like the data-proxy, its store and the
/// identity service, on a free port of loopback with a temporary folder of buckets. Ends with this
/// object, and with the test's process. Used from the thread that made it; its servers serve all
/// threads.
class BucketStandIn
{
public:
    /// `arguments`: more of the program's own, such as {"--url-seconds", "0"}.
    explicit BucketStandIn(const QStringList &arguments = {});
    ~BucketStandIn();
    BucketStandIn(const BucketStandIn &) = delete;
    BucketStandIn &operator=(const BucketStandIn &) = delete;

    bool isRunning() const { return !m_apiUrl.isEmpty(); }
    QString apiUrl() const { return m_apiUrl; } ///< what the setting bucket-url takes
    QString iamUrl() const { return m_iamUrl; } ///< what the setting iam-url takes
    QString root() const { return m_root.path(); }

    bool makeBucket(const QString &bucket) const;
    /// Without the network; `name` is the object's within its bucket. Folders are made.
    bool putObject(const QString &bucket, const QString &name, const QByteArray &bytes) const;
    QByteArray object(const QString &bucket, const QString &name) const;
    bool hasObject(const QString &bucket, const QString &name) const;

    /// The fields of a fault are described at the top of bucket_standin.py. False: not understood.
    bool addFault(const QJsonObject &fault);
    /// Every request since the start or the last reset, without those of this class.
    QList<QJsonObject> log();
    /// Those of `method` whose path starts with "/store/" or "/api/".
    QList<QJsonObject> log(const QString &method, const QString &pathStart);
    bool reset();

private:
    QByteArray call(const QByteArray &verb, const QByteArray &path, const QByteArray &body = {});

    QTemporaryDir m_root{};
    QProcess m_process{};
    QString m_apiUrl{};
    QString m_iamUrl{};
    quint16 m_port = 0;
};

} // namespace createzoom
