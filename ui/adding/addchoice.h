// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/conversionoptions.h"

#include <QString>
#include <QVariantMap>

#include <optional>

class QSettings;

namespace createzoom {

/// Where archives go.
struct Destination
{
    enum class Kind {
        Beside, ///< each beside its image
        Folder, ///< all into one folder
        Mirror, ///< the dropped folders again, below a folder
        Bucket, ///< all into a folder of a bucket
    };

    Kind kind = Kind::Beside;
    QString folder{}; ///< absolute, of Folder and Mirror
    QString bucketFolder{}; ///< "bucket/folder", of Bucket

    friend bool operator==(const Destination &, const Destination &) = default;
};

/// As settings keep it; nothing of what is not whole: it would send archives nowhere.
QVariantMap destinationToMap(const Destination &destination);
std::optional<Destination> destinationFromMap(const QVariantMap &map);

/// How images are added: chosen once, used until it is changed. A value.
struct AddChoice
{
    ConversionOptions options{};
    Destination destination{};
    bool isAskedIfExists = false; ///< show what exists and ask; else options.exists decides
    bool isStarted = true; ///< else the jobs wait, paused

    friend bool operator==(const AddChoice &, const AddChoice &) = default;
};

/// What was chosen last; the defaults where nothing or nonsense is kept. The token of a bucket is
/// never kept.
AddChoice loadAddChoice(const QSettings &settings);
void saveAddChoice(QSettings &settings, const AddChoice &choice);
bool hasAddChoice(const QSettings &settings);

} // namespace createzoom
