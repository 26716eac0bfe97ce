// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/redis/respvalue.h"

#include <QByteArray>
#include <QByteArrayList>

#include <memory>
#include <optional>

namespace createzoom {

/// A command as the bytes of Redis' protocol.
QByteArray respCommand(const QByteArrayList &words);

/// Reads answers out of bytes as they arrive. Of hiredis only its reader and its encoder are used:
/// they are the same from 0.14 (Debian 12) to 1.2 (Debian 13), and the transport is Qt's.
class RespReader
{
public:
    RespReader();
    ~RespReader();
    RespReader(const RespReader &) = delete;
    RespReader &operator=(const RespReader &) = delete;

    void feed(const QByteArray &bytes);
    /// The next answer; nullopt: not all of it is here. After an error the stream cannot be read
    /// on.
    Result<std::optional<RespValue>> next();

private:
    struct Reader;
    std::unique_ptr<Reader> m_reader;
};

} // namespace createzoom
