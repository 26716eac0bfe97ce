// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/tiffchain.h"

#include <QFile>
#include <QtEndian>

#include <optional>

namespace createzoom {

namespace {

/// More directories than any file has: the end of a chain that runs in a circle.
constexpr int mostDirectories = 100'000;

/// The sizes in which classic and BigTIFF differ.
struct Variant
{
    qint64 firstLink; ///< where the header keeps the first directory's offset
    qint64 countSize;
    qint64 entrySize;
    qint64 linkSize;
};

constexpr Variant classicTiff{4, 2, 12, 4};
constexpr Variant bigTiff{8, 8, 20, 8};

class TiffWalk
{
public:
    explicit TiffWalk(QFile &file)
        : m_file(file)
    {}

    bool run()
    {
        const QByteArray head = m_file.read(4);
        m_isBigEndian = head.startsWith("MM");
        if (head.size() < 4 || !(m_isBigEndian || head.startsWith("II")))
            return true;
        const char version = head[m_isBigEndian ? 3 : 2];
        if (version != 42 && version != 43)
            return true;
        const Variant &variant = version == 42 ? classicTiff : bigTiff;
        std::optional<qint64> link = number(variant.firstLink, variant.linkSize);
        for (int i = 0; link && *link != 0 && i < mostDirectories; ++i) {
            const std::optional<qint64> entries = number(*link, variant.countSize);
            if (!entries || *entries < 0 || *entries > m_file.size() / variant.entrySize)
                return false;
            link = number(*link + variant.countSize + *entries * variant.entrySize,
                          variant.linkSize);
        }
        return link.has_value();
    }

private:
    /// Nothing when it is not inside the file.
    std::optional<qint64> number(qint64 at, qint64 size)
    {
        if (at < 0 || at > m_file.size() - size || !m_file.seek(at))
            return std::nullopt;
        const QByteArray bytes = m_file.read(size);
        if (bytes.size() != size)
            return std::nullopt;
        quint64 value = 0;
        for (qsizetype i = 0; i < size; ++i) {
            const auto byte = static_cast<uchar>(bytes[m_isBigEndian ? i : size - 1 - i]);
            value = value << 8 | byte;
        }
        return static_cast<qint64>(value);
    }

    QFile &m_file;
    bool m_isBigEndian = false;
};

} // namespace

bool isTiffChainWhole(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && TiffWalk(file).run();
}

} // namespace createzoom
