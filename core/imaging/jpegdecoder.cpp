// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/jpegdecoder.h"

#include <algorithm>
#include <array>
#include <csetjmp>
#include <cstdio>
#include <jpeglib.h>
// jpeglib.h first: jerror.h needs its types.
#include <jerror.h>

namespace createzoom {

namespace {

constexpr int blockRows = DCTSIZE; ///< of a stream whose components all have full resolution

/// libjpeg's errors end in a jump back to the call; it knows no other way.
struct ErrorTrap
{
    jpeg_error_mgr base; ///< first: libjpeg hands back a pointer to this
    std::jmp_buf jump;
    std::array<char, JMSG_LENGTH_MAX> text;
    bool isWarned = false;
};

ErrorTrap &trapOf(j_common_ptr stream)
{
    return *reinterpret_cast<ErrorTrap *>(stream->err);
}

void jumpBack(j_common_ptr stream)
{
    ErrorTrap &trap = trapOf(stream);
    trap.base.format_message(stream, trap.text.data());
    std::longjmp(trap.jump, 1);
}

void takeWarning(j_common_ptr stream, int level)
{
    ErrorTrap &trap = trapOf(stream);
    if (level >= 0 || trap.isWarned)
        return;
    trap.isWarned = true;
    trap.base.format_message(stream, trap.text.data());
}

void dropMessage(j_common_ptr /*stream*/)
{}

bool hasFullResolution(const jpeg_decompress_struct &stream)
{
    return std::all_of(stream.comp_info,
                       stream.comp_info + stream.num_components,
                       [](const jpeg_component_info &component) {
                           return component.h_samp_factor == 1 && component.v_samp_factor == 1;
                       });
}

} // namespace

struct JpegDecoder::Parts
{
    explicit Parts(PixelModel wanted)
        : model(wanted)
    {}

    bool readBlocks(JpegRows &rows, int count);
    bool readLines(JpegRows &rows, int count);

    /// Runs one step of libjpeg. Nothing with a destructor may live inside the step.
    template<typename Step>
    bool guarded(Step step)
    {
        // NOLINTNEXTLINE(cert-err52-cpp): libjpeg has no other way to report errors
        if (setjmp(trap.jump) != 0)
            return false;
        step();
        return !trap.isWarned;
    }

    const PixelModel model;
    ErrorTrap trap{};
    jpeg_decompress_struct stream{};
};

JpegDecoder::JpegDecoder(PixelModel model)
    : m_parts(std::make_unique<Parts>(model))
{
    Parts &parts = *m_parts;
    parts.stream.err = jpeg_std_error(&parts.trap.base);
    parts.trap.base.error_exit = jumpBack;
    parts.trap.base.emit_message = takeWarning;
    parts.trap.base.output_message = dropMessage;
    parts.guarded([&parts] { jpeg_create_decompress(&parts.stream); });
}

JpegDecoder::~JpegDecoder()
{
    jpeg_destroy_decompress(&m_parts->stream);
}

bool JpegDecoder::readTables(QByteArrayView bytes)
{
    Parts &parts = *m_parts;
    return parts.guarded([&parts, bytes] {
        jpeg_mem_src(&parts.stream,
                     reinterpret_cast<const uchar *>(bytes.data()),
                     static_cast<unsigned long>(bytes.size()));
        jpeg_read_header(&parts.stream, FALSE);
    });
}

bool JpegDecoder::open(QByteArrayView bytes, JpegColours colours)
{
    Parts &parts = *m_parts;
    jpeg_abort_decompress(&parts.stream);
    parts.trap.isWarned = false;
    const bool isSet = parts.guarded([&parts, bytes] {
        jpeg_mem_src(&parts.stream,
                     reinterpret_cast<const uchar *>(bytes.data()),
                     static_cast<unsigned long>(bytes.size()));
    });
    return isSet && readHeader(colours);
}

bool JpegDecoder::open(FILE *file)
{
    Parts &parts = *m_parts;
    return parts.guarded([&parts, file] { jpeg_stdio_src(&parts.stream, file); })
        && readHeader(JpegColours::AsMarked);
}

bool JpegDecoder::readHeader(JpegColours colours)
{
    Parts &parts = *m_parts;
    return parts.guarded([&parts, colours] {
        jpeg_read_header(&parts.stream, TRUE);
        if (colours != JpegColours::AsMarked)
            parts.stream.jpeg_color_space = colours == JpegColours::Rgb ? JCS_RGB : JCS_YCbCr;
    });
}

QSize JpegDecoder::size() const
{
    return {static_cast<int>(m_parts->stream.image_width),
            static_cast<int>(m_parts->stream.image_height)};
}

bool JpegDecoder::isReadable() const
{
    const jpeg_decompress_struct &stream = m_parts->stream;
    const bool isKnown = stream.jpeg_color_space == JCS_RGB || stream.jpeg_color_space == JCS_YCbCr;
    const bool isOnePass
        = stream.progressive_mode == FALSE && stream.comps_in_scan == stream.num_components;
    return stream.num_components == planeCount && stream.data_precision == BITS_IN_JSAMPLE
        && isKnown && isOnePass;
}

bool JpegDecoder::start()
{
    Parts &parts = *m_parts;
    return parts.guarded([&parts] {
        // RGB from YCbCr is libjpeg's own work.
        const bool isDirect = hasFullResolution(parts.stream)
            && (parts.stream.jpeg_color_space == JCS_RGB || parts.model == PixelModel::Ycc);
        parts.stream.out_color_space = isDirect ? parts.stream.jpeg_color_space : JCS_RGB;
        parts.stream.raw_data_out = isDirect ? TRUE : FALSE;
        jpeg_start_decompress(&parts.stream);
    });
}

bool JpegDecoder::read(JpegRows &rows)
{
    Parts &parts = *m_parts;
    const int width = size().width();
    const int top = static_cast<int>(parts.stream.output_scanline);
    const int count = std::min(cachedRows(width), size().height() - top);
    rows.rect = QRect(0, top, width, count);
    if (count == 0)
        return parts.guarded([&parts] { jpeg_finish_decompress(&parts.stream); });
    return parts.stream.raw_data_out ? parts.readBlocks(rows, count) : parts.readLines(rows, count);
}

/// Whole blocks, straight into planes: also those below and beside the picture.
bool JpegDecoder::Parts::readBlocks(JpegRows &rows, int count)
{
    const int blocks = (count + blockRows - 1) / blockRows;
    rows.content
        = stream.jpeg_color_space == JCS_RGB ? PixelContent::RgbPlanes : PixelContent::YccPlanes;
    rows.stride = planeStride(rows.rect.width());
    rows.plane = blocks * blockRows * rows.stride;
    rows.bytes.resize(static_cast<size_t>(planeCount * rows.plane));
    return guarded([this, &rows, blocks] {
        std::array<std::array<JSAMPROW, blockRows>, planeCount> lines{};
        std::array<JSAMPARRAY, planeCount> image{};
        for (int block = 0; block < blocks; ++block) {
            for (size_t plane = 0; plane < planeCount; ++plane) {
                image[plane] = lines[plane].data();
                uchar *row = rows.bytes.data() + static_cast<qsizetype>(plane) * rows.plane
                    + block * blockRows * rows.stride;
                for (JSAMPROW &line : lines[plane]) {
                    line = row;
                    row += rows.stride;
                }
            }
            jpeg_read_raw_data(&stream, image.data(), blockRows);
        }
    });
}

bool JpegDecoder::Parts::readLines(JpegRows &rows, int count)
{
    rows.content = PixelContent::RgbPixels;
    rows.stride = qsizetype{planeCount} * rows.rect.width();
    rows.bytes.resize(static_cast<size_t>(count * rows.stride));
    return guarded([this, &rows, count] {
        JSAMPROW line = rows.bytes.data();
        for (int y = 0; y < count; ++y, line += rows.stride)
            jpeg_read_scanlines(&stream, &line, 1);
    });
}

QString JpegDecoder::error() const
{
    return QString::fromLatin1(m_parts->trap.text.data());
}

} // namespace createzoom
