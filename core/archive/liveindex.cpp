// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/liveindex.h"

#include "core/archive/crc32.h"
#include "core/archive/dzipnames.h"
#include "core/archive/littleendian.h"
#include "core/archive/zipdirectory.h"
#include "core/jobs/dziformat.h"

#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QtEndian>

#include <atomic>
#include <cerrno>
#include <mutex>
#include <optional>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

/// In a local header.
constexpr qint64 crcField = 14;

/// An entry whose header and bytes are both in the file.
struct LiveEntry
{
    QByteArray name{};
    qint64 header = 0; ///< where it begins
    qint64 at = 0; ///< of its bytes
    qint64 size = 0;
    quint32 crc = 0;

    qint64 end() const { return at + size; }
};

/// What of a file has been written so far. Reads from any thread.
class LiveFile
{
public:
    explicit LiveFile(const QString &path)
        : m_file(path)
    {}
    bool open() { return m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered); }

    struct Condition
    {
        qint64 size = 0;
        bool isRemoved = false;
    };
    Condition condition() const
    {
        struct stat info
        {
        };
        if (::fstat(m_file.handle(), &info) != 0)
            return {0, true};
        return {info.st_size, info.st_nlink == 0};
    }

    /// Shorter where the file ends.
    QByteArray read(qint64 at, qint64 size) const
    {
        QByteArray bytes(size, Qt::Uninitialized);
        qint64 have = 0;
        while (have < size) {
            const ssize_t count = ::pread(
                m_file.handle(), bytes.data() + have, static_cast<size_t>(size - have), at + have);
            if (count < 0 && errno == EINTR)
                continue;
            if (count <= 0)
                break;
            have += count;
        }
        bytes.resize(have);
        return bytes;
    }

    /// The bytes of an entry, if they are those that its header announces. What was read of the
    /// header may be older than the writer's last word: no file system promises that a read sees
    /// all of a write or nothing.
    std::optional<QByteArray> content(const LiveEntry &entry) const
    {
        QByteArray bytes = read(entry.at, entry.size);
        if (bytes.size() != entry.size)
            return std::nullopt;
        const quint32 crc = crc32Of(bytes);
        const bool isAnnounced = crc == entry.crc || crc == crcIn(entry);
        return isAnnounced ? std::optional(std::move(bytes)) : std::nullopt;
    }

private:
    std::optional<quint32> crcIn(const LiveEntry &entry) const
    {
        const QByteArray field = read(entry.header + crcField, sizeof(quint32));
        return field.size() == sizeof(quint32)
            ? std::optional(qFromLittleEndian<quint32>(field.data()))
            : std::nullopt;
    }

    QFile m_file;
};

/// The entry whose local header begins at `at`. Nothing while it is not complete: the writer puts
/// checksum and sizes into the header after the bytes, in this order, so two equal sizes say that
/// all is there. Fields' places are those of the ZIP specification.
std::optional<LiveEntry> entryAt(const LiveFile &file, qint64 at, qint64 fileSize)
{
    constexpr qint64 usualName = 200;
    QByteArray header = file.read(at, localHeaderMinimum + usualName);
    if (header.size() < localHeaderMinimum || !header.startsWith("PK\x03\x04"))
        return std::nullopt;
    const qint64 nameSize = u16(header, 26);
    const qint64 whole = localHeaderMinimum + nameSize + u16(header, 28);
    const qint64 size = u32(header, 22);
    const bool isStored = u16(header, 6) == 0 && u16(header, 8) == 0;
    if (!isStored || size == 0 || u32(header, 18) != size || at + whole + size > fileSize)
        return std::nullopt;
    if (nameSize > usualName)
        header = file.read(at, localHeaderMinimum + nameSize);
    if (header.size() < localHeaderMinimum + nameSize)
        return std::nullopt;
    return LiveEntry{.name = header.sliced(localHeaderMinimum, nameSize),
                     .header = at,
                     .at = at + whole,
                     .size = size,
                     .crc = u32(header, crcField)};
}

class GrowingTiles final : public TileSource
{
public:
    GrowingTiles(std::unique_ptr<LiveFile> file,
                 const DzipNames &names,
                 const DziDescriptor &descriptor,
                 qint64 firstTile)
        : TileSource(descriptor)
        , m_file(std::move(file))
        , m_names(names)
        , m_scanned(firstTile)
    {}

    Result<QByteArray> tile(const TileAddress &tile) override;
    bool isGrowing() const override { return m_isGrowing; }
    bool isNear() const override { return true; }

private:
    std::optional<LiveEntry> find(const TileAddress &tile);
    void scan();

    const std::unique_ptr<LiveFile> m_file;
    const DzipNames m_names;
    std::atomic_bool m_isGrowing = true;
    std::mutex m_mutex; ///< guards what follows
    qint64 m_scanned; ///< where the next entry begins
    QHash<TileAddress, LiveEntry> m_tiles; ///< without their names
};

Result<QByteArray> GrowingTiles::tile(const TileAddress &tile)
{
    if (const std::optional<LiveEntry> entry = find(tile)) {
        if (std::optional<QByteArray> bytes = m_file->content(*entry))
            return *std::move(bytes);
        if (!m_isGrowing)
            return Error{
                ErrorCode::Damaged,
                u"The archive is damaged at %1"_s.arg(QString::fromUtf8(m_names.tile(tile)))};
    }
    return Error{ErrorCode::NotFound,
                 u"There is no %1 yet"_s.arg(QString::fromUtf8(m_names.tile(tile)))};
}

std::optional<LiveEntry> GrowingTiles::find(const TileAddress &tile)
{
    const std::lock_guard lock(m_mutex);
    if (m_isGrowing)
        scan(); // also when the tile is known: who has all that is to be seen learns of the end
    const auto found = m_tiles.constFind(tile);
    return found == m_tiles.constEnd() ? std::nullopt : std::optional(*found);
}

void GrowingTiles::scan()
{
    const LiveFile::Condition now = m_file->condition();
    while (std::optional<LiveEntry> entry = entryAt(*m_file, m_scanned, now.size)) {
        m_scanned = entry->end();
        const std::optional<TileAddress> tile = m_names.tileOf(entry->name);
        const bool isWanted = tile && descriptor().layout.contains(*tile)
            && entry->size <= largestContent && !m_tiles.contains(*tile);
        entry->name.clear();
        if (isWanted)
            m_tiles.insert(*tile, *std::move(entry));
    }
    // The directory follows the last entry.
    if (now.isRemoved || m_file->read(m_scanned, 4) == "PK\x01\x02")
        m_isGrowing = false;
}

} // namespace

Result<std::unique_ptr<TileSource>> openGrowingArchive(const QString &path)
{
    const QString fileName = QFileInfo(path).fileName();
    const Error notYet{ErrorCode::NotFound, u"%1 has no tiles yet"_s.arg(fileName)};
    auto file = std::make_unique<LiveFile>(path);
    if (!file->open())
        return QFileInfo::exists(path)
            ? Error{ErrorCode::Io, u"%1 cannot be opened"_s.arg(fileName)}
            : notYet;
    const std::optional<LiveEntry> first = entryAt(*file, 0, file->condition().size);
    if (!first)
        return notYet;
    if (!first->name.endsWith(descriptorEnding) || first->size > largestContent)
        return Error{ErrorCode::Unreadable, u"%1 is not a Deep Zoom archive"_s.arg(fileName)};
    const std::optional<QByteArray> text = file->content(*first);
    if (!text)
        return notYet;
    const Result<DziDescriptor> descriptor = parseDzi(*text);
    if (!descriptor)
        return descriptor.error().withContext(fileName);
    const DzipNames names(QString::fromUtf8(first->name.chopped(descriptorEnding.size())),
                          descriptor->format);
    const qint64 firstTile = first->end();
    return std::unique_ptr<TileSource>(
        std::make_unique<GrowingTiles>(std::move(file), names, *descriptor, firstTile));
}

} // namespace createzoom
