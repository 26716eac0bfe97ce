// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/progressprinter.h"

#include "app/console.h"
#include "core/pipeline/conversionprocess.h"

#include <QLocale>

#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

constexpr int barWidth = 30;
constexpr int barInterval = 100; // ms

QString fileName(const QString &path)
{
    return path.section(u'/', -1);
}

QString barText(double part)
{
    const int filled = static_cast<int>(part * barWidth);
    return QString(filled, u'#') + QString(barWidth - filled, u'.');
}

} // namespace

ProgressPrinter::ProgressPrinter(Form form, qsizetype total)
    : m_form(form)
    , m_total(total)
{
    m_sinceBar.start();
}

void ProgressPrinter::started(const QString &source, const ImageFacts &facts)
{
    const std::scoped_lock lock(m_mutex);
    if (m_form == Form::Json)
        printRaw(startLine(source, facts));
}

void ProgressPrinter::progress(const QString &source, const StepProgress &step)
{
    const std::scoped_lock lock(m_mutex);
    if (m_form == Form::Json)
        printRaw(progressLine(source, step));
    if (m_form != Form::Terminal || step.total <= 0 || m_sinceBar.elapsed() < barInterval)
        return;
    m_sinceBar.restart();
    const double part = static_cast<double>(step.done) / static_cast<double>(step.total);
    const QString line = u"\r\033[K[%1] %2 %  %3/%4  %5"_s.arg(barText(part))
                             .arg(static_cast<int>(part * 100), 3)
                             .arg(m_ended + 1)
                             .arg(m_total)
                             .arg(fileName(source));
    std::fputs(line.toUtf8().constData(), stderr);
}

void ProgressPrinter::done(const QString &source, const ConversionReport &report)
{
    const std::scoped_lock lock(m_mutex);
    ++m_ended;
    if (m_form == Form::Json)
        return printRaw(reportLine(source, report));
    if (report.skipped)
        return finishLine(u"%1: skipped, %2 exists (--exists replace makes it anew)"_s.arg(
            fileName(source), report.target));
    finishLine(
        u"%1: %2 (%3 x %4 px, %5)"_s.arg(fileName(source), report.target)
            .arg(report.size.width())
            .arg(report.size.height())
            .arg(QLocale::c().formattedDataSize(report.bytes, 1, QLocale::DataSizeSIFormat)));
    for (const QString &warning : report.warnings)
        printError(u"  warning: "_s + warning);
}

void ProgressPrinter::failed(const QString &source, const Error &error)
{
    const std::scoped_lock lock(m_mutex);
    ++m_ended;
    if (m_form == Form::Json)
        return printRaw(errorLine(source, error));
    clearBar();
    printError(u"%1: failed: %2"_s.arg(fileName(source), error.message));
    if (!error.detail.isEmpty())
        printError(u"  "_s + error.detail.trimmed());
}

void ProgressPrinter::finishLine(const QString &text)
{
    clearBar();
    printOut(text);
}

void ProgressPrinter::clearBar()
{
    if (m_form == Form::Terminal)
        std::fputs("\r\033[K", stderr);
}

} // namespace createzoom
