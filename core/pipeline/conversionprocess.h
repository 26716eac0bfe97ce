// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/stepcontrol.h"
#include "core/pipeline/childprocess.h"
#include "core/pipeline/conversion.h"
#include "core/pipeline/memorybudget.h"

#include <QByteArray>
#include <QString>

namespace createzoom {

/// Runs a Conversion in a child process (this program's `convert --json`), because untrusted bytes
/// are decoded there: a crash, a memory limit or a hang costs one job. Same outcome as
/// convertImage(), and ErrorCode::Crash, Memory or Timeout for a child that ended otherwise. A stop
/// kills the child's whole process group. `tempFolder` is the child's TMPDIR. However the child
/// ends, its file of `conversion.temporaryName` does not stay. With a `budget` the child stands
/// still after it has seen the header, until its estimate fits. Blocks; worker threads only.
Result<ConversionReport> convertInChild(const QString &program,
                                        const Conversion &conversion,
                                        const QString &tempFolder,
                                        const ProcessLimits &limits,
                                        const StepControl &control,
                                        MemoryBudget *budget = nullptr);

/// The JSON lines between child and parent, written by `convert --json` (documented in
/// app/README.md).
QByteArray startLine(const QString &source, const ImageFacts &facts);
QByteArray progressLine(const QString &source, const StepProgress &progress);
QByteArray reportLine(const QString &source, const ConversionReport &report);
QByteArray errorLine(const QString &source, const Error &error);

} // namespace createzoom
