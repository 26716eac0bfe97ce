// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace createzoom {

/// Lets this process have as many open files as it may, up to some ten thousand: by default 1,024,
/// fewer than the connections a server accepts. Before threads start.
void raiseOpenFileLimit();

} // namespace createzoom
