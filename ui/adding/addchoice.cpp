// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/adding/addchoice.h"

#include <QJsonDocument>
#include <QSettings>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

const QString optionsKey = u"adding/options"_s;
const QString kindKey = u"adding/destination"_s;
const QString folderKey = u"adding/folder"_s;
const QString bucketKey = u"adding/bucketFolder"_s;
const QString existsKey = u"adding/askIfExists"_s;
const QString startKey = u"adding/start"_s;

using enum Destination::Kind;

constexpr std::array kinds{
    std::pair{"beside", Beside},
    std::pair{"folder", Folder},
    std::pair{"mirror", Mirror},
    std::pair{"bucket", Bucket},
};

/// One that lacks its folder would send archives nowhere.
bool isWhole(const Destination &destination)
{
    switch (destination.kind) {
    case Beside:
        return true;
    case Folder:
    case Mirror:
        return destination.folder.startsWith(u'/');
    case Bucket:
        return !destination.bucketFolder.isEmpty();
    }
    return false;
}

Destination loadDestination(const QSettings &settings)
{
    Destination destination{.folder = settings.value(folderKey).toString(),
                            .bucketFolder = settings.value(bucketKey).toString()};
    const QString name = settings.value(kindKey).toString();
    for (const auto &[text, kind] : kinds) {
        if (name == QLatin1String(text))
            destination.kind = kind;
    }
    if (!isWhole(destination))
        destination.kind = Beside;
    return destination;
}

} // namespace

AddChoice loadAddChoice(const QSettings &settings)
{
    AddChoice choice;
    const QByteArray json = settings.value(optionsKey).toString().toUtf8();
    const Result<ConversionOptions> options
        = optionsFromJson(QJsonDocument::fromJson(json).object());
    if (options)
        choice.options = *options;
    choice.destination = loadDestination(settings);
    choice.isAskedIfExists = settings.value(existsKey, choice.isAskedIfExists).toBool();
    choice.isStarted = settings.value(startKey, choice.isStarted).toBool();
    return choice;
}

void saveAddChoice(QSettings &settings, const AddChoice &choice)
{
    const QByteArray json
        = QJsonDocument(optionsToJson(choice.options)).toJson(QJsonDocument::Compact);
    settings.setValue(optionsKey, QString::fromUtf8(json));
    for (const auto &[text, kind] : kinds) {
        if (kind == choice.destination.kind)
            settings.setValue(kindKey, QString::fromLatin1(text));
    }
    settings.setValue(folderKey, choice.destination.folder);
    settings.setValue(bucketKey, choice.destination.bucketFolder);
    settings.setValue(existsKey, choice.isAskedIfExists);
    settings.setValue(startKey, choice.isStarted);
}

bool hasAddChoice(const QSettings &settings)
{
    return settings.contains(kindKey);
}

} // namespace createzoom
