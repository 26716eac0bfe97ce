// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QDateTime>
#include <QDeadlineTimer>
#include <QSslConfiguration>
#include <QString>

#include <chrono>

namespace createzoom {

/// A server's certificate (PEM, with its chain) and key (PEM, RSA or EC, without a password), read
/// again when the files have changed: certificates are renewed while the server runs. Owned by
/// ConnectionGuard; server thread.
class TlsFiles
{
public:
    /// Usage: one of them cannot be read, or is none.
    static Result<TlsFiles> open(const QString &certificate,
                                 const QString &key,
                                 std::chrono::milliseconds lookInterval = std::chrono::seconds(2));

    /// For the next connection: TLS 1.2 or newer. Looks at the files no more often than said; what
    /// cannot be read leaves the one before, with a warning.
    const QSslConfiguration &current();

private:
    TlsFiles(QString certificate, QString key, std::chrono::milliseconds lookInterval);
    Result<QSslConfiguration> read() const;
    QDateTime lastChange() const;

    QString m_certificate{};
    QString m_key{};
    std::chrono::milliseconds m_lookInterval{};
    QSslConfiguration m_current{};
    QDateTime m_changed{};
    QDeadlineTimer m_nextLook{0};
};

} // namespace createzoom
