// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/addplan.h"

#include <QFileInfo>
#include <QSet>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

Result<Location> folderFor(const FoundImage &image, const Destination &destination)
{
    using enum Destination::Kind;
    switch (destination.kind) {
    case Beside:
        break;
    case Folder:
        return Location{{}, destination.folder};
    case Mirror:
        return Location{
            {}, image.tree.isEmpty() ? destination.folder : destination.folder + u'/' + image.tree};
    case Bucket:
        return parseFolder(destination.bucketFolder, u"The bucket folder"_s);
    }
    return Location{{}, QFileInfo(image.path).absolutePath()};
}

} // namespace

Result<AddPlan>
planJobs(const ImageScan &scan, const AddChoice &choice, const ExistsQuestion &exists)
{
    AddPlan plan;
    QSet<QString> outputs;
    for (const FoundImage &image : scan.images) {
        const Result<Location> folder = folderFor(image, choice.destination);
        if (!folder)
            return folder.error();
        const JobRequest request{
            .source = {{}, image.path}, .targetFolder = *folder, .options = choice.options};
        const QString output = request.target().text();
        if (outputs.contains(output)) {
            plan.sameOutput << image.path;
            continue;
        }
        outputs << output;
        if (choice.isAskedIfExists && exists(request.target()))
            plan.existing << plan.requests.size();
        plan.requests << request;
    }
    return plan;
}

bool fileExists(const Location &target)
{
    return QFileInfo::exists(target.path);
}

} // namespace createzoom
