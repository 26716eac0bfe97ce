// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/windowsettings.h"

#include <QWidget>

class QGroupBox;
class QListWidget;
class QListWidgetItem;
class QPushButton;

namespace createzoom {

class DestinationEditor;

/// The settings' page of watched folders: each can be switched off, and its
/// archives may go elsewhere than those of other images. GUI thread.
class WatchPage : public QWidget
{
    Q_OBJECT

public:
    explicit WatchPage(QWidget *parent = nullptr);

    QList<WatchedFolder> folders() const;
    void setFolders(const QList<WatchedFolder> &folders);
    void addFolder(const WatchedFolder &folder); ///< passed over when it is there
    QString problem() const; ///< why it cannot be kept; empty: it can

Q_SIGNALS:
    void changed();

private:
    void layOut();
    void chooseFolder();
    void showCurrent();
    void keepDestination();
    static WatchedFolder folderOf(const QListWidgetItem &item);
    static void put(QListWidgetItem &item, const WatchedFolder &folder);

    QListWidget *m_list = nullptr;
    QPushButton *m_add = nullptr;
    QPushButton *m_remove = nullptr;
    QGroupBox *m_isElsewhere = nullptr;
    DestinationEditor *m_destination = nullptr;
    bool m_isShowing = false; ///< what changes is no wish of a person
};

} // namespace createzoom
