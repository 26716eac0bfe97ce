// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sentences.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <utility>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

/// A known sentence, ready to be recognised.
struct Pattern
{
    const char *english = nullptr;
    QString longestPart{}; ///< of its fixed words: most others are ruled out by it
    QRegularExpression expression{};
    QList<int> places{}; ///< the number behind each %, in the order of the sentence
    qsizetype fixedLength = 0;
};

Pattern patternOf(const char *english)
{
    static const QRegularExpression place(u"%([1-9])"_s);
    const QString text = QString::fromUtf8(english);
    Pattern pattern{.english = english};
    QString expression;
    qsizetype from = 0;
    const auto addFixed = [&](const QString &part) {
        expression += QRegularExpression::escape(part);
        pattern.fixedLength += part.size();
        if (part.size() > pattern.longestPart.size())
            pattern.longestPart = part;
    };
    for (auto match = place.globalMatch(text); match.hasNext();) {
        const QRegularExpressionMatch found = match.next();
        addFixed(text.sliced(from, found.capturedStart() - from));
        expression += u"(.+)"_s;
        pattern.places << found.captured(1).toInt();
        from = found.capturedEnd();
    }
    addFixed(text.sliced(from));
    pattern.expression = QRegularExpression(QRegularExpression::anchoredPattern(expression),
                                            QRegularExpression::DotMatchesEverythingOption);
    return pattern;
}

const std::vector<Pattern> &patterns()
{
    static const std::vector<Pattern> all = [] {
        std::vector<Pattern> made;
        for (const char *english : knownSentences())
            made.push_back(patternOf(english));
        return made;
    }();
    return all;
}

struct Reading
{
    QString text{}; ///< in the window's language
    qsizetype known = 0; ///< so many characters of the English words were understood
    int parts = 0; ///< as so many sentences

    bool isBetterThan(const Reading &other) const
    {
        return known > other.known || (known == other.known && parts < other.parts);
    }
};

constexpr int deepest = 3; ///< sentences in sentences
constexpr int mostColons = 6;

Reading best(const QString &english, int depth);

Reading filledIn(const Pattern &pattern, const QRegularExpressionMatch &match, int depth)
{
    const QString text = QCoreApplication::translate("Sentences", pattern.english);
    Reading reading{{}, pattern.fixedLength, 1};
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isPlace = text.at(i) == u'%' && i + 1 < text.size();
        const qsizetype group = isPlace ? pattern.places.indexOf(text.at(i + 1).digitValue()) : -1;
        if (group < 0) {
            reading.text += text.at(i);
            continue;
        }
        // A name, a number, the system's words, or what is known by itself.
        const Reading argument = best(match.captured(static_cast<int>(group) + 1), depth + 1);
        reading.text += argument.text;
        reading.known += argument.known;
        reading.parts += argument.parts;
        ++i;
    }
    return reading;
}

/// "upload of s1: the connection was cut", as Error::withContext() joins them. What stands before
/// the reason may be a name.
Reading joined(const QString &english, qsizetype colon, int depth)
{
    const Reading reason = best(english.sliced(colon + 2), depth + 1);
    if (reason.known == 0)
        return {};
    const Reading attempt = best(english.first(colon), depth + 1);
    const int seam = attempt.known > 0 ? 2 : 0;
    return {attempt.text + u": "_s + reason.text,
            attempt.known + seam + reason.known,
            attempt.parts + reason.parts};
}

/// The reading that understands most; the text itself when none understands a word.
Reading best(const QString &english, int depth)
{
    Reading found{english};
    if (depth > deepest)
        return found;
    const auto offer = [&found](Reading reading) {
        if (reading.isBetterThan(found))
            found = std::move(reading);
    };
    for (const Pattern &pattern : patterns()) {
        if (!english.contains(pattern.longestPart))
            continue;
        if (const auto match = pattern.expression.match(english); match.hasMatch())
            offer(filledIn(pattern, match, depth));
    }
    qsizetype colon = english.indexOf(u": ");
    for (int i = 0; i < mostColons && colon >= 0; ++i, colon = english.indexOf(u": ", colon + 1))
        offer(joined(english, colon, depth));
    return found;
}

bool isEnglishSpoken()
{
    const char *any = knownSentences().front();
    return QCoreApplication::translate("Sentences", any) == QLatin1String(any);
}

} // namespace

std::optional<QString> translatedSentence(const QString &english)
{
    if (isEnglishSpoken())
        return english;
    const Reading reading = best(english, 0);
    return reading.known > 0 ? std::optional(reading.text) : std::nullopt;
}

QString sentenceOrEnglish(const QString &english)
{
    return translatedSentence(english).value_or(english);
}

} // namespace createzoom
