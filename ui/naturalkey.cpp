// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/naturalkey.h"

#include <QCollator>
#include <QList>
#include <QLocale>

#include <algorithm>

namespace createzoom {

namespace {

constexpr char16_t endOfAscii = 0x80;

/// A number: how many digits, then they; so 9 comes before 10. Returns where it ends.
qsizetype appendNumber(QByteArray &key, const QString &text, qsizetype begin)
{
    qsizetype end = begin;
    while (end < text.size() && text.at(end).isDigit())
        ++end;
    while (begin < end - 1 && text.at(begin).digitValue() == 0)
        ++begin;
    key += '0';
    key += static_cast<char>(std::min<qsizetype>(end - begin, 255));
    for (qsizetype i = begin; i < end; ++i)
        key += static_cast<char>('0' + text.at(i).digitValue());
    return end;
}

/// Every word of `left` comes before every word of `right`: more than an accent differs.
bool isFarBefore(const QCollator &collator, const QString &left, const QString &right)
{
    return collator.compare(left + u'z', right + u'a') < 0;
}

/// The last one of a...z before `letter`, as people of the language see it; 0 = none.
char baseOf(const QCollator &collator, const QString &letter)
{
    for (char base = 'z'; base >= 'a'; --base) {
        if (collator.compare(QString(QLatin1Char(base)), letter) < 0)
            return base;
    }
    return 0;
}

} // namespace

NaturalOrder::NaturalOrder(const QLocale &locale)
{
    constexpr char16_t firstAccent = 0xdf;
    constexpr char16_t lastAccent = 0x17f;
    if (locale.language() == QLocale::C) // it has no order but that of the codes
        return;
    QCollator collator(locale);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    QList<QString> own;
    for (char16_t code = firstAccent; code <= lastAccent; ++code) {
        const QString letter{QChar(code)};
        const char base = letter.at(0).isLower() ? baseOf(collator, letter) : '\0';
        if (base != 0 && isFarBefore(collator, QString(QLatin1Char(base)), letter))
            own << letter;
    }
    std::sort(own.begin(), own.end(), collator);
    int rank = 0;
    for (qsizetype i = 0; i < own.size(); ++i) {
        if (i == 0 || isFarBefore(collator, own.at(i - 1), own.at(i)))
            ++rank;
        // After its base with whatever follows.
        m_letters.insert(own.at(i).at(0).unicode(),
                         QByteArray(1, baseOf(collator, own.at(i))) + '\xff'
                             + static_cast<char>(rank));
    }
}

QByteArray NaturalOrder::key(const QString &text) const
{
    const QString folded = text.normalized(QString::NormalizationForm_KC).toCaseFolded();
    QByteArray key;
    key.reserve(folded.size() + 16);
    for (qsizetype i = 0; i < folded.size();) {
        const QChar character = folded.at(i);
        if (character.isDigit())
            i = appendNumber(key, folded, i);
        else if (character.unicode() >= endOfAscii)
            i = appendLetters(key, folded, i);
        else {
            key += static_cast<char>(character.unicode());
            ++i;
        }
    }
    return key;
}

/// One of the language's own, or all up to the next one, without their accents. Returns where they
/// end.
qsizetype NaturalOrder::appendLetters(QByteArray &key, const QString &text, qsizetype begin) const
{
    if (const auto own = m_letters.constFind(text.at(begin).unicode()); own != m_letters.cend()) {
        key += *own;
        return begin + 1;
    }
    qsizetype end = begin;
    while (end < text.size() && text.at(end).unicode() >= endOfAscii && !text.at(end).isDigit()
           && !m_letters.contains(text.at(end).unicode()))
        ++end;
    QString plain = text.mid(begin, end - begin).normalized(QString::NormalizationForm_KD);
    plain.removeIf([](QChar part) { return part.isMark(); });
    key += plain.toUtf8();
    return end;
}

QByteArray naturalKey(const QString &text)
{
    static const NaturalOrder order{QLocale()};
    return order.key(text);
}

} // namespace createzoom
