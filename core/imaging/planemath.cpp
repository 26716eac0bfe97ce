// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/planemath.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace createzoom {

namespace {

constexpr int planeCount = 3;

/// One copy of a loop for machines with wider vectors, chosen when the program starts; sanitizers
/// cannot watch that choice.
#if defined(__x86_64__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define CREATEZOOM_VECTORISED __attribute__((target_clones("avx2", "default")))
#else
#define CREATEZOOM_VECTORISED
#endif

/// Sixteen numbers that the compiler keeps in vector registers, be these as wide or narrower.
constexpr int laneCount = 16;
using Words = quint16 __attribute__((vector_size(laneCount * sizeof(quint16))));
using Bytes = uchar __attribute__((vector_size(laneCount)));

constexpr Words halfUp{2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2};
constexpr Words alternating{1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2};

int meanOf(const uchar *upper, const uchar *lower, int bias)
{
    return (upper[0] + upper[1] + lower[0] + lower[1] + bias) >> 2;
}

CREATEZOOM_VECTORISED
void meanRow(const uchar *upper, const uchar *lower, int pairs, uchar *target, const Words &biases)
{
    int x = 0;
    for (; x + laneCount <= pairs; x += laneCount) {
        // A pair of neighbours in each word; their sum does not depend on the byte order.
        Words above;
        Words below;
        std::memcpy(&above, upper + qsizetype{2} * x, sizeof above);
        std::memcpy(&below, lower + qsizetype{2} * x, sizeof below);
        const Words sum = (above & 0xFF) + (above >> 8) + (below & 0xFF) + (below >> 8) + biases;
        const Bytes means = __builtin_convertvector(sum >> 2, Bytes);
        std::memcpy(target + x, &means, sizeof means);
    }
    for (; x < pairs; ++x) {
        const qsizetype left = qsizetype{2} * x;
        target[x] = static_cast<uchar>(meanOf(upper + left, lower + left, biases[x % laneCount]));
    }
}

/// x * factor / 65536, of 16-bit numbers.
inline quint16 scaled(quint16 x, quint16 factor)
{
    return static_cast<quint16>((quint32{x} * factor) >> 16);
}

/// JFIF's conversion (ITU-T T.871, section 7) with eight bits behind the point.
CREATEZOOM_VECTORISED
void rgbToYccRow(uchar *__restrict first,
                 uchar *__restrict second,
                 uchar *__restrict third,
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
        const auto red = static_cast<quint16>(first[x] << 8);
        const auto green = static_cast<quint16>(second[x] << 8);
        const auto blue = static_cast<quint16>(third[x] << 8);
        const auto luma = static_cast<quint16>(scaled(red, redLuma) + scaled(green, greenLuma)
                                               + scaled(blue, blueLuma) + lumaRounding);
        const auto blueness = static_cast<quint16>((blue >> 1) - scaled(red, redInBlue)
                                                   - scaled(green, greenInBlue) + chromaOffset);
        const auto redness = static_cast<quint16>((red >> 1) - scaled(green, greenInRed)
                                                  - scaled(blue, blueInRed) + chromaOffset);
        first[x] = static_cast<uchar>(luma >> 8);
        second[x] = static_cast<uchar>(blueness >> 8);
        third[x] = static_cast<uchar>(redness >> 8);
    }
}

void nearestPlane(
    const uchar *source, qsizetype sourceStride, QSize size, uchar *target, qsizetype targetStride)
{
    for (int y = 0; y < size.height(); y += 2, target += targetStride) {
        const uchar *row = source + y * sourceStride;
        for (int x = 0; x < size.width(); x += 2)
            target[x / 2] = row[x];
    }
}

/// The running sums of sixteen bytes with a step of three, by doubling; `before` are the sixteen
/// sums to the left of them.
inline Bytes runningSums(Bytes values, Bytes before)
{
    constexpr Bytes none{};
    // Shifted by one, two and four pixels: index 16 and above means a byte of `values`.
    values += __builtin_shufflevector(
        none, values, 0, 0, 0, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28);
    values += __builtin_shufflevector(
        none, values, 0, 0, 0, 0, 0, 0, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25);
    values += __builtin_shufflevector(
        none, values, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 16, 17, 18, 19);
    // The last pixel before, five times and a byte.
    return values
        + __builtin_shufflevector(
               before, before, 13, 14, 15, 13, 14, 15, 13, 14, 15, 13, 14, 15, 13, 14, 15, 13);
}

CREATEZOOM_VECTORISED
void sumRow(uchar *row, qsizetype count)
{
    Bytes sums{};
    qsizetype x = 0;
    for (; x + laneCount <= count; x += laneCount) {
        Bytes values;
        std::memcpy(&values, row + x, sizeof values);
        sums = runningSums(values, sums);
        std::memcpy(row + x, &sums, sizeof sums);
    }
    for (x = std::max<qsizetype>(x, planeCount); x < count; ++x)
        row[x] = static_cast<uchar>(row[x] + row[x - planeCount]);
}

/// Which of four pixels has the colour that most of them have; the first of several.
size_t modeOf(const std::array<std::array<uchar, planeCount>, 4> &pixels)
{
    const auto equals = [&](size_t a, size_t b) {
        return pixels[a] == pixels[b];
    };
    if (equals(0, 1) || equals(0, 2) || equals(0, 3))
        return 0;
    if (equals(1, 2) || equals(1, 3))
        return 1;
    return equals(2, 3) ? 2 : 0;
}

/// Over all planes at once: a colour is the three of them.
void modeArea(const PixelArea &source, const PlaneTarget &target)
{
    const QRect &rect = source.rect;
    for (int y = rect.top(); y <= rect.bottom(); y += 2) {
        const int below = std::min(y + 1, rect.bottom());
        const qsizetype row = (y - rect.top()) / 2 * target.stride;
        for (int x = rect.left(); x <= rect.right(); x += 2) {
            const int right = std::min(x + 1, rect.right());
            std::array<std::array<uchar, planeCount>, 4> pixels{};
            for (int plane = 0; plane < planeCount; ++plane) {
                const auto p = static_cast<size_t>(plane);
                pixels[0][p] = *source.at(plane, x, y);
                pixels[1][p] = *source.at(plane, right, y);
                pixels[2][p] = *source.at(plane, x, below);
                pixels[3][p] = *source.at(plane, right, below);
            }
            const std::array<uchar, planeCount> &mode = pixels[modeOf(pixels)];
            for (size_t plane = 0; plane < planeCount; ++plane)
                target.planes[plane][row + (x - rect.left()) / 2] = mode[plane];
        }
    }
}

} // namespace

void meanPlane(const uchar *source,
               qsizetype sourceStride,
               QSize size,
               uchar *target,
               qsizetype targetStride,
               Rounding rounding)
{
    const Words &biases = rounding == Rounding::HalfUp ? halfUp : alternating;
    const int pairs = size.width() / 2;
    for (int y = 0; y < size.height(); y += 2, target += targetStride) {
        const uchar *upper = source + y * sourceStride;
        const uchar *lower = y + 1 < size.height() ? upper + sourceStride : upper;
        meanRow(upper, lower, pairs, target, biases);
        if (size.width() % 2 != 0) {
            const int last = 2 * pairs;
            const int bias = biases[pairs % laneCount];
            target[pairs] = static_cast<uchar>((2 * (upper[last] + lower[last]) + bias) >> 2);
        }
    }
}

void rgbToYcc(const PlaneTarget &pixels, qsizetype count)
{
    rgbToYccRow(pixels.planes[0], pixels.planes[1], pixels.planes[2], count);
}

void shrinkArea(const PixelArea &source, PixelModel model, Shrink shrink, const PlaneTarget &target)
{
    if (shrink == Shrink::Mode) {
        modeArea(source, target);
        return;
    }
    for (size_t plane = 0; plane < planeCount; ++plane) {
        const bool isChroma = model == PixelModel::Ycc && plane > 0;
        if (shrink == Shrink::Mean)
            meanPlane(source.planes[plane],
                      source.stride,
                      source.rect.size(),
                      target.planes[plane],
                      target.stride,
                      isChroma ? Rounding::Alternate : Rounding::HalfUp);
        else
            nearestPlane(source.planes[plane],
                         source.stride,
                         source.rect.size(),
                         target.planes[plane],
                         target.stride);
    }
}

void interleave(const PixelArea &source, uchar *target, qsizetype targetStride)
{
    for (int y = 0; y < source.rect.height(); ++y, target += targetStride) {
        const qsizetype row = y * source.stride;
        for (int x = 0; x < source.rect.width(); ++x) {
            for (size_t plane = 0; plane < planeCount; ++plane)
                target[planeCount * static_cast<size_t>(x) + plane] = source.planes[plane][row + x];
        }
    }
}

void deinterleave(const uchar *source,
                  qsizetype sourceStride,
                  QSize size,
                  const PlaneTarget &target)
{
    for (int y = 0; y < size.height(); ++y, source += sourceStride) {
        const qsizetype row = y * target.stride;
        for (int x = 0; x < size.width(); ++x) {
            for (size_t plane = 0; plane < planeCount; ++plane)
                target.planes[plane][row + x] = source[planeCount * static_cast<size_t>(x) + plane];
        }
    }
}

void addLeftNeighbours(uchar *row, int width)
{
    sumRow(row, qsizetype{planeCount} * width);
}

} // namespace createzoom
