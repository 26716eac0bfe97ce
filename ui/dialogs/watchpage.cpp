// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/watchpage.h"

#include "ui/roomyrows.h"

#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace createzoom {

WatchPage::WatchPage(QWidget *parent)
    : QWidget(parent)
    , m_list(new QListWidget(this))
    , m_remove(new QPushButton(tr("&Remove"), this))
{
    auto *explanation = new QLabel(
        tr("Images that arrive in these folders, or below them, are converted as the page Adding "
           "says. An image is taken once, when it has not changed for 10 seconds. For a bucket a "
           "token is asked for after each start."),
        this);
    explanation->setWordWrap(true);
    makeRowsRoomy(*m_list);
    m_list->setAccessibleName(tr("Watched folders"));
    auto *add = new QPushButton(tr("&Add a folder…"), this);
    m_remove->setEnabled(false);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(add);
    buttons->addWidget(m_remove);
    buttons->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->addWidget(explanation);
    column->addWidget(m_list, 1);
    column->addLayout(buttons);
    connect(add, &QPushButton::clicked, this, &WatchPage::chooseFolder);
    connect(m_remove, &QPushButton::clicked, this, [this] {
        delete m_list->takeItem(m_list->currentRow());
    });
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) {
        m_remove->setEnabled(row >= 0);
    });
}

QList<WatchedFolder> WatchPage::folders() const
{
    QList<WatchedFolder> folders;
    for (int row = 0; row < m_list->count(); ++row) {
        const QListWidgetItem *item = m_list->item(row);
        folders << WatchedFolder{item->data(Qt::UserRole).toString(),
                                 item->checkState() == Qt::Checked};
    }
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
    auto *item = new QListWidgetItem(QDir::toNativeSeparators(folder.folder), m_list);
    item->setData(Qt::UserRole, folder.folder);
    item->setToolTip(tr("Ticked: watched"));
    item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
    item->setCheckState(folder.isOn ? Qt::Checked : Qt::Unchecked);
    m_list->setCurrentItem(item);
}

void WatchPage::chooseFolder()
{
    auto *dialog = new QFileDialog(this, tr("Folder to watch"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &folder) {
        addFolder({QDir::cleanPath(folder), true});
    });
    dialog->open();
}

} // namespace createzoom
