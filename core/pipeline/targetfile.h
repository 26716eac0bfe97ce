// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/pipeline/conversion.h"

#include <QString>

#include <memory>

namespace createzoom {

/// Of the hidden file that becomes an archive; `owner` tells them apart. Of a length that does not
/// grow with the archive's name, which may be as long as the file system allows.
QString temporaryNameFor(const QString &owner);
/// What a claim of a job writes to.
QString temporaryNameFor(const QString &jobId, qint64 epoch);

/// Where an archive will be: chooses its name by the exists policy, holds a hidden file beside it
/// to write to (a folder for ArchiveLayout::Dzi), and renames that once it is complete. Removes it
/// when destroyed before. One per conversion, its thread.
class TargetFile
{
public:
    /// Null when the target exists and is to be skipped.
    static Result<std::unique_ptr<TargetFile>> prepare(const Conversion &conversion);
    ~TargetFile();
    Q_DISABLE_COPY_MOVE(TargetFile)

    QString path() const
    {
        return m_path;
    } ///< final; differs from the one asked for after a rename
    QString innerName() const { return m_innerName; } ///< what the names inside begin with
    QString temporaryPath() const { return m_temporaryPath; }

    /// Renames the written file to its final name, for good even if the power fails now.
    Result<void> place();

private:
    TargetFile(QString path, QString innerName, ArchiveLayout layout, ExistsPolicy policy);
    Result<void> reserve(const QString &temporaryName);
    Result<void> placeFile();
    Result<void> placeFolder();
    Error cannotWrite(int number) const; ///< errno

    QString m_path;
    QString m_innerName;
    ArchiveLayout m_layout;
    ExistsPolicy m_policy;
    QString m_temporaryPath;
};

} // namespace createzoom
