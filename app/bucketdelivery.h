// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/pipeline/conversion.h"
#include "core/transfer/bucket.h"

#include <QString>

#include <memory>

namespace createzoom {

/// `convert -o bucket:B/FOLDER`: converts into a temporary folder, then uploads. Owned by the
/// command's run; one object serves all its threads.
class BucketDelivery
{
public:
    /// `bucketUrl` empty = the setting (environment, file, default). The token is read from a file,
    /// never an argument, anew for each archive: a watch outlives its token.
    static Result<std::unique_ptr<BucketDelivery>> open(const QString &bucketUrl,
                                                        const QString &tokenFile);

    /// Asks for the right to write and for what exists there, before converting.
    Result<ConversionReport>
    convertAndUpload(Conversion conversion, Location target, const StepControl &control);

private:
    BucketDelivery(std::unique_ptr<Bucket> bucket, QString tokenFile);

    std::unique_ptr<Bucket> m_bucket;
    QString m_tokenFile; ///< empty: no token is needed
};

} // namespace createzoom
