// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/vieweractions.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QImageWriter>
#include <QPointer>
#include <QSaveFile>
#include <QStandardPaths>
#include <QThreadPool>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

/// Empty when it was written.
QString writePng(const QImage &image, const QString &path)
{
    QSaveFile file(path);
    QImageWriter writer(&file, "png");
    if (file.open(QIODevice::WriteOnly) && writer.write(image) && file.commit())
        return {};
    return file.error() == QFileDevice::NoError ? writer.errorString() : file.errorString();
}

} // namespace

ViewerActions::ViewerActions(ViewerWidget &viewer)
    : QObject(&viewer)
    , m_viewer(viewer)
{
    m_viewer.setContextMenuPolicy(Qt::ActionsContextMenu);
    addZooms();
    addSeparator();
    addOverlay(ViewerWidget::Overlay::Map, tr("Small &map"), Qt::Key_N);
    addOverlay(ViewerWidget::Overlay::ScaleBar, tr("Scale &bar"), Qt::Key_B);
    addOverlay(ViewerWidget::Overlay::TileFrames, tr("&Tile frames"), Qt::Key_D);
    addSeparator();
    m_picture << add(tr("&Copy view"), {Qt::Key_C}, [this] { copyPicture(); });
    m_picture << add(tr("&Save view..."), {QKeySequence::Save}, [this] { askWhereToSave(); });
    addSeparator();
    m_series << add(
        tr("&Previous picture"), {Qt::Key_PageUp}, [this] { Q_EMIT m_viewer.previousRequested(); });
    m_series << add(
        tr("&Next picture"), {Qt::Key_PageDown}, [this] { Q_EMIT m_viewer.nextRequested(); });
    connect(&m_viewer, &ViewerWidget::viewChanged, this, &ViewerActions::enable);
    enable();
}

void ViewerActions::addZooms()
{
    m_zoom << add(tr("Zoom &in"), {Qt::Key_Plus, Qt::Key_Equal, QKeySequence::ZoomIn}, [this] {
        m_viewer.zoomIn();
    });
    m_zoom << add(
        tr("Zoom &out"), {Qt::Key_Minus, QKeySequence::ZoomOut}, [this] { m_viewer.zoomOut(); });
    m_zoom << add(tr("Show &all"), {Qt::Key_0, Qt::Key_Home, Qt::CTRL | Qt::Key_0}, [this] {
        m_viewer.fit();
    });
    constexpr int full = 100;
    for (const int factor : {1, 2, 4, 8}) {
        m_zoom << add(tr("%1 %").arg(factor * full),
                      {QKeySequence(Qt::Key_0 + factor)},
                      [this, factor] { m_viewer.showPixels(factor); });
    }
    m_zoom << addSeparator();
    m_zoom << add(tr("Turn &right"), {Qt::Key_R}, [this] { m_viewer.turn(1); });
    m_zoom << add(tr("Turn &left"), {Qt::SHIFT | Qt::Key_R}, [this] { m_viewer.turn(-1); });
}

void ViewerActions::addOverlay(ViewerWidget::Overlay overlay, const QString &text, Qt::Key key)
{
    QAction *action = add(text, {key}, {});
    action->setCheckable(true);
    action->setChecked(m_viewer.hasOverlay(overlay));
    connect(action, &QAction::toggled, this, [this, overlay](bool isOn) {
        m_viewer.setOverlay(overlay, isOn);
    });
    connect(&m_viewer, &ViewerWidget::overlaysChanged, action, [this, action, overlay] {
        action->setChecked(m_viewer.hasOverlay(overlay));
    });
    m_overlays << action;
}

QAction *
ViewerActions::add(const QString &text, const QList<QKeySequence> &keys, const Action &action)
{
    auto *made = new QAction(text, this);
    made->setShortcuts(keys);
    made->setShortcutContext(Qt::WidgetShortcut);
    if (action)
        connect(made, &QAction::triggered, this, action);
    m_viewer.addAction(made);
    return made;
}

QAction *ViewerActions::addSeparator()
{
    auto *line = new QAction(this);
    line->setSeparator(true);
    m_viewer.addAction(line);
    return line;
}

/// Nothing can be done with no picture, but going to the next one.
void ViewerActions::enable()
{
    for (QAction *action : m_zoom + m_picture)
        action->setEnabled(m_viewer.isOpen());
}

void ViewerActions::copyPicture()
{
    QGuiApplication::clipboard()->setImage(m_viewer.picture());
    Q_EMIT notice(tr("The view was copied."));
}

void ViewerActions::askWhereToSave()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::PicturesLocation);
    const QString name = m_pictureName.isEmpty() ? tr("view") : m_pictureName;
    const QString path = QFileDialog::getSaveFileName(&m_viewer,
                                                      tr("Save the view"),
                                                      QDir(folder).filePath(name + u".png"_s),
                                                      tr("PNG picture (*.png)"));
    if (!path.isEmpty())
        savePicture(path);
}

void ViewerActions::savePicture(const QString &path)
{
    QThreadPool::globalInstance()->start([path, image = m_viewer.picture(), to = QPointer(this)] {
        const QString reason = writePng(image, path);
        QMetaObject::invokeMethod(QCoreApplication::instance(), [path, reason, to] {
            if (!to)
                return;
            const QString name = QFileInfo(path).fileName();
            Q_EMIT to->notice(reason.isEmpty() ? tr("The view was saved as %1.").arg(name)
                                               : tr("%1 cannot be written: %2").arg(name, reason));
        });
    });
}

} // namespace createzoom
