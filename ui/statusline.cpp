// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/statusline.h"

#include "ui/jobcolumns.h"
#include "ui/joblist.h"
#include "ui/queueforecast.h"
#include "ui/symbolicicon.h"
#include "ui/tone.h"

#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QStyle>
#include <QToolButton>
#include <QUrl>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

struct Count
{
    StateGroup group;
    const char *words;
    const char *toolTip;
};

constexpr auto counts = std::to_array<Count>({
    {StateGroup::Running,
     QT_TRANSLATE_NOOP("createzoom::StatusLine", "%1 running"),
     QT_TRANSLATE_NOOP("createzoom::StatusLine", "Show the jobs that run")},
    {StateGroup::Waiting,
     QT_TRANSLATE_NOOP("createzoom::StatusLine", "%1 waiting"),
     QT_TRANSLATE_NOOP("createzoom::StatusLine", "Show the jobs that wait")},
    {StateGroup::Attention,
     QT_TRANSLATE_NOOP("createzoom::StatusLine", "%1 need attention"),
     QT_TRANSLATE_NOOP("createzoom::StatusLine", "Show the jobs that failed or need something")},
    {StateGroup::Done,
     QT_TRANSLATE_NOOP("createzoom::StatusLine", "%1 done"),
     QT_TRANSLATE_NOOP("createzoom::StatusLine", "Show the jobs that are done")},
});

QLabel *label(QWidget *parent, const QString &name)
{
    auto *made = new QLabel(parent);
    made->setTextFormat(Qt::PlainText);
    made->setAccessibleName(name);
    return made;
}

QToolButton *plainButton(const QString &toolTip, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setToolTip(toolTip);
    return button;
}

} // namespace

StatusLine::StatusLine(QWidget *parent)
    : QStatusBar(parent)
    , m_queue(label(this, tr("Queue")))
    , m_progress(new QProgressBar(this))
    , m_forecast(label(this, tr("When all is done")))
    , m_speed(label(this, tr("Speed")))
    , m_selection(label(this, tr("Selected")))
    , m_diskIcon(new QLabel(this))
    , m_disk(label(this, tr("Free disk space")))
    , m_workers(plainButton(tr("Show who works for this server"), this))
    , m_rest(label(this, tr("Address of the REST interface")))
{
    setSizeGripEnabled(false);
    m_queue->setIndent(6);
    addWidget(m_queue);
    addCounts();
    m_progress->setAccessibleName(tr("Progress of all jobs"));
    m_progress->setFixedWidth(110);
    m_progress->setMaximumHeight(fontMetrics().height());
    m_progress->setTextVisible(true);
    m_progress->setFormat(u"%p\u00a0%"_s); // as the jobs have it
    addWidget(m_progress);
    addWidget(m_forecast);
    addWidget(m_speed);
    addPermanentWidget(m_selection);
    addPermanentWidget(m_diskIcon);
    addPermanentWidget(m_disk);
    addPermanentWidget(m_workers);
    connect(m_workers, &QToolButton::clicked, this, &StatusLine::workersClicked);
    addPermanentWidget(m_rest);
    m_rest->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_disk->setContentsMargins(0, 0, 8, 0);
    m_rest->setContentsMargins(0, 0, 6, 0);
    showTally({});
    showForecast({});
    showSpeed({});
    showSelection({});
    showRestAddress({});
    showWorkers(0);
    m_workers->hide();
    showFreeDisk({}, -1);
}

void StatusLine::addCounts()
{
    for (const Count &count : counts) {
        QToolButton *button = plainButton(tr(count.toolTip), this);
        connect(button, &QToolButton::clicked, this, [this, group = count.group] {
            Q_EMIT groupClicked(group);
        });
        addWidget(button);
        m_counts << button;
    }
}

void StatusLine::showTally(const JobTally &tally)
{
    for (size_t i = 0; i < counts.size(); ++i) {
        const int count = tally.of(counts.at(i).group);
        QToolButton *button = m_counts.at(static_cast<qsizetype>(i));
        button->setText(tr(counts.at(i).words).arg(QLocale().toString(count)));
        button->setVisible(count > 0 || counts.at(i).group != StateGroup::Attention);
    }
    m_running = tally.of(StateGroup::Running);
    m_waiting = tally.of(StateGroup::Waiting);
    showQueueWord();
}

void StatusLine::showQueuePaused(bool isPaused)
{
    m_isPaused = isPaused;
    showQueueWord();
}

void StatusLine::showQueueWord()
{
    if (m_isPaused)
        m_queue->setText(m_running > 0 ? tr("Pausing after running jobs") : tr("Paused"));
    else
        m_queue->setText(m_running + m_waiting > 0 ? tr("Running") : tr("Idle"));
}

void StatusLine::showForecast(const QueueForecast &forecast)
{
    m_progress->setVisible(forecast.isOn());
    m_progress->setValue(static_cast<int>(forecast.percent()));
    const auto left = forecast.timeLeft();
    m_forecast->setVisible(left.has_value());
    if (left)
        m_forecast->setText(tr("all done in %1", "about 5 min").arg(aboutText(*left)));
}

void StatusLine::showSpeed(const TotalSpeed &speed)
{
    QStringList parts;
    if (const QString down = speedText(speed.down, false); !down.isEmpty())
        parts << tr("↓ %1", "downloads").arg(down);
    if (const QString up = speedText(speed.up, false); !up.isEmpty())
        parts << tr("↑ %1", "uploads").arg(up);
    parts << speedText(speed.pixels, true);
    parts.removeAll(QString());
    m_speed->setText(parts.join(u"  "));
    m_speed->setVisible(!parts.isEmpty() && !m_isNarrow);
}

void StatusLine::showSelection(const QList<const JobRow *> &rows)
{
    m_selection->setVisible(rows.size() > 1);
    if (rows.size() < 2)
        return;
    qint64 bytes = 0;
    for (const JobRow *row : rows)
        bytes += row->job.facts.sourceBytes;
    const QString count = tr("%n selected", nullptr, static_cast<int>(rows.size()));
    m_selection->setText(bytes > 0 ? u"%1 · %2"_s.arg(count, bytesText(bytes)) : count);
}

void StatusLine::showRestAddress(const QString &address)
{
    m_restAddress = address;
    const QUrl url(address);
    const QString shown = m_isNarrow && url.port() > 0 ? QString::number(url.port()) : address;
    m_rest->setText(address.isEmpty() ? tr("REST: off") : tr("REST: %1").arg(shown));
    m_rest->setToolTip(address);
}

void StatusLine::showWorkers(int count)
{
    m_workers->setText(count > 0 ? tr("%n workers", nullptr, count) : tr("No workers"));
    m_workers->setIcon(count > 0 ? QIcon() : symbolicIcon(u"warning"_s, Tone::Warning));
    m_workers->show();
}

void StatusLine::setNarrow(bool isNarrow)
{
    if (isNarrow == m_isNarrow)
        return;
    m_isNarrow = isNarrow;
    m_speed->setVisible(!m_speed->text().isEmpty() && !isNarrow);
    showRestAddress(m_restAddress);
}

void StatusLine::showFreeDisk(const QString &folder, qint64 bytes)
{
    m_freeBytes = bytes;
    m_diskFolder = folder;
    showDiskTone();
}

void StatusLine::showDiskTone()
{
    const bool isFull = m_freeBytes < m_diskFloor;
    const bool isLow = m_freeBytes < 2 * m_diskFloor;
    m_disk->setVisible(m_freeBytes >= 0);
    m_diskIcon->setVisible(m_freeBytes >= 0 && isLow);
    if (m_freeBytes < 0)
        return m_disk->clear();

    const QString free = QLocale().formattedDataSize(m_freeBytes, 0, QLocale::DataSizeSIFormat);
    m_disk->setText(isFull      ? tr("Disk full: %1 free").arg(free)
                        : isLow ? tr("Low disk: %1 free").arg(free)
                                : tr("%1 free").arg(free));
    m_disk->setToolTip(tr("Free on the disk of %1").arg(m_diskFolder));
    const Tone tone = isFull ? Tone::Error : isLow ? Tone::Warning : Tone::Neutral;
    const int size = style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, this);
    m_diskIcon->setPixmap(symbolicIcon(isFull ? u"state-failed"_s : u"warning"_s, tone)
                              .pixmap(QSize(size, size), devicePixelRatioF()));
}

void StatusLine::changeEvent(QEvent *event)
{
    QStatusBar::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_disk)
        showDiskTone();
}

} // namespace createzoom
