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

constexpr quint32 samples = 3;
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
        && number(TIFFTAG_SAMPLESPERPIXEL) == samples && extraSamples == 0
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

bool TiffFile::readPiece(const TiffPage &page, int index, uchar *bytes)
{
    const int rows = page.isTiled ? page.piece.height() : page.pieceRect(index).height();
    const tmsize_t size = tmsize_t{samples} * page.piece.width() * rows;
    const auto piece = static_cast<quint32>(index);
    if (page.compression == COMPRESSION_LZW && readRawPiece(page, index, m_raw)
        && !LzwDecoder::isOldKind(m_raw.data(), std::ssize(m_raw)))
        return readLzwPiece(page, rows, bytes);
    const tmsize_t count = page.isTiled ? TIFFReadEncodedTile(m_tiff, piece, bytes, size)
                                        : TIFFReadEncodedStrip(m_tiff, piece, bytes, size);
    return count == size;
}

/// m_raw holds the piece.
bool TiffFile::readLzwPiece(const TiffPage &page, int rows, uchar *bytes)
{
    const qsizetype rowBytes = qsizetype{samples} * page.piece.width();
    const qsizetype count = std::ssize(m_raw);
    m_raw.resize(m_raw.size() + LzwDecoder::padding);
    if (!m_lzw.decode(m_raw.data(), count, bytes, rows * rowBytes)) {
        m_error = u"damaged LZW data"_s;
        return false;
    }
    for (int y = 0; page.isDifferenced && y < rows; ++y)
        addLeftNeighbours(bytes + y * rowBytes, page.piece.width());
    return true;
}

bool TiffFile::readRawPiece(const TiffPage &page, int index, std::vector<uchar> &bytes)
{
    const auto piece = static_cast<quint32>(index);
    // No encoder makes more of a piece than this; a longer one is a lie of the directory.
    const quint64 most = quint64{4} * samples * static_cast<quint64>(page.piece.width())
            * static_cast<quint64>(page.piece.height())
        + (quint64{1} << 16);
    const quint64 size = TIFFGetStrileByteCount(m_tiff, piece);
    if (size == 0 || size > most) {
        m_error = u"a piece of %1 bytes"_s.arg(size);
        return false;
    }
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
