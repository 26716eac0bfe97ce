// SPDX-License-Identifier: GPL-3.0-or-later
// usage: bench_viewer FOLDER
// Looks at a pyramid of 100,000 x 100,000 pixels, which it makes in FOLDER when it is not there,
// and prints a row of a table: time to the first picture, painting while the hand moves and while
// tiles fade in, memory.
#include "core/archive/pyramidwriter.h"
#include "ui/viewer/fadingpicture.h"
#include "ui/viewer/viewerwidget.h"

#include <QApplication>
#include <QBuffer>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QHash>
#include <QKeyEvent>
#include <QPainter>
#include <QRandomGenerator>
#include <QTest>
#include <QWheelEvent>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <functional>
#include <vector>

using namespace createzoom;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QSize imageSize(100'000, 100'000);
constexpr QSize screen(1920, 1080);

/// Something for the decoder to do.
QByteArray tileBytes(QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(QColor(240, 236, 232));
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    QRandomGenerator random(7);
    for (int i = 0; i < 40; ++i) {
        painter.setBrush(QColor::fromHsv(280 + random.bounded(60), 120, 180));
        painter.drawEllipse(
            QPoint(random.bounded(size.width()), random.bounded(size.height())), 9, 6);
    }
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "jpeg", 60);
    return bytes;
}

bool writePyramid(const QString &path)
{
    const PyramidLayout layout(imageSize, 254, 1);
    const auto writer = PyramidWriter::create(
        ArchiveLayout::Dzip, path + u".part"_s, u"huge"_s, {layout, TileFormat::Jpeg});
    QHash<QSize, QByteArray> blobs;
    for (int level = 0; writer && level < layout.levelCount(); ++level) {
        for (int row = 0; row < layout.rows(level); ++row) {
            for (int column = 0; column < layout.columns(level); ++column) {
                const TileAddress tile{level, column, row};
                QByteArray &bytes = blobs[layout.tileRect(tile).size()];
                if (bytes.isEmpty())
                    bytes = tileBytes(layout.tileRect(tile).size());
                if (!(*writer)->addTile(tile, bytes))
                    return false;
            }
        }
    }
    return writer && (*writer)->finish("{\"pixel_size_um\":{\"x\":0.25,\"y\":0.25}}")
        && QFile::rename(path + u".part"_s, path);
}

double milliseconds(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

/// How long frames take, in milliseconds: by the clock, and of the processor, which is the same on
/// a busy machine.
class FrameTimes
{
public:
    void measure(const std::function<void()> &paint)
    {
        const double before = processorTime();
        QElapsedTimer timer;
        timer.start();
        paint();
        m_clock.push_back(milliseconds(timer));
        m_processor.push_back(processorTime() - before);
    }

    /// "median 2.4, 99 % 9.9 ms (processor 2.3, 9.1)"
    QByteArray text()
    {
        return "median " + at(m_clock, 50) + ", 99 % " + at(m_clock, 99) + " ms (processor "
            + at(m_processor, 50) + ", " + at(m_processor, 99) + ')';
    }

private:
    /// Of this thread.
    static double processorTime()
    {
        timespec time{};
        ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
    }

    static QByteArray at(std::vector<double> &times, size_t percent)
    {
        std::sort(times.begin(), times.end());
        return QByteArray::number(times.at(times.size() * percent / 100), 'f', 1);
    }

    std::vector<double> m_clock{};
    std::vector<double> m_processor{};
};

/// From the wish to the first frame that shows something of the image.
double firstPicture(ViewerWidget &viewer, const QString &path)
{
    const QColor before = viewer.picture().pixelColor(screen.width() / 2, screen.height() / 2);
    QElapsedTimer timer;
    timer.start();
    viewer.openFile(path);
    do
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    while (viewer.cachedBytes() == 0
           || viewer.picture().pixelColor(screen.width() / 2, screen.height() / 2) == before);
    return milliseconds(timer);
}

/// Until nothing more comes.
void settle(ViewerWidget &viewer)
{
    constexpr int quiet = 150; ///< milliseconds
    qint64 before = -1;
    while (viewer.cachedBytes() != before) {
        before = viewer.cachedBytes();
        QTest::qWait(quiet);
    }
}

void press(ViewerWidget &viewer, Qt::Key key)
{
    QKeyEvent event(QEvent::KeyPress, key, Qt::NoModifier);
    QCoreApplication::sendEvent(&viewer, &event);
}

/// To a scale between two levels, where painting is slowest: each tile is shrunk smoothly.
void turnWheelOut(ViewerWidget &viewer, int notches)
{
    const QPointF at = QRectF(viewer.rect()).center();
    QWheelEvent event(at,
                      viewer.mapToGlobal(at),
                      {},
                      {0, -120 * notches},
                      Qt::NoButton,
                      Qt::NoModifier,
                      Qt::NoScrollPhase,
                      false);
    QCoreApplication::sendEvent(&viewer, &event);
}

/// Each frame of a walk to the right and back, after one over the same tiles.
FrameTimes paintTimes(ViewerWidget &viewer)
{
    constexpr int steps = 40;
    FrameTimes times;
    for (const Qt::Key key : {Qt::Key_Right, Qt::Key_Left, Qt::Key_Right, Qt::Key_Left}) {
        const bool isWarm = key == Qt::Key_Left;
        for (int i = 0; i < steps; ++i) {
            press(viewer, key);
            if (isWarm)
                times.measure([&] { viewer.repaint(); });
            else
                viewer.repaint();
        }
        settle(viewer);
    }
    return times;
}

void paintFrame(QImage &target, FadingPicture &picture, const TilePainter &tiles)
{
    QPainter painter(&target);
    picture.paint(
        painter, tiles, [](QPainter &ground) { ground.fillRect(QRect({}, screen), Qt::black); });
}

/// Each frame while all tiles of the screen fade in at once: from the first, which scales them all.
FrameTimes fadingTimes()
{
    constexpr int rounds = 20;
    constexpr double frameTime = 16; ///< milliseconds
    const PyramidLayout layout(imageSize, 254, 1);
    ViewTransform view(imageSize, screen);
    view.setScale(0.7, QRectF({}, screen).center());
    const int level = view.level(layout);
    QImage target(screen, QImage::Format_RGB32);
    FrameTimes times;
    for (int round = 0; round < rounds; ++round) {
        TileCache cache(layout, qint64{512} << 20);
        const auto put = [&](const TileAddress &tile) {
            QImage image(layout.tileRect(tile).size(), QImage::Format_RGB32);
            image.fill(QColor::fromHsv(280, 120, 180 + 5 * (tile.level % 8)));
            cache.insert(tile, {image, true});
        };
        for (const TileAddress &tile : tilesOf(layout, level - 1, view.visible()))
            put(tile);
        const TilePainter tiles(layout, cache, view);
        FadingPicture picture;
        paintFrame(target, picture, tiles);
        for (const TileAddress &tile : tiles.cells()) {
            put(tile);
            picture.add(tile, true);
        }
        while (picture.isFading()) {
            times.measure([&] { paintFrame(target, picture, tiles); });
            picture.advance(frameTime);
        }
    }
    return times;
}

/// While somebody leaps about as fast as tiles come.
qint64 peakBytes(ViewerWidget &viewer)
{
    constexpr int leaps = 200;
    QRandomGenerator random(11);
    qint64 peak = 0;
    for (int i = 0; i < leaps; ++i) {
        viewer.fit();
        QTest::mouseDClick(
            &viewer, Qt::LeftButton, {}, {random.bounded(700, 1200), random.bounded(1080)});
        viewer.showPixels(1);
        QTest::qWait(20);
        peak = std::max(peak, viewer.cachedBytes());
    }
    return peak;
}

} // namespace

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    const QDir folder(QApplication::arguments().value(1, u"."_s));
    const QString path = folder.filePath(u"viewer-100000.dzip"_s);
    folder.mkpath(u"."_s);
    if (!QFile::exists(path) && !writePyramid(path)) {
        std::fprintf(stderr, "%s cannot be written\n", qPrintable(path));
        return 1;
    }
    ViewerWidget viewer;
    viewer.setMotionReduced(true); // every frame where it is asked for
    viewer.resize(screen);
    viewer.show();
    QTest::qWait(100);

    const double first = firstPicture(viewer, path);
    settle(viewer);
    viewer.showPixels(1);
    turnWheelOut(viewer, 2);
    settle(viewer);
    FrameTimes paints = paintTimes(viewer);
    const qint64 peak = peakBytes(viewer);
    FrameTimes fades = fadingTimes();

    std::printf("| 100,000 x 100,000 px, window of %d x %d | first picture %.0f ms (300 wanted) "
                "| painting while it moves: %s | while all tiles fade in: %s (16 wanted for both) "
                "| %lld MiB of tiles |\n",
                screen.width(),
                screen.height(),
                first,
                paints.text().constData(),
                fades.text().constData(),
                static_cast<long long>(peak >> 20));
    return 0;
}
