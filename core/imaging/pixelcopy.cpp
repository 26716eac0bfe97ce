// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/pixelcopy.h"

#include "core/imaging/vectorised.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace createzoom {

namespace {

/// x * factor / 65536, of 16-bit numbers.
inline quint16 scaled(quint16 x, quint16 factor)
{
    return static_cast<quint16>((quint32{x} * factor) >> 16);
}

/// JFIF's conversion (ITU-T T.871, section 7) with eight bits behind the point.
CREATEZOOM_VECTORISED
void rgbToYccRow(const uchar *__restrict reds,
                 const uchar *__restrict greens,
                 const uchar *__restrict blues,
                 uchar *__restrict lumas,
                 uchar *__restrict bluenesses,
                 uchar *__restrict rednesses,
                 qsizetype count)
{
    // The standard's factors, times 65536.
    constexpr quint16 redLuma = 19595;
    constexpr quint16 greenLuma = 38470;
    constexpr quint16 blueLuma = 7471;
    constexpr quint16 redInBlue = 11059;
    constexpr quint16 greenInBlue = 21709;
    constexpr quint16 greenInRed = 27439;
    constexpr quint16 blueInRed = 5329;
    constexpr int lumaRounding = 128;
    constexpr int chromaOffset = (128 << 8) + 127;
    for (qsizetype x = 0; x < count; ++x) {
        const auto red = static_cast<quint16>(reds[x] << 8);
        const auto green = static_cast<quint16>(greens[x] << 8);
        const auto blue = static_cast<quint16>(blues[x] << 8);
        const auto luma = static_cast<quint16>(scaled(red, redLuma) + scaled(green, greenLuma)
                                               + scaled(blue, blueLuma) + lumaRounding);
        const auto blueness = static_cast<quint16>((blue >> 1) - scaled(red, redInBlue)
                                                   - scaled(green, greenInBlue) + chromaOffset);
        const auto redness = static_cast<quint16>((red >> 1) - scaled(green, greenInRed)
                                                  - scaled(blue, blueInRed) + chromaOffset);
        lumas[x] = static_cast<uchar>(luma >> 8);
        bluenesses[x] = static_cast<uchar>(blueness >> 8);
        rednesses[x] = static_cast<uchar>(redness >> 8);
    }
}

/// Pixels of three bytes to three rows.
CREATEZOOM_VECTORISED
void deinterleaveRow(const uchar *pixels, uchar *red, uchar *green, uchar *blue, qsizetype count)
{
    qsizetype x = 0;
    for (; x + laneCount <= count; x += laneCount, pixels += planeCount * laneCount) {
        Bytes front;
        Bytes middle;
        Bytes back;
        std::memcpy(&front, pixels, sizeof front);
        std::memcpy(&middle, pixels + laneCount, sizeof middle);
        std::memcpy(&back, pixels + 2 * laneCount, sizeof back);
        // Index 16 and above means a byte of the second operand.
        Bytes reds = __builtin_shufflevector(
            front, middle, 0, 3, 6, 9, 12, 15, 18, 21, 24, 27, 30, 0, 0, 0, 0, 0);
        reds = __builtin_shufflevector(
            reds, back, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 17, 20, 23, 26, 29);
        Bytes greens = __builtin_shufflevector(
            front, middle, 1, 4, 7, 10, 13, 16, 19, 22, 25, 28, 31, 0, 0, 0, 0, 0);
        greens = __builtin_shufflevector(
            greens, back, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 18, 21, 24, 27, 30);
        Bytes blues = __builtin_shufflevector(
            front, middle, 2, 5, 8, 11, 14, 17, 20, 23, 26, 29, 0, 0, 0, 0, 0, 0);
        blues = __builtin_shufflevector(
            blues, back, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 16, 19, 22, 25, 28, 31);
        std::memcpy(red + x, &reds, sizeof reds);
        std::memcpy(green + x, &greens, sizeof greens);
        std::memcpy(blue + x, &blues, sizeof blues);
    }
    for (; x < count; ++x, pixels += planeCount) {
        red[x] = pixels[0];
        green[x] = pixels[1];
        blue[x] = pixels[2];
    }
}

/// By way of rows that stay in the core's first cache.
void rgbPixelsToYccRow(const uchar *pixels, const std::array<uchar *, planeCount> &ycc, int count)
{
    constexpr int most = 512;
    std::array<std::array<uchar, most>, planeCount> rgb;
    for (int x = 0; x < count; x += most) {
        const int width = std::min(most, count - x);
        deinterleaveRow(
            pixels + qsizetype{3} * x, rgb[0].data(), rgb[1].data(), rgb[2].data(), width);
        rgbToYccRow(
            rgb[0].data(), rgb[1].data(), rgb[2].data(), ycc[0] + x, ycc[1] + x, ycc[2] + x, width);
    }
}

void copyFromPixels(const PixelArea &area,
                    const QRect &part,
                    PixelModel model,
                    const PlaneTarget &target)
{
    const uchar *from = area.planes[0] + (part.top() - area.rect.top()) * area.stride
        + static_cast<qsizetype>(planeCount) * (part.left() - area.rect.left());
    std::array<uchar *, planeCount> to = target.planes;
    for (int y = 0; y < part.height(); ++y, from += area.stride) {
        if (model == PixelModel::Ycc)
            rgbPixelsToYccRow(from, to, part.width());
        else
            deinterleaveRow(from, to[0], to[1], to[2], part.width());
        for (uchar *&row : to)
            row += target.stride;
    }
}

void convertPlanes(const PixelArea &area, const QRect &part, const PlaneTarget &target)
{
    const qsizetype start = area.at(0, part.left(), part.top()) - area.planes[0];
    for (int y = 0; y < part.height(); ++y) {
        const qsizetype from = start + y * area.stride;
        const qsizetype to = y * target.stride;
        rgbToYccRow(area.planes[0] + from,
                    area.planes[1] + from,
                    area.planes[2] + from,
                    target.planes[0] + to,
                    target.planes[1] + to,
                    target.planes[2] + to,
                    part.width());
    }
}

void copyPlanes(const PixelArea &area, const QRect &part, const PlaneTarget &target)
{
    for (size_t plane = 0; plane < planeCount; ++plane) {
        const uchar *from = area.at(static_cast<int>(plane), part.left(), part.top());
        uchar *to = target.planes[plane];
        for (int y = 0; y < part.height(); ++y, from += area.stride, to += target.stride)
            std::copy_n(from, part.width(), to);
    }
}

} // namespace

void copyPixels(const PixelArea &area,
                const QRect &part,
                PixelModel model,
                const PlaneTarget &target)
{
    switch (area.content) {
    case PixelContent::RgbPixels:
        copyFromPixels(area, part, model, target);
        break;
    case PixelContent::RgbPlanes:
        if (model == PixelModel::Ycc)
            convertPlanes(area, part, target);
        else
            copyPlanes(area, part, target);
        break;
    case PixelContent::YccPlanes:
        copyPlanes(area, part, target);
        break;
    }
}

} // namespace createzoom
