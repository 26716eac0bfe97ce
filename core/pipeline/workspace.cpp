// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/workspace.h"

#include <QDir>
#include <QFileInfo>
#include <QSet>

#include <cerrno>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

QString claimFolder(const Claim &claim)
{
    return claim.jobId + u'/' + QString::number(claim.epoch);
}

} // namespace

Workspace::Workspace(const QString &root)
    : m_root(QDir(root).absolutePath()) // children and relativeFilePath() need it
{}

Result<QString> Workspace::folderFor(const Claim &claim) const
{
    const QString folder = m_root + u'/' + claimFolder(claim);
    // A worker that lost the job may remove the job's empty folder between two steps of this.
    constexpr int tries = 3;
    std::error_code reason;
    for (int i = 0; i < tries; ++i) {
        std::filesystem::create_directories(QFile::encodeName(folder).toStdString(), reason);
        if (!reason)
            return folder;
    }
    return Error{writeErrorCode(reason.value()),
                 u"No work folder can be made on the server"_s,
                 folder + u": "_s + QString::fromStdString(reason.message())};
}

QString Workspace::pathOf(const Artifact &artifact) const
{
    return m_root + u'/' + artifact.path;
}

QString Workspace::relativePath(const QString &path) const
{
    return QDir(m_root).relativeFilePath(path);
}

bool Workspace::holds(const Artifact &artifact) const
{
    const QFileInfo file(pathOf(artifact));
    return !artifact.isEmpty() && file.isFile() && file.size() == artifact.bytes;
}

bool Workspace::isReadOnly() const
{
    return ::access(QFile::encodeName(m_root).constData(), W_OK) != 0 && errno == EROFS;
}

void Workspace::adoptLeftovers(const Claim &claim, const QStringList &names) const
{
    const QString own = m_root + u'/' + claimFolder(claim);
    const QDir job(m_root + u'/' + claim.jobId);
    for (const QString &epoch : job.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        if (epoch == QString::number(claim.epoch))
            continue;
        for (const QString &name : names)
            QFile::rename(job.filePath(epoch + u'/' + name), own + u'/' + name);
    }
}

void Workspace::dropUpTo(const Claim &claim, const Artifact &kept) const
{
    const QDir job(m_root + u'/' + claim.jobId);
    const QString keptEpoch = kept.path.section(u'/', 1, 1);
    for (const QString &epoch : job.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        if (epoch.toLongLong() <= claim.epoch && epoch != keptEpoch)
            QDir(job.filePath(epoch)).removeRecursively();
    }
    QDir().rmdir(job.path()); // does nothing while a folder is left in it
}

void Workspace::drop(const Claim &claim) const
{
    QDir(m_root + u'/' + claimFolder(claim)).removeRecursively();
    QDir().rmdir(m_root + u'/' + claim.jobId);
}

Result<void> Workspace::sweep(JobEngine &engine) const
{
    const QDir root(m_root);
    // The folders first: one that a job accepted meanwhile makes is not in this list.
    const QStringList folders
        = root.entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    if (folders.isEmpty())
        return {};
    const Result<QStringList> live = engine.unfinishedIds();
    if (!live)
        return live.error();
    const QSet<QString> liveIds(live->begin(), live->end());
    for (const QString &id : folders) {
        if (!liveIds.contains(id))
            QDir(root.filePath(id)).removeRecursively();
    }
    return {};
}

} // namespace createzoom
