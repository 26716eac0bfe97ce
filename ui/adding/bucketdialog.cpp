// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/adding/bucketdialog.h"

#include "ui/adding/bucketmodel.h"
#include "ui/adding/destinationeditor.h"
#include "ui/adding/optionspanel.h"
#include "ui/adding/tokenedit.h"
#include "ui/errortext.h"
#include "ui/roomyrows.h"
#include "ui/sentences.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSettings>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

const QString bucketFolderKey = u"bucket/folder"_s;
const QString targetKey = u"bucket/target"_s;
const QString targetFolderKey = u"bucket/targetFolder"_s;

} // namespace

BucketDialog::BucketDialog(QSettings &settings, Access access, QWidget *parent)
    : QDialog(parent)
    , m_settings(settings)
    , m_model(new BucketModel(this))
    , m_filtered(new BucketFilter(this))
    , m_token(access == Access::ByToken ? new TokenEdit(systemClock(), this) : nullptr)
    , m_folder(new QLineEdit(settings.value(bucketFolderKey).toString(), this))
    , m_list(new QPushButton(tr("&List"), this))
    , m_state(new QLabel(this))
    , m_filter(new QLineEdit(this))
    , m_imagesOnly(new QCheckBox(tr("Only &images"), this))
    , m_view(new QTreeView(this))
    , m_selection(new QLabel(this))
    , m_options(new OptionsPanel(settings, OptionsForm::Exists::Shown, this))
    , m_destination(new DestinationEditor({Destination::Kind::Bucket, Destination::Kind::Folder},
                                          DestinationEditor::Token::NotNeeded,
                                          this))
{
    setWindowTitle(tr("Add from a bucket"));
    m_folder->setPlaceholderText(tr("bucket/folder"));
    m_folder->setAccessibleName(tr("Folder of the bucket to list"));
    m_filter->setPlaceholderText(tr("Filter by name"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setAccessibleName(tr("Filter by name"));
    m_imagesOnly->setChecked(true);
    m_state->setWordWrap(true);
    m_state->setTextFormat(Qt::PlainText);
    m_state->setAccessibleName(tr("State of the list"));
    m_selection->setAccessibleName(tr("Selection"));
    m_filtered->setSourceModel(m_model);
    m_view->setModel(m_filtered);
    m_view->setAccessibleName(tr("Images of the bucket"));
    m_view->setRootIsDecorated(false);
    makeRowsRoomy(*m_view);
    m_view->setUniformRowHeights(true);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setTextElideMode(Qt::ElideMiddle);
    m_view->setSortingEnabled(true);
    m_view->sortByColumn(BucketModel::Name, Qt::AscendingOrder);
    m_view->header()->setStretchLastSection(false);
    m_view->header()->setSectionResizeMode(BucketModel::Name, QHeaderView::Stretch);
    const Destination::Kind target = settings.value(targetKey).toString() == u"folder"_s
        ? Destination::Kind::Folder
        : Destination::Kind::Bucket;
    m_destination->setDestination({target,
                                   settings.value(targetFolderKey).toString(),
                                   settings.value(bucketFolderKey).toString()});
    layOut();
    connectParts();
    refresh();
    resize(680, 640);
}

void BucketDialog::layOut()
{
    auto *column = new QVBoxLayout(this);
    auto *source = new QFormLayout;
    source->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    auto *folderRow = new QHBoxLayout;
    folderRow->addWidget(m_folder, 1);
    folderRow->addWidget(m_list);
    auto *folderLabel = new QLabel(tr("&Bucket and folder:"), this);
    folderLabel->setBuddy(m_folder);
    if (m_token)
        source->addRow(tr("&Token:"), m_token);
    source->addRow(folderLabel, folderRow);
    column->addLayout(source);
    auto *filterRow = new QHBoxLayout;
    filterRow->addWidget(m_filter, 1);
    filterRow->addWidget(m_imagesOnly);
    column->addLayout(filterRow);
    column->addWidget(m_view, 1);
    column->addWidget(m_state);
    column->addWidget(m_selection);
    auto *target = new QFormLayout;
    target->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    target->addRow(tr("&Preset:"), m_options);
    target->addRow(tr("&Archives go:"), m_destination);
    column->addLayout(target);
    auto *buttons = new QDialogButtonBox(this);
    m_add = buttons->addButton(tr("Add"), QDialogButtonBox::AcceptRole);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void BucketDialog::connectParts()
{
    connect(m_list, &QPushButton::clicked, this, &BucketDialog::askForList);
    connect(m_folder, &QLineEdit::textChanged, this, &BucketDialog::refresh);
    if (m_token)
        connect(m_token, &TokenEdit::tokenChanged, this, &BucketDialog::refresh);
    connect(m_filter, &QLineEdit::textChanged, m_filtered, &BucketFilter::setText);
    connect(m_imagesOnly, &QCheckBox::toggled, m_filtered, &BucketFilter::setImagesOnly);
    connect(m_view->selectionModel(),
            &QItemSelectionModel::selectionChanged,
            this,
            &BucketDialog::refresh);
    connect(m_destination, &DestinationEditor::changed, this, &BucketDialog::refresh);
    connect(&m_options->form(), &OptionsForm::changed, this, &BucketDialog::refresh);
    connect(this, &QDialog::finished, this, [this] {
        if (m_isListing)
            Q_EMIT listCancelled();
    });
    connect(this, &QDialog::accepted, this, [this] {
        const Destination target = m_destination->destination();
        const bool isFolder = target.kind == Destination::Kind::Folder;
        m_settings.setValue(targetKey, isFolder ? u"folder"_s : u"bucket"_s);
        m_settings.setValue(targetFolderKey, target.folder);
    });
}

void BucketDialog::askForList()
{
    if (m_isListing) {
        setListing(false);
        m_state->setText(tr("Stopped after %n objects.", nullptr, m_model->rowCount()));
        Q_EMIT listCancelled();
        return;
    }
    const Result<Location> folder = parseFolder(m_folder->text().trimmed(), tr("The bucket"));
    if (!folder) {
        m_state->setText(sentenceOrEnglish(folder.error().message) + u'.');
        return;
    }
    m_settings.setValue(bucketFolderKey, m_folder->text().trimmed());
    m_bucket = folder->bucket;
    m_model->clear();
    setListing(true);
    m_state->setText(tr("Asking for the list…"));
    Q_EMIT listWanted(*folder);
}

void BucketDialog::setListing(bool isListing)
{
    m_isListing = isListing;
    m_list->setText(isListing ? tr("&Stop") : tr("&List"));
    refresh();
}

void BucketDialog::addObjects(const QList<ObjectInfo> &objects)
{
    if (!m_isListing)
        return;
    m_model->append(objects);
    m_state->setText(tr("Listing… %n objects so far", nullptr, m_model->rowCount()));
}

void BucketDialog::endList()
{
    if (!m_isListing)
        return;
    setListing(false);
    m_state->setText(m_model->rowCount() == 0 ? tr("There is nothing in this folder.")
                                              : tr("%1 objects, of which %2 are shown")
                                                    .arg(m_model->rowCount())
                                                    .arg(m_filtered->rowCount()));
    if (m_list->hasFocus())
        m_view->setFocus();
}

void BucketDialog::showError(const Error &error)
{
    setListing(false);
    m_state->setText(errorLine(error));
}

QList<JobRequest> BucketDialog::requests() const
{
    const Destination target = m_destination->destination();
    Location folder{{}, target.folder};
    if (target.kind == Destination::Kind::Bucket) {
        if (const Result<Location> parsed = parseFolder(target.bucketFolder, QString()); parsed)
            folder = *parsed;
    }
    QList<JobRequest> requests;
    for (const QModelIndex &row : m_view->selectionModel()->selectedRows()) {
        const ObjectInfo &object = m_model->object(m_filtered->mapToSource(row).row());
        requests << JobRequest{.source = {m_bucket, object.name},
                               .targetFolder = folder,
                               .options = m_options->form().applyTo({})};
    }
    return requests;
}

Secret BucketDialog::token() const
{
    return m_token ? m_token->token() : Secret();
}

void BucketDialog::refresh()
{
    const bool mayAsk = !m_token || m_token->isUsable();
    m_list->setEnabled(m_isListing || (mayAsk && !m_folder->text().trimmed().isEmpty()));
    const QModelIndexList rows = m_view->selectionModel()->selectedRows();
    qint64 bytes = 0;
    for (const QModelIndex &row : rows)
        bytes += m_model->object(m_filtered->mapToSource(row).row()).bytes;
    const auto count = static_cast<int>(rows.size());
    const QString size = QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
    const QString problem = m_options->form().problem() + m_destination->problem();
    m_selection->setText(count == 0 ? tr("Select the images to add")
                                    : tr("%n selected, %1", nullptr, count).arg(size)
                                 + (problem.isEmpty() ? QString() : u". "_s + problem));
    m_add->setText(count > 1 ? tr("Add %n images", nullptr, count) : tr("Add"));
    m_add->setEnabled(count > 0 && mayAsk && problem.isEmpty());
}

} // namespace createzoom
