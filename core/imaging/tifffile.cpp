// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/tifffile.h"

#include "core/imaging/planemath.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

constexpr tmsize_t largestAllocation = tmsize_t{1} << 28;

/// Codecs of Debian's libtiff that give plain samples, or JPEG, which is decoded here.
bool isKnownCompression(quint32 compression)
{
    constexpr std::array<quint32, 7> known{COMPRESSION_NONE,
                                           COMPRESSION_LZW,
                                           COMPRESSION_ADOBE_DEFLATE,
                                           COMPRESSION_DEFLATE,
                                           COMPRESSION_PACKBITS,
                                           COMPRESSION_ZSTD,
                                           COMPRESSION_JPEG};
    return std::find(known.begin(), known.end(), compression) != known.end();
}

int warned(TIFF *, void *, const char *, const char *, va_list)
{
    return 1;
}

} // namespace

QRect TiffPage::pieceRect(int index) const
{
    const QRect whole(QPoint(0, 0), size);
    return whole
        & QRect(QPoint(index % columns * piece.width(), index / columns * piece.height()), piece);
}

qint64 TiffPage::pieceBytes(int index) const
{
    const int rows = isTiled ? piece.height() : pieceRect(index).height();
    return qint64{planeCount} * piece.width() * rows;
}

std::unique_ptr<TiffFile> TiffFile::open(const QByteArray &path, int page)
{
    std::unique_ptr<TiffFile> file(new TiffFile);
    TIFFOpenOptions *options = TIFFOpenOptionsAlloc();
    TIFFOpenOptionsSetMaxSingleMemAlloc(options, largestAllocation);
    TIFFOpenOptionsSetErrorHandlerExtR(options, takeError, file.get());
    TIFFOpenOptionsSetWarningHandlerExtR(options, warned, nullptr);
    // Without memory mapping: a file that shrinks under a mapping kills the process.
    file->m_tiff = TIFFOpenExt(path.constData(), "rm", options);
    TIFFOpenOptionsFree(options);
    const bool isThere
        = file->m_tiff && (page == 0 || TIFFSetDirectory(file->m_tiff, static_cast<tdir_t>(page)));
    return isThere ? std::move(file) : nullptr;
}

TiffFile::~TiffFile()
{
    if (m_tiff)
        TIFFClose(m_tiff);
}

quint32 TiffFile::number(quint32 tag) const
{
    // libtiff writes as many bytes as the tag has: these all have two.
    quint16 value = 0;
    return TIFFGetFieldDefaulted(m_tiff, tag, &value) == 1 ? value : 0;
}

std::optional<TiffPage> TiffFile::colourPage() const
{
    quint16 extraSamples = 0;
    quint16 *extraKinds = nullptr;
    TIFFGetField(m_tiff, TIFFTAG_EXTRASAMPLES, &extraSamples, &extraKinds);
    TiffPage page{.isTiled = TIFFIsTiled(m_tiff) != 0,
                  .compression = static_cast<quint16>(number(TIFFTAG_COMPRESSION)),
                  .photometric = static_cast<quint16>(number(TIFFTAG_PHOTOMETRIC))};
    const bool isPlain = number(TIFFTAG_BITSPERSAMPLE) == 8
        && number(TIFFTAG_SAMPLESPERPIXEL) == planeCount && extraSamples == 0
        && number(TIFFTAG_PLANARCONFIG) == PLANARCONFIG_CONTIG
        && number(TIFFTAG_SAMPLEFORMAT) == SAMPLEFORMAT_UINT
        && number(TIFFTAG_ORIENTATION) == ORIENTATION_TOPLEFT
        && number(TIFFTAG_FILLORDER) == FILLORDER_MSB2LSB;
    const quint32 predictor = number(TIFFTAG_PREDICTOR);
    page.isDifferenced = predictor == PREDICTOR_HORIZONTAL;
    const bool isColour = page.photometric == PHOTOMETRIC_RGB
        || (page.photometric == PHOTOMETRIC_YCBCR && page.compression == COMPRESSION_JPEG);
    if (!isPlain || !isColour || !isKnownCompression(page.compression))
        return std::nullopt;

    quint32 width = 0;
    quint32 height = 0;
    quint32 pieceWidth = 0;
    quint32 pieceHeight = 0;
    TIFFGetField(m_tiff, TIFFTAG_IMAGEWIDTH, &width);
    TIFFGetField(m_tiff, TIFFTAG_IMAGELENGTH, &height);
    if (page.isTiled) {
        TIFFGetField(m_tiff, TIFFTAG_TILEWIDTH, &pieceWidth);
        TIFFGetField(m_tiff, TIFFTAG_TILELENGTH, &pieceHeight);
    } else {
        pieceWidth = width;
        TIFFGetFieldDefaulted(m_tiff, TIFFTAG_ROWSPERSTRIP, &pieceHeight);
        pieceHeight = std::min(pieceHeight, height);
    }
    constexpr quint32 largestSide = 1U << 30;
    if (std::min({width, height, pieceWidth, pieceHeight}) == 0
        || std::max({width, height, pieceWidth, pieceHeight}) > largestSide)
        return std::nullopt;
    page.size = QSize(static_cast<int>(width), static_cast<int>(height));
    page.piece = QSize(static_cast<int>(pieceWidth), static_cast<int>(pieceHeight));
    page.columns = static_cast<int>((width - 1) / pieceWidth + 1);
    const qint64 pieces = qint64{page.columns} * ((height - 1) / pieceHeight + 1);
    const qint64 listed
        = page.isTiled ? TIFFNumberOfTiles(m_tiff) : qint64{TIFFNumberOfStrips(m_tiff)};
    if (pieces != listed || pieces > std::numeric_limits<int>::max())
        return std::nullopt;
    page.pieces = static_cast<int>(pieces);
    return page;
}

std::optional<MappedBytes> TiffFile::mapTile(const TiffPage &page, int index) const
{
    const auto piece = static_cast<quint32>(index);
    if (page.compression != COMPRESSION_NONE
        || TIFFGetStrileByteCount(m_tiff, piece) < static_cast<quint64>(page.pieceBytes(index)))
        return std::nullopt;
    return MappedBytes::map(TIFFFileno(m_tiff),
                            static_cast<qint64>(TIFFGetStrileOffset(m_tiff, piece)),
                            page.pieceBytes(index));
}

std::optional<MappedBytes> TiffFile::mapRows(const TiffPage &page, int top, int count) const
{
    if (page.compression != COMPRESSION_NONE || page.isTiled)
        return std::nullopt;
    const int height = page.piece.height();
    const int first = top / height;
    const auto offset
        = static_cast<qint64>(TIFFGetStrileOffset(m_tiff, static_cast<quint32>(first)));
    qint64 end = offset;
    for (int index = first; index <= (top + count - 1) / height; ++index) {
        const auto piece = static_cast<quint32>(index);
        const qint64 bytes = page.pieceBytes(index);
        if (TIFFGetStrileOffset(m_tiff, piece) != static_cast<quint64>(end)
            || TIFFGetStrileByteCount(m_tiff, piece) < static_cast<quint64>(bytes))
            return std::nullopt;
        end += bytes;
    }
    const qint64 rowBytes = qint64{planeCount} * page.size.width();
    return MappedBytes::map(
        TIFFFileno(m_tiff), offset + (top - first * height) * rowBytes, count * rowBytes);
}

bool TiffFile::readPiece(const TiffPage &page, int index, uchar *bytes)
{
    const qint64 size = page.pieceBytes(index);
    const auto piece = static_cast<quint32>(index);
    if (page.compression == COMPRESSION_LZW) {
        const QByteArrayView data = paddedPiece(page, index);
        if (!data.isEmpty() && !LzwDecoder::isOldKind(data))
            return decodeLzw(page, data, size, bytes);
    }
    const tmsize_t count = page.isTiled ? TIFFReadEncodedTile(m_tiff, piece, bytes, size)
                                        : TIFFReadEncodedStrip(m_tiff, piece, bytes, size);
    return count == size;
}

/// A piece as it lies in the file, with LzwDecoder::padding bytes behind it that may be read; empty
/// when it cannot be had. Valid until the next call.
QByteArrayView TiffFile::paddedPiece(const TiffPage &page, int index)
{
    const auto piece = static_cast<quint32>(index);
    const quint64 size = TIFFGetStrileByteCount(m_tiff, piece);
    if (!checkRawSize(page, size))
        return {};
    m_mapped = MappedBytes::map(TIFFFileno(m_tiff),
                                static_cast<qint64>(TIFFGetStrileOffset(m_tiff, piece)),
                                static_cast<qint64>(size) + LzwDecoder::padding);
    if (m_mapped)
        return m_mapped->bytes().chopped(LzwDecoder::padding);
    if (!readRawPiece(page, index, m_raw))
        return {};
    m_raw.resize(m_raw.size() + LzwDecoder::padding);
    return QByteArrayView(m_raw).chopped(LzwDecoder::padding);
}

bool TiffFile::decodeLzw(const TiffPage &page, QByteArrayView data, qint64 size, uchar *bytes)
{
    if (!m_lzw.decode(data, bytes, size)) {
        m_error = u"damaged LZW data"_s;
        return false;
    }
    const qint64 rowBytes = qint64{planeCount} * page.piece.width();
    for (qint64 row = 0; page.isDifferenced && row < size; row += rowBytes)
        addLeftNeighbours(bytes + row, page.piece.width());
    return true;
}

/// No encoder makes more of a piece than this; a longer one is a lie of the directory.
bool TiffFile::checkRawSize(const TiffPage &page, quint64 size)
{
    constexpr quint64 overhead = quint64{1} << 16;
    const quint64 most = quint64{4} * planeCount * static_cast<quint64>(page.piece.width())
            * static_cast<quint64>(page.piece.height())
        + overhead;
    if (size > 0 && size <= most)
        return true;
    m_error = u"a piece of %1 bytes"_s.arg(size);
    return false;
}

bool TiffFile::readRawPiece(const TiffPage &page, int index, std::vector<uchar> &bytes)
{
    const auto piece = static_cast<quint32>(index);
    const quint64 size = TIFFGetStrileByteCount(m_tiff, piece);
    if (!checkRawSize(page, size))
        return false;
    bytes.resize(size);
    const auto wanted = static_cast<tmsize_t>(size);
    const tmsize_t count = page.isTiled ? TIFFReadRawTile(m_tiff, piece, bytes.data(), wanted)
                                        : TIFFReadRawStrip(m_tiff, piece, bytes.data(), wanted);
    return count == wanted;
}

bool TiffFile::readRow(int y, uchar *bytes)
{
    return TIFFReadScanline(m_tiff, bytes, static_cast<quint32>(y), 0) == 1;
}

QByteArray TiffFile::jpegTables() const
{
    quint32 count = 0;
    const void *bytes = nullptr;
    if (TIFFGetField(m_tiff, TIFFTAG_JPEGTABLES, &count, &bytes) != 1)
        return {};
    return {static_cast<const char *>(bytes), static_cast<qsizetype>(count)};
}

int TiffFile::takeError(
    TIFF * /*tiff*/, void *file, const char * /*module*/, const char *format, va_list words)
{
    std::array<char, 512> text{};
    std::vsnprintf(text.data(), text.size(), format, words);
    static_cast<TiffFile *>(file)->m_error = QString::fromLocal8Bit(text.data());
    return 1;
}

} // namespace createzoom
