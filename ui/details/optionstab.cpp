// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/details/optionstab.h"

#include "ui/joblist.h"
#include "ui/roomyrows.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QJsonArray>
#include <QJsonObject>
#include <QLabel>
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

/// As the form has them where they are chosen, and in its order.
constexpr auto names = std::to_array<Name>({
    {"format", QT_TRANSLATE_NOOP("OptionsForm", "&Format of the tiles")},
    {"quality", QT_TRANSLATE_NOOP("OptionsForm", "JPEG &quality")},
    {"tile_size", QT_TRANSLATE_NOOP("OptionsForm", "&Tile size")},
    {"overlap", QT_TRANSLATE_NOOP("OptionsForm", "O&verlap")},
    {"tiles", QT_TRANSLATE_NOOP("OptionsForm", "&Whole slides")},
    {"shrink", QT_TRANSLATE_NOOP("OptionsForm", "&Coarser levels")},
    {"range", QT_TRANSLATE_NOOP("OptionsForm", "&Black and white")},
    {"channels", QT_TRANSLATE_NOOP("OptionsForm", "C&hannels")},
    {"page", QT_TRANSLATE_NOOP("OptionsForm", "&Page")},
    {"background", QT_TRANSLATE_NOOP("OptionsForm", "Back&ground")},
    {"damaged", QT_TRANSLATE_NOOP("OptionsForm", "&Damaged images")},
    {"exists", QT_TRANSLATE_NOOP("OptionsForm", "If the archive &exists")},
});

struct Value
{
    const char *key;
    const char *value;
    const char *context;
    const char *words;
};

constexpr const char *form = "OptionsForm";
constexpr auto values = std::to_array<Value>({
    {"format", "jpeg", nullptr, "JPEG"},
    {"format", "png", nullptr, "PNG"},
    {"page", "-1", form, QT_TRANSLATE_NOOP("OptionsForm", "The largest")},
    {"exists", "skip", form, QT_TRANSLATE_NOOP("OptionsForm", "Skip the image")},
    {"exists", "rename", form, QT_TRANSLATE_NOOP("OptionsForm", "Use another name")},
    {"exists", "replace", form, QT_TRANSLATE_NOOP("OptionsForm", "Replace the archive")},
    {"exists", "fail", form, QT_TRANSLATE_NOOP("OptionsForm", "Report an error")},
    {"shrink", "mean", form, QT_TRANSLATE_NOOP("OptionsForm", "Average of the pixels")},
    {"shrink", "nearest", form, QT_TRANSLATE_NOOP("OptionsForm", "One of the pixels")},
    {"shrink", "mode", form, QT_TRANSLATE_NOOP("OptionsForm", "Most frequent colour")},
    {"range",
     "auto",
     "createzoom::RangeEditor",
     QT_TRANSLATE_NOOP("createzoom::RangeEditor", "From each image")},
    {"range",
     "full",
     "createzoom::RangeEditor",
     QT_TRANSLATE_NOOP("createzoom::RangeEditor", "The full range")},
    {"damaged", "refuse", form, QT_TRANSLATE_NOOP("OptionsForm", "Report an error")},
    {"damaged", "allow", form, QT_TRANSLATE_NOOP("OptionsForm", "Convert what is there")},
    {"tiles", "encode", form, QT_TRANSLATE_NOOP("OptionsForm", "Encode new tiles")},
    {"tiles", "keep", form, QT_TRANSLATE_NOOP("OptionsForm", "Keep the slide's tiles (lossless)")},
    {"channels", "", form, QT_TRANSLATE_NOOP("OptionsForm", "As they are")},
});

QString rawText(const QJsonValue &value)
{
    if (value.isArray()) {
        QStringList parts;
        for (const QJsonValue &part : value.toArray())
            parts << rawText(part);
        return parts.join(u", ");
    }
    return value.isDouble() ? QString::number(value.toInt()) : value.toVariant().toString();
}

QString valueText(const QString &key, const QJsonValue &value)
{
    const QString raw = rawText(value);
    for (const Value &row : values) {
        if (key == QLatin1String(row.key) && raw == QLatin1String(row.value))
            return row.context ? QCoreApplication::translate(row.context, row.words)
                               : QLatin1String(row.words);
    }
    return raw;
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
    makeRowsRoomy(*m_list);
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
    for (const Name &name : names) {
        const auto key = QString::fromLatin1(name.key);
        const QString value = valueText(key, options.value(key));
        const QString normal = valueText(key, usual.value(key));
        const QString words = QCoreApplication::translate(form, name.words).remove(u'&');
        auto *item = new QTreeWidgetItem(m_list, {words, value, normal});
        if (value != normal)
            item->setFont(1, bold);
    }
}

} // namespace createzoom
