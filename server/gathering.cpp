// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gathering.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace createzoom {

namespace {

/// A store is kept from others so long: some milliseconds.
constexpr std::ptrdiff_t mostTogether = 128;

} // namespace

bool Gathering::add(Asked asked)
{
    const std::lock_guard locker(m_mutex);
    m_waiting.push_back(std::move(asked));
    return !std::exchange(m_isBusy, true);
}

std::vector<Gathering::Asked> Gathering::next()
{
    const std::lock_guard locker(m_mutex);
    const auto end = m_waiting.begin() + std::min(std::ssize(m_waiting), mostTogether);
    std::vector<Asked> turn(std::make_move_iterator(m_waiting.begin()),
                            std::make_move_iterator(end));
    m_waiting.erase(m_waiting.begin(), end);
    m_isBusy = !turn.empty();
    return turn;
}

} // namespace createzoom
