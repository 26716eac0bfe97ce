// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/secretbox.h"

#include <QFile>
#include <QSaveFile>

#include <algorithm>
#include <sodium.h>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

constexpr qsizetype keyBytes = crypto_aead_xchacha20poly1305_ietf_KEYBYTES;
constexpr qsizetype nonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr qsizetype tagBytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr auto base64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

QByteArray boundTo(const QString &jobId)
{
    return "dz1|" + jobId.toUtf8() + "|tok";
}

unsigned char *bytes(QByteArray &array)
{
    return reinterpret_cast<unsigned char *>(array.data());
}

const unsigned char *bytes(const QByteArray &array)
{
    return reinterpret_cast<const unsigned char *>(array.constData());
}

auto size(const QByteArray &array)
{
    return static_cast<unsigned long long>(array.size());
}

constexpr qsizetype macBytes = crypto_auth_BYTES;

/// The sealing key itself never signs: a key of its own is derived from it.
QByteArray macOf(const QByteArray &message, const Secret &key)
{
    static const QByteArray purpose = "createzoom peer v1";
    QByteArray derived(crypto_auth_KEYBYTES, '\0');
    crypto_generichash(bytes(derived),
                       crypto_auth_KEYBYTES,
                       bytes(purpose),
                       size(purpose),
                       bytes(key.expose()),
                       static_cast<size_t>(key.expose().size()));
    QByteArray mac(macBytes, '\0');
    crypto_auth(bytes(mac), bytes(message), size(message), bytes(derived));
    sodium_memzero(derived.data(), static_cast<size_t>(derived.size()));
    return mac;
}

Error cannotOpen()
{
    return {ErrorCode::AuthRequired, u"The stored token cannot be read with this server's keys"_s};
}

} // namespace

SecretBox::SecretBox(std::vector<Key> keys)
    : m_keys(std::move(keys))
{}

Result<SecretBox> SecretBox::fromKeys(const Secret &keys)
{
    std::vector<Key> parsed;
    for (const QByteArray &entry : keys.expose().trimmed().split(',')) {
        const qsizetype colon = entry.indexOf(':');
        QByteArray id = entry.left(std::max<qsizetype>(colon, 0)).trimmed();
        auto decoded = QByteArray::fromBase64Encoding(entry.mid(colon + 1).trimmed(),
                                                      QByteArray::AbortOnBase64DecodingErrors);
        Secret key(std::move(decoded.decoded));
        const bool isKnown
            = std::any_of(parsed.begin(), parsed.end(), [&id](const Key &k) { return k.id == id; });
        const bool isGood = !id.isEmpty() && !id.contains('.') && !isKnown
            && decoded.decodingStatus == QByteArray::Base64DecodingStatus::Ok
            && key.expose().size() == keyBytes;
        if (!isGood)
            return Error{
                ErrorCode::Usage,
                u"Token keys must be given as id:base64 of 32 bytes, separated by commas"_s};
        parsed.push_back({std::move(id), std::move(key)});
    }
    return SecretBox(std::move(parsed));
}

Result<SecretBox> SecretBox::fromFile(const QString &file)
{
    QFile existing(file);
    if (existing.open(QIODevice::ReadOnly))
        return fromKeys(Secret(existing.readAll()));
    if (existing.exists()) // never to be replaced: it opens the tokens that are stored
        return Error{
            ErrorCode::Io, u"The key file cannot be read: %1"_s.arg(existing.errorString()), file};
    QByteArray key(keyBytes, '\0');
    randombytes_buf(key.data(), static_cast<size_t>(key.size()));
    Secret line("k1:" + key.toBase64() + '\n');
    QSaveFile made(file);
    made.setDirectWriteFallback(false);
    if (!made.open(QIODevice::WriteOnly)
        || !made.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        || made.write(line.expose()) < 0 || !made.commit())
        return Error{
            ErrorCode::Io, u"The key file cannot be written: %1"_s.arg(made.errorString()), file};
    return fromKeys(line);
}

QByteArray SecretBox::seal(const Secret &plain, const QString &jobId) const
{
    const Key &key = m_keys.front();
    const QByteArray bound = boundTo(jobId);
    QByteArray nonce(nonceBytes, '\0');
    randombytes_buf(nonce.data(), static_cast<size_t>(nonce.size()));
    QByteArray cipher(plain.expose().size() + tagBytes, '\0');
    crypto_aead_xchacha20poly1305_ietf_encrypt(bytes(cipher),
                                               nullptr,
                                               bytes(plain.expose()),
                                               size(plain.expose()),
                                               bytes(bound),
                                               size(bound),
                                               nullptr,
                                               bytes(nonce),
                                               bytes(key.bytes.expose()));
    return "dz1." + key.id + '.' + (nonce + cipher).toBase64(base64);
}

Result<Secret> SecretBox::open(const QByteArray &sealed, const QString &jobId) const
{
    const QList<QByteArray> parts = sealed.split('.');
    if (parts.size() != 3 || parts[0] != "dz1")
        return cannotOpen();
    const auto key = std::find_if(
        m_keys.begin(), m_keys.end(), [&](const Key &k) { return k.id == parts[1]; });
    const QByteArray blob = QByteArray::fromBase64(parts[2], base64);
    if (key == m_keys.end() || blob.size() < nonceBytes + tagBytes)
        return cannotOpen();
    const QByteArray nonce = blob.left(nonceBytes);
    const QByteArray cipher = blob.mid(nonceBytes);
    const QByteArray bound = boundTo(jobId);
    QByteArray plain(cipher.size() - tagBytes, '\0');
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(bytes(plain),
                                                   nullptr,
                                                   nullptr,
                                                   bytes(cipher),
                                                   size(cipher),
                                                   bytes(bound),
                                                   size(bound),
                                                   bytes(nonce),
                                                   bytes(key->bytes.expose()))
        != 0)
        return cannotOpen();
    return Secret(std::move(plain));
}

QByteArray SecretBox::sign(const QByteArray &message) const
{
    const Key &key = m_keys.front();
    return key.id + '.' + macOf(message, key.bytes).toBase64(base64);
}

bool SecretBox::isSigned(const QByteArray &message, const QByteArray &signature) const
{
    const qsizetype dot = signature.indexOf('.');
    const QByteArray id = signature.left(std::max<qsizetype>(dot, 0));
    const QByteArray mac = QByteArray::fromBase64(signature.mid(dot + 1), base64);
    const auto key
        = std::find_if(m_keys.begin(), m_keys.end(), [&](const Key &k) { return k.id == id; });
    if (key == m_keys.end() || mac.size() != macBytes)
        return false;
    return sodium_memcmp(macOf(message, key->bytes).constData(), mac.constData(), macBytes) == 0;
}

} // namespace createzoom
