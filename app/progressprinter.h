// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/stepcontrol.h"
#include "core/pipeline/conversion.h"

#include <QElapsedTimer>
#include <QString>

#include <mutex>

namespace createzoom {

/// Says how conversions go: a bar on a terminal, plain lines elsewhere, JSON lines when asked. Any
/// thread.
class ProgressPrinter
{
public:
    enum class Form { Json, Terminal, Plain };

    ProgressPrinter(Form form, qsizetype total);

    void started(const QString &source, const ImageFacts &facts);
    void progress(const QString &source, const StepProgress &step);
    void done(const QString &source, const ConversionReport &report);
    void failed(const QString &source, const Error &error);

private:
    void finishLine(const QString &text);
    void clearBar();

    const Form m_form;
    const qsizetype m_total;
    std::mutex m_mutex; ///< guards what follows and the terminal
    qsizetype m_ended = 0;
    QElapsedTimer m_sinceBar;
};

} // namespace createzoom
