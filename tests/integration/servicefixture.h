// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/integration/serverprocess.h"
#include "tests/support/bucketstandin.h"

#include <QByteArray>
#include <QHash>
#include <QJsonObject>
#include <QSize>
#include <QString>
#include <QStringList>

#include <memory>

namespace createzoom::tests {

/// A bucket stand-in with the bucket "b1" and a createzoomd that uses it: what every integration
/// test begins with.
class ServiceFixture
{
public:
    /// `bucketArguments`: more of the stand-in's own.
    explicit ServiceFixture(const QStringList &bucketArguments = {});
    /// Starts both; retries follow at once, so that tests need not wait.
    bool start(const QStringList &moreArguments = {});
    bool startServer(const QStringList &moreArguments = {});
    /// What a server or worker needs to use the bucket.
    QStringList arguments(const QStringList &more = {}) const;

    /// Puts an object into bucket b1.
    bool put(const QString &object, const QByteArray &bytes);
    QString objectFile(const QString &object) const;
    bool hasObject(const QString &object) const;

    /// How often the store was asked for bytes of `object` (requests of more than one byte), or
    /// given some.
    int transfers(const QByteArray &method, const QString &object);
    /// The same of all objects that were asked for.
    QHash<QString, int> transfers(const QByteArray &method);

    ServerProcess server{};
    BucketStandIn bucket;
};

/// Runs the independent judge on an archive; empty when it passes, else what it says.
QString judged(const QString &archive, const QStringList &options = {});
/// The same of many: those that do not pass.
QStringList rejected(const QStringList &archives);

/// Width and height in the archive's .dzi, read without our own code; {} when there is none.
QSize dziSize(const QString &archive);

} // namespace createzoom::tests
