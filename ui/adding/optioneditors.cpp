// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/adding/optioneditors.h"

#include "ui/adding/colourbutton.h"
#include "ui/adding/rangeeditor.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QLineEdit>
#include <QRegularExpressionValidator>
#include <QSpinBox>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

using Edited = std::function<void()>;

enum class Kind { Number, Words, Colour, Range, List };

struct Word
{
    const char *value;
    const char *shown;
};

struct EditorRow
{
    const char *option;
    const char *label;
    const char *help;
    Kind kind;
    int low = 0;
    int high = 0;
    const char *suffix = "";
    const char *special = ""; ///< the word for `low`
    std::array<Word, 4> words{};
};

constexpr auto editorRows = std::to_array<EditorRow>({
    {.option = "format",
     .label = QT_TRANSLATE_NOOP("OptionsForm", "&Format of the tiles"),
     .help = QT_TRANSLATE_NOOP(
         "OptionsForm",
         "JPEG is small; PNG keeps every colour exactly and is several times larger"),
     .kind = Kind::Words,
     .words = {Word{"jpeg", "JPEG"}, Word{"png", "PNG"}}},
    {.option = "quality",
     .label = QT_TRANSLATE_NOOP("OptionsForm", "JPEG &quality"),
     .help = QT_TRANSLATE_NOOP("OptionsForm", "From 1 to 100; 75 is what readers expect"),
     .kind = Kind::Number,
     .low = 1,
     .high = 100},
    {.option = "tile-size",
     .label = QT_TRANSLATE_NOOP("OptionsForm", "&Tile size"),
     .help = QT_TRANSLATE_NOOP("OptionsForm",
                               "Width and height of a tile, without what neighbours share"),
     .kind = Kind::Number,
     .low = 16,
     .high = 4096,
     .suffix = " px"},
    {.option = "overlap",
     .label = QT_TRANSLATE_NOOP("OptionsForm", "O&verlap"),
     .help = QT_TRANSLATE_NOOP(
         "OptionsForm", "Pixels that neighbouring tiles share; at most half of the tile size"),
     .kind = Kind::Number,
     .low = 0,
     .high = 64,
     .suffix = " px"},
    {.option = "tiles",
     .label = QT_TRANSLATE_NOOP("OptionsForm", "&Whole slides"),
     .help = QT_TRANSLATE_NOOP(
         "OptionsForm",
         "Slides and TIFF files whose tiles are JPEG can keep them, byte for byte: no loss, "
         "their tile size, no overlap"),
     .kind = Kind::Words,
     .words
     = {Word{"encode", QT_TRANSLATE_NOOP("OptionsForm", "Encode new tiles")},
        Word{"keep", QT_TRANSLATE_NOOP("OptionsForm", "Keep the slide's tiles (lossless)")}}},
    {.option = "shrink",
     .label = QT_TRANSLATE_NOOP("OptionsForm", "&Coarser levels"),
     .help = QT_TRANSLATE_NOOP(
         "OptionsForm",
         "How four pixels become one; the average makes new colours, which segmentations "
         "must not have"),
     .kind = Kind::Words,
     .words = {Word{"mean", QT_TRANSLATE_NOOP("OptionsForm", "Average of the pixels")},
               Word{"nearest", QT_TRANSLATE_NOOP("OptionsForm", "One of the pixels")},
               Word{"mode", QT_TRANSLATE_NOOP("OptionsForm", "Most frequent colour")}}},
    {.option = "range",
     .label = QT_TRANSLATE_NOOP("OptionsForm", "&Black and white"),
     .help = QT_TRANSLATE_NOOP(
         "OptionsForm", "Which values become black and white, in images of more than 8 bits"),
     .kind = Kind::Range},
    {.option = "channels",
     .label = QT_TRANSLATE_NOOP("OptionsForm", "C&hannels"),
     .help = QT_TRANSLATE_NOOP(
         "OptionsForm",
         "Fluorescence: numbers of channels from 1, such as 1,2,3; empty: the picture as it "
         "is"),
     .kind = Kind::List},
    {.option = "page",
     .label = QT_TRANSLATE_NOOP("OptionsForm", "&Page"),
     .help
     = QT_TRANSLATE_NOOP("OptionsForm", "Of files with several pages or levels, counted from 0"),
     .kind = Kind::Number,
     .low = -1,
     .high = 100'000,
     .special = QT_TRANSLATE_NOOP("OptionsForm", "The largest")},
    {.option = "background",
     .label = QT_TRANSLATE_NOOP("OptionsForm", "Back&ground"),
     .help = QT_TRANSLATE_NOOP("OptionsForm", "The colour under transparent pixels"),
     .kind = Kind::Colour},
    {.option = "damaged",
     .label = QT_TRANSLATE_NOOP("OptionsForm", "&Damaged images"),
     .help = QT_TRANSLATE_NOOP("OptionsForm",
                               "Where an image is cut off, the missing part can be left grey"),
     .kind = Kind::Words,
     .words = {Word{"refuse", QT_TRANSLATE_NOOP("OptionsForm", "Report an error")},
               Word{"allow", QT_TRANSLATE_NOOP("OptionsForm", "Convert what is there")}}},
    {.option = "exists",
     .label = QT_TRANSLATE_NOOP("OptionsForm", "If the archive &exists"),
     .help
     = QT_TRANSLATE_NOOP("OptionsForm", "What to do when there is an archive of that name already"),
     .kind = Kind::Words,
     .words = {Word{"skip", QT_TRANSLATE_NOOP("OptionsForm", "Skip the image")},
               Word{"rename", QT_TRANSLATE_NOOP("OptionsForm", "Use another name")},
               Word{"replace", QT_TRANSLATE_NOOP("OptionsForm", "Replace the archive")},
               Word{"fail", QT_TRANSLATE_NOOP("OptionsForm", "Report an error")}}},
});

QString optionWords(const char *text)
{
    return QCoreApplication::translate("OptionsForm", text);
}

void makeNumber(OptionEditor &editor, const EditorRow &row, QWidget *parent, const Edited &edited)
{
    auto *box = new QSpinBox(parent);
    box->setRange(row.low, row.high);
    box->setSuffix(QString::fromUtf8(row.suffix));
    if (*row.special != '\0')
        box->setSpecialValueText(optionWords(row.special));
    QObject::connect(box, &QSpinBox::valueChanged, parent, edited);
    editor.widget = box;
    editor.text = [box] {
        return QString::number(box->value());
    };
    editor.setText = [box](const QString &text) {
        box->setValue(text.toInt());
    };
}

void makeWords(OptionEditor &editor, const EditorRow &row, QWidget *parent, const Edited &edited)
{
    auto *box = new QComboBox(parent);
    for (const Word &word : row.words) {
        if (word.value)
            box->addItem(optionWords(word.shown), QString::fromLatin1(word.value));
    }
    QObject::connect(box, &QComboBox::currentIndexChanged, parent, edited);
    editor.widget = box;
    editor.text = [box] {
        return box->currentData().toString();
    };
    editor.setText = [box](const QString &text) {
        box->setCurrentIndex(box->findData(text));
    };
}

void makeColour(OptionEditor &editor, QWidget *parent, const Edited &edited)
{
    auto *button = new ColourButton(parent);
    QObject::connect(button, &ColourButton::colourChanged, parent, edited);
    editor.widget = button;
    editor.text = [button] {
        return button->colour().name();
    };
    editor.setText = [button](const QString &text) {
        button->setColour(QColor(text));
    };
}

void makeRange(OptionEditor &editor, QWidget *parent, const Edited &edited)
{
    auto *range = new RangeEditor(parent);
    QObject::connect(range, &RangeEditor::edited, parent, edited);
    editor.widget = range;
    editor.text = [range] {
        return range->text();
    };
    editor.setText = [range](const QString &text) {
        range->setText(text);
    };
}

void makeList(OptionEditor &editor, QWidget *parent, const Edited &edited)
{
    static const QRegularExpression numbers(u"[0-9, ]*"_s);
    auto *line = new QLineEdit(parent);
    line->setPlaceholderText(optionWords(QT_TRANSLATE_NOOP("OptionsForm", "As they are")));
    line->setValidator(new QRegularExpressionValidator(numbers, line));
    QObject::connect(line, &QLineEdit::textChanged, parent, edited);
    editor.widget = line;
    editor.text = [line] {
        return line->text().remove(u' ');
    };
    editor.setText = [line](const QString &text) {
        line->setText(text);
    };
}

void makeEditor(OptionEditor &editor, const EditorRow &row, QWidget *parent, const Edited &edited)
{
    switch (row.kind) {
    case Kind::Number:
        return makeNumber(editor, row, parent, edited);
    case Kind::Words:
        return makeWords(editor, row, parent, edited);
    case Kind::Colour:
        return makeColour(editor, parent, edited);
    case Kind::Range:
        return makeRange(editor, parent, edited);
    case Kind::List:
        return makeList(editor, parent, edited);
    }
}

} // namespace

std::vector<OptionEditor> makeOptionEditors(QWidget *parent,
                                            const std::function<void(size_t)> &edited)
{
    std::vector<OptionEditor> editors;
    for (const EditorRow &row : editorRows) {
        OptionEditor editor{.option = QString::fromLatin1(row.option),
                            .label = optionWords(row.label),
                            .help = optionWords(row.help)};
        makeEditor(editor, row, parent, [edited, index = editors.size()] { edited(index); });
        editor.widget->setObjectName(editor.option);
        editor.widget->setAccessibleName(QString(editor.label).remove(u'&'));
        editor.widget->setToolTip(editor.help);
        editors.push_back(std::move(editor));
    }
    return editors;
}

QString optionText(const ConversionOptions &options, const QString &option)
{
    const QJsonValue value = optionsToJson(options).value(QString(option).replace(u'-', u'_'));
    return value.isDouble() ? QString::number(value.toInt()) : value.toString();
}

} // namespace createzoom
