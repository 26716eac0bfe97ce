// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

/// Qt itself has no Bokmal; Nynorsk buttons beat English ones.
QString qtLanguage(const QString &language)
{
    return language == u"nb" ? u"nn"_s : language;
}

void install(const QString &name, const QString &folder)
{
    auto *translator = new QTranslator(QCoreApplication::instance());
    if (translator->load(name, folder))
        QCoreApplication::installTranslator(translator);
    else
        delete translator;
}

} // namespace

QStringList languages()
{
    return {u"en"_s, u"de"_s, u"nb"_s};
}

QString languageFor(const QStringList &preferred)
{
    for (const QString &name : preferred) {
        QString code = name.section(u'-', 0, 0).section(u'_', 0, 0).toLower();
        if (code == u"nn" || code == u"no")
            code = u"nb"_s;
        if (languages().contains(code))
            return code;
    }
    return languages().first();
}

void speak(const QString &language)
{
    const QString spoken
        = languageFor(language.isEmpty() ? QLocale::system().uiLanguages() : QStringList{language});
    // English has a file as well: its plurals.
    install(u"createzoom_"_s + spoken, u":/i18n"_s);
    install(u"qtbase_"_s + qtLanguage(spoken), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
}

} // namespace createzoom
