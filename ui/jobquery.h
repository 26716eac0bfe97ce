// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/jobfacets.h"

#include <QString>
#include <QStringList>

#include <string>
#include <vector>

namespace createzoom {

struct JobRow;

/// What the table shows: facets chosen in the pane (of one kind any, of several kinds all) and the
/// words of the search field (all). A value.
struct JobQuery
{
    unsigned groups = 0; ///< bits of StateGroup; 0 = all
    unsigned origins = 0; ///< bits of Origin
    unsigned ages = 0; ///< bits of JobAge
    QStringList presets{};
    QStringList buckets{};
    QStringList workers{};
    QString text{}; ///< as typed: "s012 state:failed"

    bool isEmpty() const { return *this == JobQuery{}; }
    friend bool operator==(const JobQuery &, const JobQuery &) = default;
};

/// A JobQuery ready for tens of thousands of jobs. A value.
class JobMatcher
{
public:
    explicit JobMatcher(const JobQuery &query = {});

    bool matches(const JobRow &row) const;

private:
    struct Qualifier
    {
        QString key{}; ///< "state", "source", "preset", "bucket", "worker"
        QString value{};
    };

    static bool matches(const Qualifier &qualifier, const JobRow &row);

    JobQuery m_query;
    std::vector<std::string> m_words{}; ///< folded, UTF-8
    std::vector<Qualifier> m_qualifiers{};
};

} // namespace createzoom
