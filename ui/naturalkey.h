// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

class QLocale;

namespace createzoom {

/// The order in which people of one language look for names: s2 before s10, upper and lower case
/// alike, accents with their base letter unless the language has them as letters of their own (å, ä
/// and ö after z in Swedish). A collator is asked for those once; its own keys are several times as
/// long and as slow. A value.
class NaturalOrder
{
public:
    explicit NaturalOrder(const QLocale &locale);

    /// Bytes that sort so when compared one by one; none of them is 0.
    QByteArray key(const QString &text) const;

private:
    qsizetype appendLetters(QByteArray &key, const QString &text, qsizetype begin) const;

    QHash<char16_t, QByteArray> m_letters{}; ///< the language's own
};

/// Of the language that is spoken here.
QByteArray naturalKey(const QString &text);

} // namespace createzoom
