// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/secretvariables.h"

#include <QFile>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

struct SecretVariable
{
    const char *name;
    const char *credential; ///< LoadCredential= in packaging/systemd/createzoomd.service
};

constexpr std::array variables{
    SecretVariable{"CREATEZOOM_TOKEN_KEYS", "createzoom.token-keys"},
    SecretVariable{"REDIS_URL", "createzoom.redis-url"},
    SecretVariable{"REDIS_PASSWORD", "createzoom.redis-password"},
};

Result<QString> secretIn(const QString &path, const QString &variable)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Usage,
                     u"%1 (%2) cannot be read: %3"_s.arg(path, variable, file.errorString())};
    const QString secret = QString::fromUtf8(file.readAll().trimmed());
    if (secret.isEmpty())
        return Error{ErrorCode::Usage, u"%1 (%2) is empty"_s.arg(path, variable)};
    return secret;
}

} // namespace

QStringList secretVariables()
{
    QStringList names;
    for (const SecretVariable &variable : variables)
        names << QLatin1String(variable.name);
    return names;
}

Result<Environment> withSecrets(Environment environment)
{
    const QString credentials = environment.value(u"CREDENTIALS_DIRECTORY"_s);
    for (const SecretVariable &variable : variables) {
        const QString name = QLatin1String(variable.name);
        if (!environment.value(name).isEmpty())
            continue;
        const QString fileVariable = name + u"_FILE"_s;
        const QString credential = credentials + u'/' + QLatin1String(variable.credential);
        QString path = environment.value(fileVariable);
        if (path.isEmpty() && !credentials.isEmpty() && QFile::exists(credential))
            path = credential;
        if (path.isEmpty())
            continue;
        const Result<QString> secret = secretIn(path, fileVariable);
        if (!secret)
            return secret.error();
        environment.insert(name, *secret);
    }
    return environment;
}

} // namespace createzoom
