// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/connections/connections.h"

#include <QComboBox>

namespace createzoom {

/// Whose jobs are shown: this computer's or a server's; the way to add and change servers. For a
/// window's tool bar. GUI thread; `connections` outlives it.
class ConnectionBox : public QComboBox
{
    Q_OBJECT

public:
    explicit ConnectionBox(Connections &connections, QWidget *parent = nullptr);

    void addServer();

private:
    void fill();
    void choose(int row);
    void openDialog(std::optional<int> server);

    Connections &m_connections;
};

} // namespace createzoom
