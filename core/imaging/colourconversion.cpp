// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/colourconversion.h"

#include "core/imaging/vipsruntime.h"

#include <algorithm>
#include <bit>
#include <vector>

using namespace Qt::Literals::StringLiterals;
using vips::VImage;

namespace createzoom {

namespace {

constexpr double maxUchar = 255;
constexpr double maxUshort = 65535;

/// Spaces whose numbers are colours by definition: libvips converts them, no range is needed.
bool isColorimetric(VipsInterpretation space)
{
    constexpr std::array spaces{VIPS_INTERPRETATION_XYZ,
                                VIPS_INTERPRETATION_LAB,
                                VIPS_INTERPRETATION_LABQ,
                                VIPS_INTERPRETATION_LABS,
                                VIPS_INTERPRETATION_LCH,
                                VIPS_INTERPRETATION_CMC,
                                VIPS_INTERPRETATION_YXY,
                                VIPS_INTERPRETATION_HSV};
    return std::find(spaces.begin(), spaces.end(), space) != spaces.end();
}

int colourBands(const VImage &image)
{
    if (image.interpretation() == VIPS_INTERPRETATION_CMYK && image.bands() >= 4)
        return 4;
    const bool isGrey = image.interpretation() == VIPS_INTERPRETATION_B_W
        || image.interpretation() == VIPS_INTERPRETATION_GREY16
        || image.interpretation() == VIPS_INTERPRETATION_MULTIBAND;
    const bool isMany = image.bands() > 4 || (image.bands() == 4 && isGrey);
    return image.bands() < 3 || (isMany && isGrey) ? 1 : 3;
}

bool isScRgb(const VImage &image)
{
    return image.interpretation() == VIPS_INTERPRETATION_scRGB;
}

bool hasProfile(const VImage &image)
{
    return image.get_typeof(VIPS_META_ICC_NAME) != 0;
}

/// Whether its numbers are brightness and nothing else.
bool isRescalable(const VImage &image)
{
    return image.coding() == VIPS_CODING_NONE && !isColorimetric(image.interpretation())
        && image.interpretation() != VIPS_INTERPRETATION_CMYK;
}

/// The value of full opacity.
double opaqueValue(const VImage &alpha, bool isLinear)
{
    switch (alpha.format()) {
    case VIPS_FORMAT_UCHAR:
        return maxUchar;
    case VIPS_FORMAT_FLOAT:
    case VIPS_FORMAT_DOUBLE:
        return isLinear ? 1 : maxUchar;
    default:
        return maxUshort;
    }
}

/// `low`...`high` becomes 0...255, rounded. Not a number becomes 0.
VImage scaled(const VImage &image, double low, double high)
{
    const double factor = high > low ? maxUchar / (high - low) : 1;
    const double offset = 0.5 - low * factor;
    VImage finite = image;
    if (vips_band_format_isfloat(image.format()))
        finite = (image == image).ifthenelse(image, 0);
    return finite.linear(factor, offset, VImage::option()->set("uchar", true));
}

QString rangeText(double low, double high)
{
    return u"%1...%2 to 0...255"_s.arg(low).arg(high);
}

/// 16-bit samples with a profile: the profile's curve needs their full scale, so only unused high
/// bits are taken away (12 bits in 16).
VImage withoutUnusedBits(const VImage &image, const SampleRange &range, QString &text)
{
    const auto used = std::bit_width(static_cast<unsigned>(std::max(1.0, range.high)));
    const double full = (1U << used) - 1;
    if (full >= maxUshort)
        return image;
    text = u"0...%1 to 0...65535"_s.arg(full);
    return image.linear(maxUshort / full, 0.5).cast(VIPS_FORMAT_USHORT);
}

/// Linear light: 0 stays black, the brightest sample becomes white.
VImage scaledLight(const VImage &image, const SampleRange &range, QString &text)
{
    const double high = range.high > 0 ? range.high : 1;
    text = u"0...%1 to 0...1, linear light"_s.arg(high);
    return (image == image)
        .ifthenelse(image, 0)
        .linear(1 / high, 0)
        .copy(VImage::option()->set("interpretation", VIPS_INTERPRETATION_scRGB));
}

VImage rescaled(const VImage &image, const SampleRange &range, QString &text)
{
    if (range.isGiven) {
        text = rangeText(range.low, range.high);
        return scaled(image, range.low, range.high);
    }
    if (isScRgb(image))
        return scaledLight(image, range, text);
    if (image.format() == VIPS_FORMAT_USHORT && hasProfile(image))
        return withoutUnusedBits(image, range, text);
    return toGrey(image, range, text);
}

/// Whether the profile changes no colour by more than one step: then the pixels can stay as they
/// are.
bool isNearlySrgb(const VImage &image)
{
    constexpr int steps = 9;
    std::vector<uchar> grid;
    for (int i = 0; i < steps * steps * steps; ++i) {
        for (const int level : {i % steps, i / steps % steps, i / steps / steps})
            grid.push_back(static_cast<uchar>(level * 255 / (steps - 1)));
    }
    VImage probe = VImage::new_from_memory(
                       grid.data(), grid.size(), steps * steps * steps, 1, 3, VIPS_FORMAT_UCHAR)
                       .copy(VImage::option()->set("interpretation", VIPS_INTERPRETATION_sRGB));
    size_t length = 0;
    const void *profile = image.get_blob(VIPS_META_ICC_NAME, &length);
    probe.set(VIPS_META_ICC_NAME, nullptr, const_cast<void *>(profile), length);
    const VImage converted = probe.icc_transform("srgb", VImage::option()->set("embedded", true));
    return (converted - probe).abs().max() <= 1;
}

std::optional<VImage> byProfile(const VImage &image, DisplayImage &result)
{
    const bool isSuitable
        = image.format() == VIPS_FORMAT_UCHAR || image.format() == VIPS_FORMAT_USHORT;
    if (!hasProfile(image) || !isSuitable)
        return std::nullopt;
    try {
        if (image.format() == VIPS_FORMAT_UCHAR && image.bands() == 3 && isNearlySrgb(image))
            return std::nullopt;
        auto *options = VImage::option()
                            ->set("embedded", true)
                            ->set("intent", VIPS_INTENT_RELATIVE)
                            ->set("black_point_compensation", true)
                            ->set("depth", 8);
        const VImage converted = image.icc_transform("srgb", options);
        result.colour = u"ICC profile to sRGB"_s;
        return converted;
    } catch (const vips::VError &) {
        takeVipsErrors();
        result.warnings << u"the embedded colour profile cannot be used"_s;
        return std::nullopt;
    }
}

VImage toSrgb(const VImage &image, DisplayImage &result)
{
    if (const std::optional<VImage> converted = byProfile(image, result))
        return *converted;
    VImage plain = image;
    if (image.format() == VIPS_FORMAT_USHORT && !isColorimetric(image.interpretation()))
        plain = scaled(image, 0, maxUshort);
    const bool keepsSpace = isColorimetric(plain.interpretation()) || isScRgb(plain)
        || plain.interpretation() == VIPS_INTERPRETATION_CMYK;
    if (!keepsSpace)
        plain = plain.copy(VImage::option()->set("interpretation",
                                                 plain.bands() == 1 ? VIPS_INTERPRETATION_B_W
                                                                    : VIPS_INTERPRETATION_sRGB));
    else
        result.colour = u"%1 to sRGB"_s.arg(
            QLatin1String(vips_enum_nick(VIPS_TYPE_INTERPRETATION, plain.interpretation())));
    return plain.colourspace(VIPS_INTERPRETATION_sRGB);
}

} // namespace

Channels splitChannels(const VImage &image)
{
    const int colours = colourBands(image);
    const int extra = image.bands() - colours;
    if (image.coding() != VIPS_CODING_NONE || extra == 0)
        return {.colour = image};
    Channels channels{.colour = image.extract_band(0, VImage::option()->set("n", colours))};
    if (extra == 1)
        channels.alpha = image.extract_band(colours);
    else
        channels.warnings << (colours == 1 ? u"channel 1 of %1"_s : u"channels 1 to 3 of %1"_s)
                                 .arg(image.bands());
    return channels;
}

bool needsRange(const VImage &colour)
{
    return colour.format() != VIPS_FORMAT_UCHAR && isRescalable(colour);
}

bool isDisplayReady(const VImage &image)
{
    const bool isRgb = image.interpretation() == VIPS_INTERPRETATION_sRGB
        || image.interpretation() == VIPS_INTERPRETATION_RGB;
    if (image.coding() != VIPS_CODING_NONE || image.format() != VIPS_FORMAT_UCHAR
        || image.bands() != 3 || !isRgb)
        return false;
    try {
        return !hasProfile(image) || isNearlySrgb(image);
    } catch (const vips::VError &) {
        takeVipsErrors(); // toDisplay() tells of a profile that cannot be used
        return false;
    }
}

VImage toGrey(const VImage &band, const SampleRange &range, QString &text)
{
    if (!needsRange(band) && !range.isGiven)
        return band;
    const bool isFlat = range.high <= range.low;
    const double low = isFlat ? 0 : range.low;
    const double high = isFlat ? std::max(range.high, maxUchar) : range.high;
    text = rangeText(low, high);
    return scaled(band, low, high);
}

DisplayImage
toDisplay(const Channels &channels, const SampleRange &range, const std::array<int, 3> &background)
{
    DisplayImage result{.warnings = channels.warnings};
    VImage image = channels.colour;
    const bool isLinear = isScRgb(image);
    if (needsRange(image) || (range.isGiven && isRescalable(image)))
        image = rescaled(image, range, result.range);
    image = toSrgb(image, result);
    if (channels.alpha) {
        const VImage &alpha = *channels.alpha;
        const VImage opacity = alpha.format() == VIPS_FORMAT_UCHAR
            ? alpha
            : scaled(alpha, 0, opaqueValue(alpha, isLinear));
        const std::vector<double> under(background.begin(), background.end());
        image = image.bandjoin(opacity).flatten(VImage::option()->set("background", under));
    }
    result.image = image.format() == VIPS_FORMAT_UCHAR ? image : image.cast(VIPS_FORMAT_UCHAR);
    return result;
}

} // namespace createzoom
