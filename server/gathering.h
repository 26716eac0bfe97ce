// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/httpmessage.h"

#include <mutex>
#include <vector>

namespace createzoom {

/// The requests for one route that are answered together (Route::handleAll): what arrives while
/// some are being answered waits for the next turn. Owned by the guard; any thread.
class Gathering
{
public:
    struct Asked
    {
        quint64 connectionId = 0;
        qint64 bodyBytes = 0; ///< reserved for it
        HttpRequest request{};
    };

    /// True: whoever gets it calls next() until that is empty, on a thread that may wait.
    bool add(Asked asked);
    /// At most 128 of those that wait, the first come first.
    std::vector<Asked> next();

private:
    std::mutex m_mutex{}; ///< guards all below
    std::vector<Asked> m_waiting{};
    bool m_isBusy = false;
};

} // namespace createzoom
