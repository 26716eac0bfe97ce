// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <array>

namespace createzoom {

enum class TileFormat { Jpeg, Png };

/// How four pixels of a level become one of the next coarser level.
enum class Shrink {
    Mean,
    Nearest, ///< the top left one: only the source's colours, for segmentations
    Mode, ///< the most frequent colour, the first of several: thin regions stay longer
};

/// Which sample values become black and white, where samples have no range of their own: 16 bits
/// and more, signed, float. A given range holds for 8 bits too.
struct RangeChoice
{
    enum class Kind {
        Auto, ///< the smallest and the largest sample of the image
        Full, ///< those of the sample format; 0...1 for float
        Given,
    };

    Kind kind = Kind::Auto;
    double low = 0; ///< of Given
    double high = 0;

    friend bool operator==(const RangeChoice &, const RangeChoice &) = default;
};

/// What to do with an image that is cut off or damaged.
enum class DamagePolicy { Refuse, Allow };

/// Where the tiles of the full level come from.
enum class TileOrigin {
    Encoded,
    Kept, ///< from the file, byte for byte: of TIFF files and slides whose tiles are JPEG
};

/// What to do when the output already exists.
enum class ExistsPolicy { Skip, Rename, Replace, Fail };

/// How an image is turned into a pyramid: a plain value, the same for a command line, a drop and a
/// REST job. The defaults are those of contract "dzip": what `vips dzsave` writes and every reader
/// expects.
struct ConversionOptions
{
    int quality = 75; ///< JPEG, 1-100
    int tileSize = 254; ///< pixels without overlap, 16-4096
    int overlap = 1; ///< pixels shared with each neighbour, 0-tileSize/2
    TileFormat format = TileFormat::Jpeg;
    int page = -1; ///< 0-based page or level; -1 = the full-resolution one
    std::array<int, 3> background{255, 255, 255}; ///< RGB under transparent pixels
    ExistsPolicy exists = ExistsPolicy::Skip;
    Shrink shrink = Shrink::Mean;
    RangeChoice range{};
    DamagePolicy damaged = DamagePolicy::Refuse;
    TileOrigin tiles = TileOrigin::Encoded; ///< Kept: the file's tile size, no overlap
    QList<int> channels{}; ///< from 1, each in its own colour; empty = the picture as it is

    friend bool operator==(const ConversionOptions &, const ConversionOptions &) = default;
};

/// Sets one option by its name ("tile-size"; '_' equals '-') from text. The error names the option
/// and its range.
Result<void> setOption(ConversionOptions &options, QStringView name, const QString &value);

/// Options as JSON with names such as "tile_size", as v1 and the store of jobs use them; and back.
/// Unknown keys and values out of range are errors.
QJsonObject optionsToJson(const ConversionOptions &options);
Result<ConversionOptions> optionsFromJson(const QJsonObject &json);

/// The same options as command-line words ("--quality=75"), for the child process that converts.
QStringList optionsToArguments(const ConversionOptions &options);

/// Names of the built-in presets, and one of them applied over `options`.
QStringList presetNames();
Result<void> applyPreset(ConversionOptions &options, const QString &name);

/// "jpeg" or "png": Format in the .dzi and the extension of the tiles.
QString formatName(TileFormat format);

} // namespace createzoom
