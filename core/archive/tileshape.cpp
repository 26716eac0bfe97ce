// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/tileshape.h"

#include "core/archive/crc32.h"

#include <QString>
#include <QtEndian>

#include <algorithm>
#include <array>
#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

Error wrong(const QString &words)
{
    return {ErrorCode::Damaged, words};
}

uchar byteAt(QByteArrayView data, qsizetype at)
{
    return static_cast<uchar>(data[at]);
}

quint16 big16(QByteArrayView data, qsizetype at)
{
    return qFromBigEndian<quint16>(data.data() + at);
}

quint32 big32(QByteArrayView data, qsizetype at)
{
    return qFromBigEndian<quint32>(data.data() + at);
}

/// JPEG's markers, the second byte of each.
enum Marker : uchar {
    StartOfImage = 0xD8,
    EndOfImage = 0xD9,
    Restart0 = 0xD0,
    Restart7 = 0xD7,
    Frame0 = 0xC0,
    Frame15 = 0xCF,
    Huffman = 0xC4,
    Extension = 0xC8,
    Arithmetic = 0xCC,
    Scan = 0xDA,
    App1 = 0xE1,
    App2 = 0xE2,
    App13 = 0xED,
    Comment = 0xFE,
};

bool isFrame(uchar marker)
{
    return marker >= Frame0 && marker <= Frame15 && marker != Huffman && marker != Extension
        && marker != Arithmetic;
}

/// Walks the markers of one JPEG. A value for one call.
class JpegWalk
{
public:
    explicit JpegWalk(QByteArrayView data)
        : m_data(data)
    {}

    Result<QSize> run()
    {
        const bool isWhole = m_data.startsWith("\xff\xd8") && m_data.endsWith("\xff\xd9");
        if (!isWhole || m_data.size() < 2 + 2)
            return wrong(u"not a whole JPEG"_s);
        while (m_at < m_data.size() - 2) {
            if (const Result<void> step = takeSegment(); !step)
                return step.error();
        }
        if (m_at != m_data.size() - 2 || !m_size || !m_hasScan)
            return wrong(u"a JPEG without frame or scan, or with bytes after its end"_s);
        return *m_size;
    }

private:
    Result<void> takeSegment()
    {
        constexpr qsizetype headSize = 4;
        while (m_at + 1 < m_data.size() && byteAt(m_data, m_at) == 0xFF
               && byteAt(m_data, m_at + 1) == 0xFF)
            ++m_at;
        const bool isInside = m_at + headSize <= m_data.size() && byteAt(m_data, m_at) == 0xFF;
        const qsizetype length = isInside ? big16(m_data, m_at + 2) : 0;
        if (length < 2 || m_at + 2 + length > m_data.size())
            return wrong(u"broken JPEG markers"_s);
        const uchar marker = byteAt(m_data, m_at + 1);
        if (marker == EndOfImage)
            return wrong(u"bytes after the end of the JPEG"_s);
        if (marker == App1 || marker == App2 || marker == App13 || marker == Comment)
            return wrong(u"it carries EXIF, ICC, IPTC or a comment"_s);
        if (isFrame(marker)) {
            if (Result<void> frame = takeFrame(m_data.sliced(m_at, 2 + length), marker); !frame)
                return frame;
        }
        m_at += 2 + length;
        if (marker == Scan) {
            m_hasScan = true;
            skipScanData();
        }
        return {};
    }

    Result<void> takeFrame(QByteArrayView segment, uchar marker)
    {
        constexpr qsizetype shortestFrame = 10;
        if (marker != Frame0 || m_size)
            return wrong(u"the JPEG is not baseline"_s);
        if (segment.size() < shortestFrame || byteAt(segment, 4) != 8 || byteAt(segment, 9) != 3)
            return wrong(u"the JPEG must have 3 components of 8 bits"_s);
        m_size = QSize(big16(segment, 7), big16(segment, 5));
        return {};
    }

    /// To the next marker that is neither a stuffed byte nor a restart.
    void skipScanData()
    {
        while (m_at < m_data.size()) {
            const qsizetype next = m_data.indexOf('\xff', m_at);
            if (next < 0 || next + 1 >= m_data.size()) {
                m_at = m_data.size();
                return;
            }
            const uchar marker = byteAt(m_data, next + 1);
            m_at = next;
            if (marker != 0 && (marker < Restart0 || marker > Restart7))
                return;
            m_at = next + 2;
        }
    }

    QByteArrayView m_data;
    qsizetype m_at = 2;
    std::optional<QSize> m_size;
    bool m_hasScan = false;
};

constexpr std::array allowedChunks{
    "IHDR", "PLTE", "tRNS", "IDAT", "IEND", "sRGB", "gAMA", "cHRM", "pHYs", "sBIT", "bKGD"};

/// One chunk from the front of `data`, checked.
Result<QByteArrayView> takeChunk(QByteArrayView &data)
{
    constexpr qsizetype frame = 12;
    const qsizetype length = data.size() < frame ? 0 : qsizetype{big32(data, 0)};
    if (data.size() < frame || length > data.size() - frame)
        return wrong(u"the PNG is cut off"_s);
    const QByteArrayView checked = data.sliced(4, 4 + length);
    if (crc32Of(checked) != big32(data, 8 + length))
        return wrong(u"a PNG chunk is damaged"_s);
    const QByteArrayView kind = checked.first(4);
    if (std::none_of(allowedChunks.begin(), allowedChunks.end(), [&](const char *name) {
            return kind == name;
        }))
        return wrong(u"the PNG carries a chunk %1"_s.arg(QString::fromLatin1(kind)));
    data = data.sliced(frame + length);
    return checked;
}

Result<QSize> pngShape(QByteArrayView data)
{
    constexpr QByteArrayView signature("\x89PNG\r\n\x1a\n", 8);
    constexpr qsizetype headerSize = 4 + 13;
    if (!data.startsWith(signature))
        return wrong(u"not a PNG"_s);
    data = data.sliced(signature.size());
    const Result<QByteArrayView> header = takeChunk(data);
    if (!header)
        return header.error();
    if (!header->startsWith("IHDR") || header->size() != headerSize)
        return wrong(u"the PNG has no header"_s);
    if (byteAt(*header, 12) != 8 || byteAt(*header, 13) != 2)
        return wrong(u"the PNG must be 8-bit RGB"_s);
    while (true) {
        const Result<QByteArrayView> chunk = takeChunk(data);
        if (!chunk)
            return chunk.error();
        if (chunk->startsWith("IEND"))
            break;
    }
    if (!data.isEmpty())
        return wrong(u"bytes after the PNG"_s);
    return QSize(static_cast<int>(big32(*header, 4)), static_cast<int>(big32(*header, 8)));
}

} // namespace

Result<QSize> tileShape(QByteArrayView bytes, TileFormat format)
{
    return format == TileFormat::Jpeg ? JpegWalk(bytes).run() : pngShape(bytes);
}

} // namespace createzoom
