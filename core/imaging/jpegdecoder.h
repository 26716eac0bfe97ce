// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/stepcontrol.h"
#include "core/imaging/jpegrows.h"

#include <QByteArrayView>
#include <QString>

#include <cstdio>
#include <memory>

namespace createzoom {

/// What the components of a JPEG stream are, where its container knows.
enum class JpegColours { AsMarked, Rgb, Ycc };

/// Decodes sequential JPEG streams of three components, one after the other, a few rows at a time:
/// as planes where the components have full resolution, else as RGB, the way other programs see the
/// picture. Damage that libjpeg would only warn of is an error. One thread.
class JpegDecoder
{
public:
    explicit JpegDecoder(PixelModel model);
    ~JpegDecoder();
    Q_DISABLE_COPY_MOVE(JpegDecoder)

    /// All of these: false on damage, error() has words.

    /// Quantisation and Huffman tables that the streams of a container share.
    bool readTables(QByteArrayView bytes);
    /// Reads a header, of bytes that outlive the reading or of an open stdio file.
    bool open(QByteArrayView bytes, JpegColours colours);
    bool open(FILE *file);
    /// To be called once for a readable stream, before read().
    bool start();
    /// The next rows.
    bool read(JpegRows &rows);

    QSize size() const; ///< of the stream that is open
    /// Whether it can be read here: three components, 8 bits, one pass over the data.
    bool isReadable() const;
    QString error() const;

private:
    struct Parts;
    bool readHeader(JpegColours colours);

    const std::unique_ptr<Parts> m_parts;
};

} // namespace createzoom
