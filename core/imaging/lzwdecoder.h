// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QtGlobal>

#include <array>

namespace createzoom {

/// Decodes LZW as TIFF 6.0 (section 13) has it: codes of 9 to 12 bits, the most significant first,
/// one more bit a code early. Twice as fast as libtiff, whose time was most of the time of such an
/// image: a string is not walked back byte by byte, but copied from where it was written before.
/// One object per thread: it keeps its table.
class LzwDecoder
{
public:
    /// So many bytes must be readable behind the encoded ones, and writable behind the decoded
    /// ones.
    static constexpr qsizetype padding = 16;

    LzwDecoder();

    /// Whether it is the kind of before TIFF 5, with the bits the other way round; not decoded
    /// here.
    static bool isOldKind(QByteArrayView data);

    /// Decodes `size` bytes. False when the data is damaged or holds fewer.
    bool decode(QByteArrayView data, uchar *target, qsizetype size);

private:
    static constexpr int tableSize = 4096; ///< also more than the longest string has bytes

    void add(int code, const uchar *string, quint32 length);

    std::array<const uchar *, tableSize> m_strings{}; ///< in the alphabet or in the target
    std::array<quint16, tableSize> m_lengths{};
    std::array<uchar, 256 + padding> m_alphabet{};
};

} // namespace createzoom
