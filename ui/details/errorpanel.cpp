// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/details/errorpanel.h"

#include "core/base/logging.h"
#include "ui/errortext.h"
#include "ui/jobtext.h"
#include "ui/symbolicicon.h"
#include "ui/windowactions.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

QLabel *textLabel(QWidget *parent, const QString &name)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText); // names of files are no markup
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setAccessibleName(name);
    label->setForegroundRole(QPalette::Text);
    return label;
}

} // namespace

ErrorPanel::ErrorPanel(QWidget *parent)
    : QFrame(parent)
    , m_what(textLabel(this, tr("What happened")))
    , m_why(textLabel(this, tr("Why")))
    , m_remedy(textLabel(this, tr("What to do")))
    , m_fold(new QToolButton(this))
    , m_details(textLabel(this, tr("Technical details")))
{
    setFrameShape(StyledPanel);
    QFont bold = font();
    bold.setBold(true);
    m_what->setFont(bold);
    auto *retry = new QPushButton(symbolicIcon(u"retry"_s), tr("&Retry"), this);
    auto *report = new QPushButton(symbolicIcon(u"copy"_s), tr("Copy re&port"), this);
    m_retry = retry;
    m_fold->setText(tr("Technical details"));
    m_fold->setCheckable(true);
    m_fold->setAutoRaise(true);
    m_fold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_fold->setArrowType(Qt::RightArrow);
    m_details->hide();
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(retry);
    buttons->addWidget(report);
    buttons->addWidget(m_fold);
    buttons->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(10, 8, 10, 8);
    column->addWidget(m_what);
    column->addWidget(m_why);
    column->addWidget(m_remedy);
    column->addLayout(buttons);
    column->addWidget(m_details);
    connect(retry, &QPushButton::clicked, this, &ErrorPanel::retryRequested);
    connect(report, &QPushButton::clicked, this, &ErrorPanel::reportRequested);
    connect(m_fold, &QToolButton::toggled, this, [this](bool isOpen) {
        m_fold->setArrowType(isOpen ? Qt::DownArrow : Qt::RightArrow);
        m_details->setVisible(isOpen);
    });
}

void ErrorPanel::showJob(const Job &job)
{
    setVisible(job.error.has_value());
    if (!job.error)
        return;
    const ErrorText text = errorText(*job.error);
    m_what->setText(masked(text.what));
    m_why->setText(text.why);
    m_why->setVisible(!text.why.isEmpty());
    m_remedy->setText(text.remedy);
    m_remedy->setVisible(!text.remedy.isEmpty());
    m_retry->setVisible(isAllowed(Deed::Retry, job));
    QStringList lines{tr("Error code: %1").arg(errorName(job.error->code)),
                      tr("Step: %1").arg(currentStepName(job)),
                      tr("Failed attempts: %1").arg(QLocale().toString(job.attempts + job.crashes)),
                      tr("Job: %1").arg(job.id)};
    if (!text.what.startsWith(job.error->message))
        lines << tr("In English: %1").arg(masked(job.error->message));
    if (!job.error->detail.isEmpty())
        lines << masked(job.error->detail);
    m_details->setText(lines.join(u'\n'));
}

} // namespace createzoom
