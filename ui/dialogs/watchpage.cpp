// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/watchpage.h"

#include "ui/adding/destinationeditor.h"
#include "ui/roomyrows.h"

#include <QDir>
#include <QFileDialog>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QVBoxLayout>

namespace createzoom {

namespace {

enum Role { FolderRole = Qt::UserRole, DestinationRole };

} // namespace

WatchPage::WatchPage(QWidget *parent)
    : QWidget(parent)
    , m_list(new QListWidget(this))
    , m_add(new QPushButton(tr("&Add a folder…"), this))
    , m_remove(new QPushButton(tr("&Remove"), this))
    , m_isElsewhere(new QGroupBox(tr("Archives of this folder go &elsewhere"), this))
    , m_destination(new DestinationEditor({Destination::Kind::Beside,
                                           Destination::Kind::Folder,
                                           Destination::Kind::Mirror,
                                           Destination::Kind::Bucket},
                                          DestinationEditor::Token::NotNeeded,
                                          m_isElsewhere))
{
    makeRowsRoomy(*m_list);
    m_list->setAccessibleName(tr("Watched folders"));
    m_isElsewhere->setCheckable(true);
    layOut();
    connect(m_add, &QPushButton::clicked, this, &WatchPage::chooseFolder);
    connect(m_remove, &QPushButton::clicked, this, [this] {
        delete m_list->takeItem(m_list->currentRow());
        Q_EMIT changed();
    });
    connect(m_list, &QListWidget::currentRowChanged, this, &WatchPage::showCurrent);
    connect(m_isElsewhere, &QGroupBox::toggled, this, &WatchPage::keepDestination);
    connect(m_destination, &DestinationEditor::changed, this, &WatchPage::keepDestination);
    showCurrent();
}

void WatchPage::layOut()
{
    auto *explanation = new QLabel(
        tr("Images that arrive in these folders, or below them, are converted as the page Adding "
           "says. An image is taken once, when it has not changed for 10 seconds. For a bucket a "
           "token is asked for after each start."),
        this);
    explanation->setWordWrap(true);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_add);
    buttons->addWidget(m_remove);
    buttons->addStretch(1);
    auto *inside = new QVBoxLayout(m_isElsewhere);
    inside->addWidget(m_destination);
    auto *column = new QVBoxLayout(this);
    column->addWidget(explanation);
    column->addWidget(m_list, 1);
    column->addLayout(buttons);
    column->addWidget(m_isElsewhere);
}

QList<WatchedFolder> WatchPage::folders() const
{
    QList<WatchedFolder> folders;
    for (int row = 0; row < m_list->count(); ++row)
        folders << folderOf(*m_list->item(row));
    return folders;
}

void WatchPage::setFolders(const QList<WatchedFolder> &folders)
{
    m_list->clear();
    for (const WatchedFolder &folder : folders)
        addFolder(folder);
}

void WatchPage::addFolder(const WatchedFolder &folder)
{
    for (const WatchedFolder &known : this->folders()) {
        if (known.folder == folder.folder)
            return;
    }
    auto *item = new QListWidgetItem(m_list);
    item->setToolTip(tr("Ticked: watched"));
    item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
    put(*item, folder);
    m_list->setCurrentItem(item);
    showCurrent();
}

QString WatchPage::problem() const
{
    for (const WatchedFolder &folder : folders()) {
        const QString problem
            = folder.destination ? DestinationEditor::problemOf(*folder.destination) : QString();
        if (!problem.isEmpty())
            return QDir::toNativeSeparators(folder.folder) + QStringLiteral(": ") + problem;
    }
    return {};
}

WatchedFolder WatchPage::folderOf(const QListWidgetItem &item)
{
    const QVariant kept = item.data(DestinationRole);
    return {.folder = item.data(FolderRole).toString(),
            .isOn = item.checkState() == Qt::Checked,
            .destination
            = kept.isValid() ? std::optional(kept.value<Destination>()) : std::nullopt};
}

void WatchPage::put(QListWidgetItem &item, const WatchedFolder &folder)
{
    const QString name = QDir::toNativeSeparators(folder.folder);
    item.setText(folder.destination
                     ? name + QChar::LineSeparator + DestinationEditor::textOf(*folder.destination)
                     : name);
    item.setData(FolderRole, folder.folder);
    item.setData(DestinationRole,
                 folder.destination ? QVariant::fromValue(*folder.destination) : QVariant());
    item.setCheckState(folder.isOn ? Qt::Checked : Qt::Unchecked);
}

void WatchPage::showCurrent()
{
    const QScopedValueRollback showing(m_isShowing, true);
    const QListWidgetItem *item = m_list->currentItem();
    const WatchedFolder folder = item ? folderOf(*item) : WatchedFolder();
    m_remove->setEnabled(item);
    m_isElsewhere->setEnabled(item);
    m_isElsewhere->setChecked(folder.destination.has_value());
    m_destination->setDestination(folder.destination.value_or(Destination()));
}

void WatchPage::keepDestination()
{
    QListWidgetItem *item = m_list->currentItem();
    if (m_isShowing || !item)
        return;
    WatchedFolder folder = folderOf(*item);
    folder.destination
        = m_isElsewhere->isChecked() ? std::optional(m_destination->destination()) : std::nullopt;
    put(*item, folder);
    Q_EMIT changed();
}

void WatchPage::chooseFolder()
{
    auto *dialog = new QFileDialog(this, tr("Folder to watch"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &folder) {
        addFolder({.folder = QDir::cleanPath(folder)});
    });
    dialog->open();
}

} // namespace createzoom
