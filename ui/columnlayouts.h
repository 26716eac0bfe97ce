// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/jobfacets.h"

#include <QByteArray>
#include <QString>

#include <array>
#include <functional>

class QHeaderView;
class QSettings;

namespace createzoom {

/// What each state filter remembers of the table: which columns, how wide, in which order, and by
/// which the rows are sorted. A filter whose columns nobody has touched looks as "All" does.
/// `header` outlives it. GUI thread.
class ColumnLayouts
{
public:
    explicit ColumnLayouts(QHeaderView &header);

    /// Keeps what people have changed, and shows what the filter remembers.
    void show(StateGroup filter);
    /// Around a change of the header that is nobody's wish for this filter alone.
    void changeForAll(const std::function<void()> &change);

    void restore(const QSettings &settings);
    void save(QSettings &settings);

private:
    static QString keyOf(int filter);
    void keep();
    void putBack();

    QHeaderView &m_header;
    StateGroup m_filter = StateGroup::All;
    QByteArray m_shown{}; ///< the header as it was put back
    std::array<QByteArray, stateGroupCount> m_kept{}; ///< empty: as "All"
};

} // namespace createzoom
