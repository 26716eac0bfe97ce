// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bucketdelivery.h"

#include "core/base/settings.h"
#include "core/pipeline/archiveplace.h"
#include "core/transfer/openbucket.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

Result<Secret> tokenFrom(const QString &path)
{
    if (path.isEmpty())
        return Secret();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::NotFound,
                     u"The token file %1 cannot be read: %2"_s.arg(path, file.errorString())};
    return Secret(file.readAll().trimmed());
}

} // namespace

BucketDelivery::BucketDelivery(std::unique_ptr<Bucket> bucket, QString tokenFile)
    : m_bucket(std::move(bucket))
    , m_tokenFile(std::move(tokenFile))
{}

Result<std::unique_ptr<BucketDelivery>> BucketDelivery::open(const QString &bucketUrl,
                                                             const QString &tokenFile)
{
    SettingSources sources = defaultSettingSources();
    if (!bucketUrl.isEmpty())
        sources.commandLine.insert(u"bucket-url"_s, bucketUrl);
    const Result<LoadedSettings> loaded = loadSettings(sources);
    if (!loaded)
        return loaded.error();
    Result<std::unique_ptr<Bucket>> bucket = makeBucket(loaded->settings);
    if (!bucket)
        return bucket.error();
    const Result<Secret> token = tokenFrom(tokenFile);
    if (!token)
        return token.error();
    if (token->isEmpty() && (*bucket)->needsToken())
        return Error{ErrorCode::Usage, u"This bucket needs a token: --token-file FILE"_s};
    return std::unique_ptr<BucketDelivery>(new BucketDelivery(std::move(*bucket), tokenFile));
}

Result<ConversionReport>
BucketDelivery::convertAndUpload(Conversion conversion, Location target, const StepControl &control)
{
    const JobRequest request{.source = {{}, conversion.source},
                             .targetFolder = {target.bucket, target.path.section(u'/', 0, -2)},
                             .options = conversion.options};
    const Result<Secret> token = tokenFrom(m_tokenFile);
    if (!token)
        return token.error();
    const Result<ArchivePlace> place = findBucketPlace(*m_bucket, request, *token, control);
    if (!place)
        return place.error();
    if (place->isSkipped)
        return ConversionReport{.target = target.text(), .skipped = true};
    target.path = copyName(target.path, place->copy);

    // Beside the user's other caches: /tmp is memory on many machines.
    const QString caches = QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation);
    const QString ours = caches + u"/createzoom"_s;
    const bool isThere = QDir().mkpath(ours);
    const QTemporaryDir folder(isThere ? ours + u"/XXXXXX"_s : QDir::tempPath() + u"/XXXXXX"_s);
    if (!folder.isValid())
        return Error{ErrorCode::DiskFull,
                     u"No temporary folder can be made: %1"_s.arg(folder.errorString())};
    conversion.target = folder.filePath(target.path.section(u'/', -1));
    conversion.options.exists = ExistsPolicy::Replace;
    Result<ConversionReport> report = convertImage(conversion, control);
    if (!report)
        return report;
    const Result<Secret> later = tokenFrom(m_tokenFile);
    if (!later)
        return later.error();
    const Result<void> uploaded
        = m_bucket->upload(conversion.target, report->md5, target, *later, control);
    if (!uploaded)
        return uploaded.error();
    report->target = target.text();
    return report;
}

} // namespace createzoom
