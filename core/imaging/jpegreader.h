// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/imaging/pixelreader.h"

#include <QByteArray>
#include <QString>

#include <memory>

namespace createzoom {

/// A JPEG file of the usual kind, read with libjpeg-turbo straight into planes: what other readers
/// do by way of RGB. The stream is one, so one thread decodes, a few rows ahead of the one that
/// hands them on.
class JpegReader final : public PixelReader
{
public:
    /// Null when the file is of another kind: progressive, grey, CMYK, damaged. `name` is the
    /// file's in messages.
    static std::unique_ptr<PixelReader> open(const QByteArray &path, const QString &name);

    QSize size() const override { return m_size; }
    int callers(int /*threads*/) const override { return 1; }
    Result<void> read(PixelModel model,
                      int threads,
                      const PixelConsumer &consumer,
                      const StepControl &control) override;

private:
    JpegReader(const QByteArray &path, const QString &name, QSize size);

    const QByteArray m_path;
    const QString m_name;
    const QSize m_size;
};

} // namespace createzoom
