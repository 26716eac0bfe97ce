// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/pyramidlayout.h"
#include "core/jobs/conversionoptions.h"
#include "server/previewcache.h"
#include "server/routes.h"

#include <QByteArray>
#include <QList>

#include <functional>
#include <optional>

namespace createzoom {

/// The tiles of jobs (/api/v1/jobs/{id}/preview/...), as any Deep Zoom viewer asks for them: of
/// what is done, and of what there is of it while it is being made. Any thread.
class PreviewApi
{
public:
    /// Who may see the job that the first argument of a request names; an error is the answer.
    using Find = std::function<Result<Job>(const HttpRequest &)>;

    PreviewApi(PreviewCache::Open open, Place place, Find find);

    /// Their handlers refer to this object.
    QList<Route> routes();
    void forget(const QString &jobId) { m_sources.forget(jobId); }

private:
    using Handler = HttpAnswer (PreviewApi::*)(const HttpRequest &, TileSource &);
    Route route(const QByteArray &below, Handler handler);
    HttpAnswer describe(const HttpRequest &request, TileSource &source);
    HttpAnswer descriptor(const HttpRequest &request, TileSource &source);
    HttpAnswer tile(const HttpRequest &request, TileSource &source);

    const Place m_place;
    const Find m_find;
    PreviewCache m_sources;
};

/// Of ".../12/3_4.jpeg": plain numbers without leading zeros, the extension of `format`.
std::optional<TileAddress>
tileAddress(const QByteArray &level, const QByteArray &name, TileFormat format);

} // namespace createzoom
