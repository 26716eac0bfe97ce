// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobcolumns.h"

#include "ui/errortext.h"
#include "ui/joblist.h"
#include "ui/jobtext.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

/// The translator's context of this file.
struct JobColumns
{
    Q_DECLARE_TR_FUNCTIONS(JobColumns)
};

QString number(double value, int decimals = 0)
{
    return QLocale().toString(value, 'f', decimals);
}

/// Of today the time alone: that is what people look for.
QString timeText(qint64 at)
{
    if (at <= 0)
        return {};
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(at);
    const QString clock = time.toString(u"HH:mm"_s);
    if (time.date() == QDate::currentDate())
        return clock;
    return QLocale().toString(time.date(), QLocale::ShortFormat) + u' ' + clock;
}

qint64 durationOf(const Job &job)
{
    if (job.startedAt <= 0)
        return 0;
    return std::max<qint64>(0, (job.endedAt > 0 ? job.endedAt : job.updatedAt) - job.startedAt);
}

qint64 waitOf(const Job &job)
{
    return job.startedAt > 0 ? std::max<qint64>(0, job.startedAt - job.createdAt) : 0;
}

double ratioOf(const Job &job)
{
    return job.facts.sourceBytes > 0
        ? static_cast<double>(job.facts.archiveBytes) / static_cast<double>(job.facts.sourceBytes)
        : 0;
}

double secondsLeft(const JobRow &row)
{
    const auto left = row.rate.timeLeft();
    return left ? static_cast<double>(left->count()) : -1;
}

QString timeLeftText(const JobRow &row)
{
    const auto left = row.rate.timeLeft();
    return left ? durationText(left->count() * 1000) : QString();
}

QString placeText(const JobRow &row)
{
    return row.rank > 0 ? number(row.rank) : QString();
}

/// What runs, then what waits in its order, then what has ended, the latest first.
double placeNumber(const JobRow &row)
{
    constexpr double most = 1e15; // beyond all times and places
    if (isTerminal(row.job.state))
        return 2 * most - static_cast<double>(row.job.endedAt);
    return row.facets.isIn(StateGroup::Running) ? -most : row.job.place;
}

QString dimensionsText(const JobRow &row)
{
    const JobFacts &facts = row.job.facts;
    return facts.width > 0 ? u"%1 × %2"_s.arg(number(facts.width), number(facts.height))
                           : QString();
}

QString tilesText(const JobRow &row)
{
    const JobFacts &facts = row.job.facts;
    return facts.tiles > 0 ? u"%1 / %2"_s.arg(number(facts.levels), number(double(facts.tiles)))
                           : QString();
}

QString presetText(const JobRow &row)
{
    return row.facets.preset.isEmpty() ? JobColumns::tr("own options") : row.facets.preset;
}

// clang-format off
constexpr auto table = std::to_array<JobColumnInfo>({
    {JobColumn::Place, QT_TRANSLATE_NOOP("JobColumns", "#"), 46, true, true, placeText, placeNumber},
    {JobColumn::Picture, QT_TRANSLATE_NOOP("JobColumns", "Picture"), 84, false, false,
     [](const JobRow &) { return QString(); }, nullptr},
    {JobColumn::Name, QT_TRANSLATE_NOOP("JobColumns", "Name"), 158, true, false,
     [](const JobRow &r) { return r.job.request.sourceName(); }, nullptr},
    {JobColumn::State, QT_TRANSLATE_NOOP("JobColumns", "State"), 165, true, false,
     [](const JobRow &r) { return stateLook(r.job).words; },
     [](const JobRow &r) { return double(r.job.state); }},
    {JobColumn::Steps, QT_TRANSLATE_NOOP("JobColumns", "Steps"), 136, true, false,
     [](const JobRow &r) { return currentStepName(r.job); },
     [](const JobRow &r) { return double(currentStep(r.job)); }},
    {JobColumn::Progress, QT_TRANSLATE_NOOP("JobColumns", "Progress"), 114, true, true,
     [](const JobRow &r) { return percentText(r.job); }, [](const JobRow &r) { return r.job.progress; }},
    {JobColumn::TimeLeft, QT_TRANSLATE_NOOP("JobColumns", "Time left"), 72, true, true, timeLeftText, secondsLeft},
    {JobColumn::Speed, QT_TRANSLATE_NOOP("JobColumns", "Speed"), 88, true, true,
     [](const JobRow &r) { return speedText(r.rate.perSecond(), r.rate.isOfPixels()); },
     [](const JobRow &r) { return r.rate.perSecond(); }},
    {JobColumn::Size, QT_TRANSLATE_NOOP("JobColumns", "Size"), 72, true, true,
     [](const JobRow &r) { return bytesText(r.job.facts.sourceBytes); },
     [](const JobRow &r) { return double(r.job.facts.sourceBytes); }},
    {JobColumn::Source, QT_TRANSLATE_NOOP("JobColumns", "Source"), 72, true, false,
     [](const JobRow &r) { return sourceKind(r.job); },
     [](const JobRow &r) { return double(r.job.request.origin); }},
    {JobColumn::Added, QT_TRANSLATE_NOOP("JobColumns", "Added"), 88, true, true,
     [](const JobRow &r) { return timeText(r.job.createdAt); }, [](const JobRow &r) { return double(r.job.createdAt); }},
    {JobColumn::OutputSize, QT_TRANSLATE_NOOP("JobColumns", "Output size"), 90, false, true,
     [](const JobRow &r) { return bytesText(r.job.facts.archiveBytes); },
     [](const JobRow &r) { return double(r.job.facts.archiveBytes); }},
    {JobColumn::Ratio, QT_TRANSLATE_NOOP("JobColumns", "Ratio"), 70, false, true,
     [](const JobRow &r) { return ratioOf(r.job) > 0 ? number(ratioOf(r.job), 2) : QString(); },
     [](const JobRow &r) { return ratioOf(r.job); }},
    {JobColumn::Dimensions, QT_TRANSLATE_NOOP("JobColumns", "Dimensions"), 130, false, true, dimensionsText,
     [](const JobRow &r) { return double(r.job.facts.width) * r.job.facts.height; }},
    {JobColumn::Tiles, QT_TRANSLATE_NOOP("JobColumns", "Levels / tiles"), 110, false, true, tilesText,
     [](const JobRow &r) { return double(r.job.facts.tiles); }},
    {JobColumn::Format, QT_TRANSLATE_NOOP("JobColumns", "Format"), 70, false, false,
     [](const JobRow &r) { return formatName(r.job.request.options.format).toUpper(); },
     [](const JobRow &r) { return double(r.job.request.options.format); }},
    {JobColumn::Destination, QT_TRANSLATE_NOOP("JobColumns", "Destination"), 260, false, false,
     [](const JobRow &r) { return r.job.request.target().text(); }, nullptr},
    {JobColumn::Started, QT_TRANSLATE_NOOP("JobColumns", "Started"), 130, false, true,
     [](const JobRow &r) { return timeText(r.job.startedAt); }, [](const JobRow &r) { return double(r.job.startedAt); }},
    {JobColumn::Finished, QT_TRANSLATE_NOOP("JobColumns", "Finished"), 130, false, true,
     [](const JobRow &r) { return timeText(r.job.endedAt); }, [](const JobRow &r) { return double(r.job.endedAt); }},
    {JobColumn::Duration, QT_TRANSLATE_NOOP("JobColumns", "Duration"), 80, false, true,
     [](const JobRow &r) { return durationText(durationOf(r.job)); }, [](const JobRow &r) { return double(durationOf(r.job)); }},
    {JobColumn::WaitingTime, QT_TRANSLATE_NOOP("JobColumns", "Waiting time"), 90, false, true,
     [](const JobRow &r) { return durationText(waitOf(r.job)); }, [](const JobRow &r) { return double(waitOf(r.job)); }},
    {JobColumn::Attempt, QT_TRANSLATE_NOOP("JobColumns", "Failed attempts"), 70, false, true,
     [](const JobRow &r) { return number(r.job.attempts + r.job.crashes); },
     [](const JobRow &r) { return double(r.job.attempts + r.job.crashes); }},
    {JobColumn::Preset, QT_TRANSLATE_NOOP("JobColumns", "Preset"), 100, false, false, presetText, nullptr},
    {JobColumn::Worker, QT_TRANSLATE_NOOP("JobColumns", "Worker"), 90, false, false,
     [](const JobRow &r) { return r.job.worker; }, nullptr},
    {JobColumn::Error, QT_TRANSLATE_NOOP("JobColumns", "Error"), 260, false, false,
     [](const JobRow &r) { return r.job.error ? errorText(*r.job.error).what : QString(); },
     [](const JobRow &r) { return r.job.error ? double(r.job.error->code) : -1; }},
    {JobColumn::JobId, QT_TRANSLATE_NOOP("JobColumns", "Job"), 260, false, false,
     [](const JobRow &r) { return r.job.id; }, nullptr},
    {JobColumn::Submitter, QT_TRANSLATE_NOOP("JobColumns", "Submitted by"), 120, false, false,
     [](const JobRow &r) { return r.job.request.submitter; }, nullptr},
});
// clang-format on
static_assert(table.size() == static_cast<size_t>(JobColumn::Count));

} // namespace

std::span<const JobColumnInfo> jobColumns()
{
    return table;
}

const JobColumnInfo &jobColumn(int column)
{
    return table.at(static_cast<size_t>(column));
}

QString jobColumnTitle(int column)
{
    return JobColumns::tr(jobColumn(column).title);
}

QString bytesText(qint64 bytes)
{
    if (bytes <= 0)
        return {};
    int decimals = 0; // two digits, as from "1.4 MB" to "14 MB"
    for (const qint64 unit : {1'000'000LL, 1'000'000'000LL, 1'000'000'000'000LL}) {
        if (bytes >= unit)
            decimals = bytes < 10 * unit ? 1 : 0;
    }
    return QLocale().formattedDataSize(bytes, decimals, QLocale::DataSizeSIFormat);
}

QString speedText(double perSecond, bool isOfPixels)
{
    const double millions = perSecond / 1e6;
    if (millions < 0.05)
        return {};
    const int decimals = millions < 10 ? 1 : 0;
    return (isOfPixels ? JobColumns::tr("%1 Mpx/s") : JobColumns::tr("%1 MB/s"))
        .arg(number(millions, decimals));
}

QString durationText(qint64 milliseconds)
{
    if (milliseconds <= 0)
        return {};
    const qint64 seconds = (milliseconds + 500) / 1000;
    const auto two = [](qint64 value) {
        return u"%1"_s.arg(value, 2, 10, QLatin1Char('0'));
    };
    if (seconds < 3600)
        return u"%1:%2"_s.arg(seconds / 60).arg(two(seconds % 60));
    return u"%1:%2:%3"_s.arg(seconds / 3600).arg(two(seconds / 60 % 60), two(seconds % 60));
}

} // namespace createzoom
