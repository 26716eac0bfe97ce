// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/connectionbox.h"

#include "ui/connections/serverdialog.h"

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

/// What a row stands for; servers are their index.
enum Row { Local = -1, Add = -2, Change = -3 };

} // namespace

ConnectionBox::ConnectionBox(Connections &connections, QWidget *parent)
    : QComboBox(parent)
    , m_connections(connections)
{
    setAccessibleName(tr("Whose jobs are shown"));
    setToolTip(tr("Whose jobs are shown: this computer's or a server's"));
    setSizeAdjustPolicy(QComboBox::AdjustToContents);
    connect(this, &QComboBox::activated, this, &ConnectionBox::choose);
    connect(&connections, &Connections::serversChanged, this, &ConnectionBox::fill);
    connect(&connections, &Connections::connectionChosen, this, &ConnectionBox::fill);
    fill();
}

void ConnectionBox::fill()
{
    clear();
    addItem(tr("This computer"), Local);
    const QList<SavedServer> servers = m_connections.servers();
    for (int i = 0; i < servers.size(); ++i) {
        addItem(servers.at(i).name, i);
        setItemData(count() - 1, servers.at(i).url, Qt::ToolTipRole);
    }
    const std::optional<int> shown = m_connections.currentServer();
    setCurrentIndex(findData(shown.value_or(Local)));
    insertSeparator(count());
    addItem(tr("Add a server…"), Add);
    if (shown)
        addItem(tr("Change %1…").arg(servers.at(*shown).name), Change);
}

void ConnectionBox::choose(int row)
{
    const int chosen = itemData(row).toInt();
    const std::optional<int> shown = m_connections.currentServer();
    fill(); // back to what is shown, until something else is
    if (chosen == Local)
        m_connections.chooseLocal();
    else if (chosen == Add)
        addServer();
    else if (chosen == Change)
        openDialog(shown);
    else if (chosen == shown)
        return;
    else if (m_connections.tokens().has(m_connections.servers().at(chosen).url))
        m_connections.chooseServer(chosen);
    else
        openDialog(chosen); // its token was not kept
}

void ConnectionBox::addServer()
{
    openDialog({});
}

void ConnectionBox::openDialog(std::optional<int> server)
{
    auto *dialog = new ServerDialog(m_connections, server, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace createzoom
