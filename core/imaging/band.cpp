// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/band.h"

#include <utility>

namespace createzoom {

std::vector<uchar> BandBuffers::take()
{
    const std::lock_guard lock(m_mutex);
    if (m_free.empty())
        return std::vector<uchar>(static_cast<size_t>(m_size));
    std::vector<uchar> buffer = std::move(m_free.back());
    m_free.pop_back();
    return buffer;
}

void BandBuffers::giveBack(std::vector<uchar> buffer)
{
    const std::lock_guard lock(m_mutex);
    m_free.push_back(std::move(buffer));
}

Band::Band(const Place &place, std::shared_ptr<BandBuffers> buffers)
    : m_place(place)
    , m_buffers(std::move(buffers))
    , m_pixels(m_buffers->take())
{}

Band::~Band()
{
    m_buffers->giveBack(std::move(m_pixels));
}

} // namespace createzoom
