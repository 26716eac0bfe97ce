// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/adding/destinationeditor.h"

#include "core/jobs/jobrequest.h"
#include "ui/adding/tokenedit.h"
#include "ui/sentences.h"

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

using Kind = Destination::Kind;

struct KindWords
{
    Destination::Kind kind;
    const char *name;
    const char *explanation;
};

constexpr std::array kindWords{
    KindWords{
        Kind::Beside, QT_TRANSLATE_NOOP("createzoom::DestinationEditor", "Beside each image"), ""},
    KindWords{Kind::Folder,
              QT_TRANSLATE_NOOP("createzoom::DestinationEditor", "Into one folder"),
              QT_TRANSLATE_NOOP("createzoom::DestinationEditor",
                                "Of images with the same name only the first is added.")},
    KindWords{Kind::Mirror,
              QT_TRANSLATE_NOOP("createzoom::DestinationEditor", "The same folders again, below…"),
              QT_TRANSLATE_NOOP("createzoom::DestinationEditor",
                                "Added folders are made again there, with all their folders.")},
    KindWords{Kind::Bucket,
              QT_TRANSLATE_NOOP("createzoom::DestinationEditor", "Into a bucket"),
              QT_TRANSLATE_NOOP("createzoom::DestinationEditor",
                                "Archives are made here, then uploaded.")},
};

const KindWords &wordsOf(Destination::Kind kind)
{
    for (const KindWords &words : kindWords) {
        if (words.kind == kind)
            return words;
    }
    return kindWords.front();
}

bool needsFolder(Destination::Kind kind)
{
    return kind == Kind::Folder || kind == Kind::Mirror;
}

} // namespace

DestinationEditor::DestinationEditor(const QList<Destination::Kind> &kinds,
                                     Token token,
                                     QWidget *parent)
    : QWidget(parent)
    , m_kind(new QComboBox(this))
    , m_explanation(new QLabel(this))
    , m_folder(new QLineEdit(this))
    , m_browse(new QPushButton(tr("&Browse…"), this))
    , m_bucket(new QLineEdit(this))
    , m_token(token == Token::Asked ? new TokenEdit(systemClock(), this) : nullptr)
{
    for (const Destination::Kind kind : kinds)
        m_kind->addItem(tr(wordsOf(kind).name), static_cast<int>(kind));
    m_kind->setAccessibleName(tr("Where archives go"));
    m_folder->setAccessibleName(tr("Folder for archives"));
    m_folder->setPlaceholderText(tr("Folder for archives"));
    m_browse->setAccessibleName(tr("Choose the folder for archives"));
    m_bucket->setAccessibleName(tr("Folder of the bucket"));
    m_bucket->setPlaceholderText(tr("bucket/folder"));
    m_explanation->setWordWrap(true);
    layOut();
    const auto tell = [this] {
        showFields();
        Q_EMIT changed();
    };
    connect(m_kind, &QComboBox::currentIndexChanged, this, tell);
    connect(m_folder, &QLineEdit::textChanged, this, tell);
    connect(m_bucket, &QLineEdit::textChanged, this, tell);
    if (m_token)
        connect(m_token, &TokenEdit::tokenChanged, this, tell);
    connect(m_browse, &QPushButton::clicked, this, &DestinationEditor::browse);
    showFields();
}

void DestinationEditor::layOut()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_kind);
    auto *folderRow = new QHBoxLayout;
    folderRow->addWidget(m_folder, 1);
    folderRow->addWidget(m_browse);
    column->addLayout(folderRow);
    column->addWidget(m_bucket);
    if (m_token)
        column->addWidget(m_token);
    column->addWidget(m_explanation);
    setFocusProxy(m_kind);
}

Destination DestinationEditor::destination() const
{
    const QString folder = m_folder->text().trimmed();
    return {.kind = static_cast<Destination::Kind>(m_kind->currentData().toInt()),
            .folder = folder.isEmpty() ? QString() : QDir::cleanPath(folder),
            .bucketFolder = m_bucket->text().trimmed()};
}

void DestinationEditor::setDestination(const Destination &destination)
{
    m_folder->setText(destination.folder);
    m_bucket->setText(destination.bucketFolder);
    const int index = m_kind->findData(static_cast<int>(destination.kind));
    m_kind->setCurrentIndex(std::max(index, 0));
}

QString DestinationEditor::problem() const
{
    const Destination chosen = destination();
    const QString problem = problemOf(chosen);
    if (!problem.isEmpty())
        return problem;
    return chosen.kind == Kind::Bucket && m_token && !m_token->isUsable()
        ? tr("Paste a token that holds.")
        : QString();
}

QString DestinationEditor::problemOf(const Destination &destination)
{
    if (needsFolder(destination.kind))
        return destination.folder.startsWith(u'/') ? QString()
                                                   : tr("Choose the folder for archives.");
    if (destination.kind != Kind::Bucket)
        return {};
    if (destination.bucketFolder.isEmpty())
        return tr("Name the bucket and its folder.");
    const Result<Location> folder = parseFolder(destination.bucketFolder, tr("The bucket folder"));
    return folder ? QString() : sentenceOrEnglish(folder.error().message) + u'.';
}

QString DestinationEditor::textOf(const Destination &destination)
{
    const QString name = tr(wordsOf(destination.kind).name);
    if (destination.kind == Kind::Beside)
        return name;
    const QString folder = destination.kind == Kind::Bucket
        ? destination.bucketFolder
        : QDir::toNativeSeparators(destination.folder);
    return folder.isEmpty() ? name : name + u": "_s + folder;
}

void DestinationEditor::showFields()
{
    const Destination::Kind kind = destination().kind;
    m_folder->setVisible(needsFolder(kind));
    m_browse->setVisible(needsFolder(kind));
    m_bucket->setVisible(kind == Kind::Bucket);
    if (m_token)
        m_token->setVisible(kind == Kind::Bucket);
    const char *explanation = wordsOf(kind).explanation;
    m_explanation->setText(*explanation == '\0' ? QString() : tr(explanation));
    m_explanation->setVisible(*explanation != '\0');
}

void DestinationEditor::browse()
{
    auto *dialog = new QFileDialog(this, tr("Folder for archives"), m_folder->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, m_folder, &QLineEdit::setText);
    dialog->open();
}

} // namespace createzoom
