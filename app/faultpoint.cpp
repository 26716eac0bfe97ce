// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/faultpoint.h"

#include "core/base/logging.h"

#include <QHostAddress>
#include <QUrl>

#include <csignal>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

class DeadlyBucket : public Bucket
{
public:
    explicit DeadlyBucket(std::unique_ptr<Bucket> bucket)
        : m_bucket(std::move(bucket))
    {}

    Result<void> checkAccess(const Location &object,
                             Access access,
                             const Secret &token,
                             const StepControl &control) override
    {
        return m_bucket->checkAccess(object, access, token, control);
    }

    Result<ObjectInfo>
    stat(const Location &object, const Secret &token, const StepControl &control) override
    {
        return m_bucket->stat(object, token, control);
    }

    Result<ReceivedFile> download(const Location &object,
                                  const QString &file,
                                  const Secret &token,
                                  const StepControl &control) override
    {
        return m_bucket->download(object, file, token, control);
    }

    Result<void> upload(const QString &file,
                        const QString &md5,
                        const Location &object,
                        const Secret &token,
                        const StepControl &control) override
    {
        Result<void> delivered = m_bucket->upload(file, md5, object, token, control);
        if (delivered)
            ::raise(SIGKILL);
        return delivered;
    }

    Result<QList<ObjectInfo>> list(const QString &bucket,
                                   const QString &prefix,
                                   const Secret &token,
                                   const StepControl &control,
                                   const ObjectsFound &found) override
    {
        return m_bucket->list(bucket, prefix, token, control, found);
    }

    bool needsToken() const override { return m_bucket->needsToken(); }

private:
    const std::unique_ptr<Bucket> m_bucket;
};

} // namespace

Result<std::unique_ptr<Bucket>>
withFault(std::unique_ptr<Bucket> bucket, const QString &bucketUrl, const QString &fault)
{
    if (fault.isEmpty())
        return bucket;
    const QUrl url(bucketUrl);
    const bool isStandIn = url.scheme() == u"http" && QHostAddress(url.host()).isLoopback();
    if (!isStandIn || fault != u"after_put")
        return Error{ErrorCode::Usage,
                     u"CREATEZOOM_FAULT is for tests with a bucket on loopback, and after_put is "
                     u"all that it can be"_s};
    qCWarning(lcApp) << "CREATEZOOM_FAULT: this process dies after its first delivery";
    return std::unique_ptr<Bucket>(std::make_unique<DeadlyBucket>(std::move(bucket)));
}

} // namespace createzoom
