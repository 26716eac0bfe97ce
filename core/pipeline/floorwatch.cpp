// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/floorwatch.h"

#include <QFileInfo>

#include <algorithm>

namespace createzoom {

FloorWatch::FloorWatch(const StepControl &outer,
                       const DiskRoom &room,
                       DiskRoom::Promise &promise,
                       const QString &file,
                       qint64 promised)
    : m_room(room)
    , m_promise(promise)
    , m_file(file)
    , m_promised(promised)
    , m_outerStop(outer.stop, [this] { m_stop.request_stop(); })
    , m_control(outer)
{
    m_control.stop = m_stop.get_token();
    m_control.progress = [this, &outer](const StepProgress &step) {
        outer.report(step);
        look();
    };
}

void FloorWatch::look()
{
    const qint64 written = QFileInfo(m_file).size();
    m_promise.setLeft(std::max<qint64>(m_promised - written, 0));
    if (m_stoppedAt > 0 || written <= m_promised || !m_room.isBelowFloor())
        return;
    m_stoppedAt = written;
    m_stop.request_stop();
}

} // namespace createzoom
