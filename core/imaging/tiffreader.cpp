// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/tiffreader.h"

#include "core/imaging/jpegdecoder.h"
#include "core/imaging/sourceerror.h"
#include "core/imaging/tifffile.h"
#include "core/imaging/vipsruntime.h"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

constexpr uchar grey = 128;

/// Each thread holds one piece: larger ones would cost more memory than they save time.
constexpr qint64 largestPiece = qint64{16} << 20;

/// What is read at once, by one thread.
enum class ReadUnit {
    Piece, ///< a tile, or a strip of JPEG
    Strips, ///< as many as fit into a core's cache
    Rows, ///< of strips that are too large
};

ReadUnit unitOf(const TiffPage &page)
{
    if (page.isTiled || page.compression == COMPRESSION_JPEG)
        return ReadUnit::Piece;
    return page.pieceBytes(0) > largestPiece ? ReadUnit::Rows : ReadUnit::Strips;
}

} // namespace

struct TiffReader::Parts
{
    QByteArray path;
    int pageNumber = 0;
    QString name;
    TiffPage page;
    bool isTolerant = false; ///< what cannot be decoded is grey

    ReadUnit unit() const { return unitOf(page); }

    /// Rows of a unit that is no piece.
    int unitRows() const
    {
        const int rows = cachedRows(page.size.width());
        return unit() == ReadUnit::Rows
            ? rows
            : std::max(1, rows / page.piece.height()) * page.piece.height();
    }

    int units() const
    {
        return unit() == ReadUnit::Piece ? page.pieces : (page.size.height() - 1) / unitRows() + 1;
    }
};

/// What one thread has for itself.
class TiffReader::Worker
{
public:
    Worker(const Parts &parts, PixelModel model, const PixelConsumer &consumer)
        : m_parts(parts)
        , m_page(parts.page)
        , m_consumer(consumer)
        , m_jpeg(model)
        , m_file(TiffFile::open(parts.path, parts.pageNumber))
    {}

    Result<void> open()
    {
        if (!m_file)
            return damage();
        const QByteArray tables = m_file->jpegTables();
        if (!tables.isEmpty() && !m_jpeg.readTables(tables))
            return damage();
        return {};
    }

    Result<void> read(int unit)
    {
        if (m_parts.unit() != ReadUnit::Piece)
            return decodeRows(unit * m_parts.unitRows());
        return m_page.compression == COMPRESSION_JPEG ? decodeJpeg(unit) : decodeTile(unit);
    }

private:
    Result<void> decodeTile(int index)
    {
        const QRect place = m_page.pieceRect(index);
        const qsizetype stride = qsizetype{planeCount} * m_page.piece.width();
        if (const std::optional<MappedBytes> mapped = m_file->mapTile(m_page, index))
            return handOn(mapped->bytes(), place, stride);
        prepare(m_page.pieceBytes(index));
        if (!m_file->readPiece(m_page, index, m_bytes.data()) && !m_parts.isTolerant)
            return damage();
        return handOn(m_bytes, place, stride);
    }

    Result<void> decodeJpeg(int index)
    {
        const QRect place = m_page.pieceRect(index);
        const JpegColours colours
            = m_page.photometric == PHOTOMETRIC_RGB ? JpegColours::Rgb : JpegColours::Ycc;
        if (!openJpeg(index, colours, place))
            return m_parts.isTolerant ? fillGrey(place) : damage();
        do {
            const int top = place.top() + m_jpegRows.rect.bottom() + 1;
            if (!m_jpeg.read(m_jpegRows))
                return m_parts.isTolerant ? fillGrey(place & place.translated(0, top - place.top()))
                                          : damage();
            const PixelArea area = m_jpegRows.area(place);
            if (!area.rect.isEmpty() && !m_consumer(area))
                return cancelledError();
        } while (!m_jpegRows.rect.isEmpty());
        return {};
    }

    bool openJpeg(int index, JpegColours colours, const QRect &place)
    {
        m_jpegRows.rect = {};
        return m_file->readRawPiece(m_page, index, m_bytes) && m_jpeg.open(m_bytes, colours)
            && m_jpeg.isReadable() && m_jpeg.size().width() == m_page.piece.width()
            && m_jpeg.size().height() >= place.height() && m_jpeg.start();
    }

    Result<void> decodeRows(int top)
    {
        const QSize size = m_page.size;
        const int count = std::min(m_parts.unitRows(), size.height() - top);
        const QRect place(0, top, size.width(), count);
        const qsizetype stride = qsizetype{planeCount} * size.width();
        if (const std::optional<MappedBytes> mapped = m_file->mapRows(m_page, top, count))
            return handOn(mapped->bytes(), place, stride);
        prepare(count * stride);
        const bool isByRows = m_parts.unit() == ReadUnit::Rows;
        const int step = isByRows ? 1 : m_page.piece.height();
        for (int y = 0; y < count; y += step) {
            uchar *bytes = m_bytes.data() + y * stride;
            const bool isRead = isByRows ? m_file->readRow(top + y, bytes)
                                         : m_file->readPiece(m_page, (top + y) / step, bytes);
            if (!isRead && !m_parts.isTolerant)
                return damage();
        }
        return handOn(m_bytes, place, stride);
    }

    Result<void> fillGrey(const QRect &rect)
    {
        if (rect.isEmpty())
            return {};
        const qsizetype stride = qsizetype{planeCount} * rect.width();
        prepare(rect.height() * stride);
        return handOn(m_bytes, rect, stride);
    }

    Result<void> handOn(QByteArrayView pixels, const QRect &rect, qsizetype stride)
    {
        const auto *first = reinterpret_cast<const uchar *>(pixels.data());
        if (!m_consumer({rect, {first}, stride, PixelContent::RgbPixels}))
            return cancelledError();
        return {};
    }

    /// Room for pixels; in a damaged image, what does not come is grey.
    void prepare(qint64 bytes)
    {
        const auto size = static_cast<size_t>(bytes + LzwDecoder::padding);
        if (m_parts.isTolerant)
            m_bytes.assign(size, grey);
        else
            m_bytes.resize(size);
    }

    Error damage() const
    {
        const QString words = m_file ? m_file->error() : QString();
        return sourceError(m_parts.name, words.isEmpty() ? m_jpeg.error() : words);
    }

    const Parts &m_parts;
    const TiffPage &m_page;
    const PixelConsumer &m_consumer;
    JpegDecoder m_jpeg;
    JpegRows m_jpegRows;
    std::unique_ptr<TiffFile> m_file;
    std::vector<uchar> m_bytes;
};

TiffReader::TiffReader(std::unique_ptr<Parts> parts)
    : m_parts(std::move(parts))
{}

TiffReader::~TiffReader() = default;

std::unique_ptr<PixelReader>
TiffReader::open(const QByteArray &path, int page, const QString &name, DamagePolicy damaged)
{
    const std::unique_ptr<TiffFile> file = TiffFile::open(path, page);
    const std::optional<TiffPage> found = file ? file->colourPage() : std::nullopt;
    if (!found || (unitOf(*found) == ReadUnit::Piece && found->pieceBytes(0) > largestPiece))
        return nullptr;
    return std::unique_ptr<PixelReader>(new TiffReader(
        std::make_unique<Parts>(Parts{path, page, name, *found, damaged == DamagePolicy::Allow})));
}

QSize TiffReader::size() const
{
    return m_parts->page.size;
}

int TiffReader::callers(int threads) const
{
    return m_parts->unit() == ReadUnit::Rows ? 1 : std::min(threads, m_parts->units());
}

Result<void> TiffReader::read(PixelModel model,
                              int threads,
                              const PixelConsumer &consumer,
                              const StepControl &control)
{
    const int units = m_parts->units();
    std::atomic<int> next = 0;
    std::mutex mutex;
    std::optional<Error> error; // guarded by mutex
    const auto readUnits = [&] {
        Worker worker(*m_parts, model, consumer);
        Result<void> outcome = worker.open();
        for (int unit = next++; outcome && unit < units; unit = next++)
            outcome = control.stopRequested() ? cancelledError() : worker.read(unit);
        if (outcome)
            return;
        next = units;
        const std::lock_guard lock(mutex);
        if (!error)
            error = outcome.error();
    };
    {
        std::vector<std::jthread> others;
        for (int i = 1; i < callers(threads); ++i) {
            others.emplace_back([&readUnits] {
                const VipsThread vips; // the consumer may encode with libvips
                readUnits();
            });
        }
        readUnits();
    }
    if (error)
        return *error;
    return {};
}

} // namespace createzoom
