// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/samplerange.h"

#include "core/base/progressgate.h"
#include "core/imaging/vipsstrips.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <type_traits>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

using RowScan = void (*)(const uchar *, qsizetype, SampleRange &);

template<typename Sample>
void scanRow(const uchar *bytes, qsizetype count, SampleRange &range)
{
    const auto *samples = reinterpret_cast<const Sample *>(bytes);
    if constexpr (std::is_floating_point_v<Sample>) {
        for (qsizetype i = 0; i < count; ++i) {
            if (!std::isfinite(samples[i]))
                continue;
            range.low = std::min<double>(range.low, samples[i]);
            range.high = std::max<double>(range.high, samples[i]);
        }
    } else {
        const auto [low, high] = std::minmax_element(samples, samples + count);
        range.low = std::min<double>(range.low, *low);
        range.high = std::max<double>(range.high, *high);
    }
}

RowScan scanFor(VipsBandFormat format)
{
    switch (format) {
    case VIPS_FORMAT_UCHAR:
        return scanRow<quint8>;
    case VIPS_FORMAT_CHAR:
        return scanRow<qint8>;
    case VIPS_FORMAT_USHORT:
        return scanRow<quint16>;
    case VIPS_FORMAT_SHORT:
        return scanRow<qint16>;
    case VIPS_FORMAT_UINT:
        return scanRow<quint32>;
    case VIPS_FORMAT_INT:
        return scanRow<qint32>;
    case VIPS_FORMAT_FLOAT:
        return scanRow<float>;
    case VIPS_FORMAT_DOUBLE:
        return scanRow<double>;
    default:
        return nullptr;
    }
}

} // namespace

SampleRange fullRange(VipsBandFormat format)
{
    const auto of = []<typename Sample>(Sample) {
        return SampleRange{double(std::numeric_limits<Sample>::min()),
                           double(std::numeric_limits<Sample>::max())};
    };
    switch (format) {
    case VIPS_FORMAT_UCHAR:
        return of(quint8{});
    case VIPS_FORMAT_CHAR:
        return of(qint8{});
    case VIPS_FORMAT_USHORT:
        return of(quint16{});
    case VIPS_FORMAT_SHORT:
        return of(qint16{});
    case VIPS_FORMAT_UINT:
        return of(quint32{});
    case VIPS_FORMAT_INT:
        return of(qint32{});
    default:
        return {0, 1};
    }
}

Result<SampleRange>
findSampleRange(const vips::VImage &image, const QString &fileName, const StepControl &control)
{
    const RowScan scan = scanFor(image.format());
    if (!scan)
        return Error{ErrorCode::Unsupported, u"%1 holds complex numbers"_s.arg(fileName)};
    constexpr double infinity = std::numeric_limits<double>::infinity();
    SampleRange range{infinity, -infinity};
    const qsizetype samples = qsizetype{image.width()} * image.bands();
    ProgressGate progress(control, StepProgress::Phase::Checking, image.height());
    const auto takeStrip = [&](const Strip &strip) {
        for (int y = 0; y < strip.rows; ++y)
            scan(strip.pixels + y * strip.stride, samples, range);
        progress.report(strip.top + strip.rows);
        return true;
    };
    if (const Result<void> read = readStrips(image, fileName, takeStrip, control); !read)
        return read.error();
    return range.low <= range.high ? range : SampleRange{};
}

} // namespace createzoom
