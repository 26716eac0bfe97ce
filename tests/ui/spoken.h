// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>
#include <QTranslator>

namespace createzoom {

/// Speaks a language as long as it lives.
class Spoken
{
public:
    explicit Spoken(const QString &language)
    {
        m_isLoaded
            = m_translator.load(QStringLiteral("createzoom_") + language, QStringLiteral(":/i18n"))
            && QCoreApplication::installTranslator(&m_translator);
    }
    ~Spoken() { QCoreApplication::removeTranslator(&m_translator); }
    Q_DISABLE_COPY_MOVE(Spoken)

    bool isLoaded() const { return m_isLoaded; }

private:
    QTranslator m_translator{};
    bool m_isLoaded = false;
};

} // namespace createzoom
