// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/pyramidlayout.h"
#include "core/imaging/band.h"
#include "core/jobs/conversionoptions.h"

#include <functional>
#include <memory>
#include <vector>

namespace createzoom {

/// Takes a finished band; false ends the work.
using BandConsumer = std::function<bool(std::unique_ptr<Band>)>;

/// One level of the pyramid while it is made: takes its rows from the top, hands out full bands,
/// and feeds the next coarser level, which it owns. Lives on the thread that hands it rows.
class PyramidLevel
{
public:
    PyramidLevel(const PyramidLayout &layout, int level, Shrink shrink, BandConsumer consumer);

    /// The next row of the level: its width x 3 bytes. False when the consumer ended the work.
    bool append(const uchar *row);

private:
    std::unique_ptr<Band> makeBand(int tileRow) const;
    bool finishBand();
    bool shrinkInto(const uchar *upper, const uchar *lower);

    const PyramidLayout m_layout;
    const int m_level;
    const QSize m_size;
    const Shrink m_shrink;
    const BandConsumer m_consumer;
    std::unique_ptr<PyramidLevel> m_next;
    std::shared_ptr<BandBuffers> m_buffers;
    std::unique_ptr<Band> m_band;
    int m_y = 0; ///< the row that comes next
    std::vector<uchar> m_upper; ///< the last row of even number: the upper half of what is shrunk
    std::vector<uchar> m_shrunk; ///< one row of the next level
};

} // namespace createzoom
