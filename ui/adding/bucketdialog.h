// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/secret.h"
#include "core/jobs/jobrequest.h"
#include "core/transfer/bucket.h"

#include <QDialog>
#include <QList>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSettings;
class QTreeView;

namespace createzoom {

class BucketFilter;
class BucketModel;
class DestinationEditor;
class OptionsPanel;
class TokenEdit;

/// Chooses images of a bucket: a folder is listed, filtered, some are selected, and go to a bucket
/// or to this machine. Knows no network: it asks for a list and is given it, part by part; what has
/// come can be selected already. GUI thread.
class BucketDialog : public QDialog
{
    Q_OBJECT

public:
    enum class Access { ByToken, Open };

    BucketDialog(QSettings &settings, Access access, QWidget *parent = nullptr);

    void addObjects(const QList<ObjectInfo> &objects); ///< some of the list, as they come
    void endList(); ///< that was all
    void showError(const Error &error);

    QList<JobRequest> requests() const; ///< of the selected images
    Secret token() const;

Q_SIGNALS:
    void listWanted(const createzoom::Location &folder);
    void listCancelled();

private:
    void layOut();
    void connectParts();
    void askForList();
    void setListing(bool isListing);
    void refresh();

    QSettings &m_settings;
    BucketModel *m_model = nullptr;
    BucketFilter *m_filtered = nullptr;
    TokenEdit *m_token = nullptr; ///< null when open
    QLineEdit *m_folder = nullptr;
    QPushButton *m_list = nullptr;
    QLabel *m_state = nullptr;
    QLineEdit *m_filter = nullptr;
    QCheckBox *m_imagesOnly = nullptr;
    QTreeView *m_view = nullptr;
    QLabel *m_selection = nullptr;
    OptionsPanel *m_options = nullptr;
    DestinationEditor *m_destination = nullptr;
    QPushButton *m_add = nullptr;
    QString m_bucket{}; ///< whose objects are shown
    bool m_isListing = false;
};

} // namespace createzoom
