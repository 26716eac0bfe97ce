// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/connections.h"

#include "core/jobs/jobboard.h"

#include <utility>

namespace createzoom {

Connections::Connections(JobBoard &local,
                         QSettings &settings,
                         const QString &tokenFile,
                         ServerOpener open)
    : m_local(local)
    , m_settings(settings)
    , m_tokens(tokenFile)
    , m_open(std::move(open))
    , m_servers(loadServers(settings))
{}

Connections::~Connections() = default;

Connection Connections::current() const
{
    if (!m_current)
        return {tr("This computer"), &m_local, true, {}};
    const SavedServer &server = m_servers.at(*m_current);
    return {server.name, m_opened.board.get(), false, server.url};
}

void Connections::chooseLocal()
{
    if (!m_current)
        return;
    replaceOpened({});
    m_current.reset();
    Q_EMIT connectionChosen(current());
}

void Connections::chooseServer(int index)
{
    const QString url = m_servers.at(index).url;
    replaceOpened(m_open(url, m_tokens.of(url)));
    m_current = index;
    Q_EMIT connectionChosen(current());
}

void Connections::save(const SavedServer &server,
                       Secret token,
                       ServerTokens::Keep keep,
                       std::optional<int> index)
{
    if (index && m_servers.at(*index).url != server.url)
        m_tokens.forget(m_servers.at(*index).url);
    m_tokens.set(server.url, std::move(token), keep);
    if (index)
        m_servers[*index] = server;
    else
        m_servers << server;
    saveServers(m_settings, m_servers);
    Q_EMIT serversChanged();
    chooseServer(index.value_or(int(m_servers.size()) - 1));
}

void Connections::remove(int index)
{
    const bool isShown = m_current == index;
    if (isShown)
        chooseLocal();
    m_tokens.forget(m_servers.at(index).url);
    m_servers.removeAt(index);
    if (m_current && *m_current > index)
        m_current = *m_current - 1;
    saveServers(m_settings, m_servers);
    Q_EMIT serversChanged();
}

void Connections::cutOff()
{
    if (m_opened.cutOff)
        m_opened.cutOff();
}

void Connections::replaceOpened(OpenedServer opened)
{
    cutOff();
    if (m_opened.board)
        m_before << m_opened;
    m_opened = std::move(opened);
}

} // namespace createzoom
