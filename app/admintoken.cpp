// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/admintoken.h"

#include <QFile>
#include <QRandomGenerator>
#include <QSaveFile>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

Result<Secret> loadAdminToken(const QString &file)
{
    QFile existing(file);
    if (existing.open(QIODevice::ReadOnly)) {
        Secret token(existing.readAll().trimmed());
        if (!token.isEmpty())
            return token;
    }
    std::array<quint32, 8> random{};
    QRandomGenerator::system()->fillRange(random.data(), random.size());
    const QByteArray bytes(reinterpret_cast<const char *>(random.data()), sizeof random);
    Secret token(bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
    QSaveFile made(file);
    if (!made.open(QIODevice::WriteOnly)
        || !made.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        || made.write(token.expose() + '\n') < 0 || !made.commit())
        return Error{ErrorCode::Io,
                     u"The admin token cannot be written: %1"_s.arg(made.errorString()),
                     file};
    return token;
}

} // namespace createzoom
