// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/transfer/bucket.h"
#include "core/transfer/transferlimits.h"

#include <QByteArray>

namespace createzoom {

struct DataProxyOptions
{
    QByteArray baseUrl{}; ///< encoded, "https://data-proxy.ebrains.eu/api"
    TransferLimits limits{};
    Clock clock = systemClock();
    RandomSource random = systemRandom();
    Delay pause = systemDelay();
};

/// Buckets of the EBRAINS data-proxy. Holds nothing but its options: each call makes its own
/// connections, so one object serves all threads.
class DataProxyBucket final : public Bucket
{
public:
    explicit DataProxyBucket(DataProxyOptions options);

    Result<void> checkAccess(const Location &object,
                             Access access,
                             const Secret &token,
                             const StepControl &control) override;
    Result<ObjectInfo>
    stat(const Location &object, const Secret &token, const StepControl &control) override;
    Result<ReceivedFile> download(const Location &object,
                                  const QString &file,
                                  const Secret &token,
                                  const StepControl &control) override;
    Result<void> upload(const QString &file,
                        const QString &md5,
                        const Location &object,
                        const Secret &token,
                        const StepControl &control) override;
    Result<QList<ObjectInfo>> list(const QString &bucket,
                                   const QString &prefix,
                                   const Secret &token,
                                   const StepControl &control,
                                   const ObjectsFound &found = {}) override;
    bool needsToken() const override { return true; }

private:
    const DataProxyOptions m_options;
};

} // namespace createzoom
