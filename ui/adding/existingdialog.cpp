// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/adding/existingdialog.h"

#include "ui/roomyrows.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSet>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <array>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

enum Column { ArchiveColumn, FolderColumn, DecisionColumn };

struct Decision
{
    ExistsPolicy policy;
    const char *button;
    const char *shown;
};

constexpr std::array decisions{
    Decision{ExistsPolicy::Skip,
             QT_TRANSLATE_NOOP("createzoom::ExistingDialog", "&Skip"),
             QT_TRANSLATE_NOOP("createzoom::ExistingDialog", "Skip")},
    Decision{ExistsPolicy::Rename,
             QT_TRANSLATE_NOOP("createzoom::ExistingDialog", "Use another &name"),
             QT_TRANSLATE_NOOP("createzoom::ExistingDialog", "Another name")},
    Decision{ExistsPolicy::Replace,
             QT_TRANSLATE_NOOP("createzoom::ExistingDialog", "&Replace"),
             QT_TRANSLATE_NOOP("createzoom::ExistingDialog", "Replace")},
};

const Decision &decisionFor(ExistsPolicy policy)
{
    for (const Decision &decision : decisions) {
        if (decision.policy == policy)
            return decision;
    }
    return decisions.front();
}

} // namespace

ExistingDialog::ExistingDialog(AddPlan plan, QWidget *parent)
    : QDialog(parent)
    , m_plan(std::move(plan))
    , m_list(new QTreeWidget(this))
{
    setWindowTitle(tr("Archives that exist"));
    const auto count = static_cast<int>(m_plan.existing.size());
    auto *question
        = new QLabel(count == 1 ? tr("The archive of one image exists already.")
                                : tr("The archives of %n images exist already.", nullptr, count),
                     this);
    m_list->setHeaderLabels({tr("Archive"), tr("Folder"), tr("What to do")});
    m_list->setRootIsDecorated(false);
    makeRowsRoomy(*m_list);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setAccessibleName(tr("Archives that exist"));
    m_list->header()->resizeSection(ArchiveColumn, 220);
    m_list->header()->resizeSection(FolderColumn, 260);
    auto *label = new QLabel(tr("With the selected ones:"), this);
    auto *row = new QHBoxLayout;
    row->addWidget(label);
    for (const Decision &decision : decisions) {
        auto *button = new QPushButton(tr(decision.button), this);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, [this, policy = decision.policy] {
            decide(policy);
        });
        row->addWidget(button);
    }
    row->addStretch(1);
    auto *buttons = new QDialogButtonBox(this);
    buttons->addButton(tr("Add"), QDialogButtonBox::AcceptRole)->setDefault(true);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->addWidget(question);
    column->addWidget(m_list, 1);
    column->addLayout(row);
    column->addWidget(buttons);
    resize(620, 360);
    fill();
    m_list->selectAll();
    m_list->setFocus();
}

void ExistingDialog::fill()
{
    QList<QTreeWidgetItem *> rows;
    for (const qsizetype index : std::as_const(m_plan.existing)) {
        const JobRequest &request = m_plan.requests.at(index);
        const Location &folder = request.targetFolder;
        auto *row = new QTreeWidgetItem(
            {request.archiveName(), folder.text(), tr(decisionFor(request.options.exists).shown)});
        row->setToolTip(ArchiveColumn, request.target().text());
        row->setToolTip(FolderColumn, folder.text());
        rows << row;
    }
    m_list->addTopLevelItems(rows);
}

void ExistingDialog::decide(ExistsPolicy policy)
{
    for (QTreeWidgetItem *row : m_list->selectedItems()) {
        const qsizetype index = m_plan.existing.at(m_list->indexOfTopLevelItem(row));
        m_plan.requests[index].options.exists = policy;
        row->setText(DecisionColumn, tr(decisionFor(policy).shown));
    }
}

QList<JobRequest> ExistingDialog::decided() const
{
    const QSet<qsizetype> existing(m_plan.existing.begin(), m_plan.existing.end());
    QList<JobRequest> requests;
    for (qsizetype i = 0; i < m_plan.requests.size(); ++i) {
        const JobRequest &request = m_plan.requests.at(i);
        if (!existing.contains(i) || request.options.exists != ExistsPolicy::Skip)
            requests << request;
    }
    return requests;
}

} // namespace createzoom
