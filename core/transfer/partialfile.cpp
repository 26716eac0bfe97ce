// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/partialfile.h"

#include "core/transfer/fileerror.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

constexpr qint64 hashedChunk = qint64(1) << 20;
constexpr qint64 maxEtag = 256;
const QString writeAttempt = u"the work folder could not be written"_s;

/// If-Match compares strongly; a weak ETag, or something that is none, is as good as nothing.
QByteArray strongEtag(const QByteArray &text)
{
    const QByteArray etag = text.trimmed();
    const bool isPrintable
        = std::all_of(etag.begin(), etag.end(), [](char c) { return c > 0x20 && c < 0x7f; });
    const bool isStrong = etag.size() > 2 && etag.startsWith('"') && etag.endsWith('"');
    return isStrong && isPrintable && etag.size() <= maxEtag ? etag : QByteArray();
}

} // namespace

PartialFile::PartialFile(const QString &path, const StepControl &control)
    : m_file(path)
    , m_control(control)
{}

QString PartialFile::etagPath() const
{
    return m_file.fileName() + u".etag"_s;
}

Result<void> PartialFile::open()
{
    // Unbuffered: a full disk is noticed at the write that meets it.
    if (!m_file.open(QIODevice::ReadWrite | QIODevice::Unbuffered))
        return fileError(m_file, writeAttempt);
    QFile remembered(etagPath());
    if (remembered.open(QIODevice::ReadOnly))
        m_etag = strongEtag(remembered.read(maxEtag));
    m_expectedMd5 = md5OfEtag(m_etag);
    if (m_etag.isEmpty() || m_file.size() == 0)
        return startOver();
    return hashWhatIsThere();
}

Result<void> PartialFile::hashWhatIsThere()
{
    m_file.seek(0);
    m_size = 0;
    m_md5.reset();
    for (;;) {
        const QByteArray bytes = m_file.read(hashedChunk);
        if (m_control.stopRequested())
            return cancelledError();
        if (bytes.isEmpty())
            break;
        m_md5.addData(bytes);
        m_size += bytes.size();
    }
    return m_size == m_file.size() ? Result<void>() : fileError(m_file, writeAttempt);
}

Result<void> PartialFile::startOver()
{
    m_etag.clear();
    m_expectedMd5.clear();
    m_md5.reset();
    m_size = 0;
    m_total = -1;
    QFile::remove(etagPath());
    if (m_file.size() > 0 && !m_file.resize(0))
        return fileError(m_file, writeAttempt);
    if (m_file.pos() != 0)
        m_file.seek(0);
    return {};
}

Result<void> PartialFile::begin(const HttpReply &head)
{
    if (head.status != 206)
        return beginWhole(head);
    const std::optional<ContentRange> range = parseContentRange(head.header("content-range"_ba));
    const QByteArray etag = strongEtag(head.header("etag"_ba));
    const bool isOtherVersion = !etag.isEmpty() && etag != m_etag;
    if (!range || range->first != m_size || m_size == 0 || isOtherVersion)
        return Error{ErrorCode::RemoteFailure, u"the store sent another part than was asked for"_s};
    m_total = range->total;
    return {};
}

Result<void> PartialFile::beginWhole(const HttpReply &head)
{
    if (const Result<void> emptied = startOver(); !emptied)
        return emptied;
    bool isTold = false;
    const qint64 length = head.header("content-length"_ba).toLongLong(&isTold);
    m_total = isTold ? length : -1;
    m_expectedMd5 = md5OfEtag(head.header("etag"_ba));
    return rememberEtag(strongEtag(head.header("etag"_ba)));
}

Result<void> PartialFile::rememberEtag(const QByteArray &etag)
{
    m_etag = etag;
    if (etag.isEmpty())
        return {};
    QFile remembered(etagPath());
    const bool isWritten = remembered.open(QIODevice::WriteOnly | QIODevice::Unbuffered)
        && remembered.write(etag) == etag.size();
    return isWritten ? Result<void>() : fileError(remembered, writeAttempt);
}

Result<void> PartialFile::take(const QByteArray &bytes)
{
    if (m_total >= 0 && m_size + bytes.size() > m_total)
        return Error{ErrorCode::RemoteFailure, u"the store sent more than it announced"_s};
    if (m_file.write(bytes) != bytes.size())
        return fileError(m_file, writeAttempt);
    m_md5.addData(bytes);
    m_size += bytes.size();
    m_control.report({StepProgress::Phase::Downloading, m_size, std::max<qint64>(m_total, 0)});
    return {};
}

Result<ReceivedFile> PartialFile::finish(qint64 total)
{
    if (total >= 0 && m_size < total)
        return Error{ErrorCode::Network, u"the connection was cut"_s};
    const QString md5 = QString::fromLatin1(m_md5.result().toHex());
    if ((total >= 0 && m_size != total) || (!m_expectedMd5.isEmpty() && md5 != m_expectedMd5)) {
        if (const Result<void> emptied = startOver(); !emptied)
            return emptied.error();
        return Error{ErrorCode::Checksum, u"what arrived is not what the store holds"_s};
    }
    // Not synced: a file that a power failure cut off is shorter, which the next stage sees.
    m_file.close();
    QFile::remove(etagPath());
    return ReceivedFile{m_size, md5};
}

} // namespace createzoom
