// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/columnlayouts.h"

#include <QHeaderView>
#include <QSettings>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

ColumnLayouts::ColumnLayouts(QHeaderView &header)
    : m_header(header)
    , m_shown(header.saveState())
{
    m_kept.at(static_cast<size_t>(StateGroup::All)) = m_shown;
}

void ColumnLayouts::show(StateGroup filter)
{
    keep();
    m_filter = filter;
    putBack();
}

void ColumnLayouts::changeForAll(const std::function<void()> &change)
{
    keep();
    change();
    m_shown = m_header.saveState();
}

void ColumnLayouts::keep()
{
    const QByteArray state = m_header.saveState();
    if (state != m_shown)
        m_kept.at(static_cast<size_t>(m_filter)) = state;
    m_shown = state;
}

void ColumnLayouts::putBack()
{
    QByteArray &own = m_kept.at(static_cast<size_t>(m_filter));
    const QByteArray wanted = own.isEmpty() ? m_kept.at(static_cast<size_t>(StateGroup::All)) : own;
    if (wanted != m_shown && !m_header.restoreState(wanted))
        own.clear(); // nonsense in the settings
    m_shown = m_header.saveState();
}

// The number is the version of the columns: another one's state would mix them up.
QString ColumnLayouts::keyOf(int filter)
{
    return u"window/3/columns/%1"_s.arg(filter);
}

void ColumnLayouts::restore(const QSettings &settings)
{
    keep(); // what the table was made with
    for (int filter = 0; filter < stateGroupCount; ++filter) {
        const QByteArray state = settings.value(keyOf(filter)).toByteArray();
        if (!state.isEmpty())
            m_kept.at(static_cast<size_t>(filter)) = state;
    }
    putBack();
}

void ColumnLayouts::save(QSettings &settings)
{
    keep();
    for (int filter = 0; filter < stateGroupCount; ++filter) {
        if (const QByteArray &state = m_kept.at(static_cast<size_t>(filter)); !state.isEmpty())
            settings.setValue(keyOf(filter), state);
    }
}

} // namespace createzoom
