// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/symbolicicon.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

class SymbolicIconEngine : public QIconEngine
{
public:
    SymbolicIconEngine(QString name, Tone tone)
        : m_name(std::move(name))
        , m_tone(tone)
    {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio = painter->device()->devicePixelRatioF();
        QPixmap picture = pixmap(rect.size() * ratio, mode, state);
        picture.setDevicePixelRatio(ratio);
        painter->drawPixmap(rect, picture);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State /*state*/) override
    {
        const QString color = colorFor(mode).name();
        const QString key
            = u"icon/%1/%2/%3x%4"_s.arg(m_name, color).arg(size.width()).arg(size.height());
        QPixmap picture;
        if (!QPixmapCache::find(key, &picture)) {
            picture = drawn(size, color);
            QPixmapCache::insert(key, picture);
        }
        return picture;
    }

    QIconEngine *clone() const override { return new SymbolicIconEngine(m_name, m_tone); }
    bool isNull() override { return false; }

private:
    QColor colorFor(QIcon::Mode mode) const
    {
        const QPalette palette = QGuiApplication::palette();
        if (mode == QIcon::Selected)
            return palette.color(QPalette::HighlightedText);
        if (mode == QIcon::Disabled)
            return palette.color(QPalette::Disabled, QPalette::Text);
        return toneColor(m_tone, palette);
    }

    QPixmap drawn(const QSize &size, const QString &color) const
    {
        QPixmap picture(size);
        picture.fill(Qt::transparent);
        QFile file(u":/icons/%1.svg"_s.arg(m_name));
        if (!file.open(QIODevice::ReadOnly)) // a name that is not in ui/CMakeLists.txt
            return picture;
        QSvgRenderer svg(file.readAll().replace("currentColor", color.toLatin1()));
        QPainter painter(&picture);
        svg.setAspectRatioMode(Qt::KeepAspectRatio);
        svg.render(&painter);
        return picture;
    }

    QString m_name;
    Tone m_tone;
};

} // namespace

QIcon symbolicIcon(const QString &name, Tone tone)
{
    return QIcon(new SymbolicIconEngine(name, tone)); // QIcon owns its engine
}

} // namespace createzoom
