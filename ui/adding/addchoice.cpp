// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/adding/addchoice.h"

#include <QJsonDocument>
#include <QSettings>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

const QString optionsKey = u"adding/options"_s;
const QString group = u"adding/"_s;
const QString kindKey = u"destination"_s;
const QString archiveFolderKey = u"folder"_s;
const QString bucketKey = u"bucketFolder"_s;
const QString existsKey = u"adding/askIfExists"_s;
const QString startKey = u"adding/start"_s;

using Kind = Destination::Kind;

constexpr std::array kinds{
    std::pair{"beside", Kind::Beside},
    std::pair{"folder", Kind::Folder},
    std::pair{"mirror", Kind::Mirror},
    std::pair{"bucket", Kind::Bucket},
};

/// One that lacks its folder would send archives nowhere.
bool isWhole(const Destination &destination)
{
    switch (destination.kind) {
    case Kind::Beside:
        return true;
    case Kind::Folder:
    case Kind::Mirror:
        return destination.folder.startsWith(u'/');
    case Kind::Bucket:
        return !destination.bucketFolder.isEmpty();
    }
    return false;
}

} // namespace

QVariantMap destinationToMap(const Destination &destination)
{
    QString name;
    for (const auto &[text, kind] : kinds) {
        if (kind == destination.kind)
            name = QString::fromLatin1(text);
    }
    return {{kindKey, name},
            {archiveFolderKey, destination.folder},
            {bucketKey, destination.bucketFolder}};
}

std::optional<Destination> destinationFromMap(const QVariantMap &map)
{
    const QString name = map.value(kindKey).toString();
    for (const auto &[text, kind] : kinds) {
        const Destination destination{.kind = kind,
                                      .folder = map.value(archiveFolderKey).toString(),
                                      .bucketFolder = map.value(bucketKey).toString()};
        if (name == QLatin1String(text) && isWhole(destination))
            return destination;
    }
    return std::nullopt;
}

AddChoice loadAddChoice(const QSettings &settings)
{
    AddChoice choice;
    const QByteArray json = settings.value(optionsKey).toString().toUtf8();
    const Result<ConversionOptions> options
        = optionsFromJson(QJsonDocument::fromJson(json).object());
    if (options)
        choice.options = *options;
    QVariantMap kept;
    for (const QString &key : {kindKey, archiveFolderKey, bucketKey})
        kept.insert(key, settings.value(group + key));
    choice.destination = destinationFromMap(kept).value_or(Destination());
    choice.isAskedIfExists = settings.value(existsKey, choice.isAskedIfExists).toBool();
    choice.isStarted = settings.value(startKey, choice.isStarted).toBool();
    return choice;
}

void saveAddChoice(QSettings &settings, const AddChoice &choice)
{
    const QByteArray json
        = QJsonDocument(optionsToJson(choice.options)).toJson(QJsonDocument::Compact);
    settings.setValue(optionsKey, QString::fromUtf8(json));
    const QVariantMap destination = destinationToMap(choice.destination);
    for (auto field = destination.begin(); field != destination.end(); ++field)
        settings.setValue(group + field.key(), *field);
    settings.setValue(existsKey, choice.isAskedIfExists);
    settings.setValue(startKey, choice.isStarted);
}

bool hasAddChoice(const QSettings &settings)
{
    return settings.contains(group + kindKey);
}

} // namespace createzoom
