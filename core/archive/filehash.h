// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

namespace createzoom {

/// The MD5 of a file, read back on a thread of its own while the file still grows. Owned by who
/// wants to know; any thread may call.
class FileHash
{
public:
    explicit FileHash(const QString &path);
    ~FileHash(); ///< gives up what is not done yet
    Q_DISABLE_COPY_MOVE(FileHash)

    /// The file's first `bytes` will not change any more. Returns at once.
    void advanceTo(qint64 bytes);
    /// The file has this many bytes. Waits for the end: hex, or why the file could not be read.
    Result<QString> finish(qint64 bytes);

private:
    void run(const std::stop_token &stop, const QString &path);
    qint64 waitBeyond(qint64 done, const std::stop_token &stop);

    std::mutex m_mutex; ///< guards everything below
    std::condition_variable_any m_changed;
    qint64 m_settled = 0;
    bool m_isWhole = false;
    std::optional<Error> m_error;
    QString m_md5;
    std::jthread m_thread; ///< last: it uses the others
};

} // namespace createzoom
