// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/includerules.h"

#include <QList>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

struct Layer
{
    QString folder;
    QStringList below;
};

const QStringList foundation{u"core/base/"_s, u"core/jobs/"_s};
const QStringList core{u"core/"_s};

/// The dependency rule of the whole program: a folder includes itself and what is below it.
const QList<Layer> layers{
    {u"core/base/"_s, {}},
    {u"core/jobs/"_s, {u"core/base/"_s}},
    {u"core/storage/"_s, foundation},
    {u"core/redis/"_s, foundation},
    {u"core/imaging/"_s, foundation},
    {u"core/archive/"_s, foundation},
    {u"core/transfer/"_s, foundation},
    {u"core/pipeline/"_s, core},
    {u"server/"_s, core},
    {u"ui/"_s, core},
    {u"app/"_s, {u"core/"_s, u"server/"_s, u"ui/"_s}},
};

struct Confinement
{
    QRegularExpression header;
    QStringList homes;
};

/// Each outside library is known to its home and to nobody else.
const QList<Confinement> confinements{
    {QRegularExpression(u"^vips/|^turbojpeg|^jpeglib"_s), {u"core/imaging/"_s}},
    {QRegularExpression(u"^quazip|^zlib"_s), {u"core/archive/"_s}},
    {QRegularExpression(u"^QSql"_s), {u"core/storage/"_s}},
    {QRegularExpression(u"^hiredis"_s), {u"core/redis/"_s}},
    {QRegularExpression(u"^QNetwork(Access|Request|Reply)"_s), {u"core/transfer/"_s}},
    {QRegularExpression(u"^Q(Abstract)?HttpServer"_s), {u"server/"_s}},
    {QRegularExpression(u"^QDBus"_s), {u"app/"_s}},
    {QRegularExpression(u"^toml\\+\\+"_s), {u"core/base/"_s}},
    {QRegularExpression(u"^seccomp"_s), {u"core/pipeline/"_s}},
    {QRegularExpression(u"^sodium"_s), {u"core/base/"_s, u"core/jobs/"_s}},
    {QRegularExpression(
         u"^Q(Application|.*Widget|MainWindow|.*Dialog|MessageBox|.*Layout|.*Button|ComboBox|Label|"
         "LineEdit|Menu|MenuBar|ToolBar|StatusBar|Splitter|ProgressBar|StyledItemDelegate|"
         "(AbstractItem|Table|Tree|List|Header|Graphics)View)$"_s),
     {u"ui/"_s, u"app/"_s}},
    // <QtWidgets/QWidget> compiles even where Widgets is not linked: Debian has one include root
    // for all of Qt.
    {QRegularExpression(u"^Qt[A-Z][A-Za-z]*/"_s), {}},
};

bool startsWithAny(const QString &path, const QStringList &folders)
{
    return std::any_of(folders.begin(), folders.end(), [&](const QString &folder) {
        return path.startsWith(folder);
    });
}

const Layer *layerOf(const QString &path)
{
    const auto found = std::find_if(layers.begin(), layers.end(), [&](const Layer &layer) {
        return path.startsWith(layer.folder);
    });
    return found == layers.end() ? nullptr : &*found;
}

QString breachOf(const QString &path, const Layer &layer, const QString &header)
{
    if (header.startsWith(u"."))
        return header + u": write the path from the root"_s;
    if (header.startsWith(u"tests/"))
        return header + u": the product knows no tests"_s;
    if (layerOf(header) && !header.startsWith(layer.folder) && !startsWithAny(header, layer.below))
        return u"%1: %2 must not know it"_s.arg(header, layer.folder);
    for (const Confinement &confinement : confinements) {
        if (confinement.header.match(header).hasMatch() && !startsWithAny(path, confinement.homes))
            return u"%1: its home is %2"_s.arg(
                header,
                confinement.homes.isEmpty() ? u"nowhere"_s : confinement.homes.join(u" or "));
    }
    return {};
}

} // namespace

QStringList includeBreaches(const QString &path, const QStringList &headers)
{
    const Layer *layer = layerOf(path);
    if (!layer)
        return {path + u": a folder that the table of layers does not have"_s};
    QStringList breaches;
    for (const QString &header : headers) {
        const QString breach = breachOf(path, *layer, header);
        if (!breach.isEmpty())
            breaches << breach;
    }
    return breaches;
}

QStringList includedHeaders(const QString &source)
{
    static const QRegularExpression directive(u"^\\s*#\\s*include\\s*[<\"]([^>\"]+)"_s,
                                              QRegularExpression::MultilineOption);
    QStringList headers;
    for (const QRegularExpressionMatch &match : directive.globalMatch(source))
        headers << match.captured(1);
    return headers;
}

} // namespace createzoom
