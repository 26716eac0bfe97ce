// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/destinationbox.h"

#include "ui/symbolicicon.h"

#include <QDir>
#include <QFileDialog>
#include <QSettings>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

const QString settingsKey = u"output/folder"_s;

enum Choice { Beside, Folder, Choose };

} // namespace

DestinationBox::DestinationBox(QSettings &settings, QWidget *parent)
    : QComboBox(parent)
    , m_settings(settings)
    , m_folder(settings.value(settingsKey).toString())
{
    setAccessibleName(tr("Where archives go"));
    setToolTip(tr("Where archives go"));
    setSizeAdjustPolicy(QComboBox::AdjustToContents);
    connect(this, &QComboBox::activated, this, &DestinationBox::choose);
    fill();
}

void DestinationBox::setFolder(const QString &folder)
{
    m_folder = folder;
    m_settings.setValue(settingsKey, folder);
    fill();
    Q_EMIT folderChanged(folder);
}

void DestinationBox::choose(int index)
{
    const auto choice = itemData(index).value<Choice>();
    if (choice == Beside) {
        setFolder({});
        return;
    }
    if (choice == Folder)
        return;
    const QString chosen
        = QFileDialog::getExistingDirectory(this, tr("Folder for archives"), m_folder);
    if (chosen.isEmpty())
        fill(); // back to what was shown
    else
        setFolder(chosen);
}

void DestinationBox::fill()
{
    clear();
    addItem(tr("Beside each image"), Beside);
    if (!m_folder.isEmpty()) {
        addItem(QDir(m_folder).dirName(), Folder);
        setItemData(count() - 1, QDir::toNativeSeparators(m_folder), Qt::ToolTipRole);
        setCurrentIndex(count() - 1);
    }
    addItem(symbolicIcon(u"open-folder"_s), tr("Choose a folder…"), Choose);
}

} // namespace createzoom
