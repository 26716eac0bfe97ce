// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/job.h"

#include <QList>

namespace createzoom {

inline const QList<JobState> allStates{JobState::Waiting,
                                       JobState::Running,
                                       JobState::Paused,
                                       JobState::RetryWait,
                                       JobState::Blocked,
                                       JobState::NeedsToken,
                                       JobState::Stopping,
                                       JobState::Done,
                                       JobState::Failed,
                                       JobState::Cancelled,
                                       JobState::Skipped,
                                       JobState::Interrupted};

/// A job of the window: /images/<name> to /archives.
Job localJob(const QString &id, const QString &name, JobState state = JobState::Waiting);
/// A job of the REST interface: bucket/images/<name> to bucket/archives.
Job bucketJob(const QString &id, const QString &name, JobState state = JobState::Waiting);

/// Thirty jobs of both kinds in all states, at different steps.
QList<Job> manyJobs();

} // namespace createzoom
