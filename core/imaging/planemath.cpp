// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/planemath.h"

#include "core/imaging/vectorised.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace createzoom {

namespace {

using Words = quint16 __attribute__((vector_size(laneCount * sizeof(quint16))));

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

void shrinkArea(const PixelArea &source, Shrink shrink, const PlaneTarget &target)
{
    if (shrink == Shrink::Mode) {
        modeArea(source, target);
        return;
    }
    for (size_t plane = 0; plane < planeCount; ++plane) {
        const bool isChroma = source.content == PixelContent::YccPlanes && plane > 0;
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

void addLeftNeighbours(uchar *row, int width)
{
    sumRow(row, qsizetype{planeCount} * width);
}

} // namespace createzoom
