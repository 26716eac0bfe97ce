// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret.h"
#include "ui/adding/addchoice.h"
#include "ui/adding/imagescan.h"
#include "ui/adding/spaceneed.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QSettings;

namespace createzoom {

class DestinationEditor;
class OptionsPanel;

/// "Add 128 images": what was found, how it is converted, where the archives go. Not modal: more
/// can be dropped meanwhile. GUI thread; `settings` outlives it.
class AddSheet : public QDialog
{
    Q_OBJECT

public:
    enum class BucketToken { Asked, NotNeeded };

    AddSheet(QSettings &settings, BucketToken token, QWidget *parent = nullptr);

    void showScanning(qsizetype found);
    void showScan(const ImageScan &scan);
    void showNeed(const SpaceNeed &need);

    AddChoice choice() const;
    Secret token() const; ///< of the bucket; empty without one

Q_SIGNALS:
    void choiceChanged();

private:
    void layOut();
    void fill(const AddChoice &choice);
    void refresh();

    QLabel *m_title = nullptr;
    QLabel *m_leftOut = nullptr;
    OptionsPanel *m_options = nullptr;
    DestinationEditor *m_destination = nullptr;
    QComboBox *m_exists = nullptr;
    QCheckBox *m_start = nullptr;
    QLabel *m_spaceIcon = nullptr;
    QLabel *m_space = nullptr;
    QLabel *m_problem = nullptr;
    QPushButton *m_add = nullptr;
    qsizetype m_images = 0;
    bool m_isScanning = true;
};

} // namespace createzoom
