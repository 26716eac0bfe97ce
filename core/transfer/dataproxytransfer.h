// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transfer/boundedtries.h"
#include "core/transfer/dataproxyapi.h"
#include "core/transfer/dataproxybucket.h"

#include <chrono>

class QFile;

namespace createzoom {

class PartialFile;

/// One operation on the data-proxy and its store, with its connections and its count of tries: what
/// the methods of DataProxyBucket share. Lives on the stack of one call, in its thread.
class DataProxyTransfer
{
public:
    /// `timeout`: of the whole operation, all tries included.
    DataProxyTransfer(const DataProxyOptions &options,
                      std::chrono::milliseconds timeout,
                      const Secret &token,
                      const StepControl &control);

    /// Is it worth asking? The token is there, and if its expiry can be read, it has not expired.
    Result<void> checkToken(const QString &bucket) const;

    Result<DataProxyApi::Rights> rights(const QString &bucket);
    Result<qint64> size(const Location &object);
    Result<ReceivedFile> download(const Location &object, PartialFile &part);
    /// Until the object is listed: as `expected`, or under its name when the store has proven that
    /// it received these bytes.
    Result<void> upload(QFile &file, const ObjectInfo &expected, const QString &bucket);
    Result<QList<ObjectInfo>>
    list(const QString &bucket, const QString &prefix, const ObjectsFound &found);

private:
    /// Proven: the store named the MD5 of what it received, and that is what was sent.
    enum class Receipt { Unproven, Proven };

    template<typename Call>
    auto repeated(Call call) -> decltype(call());
    Result<qint64> sizeOnce(const Location &object);
    Result<ReceivedFile> downloadOnce(const Location &object, PartialFile &part);
    Result<ReceivedFile>
    downloadRefused(const HttpReply &refusal, const Location &object, PartialFile &part);
    Result<Receipt> uploadOnce(QFile &file, const ObjectInfo &expected, const Location &object);
    Result<void> awaitListing(const ObjectInfo &expected, const QString &bucket, Receipt receipt);
    /// As the bucket lists it now; nullopt when it does not.
    Result<std::optional<ObjectInfo>> listed(const Location &object);
    Error storeError(const HttpReply &refusal, const Location &object);
    std::optional<Error> giveUp(const Error &error, TryOutcome outcome = TryOutcome::Fruitless);

    const DataProxyOptions &m_options;
    const Secret &m_token;
    const StepControl &m_control;
    HttpTransfer m_http;
    DataProxyApi m_api;
    BoundedTries m_tries;
    bool m_wasRefused = false; ///< by the store, 403, once
};

} // namespace createzoom
