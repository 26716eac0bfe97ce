// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>

namespace createzoom {

/// The scripts of resources/lua by name, each behind common.lua. Immutable; any thread.
class RedisScripts
{
public:
    struct Script
    {
        QByteArray text{};
        QByteArray sha1{}; ///< hex: the name that EVALSHA knows it by
    };

    RedisScripts();
    Script script(const QByteArray &name) const { return m_scripts.value(name); }

private:
    QHash<QByteArray, Script> m_scripts{};
};

} // namespace createzoom
