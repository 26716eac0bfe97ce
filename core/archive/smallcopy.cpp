// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/smallcopy.h"

#include "core/archive/pyramidtiles.h"
#include "core/archive/pyramidwriter.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

int finestLevel(const PyramidLayout &layout, int longestSide)
{
    int level = layout.topLevel();
    while (level > 0) {
        const QSize size = layout.levelSize(level);
        if (std::max(size.width(), size.height()) <= longestSide)
            break;
        --level;
    }
    return level;
}

Result<void> copyLevels(TileSource &source, PyramidWriter &writer, int finest)
{
    const PyramidLayout &layout = source.descriptor().layout;
    for (int level = 0; level <= finest; ++level) {
        for (int row = 0; row < layout.rows(level); ++row) {
            for (int column = 0; column < layout.columns(level); ++column) {
                const TileAddress tile{level, column, row};
                const Result<QByteArray> bytes = source.tile(tile);
                if (!bytes)
                    return bytes.error();
                if (Result<void> added = writer.addTile(tile, *bytes); !added)
                    return added;
            }
        }
    }
    return {};
}

/// A pixel of the copy is as many of the original.
QByteArray metadataText(QSizeF pixelSize, double enlarged)
{
    QJsonObject json;
    if (!pixelSize.isEmpty())
        json.insert(u"pixel_size_um"_s,
                    QJsonObject{{u"x"_s, pixelSize.width() * enlarged},
                                {u"y"_s, pixelSize.height() * enlarged}});
    return QJsonDocument(json).toJson();
}

Result<void>
writeCopy(TileSource &source, const QString &to, const QString &innerName, int longestSide)
{
    const DziDescriptor &whole = source.descriptor();
    const PyramidLayout &layout = whole.layout;
    const int finest = finestLevel(layout, longestSide);
    const DziDescriptor small{
        PyramidLayout(layout.levelSize(finest), layout.tileSize(), layout.overlap()), whole.format};
    const Result<std::unique_ptr<PyramidWriter>> writer
        = PyramidWriter::create(ArchiveLayout::Dzip, to, innerName, small);
    if (!writer)
        return writer.error();
    if (Result<void> copied = copyLevels(source, **writer, finest); !copied)
        return copied;
    return (*writer)->finish(
        metadataText(source.pixelSize(), std::ldexp(1, layout.topLevel() - finest)));
}

} // namespace

Result<void> writeSmallCopy(const QString &from, const QString &to, int longestSide)
{
    const Result<std::unique_ptr<TileSource>> source = openPyramid(from);
    if (!source)
        return source.error();
    const QString part = to + u".part"_s;
    Result<void> written = writeCopy(**source, part, QFileInfo(to).completeBaseName(), longestSide);
    QFile::remove(to);
    if (written && !QFile::rename(part, to))
        written = Error{ErrorCode::Io, u"The small copy cannot be written"_s, to};
    if (!written)
        QFile::remove(part);
    return written;
}

} // namespace createzoom
