// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/conversionprocess.h"

#include "core/jobs/jobjson.h"
#include "core/pipeline/childprocess.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <memory>
#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

QStringList argumentsOf(const Conversion &conversion)
{
    QStringList arguments{u"convert"_s, u"--json"_s, u"--threads=%1"_s.arg(conversion.threads)};
    arguments << optionsToArguments(conversion.options);
    arguments << u"--output=%1"_s.arg(conversion.target);
    if (!conversion.innerName.isEmpty())
        arguments << u"--inner-name=%1"_s.arg(conversion.innerName);
    arguments << u"--max-pixels=%1"_s.arg(conversion.limits.pixels)
              << u"--max-pages=%1"_s.arg(conversion.limits.pages);
    if (!conversion.loaders.isEmpty())
        arguments << u"--loaders=%1"_s.arg(conversion.loaders.join(u','));
    if (!conversion.sourceMd5.isEmpty())
        arguments << u"--source-md5=%1"_s.arg(conversion.sourceMd5);
    if (!conversion.temporaryName.isEmpty())
        arguments << u"--temporary-name=%1"_s.arg(conversion.temporaryName);
    return arguments << u"--"_s << conversion.source;
}

/// An image, with what lies beside it: the slides of some scanners are several files. Each of them
/// may be a link that leads elsewhere.
QStringList filesOf(const QString &source)
{
    const QDir folder = QFileInfo(source).dir();
    QStringList files{source, folder.path()};
    for (const QFileInfo &entry : folder.entryInfoList(QDir::AllEntries | QDir::NoDotAndDotDot)) {
        if (entry.isSymLink())
            files << entry.canonicalFilePath();
    }
    return files;
}

/// What the child said so far, line by line.
struct ChildReport
{
    std::optional<ConversionReport> report{};
    std::optional<Error> error{};
    qint64 memoryBytes = 0; ///< its estimate; 0 = not yet said

    void read(const QByteArray &line, const StepControl &control);
};

ConversionReport reportFromJson(const QJsonObject &json)
{
    return {.target = json.value(u"target").toString(),
            .bytes = json.value(u"bytes").toInteger(),
            .md5 = json.value(u"md5").toString(),
            .size = {json.value(u"width").toInt(), json.value(u"height").toInt()},
            .levels = json.value(u"levels").toInt(),
            .tiles = json.value(u"tiles").toInteger(),
            .sourceBytes = json.value(u"source_bytes").toInteger(),
            .micrometresPerPixel = json.value(u"micrometres_per_pixel").toDouble(),
            .warnings = json.value(u"warnings").toVariant().toStringList(),
            .skipped = json.value(u"skipped").toBool()};
}

void ChildReport::read(const QByteArray &line, const StepControl &control)
{
    const QJsonObject json = jsonObject(line);
    const QString event = json.value(u"event").toString();
    if (event == u"progress")
        control.report(stepFromJson(json));
    else if (event == u"start") {
        control.learnt(factsFromJson(json));
        memoryBytes = json.value(u"memory_bytes").toInteger();
    } else if (event == u"done")
        report = reportFromJson(json);
    else if (event == u"error")
        error
            = Error{errorCodeFromName(json.value(u"code").toString()).value_or(ErrorCode::Internal),
                    json.value(u"message").toString(),
                    json.value(u"detail").toString()};
}

/// What stands behind the end of a child that gave no answer, in the order in which it is asked.
Error deathOf(const ChildExit &exit, const QString &name, const ProcessLimits &limits)
{
    const bool outOfMemory = exit.errorOutput.contains("failed to allocate")
        || exit.errorOutput.contains("bad_alloc") || exit.errorOutput.contains("out of memory");
    const QString detail = u"signal %1, exit code %2: %3"_s.arg(exit.signal)
                               .arg(exit.code)
                               .arg(QString::fromUtf8(exit.errorOutput));
    if (exit.tookTooLong)
        return {ErrorCode::Timeout,
                u"%1 takes longer than a conversion may: the limit is %2 s"_s.arg(name).arg(
                    std::chrono::duration_cast<std::chrono::seconds>(limits.wallTime).count()),
                detail};
    if (outOfMemory)
        return {
            ErrorCode::Memory,
            u"%1 needs more memory than a conversion may use: the limit is %2 MiB"_s.arg(name).arg(
                limits.memoryBytes >> 20),
            detail};
    if (exit.signal == SIGXCPU)
        return {
            ErrorCode::Timeout,
            u"%1 needs more processor time than a conversion may use: the limit is %2 s"_s.arg(name)
                .arg(limits.cpuTime.count()),
            detail};
    if (exit.signal == SIGXFSZ && limits.largestFile() == limits.fileBytes)
        return {ErrorCode::Limit,
                u"%1 becomes a larger archive than a conversion may write: the limit is %2 MiB"_s
                    .arg(name)
                    .arg(limits.fileBytes >> 20),
                detail};
    if (exit.signal == SIGXFSZ)
        return {
            ErrorCode::DiskFull, u"The disk has no room for the archive of %1"_s.arg(name), detail};
    if (exit.signal != 0)
        return {
            ErrorCode::Crash, u"The program that decodes images crashed on %1"_s.arg(name), detail};
    return {
        ErrorCode::Internal, u"The conversion of %1 ended without an answer"_s.arg(name), detail};
}

/// A child's share of the memory, once it has said how much it needs.
class Admission
{
public:
    /// `most`: a child that was taken over may say any number; 0 = it has no limit.
    Admission(MemoryBudget *budget,
              qint64 most,
              const ChildReport &said,
              const StepControl &control)
        : m_budget(budget)
        , m_most(most > 0 ? most : qint64{1} << 50)
        , m_said(said)
        , m_control(control)
    {}

    bool isGranted()
    {
        if (!m_budget || m_share || m_said.memoryBytes <= 0)
            return true;
        m_share = m_budget->take(std::min(m_said.memoryBytes, m_most));
        if (!m_share) // a sign of life: it waits, it does not hang
            m_control.report({.message = u"Waiting for memory that other conversions use"_s});
        return m_share != nullptr;
    }

private:
    MemoryBudget *const m_budget;
    const qint64 m_most;
    const ChildReport &m_said;
    const StepControl &m_control;
    std::unique_ptr<MemoryBudget::Share> m_share;
};

QByteArray lineOf(const QString &event, const QString &source, QJsonObject json)
{
    json.insert(u"event"_s, event);
    json.insert(u"source"_s, source);
    return jsonBytes(json) + '\n';
}

} // namespace

Result<ConversionReport> convertInChild(const QString &program,
                                        const Conversion &conversion,
                                        const QString &tempFolder,
                                        const ProcessLimits &limits,
                                        const StepControl &control,
                                        MemoryBudget *budget)
{
    // The child may write in that folder and not beside it. Why it cannot be made, the child says.
    QDir().mkpath(QFileInfo(conversion.target).path());
    ChildReport said;
    Admission admission(budget, limits.memoryBytes, said, control);
    const Result<ChildExit> exit
        = runChild({.program = program,
                    .arguments = argumentsOf(conversion),
                    .tempFolder = tempFolder,
                    .readable = filesOf(conversion.source),
                    .writable = {QFileInfo(conversion.target).path()},
                    .limits = limits,
                    .mayRun =
                        [&] {
                            return admission.isGranted();
                        }},
                   control.stop,
                   [&](const QByteArray &line) { said.read(line, control); });
    // One that was killed cannot clean up. Of one that was not, the file has got its final name.
    if (!conversion.temporaryName.isEmpty())
        QFileInfo(conversion.target).dir().remove(conversion.temporaryName);
    if (!exit)
        return exit.error();
    if (control.stopRequested())
        return cancelledError();
    if (said.error)
        return *said.error;
    if (said.report && exit->signal == 0 && exit->code == 0)
        return *said.report;
    const QString name = conversion.innerName.isEmpty() ? conversion.source.section(u'/', -1)
                                                        : conversion.innerName;
    return deathOf(*exit, name, limits);
}

QByteArray startLine(const QString &source, const ImageFacts &facts)
{
    return lineOf(u"start"_s,
                  source,
                  {{u"source_bytes"_s, facts.sourceBytes},
                   {u"width"_s, facts.width},
                   {u"height"_s, facts.height},
                   {u"levels"_s, facts.levels},
                   {u"tiles"_s, facts.tiles},
                   {u"micrometres_per_pixel"_s, facts.micrometresPerPixel},
                   {u"memory_bytes"_s, facts.memoryBytes}});
}

QByteArray progressLine(const QString &source, const StepProgress &progress)
{
    return lineOf(u"progress"_s, source, toJson(progress));
}

QByteArray reportLine(const QString &source, const ConversionReport &report)
{
    return lineOf(u"done"_s,
                  source,
                  {{u"target"_s, report.target},
                   {u"bytes"_s, report.bytes},
                   {u"md5"_s, report.md5},
                   {u"width"_s, report.size.width()},
                   {u"height"_s, report.size.height()},
                   {u"levels"_s, report.levels},
                   {u"tiles"_s, report.tiles},
                   {u"source_bytes"_s, report.sourceBytes},
                   {u"micrometres_per_pixel"_s, report.micrometresPerPixel},
                   {u"warnings"_s, QJsonArray::fromStringList(report.warnings)},
                   {u"skipped"_s, report.skipped}});
}

QByteArray errorLine(const QString &source, const Error &error)
{
    return lineOf(u"error"_s,
                  source,
                  {{u"code"_s, errorName(error.code)},
                   {u"message"_s, error.message},
                   {u"detail"_s, error.detail}});
}

} // namespace createzoom
