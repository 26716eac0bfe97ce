// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QString>

namespace createzoom {

class JobBoard;

/// Whose jobs a window shows. A value; Connections keeps the board.
struct Connection
{
    QString name{}; ///< for people
    JobBoard *board = nullptr; ///< usable until another connection is chosen
    bool isLocal = true; ///< files of this computer can be added, results opened
    QString address{}; ///< of a server
};

} // namespace createzoom

Q_DECLARE_METATYPE(createzoom::Connection)
