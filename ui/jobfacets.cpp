// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobfacets.h"

#include <QDateTime>

#include <initializer_list>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

unsigned bits(std::initializer_list<StateGroup> groups)
{
    unsigned mask = 1U << static_cast<unsigned>(StateGroup::All);
    for (const StateGroup group : groups)
        mask |= 1U << static_cast<unsigned>(group);
    return mask;
}

unsigned groupsOf(const Job &job)
{
    if (!job.foreignState.isEmpty())
        return 0; // among all
    switch (job.state) {
    case JobState::Waiting:
    case JobState::RetryWait:
    case JobState::Blocked:
        return bits({StateGroup::Active, StateGroup::Waiting});
    case JobState::Running:
    case JobState::Stopping:
        return bits({StateGroup::Active, StateGroup::Running});
    case JobState::Paused:
        return bits({StateGroup::Paused});
    case JobState::NeedsToken:
    case JobState::Failed:
    case JobState::Interrupted:
        return bits({StateGroup::Attention});
    case JobState::Done:
        return job.warnings.isEmpty() ? bits({StateGroup::Done})
                                      : bits({StateGroup::Done, StateGroup::Attention});
    case JobState::Cancelled:
    case JobState::Skipped:
        break;
    }
    return bits({StateGroup::Dropped});
}

void countIn(QHash<QString, int> &counts, const QString &key, int by)
{
    if (key.isEmpty())
        return;
    int &count = counts[key];
    count += by;
    if (count <= 0)
        counts.remove(key);
}

} // namespace

QString presetOf(const ConversionOptions &options)
{
    static const QList<std::pair<QString, ConversionOptions>> known = [] {
        QList<std::pair<QString, ConversionOptions>> all{{u"standard"_s, ConversionOptions{}}};
        for (const QString &name : presetNames()) {
            ConversionOptions preset;
            if (applyPreset(preset, name))
                all << std::pair{name, preset};
        }
        return all;
    }();
    ConversionOptions alike = options;
    for (const auto &[name, preset] : known) {
        alike.exists = preset.exists;
        if (alike == preset)
            return name;
    }
    return {};
}

AgeScale::AgeScale(qint64 now)
{
    const QDate today = QDateTime::fromMSecsSinceEpoch(now).date();
    const auto begin = [&](int days) {
        return today.addDays(days).startOfDay().toMSecsSinceEpoch();
    };
    m_threeDays = begin(-3);
    m_today = begin(0);
    m_tomorrow = begin(1);
}

JobAge AgeScale::ageOf(qint64 createdAt) const
{
    if (createdAt >= m_today)
        return JobAge::Today;
    return createdAt >= m_threeDays ? JobAge::ThreeDays : JobAge::Older;
}

JobFacets facetsOf(const Job &job, const AgeScale &ages)
{
    const JobRequest &request = job.request;
    return {.groups = groupsOf(job),
            .origin = request.origin,
            .age = ages.ageOf(job.createdAt),
            .preset = presetOf(request.options),
            .bucket
            = request.source.isLocal() ? request.targetFolder.bucket : request.source.bucket,
            .worker = job.worker};
}

void JobTally::count(const JobFacets &facets, JobState state, int by)
{
    for (int group = 0; group < stateGroupCount; ++group) {
        if (facets.isIn(StateGroup(group)))
            groups.at(static_cast<size_t>(group)) += by;
    }
    origins.at(static_cast<size_t>(facets.origin)) += by;
    ages.at(static_cast<size_t>(facets.age)) += by;
    countIn(presets, facets.preset, by);
    countIn(buckets, facets.bucket, by);
    countIn(workers, facets.worker, by);
    if (state == JobState::Failed)
        failed += by;
}

} // namespace createzoom
