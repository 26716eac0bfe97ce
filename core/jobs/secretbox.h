// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace createzoom {

/// Seals tokens at rest with XChaCha20-Poly1305 (libsodium), bound to the id of their job: a copied
/// blob does not open under another id. Form: "dz1.<key id>.<base64url(nonce24 | ciphertext)>"
/// (design "queue", section 9). Immutable after construction; any thread. The first key seals,
/// every key opens (rotation).
class SecretBox
{
public:
    /// Keys as "id:base64,id:base64", 32 bytes each.
    static Result<SecretBox> fromKeys(const Secret &keys);
    /// The key of an embedded store: `file` (mode 0600), made when it is missing.
    static Result<SecretBox> fromFile(const QString &file);

    QByteArray seal(const Secret &plain, const QString &jobId) const;
    Result<Secret> open(const QByteArray &sealed, const QString &jobId) const;

    /// "<key id>.<base64url(mac)>" (HMAC-SHA-512-256 with a key derived for this purpose): whoever
    /// has the keys wrote `message`.
    QByteArray sign(const QByteArray &message) const;
    bool isSigned(const QByteArray &message, const QByteArray &signature) const;

private:
    struct Key
    {
        QByteArray id;
        Secret bytes;
    };
    explicit SecretBox(std::vector<Key> keys);

    std::vector<Key> m_keys;
};

} // namespace createzoom
