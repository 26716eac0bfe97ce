// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/pagechoice.h"

#include <QList>
#include <QSize>

#include <algorithm>
#include <cstdlib>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

/// A pyramid has no more levels than this; a longer document is a stack, whose first page is as
/// good as any.
constexpr int pagesLookedAt = 32;

int intField(const vips::VImage &image, const char *name, int fallback)
{
    return image.get_typeof(name) == G_TYPE_INT ? image.get_int(name) : fallback;
}

int levelCount(const vips::VImage &image)
{
    constexpr const char *field = "openslide.level-count";
    if (image.get_typeof(field) == 0)
        return 1;
    return std::max(1, QByteArray(image.get_string(field)).toInt());
}

/// Whether `small` is `large` at a lower resolution, give or take two pixels of rounding.
bool isReduction(QSize small, QSize large)
{
    const qint64 difference
        = qint64{small.width()} * large.height() - qint64{small.height()} * large.width();
    return small.width() < large.width() && small.height() < large.height()
        && std::abs(difference) <= 2 * qint64{std::max(large.width(), large.height())};
}

Result<PageChoice> largestTiffPage(const ImageLoader &loader, const vips::VImage &first, int pages)
{
    QList<QSize> sizes{QSize(first.width(), first.height())};
    for (int page = 1; page < std::min(pages, pagesLookedAt); ++page) {
        const Result<vips::VImage> header = loader.load(page, VIPS_ACCESS_SEQUENTIAL);
        if (!header)
            return header.error();
        sizes << QSize(header->width(), header->height());
    }
    const auto area = [](QSize size) {
        return qint64{size.width()} * size.height();
    };
    const auto largest = std::max_element(
        sizes.begin(), sizes.end(), [&](QSize a, QSize b) { return area(a) < area(b); });
    PageChoice choice{.page = static_cast<int>(largest - sizes.begin()), .pages = pages};
    const auto others = std::count_if(
        sizes.begin(), sizes.end(), [&](QSize size) { return !isReduction(size, *largest); });
    if (others > 1 || pages > pagesLookedAt)
        choice.warnings << u"page %1 of %2"_s.arg(choice.page + 1).arg(pages);
    return choice;
}

} // namespace

int documentPages(const ImageLoader &loader, const vips::VImage &first)
{
    if (loader.name() == u"jp2kload" || loader.name() == u"openslideload")
        return 0;
    return intField(first, VIPS_META_N_PAGES, 1);
}

Result<PageChoice> choosePage(const ImageLoader &loader, const vips::VImage &first, int wanted)
{
    const bool isSlide = loader.name() == u"openslideload";
    const int documents = documentPages(loader, first);
    const int pages = isSlide ? levelCount(first) : intField(first, VIPS_META_N_PAGES, 1);
    if (wanted >= pages)
        return Error{ErrorCode::InvalidRequest,
                     u"%1 has no page %2: it has %3, counted from 0"_s.arg(loader.fileName())
                         .arg(wanted)
                         .arg(pages)};
    if (wanted >= 0 || documents <= 1)
        return PageChoice{.page = std::max(0, wanted), .pages = pages};
    if (loader.name() == u"tiffload")
        return largestTiffPage(loader, first, pages);
    const int primary = std::clamp(intField(first, "heif-primary", 0), 0, pages - 1);
    return PageChoice{.page = primary,
                      .pages = pages,
                      .warnings = {u"page %1 of %2"_s.arg(primary + 1).arg(pages)}};
}

} // namespace createzoom
