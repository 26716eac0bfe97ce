// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/stepcontrol.h"
#include "core/transfer/bucket.h"
#include "core/transfer/httpexchange.h"

#include <QByteArray>
#include <QCryptographicHash>
#include <QFile>

namespace createzoom {

/// The local half of a resumable download: the file that grows, the ETag of its bytes in
/// `file`.etag beside it (so that another process can go on after a crash), and the MD5 of what is
/// there. Lives on the stack of one download.
class PartialFile final : public BodyReceiver
{
public:
    PartialFile(const QString &path, const StepControl &control);

    /// Takes over what an earlier download left, or starts with nothing.
    Result<void> open();
    /// For the server changed the object or cannot go on: the next answer must be the whole.
    Result<void> startOver();

    qint64 size() const { return m_size; }
    /// Which version of the object the bytes are of; empty: they cannot be gone on with.
    QByteArray etag() const { return m_etag; }

    /// 200: the whole; 206: must go on where the file ends, in the same version.
    Result<void> begin(const HttpReply &head) override;
    Result<void> take(const QByteArray &bytes) override;

    /// Checks size and MD5 and makes the bytes durable. After Checksum the file is empty again.
    Result<ReceivedFile> finish(qint64 total);
    qint64 total() const { return m_total; }

private:
    Result<void> beginWhole(const HttpReply &head);
    Result<void> rememberEtag(const QByteArray &etag);
    Result<void> hashWhatIsThere();
    QString etagPath() const;

    QFile m_file;
    const StepControl &m_control;
    QCryptographicHash m_md5{QCryptographicHash::Md5};
    QByteArray m_etag{};
    QString m_expectedMd5{};
    qint64 m_size = 0;
    qint64 m_total = -1;
};

} // namespace createzoom
