// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobquery.h"

#include "ui/joblist.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

const QStringList keys{u"state"_s, u"source"_s, u"preset"_s, u"bucket"_s, u"worker"_s};

/// Names of groups beside those of states.
constexpr auto groupNames = std::to_array<std::pair<QLatin1String, StateGroup>>({
    {QLatin1String("active"), StateGroup::Active},
    {QLatin1String("attention"), StateGroup::Attention},
    {QLatin1String("warning"), StateGroup::Attention},
});

constexpr auto originNames = std::to_array<std::pair<QLatin1String, Origin>>({
    {QLatin1String("window"), Origin::Window},
    {QLatin1String("local"), Origin::Window},
    {QLatin1String("rest"), Origin::Rest},
    {QLatin1String("watch"), Origin::WatchFolder},
});

bool isOneOf(unsigned chosen, unsigned bit)
{
    return chosen == 0 || (chosen & (1U << bit)) != 0;
}

bool isOneOf(const QStringList &chosen, const QString &value)
{
    return chosen.isEmpty() || chosen.contains(value);
}

} // namespace

JobMatcher::JobMatcher(const JobQuery &query)
    : m_query(query)
{
    for (const QString &word : query.text.toCaseFolded().split(u' ', Qt::SkipEmptyParts)) {
        const QString key = word.section(u':', 0, 0);
        const QString value = word.section(u':', 1);
        if (!keys.contains(key) || !word.contains(u':'))
            m_words.push_back(word.toStdString());
        else if (!value.isEmpty()) // "state:" is being typed
            m_qualifiers.push_back({key, value});
    }
}

bool JobMatcher::matches(const JobRow &row) const
{
    const JobFacets &facets = row.facets;
    if (m_query.groups != 0 && (m_query.groups & facets.groups) == 0)
        return false;
    if (!isOneOf(m_query.origins, static_cast<unsigned>(facets.origin))
        || !isOneOf(m_query.ages, static_cast<unsigned>(facets.age))
        || !isOneOf(m_query.presets, facets.preset) || !isOneOf(m_query.buckets, facets.bucket)
        || !isOneOf(m_query.workers, facets.worker))
        return false;
    return std::all_of(m_words.begin(),
                       m_words.end(),
                       [&](const std::string &word) {
                           return row.haystack.find(word) != std::string::npos;
                       })
        && std::all_of(m_qualifiers.begin(), m_qualifiers.end(), [&](const Qualifier &qualifier) {
               return matches(qualifier, row);
           });
}

bool JobMatcher::matches(const Qualifier &qualifier, const JobRow &row)
{
    const QString &value = qualifier.value;
    if (qualifier.key == u"state") {
        for (const auto &[name, group] : groupNames) {
            if (name.startsWith(value))
                return row.facets.isIn(group);
        }
        return (row.job.foreignState.isEmpty() ? stateName(row.job.state) : row.job.foreignState)
            .startsWith(value);
    }
    if (qualifier.key == u"source") {
        return std::any_of(originNames.begin(), originNames.end(), [&](const auto &known) {
            return known.first.startsWith(value) && known.second == row.facets.origin;
        });
    }
    const QString &facet = qualifier.key == u"preset" ? row.facets.preset
        : qualifier.key == u"bucket"                  ? row.facets.bucket
                                                      : row.facets.worker;
    return facet.contains(value, Qt::CaseInsensitive);
}

} // namespace createzoom
