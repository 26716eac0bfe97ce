// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/sampleimages.h"

#include <QtEndian>

#include <turbojpeg.h>
#include <zlib.h>

namespace createzoom::tests {

namespace {

QByteArray pixels(QSize size, int seed)
{
    QByteArray rgb;
    rgb.reserve(qsizetype{3} * size.width() * size.height());
    for (int y = 0; y < size.height(); ++y) {
        for (int x = 0; x < size.width(); ++x) {
            rgb.append(static_cast<char>(x * 255 / size.width()));
            rgb.append(static_cast<char>(y * 255 / size.height()));
            rgb.append(static_cast<char>((seed * 37 + ((x / 16 + y / 16) % 2) * 60) % 256));
        }
    }
    return rgb;
}

template<typename Number>
void append(QByteArray &bytes, Number value)
{
    const Number little = qToLittleEndian(value);
    bytes.append(reinterpret_cast<const char *>(&little), sizeof little);
}

void appendBig(QByteArray &bytes, quint32 value)
{
    const quint32 big = qToBigEndian(value);
    bytes.append(reinterpret_cast<const char *>(&big), sizeof big);
}

void appendChunk(QByteArray &png, const QByteArray &type, const QByteArray &data)
{
    appendBig(png, static_cast<quint32>(data.size()));
    const QByteArray body = type + data;
    png += body;
    appendBig(png,
              static_cast<quint32>(crc32(0,
                                         reinterpret_cast<const Bytef *>(body.constData()),
                                         static_cast<uInt>(body.size()))));
}

/// 8 bits a sample; `body` is a zlib stream.
QByteArray pngOf(QSize size, char colourType, const QByteArray &body)
{
    QByteArray header;
    appendBig(header, static_cast<quint32>(size.width()));
    appendBig(header, static_cast<quint32>(size.height()));
    header += QByteArray(1, '\x08') + colourType + QByteArray(3, '\0');
    QByteArray png("\x89PNG\r\n\x1a\n", 8);
    appendChunk(png, "IHDR", header);
    appendChunk(png, "IDAT", body);
    appendChunk(png, "IEND", {});
    return png;
}

} // namespace

// TIFF 6.0, baseline RGB: header, one directory of ten fields, the values that do not fit, one
// strip.
QByteArray tiffImage(QSize size, int seed)
{
    struct Field
    {
        quint16 tag;
        quint16 type;
        quint32 count;
        quint32 value;
    };
    constexpr quint32 fieldCount = 10;
    constexpr quint32 bitsOffset = 8 + 2 + fieldCount * 12 + 4;
    constexpr quint32 dataOffset = bitsOffset + 6;
    constexpr quint16 shortType = 3;
    constexpr quint16 longType = 4;
    const auto width = static_cast<quint32>(size.width());
    const auto height = static_cast<quint32>(size.height());
    const Field fields[fieldCount] = {
        {256, longType, 1, width},
        {257, longType, 1, height},
        {258, shortType, 3, bitsOffset},
        {259, shortType, 1, 1},
        {262, shortType, 1, 2},
        {273, longType, 1, dataOffset},
        {277, shortType, 1, 3},
        {278, longType, 1, height},
        {279, longType, 1, width * height * 3},
        {284, shortType, 1, 1},
    };
    QByteArray tiff("II*\0", 4);
    append<quint32>(tiff, 8);
    append<quint16>(tiff, fieldCount);
    for (const Field &field : fields) {
        append(tiff, field.tag);
        append(tiff, field.type);
        append(tiff, field.count);
        append(tiff, field.value);
    }
    append<quint32>(tiff, 0);
    for (int i = 0; i < 3; ++i)
        append<quint16>(tiff, 8);
    return tiff + pixels(size, seed);
}

QByteArray jpegImage(QSize size, int seed)
{
    const QByteArray rgb = pixels(size, seed);
    unsigned char *buffer = nullptr;
    unsigned long length = 0;
    const tjhandle encoder = tjInitCompress();
    tjCompress2(encoder,
                reinterpret_cast<const unsigned char *>(rgb.constData()),
                size.width(),
                0,
                size.height(),
                TJPF_RGB,
                &buffer,
                &length,
                TJSAMP_444,
                90,
                0);
    const QByteArray jpeg(reinterpret_cast<const char *>(buffer), static_cast<qsizetype>(length));
    tjFree(buffer);
    tjDestroy(encoder);
    return jpeg;
}

QByteArray blackPng(QSize size)
{
    constexpr char grey = 0;
    const QByteArray rows(qsizetype{size.width() + 1} * size.height(), '\0');
    return pngOf(size, grey, qCompress(rows).mid(4));
}

QByteArray hugeClaimPng()
{
    constexpr char colour = 2;
    return pngOf({2'000'000, 2'000'000}, colour, qCompress(QByteArray(1, '\0')).mid(4));
}

} // namespace createzoom::tests
