// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QAbstractItemView;

namespace createzoom {

/// Rows of a list that can be read and clicked with ease, whatever the style; those of several
/// lines keep their height. GUI thread.
void makeRowsRoomy(QAbstractItemView &view);

} // namespace createzoom
