// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <functional>

class QMimeData;

namespace createzoom {

/// Which files are taken of those that were named one by one: a drop may hold anything, a file
/// chosen in a dialog was meant. Of folders only what looks like an image is taken.
enum class NamedFiles { ImagesOnly, All };

struct FoundImage
{
    QString path{}; ///< absolute
    QString tree{}; ///< its folder as a mirrored tree has it: "brain/deep"; empty when named itself
    qint64 bytes = 0;
};

/// What was found among dropped, chosen or pasted paths. A value.
struct ImageScan
{
    QList<FoundImage> images{}; ///< each once
    QStringList notImages{};
    QStringList missing{};
    bool isCancelled = false;

    qint64 bytes() const;
};

/// How far a scan is; images of the folder at hand are counted before their sizes are known.
struct ScanProgress
{
    qsizetype images = 0;
    qint64 bytes = 0;

    friend bool operator==(const ScanProgress &, const ScanProgress &) = default;
};

/// Told now and then; says whether to go on.
using ScanWatch = std::function<bool(const ScanProgress &)>;

/// For a count that people watch: tells of it a few times a second; `goesOn` is asked each time.
ScanWatch tellingWatch(std::function<void(const ScanProgress &)> tell, ScanWatch goesOn);

/// Looks at `paths`, and below those that are folders. Blocks; ends early, with what it has, when
/// `keepGoing` says no.
ImageScan
scanForImages(const QStringList &paths, NamedFiles named, const ScanWatch &keepGoing = {});

/// The local files that a drop or the clipboard holds: as addresses, or as text with a path on each
/// line.
QStringList pathsIn(const QMimeData &data);

} // namespace createzoom
