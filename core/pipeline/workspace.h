// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/jobs/jobengine.h"

#include <QString>
#include <QStringList>

namespace createzoom {

/// The work files: <root>/<job id>/<epoch>/, never named after an image, so two jobs (and two
/// claims of one job) cannot meet. Thread-safe: every method touches only the folders of the claim
/// it is given.
class Workspace
{
public:
    explicit Workspace(const QString &root);

    /// This claim's own folder, made when missing.
    Result<QString> folderFor(const Claim &claim) const;
    /// Absolute path of an artifact.
    QString pathOf(const Artifact &artifact) const;
    /// An artifact's path from an absolute one below the root.
    QString relativePath(const QString &path) const;
    /// Is the artifact there, with the size it was handed over with?
    bool holds(const Artifact &artifact) const;

    /// Does its disk take no writes at all? A file system whose disk has errors becomes so.
    bool isReadOnly() const;

    /// Moves `names` that an earlier claim of the same job left behind into this claim's folder.
    void adoptLeftovers(const Claim &claim, const QStringList &names) const;
    /// Removes the folders of this claim and of earlier ones, but not that of `kept` (empty: all of
    /// them). Later claims may be at work already and are left alone.
    void dropUpTo(const Claim &claim, const Artifact &kept) const;
    /// Removes this claim's folder alone: what a worker does that has lost its claim.
    void drop(const Claim &claim) const;
    /// Removes what belongs to no unfinished job of `engine`: after a crash, and after a cancel in
    /// between stages.
    Result<void> sweep(JobEngine &engine) const;

    const QString &root() const { return m_root; }

private:
    QString m_root;
};

} // namespace createzoom
