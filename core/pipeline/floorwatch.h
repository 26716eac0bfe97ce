// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/stepcontrol.h"
#include "core/pipeline/diskroom.h"

#include <QString>

#include <functional>
#include <stop_token>

namespace createzoom {

/// While a file is written of which nobody knows how large it will be: tells its promise how much
/// is still to come, and stops the work once it has taken more than it was promised while the disk
/// is below its floor, for then it takes what others were promised, or what must stay free. Lives
/// on the stack of one conversion, in the thread that is told of its progress.
class FloorWatch
{
public:
    /// `promised` bytes are what `promise` was made for.
    FloorWatch(const StepControl &outer,
               const DiskRoom &room,
               DiskRoom::Promise &promise,
               const QString &file,
               qint64 promised);
    FloorWatch(const FloorWatch &) = delete;
    FloorWatch &operator=(const FloorWatch &) = delete;

    /// For the work: stops when the outer one does, too.
    const StepControl &control() const { return m_control; }
    /// Bytes at which it was stopped; 0: it was not, or not by this.
    qint64 stoppedAt() const { return m_stoppedAt; }

private:
    void look();

    const DiskRoom &m_room;
    DiskRoom::Promise &m_promise;
    const QString m_file;
    const qint64 m_promised;
    qint64 m_stoppedAt = 0;
    std::stop_source m_stop{};
    const std::stop_callback<std::function<void()>> m_outerStop;
    StepControl m_control{};
};

} // namespace createzoom
