// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCollator>

namespace createzoom {

/// Compares names as people count: s2 before s10, upper and lower case alike. By the user's locale;
/// where there is none (a server's "C"), by English, as QCollator then compares bytes. Not shared
/// between threads.
QCollator naturalOrder();

} // namespace createzoom
