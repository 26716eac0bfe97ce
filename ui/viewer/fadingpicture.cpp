// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/fadingpicture.h"

#include <QtMath>

#include <algorithm>
#include <utility>

namespace createzoom {

namespace {

/// The same size on both: nothing is scaled.
void copyPart(QPainter &painter, const QImage &from, const QRect &place, double opacity = 1)
{
    painter.setOpacity(opacity);
    painter.drawImage(QRectF(place), from, QRectF(place));
}

/// From logical pixels to those of the screen.
void countScreenPixels(QPainter &painter, const QImage &picture)
{
    painter.scale(1 / picture.devicePixelRatio(), 1 / picture.devicePixelRatio());
}

} // namespace

void FadingPicture::add(const TileAddress &tile, bool isFadingIn)
{
    m_new.insert(tile, isFadingIn ? 0 : duration);
}

void FadingPicture::advance(double milliseconds)
{
    for (double &age : m_new)
        age += milliseconds;
    for (Fade &fade : m_fades) {
        fade.age += milliseconds;
        if (fade.age >= duration)
            blend(fade);
    }
    m_fades.removeIf([](const auto &entry) { return entry.value().age >= duration; });
}

bool FadingPicture::isFading() const
{
    return !m_fades.isEmpty()
        || std::any_of(m_new.begin(), m_new.end(), [](double age) { return age < duration; });
}

void FadingPicture::forget()
{
    *this = {};
}

void FadingPicture::paint(QPainter &painter, const TilePainter &tiles, const Ground &ground)
{
    if (m_view != tiles.view())
        paintAll(tiles, ground);
    else
        takeNew(tiles);
    painter.save();
    countScreenPixels(painter, m_shown);
    copyPart(painter, m_shown, m_shown.rect());
    for (const Fade &fade : std::as_const(m_fades))
        copyPart(painter, m_coming, fade.place, fade.share());
    painter.restore();
}

void FadingPicture::paintAll(const TilePainter &tiles, const Ground &ground)
{
    const ViewTransform &view = tiles.view();
    QImage picture = std::move(m_shown);
    forget();
    const QSizeF size = view.widget() * view.devicePixels();
    const QSize whole(qCeil(size.width()), qCeil(size.height()));
    if (picture.size() != whole)
        picture = QImage(whole, QImage::Format_RGB32);
    picture.setDevicePixelRatio(view.devicePixels());
    QPainter painter(&picture);
    ground(painter);
    tiles.paint(painter);
    painter.end();
    m_shown = std::move(picture);
    m_view = view;
    for (const TileAddress &cell : tiles.cells()) {
        if (!tiles.layers(cell).isEmpty())
            m_filled.insert(cell);
    }
}

/// Also tells the cache, by looking at all that is on the screen, that it is used.
void FadingPicture::takeNew(const TilePainter &tiles)
{
    double room = shareOfFrame * m_shown.width() * m_shown.height(); // pixels
    QHash<TileAddress, double> waiting;
    for (const TileAddress &cell : tiles.cells()) {
        const QList<TileAddress> layers = tiles.layers(cell);
        const std::optional<double> age = ageOfNew(layers);
        if (!age)
            continue;
        if (*age >= duration || !m_filled.contains(cell)) {
            showAtOnce(tiles, cell);
        } else if (room > 0) {
            fadeIn(tiles, cell, *age);
            const QSize size = tiles.placeOf(cell).size();
            room -= double(size.width()) * size.height();
        } else {
            for (const TileAddress &layer : layers) {
                if (m_new.contains(layer))
                    waiting.insert(layer, 0); // begins when it is painted
            }
        }
        m_filled.insert(cell);
    }
    m_new = waiting;
}

std::optional<double> FadingPicture::ageOfNew(const QList<TileAddress> &layers) const
{
    std::optional<double> age;
    for (const TileAddress &layer : layers) {
        if (const auto found = m_new.constFind(layer); found != m_new.constEnd())
            age = std::min(age.value_or(duration), *found);
    }
    return age;
}

/// From what is seen there now, which may be half of another fade.
void FadingPicture::fadeIn(const TilePainter &tiles, const TileAddress &cell, double age)
{
    if (const auto before = m_fades.constFind(cell); before != m_fades.constEnd())
        blend(*before);
    if (m_coming.size() != m_shown.size()) {
        m_coming = QImage(m_shown.size(), QImage::Format_RGB32);
        m_coming.setDevicePixelRatio(m_shown.devicePixelRatio());
    }
    const QRect place = tiles.placeOf(cell);
    QPainter painter(&m_coming);
    painter.save();
    countScreenPixels(painter, m_coming);
    copyPart(painter, m_shown, place); // where the tiles have holes
    painter.restore();
    tiles.paintCell(painter, cell);
    m_fades.insert(cell, {place, age});
}

void FadingPicture::showAtOnce(const TilePainter &tiles, const TileAddress &cell)
{
    m_fades.remove(cell);
    QPainter painter(&m_shown);
    tiles.paintCell(painter, cell);
}

void FadingPicture::blend(const Fade &fade)
{
    QPainter painter(&m_shown);
    countScreenPixels(painter, m_shown);
    copyPart(painter, m_coming, fade.place, fade.share());
}

} // namespace createzoom
