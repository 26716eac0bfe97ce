// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret.h"
#include "ui/connections/connection.h"
#include "ui/connections/savedservers.h"
#include "ui/connections/servertokens.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

class QSettings;

namespace createzoom {

/// The jobs of a server, and a way not to wait for one that is silent.
struct OpenedServer
{
    std::shared_ptr<JobBoard> board{};
    std::function<void()> cutOff{}; ///< every call of the board ends at once, for good
};
/// Who knows how makes it; nothing is asked of the server yet.
using ServerOpener = std::function<OpenedServer(const QString &url, Secret token)>;

/// This computer and the servers that a person has added; which of them is shown now. Owned by the
/// application, outlives the windows; `local` and `settings` outlive it. GUI thread.
class Connections : public QObject
{
    Q_OBJECT

public:
    Connections(JobBoard &local, QSettings &settings, const QString &tokenFile, ServerOpener open);
    ~Connections() override;

    QList<SavedServer> servers() const { return m_servers; }
    /// Index of the server that is shown; nullopt: this computer.
    std::optional<int> currentServer() const { return m_current; }
    Connection current() const;

    ServerTokens &tokens() { return m_tokens; }
    OpenedServer open(const QString &url, Secret token) const
    {
        return m_open(url, std::move(token));
    }

    void chooseLocal();
    /// Its token must be known.
    void chooseServer(int index);
    /// Adds or, with an index, changes a server, and chooses it.
    void save(const SavedServer &server,
              Secret token,
              ServerTokens::Keep keep,
              std::optional<int> index = {});
    /// Forgets a server and its token; if it is shown, this computer is.
    void remove(int index);

    /// Ends what runs on the server that is shown: windows that go need not wait for it.
    void cutOff();

Q_SIGNALS:
    void serversChanged();
    /// The board of the connection before has been cut off.
    void connectionChosen(const createzoom::Connection &connection);

private:
    void replaceOpened(OpenedServer opened);

    JobBoard &m_local;
    QSettings &m_settings;
    ServerTokens m_tokens;
    const ServerOpener m_open;
    QList<SavedServer> m_servers{};
    std::optional<int> m_current{};
    OpenedServer m_opened{};
    QList<OpenedServer> m_before{}; ///< cut off, but kept: their windows may be going still
};

} // namespace createzoom
