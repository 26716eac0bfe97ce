// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/adding/dragscan.h"

#include <QElapsedTimer>

namespace createzoom {

namespace {

constexpr qint64 longest = 10'000; ///< milliseconds

} // namespace

DragScan::DragScan(QObject *parent)
    : OutcomeQueue(parent)
{}

DragScan::~DragScan()
{
    m_stop.request_stop();
    m_worker.end();
}

void DragScan::begin(const QStringList &paths)
{
    end();
    m_stop = {};
    m_worker.post([this, paths, number = m_number, stop = m_stop.get_token()] {
        using enum DragCount::State;
        QElapsedTimer sinceBegin;
        sinceBegin.start();
        bool isBounded = false;
        const ScanWatch watch = tellingWatch(
            [&](const ScanProgress &found) {
                tell(number, {Counting, found});
            },
            [&](const ScanProgress &found) {
                isBounded = found.images >= mostImages || sinceBegin.hasExpired(longest);
                return !isBounded && !stop.stop_requested();
            });
        const ImageScan scan = scanForImages(paths, NamedFiles::ImagesOnly, watch);
        tell(number, {isBounded ? Bounded : Complete, {scan.images.size(), scan.bytes()}});
    });
}

void DragScan::end()
{
    m_stop.request_stop();
    ++m_number;
}

/// On the worker's thread.
void DragScan::tell(int number, const DragCount &count)
{
    deliver([this, number, count] {
        if (number == m_number)
            Q_EMIT counted(count);
    });
}

} // namespace createzoom
