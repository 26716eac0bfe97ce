// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/job.h"

#include <QByteArray>
#include <QString>

namespace createzoom {

/// The words of the service replaced for where a job stands.
struct LegacyWords
{
    QString status{};
    QString currentStep{};
};
LegacyWords legacyWords(const Job &job, const QString &failureWord);

/// The task object of the legacy surface, as compact JSON.
QByteArray legacyTask(const Job &job, const QString &failureWord);

} // namespace createzoom
