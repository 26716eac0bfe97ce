// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/joblog.h"

#include "core/base/logging.h"
#include "core/jobs/jobjson.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <functional>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

double perSecond(double amount, JobLog::Duration took)
{
    return amount * 1000.0 / static_cast<double>(std::max<qint64>(took.count(), 1));
}

/// " (30.0 MB/s)"; empty for what was over at once: its rate means nothing.
QString rateText(double amount, JobLog::Duration took, const std::function<QString(double)> &text)
{
    constexpr JobLog::Duration atOnce{100};
    return took < atOnce ? QString() : u" (%1/s)"_s.arg(text(perSecond(amount, took)));
}

/// "download of b/in/s012.tif", "conversion of s012.tif", "upload to b/out/s012.tif.dzip"
QString stageText(const Claim &claim)
{
    const JobRequest &request = claim.request;
    switch (claim.stage) {
    case Stage::Download:
        return u"download of "_s + request.source.text();
    case Stage::Process:
        return u"conversion of "_s + request.sourceName();
    case Stage::Upload:
        break;
    }
    return u"upload to "_s + request.target().text();
}

QString times(int count, const QString &what)
{
    return u"%1 %2%3"_s.arg(count).arg(what, count == 1 ? QString() : u"s"_s);
}

/// ", after 2 failures and 1 crash"; empty for the first attempt.
QString historyText(const Claim &claim)
{
    QStringList history;
    if (claim.attempts > 0)
        history << times(claim.attempts, u"failure"_s);
    if (claim.crashes > 0)
        history << times(claim.crashes, u"crash"_s).replace(u"crashs"_s, u"crashes"_s);
    return history.isEmpty() ? QString() : u", after "_s + history.join(u" and "_s);
}

QString outputText(const Claim &claim,
                   const StageOutput &output,
                   const JobFacts &facts,
                   JobLog::Duration took)
{
    const QString size = sizeText(output.artifact.bytes);
    const QString time = durationText(took);
    if (claim.stage != Stage::Process)
        return u"%1 in %2"_s.arg(size, time)
            + rateText(static_cast<double>(output.artifact.bytes), took, [](double bytes) {
                   return sizeText(static_cast<qint64>(bytes));
               });
    const double pixels = static_cast<double>(facts.width) * facts.height;
    return u"archive of %1 in %2"_s.arg(size, time) + rateText(pixels, took, [](double rate) {
               constexpr double million = 1e6;
               return u"%1 Mpx"_s.arg(rate / million, 0, 'f', 1);
           });
}

} // namespace

JobLog::JobLog(JobEngine &engine)
    : m_engine(engine)
{}

void JobLog::begins(const Claim &claim)
{
    note(claim.jobId, stageText(claim) + u" begins"_s + historyText(claim));
}

void JobLog::knowsImage(const Claim &claim, const JobFacts &facts)
{
    QString text = u"image of %1 x %2 pixels: %3 levels, %4 tiles"_s.arg(facts.width)
                       .arg(facts.height)
                       .arg(facts.levels)
                       .arg(facts.tiles);
    if (facts.micrometresPerPixel > 0)
        text += u", %1 \u00b5m a pixel"_s.arg(facts.micrometresPerPixel, 0, 'g', 4);
    note(claim.jobId, text);
}

void JobLog::ends(const Claim &claim,
                  const StageOutput &output,
                  const JobFacts &facts,
                  Duration took)
{
    if (output.skipped) {
        note(claim.jobId, u"skipped: %1 exists already"_s.arg(claim.request.target().text()));
        return;
    }
    note(claim.jobId, stageText(claim) + u" is done: "_s + outputText(claim, output, facts, took));
    if (claim.stage == Stage::Process) {
        for (const QString &warning : output.artifact.warnings)
            note(claim.jobId, warning, Level::Warning);
    }
    if (nextStage(claim.request, claim.stage))
        return;
    // A local archive may have got another name than the one asked for.
    const bool isPlaced = claim.stage == Stage::Process && !output.result.isEmpty();
    note(claim.jobId,
         u"the archive is "_s + (isPlaced ? output.result : claim.request.target().text()));
}

void JobLog::fails(const Claim &claim, const Error &error, std::optional<Duration> retryIn)
{
    if (error.code == ErrorCode::Cancelled) {
        note(claim.jobId, stageText(claim) + u" is cancelled"_s, Level::Warning);
        return;
    }
    const QString next
        = retryIn ? u"tries again in "_s + durationText(*retryIn) : u"the job has failed"_s;
    note(claim.jobId,
         u"%1 failed: %2 (%3); %4"_s.arg(
             stageText(claim), error.message, errorName(error.code), next),
         retryIn ? Level::Warning : Level::Error);
}

void JobLog::waits(const Claim &claim, const Error &reason, Duration blockedFor)
{
    note(claim.jobId,
         u"%1 waits: %2 (%3); tries again in %4"_s.arg(
             stageText(claim), reason.message, errorName(reason.code), durationText(blockedFor)),
         Level::Warning);
}

void JobLog::pauses(const Claim &claim)
{
    note(claim.jobId, stageText(claim) + u" is paused"_s);
}

void JobLog::isGivenBack(const Claim &claim)
{
    note(claim.jobId,
         stageText(claim) + u" is interrupted: the program ends, the job goes on later"_s,
         Level::Warning);
}

void JobLog::isFenced(const Claim &claim)
{
    note(claim.jobId,
         stageText(claim)
             + u" is interrupted: its lease could not be renewed, the job goes on later"_s,
         Level::Warning);
}

void JobLog::startsOver(const Claim &claim)
{
    note(claim.jobId,
         stageText(claim) + u" starts over: the file of the stage before is gone"_s,
         Level::Warning);
}

void JobLog::tells(const QString &jobId,
                   const QString &origin,
                   const Result<void> &told,
                   std::optional<Duration> again)
{
    if (told) {
        note(jobId, u"told %1 of the end"_s.arg(origin));
        return;
    }
    const QString next
        = again ? u"tries again in "_s + durationText(*again) : u"it is not tried again"_s;
    note(jobId,
         u"could not tell %1 of the end: %2; %3"_s.arg(origin, told.error().message, next),
         Level::Warning);
}

void JobLog::note(const QString &jobId, const QString &text, Level level)
{
    const QString word = level == Level::Error ? u"error"_s
        : level == Level::Warning              ? u"warning"_s
                                               : u"info"_s;
    const QString line
        = u"%1 %2 %3"_s.arg(isoTime(QDateTime::currentMSecsSinceEpoch()), word, masked(text));
    if (const Result<void> written = m_engine.appendLog(jobId, {line}); !written)
        qCDebug(lcPipeline).noquote()
            << "the job's log cannot be written:" << written.error().message;
}

QString durationText(std::chrono::milliseconds duration)
{
    constexpr qint64 minute = 60;
    constexpr qint64 hour = 60 * minute;
    constexpr qint64 second = 1000; // in milliseconds
    if (duration.count() < second)
        return u"%1 ms"_s.arg(duration.count());
    const double exact = static_cast<double>(duration.count()) / second;
    const auto seconds = static_cast<qint64>(exact + 0.5);
    if (seconds < minute)
        return u"%1 s"_s.arg(exact, 0, 'f', 1);
    if (seconds < hour)
        return u"%1 min %2 s"_s.arg(seconds / minute).arg(seconds % minute);
    return u"%1 h %2 min"_s.arg(seconds / hour).arg(seconds % hour / minute);
}

QString sizeText(qint64 bytes)
{
    return QLocale::c().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
}

} // namespace createzoom
