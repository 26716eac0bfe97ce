// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <memory>

namespace createzoom {

/// What a decoding child may reach of the file system, by Landlock (Linux 5.19 and later; man 7
/// landlock): the system's programs and libraries to read; what is named here; nothing else. So it
/// sees neither the server's data nor, through /proc, another process's memory, and leaves no link,
/// pipe or device behind. Rights and times of files are SyscallFilter's to refuse. From Linux 6.12
/// on it cannot send signals to others either. Made before the fork, because it opens files; owned
/// by who runs the child.
class FileFence
{
public:
    struct Paths
    {
        QStringList programs{}; ///< files to run
        QStringList readable{}; ///< files, and folders with all below them
        QStringList writable{}; ///< folders with all below them
    };

    /// Paths that are not there are passed over. Null: this kernel has no Landlock, or its
    /// first version, which cannot do with less than a pyramid in a folder needs.
    static std::unique_ptr<const FileFence> around(const Paths &paths);
    ~FileFence();
    Q_DISABLE_COPY_MOVE(FileFence)

    /// In the child, between fork and exec, after PR_SET_NO_NEW_PRIVS; async-signal-safe. False:
    /// the kernel refuses.
    bool apply() const noexcept;

private:
    explicit FileFence(int ruleset);

    const int m_ruleset; ///< a file descriptor
};

} // namespace createzoom
