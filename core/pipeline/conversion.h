// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/archivelayout.h"
#include "core/base/result.h"
#include "core/base/stepcontrol.h"
#include "core/jobs/conversionoptions.h"

#include <QSize>
#include <QString>
#include <QStringList>

namespace createzoom {

/// How much of an image is too much, whatever memory there is.
struct ImageLimits
{
    qint64 pixels = 100'000'000'000;
    int pages = 1000;
};

/// One image to become one archive, all local. `target` is the final path; the bytes are written
/// beside it as `temporaryName` (empty: a random one) and renamed once verified. Inner names come
/// from `innerName`, by default the target's name without the layout's suffix.
struct Conversion
{
    QString source{};
    QString target{};
    QString innerName{};
    QString temporaryName{};
    ConversionOptions options{};
    int threads = 0; ///< 0 = one per core
    ArchiveLayout layout = ArchiveLayout::Dzip;
    ImageLimits limits{};
    QStringList loaders{}; ///< untrusted loaders of libvips that are open; empty = the usual ones
    QString sourceMd5{}; ///< hex, for the metadata, where a download has found it
    bool isSourceHashed = false; ///< SHA-256 of the source, for the metadata
    bool isHashed = false; ///< whether the report's `md5` is wanted: it costs time
};

struct ConversionReport
{
    QString target{};
    qint64 bytes = 0;
    QString md5{}; ///< hex, of the whole archive; empty unless asked for
    QSize size{}; ///< pixels of the full level
    int levels = 0;
    qint64 tiles = 0;
    qint64 sourceBytes = 0;
    double micrometresPerPixel = 0; ///< 0 = unknown
    QStringList warnings{};
    bool skipped = false; ///< the target existed and options.exists says skip
};

ImageFacts factsOf(const ConversionReport &report);

/// Decodes, shrinks, encodes, appends, verifies, renames: the whole way from file to archive, in
/// this process. Tells `control` what the image is before its first pixel. Blocks; worker threads
/// only. Leaves nothing behind unless it succeeds.
Result<ConversionReport> convertImage(const Conversion &conversion, const StepControl &control);

} // namespace createzoom
