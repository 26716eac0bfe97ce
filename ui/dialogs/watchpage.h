// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/windowsettings.h"

#include <QWidget>

class QListWidget;
class QPushButton;

namespace createzoom {

/// The settings' page of watched folders: each can be switched off. GUI thread.
class WatchPage : public QWidget
{
    Q_OBJECT

public:
    explicit WatchPage(QWidget *parent = nullptr);

    QList<WatchedFolder> folders() const;
    void setFolders(const QList<WatchedFolder> &folders);
    void addFolder(const WatchedFolder &folder); ///< passed over when it is there

private:
    void chooseFolder();

    QListWidget *m_list = nullptr;
    QPushButton *m_remove = nullptr;
};

} // namespace createzoom
