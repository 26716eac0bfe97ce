// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/archivescan.h"

#include "core/base/progressgate.h"

#include <QFile>

#include <algorithm>
#include <array>
#include <thread>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

constexpr qint64 largestDescriptor = qint64{1} << 20;

std::vector<const ZipEntry *> inOrderOfBytes(const ZipDirectory &directory)
{
    std::vector<const ZipEntry *> order;
    for (const ZipEntry &entry : directory.entries)
        order.push_back(&entry);
    std::sort(order.begin(), order.end(), [](const ZipEntry *a, const ZipEntry *b) {
        return a->headerOffset < b->headerOffset;
    });
    return order;
}

} // namespace

ArchiveScan::ArchiveScan(QFile &file, ZipDirectory &directory, QString innerName)
    : m_file(file)
    , m_directory(directory)
    , m_innerName(std::move(innerName))
    , m_breaches(directory.breaches)
{}

Result<void> ArchiveScan::run(const StepControl &control)
{
    if (Result<void> found = findDescriptor(); !found)
        return found;
    const std::vector<const ZipEntry *> order = inOrderOfBytes(m_directory);
    const ExpectedTiles *expected = m_expected ? &*m_expected : nullptr;
    std::array<EntryScan, 2> scans{EntryScan(m_file.fileName(), m_directory, expected),
                                   EntryScan(m_file.fileName(), m_directory, expected)};
    const std::span<const ZipEntry *const> entries(order);
    const auto front = entries.first(entries.size() / 2);
    const auto back = entries.subspan(entries.size() / 2);

    SharedProgress progress(control, StepProgress::Phase::Packing, m_file.size());
    Result<void> readBack;
    Result<void> readFront;
    {
        const std::jthread other([&] { readBack = scans[1].run(back, progress, control); });
        readFront = scans[0].run(front, progress, control);
    }
    if (!readFront || !readBack)
        return readFront ? readBack : readFront;
    control.report(
        {.phase = StepProgress::Phase::Packing, .done = m_file.size(), .total = m_file.size()});
    if (!back.empty() && back.front()->headerOffset < scans[0].end())
        m_breaches.add(u"%1 overlaps another entry"_s.arg(back.front()->label()));
    for (const EntryScan &scan : scans) {
        for (const QString &sentence : scan.breaches().sentences())
            m_breaches.add(sentence);
    }
    checkGrid(scans[0].tiles(), scans[1].tiles());
    return {};
}

/// The descriptor is read ahead of the pass: every other entry is judged by it.
Result<void> ArchiveScan::findDescriptor()
{
    if (m_directory.entries.empty())
        return {};
    const ZipEntry &first = m_directory.entries.front();
    const QByteArray wanted = m_innerName.toUtf8() + ".dzi";
    if (first.name != wanted)
        m_breaches.add(
            u"The first entry is %1, must be %2"_s.arg(first.label(), QString::fromUtf8(wanted)));
    BreachList ignored; // the pass reports them
    constexpr qint64 largestHeader = localHeaderMinimum + qint64{2} * 0xFFFF;
    if (first.headerOffset < 0 || !m_file.seek(std::min(first.headerOffset, m_file.size())))
        return {};
    const Result<qint64> headerSize = localHeaderSize(m_file.peek(largestHeader), first, ignored);
    const bool isReadable = headerSize && first.size <= largestDescriptor;
    if (!isReadable || !m_file.seek(first.headerOffset + *headerSize))
        return {};
    const Result<DziDescriptor> descriptor = parseDzi(m_file.read(first.size));
    if (!descriptor) {
        m_breaches.add(descriptor.error().message);
        return {};
    }
    m_expected.emplace(m_innerName, *descriptor);
    return {};
}

void ArchiveScan::checkGrid(const std::vector<qint64> &front, const std::vector<qint64> &back)
{
    if (!m_expected)
        return;
    m_tiles = std::ssize(front) + std::ssize(back);
    const qint64 wanted = m_expected->layout.tileCount();
    const auto entries = static_cast<qint64>(m_directory.entries.size());
    // A descriptor can claim more tiles than memory has room for.
    if (wanted > entries) {
        m_breaches.add(u"%1 tiles are missing"_s.arg(wanted - entries + 1));
        return;
    }
    std::vector<bool> seen(static_cast<size_t>(wanted));
    for (const std::vector<qint64> *tiles : {&front, &back}) {
        for (const qint64 index : *tiles)
            seen[static_cast<size_t>(index)] = true;
    }
    if (const auto missing = std::count(seen.begin(), seen.end(), false); missing > 0)
        m_breaches.add(u"%1 tiles are missing"_s.arg(missing));
}

} // namespace createzoom
