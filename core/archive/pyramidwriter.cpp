// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/pyramidwriter.h"

#include "core/archive/dzifolder.h"
#include "core/archive/dzipnames.h"
#include "core/archive/dzipwriter.h"

namespace createzoom {

Result<std::unique_ptr<PyramidWriter>> PyramidWriter::create(ArchiveLayout layout,
                                                             const QString &path,
                                                             const QString &innerName,
                                                             const DziDescriptor &descriptor)
{
    if (const Result<void> checked = DzipNames::check(innerName); !checked)
        return checked.error();
    const QString stem = innerStem(layout, innerName);
    if (layout == ArchiveLayout::Dzi)
        return std::unique_ptr<PyramidWriter>(
            std::make_unique<DziFolderWriter>(path, stem, descriptor));
    Result<std::unique_ptr<DzipWriter>> writer
        = DzipWriter::create(path, stem, innerName + layoutSuffix(layout), descriptor);
    if (!writer)
        return writer.error();
    return std::unique_ptr<PyramidWriter>(std::move(*writer));
}

} // namespace createzoom
