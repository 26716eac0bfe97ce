// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/naturalkey.h"

#include <algorithm>

namespace createzoom {

namespace {

void appendCharacter(QByteArray &key, char16_t character)
{
    key += static_cast<char>(character >> 8);
    key += static_cast<char>(character & 0xff);
}

/// A number: how many digits, then they; so 9 comes before 10. Returns where it ends.
qsizetype appendNumber(QByteArray &key, const QString &text, qsizetype begin)
{
    qsizetype end = begin;
    while (end < text.size() && text.at(end).isDigit())
        ++end;
    while (begin < end - 1 && text.at(begin).digitValue() == 0)
        ++begin;
    appendCharacter(key, u'0');
    key += static_cast<char>(std::min<qsizetype>(end - begin, 255));
    for (qsizetype i = begin; i < end; ++i)
        key += static_cast<char>(text.at(i).digitValue());
    return end;
}

} // namespace

QByteArray naturalKey(const QString &text)
{
    const QString folded = text.normalized(QString::NormalizationForm_KD).toCaseFolded();
    QByteArray key;
    key.reserve(folded.size() * 2 + 8);
    for (qsizetype i = 0; i < folded.size();) {
        const QChar character = folded.at(i);
        if (character.isDigit()) {
            i = appendNumber(key, folded, i);
            continue;
        }
        if (!character.isMark())
            appendCharacter(key, character.unicode());
        ++i;
    }
    return key;
}

} // namespace createzoom
