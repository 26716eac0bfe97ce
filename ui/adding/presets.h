// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/conversionoptions.h"

#include <QList>
#include <QString>

#include <optional>

class QSettings;

namespace createzoom {

/// Options under a name: those built in, then the user's own.
struct NamedPreset
{
    QString name{}; ///< as shown
    ConversionOptions options{};
    bool isBuiltIn = false;
};

QList<NamedPreset> loadPresets(const QSettings &settings);
/// Under a name that is trimmed, not empty and not a built-in one's; one of that name is replaced.
bool savePreset(QSettings &settings, const QString &name, const ConversionOptions &options);
void removePreset(QSettings &settings, const QString &name);

/// Which of `presets` these options are. What to do with existing archives is no part of a preset.
std::optional<qsizetype> presetOf(const QList<NamedPreset> &presets,
                                  const ConversionOptions &options);

} // namespace createzoom
