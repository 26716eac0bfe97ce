// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace createzoom {

/// What is wrong with an archive, in sentences. A broken file can have millions: the first ones
/// tell enough.
class BreachList
{
public:
    void add(const QString &sentence)
    {
        if (m_sentences.size() < largest)
            m_sentences << sentence;
    }
    bool isFull() const { return m_sentences.size() >= largest; }
    const QStringList &sentences() const { return m_sentences; }

private:
    static constexpr qsizetype largest = 50;
    QStringList m_sentences;
};

} // namespace createzoom
