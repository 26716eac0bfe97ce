// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/statusline.h"

#include <QLabel>
#include <QLocale>
#include <QStringList>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

void JobCounts::count(JobState state)
{
    switch (state) {
    case JobState::Running:
    case JobState::Stopping:
        ++running;
        return;
    case JobState::Failed:
    case JobState::Interrupted:
        ++failed;
        return;
    case JobState::Done:
    case JobState::Skipped:
        ++done;
        return;
    case JobState::Cancelled:
        return;
    default:
        ++waiting;
    }
}

StatusLine::StatusLine(QWidget *parent)
    : QStatusBar(parent)
    , m_counts(new QLabel(this))
    , m_rest(new QLabel(this))
    , m_disk(new QLabel(this))
{
    m_counts->setAccessibleName(tr("Jobs by state"));
    m_rest->setAccessibleName(tr("Address of the REST interface"));
    m_rest->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_rest->setTextFormat(Qt::PlainText);
    m_disk->setAccessibleName(tr("Free disk space"));
    m_counts->setIndent(6);
    addWidget(m_counts);
    addPermanentWidget(m_disk);
    addPermanentWidget(m_rest);
    showCounts({});
    showRestAddress({});
    showFreeDisk({}, -1);
}

void StatusLine::showCounts(const JobCounts &counts)
{
    const QLocale locale;
    const QStringList parts{tr("%1 running").arg(locale.toString(counts.running)),
                            tr("%1 waiting").arg(locale.toString(counts.waiting)),
                            tr("%1 failed").arg(locale.toString(counts.failed)),
                            tr("%1 done").arg(locale.toString(counts.done))};
    m_counts->setText(parts.join(u" · "));
}

void StatusLine::showRestAddress(const QString &address)
{
    m_rest->setText(address.isEmpty() ? tr("REST: off") : tr("REST: %1").arg(address));
}

void StatusLine::showFreeDisk(const QString &folder, qint64 bytes)
{
    m_disk->setVisible(bytes >= 0);
    m_disk->setText(tr("%1 free").arg(
        QLocale().formattedDataSize(bytes, 0, QLocale::DataSizeTraditionalFormat)));
    m_disk->setToolTip(tr("Free on the disk of %1").arg(folder));
}

} // namespace createzoom
