// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/tlsfiles.h"

#include "core/base/logging.h"

#include <QFile>
#include <QFileInfo>
#include <QSslCertificate>
#include <QSslKey>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

QSslKey keyFrom(const QByteArray &pem)
{
    for (const QSsl::KeyAlgorithm algorithm : {QSsl::Rsa, QSsl::Ec}) {
        if (const QSslKey key(pem, algorithm); !key.isNull())
            return key;
    }
    return {};
}

Error unusable(const QString &file, const QString &what)
{
    return {ErrorCode::Usage, u"%1 holds no %2"_s.arg(file, what)};
}

} // namespace

TlsFiles::TlsFiles(QString certificate, QString key, std::chrono::milliseconds lookInterval)
    : m_certificate(std::move(certificate))
    , m_key(std::move(key))
    , m_lookInterval(lookInterval)
{}

Result<TlsFiles> TlsFiles::open(const QString &certificate,
                                const QString &key,
                                std::chrono::milliseconds lookInterval)
{
    TlsFiles files(certificate, key, lookInterval);
    files.m_changed = files.lastChange();
    Result<QSslConfiguration> first = files.read();
    if (!first)
        return first.error();
    files.m_current = std::move(*first);
    files.m_nextLook.setRemainingTime(lookInterval);
    return files;
}

const QSslConfiguration &TlsFiles::current()
{
    if (!m_nextLook.hasExpired())
        return m_current;
    m_nextLook.setRemainingTime(m_lookInterval);
    const QDateTime changed = lastChange();
    if (changed == m_changed)
        return m_current;
    m_changed = changed;
    if (Result<QSslConfiguration> next = read()) {
        m_current = std::move(*next);
        qCInfo(lcServer, "The certificate was read again");
    } else {
        qCWarning(lcServer).noquote()
            << "The certificate that was used before stays:" << next.error().message;
    }
    return m_current;
}

/// A change of a link to another file is one, too: that is how secrets are renewed in clusters.
QDateTime TlsFiles::lastChange() const
{
    return std::max(QFileInfo(m_certificate).lastModified(), QFileInfo(m_key).lastModified());
}

Result<QSslConfiguration> TlsFiles::read() const
{
    const QList<QSslCertificate> chain = QSslCertificate::fromPath(m_certificate, QSsl::Pem);
    if (chain.isEmpty())
        return unusable(m_certificate, u"certificate in PEM form"_s);
    QFile file(m_key);
    const QSslKey key = file.open(QIODevice::ReadOnly) ? keyFrom(file.readAll()) : QSslKey();
    if (key.isNull())
        return unusable(m_key, u"key in PEM form without a password"_s);
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificateChain(chain);
    configuration.setPrivateKey(key);
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone); // clients show tokens
    return configuration;
}

} // namespace createzoom
