// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/imaging/imageloader.h"

#include <QStringList>

namespace createzoom {

struct PageChoice
{
    int page = 0; ///< 0-based, for ImageLoader::load()
    int pages = 1; ///< pages of a document or levels of a pyramid; 1 where the loader knows neither
    QStringList warnings{};
};

/// Which page of the file to read. `first` is the header of page 0, `wanted` an option (-1 = the
/// full-resolution one): level 0 of a whole slide, the largest page of a pyramid, the primary
/// picture of a HEIC file, else the first.
Result<PageChoice> choosePage(const ImageLoader &loader, const vips::VImage &first, int wanted);

/// Pages of a document; 0 for formats whose "pages" are resolutions of one picture.
int documentPages(const ImageLoader &loader, const vips::VImage &first);

} // namespace createzoom
