// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/stepcontrol.h"

#include <QElapsedTimer>

#include <mutex>

namespace createzoom {

/// Lets at most ten reports a second through, and always the first and the last. Used by one thread
/// at a time.
class ProgressGate
{
public:
    ProgressGate(const StepControl &control, StepProgress::Phase phase, qint64 total)
        : m_control(control)
        , m_phase(phase)
        , m_total(total)
    {}

    void report(qint64 done)
    {
        if (done < m_total && m_sinceLast.isValid() && m_sinceLast.elapsed() < intervalMs)
            return;
        m_sinceLast.start();
        m_control.report({.phase = m_phase, .done = done, .total = m_total});
    }

private:
    static constexpr qint64 intervalMs = 100;

    const StepControl &m_control;
    StepProgress::Phase m_phase;
    qint64 m_total;
    QElapsedTimer m_sinceLast;
};

/// Adds up what several threads have done, and reports it through a gate, from 0 on.
class SharedProgress
{
public:
    SharedProgress(const StepControl &control, StepProgress::Phase phase, qint64 total)
        : m_gate(control, phase, total)
    {
        m_gate.report(0);
    }

    void add(qint64 amount)
    {
        const std::lock_guard lock(m_mutex);
        m_done += amount;
        m_gate.report(m_done);
    }

private:
    std::mutex m_mutex; ///< guards the rest
    ProgressGate m_gate;
    qint64 m_done = 0;
};

} // namespace createzoom
