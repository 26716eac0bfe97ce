// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/jpegtiles.h"

#include "core/imaging/tifffile.h"

#include <algorithm>
#include <array>
#include <mutex>
#include <turbojpeg.h>
#include <utility>
#include <vector>

namespace createzoom {

namespace {

constexpr qsizetype markerSize = 2;
constexpr QByteArrayView startOfImage("\xFF\xD8", 2);
constexpr QByteArrayView endOfImage("\xFF\xD9", 2);

/// Adobe's APP14 segment: its last byte says whether the components are RGB (0) or YCbCr (1). TIFF
/// says it in a tag, which a tile on its own has lost.
QByteArray colourMarker(bool isRgb)
{
    QByteArray marker("\xFF\xEE\x00\x0E"
                      "Adobe\x00\x64\x00\x00\x00\x00",
                      15);
    return marker + (isRgb ? '\0' : '\1');
}

/// A JPEG stream without its first and last marker; empty when it is none.
QByteArrayView bodyOf(QByteArrayView stream)
{
    const bool isWhole = stream.size() > 2 * markerSize && stream.startsWith(startOfImage)
        && stream.endsWith(endOfImage);
    return isWhole ? stream.sliced(markerSize).chopped(markerSize) : QByteArrayView();
}

/// Whether a tile of a pyramid may look so (contract "dzip", Pyramid and tiles 4): baseline, 8
/// bits, three components, no metadata.
bool isPlain(QByteArrayView stream)
{
    constexpr uchar baseline = 0xC0;
    constexpr uchar otherFrames = 0xC1; // up to 0xCF, with tables among them
    constexpr uchar lastFrame = 0xCF;
    constexpr uchar huffmanTable = 0xC4;
    constexpr uchar scan = 0xDA;
    constexpr std::array<uchar, 4> metadata{0xE1, 0xE2, 0xED, 0xFE}; // EXIF, ICC, IPTC, comment
    constexpr qsizetype header = 10;
    const auto at = [&](qsizetype i) {
        return static_cast<uchar>(stream[i]);
    };
    bool isColour = false;
    for (qsizetype i = markerSize; i + header <= stream.size() && at(i) == 0xFF;) {
        const uchar kind = at(i + 1);
        if (kind == scan)
            return isColour;
        if (kind == baseline)
            isColour = at(i + 4) == 8 && at(i + 9) == 3;
        else if (std::count(metadata.begin(), metadata.end(), kind) > 0
                 || (kind >= otherFrames && kind <= lastFrame && kind != huffmanTable))
            return false;
        i += markerSize + at(i + 2) * 256 + at(i + 3);
    }
    return false;
}

} // namespace

struct JpegTiles::Parts
{
    ~Parts()
    {
        if (cutter)
            tjDestroy(cutter);
    }

    std::optional<QByteArray> cut(QByteArray stream, QSize size);

    TiffPage page;
    QByteArray front; ///< of every tile: start, colours, tables
    std::mutex mutex; ///< guards all below
    std::unique_ptr<TiffFile> file;
    std::vector<uchar> raw;
    tjhandle cutter = tjInitTransform();
};

/// With the mutex held.
std::optional<QByteArray> JpegTiles::Parts::cut(QByteArray stream, QSize size)
{
    tjtransform transform{};
    transform.r = {0, 0, size.width(), size.height()};
    transform.op = TJXOP_NONE;
    transform.options = TJXOPT_CROP;
    unsigned char *bytes = nullptr;
    unsigned long count = 0;
    const bool isCut = cutter
        && tjTransform(cutter,
                       reinterpret_cast<const uchar *>(stream.constData()),
                       static_cast<unsigned long>(stream.size()),
                       1,
                       &bytes,
                       &count,
                       &transform,
                       0)
            == 0;
    std::optional<QByteArray> result;
    if (isCut)
        result = QByteArray(reinterpret_cast<const char *>(bytes), static_cast<qsizetype>(count));
    tjFree(bytes);
    return result;
}

JpegTiles::JpegTiles(std::unique_ptr<Parts> parts)
    : m_parts(std::move(parts))
{}

JpegTiles::~JpegTiles() = default;

std::unique_ptr<JpegTiles> JpegTiles::open(const QByteArray &path, int page)
{
    auto parts = std::make_unique<Parts>();
    parts->file = TiffFile::open(path, page);
    const std::optional<TiffPage> found = parts->file ? parts->file->colourPage() : std::nullopt;
    if (!found || !found->isTiled || found->compression != COMPRESSION_JPEG
        || found->piece.width() != found->piece.height())
        return nullptr;
    parts->page = *found;
    const QByteArray tables = parts->file->jpegTables();
    parts->front = startOfImage.toByteArray() + colourMarker(found->photometric == PHOTOMETRIC_RGB)
        + bodyOf(tables).toByteArray();
    return std::unique_ptr<JpegTiles>(new JpegTiles(std::move(parts)));
}

QSize JpegTiles::imageSize() const
{
    return m_parts->page.size;
}

int JpegTiles::tileSize() const
{
    return m_parts->page.piece.width();
}

std::optional<QByteArray> JpegTiles::tile(int column, int row)
{
    const std::lock_guard lock(m_parts->mutex);
    const TiffPage &page = m_parts->page;
    const int index = row * page.columns + column;
    if (!m_parts->file->readRawPiece(page, index, m_parts->raw))
        return std::nullopt;
    const QByteArrayView raw(m_parts->raw);
    const QByteArrayView body = bodyOf(raw);
    if (body.isEmpty() || !isPlain(raw))
        return std::nullopt;
    const QByteArray stream = m_parts->front + body.toByteArray() + endOfImage.toByteArray();
    const QSize size = page.pieceRect(index).size();
    return size == page.piece ? stream : m_parts->cut(stream, size);
}

} // namespace createzoom
