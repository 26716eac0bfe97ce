// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/details/optionstab.h"

#include "ui/joblist.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QJsonArray>
#include <QJsonObject>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

struct Name
{
    const char *key;
    const char *words;
};

constexpr auto names = std::to_array<Name>({
    {"quality", QT_TRANSLATE_NOOP("createzoom::OptionsTab", "JPEG quality")},
    {"tile_size", QT_TRANSLATE_NOOP("createzoom::OptionsTab", "Tile size")},
    {"overlap", QT_TRANSLATE_NOOP("createzoom::OptionsTab", "Overlap")},
    {"format", QT_TRANSLATE_NOOP("createzoom::OptionsTab", "Format of tiles")},
    {"page", QT_TRANSLATE_NOOP("createzoom::OptionsTab", "Page")},
    {"background", QT_TRANSLATE_NOOP("createzoom::OptionsTab", "Background")},
    {"exists", QT_TRANSLATE_NOOP("createzoom::OptionsTab", "If the output exists")},
    {"shrink", QT_TRANSLATE_NOOP("createzoom::OptionsTab", "Shrinking")},
    {"range", QT_TRANSLATE_NOOP("createzoom::OptionsTab", "Range of values")},
    {"damaged", QT_TRANSLATE_NOOP("createzoom::OptionsTab", "Damaged images")},
    {"tiles", QT_TRANSLATE_NOOP("createzoom::OptionsTab", "Tiles of the source")},
    {"channels", QT_TRANSLATE_NOOP("createzoom::OptionsTab", "Channels")},
});

QString words(const QString &key)
{
    for (const Name &name : names) {
        if (key == QLatin1String(name.key))
            return OptionsTab::tr(name.words);
    }
    return key;
}

QString valueText(const QJsonValue &value)
{
    if (value.isBool())
        return value.toBool() ? OptionsTab::tr("yes") : OptionsTab::tr("no");
    if (value.isArray()) {
        QStringList parts;
        for (const QJsonValue &part : value.toArray())
            parts << valueText(part);
        return parts.join(u", ");
    }
    return value.isDouble() ? QLocale().toString(value.toDouble(), 'g', 12) : value.toString();
}

} // namespace

OptionsTab::OptionsTab(QWidget *parent)
    : QWidget(parent)
    , m_list(new QTreeWidget(this))
    , m_note(new QLabel(this))
{
    m_list->setAccessibleName(tr("Options of the job"));
    m_list->setHeaderLabels({tr("Option"), tr("Value"), tr("Usual value")});
    m_list->setRootIsDecorated(false);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAlternatingRowColors(true);
    m_list->header()->resizeSection(0, 180);
    m_list->header()->resizeSection(1, 180);
    auto *change = new QPushButton(tr("Change &options…"), this);
    m_change = change;
    connect(change, &QPushButton::clicked, this, &OptionsTab::changeRequested);
    m_note->setForegroundRole(QPalette::Text);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(8, 4, 8, 4);
    row->addWidget(m_note, 1);
    row->addWidget(m_change);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(row);
    column->addWidget(m_list, 1);
}

void OptionsTab::showRow(const JobRow &row)
{
    const bool mayBe = mayChangeOptions(row.job);
    m_change->setEnabled(mayBe);
    m_note->setText(mayBe ? tr("Used when the job runs next.")
                          : tr("Fixed, as the job has begun or is done."));
    if (m_shown == row.job.request.options)
        return;
    m_shown = row.job.request.options;
    m_list->clear();
    const QJsonObject options = optionsToJson(row.job.request.options);
    const QJsonObject usual = optionsToJson({});
    QFont bold = font();
    bold.setBold(true);
    for (auto option = options.begin(); option != options.end(); ++option) {
        const QString value = valueText(option.value());
        const QString normal = valueText(usual.value(option.key()));
        auto *item = new QTreeWidgetItem(m_list, {words(option.key()), value, normal});
        if (value != normal)
            item->setFont(1, bold);
    }
}

} // namespace createzoom
