// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/jobsquery.h"

#include "server/jsonbody.h"

#include <QDateTime>
#include <QJsonArray>
#include <QTimeZone>
#include <QUrlQuery>

#include <algorithm>
#include <array>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

constexpr int maxLimit = 500;

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

Result<void> readSource(JobsQuery &query, const QString &value)
{
    query.source = value;
    return {};
}

Result<void> readCreatedAfter(JobsQuery &query, const QString &value)
{
    QDateTime time = QDateTime::fromString(value, Qt::ISODateWithMs);
    if (!time.isValid())
        return invalid(u"created_after must be a time such as 2026-11-26T03:00:00Z"_s);
    if (time.timeSpec() == Qt::LocalTime)
        time.setTimeZone(QTimeZone::utc());
    query.createdAfter = time.toMSecsSinceEpoch();
    return {};
}

struct OrderRow
{
    const char *name;
    JobOrder order;
};
constexpr std::array orders{OrderRow{"-created_at", JobOrder::NewestFirst},
                            OrderRow{"created_at", JobOrder::OldestFirst},
                            OrderRow{"-updated_at", JobOrder::LatestChangeFirst},
                            OrderRow{"updated_at", JobOrder::EarliestChangeFirst}};

Result<void> readSort(JobsQuery &query, const QString &value)
{
    const auto *const row = std::find_if(orders.begin(), orders.end(), [&value](const auto &r) {
        return value == QLatin1String(r.name);
    });
    if (row == orders.end())
        return invalid(u"sort must be created_at or updated_at, with '-' for the latest first"_s);
    query.filter.order = row->order;
    return {};
}

struct ParameterRow
{
    const char *name;
    Reader read;
    bool isFilter = false; ///< says which jobs, not how they are listed
};
constexpr std::array parameters{ParameterRow{"state", readStates, true},
                                ParameterRow{"q", readText, true},
                                ParameterRow{"source", readSource, true},
                                ParameterRow{"created_after", readCreatedAfter, true},
                                ParameterRow{"sort", readSort},
                                ParameterRow{"limit", readLimit},
                                ParameterRow{"cursor", readCursor},
                                ParameterRow{"changed_after", readChangedAfter}};

const ParameterRow *rowOf(const QString &name)
{
    const auto *const row = std::find_if(parameters.begin(), parameters.end(), [&](const auto &r) {
        return name == QLatin1String(r.name);
    });
    return row == parameters.end() ? nullptr : row;
}

/// As forms write it: QUrlQuery leaves '+' alone.
QUrlQuery fieldsOf(const QByteArray &query)
{
    return QUrlQuery(QString::fromLatin1(query).replace(u'+', u"%20"_s));
}

/// ["failed", "done"], or "failed,done" as in a query.
Result<QString> filterText(const QString &name, const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    QStringList words;
    for (const QJsonValue &word : value.toArray()) {
        if (!word.isString())
            return invalid(u"%1 must be words"_s.arg(name));
        words << word.toString();
    }
    if (!value.isArray() || name != u"state")
        return invalid(u"%1 must be a text"_s.arg(name));
    return words.join(u',');
}

} // namespace

Result<JobsQuery> readJobsQuery(const QByteArray &query)
{
    JobsQuery result;
    bool isFiltered = false;
    for (const auto &[name, value] : fieldsOf(query).queryItems(QUrl::FullyDecoded)) {
        const ParameterRow *const row = rowOf(name);
        if (row == nullptr)
            return invalid(u"There is no parameter named %1"_s.arg(name)).inField(name);
        if (const Result<void> read = row->read(result, value); !read)
            return read.error().inField(name);
        isFiltered = isFiltered || (name != u"limit" && name != u"changed_after");
    }
    if (result.changedAfter && isFiltered)
        return invalid(u"changed_after stands alone or with limit"_s).inField(u"changed_after"_s);
    return result;
}

Result<JobsQuery> readJobsFilter(const QJsonObject &filter)
{
    JobsQuery result;
    for (auto field = filter.begin(); field != filter.end(); ++field) {
        const QString pointer = u"#/filter/"_s + field.key();
        const ParameterRow *const row = rowOf(field.key());
        if (row == nullptr || !row->isFilter)
            return invalid(u"There is no filter named %1"_s.arg(field.key())).inField(pointer);
        const Result<QString> text = filterText(field.key(), *field);
        if (!text)
            return text.error().inField(pointer);
        if (const Result<void> read = row->read(result, *text); !read)
            return read.error().inField(pointer);
    }
    return result;
}

QByteArray nextQuery(const QByteArray &query, qint64 cursor)
{
    QUrlQuery fields = fieldsOf(query);
    fields.removeAllQueryItems(u"cursor"_s);
    fields.addQueryItem(u"cursor"_s, QString::number(cursor));
    // What ends the address in a Link field must not be in it.
    return fields.toString(QUrl::FullyEncoded).toLatin1().replace('<', "%3C").replace('>', "%3E");
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
