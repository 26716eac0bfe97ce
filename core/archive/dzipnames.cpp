// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/dzipnames.h"

#include <algorithm>
#include <charconv>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

/// ZIP keeps a name's length in 16 bits; the longest ending of ours is much shorter than what
/// remains.
constexpr qsizetype longestStem = 65'000;

/// A plain number, without sign and leading zeros, that ends where `text` has `end`. `text` moves
/// behind it.
std::optional<int> takeNumber(QByteArrayView &text, char end)
{
    const qsizetype length = text.indexOf(end);
    if (length <= 0 || (length > 1 && text.front() == '0'))
        return std::nullopt;
    int value = 0;
    const auto [stop, error] = std::from_chars(text.data(), text.data() + length, value);
    if (error != std::errc() || stop != text.data() + length || value < 0)
        return std::nullopt;
    text = text.sliced(length + 1);
    return value;
}

} // namespace

DzipNames::DzipNames(const QString &innerName, TileFormat format)
    : m_stem(innerName.toUtf8())
    , m_extension("." + formatName(format).toLatin1())
{}

Result<void> DzipNames::check(const QString &innerName)
{
    constexpr ushort firstPrintable = 0x20;
    constexpr ushort deleteCharacter = 0x7f;
    const bool isUnsafe = std::any_of(innerName.begin(), innerName.end(), [](QChar c) {
        return c == u'/' || c == u'\\' || c.unicode() < firstPrintable
            || c.unicode() == deleteCharacter;
    });
    if (innerName.isEmpty() || isUnsafe || !innerName.isValidUtf16()
        || innerName.toUtf8().size() > longestStem)
        return Error{ErrorCode::InvalidRequest,
                     u"The name \"%1\" cannot stand in an archive: it is empty, too long, or has a "
                     u"slash, backslash or "
                     "control character"_s.arg(innerName)};
    return {};
}

QByteArray DzipNames::tile(const TileAddress &tile) const
{
    return folder() + QByteArray::number(tile.level) + '/' + QByteArray::number(tile.column) + '_'
        + QByteArray::number(tile.row) + m_extension;
}

std::optional<TileAddress> DzipNames::tileOf(QByteArrayView name) const
{
    const QByteArray prefix = folder();
    if (!name.startsWith(prefix) || !name.endsWith(m_extension))
        return std::nullopt;
    QByteArrayView rest = name.sliced(prefix.size());
    const std::optional<int> level = takeNumber(rest, '/');
    const std::optional<int> column = level ? takeNumber(rest, '_') : std::nullopt;
    const std::optional<int> row = column ? takeNumber(rest, '.') : std::nullopt;
    if (!row || rest != QByteArrayView(m_extension).sliced(1))
        return std::nullopt;
    return TileAddress{*level, *column, *row};
}

} // namespace createzoom
