// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/stepcontrol.h"

#include <QFile>
#include <QString>

namespace createzoom {

/// A file that appears under its name complete or not at all: written under a hidden name beside
/// it, then renamed. The hidden name is always the same for a target, and locked, so that what a
/// killed process left is taken over by the next one, and two processes take turns. Lives on the
/// stack of one upload.
class PartFile
{
public:
    explicit PartFile(const QString &target);
    ~PartFile(); ///< removes the hidden file unless it was renamed
    PartFile(const PartFile &) = delete;
    PartFile &operator=(const PartFile &) = delete;

    /// Waits for another writer of the same target.
    Result<void> open(const StepControl &control);
    QFile &file() { return m_file; }
    /// Instead of writing to file(): the bytes of another file, which shares them from now on and
    /// must never change again. False where the file system has no hard links between the two.
    bool adopt(const QString &path);
    /// Makes the bytes durable and gives them their name, replacing what had it.
    Result<void> commit();

    static bool isPartName(const QString &fileName);

private:
    enum class Lock { Taken, Busy };
    Result<Lock> tryLock();

    QString m_target{};
    QString m_hidden{};
    QString m_link{}; ///< of an adopted file; empty = none
    QFile m_file{};
};

} // namespace createzoom
