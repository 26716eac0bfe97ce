// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/addplan.h"

#include "core/jobs/imagefiles.h"

#include <QFileInfo>
#include <QSet>

namespace createzoom {

namespace {

JobRequest localJob(const QString &file, const QString &destination)
{
    const QFileInfo info(file);
    JobRequest request;
    request.source.path = info.absoluteFilePath();
    request.targetFolder.path = destination.isEmpty() ? info.absolutePath() : destination;
    return request;
}

} // namespace

AddPlan planJobs(const QStringList &paths,
                 const QString &destination,
                 NamedFiles named,
                 const std::function<bool()> &keepGoing)
{
    AddPlan plan;
    QStringList files;
    for (const QString &path : paths) {
        if (QFileInfo(path).isDir())
            files << imagesBelow(path, keepGoing);
        else if (named == NamedFiles::All || looksLikeImage(path))
            files << path;
        else
            plan.notImages << path;
    }
    QSet<QString> outputs;
    for (const QString &file : files) {
        const JobRequest request = localJob(file, destination);
        const QString output = request.target().path;
        if (outputs.contains(output)) {
            plan.sameOutput << file;
            continue;
        }
        outputs << output;
        plan.requests << request;
    }
    return plan;
}

} // namespace createzoom
