// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/redisscripts.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

RedisScripts::RedisScripts()
{
    const QDir folder(u":/createzoom/lua"_s);
    const QByteArray common = contentOf(folder.filePath(u"common.lua"_s));
    for (const QString &file : folder.entryList({u"*.lua"_s})) {
        const QByteArray text = common + contentOf(folder.filePath(file));
        const QByteArray sha1 = QCryptographicHash::hash(text, QCryptographicHash::Sha1).toHex();
        m_scripts.insert(file.chopped(4).toLatin1(), {text, sha1});
    }
}

} // namespace createzoom
