// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/adding/scanbar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTimer>

#include <chrono>

namespace createzoom {

namespace {

constexpr std::chrono::milliseconds blink{400};

} // namespace

ScanBar::ScanBar(QWidget *parent)
    : QFrame(parent)
    , m_text(new QLabel(this))
    , m_delay(new QTimer(this))
{
    setFrameShape(QFrame::StyledPanel);
    auto *cancel = new QPushButton(tr("Stop looking"), this);
    cancel->setToolTip(tr("Nothing of this drop is added"));
    m_text->setAccessibleName(tr("Images found so far"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(8, 4, 4, 4);
    row->addWidget(m_text, 1);
    row->addWidget(cancel);
    m_delay->setSingleShot(true);
    m_delay->setInterval(blink);
    connect(m_delay, &QTimer::timeout, this, &QWidget::show);
    connect(cancel, &QPushButton::clicked, this, &ScanBar::cancelled);
    hide();
}

void ScanBar::showScanning(qsizetype found)
{
    m_text->setText(found == 0
                        ? tr("Looking for images…")
                        : tr("Looking for images… %n found", nullptr, static_cast<int>(found)));
    if (!isVisible() && !m_delay->isActive())
        m_delay->start();
}

void ScanBar::end()
{
    m_delay->stop();
    hide();
}

} // namespace createzoom
