// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/sourceimage.h"

#include "core/imaging/channelplan.h"
#include "core/imaging/colourconversion.h"
#include "core/imaging/imageloader.h"
#include "core/imaging/jpegreader.h"
#include "core/imaging/jpegtiles.h"
#include "core/imaging/omexml.h"
#include "core/imaging/pagechoice.h"
#include "core/imaging/sourceerror.h"
#include "core/imaging/tiffreader.h"
#include "core/imaging/vipsruntime.h"
#include "core/imaging/vipsstrips.h"

#include <QFileInfo>

#include <algorithm>
#include <optional>
#include <utility>

using namespace Qt::Literals::StringLiterals;
using vips::VImage;

namespace createzoom {

namespace {

/// EXIF's orientations: 1 upright, 2 mirrored left to right, above that rows change their order.
constexpr int lastOrderedOrientation = 2;
constexpr int firstTransposedOrientation = 5;

int orientationOf(const VImage &image)
{
    return image.get_typeof(VIPS_META_ORIENTATION) == 0 ? 1 : image.get_int(VIPS_META_ORIENTATION);
}

Result<void>
checkLimits(const VImage &header, const QString &fileName, const SourceOptions &options)
{
    const qint64 pixels = qint64{header.width()} * header.height();
    if (pixels <= options.maxPixels)
        return {};
    return Error{ErrorCode::Limit,
                 u"%1 has %2 x %3 pixels; the limit is %4 pixels"_s.arg(fileName)
                     .arg(header.width())
                     .arg(header.height())
                     .arg(options.maxPixels)};
}

double numberField(const VImage &image, const char *name)
{
    return image.get_typeof(name) == 0 ? 0 : QByteArray(image.get_string(name)).toDouble();
}

void setSlidePixelSize(const VImage &image, int level, ImageInfo &info)
{
    const QByteArray field = "openslide.level[" + QByteArray::number(level) + "].downsample";
    const double downsample = std::max(1.0, numberField(image, field.constData()));
    info.pixelSize
        = QSizeF(numberField(image, "openslide.mpp-x"), numberField(image, "openslide.mpp-y"))
        * downsample;
    info.pixelSizeSource = u"OpenSlide"_s;
}

/// libvips gives pixels per millimetre. Its formats other than TIFF carry a screen's or printer's
/// resolution at best.
void setTiffPixelSize(const VImage &image, ImageInfo &info)
{
    constexpr double micrometresPerMillimetre = 1000;
    if (image.get_typeof(VIPS_META_IMAGEDESCRIPTION) != 0) {
        const QByteArray description(image.get_string(VIPS_META_IMAGEDESCRIPTION));
        const std::optional<OmePixels> ome = readOmeXml(description);
        if (ome && !ome->pixelSize.isNull()) {
            info.pixelSize = ome->pixelSize;
            info.pixelSizeSource = u"OME-XML"_s;
            return;
        }
    }
    const bool hasUnit = image.get_typeof(VIPS_META_RESOLUTION_UNIT) != 0;
    if (hasUnit && image.xres() > 0 && image.yres() > 0) {
        info.pixelSize = QSizeF(micrometresPerMillimetre / image.xres(),
                                micrometresPerMillimetre / image.yres());
        info.pixelSizeSource = u"TIFF resolution"_s;
    }
}

ImageInfo describe(const VImage &image, const ImageLoader &loader, const PageChoice &choice)
{
    ImageInfo info{.size = QSize(image.width(), image.height()),
                   .bands = image.bands(),
                   .loader = loader.name(),
                   .sampleFormat
                   = QString::fromLatin1(vips_enum_nick(VIPS_TYPE_BAND_FORMAT, image.format())),
                   .pages = choice.pages,
                   .page = choice.page,
                   .warnings = choice.warnings + splitChannels(image).warnings};
    if (info.loader == u"openslideload")
        setSlidePixelSize(image, choice.page, info);
    else if (info.loader == u"tiffload")
        setTiffPixelSize(image, info);
    if (info.pixelSize.width() <= 0 && info.pixelSize.height() <= 0)
        info.pixelSizeSource.clear();
    if (orientationOf(image) >= firstTransposedOrientation) {
        info.size.transpose();
        info.pixelSize.transpose();
    }
    return info;
}

bool hasNumber(const VImage &image, const char *field)
{
    return image.get_typeof(field) == G_TYPE_INT && image.get_int(field) != 0;
}

/// What a decoder keeps that cannot give rows before it has seen the whole file; bytes.
qint64 wholeDecodeBytes(const VImage &header, const QString &loader)
{
    static const QStringList atOnce{u"webpload"_s, u"heifload"_s, u"jxlload"_s, u"gifload"_s};
    const bool isProgressive
        = hasNumber(header, "interlaced") || hasNumber(header, "jpeg-multiscan");
    if (!isProgressive && !atOnce.contains(loader))
        return 0;
    constexpr qint64 coefficientBytes = 2; // of a progressive JPEG, for each sample
    const qint64 samples = qint64{header.width()} * header.height() * header.bands();
    return samples
        * (loader == u"jpegload" ? coefficientBytes
                                 : static_cast<qint64>(vips_format_sizeof(header.format())));
}

VImage tiffHeader(const QByteArray &path)
{
    VImage header;
    VImage::call("tiffload",
                 VImage::option()->set("filename", path.constData())->set("out", &header));
    return header;
}

/// A reader of our own for a page that needs no conversion, if there is one.
std::unique_ptr<PixelReader> directReader(const ImageLoader &loader,
                                          const VImage &header,
                                          int page,
                                          const SourceOptions &options)
{
    if (!options.channels.isEmpty() || options.range.kind == RangeChoice::Kind::Given
        || orientationOf(header) != 1 || !isDisplayReady(header))
        return nullptr;
    std::unique_ptr<PixelReader> reader;
    if (loader.name() == u"jpegload" && options.damaged == DamagePolicy::Refuse)
        reader = JpegReader::open(loader.path(), loader.fileName());
    else if (loader.name() == u"tiffload")
        reader = TiffReader::open(loader.path(), page, loader.fileName(), options.damaged);
    const bool isSame = reader && reader->size() == QSize(header.width(), header.height());
    return isSame ? std::move(reader) : nullptr;
}

} // namespace

struct SourceImage::Parts
{
    ImageLoader loader;
    SourceOptions options;
    int page = 0;
    int orientation = 1;
    QList<ChannelPlane> planes{}; ///< the channels asked for
    qint64 wholeBytes = 0; ///< kept while it is decoded, beside rows
    std::unique_ptr<PixelReader> direct{}; ///< null when libvips must read
    std::unique_ptr<JpegTiles> tiles{}; ///< null unless they are kept

    Result<void> keepTiles(const VImage &header);
    Result<SampleRange> sampleRange(const VImage &colour, const StepControl &control) const;
    Result<VImage> upright(int number) const;
    Result<DisplayImage> display(const StepControl &control) const;
    Result<DisplayImage> mixed(const StepControl &control) const;
};

/// A whole slide that is a TIFF file too is read as one: its first page is the full level.
Result<void> SourceImage::Parts::keepTiles(const VImage &header)
{
    const bool isSlide = loader.name() == u"openslideload";
    const int pageNumber = isSlide ? 0 : page;
    const bool isPossible = options.channels.isEmpty() && orientation == 1
        && options.range.kind != RangeChoice::Kind::Given
        && (loader.name() == u"tiffload" || (isSlide && page == 0));
    if (isPossible)
        tiles = JpegTiles::open(loader.path(), pageNumber);
    const bool isSame = tiles && tiles->imageSize() == QSize(header.width(), header.height());
    if (isSame && (isSlide ? isDisplayReady(tiffHeader(loader.path())) : isDisplayReady(header))) {
        direct = TiffReader::open(loader.path(), pageNumber, loader.fileName(), options.damaged);
        if (direct)
            return {};
    }
    return Error{ErrorCode::InvalidRequest,
                 u"%1 has no JPEG tiles that could be kept as they are; convert it without "
                 "--lossless"_s.arg(loader.fileName())};
}

/// Reads all of `colour` where it has no range of its own.
Result<SampleRange> SourceImage::Parts::sampleRange(const VImage &colour,
                                                    const StepControl &control) const
{
    if (options.range.kind == RangeChoice::Kind::Given)
        return SampleRange{options.range.low, options.range.high, true};
    if (!needsRange(colour))
        return SampleRange{};
    if (options.range.kind == RangeChoice::Kind::Full)
        return fullRange(colour.format());
    return findSampleRange(colour, loader.fileName(), control);
}

/// A page as a person sees it.
Result<VImage> SourceImage::Parts::upright(int number) const
{
    // Rows in another order than the file's cannot come in sequence: libvips then decodes into
    // memory, large images into a temporary file.
    const VipsAccess access
        = orientation > lastOrderedOrientation ? VIPS_ACCESS_RANDOM : VIPS_ACCESS_SEQUENTIAL;
    Result<VImage> image = loader.load(number, access);
    if (image && orientation > 1)
        return image->autorot();
    return image;
}

/// The range needs a pass of its own over the file, in order, so that it needs no random access.
Result<DisplayImage> SourceImage::Parts::display(const StepControl &control) const
{
    const Result<VImage> pass = loader.load(page, VIPS_ACCESS_SEQUENTIAL);
    if (!pass)
        return pass.error();
    const Result<SampleRange> range = sampleRange(splitChannels(*pass).colour, control);
    if (!range)
        return range.error();
    const Result<VImage> image = upright(page);
    if (!image)
        return image.error();
    return toDisplay(splitChannels(*image), *range, options.background);
}

Result<DisplayImage> SourceImage::Parts::mixed(const StepControl &control) const
{
    DisplayImage display;
    std::vector<VImage> channels;
    for (const ChannelPlane &plane : planes) {
        const Result<VImage> pass = loader.load(plane.page, VIPS_ACCESS_SEQUENTIAL);
        if (!pass)
            return pass.error();
        const Result<SampleRange> range = sampleRange(pass->extract_band(plane.band), control);
        if (!range)
            return range.error();
        const Result<VImage> image = upright(plane.page);
        if (!image)
            return image.error();
        if (!channels.empty()
            && (image->width() != channels[0].width() || image->height() != channels[0].height()))
            return Error{ErrorCode::Unsupported,
                         u"The channels of %1 differ in size"_s.arg(loader.fileName())};
        channels.push_back(
            toGrey(image->extract_band(plane.band), *range, display.ranges.emplaceBack()));
    }
    display.image = mixChannels(channels, planes);
    display.colour = u"channels in their colours"_s;
    return display;
}

SourceImage::SourceImage(std::unique_ptr<Parts> parts, ImageInfo info)
    : m_parts(std::move(parts))
    , m_info(std::move(info))
{}

SourceImage::~SourceImage() = default;

Result<std::unique_ptr<SourceImage>> SourceImage::open(const QString &path,
                                                       const SourceOptions &options)
{
    Result<ImageLoader> loader = ImageLoader::find(
        path, options.name.isEmpty() ? QFileInfo(path).fileName() : options.name, options.damaged);
    if (!loader)
        return loader.error();
    const Result<VImage> first = loader->load(0, VIPS_ACCESS_SEQUENTIAL);
    if (!first)
        return first.error();
    if (const int pages = documentPages(*loader, *first); pages > options.maxPages)
        return Error{ErrorCode::Limit,
                     u"%1 has %2 pages; the limit is %3 pages"_s.arg(loader->fileName())
                         .arg(pages)
                         .arg(options.maxPages)};
    try {
        const Result<PageChoice> choice = choosePage(*loader, *first, options.page);
        if (!choice)
            return choice.error();
        const Result<VImage> header
            = choice->page == 0 ? first : loader->load(choice->page, VIPS_ACCESS_SEQUENTIAL);
        if (!header)
            return header.error();
        if (const Result<void> checked = checkLimits(*header, loader->fileName(), options);
            !checked)
            return checked.error();
        ImageInfo info = describe(*header, *loader, *choice);
        auto parts = std::make_unique<Parts>(
            Parts{*loader, options, choice->page, orientationOf(*header)});
        if (!options.channels.isEmpty()) {
            // What the largest page is means nothing among planes: they are all as large.
            const Result<QList<ChannelPlane>> planes = findChannels(
                options.channels, *header, loader->fileName(), options.page, choice->pages);
            if (!planes)
                return planes.error();
            parts->planes = *planes;
            for (const ChannelPlane &plane : *planes)
                info.channels << plane.info;
            info.warnings.clear();
        }
        parts->wholeBytes = wholeDecodeBytes(*header, loader->name());
        parts->direct = directReader(*loader, *header, choice->page, options);
        if (options.tiles == TileOrigin::Kept) {
            if (const Result<void> kept = parts->keepTiles(*header); !kept)
                return kept.error();
        }
        return std::unique_ptr<SourceImage>(new SourceImage(std::move(parts), std::move(info)));
    } catch (const vips::VError &) {
        return sourceError(loader->fileName(), takeVipsErrors());
    }
}

qint64 SourceImage::memoryEstimate() const
{
    // Measured: 80 MB for images of 16,000 pixels in width, 297 MB for 100,000.
    constexpr qint64 programBytes = qint64{64} << 20;
    constexpr qint64 bytesPerColumn = 2500;
    return programBytes + bytesPerColumn * size().width() + m_parts->wholeBytes;
}

JpegTiles *SourceImage::jpegTiles() const
{
    return m_parts->tiles.get();
}

int SourceImage::callers(int threads) const
{
    return m_parts->direct ? m_parts->direct->callers(threads) : 1;
}

Result<void> SourceImage::read(PixelModel model,
                               int threads,
                               const PixelConsumer &consumer,
                               const StepControl &control)
{
    if (m_parts->direct)
        return m_parts->direct->read(model, threads, consumer, control);
    return readByVips(threads, consumer, control);
}

Result<void>
SourceImage::readByVips(int threads, const PixelConsumer &consumer, const StepControl &control)
{
    // One number for the process; every conversion in it wants the same.
    vips_concurrency_set(threads);
    const QString &fileName = m_parts->loader.fileName();
    try {
        const Result<DisplayImage> display
            = m_parts->planes.isEmpty() ? m_parts->display(control) : m_parts->mixed(control);
        if (!display)
            return display.error();
        take(*display);
        bool goesOn = true;
        const auto takeStrip = [&](const Strip &strip) {
            const QRect rect(0, strip.top, size().width(), strip.rows);
            goesOn = consumer({rect, {strip.pixels}, strip.stride, PixelContent::RgbPixels});
            return goesOn;
        };
        const Result<void> read = readStrips(display->image, fileName, takeStrip, control);
        return goesOn ? read : cancelledError();
    } catch (const vips::VError &) {
        return sourceError(fileName, takeVipsErrors());
    }
}

void SourceImage::take(const DisplayImage &display)
{
    m_info.colour = display.colour;
    m_info.range = display.range;
    for (qsizetype i = 0; i < display.ranges.size(); ++i)
        m_info.channels[i].range = display.ranges.at(i);
    for (const QString &warning : display.warnings) {
        if (!m_info.warnings.contains(warning))
            m_info.warnings << warning;
    }
}

Result<ImageInfo> readImageInfo(const QString &path, const SourceOptions &options)
{
    const Result<std::unique_ptr<SourceImage>> image = SourceImage::open(path, options);
    if (!image)
        return image.error();
    return (*image)->info();
}

} // namespace createzoom
