// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace createzoom {

/// What is known of an image and of the archive made of it; 0 = not yet.
struct ImageFacts
{
    qint64 sourceBytes = 0;
    qint64 archiveBytes = 0;
    int width = 0; ///< pixels
    int height = 0;
    int levels = 0;
    qint64 tiles = 0;
    double micrometresPerPixel = 0;
    qint64 memoryBytes = 0; ///< of its conversion, estimated by it when it begins; kept nowhere

    /// Takes over what `news` knows.
    void learn(const ImageFacts &news)
    {
        const auto take = [](auto &known, auto said) {
            known = said != 0 ? said : known;
        };
        take(sourceBytes, news.sourceBytes);
        take(archiveBytes, news.archiveBytes);
        take(width, news.width);
        take(height, news.height);
        take(levels, news.levels);
        take(tiles, news.tiles);
        take(micrometresPerPixel, news.micrometresPerPixel);
    }

    friend bool operator==(const ImageFacts &, const ImageFacts &) = default;
};

} // namespace createzoom
