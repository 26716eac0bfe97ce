// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/conversionoptions.h"

#include <QRegularExpression>

#include <cmath>
#include <functional>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

using Setter = bool (*)(ConversionOptions &, const QString &);
using Getter = QString (*)(const ConversionOptions &);

/// One row for each option: its name on the command line, how it is read and written, what is
/// allowed.
struct OptionRow
{
    const char *name;
    Setter set;
    Getter get;
    const char *allowed;
};

bool setInt(int &target, const QString &text, int low, int high)
{
    bool ok = false;
    const int value = text.toInt(&ok);
    if (!ok || value < low || value > high)
        return false;
    target = value;
    return true;
}

template<typename Enum, size_t N>
bool setEnum(Enum &target,
             const QString &text,
             const std::array<std::pair<const char *, Enum>, N> &names)
{
    for (const auto &[name, value] : names) {
        if (text == QLatin1String(name)) {
            target = value;
            return true;
        }
    }
    return false;
}

template<typename Enum, size_t N>
QString enumName(Enum wanted, const std::array<std::pair<const char *, Enum>, N> &names)
{
    for (const auto &[name, value] : names) {
        if (value == wanted)
            return QLatin1String(name);
    }
    return {};
}

constexpr std::array formats{std::pair{"jpeg", TileFormat::Jpeg},
                             std::pair{"png", TileFormat::Png}};
constexpr std::array shrinks{std::pair{"mean", Shrink::Mean},
                             std::pair{"nearest", Shrink::Nearest},
                             std::pair{"mode", Shrink::Mode}};
constexpr std::array damagePolicies{std::pair{"refuse", DamagePolicy::Refuse},
                                    std::pair{"allow", DamagePolicy::Allow}};
constexpr std::array tileOrigins{std::pair{"encode", TileOrigin::Encoded},
                                 std::pair{"keep", TileOrigin::Kept}};
constexpr std::array policies{std::pair{"skip", ExistsPolicy::Skip},
                              std::pair{"rename", ExistsPolicy::Rename},
                              std::pair{"replace", ExistsPolicy::Replace},
                              std::pair{"fail", ExistsPolicy::Fail}};

constexpr int maxTileSize = 4096;
constexpr int maxChannel = 1000;
constexpr qsizetype mostChannels = 16;
constexpr int maxPage = 100'000;

bool setBackground(ConversionOptions &o, const QString &text)
{
    static const QRegularExpression hex(
        u"\\A#?([0-9a-fA-F]{2})([0-9a-fA-F]{2})([0-9a-fA-F]{2})\\z"_s);
    const QRegularExpressionMatch match = hex.match(text);
    if (!match.hasMatch())
        return false;
    for (int i = 0; i < 3; ++i)
        o.background.at(static_cast<size_t>(i)) = match.captured(i + 1).toInt(nullptr, 16);
    return true;
}

QString backgroundText(const ConversionOptions &o)
{
    return u"#%1%2%3"_s.arg(o.background[0], 2, 16, QChar(u'0'))
        .arg(o.background[1], 2, 16, QChar(u'0'))
        .arg(o.background[2], 2, 16, QChar(u'0'));
}

bool setRange(ConversionOptions &o, const QString &text)
{
    if (text == u"auto" || text == u"full") {
        o.range = {text == u"auto" ? RangeChoice::Kind::Auto : RangeChoice::Kind::Full};
        return true;
    }
    const QStringList ends = text.split(u',');
    bool isLow = false;
    bool isHigh = false;
    const double low = ends.first().toDouble(&isLow);
    const double high = ends.last().toDouble(&isHigh);
    if (ends.size() != 2 || !isLow || !isHigh || !std::isfinite(low) || !std::isfinite(high)
        || low >= high)
        return false;
    o.range = {RangeChoice::Kind::Given, low, high};
    return true;
}

QString rangeText(const ConversionOptions &o)
{
    constexpr int exact = 17;
    switch (o.range.kind) {
    case RangeChoice::Kind::Auto:
        return u"auto"_s;
    case RangeChoice::Kind::Full:
        return u"full"_s;
    case RangeChoice::Kind::Given:
        break;
    }
    return QString::number(o.range.low, 'g', exact) + u','
        + QString::number(o.range.high, 'g', exact);
}

bool setChannels(ConversionOptions &o, const QString &text)
{
    QList<int> channels;
    for (const QString &part : text.split(u',', Qt::SkipEmptyParts)) {
        int channel = 0;
        if (!setInt(channel, part, 1, maxChannel) || channels.contains(channel))
            return false;
        channels << channel;
    }
    if (channels.size() > mostChannels || (channels.isEmpty() && !text.isEmpty()))
        return false;
    o.channels = channels;
    return true;
}

QString channelsText(const ConversionOptions &o)
{
    QStringList parts;
    for (const int channel : o.channels)
        parts << QString::number(channel);
    return parts.join(u',');
}

const std::array optionTable{
    OptionRow{"quality",
              [](ConversionOptions &o, const QString &t) { return setInt(o.quality, t, 1, 100); },
              [](const ConversionOptions &o) { return QString::number(o.quality); },
              "a number from 1 to 100"},
    OptionRow{"tile-size",
              [](ConversionOptions &o, const QString &t) {
                  return setInt(o.tileSize, t, 16, maxTileSize);
              },
              [](const ConversionOptions &o) { return QString::number(o.tileSize); },
              "a number from 16 to 4096"},
    OptionRow{"overlap",
              [](ConversionOptions &o, const QString &t) { return setInt(o.overlap, t, 0, 64); },
              [](const ConversionOptions &o) { return QString::number(o.overlap); },
              "a number from 0 to 64, at most half the tile size"},
    OptionRow{"format",
              [](ConversionOptions &o, const QString &t) { return setEnum(o.format, t, formats); },
              [](const ConversionOptions &o) { return enumName(o.format, formats); },
              "jpeg or png"},
    OptionRow{"page",
              [](ConversionOptions &o, const QString &t) { return setInt(o.page, t, -1, maxPage); },
              [](const ConversionOptions &o) { return QString::number(o.page); },
              "a page number counted from 0, or -1 for the full-resolution one"},
    OptionRow{"background", setBackground, backgroundText, "a colour such as #ffffff"},
    OptionRow{"exists",
              [](ConversionOptions &o, const QString &t) { return setEnum(o.exists, t, policies); },
              [](const ConversionOptions &o) { return enumName(o.exists, policies); },
              "skip, rename, replace or fail"},
    OptionRow{"shrink",
              [](ConversionOptions &o, const QString &t) { return setEnum(o.shrink, t, shrinks); },
              [](const ConversionOptions &o) { return enumName(o.shrink, shrinks); },
              "mean, nearest or mode"},
    OptionRow{"range", setRange, rangeText, "auto, full or two numbers LOW,HIGH"},
    OptionRow{"damaged",
              [](ConversionOptions &o, const QString &t) {
                  return setEnum(o.damaged, t, damagePolicies);
              },
              [](const ConversionOptions &o) { return enumName(o.damaged, damagePolicies); },
              "refuse or allow"},
    OptionRow{
        "tiles",
        [](ConversionOptions &o, const QString &t) { return setEnum(o.tiles, t, tileOrigins); },
        [](const ConversionOptions &o) { return enumName(o.tiles, tileOrigins); },
        "encode or keep"},
    OptionRow{
        "channels", setChannels, channelsText, "up to 16 channel numbers from 1, such as 1,2,3"},
};

struct Preset
{
    const char *name;
    void (*apply)(ConversionOptions &);
};

constexpr std::array presetTable{
    Preset{"deepzoom",
           [](ConversionOptions &o) {
               const ExistsPolicy exists = o.exists;
               o = {};
               o.exists = exists;
           }},
    Preset{"segmentation",
           [](ConversionOptions &o) {
               o.format = TileFormat::Png;
               o.overlap = 0;
               o.shrink = Shrink::Nearest;
           }},
};

QString jsonKey(const char *name)
{
    return QString::fromLatin1(name).replace(u'-', u'_');
}

} // namespace

Result<void> setOption(ConversionOptions &options, QStringView name, const QString &value)
{
    const QString wanted = name.toString().replace(u'_', u'-');
    for (const OptionRow &row : optionTable) {
        if (wanted != QLatin1String(row.name))
            continue;
        ConversionOptions changed = options;
        if (!row.set(changed, value) || changed.overlap > changed.tileSize / 2)
            return Error{ErrorCode::InvalidRequest,
                         u"%1 must be %2"_s.arg(name, QLatin1String(row.allowed))};
        options = changed;
        return {};
    }
    return Error{ErrorCode::InvalidRequest, u"There is no option named %1"_s.arg(name)};
}

QJsonObject optionsToJson(const ConversionOptions &options)
{
    QJsonObject json;
    for (const OptionRow &row : optionTable) {
        const QString text = row.get(options);
        bool isNumber = false;
        const int number = text.toInt(&isNumber);
        json.insert(jsonKey(row.name), isNumber ? QJsonValue(number) : QJsonValue(text));
    }
    return json;
}

Result<ConversionOptions> optionsFromJson(const QJsonObject &json)
{
    ConversionOptions options;
    const QJsonValue preset = json.value(u"preset");
    if (!preset.isUndefined()) {
        if (const Result<void> applied = applyPreset(options, preset.toString()); !applied)
            return applied.error();
    }
    for (auto field = json.begin(); field != json.end(); ++field) {
        if (field.key() == u"preset")
            continue;
        if (!field->isDouble() && !field->isString())
            return Error{ErrorCode::InvalidRequest,
                         u"%1 must be a number or a text"_s.arg(field.key())}
                .inField(u"#/options/"_s + field.key());
        const QString text
            = field->isDouble() ? QString::number(field->toDouble(), 'g', 17) : field->toString();
        if (const Result<void> set = setOption(options, field.key(), text); !set)
            return set.error().inField(u"#/options/"_s + field.key());
    }
    return options;
}

QStringList optionsToArguments(const ConversionOptions &options)
{
    QStringList arguments;
    for (const OptionRow &row : optionTable)
        arguments << u"--%1=%2"_s.arg(QLatin1String(row.name), row.get(options));
    return arguments;
}

QStringList presetNames()
{
    QStringList names;
    for (const Preset &preset : presetTable)
        names << QLatin1String(preset.name);
    return names;
}

Result<void> applyPreset(ConversionOptions &options, const QString &name)
{
    for (const Preset &preset : presetTable) {
        if (name == QLatin1String(preset.name)) {
            preset.apply(options);
            return {};
        }
    }
    return Error{ErrorCode::InvalidRequest,
                 u"preset must be one of: %1"_s.arg(presetNames().join(u", "_s))};
}

QString formatName(TileFormat format)
{
    return enumName(format, formats);
}

} // namespace createzoom
