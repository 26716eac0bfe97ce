// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/adding/presets.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QSettings>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

const QString presetsKey = u"adding/presets"_s;

struct BuiltInName
{
    const char *name; ///< of presetNames()
    const char *shown;
};

constexpr std::array builtInNames{
    BuiltInName{"deepzoom", QT_TRANSLATE_NOOP("Presets", "Standard (JPEG tiles)")},
    BuiltInName{"segmentation", QT_TRANSLATE_NOOP("Presets", "Segmentation (exact colours)")},
};

QString shownName(const QString &name)
{
    for (const BuiltInName &row : builtInNames) {
        if (name == QLatin1String(row.name))
            return QCoreApplication::translate("Presets", row.shown);
    }
    return name;
}

QJsonObject ownPresets(const QSettings &settings)
{
    return QJsonDocument::fromJson(settings.value(presetsKey).toString().toUtf8()).object();
}

void keep(QSettings &settings, const QJsonObject &presets)
{
    settings.setValue(presetsKey,
                      QString::fromUtf8(QJsonDocument(presets).toJson(QJsonDocument::Compact)));
}

ConversionOptions withoutExists(ConversionOptions options)
{
    options.exists = ConversionOptions().exists;
    return options;
}

} // namespace

QList<NamedPreset> loadPresets(const QSettings &settings)
{
    QList<NamedPreset> presets;
    for (const QString &name : presetNames()) {
        NamedPreset preset{.name = shownName(name), .isBuiltIn = true};
        if (applyPreset(preset.options, name))
            presets << preset;
    }
    const QJsonObject own = ownPresets(settings);
    for (auto row = own.begin(); row != own.end(); ++row) {
        const Result<ConversionOptions> options = optionsFromJson(row.value().toObject());
        if (options)
            presets << NamedPreset{.name = row.key(), .options = *options};
    }
    return presets;
}

bool savePreset(QSettings &settings, const QString &name, const ConversionOptions &options)
{
    const QString trimmed = name.trimmed();
    if (trimmed.isEmpty())
        return false;
    for (const QString &builtIn : presetNames()) {
        if (trimmed == builtIn || trimmed == shownName(builtIn))
            return false;
    }
    QJsonObject presets = ownPresets(settings);
    presets.insert(trimmed, optionsToJson(withoutExists(options)));
    keep(settings, presets);
    return true;
}

void removePreset(QSettings &settings, const QString &name)
{
    QJsonObject presets = ownPresets(settings);
    presets.remove(name);
    keep(settings, presets);
}

std::optional<qsizetype> presetOf(const QList<NamedPreset> &presets,
                                  const ConversionOptions &options)
{
    for (qsizetype i = 0; i < presets.size(); ++i) {
        if (withoutExists(presets.at(i).options) == withoutExists(options))
            return i;
    }
    return std::nullopt;
}

} // namespace createzoom
