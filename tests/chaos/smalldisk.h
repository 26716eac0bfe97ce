// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTemporaryDir>

namespace createzoom::tests {

/// A disk of its own (tmpfs), mounted where the right to do so is there; unmounted with the object.
class SmallDisk
{
public:
    explicit SmallDisk(qint64 bytes);
    ~SmallDisk();
    SmallDisk(const SmallDisk &) = delete;
    SmallDisk &operator=(const SmallDisk &) = delete;

    bool isMounted() const { return m_isMounted; }
    QString path() const { return m_folder.path(); }
    /// Writes until nothing goes on it any more.
    void fill();
    void empty();

private:
    QString ballast() const { return path() + QStringLiteral("/ballast"); }

    QTemporaryDir m_folder{};
    bool m_isMounted = false;
};

} // namespace createzoom::tests
