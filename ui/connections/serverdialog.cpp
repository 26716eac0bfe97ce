// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/serverdialog.h"

#include "core/transfer/remotejobs.h"
#include "ui/connections/servertest.h"
#include "ui/sentences.h"

#include <QAction>
#include <QCheckBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

constexpr int dialogWidth = 520;

/// What travels so can be read by who is between.
bool isReadableOnTheWay(const QString &address)
{
    const QUrl url(address);
    const QString host = url.host();
    const bool isHere = host == u"localhost" || host == u"::1" || host.startsWith(u"127.");
    return url.scheme() == u"http" && !isHere;
}

QLabel *wrappedLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText); // a server's words are no markup
    return label;
}

} // namespace

ServerDialog::ServerDialog(Connections &connections, std::optional<int> index, QWidget *parent)
    : QDialog(parent)
    , m_connections(connections)
    , m_index(index)
    , m_test(new ServerTest(this))
{
    setWindowTitle(index ? tr("Change a server") : tr("Add a server"));
    setMinimumWidth(dialogWidth);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(makeForm());
    m_outcome = wrappedLabel(this);
    m_outcome->setAccessibleName(tr("Outcome of the test"));
    m_outcome->setMinimumHeight(2 * fontMetrics().lineSpacing());
    layout->addWidget(m_outcome);
    layout->addStretch();
    layout->addWidget(makeButtons());
    fill();
    showHints();
    for (QLineEdit *edit : {m_name, m_url, m_token})
        connect(edit, &QLineEdit::textChanged, this, &ServerDialog::showHints);
    connect(m_test, &ServerTest::answered, this, &ServerDialog::showOutcome);
}

ServerDialog::~ServerDialog() = default;

QWidget *ServerDialog::makeForm()
{
    auto *form = new QWidget(this);
    auto *layout = new QFormLayout(form);
    layout->setContentsMargins(0, 0, 0, 0);
    m_url = new QLineEdit(form);
    m_url->setPlaceholderText(u"https://zoom.example.org"_s);
    m_token = new QLineEdit(form);
    m_token->setEchoMode(QLineEdit::Password);
    m_token->setToolTip(tr("That of an administrator: a server shows its jobs to nobody else"));
    m_name = new QLineEdit(form);
    m_keep = new QCheckBox(tr("&Keep the token on this computer"), form);
    const QString file = QDir::toNativeSeparators(m_connections.tokens().file());
    m_keep->setToolTip(tr("In a file that nobody else may read: %1").arg(file));
    auto *kept = wrappedLabel(form);
    kept->setText(tr("Otherwise it is forgotten when CreateZoom is closed. It is kept as plain "
                     "text in a file that only you can read."));
    m_hint = wrappedLabel(form);
    layout->addRow(tr("&Address:"), m_url);
    layout->addRow(tr("&Token:"), m_token);
    layout->addRow(QString(), m_keep);
    layout->addRow(QString(), kept);
    layout->addRow(tr("&Name:"), m_name);
    layout->addRow(QString(), m_hint);
    return form;
}

QWidget *ServerDialog::makeButtons()
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Cancel)->setIcon({}); // as in the other dialogs
    m_connectButton = buttons->addButton(tr("&Connect"), QDialogButtonBox::AcceptRole);
    m_connectButton->setDefault(true);
    m_testButton = buttons->addButton(tr("Te&st"), QDialogButtonBox::ResetRole);
    m_testButton->setAutoDefault(false);
    connect(m_testButton, &QPushButton::clicked, this, &ServerDialog::test);
    connect(buttons, &QDialogButtonBox::accepted, this, &ServerDialog::connectToServer);
    connect(buttons, &QDialogButtonBox::rejected, this, &ServerDialog::reject);
    if (m_index) {
        QPushButton *remove = buttons->addButton(tr("&Remove"), QDialogButtonBox::ResetRole);
        remove->setToolTip(tr("Forgets this server and its token; its jobs go on"));
        remove->setAutoDefault(false);
        connect(remove, &QPushButton::clicked, this, &ServerDialog::removeServer);
    }
    return buttons;
}

void ServerDialog::fill()
{
    if (!m_index)
        return;
    const SavedServer server = m_connections.servers().at(*m_index);
    m_name->setText(server.name);
    m_url->setText(server.url);
    m_token->setText(QString::fromUtf8(m_connections.tokens().of(server.url).expose()));
    m_keep->setChecked(m_connections.tokens().isKept(server.url));
    if (m_token->text().isEmpty())
        m_token->setFocus();
}

void ServerDialog::showHints()
{
    const Result<QByteArray> url = normalServerUrl(m_url->text());
    const QString address = url ? QString::fromUtf8(*url) : QString();
    m_name->setPlaceholderText(QUrl(address).host());
    m_hint->setText(isReadableOnTheWay(address)
                        ? tr("⚠ Without https others can read the token on its way.")
                        : QString());
    const bool isComplete
        = !m_url->text().trimmed().isEmpty() && !m_token->text().trimmed().isEmpty();
    for (QPushButton *button : {m_testButton, m_connectButton}) {
        button->setEnabled(isComplete);
        button->setToolTip(isComplete ? QString() : tr("An address and a token are needed"));
    }
    m_test->stop(); // its answer would be one to something else
    m_outcome->clear();
}

std::optional<QString> ServerDialog::address()
{
    const Result<QByteArray> url = normalServerUrl(m_url->text());
    if (url)
        return QString::fromUtf8(*url);
    say(u"✖"_s, sentenceOrEnglish(url.error().message));
    m_url->setFocus();
    return std::nullopt;
}

void ServerDialog::test()
{
    const std::optional<QString> url = address();
    if (!url)
        return;
    say(u"…"_s, tr("Asking the server"));
    m_testButton->setEnabled(false);
    m_test->ask(m_connections.open(*url, Secret(m_token->text().trimmed().toUtf8())));
}

void ServerDialog::showOutcome(const Result<void> &outcome)
{
    say(outcome ? u"✔"_s : u"✖"_s, testSentence(outcome));
    m_testButton->setEnabled(true);
}

void ServerDialog::connectToServer()
{
    const std::optional<QString> url = address();
    if (!url)
        return;
    const QString name = m_name->text().trimmed();
    const ServerTokens::Keep keep
        = m_keep->isChecked() ? ServerTokens::Keep::OnDisk : ServerTokens::Keep::InMemory;
    const SavedServer server{name.isEmpty() ? QUrl(*url).host() : name, *url};
    Secret token(m_token->text().trimmed().toUtf8());
    accept(); // first: the window below may be another one then
    m_connections.save(server, std::move(token), keep, m_index);
}

void ServerDialog::removeServer()
{
    reject();
    m_connections.remove(*m_index);
}

void ServerDialog::say(const QString &mark, const QString &sentence)
{
    m_outcome->setText(mark + u' ' + sentence);
}

} // namespace createzoom
