// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/adding/imagescan.h"
#include "ui/outcomequeue.h"
#include "ui/serialworker.h"

#include <QStringList>

#include <stop_token>

namespace createzoom {

/// What a drag would add, as far as it is known.
struct DragCount
{
    enum class State {
        Counting,
        Complete,
        Bounded, ///< there is more than was looked at
    };
    State state = State::Counting;
    ScanProgress found{};

    friend bool operator==(const DragCount &, const DragCount &) = default;
};

/// Looks at what hangs over the window, on a thread of its own, for so long as it hangs there. Such
/// a look is worth a moment only: it ends at a number of images and after some seconds. Owned by
/// the window. GUI thread.
class DragScan : public OutcomeQueue
{
    Q_OBJECT

public:
    static constexpr qsizetype mostImages = 20'000;

    explicit DragScan(QObject *parent = nullptr);
    ~DragScan() override; ///< waits for the file that is looked at

    /// Instead of whatever was looked at before.
    void begin(const QStringList &paths);
    /// It was dropped, or left: nothing more is told.
    void end();

Q_SIGNALS:
    void counted(const createzoom::DragCount &count);

private:
    void tell(int number, const DragCount &count);

    std::stop_source m_stop{};
    int m_number = 0; ///< of the look that may tell
    SerialWorker m_worker{};
};

} // namespace createzoom
