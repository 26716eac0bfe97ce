// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/adding/addsheet.h"

#include "ui/adding/addreport.h"
#include "ui/adding/destinationeditor.h"
#include "ui/adding/optionspanel.h"
#include "ui/adding/tokenedit.h"
#include "ui/symbolicicon.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

/// Beyond the policies that a job knows.
constexpr int askFirst = -1;

QList<std::pair<QString, int>> existsChoices()
{
    return {{AddSheet::tr("Skip the image"), static_cast<int>(ExistsPolicy::Skip)},
            {AddSheet::tr("Use another name"), static_cast<int>(ExistsPolicy::Rename)},
            {AddSheet::tr("Replace the archive"), static_cast<int>(ExistsPolicy::Replace)},
            {AddSheet::tr("Ask"), askFirst}};
}

QString sizeText(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
}

} // namespace

AddSheet::AddSheet(QSettings &settings, BucketToken token, QWidget *parent)
    : QDialog(parent)
    , m_title(new QLabel(this))
    , m_leftOut(new QLabel(this))
    , m_options(new OptionsPanel(settings, OptionsForm::Exists::Elsewhere, this))
    , m_destination(new DestinationEditor({Destination::Kind::Beside,
                                           Destination::Kind::Folder,
                                           Destination::Kind::Mirror,
                                           Destination::Kind::Bucket},
                                          token == BucketToken::Asked
                                              ? DestinationEditor::Token::Asked
                                              : DestinationEditor::Token::NotNeeded,
                                          this))
    , m_exists(new QComboBox(this))
    , m_start(new QCheckBox(tr("&Start at once"), this))
    , m_spaceIcon(new QLabel(this))
    , m_space(new QLabel(this))
    , m_problem(new QLabel(this))
{
    setWindowTitle(tr("Add images"));
    for (const auto &[text, value] : existsChoices())
        m_exists->addItem(text, value);
    m_exists->setAccessibleName(tr("If the archive exists"));
    m_start->setToolTip(tr("Otherwise the jobs wait, paused, until you resume them"));
    for (QLabel *label : {m_leftOut, m_space, m_problem})
        label->setWordWrap(true);
    m_leftOut->setTextFormat(Qt::PlainText);
    m_space->setTextFormat(Qt::PlainText);
    m_space->setAccessibleName(tr("Disk space"));
    m_problem->setAccessibleName(tr("What is missing"));
    layOut();
    fill(loadAddChoice(settings));
    const auto tell = [this] {
        refresh();
        Q_EMIT choiceChanged();
    };
    connect(&m_options->form(), &OptionsForm::changed, this, tell);
    connect(m_destination, &DestinationEditor::changed, this, tell);
    connect(m_exists, &QComboBox::currentIndexChanged, this, tell);
    showScanning(0);
}

void AddSheet::layOut()
{
    QFont bold = m_title->font();
    bold.setBold(true);
    bold.setPointSizeF(bold.pointSizeF() * 1.2);
    m_title->setFont(bold);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_title);
    column->addWidget(m_leftOut);
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("&Preset:"), m_options);
    form->addRow(tr("&Archives go:"), m_destination);
    form->addRow(tr("If the archive &exists:"), m_exists);
    form->addRow(QString(), m_start);
    column->addLayout(form);
    auto *space = new QHBoxLayout;
    space->addWidget(m_spaceIcon, 0, Qt::AlignTop);
    space->addWidget(m_space, 1);
    column->addLayout(space);
    column->addWidget(m_problem);
    column->addStretch(1);
    auto *buttons = new QDialogButtonBox(this);
    m_add = buttons->addButton(tr("Add"), QDialogButtonBox::AcceptRole);
    m_add->setDefault(true);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    setMinimumWidth(fontMetrics().averageCharWidth() * 90);
    // With room for what the scan will say: a window that grows while the desktop still places it
    // ends up in the corner of the screen.
    constexpr int laterLines = 5;
    resize(sizeHint() + QSize(0, laterLines * fontMetrics().lineSpacing()));
}

void AddSheet::fill(const AddChoice &choice)
{
    m_options->form().setOptions(choice.options);
    m_destination->setDestination(choice.destination);
    const int exists = choice.isAskedIfExists ? askFirst : static_cast<int>(choice.options.exists);
    m_exists->setCurrentIndex(std::max(m_exists->findData(exists), 0));
    m_start->setChecked(choice.isStarted);
}

void AddSheet::showScanning(qsizetype found)
{
    m_isScanning = true;
    const auto images = static_cast<int>(m_images + found);
    m_title->setText(images == 0 ? tr("Looking for images…")
                                 : tr("Looking for images… %n found", nullptr, images));
    m_leftOut->setVisible(false);
    refresh();
}

void AddSheet::showScan(const ImageScan &scan)
{
    m_isScanning = false;
    m_images = scan.images.size();
    const auto count = static_cast<int>(m_images);
    m_title->setText(count == 0 ? tr("No images were found")
                         : count == 1
                         ? tr("One image, %1").arg(sizeText(scan.bytes()))
                         : tr("%n images, %1", nullptr, count).arg(sizeText(scan.bytes())));
    QStringList leftOut;
    if (!scan.notImages.isEmpty())
        leftOut << tr("No images, so left out: %1.").arg(someNames(scan.notImages));
    if (!scan.missing.isEmpty())
        leftOut << tr("Not there: %1.").arg(someNames(scan.missing));
    m_leftOut->setText(leftOut.join(u' '));
    m_leftOut->setToolTip((scan.notImages + scan.missing).mid(0, 40).join(u'\n'));
    m_leftOut->setVisible(!leftOut.isEmpty());
    refresh();
    Q_EMIT choiceChanged();
}

void AddSheet::showNeed(const SpaceNeed &need)
{
    const int size = style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, this);
    const QIcon icon = need.isShort() ? symbolicIcon(u"warning"_s, Tone::Warning)
                                      : symbolicIcon(u"information"_s, Tone::Accent);
    const QString text = spaceText(need);
    m_space->setText(text);
    m_spaceIcon->setPixmap(text.isEmpty() ? QPixmap()
                                          : icon.pixmap(QSize(size, size), devicePixelRatioF()));
}

AddChoice AddSheet::choice() const
{
    AddChoice choice{.destination = m_destination->destination(),
                     .isStarted = m_start->isChecked()};
    choice.options = m_options->form().applyTo({});
    const int exists = m_exists->currentData().toInt();
    choice.isAskedIfExists = exists == askFirst;
    choice.options.exists
        = choice.isAskedIfExists ? ExistsPolicy::Skip : static_cast<ExistsPolicy>(exists);
    return choice;
}

Secret AddSheet::token() const
{
    const TokenEdit *edit = m_destination->tokenEdit();
    return edit ? edit->token() : Secret();
}

void AddSheet::refresh()
{
    const auto count = static_cast<int>(m_images);
    QString problem = m_options->form().problem();
    if (problem.isEmpty())
        problem = m_destination->problem();
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty() && m_options->form().problem().isEmpty());
    m_add->setText(count == 0       ? tr("Add")
                       : count == 1 ? tr("Add the image")
                                    : tr("Add %n images", nullptr, count));
    m_add->setEnabled(!m_isScanning && count > 0 && problem.isEmpty());
}

} // namespace createzoom
