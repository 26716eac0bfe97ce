// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/settingsdialog.h"

#include "core/base/settingforms.h"
#include "ui/dialogs/addingpage.h"
#include "ui/dialogs/watchpage.h"
#include "ui/roomyrows.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QSettings>
#include <QSpinBox>
#include <QStackedWidget>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

QLabel *note(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setWordWrap(true);
    return label;
}

template<typename Enum>
void choose(QComboBox *box, Enum value)
{
    box->setCurrentIndex(std::max(box->findData(static_cast<int>(value)), 0));
}

template<typename Enum>
Enum chosen(const QComboBox *box)
{
    return static_cast<Enum>(box->currentData().toInt());
}

} // namespace

SettingsDialog::SettingsDialog(QSettings &settings, const StorageFacts &storage, QWidget *parent)
    : QDialog(parent)
    , m_settings(settings)
    , m_names(new QListWidget(this))
    , m_pages(new QStackedWidget(this))
    , m_adding(new AddingPage(settings, this))
    , m_watch(new WatchPage(this))
    , m_problem(note({}, this))
{
    setWindowTitle(tr("Settings"));
    makeRowsRoomy(*m_names);
    m_names->setAccessibleName(tr("Pages of settings"));
    m_problem->setAccessibleName(tr("What cannot be kept"));
    addPage(tr("General"), makeGeneralPage());
    addPage(tr("Adding"), m_adding);
    addPage(tr("Watched folders"), m_watch);
    addPage(tr("Server"), makeServerPage());
    addPage(tr("Viewer"), makeViewerPage());
    addPage(tr("Storage"), makeStoragePage(storage));
    m_names->setFixedWidth(m_names->sizeHintForColumn(0) + 32);
    auto *row = new QHBoxLayout;
    row->addWidget(m_names);
    row->addWidget(m_pages, 1);
    auto *buttons = new QDialogButtonBox(this);
    m_keep = buttons->addButton(tr("OK"), QDialogButtonBox::AcceptRole);
    m_keep->setDefault(true);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    auto *column = new QVBoxLayout(this);
    column->addLayout(row, 1);
    column->addWidget(m_problem);
    column->addWidget(buttons);
    resize(720, 520);
    connect(m_names, &QListWidget::currentRowChanged, m_pages, &QStackedWidget::setCurrentIndex);
    connect(buttons, &QDialogButtonBox::accepted, this, &SettingsDialog::keep);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_adding, &AddingPage::changed, this, &SettingsDialog::refresh);
    connect(m_watch, &WatchPage::changed, this, &SettingsDialog::refresh);
    connect(m_origins, &QLineEdit::textChanged, this, &SettingsDialog::refresh);
    connect(m_rest, &QCheckBox::toggled, this, &SettingsDialog::refresh);
    m_names->setCurrentRow(0);
    fill(loadWindowSettings(settings));
    refresh();
}

void SettingsDialog::addPage(const QString &name, QWidget *page)
{
    auto *scroll = new QScrollArea(m_pages); // the options are long on a small screen
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setAccessibleName(name);
    scroll->setWidget(page);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setMinimumWidth(page->minimumSizeHint().width()
                            + style()->pixelMetric(QStyle::PM_ScrollBarExtent));
    m_names->addItem(name);
    m_pages->addWidget(scroll);
}

QWidget *SettingsDialog::makeGeneralPage()
{
    using Closing = WindowSettings::Closing;
    auto *page = new QWidget(this);
    m_theme = new QComboBox(page);
    m_theme->setObjectName(u"theme"_s);
    m_theme->addItem(tr("As the system"), static_cast<int>(ThemeChoice::System));
    m_theme->addItem(tr("Light"), static_cast<int>(ThemeChoice::Light));
    m_theme->addItem(tr("Dark"), static_cast<int>(ThemeChoice::Dark));
    m_language = new QComboBox(page);
    m_language->addItem(tr("As the system"), QString());
    m_language->addItem(u"English"_s, u"en"_s); // each in its own words
    m_language->addItem(u"Deutsch"_s, u"de"_s);
    m_language->addItem(u"Norsk bokmål"_s, u"nb"_s);
    m_closing = new QComboBox(page);
    m_closing->addItem(tr("Ask"), static_cast<int>(Closing::Ask));
    m_closing->addItem(tr("Finish running jobs, then quit"), static_cast<int>(Closing::Finish));
    m_closing->addItem(tr("Stop now and continue next time"), static_cast<int>(Closing::StopNow));
    m_closing->addItem(tr("Keep running in the tray"), static_cast<int>(Closing::Tray));
    m_notify = new QCheckBox(tr("&Notify me when the queue has finished or jobs fail"), page);
    m_awake = new QCheckBox(tr("&Keep the computer awake while jobs run"), page);
    auto *form = new QFormLayout(page);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("&Theme:"), m_theme);
    form->addRow(tr("&Language:"), m_language);
    form->addRow(QString(), note(tr("Another language is spoken from the next start on."), page));
    form->addRow(tr("&When closing while jobs run:"), m_closing);
    form->addRow(QString(), m_notify);
    form->addRow(QString(), m_awake);
    return page;
}

QWidget *SettingsDialog::makeServerPage()
{
    constexpr int highestPort = 65'535;
    auto *page = new QWidget(this);
    m_rest = new QCheckBox(tr("&Offer the REST interface to programs on this computer"), page);
    m_port = new QSpinBox(page);
    m_port->setRange(0, highestPort);
    m_port->setSpecialValueText(tr("Any free one"));
    m_origins = new QLineEdit(page);
    m_origins->setPlaceholderText(tr("None"));
    m_origins->setToolTip(tr("Addresses of web pages that may use it, separated by blanks, such as "
                             "https://example.org; * for any"));
    auto *form = new QFormLayout(page);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(m_rest);
    form->addRow(tr("&Port:"), m_port);
    form->addRow(tr("&Web pages that may ask:"), m_origins);
    form->addRow(note(tr("These hold from the next start on. If another program has the port, the "
                         "next free one is taken; the status bar says which."),
                      page));
    return page;
}

QWidget *SettingsDialog::makeViewerPage()
{
    constexpr int smallest = 64;
    constexpr int largest = 65'536;
    auto *page = new QWidget(this);
    m_cache = new QSpinBox(page);
    m_cache->setRange(smallest, largest);
    m_cache->setSingleStep(smallest);
    m_cache->setSuffix(tr(" MB"));
    auto *form = new QFormLayout(page);
    form->addRow(tr("&Memory for tiles:"), m_cache);
    form->addRow(
        note(tr("What a viewer keeps of a picture, so that it need not be read again."), page));
    return page;
}

QWidget *SettingsDialog::makeStoragePage(const StorageFacts &storage)
{
    auto *page = new QWidget(this);
    auto *folder = note(QDir::toNativeSeparators(storage.workFolder), page);
    folder->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    folder->setAccessibleName(tr("Work folder"));
    auto *form = new QFormLayout(page);
    form->addRow(tr("Work folder:"), folder);
    form->addRow(
        tr("Kept free there:"),
        note(QLocale().formattedDataSize(storage.diskFloorBytes, 1, QLocale::DataSizeSIFormat),
             page));
    form->addRow(note(tr("Downloads, and archives for a bucket, lie in the work folder until they "
                         "are done. Others are written where they go. Both are set in "
                         "createzoom.toml (data, disk-floor)."),
                      page));
    return page;
}

void SettingsDialog::showWatchPage()
{
    m_names->setCurrentRow(2);
}

void SettingsDialog::fill(const WindowSettings &values)
{
    choose(m_theme, values.theme);
    m_language->setCurrentIndex(std::max(m_language->findData(values.language), 0));
    choose(m_closing, values.closing);
    m_notify->setChecked(values.isNotified);
    m_awake->setChecked(values.isKeptAwake);
    m_rest->setChecked(values.isRestOn);
    m_port->setValue(values.restPort);
    m_origins->setText(values.allowedOrigins.join(u' '));
    m_cache->setValue(values.viewerCacheMiB);
    m_adding->fill(loadAddChoice(m_settings), values.isAskedEachTime);
    m_watch->setFolders(values.watchedFolders);
}

WindowSettings SettingsDialog::values() const
{
    return {.theme = chosen<ThemeChoice>(m_theme),
            .language = m_language->currentData().toString(),
            .closing = chosen<WindowSettings::Closing>(m_closing),
            .isNotified = m_notify->isChecked(),
            .isKeptAwake = m_awake->isChecked(),
            .isAskedEachTime = m_adding->isAskedEachTime(),
            .isRestOn = m_rest->isChecked(),
            .restPort = m_port->value(),
            .allowedOrigins = m_origins->text().split(u' ', Qt::SkipEmptyParts),
            .viewerCacheMiB = m_cache->value(),
            .watchedFolders = m_watch->folders()};
}

void SettingsDialog::refresh()
{
    const QStringList origins = m_origins->text().split(u' ', Qt::SkipEmptyParts);
    QString problem = m_adding->problem();
    if (problem.isEmpty())
        problem = m_watch->problem();
    for (const QString &origin : origins) {
        if (!isOrigin(origin))
            problem = tr("“%1” is not the address of a web page, such as https://example.org.")
                          .arg(origin);
    }
    m_port->setEnabled(m_rest->isChecked());
    m_origins->setEnabled(m_rest->isChecked());
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    m_keep->setEnabled(problem.isEmpty());
}

void SettingsDialog::keep()
{
    const WindowSettings now = values();
    saveWindowSettings(m_settings, now);
    // The sheet still comes the first time, unless something was chosen here.
    if (m_adding->choice() != loadAddChoice(m_settings))
        saveAddChoice(m_settings, m_adding->choice());
    accept();
    Q_EMIT changed(now);
}

} // namespace createzoom
