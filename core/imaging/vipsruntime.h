// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>
#include <QStringList>

namespace createzoom {

/// Starts libvips once for the whole process and closes the loaders that are not for untrusted
/// bytes. Every entry into this folder calls it; any thread.
Result<void> startVips();

/// Opens these and closes all others of libvips' untrusted loaders (`Settings::loaders` has the
/// words); an empty list opens the usual ones. For the whole process: before the first image.
Result<void> openLoaders(const QStringList &names);

/// What libvips wrote into its error buffer, as one line; the buffer is empty afterwards. libvips
/// has one buffer for all threads: with several conversions in one process a text may come from a
/// neighbour.
QString takeVipsErrors();

/// How often a loader on this thread has given an image a size or count that it cannot have, such
/// as a width of -1. libvips says so in a message, takes 1 instead and calls the file whole.
int impossibleNumbers();

/// "libvips 8.14.1"
QString vipsVersion();

/// Lives on the stack of every thread of ours that calls libvips and is not one of libvips' own:
/// frees what libvips keeps per thread.
class VipsThread
{
public:
    VipsThread() = default;
    ~VipsThread();
    Q_DISABLE_COPY_MOVE(VipsThread)
};

} // namespace createzoom
