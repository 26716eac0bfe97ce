// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/stepmeter.h"

#include <QByteArray>
#include <QList>

#include <utility>

namespace createzoom {

/// Prometheus' text format 0.0.4 (prometheus.io/docs/instrumenting/exposition_formats): families of
/// samples, each with its help and its type. A local variable of whoever writes an answer.
class MetricsText
{
public:
    using Labels = QList<std::pair<QByteArray, QByteArray>>;

    static constexpr const char *contentType = "text/plain; version=0.0.4; charset=utf-8";

    enum class Type { Gauge, Counter, Histogram };
    /// The samples that follow are of this one.
    void family(const QByteArray &name, Type type, const QByteArray &help);
    void sample(double value, const Labels &labels = {});
    void histogram(const StepMeter::Durations &durations, const Labels &labels);

    const QByteArray &text() const { return m_text; }

private:
    void line(const QByteArray &suffix, const Labels &labels, double value);

    QByteArray m_name{};
    QByteArray m_text{};
};

} // namespace createzoom
