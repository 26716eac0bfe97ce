// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/conversionflags.h"

#include <QCommandLineParser>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

struct ConversionFlag
{
    const char *name;
    const char *value;
    const char *help;
};

/// Flags that are conversion options of the same name (core/jobs/conversionoptions has their
/// ranges).
constexpr std::array optionFlags{
    ConversionFlag{"quality", "1-100", "JPEG quality [75]"},
    ConversionFlag{"tile-size", "N", "tile size without overlap [254]"},
    ConversionFlag{"overlap", "N", "pixels that neighbouring tiles share [1]"},
    ConversionFlag{"format", "jpeg|png", "format of the tiles [jpeg]"},
    ConversionFlag{"page", "N", "page or level, from 0; -1 = the full-resolution one [-1]"},
    ConversionFlag{"background", "#rrggbb", "colour under transparent pixels [#ffffff]"},
    ConversionFlag{"exists",
                   "skip|rename|replace|fail",
                   "when the archive exists already [skip; jobs of a server: replace]"},
    ConversionFlag{
        "shrink", "mean|nearest|mode", "how pixels are combined; mean makes new colours [mean]"},
    ConversionFlag{
        "range", "auto|full|LOW,HIGH", "samples that become black and white, beyond 8 bits [auto]"},
    ConversionFlag{"damaged", "refuse|allow", "what to do with an image that is cut off [refuse]"},
    ConversionFlag{"tiles", "encode|keep", "keep: the JPEG tiles of a slide as they are [encode]"},
    ConversionFlag{"channels", "N,N,...", "fluorescence: these channels, from 1, in their colours"},
};

} // namespace

void addConversionFlags(QCommandLineParser &parser)
{
    for (const ConversionFlag &flag : optionFlags)
        parser.addOption(
            {QLatin1String(flag.name), QLatin1String(flag.help), QLatin1String(flag.value)});
    parser.addOption({u"lossless"_s, u"the same as --tiles keep"_s});
    parser.addOption({u"allow-damaged"_s, u"the same as --damaged allow"_s});
    parser.addOption(
        {u"preset"_s, u"options by name: "_s + presetNames().join(u", "_s), u"name"_s});
}

Result<ConversionOptions> conversionOptions(const QCommandLineParser &parser)
{
    ConversionOptions options;
    if (parser.isSet(u"preset"_s)) {
        if (const Result<void> applied = applyPreset(options, parser.value(u"preset"_s)); !applied)
            return applied.error();
    }
    for (const ConversionFlag &flag : optionFlags) {
        const QString name = QLatin1String(flag.name);
        if (!parser.isSet(name))
            continue;
        if (const Result<void> set = setOption(options, name, parser.value(name)); !set)
            return set.error();
    }
    if (parser.isSet(u"allow-damaged"_s))
        options.damaged = DamagePolicy::Allow;
    if (parser.isSet(u"lossless"_s))
        options.tiles = TileOrigin::Kept;
    return options;
}

Result<QJsonObject> conversionWishes(const QCommandLineParser &parser)
{
    const Result<ConversionOptions> options = conversionOptions(parser);
    if (!options)
        return options.error();
    const QJsonObject all = optionsToJson(*options);
    QJsonObject wishes;
    for (const ConversionFlag &flag : optionFlags) {
        const QString key = QString::fromLatin1(flag.name).replace(u'-', u'_');
        const bool isSaid = parser.isSet(QLatin1String(flag.name))
            || (key == u"damaged" && parser.isSet(u"allow-damaged"_s))
            || (key == u"tiles" && parser.isSet(u"lossless"_s));
        if (isSaid)
            wishes.insert(key, all.value(key));
    }
    if (parser.isSet(u"preset"_s))
        wishes.insert(u"preset"_s, parser.value(u"preset"_s));
    return wishes;
}

} // namespace createzoom
