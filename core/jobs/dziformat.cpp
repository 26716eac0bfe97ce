// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/dziformat.h"

#include <QRegularExpression>
#include <QString>
#include <QXmlStreamReader>

#include <array>
#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

constexpr QStringView dziNamespace = u"http://schemas.microsoft.com/deepzoom/2008";
constexpr qsizetype largestText = qsizetype{64} << 10;

Error broken(const QString &words)
{
    return {ErrorCode::Damaged, u"The .dzi descriptor is not valid: %1"_s.arg(words)};
}

struct Rule
{
    const char *pattern; ///< what must not occur
    const char *words;
};

constexpr std::array forbidden{
    Rule{"^\\x{FEFF}", "it begins with a byte order mark"},
    Rule{"<!", "it has a comment or a document type"},
    Rule{"'", "it has single quotes"},
    Rule{"\\s=|=\\s", "it has blanks around ="},
};

Result<void> checkText(const QString &text)
{
    for (const Rule &rule : forbidden) {
        if (text.contains(QRegularExpression(QLatin1String(rule.pattern))))
            return broken(QLatin1String(rule.words));
    }
    if (!text.contains(u"<Image xmlns=\"%1\""_s.arg(dziNamespace)) || !text.contains(u"<Size"))
        return broken(
            u"Image must be the root, its namespace its first attribute, without prefix"_s);
    return {};
}

/// The attribute as XML has it, if the first match of the readers' pattern in the whole text is the
/// same.
std::optional<QString>
agreedValue(const QString &text, const QString &key, const QXmlStreamAttributes &attributes)
{
    const QRegularExpression pattern(u"%1=\"([^\"]+)\""_s.arg(key));
    const QString value = attributes.value(key).toString();
    if (value.isEmpty() || pattern.match(text).captured(1) != value)
        return std::nullopt;
    return value;
}

Result<int>
numberOf(const QString &text, const QString &key, const QXmlStreamAttributes &attributes)
{
    static const QRegularExpression digits(u"^[0-9]+$"_s);
    const std::optional<QString> value = agreedValue(text, key, attributes);
    bool isNumber = false;
    const int number = value ? value->toInt(&isNumber) : 0;
    if (!isNumber || !value->contains(digits))
        return broken(u"%1 must be a plain number in double quotes"_s.arg(key));
    return number;
}

struct Attributes
{
    QXmlStreamAttributes image{};
    QXmlStreamAttributes size{};
    bool hasSize = false;
};

Result<Attributes> attributesOf(const QByteArray &bytes)
{
    Attributes found;
    QXmlStreamReader reader(bytes);
    int depth = 0;
    while (!reader.atEnd()) {
        const QXmlStreamReader::TokenType token = reader.readNext();
        if (token == QXmlStreamReader::EndElement)
            --depth;
        if (token != QXmlStreamReader::StartElement)
            continue;
        ++depth;
        if (reader.namespaceUri() != dziNamespace)
            return broken(u"an element is outside its namespace"_s);
        if (depth == 1 && reader.name() == u"Image")
            found.image = reader.attributes();
        if (depth == 2 && reader.name() == u"Size" && !found.hasSize) {
            found.size = reader.attributes();
            found.hasSize = true;
        }
    }
    if (reader.hasError())
        return broken(reader.errorString());
    return found;
}

} // namespace

QByteArray dziText(const DziDescriptor &descriptor)
{
    const PyramidLayout &layout = descriptor.layout;
    return u"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
           "<Image xmlns=\"%1\"\n"
           "  Format=\"%2\"\n"
           "  Overlap=\"%3\"\n"
           "  TileSize=\"%4\">\n"
           "  <Size Height=\"%5\" Width=\"%6\"/>\n"
           "</Image>\n"_s.arg(dziNamespace, formatName(descriptor.format))
               .arg(layout.overlap())
               .arg(layout.tileSize())
               .arg(layout.size().height())
               .arg(layout.size().width())
               .toUtf8();
}

Result<DziDescriptor> parseDzi(const QByteArray &text)
{
    if (text.size() > largestText)
        return broken(u"it is longer than 64 KiB"_s);
    const QString words = QString::fromUtf8(text);
    if (words.toUtf8() != text)
        return broken(u"it is not UTF-8"_s);
    if (const Result<void> checked = checkText(words); !checked)
        return checked.error();
    const Result<Attributes> found = attributesOf(text);
    if (!found)
        return found.error();

    const Result<int> width = numberOf(words, u"Width"_s, found->size);
    const Result<int> height = numberOf(words, u"Height"_s, found->size);
    const Result<int> tileSize = numberOf(words, u"TileSize"_s, found->image);
    const Result<int> overlap = numberOf(words, u"Overlap"_s, found->image);
    for (const Result<int> *number : {&width, &height, &tileSize, &overlap}) {
        if (!*number)
            return number->error();
    }
    if (*width < 1 || *height < 1 || *tileSize < 1 || *overlap > *tileSize)
        return broken(u"a size is 0, or the overlap larger than a tile"_s);
    const QString format = agreedValue(words, u"Format"_s, found->image).value_or(QString());
    const PyramidLayout layout(QSize(*width, *height), *tileSize, *overlap);
    for (const TileFormat known : {TileFormat::Jpeg, TileFormat::Png}) {
        if (format == formatName(known))
            return DziDescriptor{layout, known};
    }
    return broken(u"Format must be jpeg or png"_s);
}

} // namespace createzoom
