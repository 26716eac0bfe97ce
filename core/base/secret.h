// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace createzoom {

/// A token or key in memory: cannot be printed, compared only in constant time, wiped when it dies.
/// A move-only value; expose() is for the one line that needs the bytes (a header, a seal).
class Secret
{
public:
    Secret() = default;
    explicit Secret(QByteArray bytes);
    ~Secret();
    Secret(Secret &&other) noexcept;
    Secret &operator=(Secret &&other) noexcept;
    Secret(const Secret &) = delete;
    Secret &operator=(const Secret &) = delete;

    bool isEmpty() const { return m_bytes.isEmpty(); }
    const QByteArray &expose() const { return m_bytes; }
    Secret copy() const;
    /// In constant time for equal lengths.
    bool equals(const QByteArray &other) const;

private:
    void wipe();

    QByteArray m_bytes{};
};

/// From here on this process leaves no core file, and other programs of the same user cannot read
/// its memory, environment or open files: a decoder that was taken over runs as that user.
void keepMemoryPrivate();

} // namespace createzoom
