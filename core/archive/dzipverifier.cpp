// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/dzipverifier.h"

#include "core/archive/archivelayout.h"
#include "core/archive/archivescan.h"
#include "core/archive/zipdirectory.h"

#include <QFile>
#include <QFileInfo>

#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

constexpr qint64 fourGiB = qint64{4} << 30;
constexpr qint64 fiveGiB = qint64{5} << 30;
constexpr int iconSide = 128;

QStringList warningsFor(const VerifyReport &report)
{
    QStringList warnings;
    if (report.bytes > fourGiB)
        warnings << u"The archive is larger than 4 GiB: WebIlastik v1 cannot read it"_s;
    if (report.bytes > fiveGiB)
        warnings << u"The archive is larger than 5 GiB: a bucket may refuse it"_s;
    if (std::max(report.size.width(), report.size.height()) <= iconSide)
        warnings << u"The longer side is 128 pixels or less: a viewer will not find its icon"_s;
    return warnings;
}

} // namespace

Result<VerifyReport>
verifyDzip(const QString &path, const QString &innerName, const StepControl &control)
{
    QFile file(path);
    const QString fileName = QFileInfo(path).fileName();
    if (!file.open(QIODevice::ReadOnly))
        return Error{file.exists() ? ErrorCode::Io : ErrorCode::NotFound,
                     u"%1 cannot be opened"_s.arg(fileName),
                     file.errorString()};
    VerifyReport report{.bytes = file.size()};
    Result<ZipDirectory> directory = ZipDirectory::read(file);
    if (!directory) {
        if (directory.error().code != ErrorCode::Damaged)
            return directory.error().withContext(fileName);
        report.breaches << directory.error().message;
        return report;
    }
    directory->checkUnique();
    report.innerName = innerName;
    if (innerName.isEmpty()) {
        const ArchiveLayout layout
            = fileName.endsWith(u".szi") ? ArchiveLayout::Szi : ArchiveLayout::Dzip;
        const QString ending = layoutSuffix(layout);
        if (!fileName.endsWith(ending))
            directory->breaches.add(u"The file's name does not end in .dzip"_s);
        report.innerName
            = innerStem(layout, fileName.chopped(fileName.endsWith(ending) ? ending.size() : 0));
    }
    ArchiveScan scan(file, *directory, report.innerName);
    if (const Result<void> read = scan.run(control); !read)
        return read.error();
    report.entries = static_cast<qint64>(directory->entries.size());
    if (const PyramidLayout *layout = scan.layout()) {
        report.size = layout->size();
        report.levels = layout->levelCount();
    }
    report.tiles = scan.tiles();
    report.breaches = scan.breaches();
    report.warnings = warningsFor(report);
    return report;
}

} // namespace createzoom
