// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

/// One copy of a loop for machines with wider vectors, chosen when the program starts; sanitizers
/// cannot watch that choice.
#if defined(__x86_64__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define CREATEZOOM_VECTORISED __attribute__((target_clones("avx2", "default")))
#else
#define CREATEZOOM_VECTORISED
#endif

namespace createzoom {

/// Sixteen bytes that the compiler keeps in vector registers, be these as wide or narrower.
inline constexpr int laneCount = 16;
using Bytes = uchar __attribute__((vector_size(laneCount)));

} // namespace createzoom
