// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/base/stepcontrol.h"
#include "core/transfer/bucket.h"
#include "core/transfer/httptransfer.h"
#include "core/transfer/objectname.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace createzoom {

/// The small calls of the data-proxy (contract "bucket"), one request each, no retry. Lives on the
/// stack of one operation; all that it refers to outlives it. Its errors are whole sentences.
class DataProxyApi
{
public:
    enum class Direction { Get, Put };

    struct Rights
    {
        QString role{}; ///< viewer, editor, administrator; empty: none
        bool isPublic = false;
    };

    struct Page
    {
        QString bucket{};
        QString prefix{};
        QString marker{}; ///< the last name of the page before
        int limit = 1000;
    };

    DataProxyApi(const QByteArray &base,
                 HttpTransfer &http,
                 const Secret &token,
                 const StepControl &control);

    /// The store's address for one transfer, good for seconds: a secret.
    Result<QByteArray> presign(Direction direction, const Location &object);
    Result<Rights> rights(const QString &bucket);
    Result<QList<ObjectInfo>> page(const Page &page);

private:
    Result<HttpReply> call(const OutgoingRequest &request, const HttpSubject &subject);
    QByteArray bucketUrl(const QString &bucket) const;

    const QByteArray &m_base;
    HttpTransfer &m_http;
    const Secret &m_token;
    const StepControl &m_control;
};

} // namespace createzoom
