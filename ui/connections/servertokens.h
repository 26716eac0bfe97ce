// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret.h"
#include "ui/serialworker.h"

#include <QByteArray>
#include <QString>

#include <atomic>
#include <map>

namespace createzoom {

/// The tokens of servers: in memory, and those that a person asked to keep in a file that nobody
/// else may read (mode 0600). Lives on the GUI thread, writes on its own.
class ServerTokens
{
public:
    enum class Keep { InMemory, OnDisk };

    /// Reads the file; before a window is shown.
    explicit ServerTokens(const QString &file);
    ~ServerTokens(); ///< the file is as it should be then
    ServerTokens(const ServerTokens &) = delete;
    ServerTokens &operator=(const ServerTokens &) = delete;

    QString file() const { return m_file; }
    bool has(const QString &url) const { return m_tokens.contains(url); }
    bool isKept(const QString &url) const;
    Secret of(const QString &url) const; ///< empty: none
    void set(const QString &url, Secret token, Keep keep);
    void forget(const QString &url);

private:
    struct Entry
    {
        Secret token{};
        Keep keep = Keep::InMemory;
    };
    Secret kept() const; ///< as the file holds them
    void write();

    const QString m_file;
    std::atomic<int> m_pending{0}; ///< writes that were asked for and are not done
    std::map<QString, Entry> m_tokens{}; ///< by the address of their server
    SerialWorker m_writer{};
};

} // namespace createzoom
