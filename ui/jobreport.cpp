// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobreport.h"

#include "core/base/logging.h"
#include "core/base/version.h"
#include "core/jobs/jobjson.h"
#include "ui/details/factstable.h"
#include "ui/errortext.h"
#include "ui/joblist.h"
#include "ui/jobtext.h"

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

// Not translated: who helps may read another language. The facts are as the window shows them.
QStringList linesOf(const JobRow &row)
{
    const Job &job = row.job;
    QStringList lines{job.request.sourceName(), stateSentence(job)};
    lines << factLines(row);
    lines << u"Options: "_s + QString::fromUtf8(jsonBytes(optionsToJson(job.request.options)));
    for (const StepRecord &step : job.steps)
        lines << u"%1 %2 - %3%4"_s.arg(stageName(step.stage),
                                       isoTime(step.startedAt),
                                       isoTime(step.endedAt),
                                       step.error ? u" "_s + errorName(step.error->code)
                                                  : QString());
    if (job.error)
        lines << u"%1: %2"_s.arg(errorName(job.error->code), errorLine(*job.error))
              << job.error->message << job.error->detail;
    return lines;
}

} // namespace

QString reportOf(const QList<const JobRow *> &rows)
{
    QStringList lines{u"CreateZoom %1 (%2), Qt %3"_s.arg(
        QLatin1String(programVersion), QLatin1String(sourceRevision), QLatin1String(qVersion()))};
    for (const JobRow *row : rows) {
        lines << QString();
        for (const QString &line : linesOf(*row)) {
            if (!line.isEmpty())
                lines << masked(line);
        }
    }
    return lines.join(u'\n');
}

QString namesOf(const QList<const JobRow *> &rows)
{
    QStringList lines;
    for (const JobRow *row : rows)
        lines << row->job.request.sourceName() + u'\t' + row->job.request.source.text();
    return lines.join(u'\n');
}

} // namespace createzoom
