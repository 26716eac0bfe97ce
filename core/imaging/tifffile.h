// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/imaging/lzwdecoder.h"
#include "core/imaging/mappedbytes.h"

#include <QByteArray>
#include <QRect>
#include <QSize>
#include <QString>

#include <memory>
#include <optional>
#include <tiffio.h>
#include <vector>

namespace createzoom {

/// How the pixels of one page lie in the file: in pieces, which are tiles or strips.
struct TiffPage
{
    QSize size{};
    QSize piece{}; ///< the last strip is shorter, tiles at the edge are not
    int columns = 0; ///< pieces side by side
    int pieces = 0;
    bool isTiled = false;
    quint16 compression = 0;
    quint16 photometric = 0;
    bool isDifferenced = false; ///< each sample is the difference from its left neighbour's

    QRect pieceRect(int index) const; ///< in the image, cut at its edges
    qint64 pieceBytes(int index) const; ///< decoded
};

/// One open TIFF file of libtiff's, at one page. Keeps libtiff's words to itself. One thread; as
/// many objects on the same file as there are threads.
class TiffFile
{
public:
    /// Null when the file has no such page.
    static std::unique_ptr<TiffFile> open(const QByteArray &path, int page);
    ~TiffFile();
    Q_DISABLE_COPY_MOVE(TiffFile)

    /// Nothing when the page is not 8-bit colour of three samples side by side, upright.
    std::optional<TiffPage> colourPage() const;

    /// Uncompressed samples as they lie in the file: a tile, or rows of strips. Nothing when they
    /// are compressed, do not lie one after the other, or are not there: the other functions know
    /// more.
    std::optional<MappedBytes> mapTile(const TiffPage &page, int index) const;
    std::optional<MappedBytes> mapRows(const TiffPage &page, int top, int count) const;
    /// Decodes a piece, three bytes a pixel; false when it is not whole. Writes up to
    /// LzwDecoder::padding bytes more.
    bool readPiece(const TiffPage &page, int index, uchar *bytes);
    /// A piece as it lies in the file.
    bool readRawPiece(const TiffPage &page, int index, std::vector<uchar> &bytes);
    /// Decodes the next row, from the first one on.
    bool readRow(int y, uchar *bytes);
    QByteArray jpegTables() const;

    QString error() const { return m_error; }

private:
    TiffFile() = default;
    QByteArrayView paddedPiece(const TiffPage &page, int index);
    bool decodeLzw(const TiffPage &page, QByteArrayView data, qint64 size, uchar *bytes);
    bool checkRawSize(const TiffPage &page, quint64 size);
    static int takeError(TIFF *, void *file, const char *module, const char *format, va_list words);
    quint32 number(quint32 tag) const;

    TIFF *m_tiff = nullptr;
    LzwDecoder m_lzw;
    std::vector<uchar> m_raw;
    std::optional<MappedBytes> m_mapped;
    QString m_error;
};

} // namespace createzoom
