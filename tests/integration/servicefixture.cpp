// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/servicefixture.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QProcess>
#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace createzoom::tests {

namespace {

constexpr int judgePatience = 300'000; ///< milliseconds

QStringList judgeProgram()
{
    return {QStringLiteral(CREATEZOOM_SOURCE_DIR "/tests/tools/check_dzip.py")};
}

} // namespace

ServiceFixture::ServiceFixture(const QStringList &bucketArguments)
    : bucket(bucketArguments)
{}

bool ServiceFixture::start(const QStringList &moreArguments)
{
    return bucket.makeBucket(u"b1"_s) && startServer(moreArguments);
}

bool ServiceFixture::startServer(const QStringList &moreArguments)
{
    return server.start(arguments(moreArguments));
}

QStringList ServiceFixture::arguments(const QStringList &more) const
{
    return QStringList{u"--bucket-url"_s,
                       bucket.apiUrl(),
                       u"--iam-url"_s,
                       bucket.iamUrl(),
                       u"--retry-delay"_s,
                       u"0"_s}
    + more;
}

bool ServiceFixture::put(const QString &object, const QByteArray &bytes)
{
    QFile file(objectFile(object));
    return QDir().mkpath(QFileInfo(file).path()) && file.open(QIODevice::WriteOnly)
        && file.write(bytes) == bytes.size();
}

QString ServiceFixture::objectFile(const QString &object) const
{
    return bucket.root() + u"/b1/"_s + object;
}

bool ServiceFixture::hasObject(const QString &object) const
{
    return QFile::exists(objectFile(object));
}

int ServiceFixture::transfers(const QByteArray &method, const QString &object)
{
    return transfers(method).value(object);
}

QHash<QString, int> ServiceFixture::transfers(const QByteArray &method)
{
    const QString store = u"/store/b1/"_s;
    QHash<QString, int> counts;
    for (const QJsonObject &entry : bucket.log(QString::fromLatin1(method), store)) {
        const bool isProbe = entry.value(u"range").toString() == u"bytes=0-0";
        if (!isProbe)
            ++counts[entry.value(u"path").toString().sliced(store.size())];
    }
    return counts;
}

QString judged(const QString &archive, const QStringList &options)
{
    QProcess judge;
    judge.setProcessChannelMode(QProcess::MergedChannels);
    judge.start(u"python3"_s, judgeProgram() + options + QStringList{archive});
    judge.waitForFinished();
    const bool passes = judge.exitStatus() == QProcess::NormalExit && judge.exitCode() == 0;
    return passes ? QString() : QString::fromUtf8(judge.readAll()) + judge.errorString();
}

QStringList rejected(const QStringList &archives)
{
    QStringList wrong;
    QProcess judge;
    judge.setProcessChannelMode(QProcess::MergedChannels);
    judge.start(u"python3"_s, judgeProgram() + archives);
    judge.waitForFinished(judgePatience);
    const QString said = QString::fromUtf8(judge.readAll());
    for (const QString &archive : archives) {
        const QString name = archive.section(u'/', -1);
        if (!said.contains(name + u": ok, "_s))
            wrong << archive;
    }
    return wrong;
}

QSize dziSize(const QString &archive)
{
    QFile file(archive);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    constexpr qint64 headOfArchive = 2048; // the .dzi is the first entry, stored
    static const QRegularExpression size(
        u"Width=\"(\\d+)\" Height=\"(\\d+)\"|Height=\"(\\d+)\" Width=\"(\\d+)\""_s);
    const QRegularExpressionMatch match = size.match(QString::fromLatin1(file.read(headOfArchive)));
    if (!match.hasMatch())
        return {};
    return match.captured(1).isEmpty()
        ? QSize(match.captured(4).toInt(), match.captured(3).toInt())
        : QSize(match.captured(1).toInt(), match.captured(2).toInt());
}

} // namespace createzoom::tests
