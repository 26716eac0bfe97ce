// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>

class QSettings;

namespace createzoom {

/// Where archives go: beside each image, or into one folder; remembered. GUI thread; `settings`
/// outlives it.
class DestinationBox : public QComboBox
{
    Q_OBJECT

public:
    explicit DestinationBox(QSettings &settings, QWidget *parent = nullptr);

    /// Empty: beside each image.
    QString folder() const { return m_folder; }
    void setFolder(const QString &folder);

Q_SIGNALS:
    void folderChanged(const QString &folder);

private:
    void choose(int index);
    void fill();

    QSettings &m_settings;
    QString m_folder{};
};

} // namespace createzoom
