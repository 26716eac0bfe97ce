// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/imaging/pixelreader.h"
#include "core/jobs/conversionoptions.h"

#include <QByteArray>
#include <QString>

#include <memory>

namespace createzoom {

/// A page of 8-bit colour in a TIFF file, its tiles or strips read by all threads at once: each has
/// the file open for itself. Strips too large for that are read row by row on one thread.
class TiffReader final : public PixelReader
{
public:
    /// Null when the page is of another kind. `name` is the file's in messages. Where damage is
    /// allowed, what cannot be decoded is grey: libvips gives up at the first such piece.
    static std::unique_ptr<PixelReader> open(const QByteArray &path,
                                             int page,
                                             const QString &name,
                                             DamagePolicy damaged = DamagePolicy::Refuse);
    ~TiffReader() override;
    Q_DISABLE_COPY_MOVE(TiffReader)

    QSize size() const override;
    int callers(int threads) const override;
    Result<void> read(PixelModel model,
                      int threads,
                      const PixelConsumer &consumer,
                      const StepControl &control) override;

private:
    struct Parts;
    class Worker;
    explicit TiffReader(std::unique_ptr<Parts> parts);

    const std::unique_ptr<Parts> m_parts;
};

} // namespace createzoom
