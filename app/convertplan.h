// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/archivelayout.h"
#include "core/base/result.h"
#include "core/jobs/conversionoptions.h"
#include "core/jobs/jobrequest.h"
#include "core/pipeline/conversion.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <chrono>

namespace createzoom {

/// What `createzoom convert` was asked for, checked before anything runs. A value.
struct ConvertPlan
{
    struct Item
    {
        QString source{}; ///< absolute path; may be missing, or a folder without images
        Location target{}; ///< the archive: a local path or a bucket object
    };

    QList<Item> items{};
    ConversionOptions options{};
    ArchiveLayout layout = ArchiveLayout::Dzip;
    ImageLimits limits{};
    QStringList loaders{}; ///< as Conversion::loaders
    bool isSourceHashed = false;
    QString sourceMd5{}; ///< of the only item, from the service that started us
    int threads = 0; ///< per conversion; 0 = the cores shared among the jobs
    int jobs = 1; ///< conversions at a time
    bool json = false;
    QString innerName{}; ///< of the only item, when it differs from the archive's name
    QString temporaryName{}; ///< of the only item, chosen by the service that started us
    QString tokenFile{};
    QString bucketUrl{};
    QString help{}; ///< not empty: print this and end
    QString watched{}; ///< of a watch: the folder, absolute; `items` is empty then
    QString output{}; ///< as it was given, for what arrives in a watched folder
    std::chrono::seconds stillFor{10}; ///< of a watch: how long a file must not have changed
};

/// Reads the arguments; folders among the inputs are searched for images. Errors are of code Usage.
Result<ConvertPlan> planConversion(const QStringList &arguments);

/// The same for `createzoom watch`, which has one folder and the options of a conversion.
Result<ConvertPlan> planWatch(const QStringList &arguments);

/// Where the archive of an image goes by `-o`; `isOnlyOne`: it may name the archive itself.
Result<Location> conversionTarget(const QString &source,
                                  const QString &output,
                                  ArchiveLayout layout,
                                  bool isOnlyOne);

} // namespace createzoom
