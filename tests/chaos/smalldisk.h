// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTemporaryDir>

namespace createzoom::tests {

/// A disk of its own (tmpfs), mounted where the right to do so is there; unmounted with the object.
class SmallDisk
{
public:
    /// `files`: how many it can hold, folders too (its inodes); 0 for any number.
    explicit SmallDisk(qint64 bytes, int files = 0);
    ~SmallDisk();
    SmallDisk(const SmallDisk &) = delete;
    SmallDisk &operator=(const SmallDisk &) = delete;

    bool isMounted() const { return m_isMounted; }
    QString path() const { return m_folder.path(); }
    /// Writes until nothing goes on it any more.
    void fill();
    /// Makes files until there can be no more of them.
    void fillWithFiles();
    void empty();
    /// Waits for a moment in which nobody writes. False: there was none.
    bool setReadOnly(bool isReadOnly);

private:
    QString ballast() const { return path() + QStringLiteral("/ballast"); }
    QString manyFiles() const { return path() + QStringLiteral("/many"); }

    QTemporaryDir m_folder{};
    bool m_isMounted = false;
};

} // namespace createzoom::tests
