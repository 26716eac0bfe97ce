// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/windowsettings.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QSettings;
class QSpinBox;
class QStackedWidget;

namespace createzoom {

class AddingPage;
class WatchPage;

/// What the settings show but cannot change: it belongs to the service's own configuration.
struct StorageFacts
{
    QString workFolder{};
    qint64 diskFloorBytes = 0; ///< kept free there
};

/// The settings, a page for each kind. Keeps them when accepted. GUI thread; `settings` outlives
/// it.
class SettingsDialog : public QDialog
{
    Q_OBJECT

public:
    SettingsDialog(QSettings &settings, const StorageFacts &storage, QWidget *parent = nullptr);

    WindowSettings values() const;
    void showWatchPage();

Q_SIGNALS:
    /// They are kept already, and the choice of adding with them.
    void changed(const createzoom::WindowSettings &values);

private:
    void addPage(const QString &name, QWidget *page);
    QWidget *makeGeneralPage();
    QWidget *makeServerPage();
    QWidget *makeViewerPage();
    QWidget *makeStoragePage(const StorageFacts &storage);
    void fill(const WindowSettings &values);
    void refresh();
    void keep();

    QSettings &m_settings;
    QListWidget *m_names = nullptr;
    QStackedWidget *m_pages = nullptr;
    QComboBox *m_theme = nullptr;
    QComboBox *m_language = nullptr;
    QComboBox *m_closing = nullptr;
    QCheckBox *m_notify = nullptr;
    QCheckBox *m_awake = nullptr;
    QCheckBox *m_rest = nullptr;
    QSpinBox *m_port = nullptr;
    QLineEdit *m_origins = nullptr;
    QSpinBox *m_cache = nullptr;
    AddingPage *m_adding = nullptr;
    WatchPage *m_watch = nullptr;
    QLabel *m_problem = nullptr;
    QPushButton *m_keep = nullptr;
};

} // namespace createzoom
