// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/adding/addreport.h"

#include "ui/errortext.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

QString reportWords(const char *text, int n = -1)
{
    return QCoreApplication::translate("AddReport", text, nullptr, n);
}

QString naming(const char *text, const QStringList &paths)
{
    return reportWords(text).arg(someNames(paths));
}

} // namespace

QString addedText(const AddReport &report)
{
    const auto count = static_cast<int>(report.ids.size());
    if (count == 0)
        return {};
    return count == 1 ? reportWords(QT_TRANSLATE_NOOP("AddReport", "Added a job"))
                      : reportWords(QT_TRANSLATE_N_NOOP("AddReport", "Added %n jobs"), count);
}

QString addProblems(const AddReport &report)
{
    QStringList sentences;
    if (report.error)
        sentences << errorLine(*report.error);
    if (!report.notImages.isEmpty())
        sentences << naming(QT_TRANSLATE_NOOP("AddReport",
                                              "Not added, as they are no images: %1. Add files… "
                                              "takes them whatever their names."),
                            report.notImages);
    if (!report.missing.isEmpty())
        sentences << naming(QT_TRANSLATE_NOOP("AddReport", "Not there any more: %1."),
                            report.missing);
    if (!report.sameOutput.isEmpty())
        sentences << naming(
            QT_TRANSLATE_NOOP("AddReport",
                              "Not added, as an image of the same name goes to the "
                              "same folder: %1. Add them with another destination."),
            report.sameOutput);
    if (report.space.isShort())
        sentences << spaceText(report.space);
    if (sentences.isEmpty() && report.ids.isEmpty())
        sentences << reportWords(QT_TRANSLATE_NOOP("AddReport", "No images were found there."));
    return sentences.join(u' ');
}

QString someNames(const QStringList &paths)
{
    constexpr qsizetype shown = 3;
    QStringList names;
    for (const QString &path : paths.first(std::min(shown, paths.size())))
        names << path.section(u'/', -1, -1, QString::SectionSkipEmpty);
    if (paths.size() > shown)
        names << reportWords(QT_TRANSLATE_N_NOOP("AddReport", "%n more"),
                             static_cast<int>(paths.size() - shown));
    return names.join(u", "_s);
}

} // namespace createzoom
