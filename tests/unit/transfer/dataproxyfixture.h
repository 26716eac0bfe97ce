// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transfer/dataproxybucket.h"
#include "tests/support/bucketstandin.h"

#include <QByteArray>
#include <QCryptographicHash>
#include <QFile>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QTemporaryDir>

#include <chrono>
#include <memory>

namespace createzoom::tests {

/// What an object holds. Not the same byte everywhere: parts in the wrong place are noticed.
inline const QByteArray objectContent = [] {
    QByteArray bytes;
    for (int i = 0; bytes.size() < 300'000; ++i)
        bytes += QByteArray::number(i) + ' ';
    return bytes;
}();
constexpr int half = 150'000; ///< of it
constexpr int always = 1000; ///< a fault's times

inline QString md5Of(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Md5).toHex());
}

inline QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

inline QByteArray why(const Error &error)
{
    return (errorName(error.code) + QLatin1Char(' ') + error.message + QLatin1String(" | ")
            + error.detail)
        .toUtf8();
}

inline QJsonObject fault(const char *on, const QJsonObject &what, int times = 1)
{
    QJsonObject result = what;
    result.insert(QLatin1String("on"), QLatin1String(on));
    result.insert(QLatin1String("times"), times);
    return result;
}

/// A bucket stand-in with the object brain/s012.tif in bucket b1, a DataProxyBucket on it and a
/// folder for files of one's own. A base of tests of DataProxyBucket; main thread.
class DataProxyFixture
{
protected:
    /// Anew before each test; false = the stand-in does not run.
    bool begin();
    /// Its pauses are only noted.
    DataProxyBucket makeBucket(const QString &apiUrl);

    BucketStandIn m_standIn{};
    std::unique_ptr<QTemporaryDir> m_folder{};
    std::unique_ptr<DataProxyBucket> m_bucket{};
    QString m_file{}; ///< in the folder; not there
    QList<std::chrono::milliseconds> m_pauses{};
    const Secret m_editor{"editor-token"};
};

inline bool DataProxyFixture::begin()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = m_folder->filePath(QStringLiteral("file"));
    m_pauses.clear();
    m_bucket.reset(new DataProxyBucket(makeBucket(m_standIn.apiUrl())));
    return m_standIn.isRunning() && m_standIn.reset() && m_standIn.makeBucket(QStringLiteral("b1"))
        && m_standIn.putObject(
            QStringLiteral("b1"), QStringLiteral("brain/s012.tif"), objectContent);
}

inline DataProxyBucket DataProxyFixture::makeBucket(const QString &apiUrl)
{
    using std::chrono::milliseconds;
    TransferLimits limits{.stallTimeout = milliseconds(400), .listingWait = milliseconds(3000)};
    limits.minimumRate = 0; // a busy machine would find a stall too slow first
    const auto pause = [this](milliseconds time, const auto &) {
        m_pauses << time;
    };
    return DataProxyBucket({apiUrl.toUtf8(), limits, systemClock(), [] { return 0.5; }, pause});
}

} // namespace createzoom::tests
