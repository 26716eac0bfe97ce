// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detailspane.h"

#include "core/base/logging.h"
#include "ui/errortext.h"
#include "ui/jobtext.h"

#include <QDateTime>
#include <QLocale>
#include <QScrollBar>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

QString paragraph(const QString &text)
{
    return text.isEmpty() ? QString() : u"<p>%1</p>"_s.arg(text.toHtmlEscaped());
}

QString row(const QString &label, const QString &text)
{
    return u"<tr><td style=\"padding-right:12px\">%1</td><td>%2</td></tr>"_s.arg(
        label.toHtmlEscaped(), text.toHtmlEscaped());
}

QString timeText(qint64 utcMilliseconds)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(utcMilliseconds), QLocale::LongFormat);
}

} // namespace

DetailsPane::DetailsPane(QWidget *parent)
    : QTextBrowser(parent)
{
    setOpenLinks(false);
    setAcceptDrops(false); // the window takes drops
    setTabChangesFocus(true);
    document()->setDocumentMargin(8);
    setAccessibleName(tr("Details of the selected job"));
    showSelectionCount(0);
}

void DetailsPane::showJob(const Job &job)
{
    QString html = u"<h3>%1</h3>"_s.arg(tr("%1: %2", "name of a job: its state")
                                            .arg(job.request.sourceName(), stateLook(job).words)
                                            .toHtmlEscaped());
    if (job.error) {
        const ErrorText text = errorText(*job.error);
        html += paragraph(text.what) + paragraph(text.why);
        if (!text.remedy.isEmpty())
            html += u"<p><b>%1</b></p>"_s.arg(text.remedy.toHtmlEscaped());
    }
    for (const QString &warning : job.warnings)
        html += paragraph(tr("Warning: %1").arg(warning));
    html += u"<table style=\"margin-top:10px\">"_s + row(tr("From"), job.request.source.text())
        + row(tr("To"), job.request.target().text()) + row(tr("Added"), timeText(job.createdAt));
    if (job.endedAt > 0)
        html += row(tr("Ended"), timeText(job.endedAt));
    if (job.error) {
        html += row(tr("Error code"), errorName(job.error->code))
            + row(tr("Step"), currentStepName(job))
            + row(tr("Failed attempts"), QLocale().toString(job.attempts + job.crashes));
        if (!job.error->detail.isEmpty())
            html += row(tr("Technical details"), masked(job.error->detail));
    }
    html += row(tr("Job"), job.id) + u"</table>"_s;
    showHtml(html);
}

void DetailsPane::showSelectionCount(int count)
{
    showHtml(paragraph(count == 0 ? tr("Select a job to see its details.")
                                  : tr("%n jobs are selected.", nullptr, count)));
}

// A running job is renewed four times a second: what is being read or marked stays.
void DetailsPane::showHtml(const QString &html)
{
    if (html == m_html)
        return;
    m_html = html;
    const int position = verticalScrollBar()->value();
    setHtml(html);
    verticalScrollBar()->setValue(position);
}

} // namespace createzoom
