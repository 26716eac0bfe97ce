// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/lzwdecoder.h"

#include <QtEndian>

#include <algorithm>
#include <cstring>

namespace createzoom {

namespace {

constexpr int clearCode = 256;
constexpr int endCode = 257;
constexpr int firstFree = 258;
constexpr int fewestBits = 9;

/// The bits of a stream, most significant first.
class BitReader
{
public:
    explicit BitReader(QByteArrayView data)
        : m_next(reinterpret_cast<const uchar *>(data.data()))
        , m_end(m_next + data.size())
    {}

    /// At most 12. After the last byte come bits without meaning: see isBeyondEnd().
    int take(int count)
    {
        refill();
        const int bits = static_cast<int>(m_bits >> (wordBits - count));
        m_bits <<= count;
        m_count -= count;
        return bits;
    }

    bool isBeyondEnd() const { return m_next - m_count / 8 > m_end; }

private:
    static constexpr int wordBits = 64;

    /// Without a branch: the bits that find no place are read again with the next word.
    void refill()
    {
        const uchar *from = std::min(m_next, m_end);
        m_bits |= qFromBigEndian<quint64>(from) >> m_count;
        const int bytes = (wordBits - 1 - m_count) >> 3;
        m_next += bytes;
        m_count += 8 * bytes;
    }

    const uchar *m_next;
    const uchar *m_end;
    quint64 m_bits = 0;
    int m_count = 0;
};

using Step = std::array<uchar, LzwDecoder::padding>;

void copyStep(uchar *target, const uchar *string)
{
    Step step;
    std::memcpy(step.data(), string, step.size());
    std::memcpy(target, step.data(), step.size());
}

/// Copies in steps that are longer than most strings: what is too much is written over later.
void copyString(uchar *target, const uchar *string, quint32 length)
{
    copyStep(target, string);
    for (quint32 at = LzwDecoder::padding; at < length; at += LzwDecoder::padding)
        copyStep(target + at, string + at);
}

/// The string before and its own first byte: source and target overlap.
void repeatString(uchar *target, const uchar *string, quint32 length)
{
    for (quint32 at = 0; at < length; ++at)
        target[at] = string[at];
}

} // namespace

LzwDecoder::LzwDecoder()
{
    for (int code = 0; code < clearCode; ++code) {
        m_alphabet[static_cast<size_t>(code)] = static_cast<uchar>(code);
        add(code, m_alphabet.data() + code, 1);
    }
}

bool LzwDecoder::isOldKind(QByteArrayView data)
{
    return data.size() >= 2 && data[0] == 0 && (data[1] & 1) != 0;
}

bool LzwDecoder::decode(QByteArrayView data, uchar *target, qsizetype size)
{
    BitReader reader(data);
    uchar *at = target;
    uchar *const end = target + size;
    const uchar *last = nullptr; // the string before; none after a clear code
    quint32 lastLength = 0;
    int next = firstFree;
    int bits = fewestBits;
    while (at < end) {
        const int code = reader.take(bits);
        if (code == clearCode) {
            last = nullptr;
            next = firstFree;
            bits = fewestBits;
            continue;
        }
        if (code == endCode || reader.isBeyondEnd())
            return false;
        const bool isNew = code == next;
        if (last && next < tableSize) {
            // The string before and the byte that follows it, which this code is about to write.
            add(next, last, lastLength + 1);
            ++next;
            bits = fewestBits + (next >= 511) + (next >= 1023) + (next >= 2047);
        }
        if (code >= next)
            return false;
        const uchar *string = m_strings[static_cast<size_t>(code)];
        const auto length = static_cast<quint32>(
            std::min<qsizetype>(m_lengths[static_cast<size_t>(code)], end - at));
        if (isNew)
            repeatString(at, string, length);
        else
            copyString(at, string, length);
        last = at;
        lastLength = length;
        at += length;
    }
    return true;
}

void LzwDecoder::add(int code, const uchar *string, quint32 length)
{
    m_strings[static_cast<size_t>(code)] = string;
    m_lengths[static_cast<size_t>(code)] = static_cast<quint16>(length);
}

} // namespace createzoom
