// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/viewer/viewerwidget.h"

#include <QAction>
#include <QList>
#include <QObject>

#include <functional>

namespace createzoom {

/// What a person can do with a viewer, as actions: its context menu, its keys while it has the
/// focus, and for who has a menu bar the menus. Owned by the viewer. GUI thread.
class ViewerActions : public QObject
{
    Q_OBJECT

public:
    explicit ViewerActions(ViewerWidget &viewer);

    /// By menu.
    const QList<QAction *> &zoom() const { return m_zoom; }
    const QList<QAction *> &overlays() const { return m_overlays; }
    const QList<QAction *> &picture() const { return m_picture; }
    const QList<QAction *> &series() const { return m_series; }

    /// What a saved picture is called at first: "s012.tif".
    void setPictureName(const QString &name) { m_pictureName = name; }
    /// Writes a PNG off the GUI thread; notice() tells.
    void savePicture(const QString &path);

Q_SIGNALS:
    void notice(const QString &sentence);

private:
    using Action = std::function<void()>;

    void addZooms();
    void addOverlay(ViewerWidget::Overlay overlay, const QString &text, Qt::Key key);
    QAction *add(const QString &text, const QList<QKeySequence> &keys, const Action &action);
    QAction *addSeparator();
    void enable();
    void copyPicture();
    void askWhereToSave();

    ViewerWidget &m_viewer;
    QList<QAction *> m_zoom;
    QList<QAction *> m_overlays;
    QList<QAction *> m_picture;
    QList<QAction *> m_series;
    QString m_pictureName;
};

} // namespace createzoom
