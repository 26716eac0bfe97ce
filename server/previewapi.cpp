// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/previewapi.h"

#include "core/jobs/dziformat.h"
#include "core/jobs/jobjson.h"
#include "core/jobs/jobwire.h"
#include "server/problem.h"

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

constexpr qsizetype maxDigits = 9; ///< fits into an int

std::optional<int> plainNumber(QByteArrayView text)
{
    const bool isPlain = !text.isEmpty() && text.size() <= maxDigits
        && (text.size() == 1 || text.front() != '0')
        && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    return isPlain ? std::optional(text.toByteArray().toInt()) : std::nullopt;
}

/// A done pyramid stays as it is; one that grows is another the next moment.
HttpField cachingOf(const TileSource &source)
{
    return {"Cache-Control",
            source.isGrowing() ? QByteArray("no-store") : QByteArray("private, max-age=3600")};
}

} // namespace

std::optional<TileAddress>
tileAddress(const QByteArray &level, const QByteArray &name, TileFormat format)
{
    const QByteArray extension = '.' + formatName(format).toLatin1();
    const qsizetype underscore = name.indexOf('_');
    if (underscore < 0 || !name.endsWith(extension))
        return std::nullopt;
    const QByteArrayView stem = QByteArrayView(name).chopped(extension.size());
    if (underscore >= stem.size())
        return std::nullopt;
    const std::optional<int> onLevel = plainNumber(level);
    const std::optional<int> column = plainNumber(stem.first(underscore));
    const std::optional<int> row = plainNumber(stem.sliced(underscore + 1));
    if (!onLevel || !column || !row)
        return std::nullopt;
    return TileAddress{*onLevel, *column, *row};
}

PreviewApi::PreviewApi(PreviewCache::Open open, Place place, Find find)
    : m_place(place)
    , m_find(std::move(find))
    , m_sources(std::move(open))
{}

QList<Route> PreviewApi::routes()
{
    return {route("", &PreviewApi::describe),
            route("/image.dzi", &PreviewApi::descriptor),
            route("/image_files/{level}/{tile}", &PreviewApi::tile)};
}

Route PreviewApi::route(const QByteArray &below, Handler handler)
{
    return {"GET",
            "/api/v1/jobs/{id}/preview" + below,
            m_place,
            [this, handler](const HttpRequest &request) {
                const Result<Job> job = m_find(request);
                if (!job)
                    return problemJson(job.error());
                const Result<std::shared_ptr<TileSource>> source = m_sources.sourceOf(*job);
                if (!source)
                    return problemJson(source.error());
                const HttpAnswer answer = (this->*handler)(request, **source);
                if (answer.status >= 500) // its machine may be gone: found anew the next time
                    m_sources.forget(job->id);
                return answer;
            }};
}

HttpAnswer PreviewApi::describe(const HttpRequest & /*request*/, TileSource &source)
{
    const PreviewInfo info{source.descriptor(), source.pixelSize(), source.isGrowing()};
    return {.body = jsonBytes(toWire(info)), .fields = {cachingOf(source)}};
}

HttpAnswer PreviewApi::descriptor(const HttpRequest & /*request*/, TileSource &source)
{
    return {.body = dziText(source.descriptor()),
            .contentType = "application/xml",
            .fields = {cachingOf(source)}};
}

HttpAnswer PreviewApi::tile(const HttpRequest &request, TileSource &source)
{
    const DziDescriptor &descriptor = source.descriptor();
    const std::optional<TileAddress> address
        = tileAddress(request.argument(1), request.argument(2), descriptor.format);
    if (!address || !descriptor.layout.contains(*address))
        return problemJson({ErrorCode::NotFound, u"The pyramid has no such tile"_s});
    const Result<QByteArray> bytes = source.tile(*address);
    if (!bytes)
        return problemJson(bytes.error());
    return {.body = *bytes,
            .contentType = "image/" + formatName(descriptor.format).toLatin1(),
            .fields = {cachingOf(source)}};
}

} // namespace createzoom
