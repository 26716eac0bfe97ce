// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/openbucket.h"

#include "core/transfer/dataproxybucket.h"
#include "core/transfer/folderbucket.h"

#include <QUrl>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

Result<std::unique_ptr<Bucket>> makeBucket(const Settings &settings)
{
    const QUrl url(settings.bucketUrl, QUrl::StrictMode);
    const bool isLocal = url.isLocalFile() && url.host().isEmpty() && url.path().startsWith(u'/');
    if (isLocal && !url.hasQuery() && !url.hasFragment())
        return std::unique_ptr<Bucket>(std::make_unique<FolderBucket>(url.toLocalFile()));

    const bool isHttp = url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
    if (!isHttp || url.host().isEmpty() || url.hasQuery() || url.hasFragment()
        || !url.userInfo().isEmpty())
        return Error{ErrorCode::Usage,
                     u"bucket-url must be file:///folder or the address of a data-proxy, such as "
                     "https://data-proxy.ebrains.eu/api"_s};
    DataProxyOptions options;
    options.baseUrl = url.toEncoded(QUrl::StripTrailingSlash);
    options.limits.stallTimeout = settings.stallTimeout;
    options.limits.downloadTimeout = settings.downloadTimeout;
    options.limits.uploadTimeout = settings.uploadTimeout;
    return std::unique_ptr<Bucket>(std::make_unique<DataProxyBucket>(std::move(options)));
}

} // namespace createzoom
