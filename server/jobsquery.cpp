// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/jobsquery.h"

#include <QUrlQuery>

#include <algorithm>
#include <array>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

constexpr int maxLimit = 500;

Error invalid(const QString &message)
{
    return {ErrorCode::InvalidRequest, message};
}

std::optional<qint64> numberFrom(const QString &text, qint64 low, qint64 high)
{
    bool isNumber = false;
    const qint64 number = text.toLongLong(&isNumber);
    return isNumber && number >= low && number <= high ? std::optional(number) : std::nullopt;
}

using Reader = Result<void> (*)(JobsQuery &, const QString &);

Result<void> readStates(JobsQuery &query, const QString &value)
{
    for (const QString &name : value.split(u',', Qt::SkipEmptyParts)) {
        const std::optional<JobState> state = stateFromName(name);
        if (!state)
            return invalid(u"There is no state named %1"_s.arg(name));
        query.filter.states << *state;
    }
    return {};
}

Result<void> readText(JobsQuery &query, const QString &value)
{
    query.text = value;
    return {};
}

Result<void> readLimit(JobsQuery &query, const QString &value)
{
    const std::optional<qint64> limit = numberFrom(value, 1, maxLimit);
    if (!limit)
        return invalid(u"limit must be a number from 1 to %1"_s.arg(maxLimit));
    query.limit = int(*limit);
    return {};
}

Result<void> readCursor(JobsQuery &query, const QString &value)
{
    const std::optional<qint64> cursor = numberFrom(value, 1, std::numeric_limits<qint64>::max());
    if (!cursor)
        return invalid(u"cursor must be the next_cursor of an answer"_s);
    query.cursor = *cursor;
    return {};
}

Result<void> readChangedAfter(JobsQuery &query, const QString &value)
{
    query.changedAfter = numberFrom(value, 0, std::numeric_limits<qint64>::max());
    return query.changedAfter ? Result<void>()
                              : invalid(u"changed_after must be the revision of an answer"_s);
}

struct ParameterRow
{
    const char *name;
    Reader read;
};
constexpr std::array parameters{ParameterRow{"state", readStates},
                                ParameterRow{"q", readText},
                                ParameterRow{"limit", readLimit},
                                ParameterRow{"cursor", readCursor},
                                ParameterRow{"changed_after", readChangedAfter}};

} // namespace

Result<JobsQuery> readJobsQuery(const QByteArray &query)
{
    // As forms write it: QUrlQuery leaves '+' alone.
    const QUrlQuery fields(QString::fromLatin1(query).replace(u'+', u"%20"_s));
    JobsQuery result;
    for (const auto &[name, value] : fields.queryItems(QUrl::FullyDecoded)) {
        const auto *const row
            = std::find_if(parameters.begin(), parameters.end(), [&name = name](const auto &r) {
                  return name == QLatin1String(r.name);
              });
        if (row == parameters.end())
            return invalid(u"There is no parameter named %1"_s.arg(name)).inField(name);
        if (const Result<void> read = row->read(result, value); !read)
            return read.error().inField(name);
    }
    const bool isFiltered
        = !result.filter.states.isEmpty() || !result.text.isEmpty() || result.cursor != 0;
    if (result.changedAfter && isFiltered)
        return invalid(u"changed_after stands alone or with limit"_s).inField(u"changed_after"_s);
    return result;
}

bool matchesText(const Job &job, const QString &text)
{
    const QStringList places{job.id,
                             job.request.source.text(),
                             job.request.target().text(),
                             job.request.submitter,
                             job.worker,
                             job.error ? errorName(job.error->code) : QString(),
                             job.error ? job.error->message : QString()};
    const QString haystack = places.join(u'\n');
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    return std::all_of(words.begin(), words.end(), [&haystack](const QString &word) {
        return haystack.contains(word, Qt::CaseInsensitive);
    });
}

} // namespace createzoom
