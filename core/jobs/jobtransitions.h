// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobengine.h"
#include "core/jobs/jobrecord.h"

namespace createzoom {

/// Held (isHeld) by the worker of this claim still: it has not been claimed anew since.
bool isHeldBy(const JobRecord &record, const Claim &claim);
/// What its worker is given of a job that was just claimed.
Claim claimOf(const Job &job, const QByteArray &sealedToken);

// What each transition makes of a job; pure. Each says false, and leaves the state as it is, when
// the transition table (canMove) does not allow the move. Of a job that is to stop, only complete()
// is taken at its word: everything else cancels it. Of one that is to pause, so are complete() and
// a final failure: everything else pauses it. They say in the open step record how the step ended;
// when is for finishStep().

[[nodiscard]] bool moveTo(JobRecord &record, JobState state);
[[nodiscard]] bool moveToCancelled(JobRecord &record);
/// Somebody asked: cancelled at once, or stopping when a worker must let go of it first.
[[nodiscard]] bool cancelOrStop(JobRecord &record);

/// Paused at once, or as soon as its worker lets go of it.
[[nodiscard]] bool pauseOrAsk(JobRecord &record);
[[nodiscard]] bool takePauseBack(JobRecord &record);

[[nodiscard]] bool
claimFor(JobRecord &record, const QString &worker, qint64 leaseUntil, qint64 now);
[[nodiscard]] bool advanceTo(JobRecord &record, Stage next, const Artifact &artifact);
[[nodiscard]] bool completeAs(JobRecord &record, JobState end);
/// Waits until `readyAt` for another attempt, or (0) has failed.
[[nodiscard]] bool failWith(JobRecord &record, const Error &error, qint64 readyAt);
[[nodiscard]] bool blockUntil(JobRecord &record, const Error &reason, qint64 readyAt);
/// Out of its worker's hands, uncounted.
[[nodiscard]] bool putBack(JobRecord &record);
/// Its worker has died, on a machine of its own: putBack(), counted while it processed an image,
/// which may be what it died of.
[[nodiscard]] bool loseWorker(JobRecord &record, int maxDeaths);
[[nodiscard]] bool sendBackTo(JobRecord &record, Stage stage);
/// A file of a waiting job is gone with the machine that had it: it starts from its first stage.
[[nodiscard]] bool forgetArtifact(JobRecord &record);

/// Opens a step of the job's stage; the oldest beyond the few that are kept goes.
void beginStep(Job &job, qint64 now);
/// The latest, while it is going on; else nullptr.
StepRecord *openStep(Job &job);

/// What follows from every transition at `now`, before it is stored: when a step, and the job, has
/// ended, and that nobody holds it any more.
void finishStep(JobRecord &record, qint64 now);

/// As if newly submitted: an ended job that runs again. Its steps stay.
[[nodiscard]] bool startOver(JobRecord &record);

} // namespace createzoom
