// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/metricstext.h"

namespace createzoom {

namespace {

const char *typeName(MetricsText::Type type)
{
    switch (type) {
    case MetricsText::Type::Gauge:
        return "gauge";
    case MetricsText::Type::Counter:
        return "counter";
    case MetricsText::Type::Histogram:
        break;
    }
    return "histogram";
}

QByteArray escaped(QByteArray value)
{
    return value.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
}

QByteArray numberText(double number)
{
    constexpr int digits = 17;
    const bool isWhole = number == double(qint64(number));
    return isWhole ? QByteArray::number(qint64(number)) : QByteArray::number(number, 'g', digits);
}

/// As short as it can be: a bound is a label, and labels are texts.
QByteArray boundText(double bound)
{
    return QByteArray::number(bound, 'g', 6);
}

} // namespace

void MetricsText::family(const QByteArray &name, Type type, const QByteArray &help)
{
    m_name = name;
    m_text.append("# HELP ").append(name).append(' ').append(help).append('\n');
    m_text.append("# TYPE ").append(name).append(' ').append(typeName(type)).append('\n');
}

void MetricsText::sample(double value, const Labels &labels)
{
    line({}, labels, value);
}

void MetricsText::histogram(const StepMeter::Durations &durations, const Labels &labels)
{
    for (size_t i = 0; i < StepMeter::bounds.size(); ++i)
        line("_bucket",
             labels + Labels{{"le", boundText(StepMeter::bounds[i])}},
             double(durations.within[i]));
    line("_bucket", labels + Labels{{"le", "+Inf"}}, double(durations.count));
    line("_sum", labels, durations.seconds);
    line("_count", labels, double(durations.count));
}

void MetricsText::line(const QByteArray &suffix, const Labels &labels, double value)
{
    m_text.append(m_name).append(suffix);
    QByteArrayList parts;
    for (const auto &[name, text] : labels)
        parts << name + "=\"" + escaped(text) + '"';
    if (!parts.isEmpty())
        m_text.append('{').append(parts.join(',')).append('}');
    m_text.append(' ').append(numberText(value)).append('\n');
}

} // namespace createzoom
