// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"
#include "ui/connections/connections.h"

#include <QDialog>

#include <optional>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace createzoom {

class ServerTest;

/// Adds a server or changes one: name, address, token. [Test] asks the server and says what is
/// wrong; [Connect] saves and shows its jobs. GUI thread; `connections` outlives it.
class ServerDialog : public QDialog
{
    Q_OBJECT

public:
    /// `index`: of the server to be changed; nullopt: a new one.
    explicit ServerDialog(Connections &connections,
                          std::optional<int> index = {},
                          QWidget *parent = nullptr);
    ~ServerDialog() override;

private:
    QWidget *makeForm();
    QWidget *makeButtons();
    void fill();
    void showHints();
    void test();
    void showOutcome(const Result<void> &outcome);
    void connectToServer();
    void removeServer();
    /// The address in its one form; shows why there is none.
    std::optional<QString> address();
    void say(const QString &mark, const QString &sentence);

    Connections &m_connections;
    const std::optional<int> m_index;
    ServerTest *m_test = nullptr;
    QLineEdit *m_name = nullptr;
    QLineEdit *m_url = nullptr;
    QLineEdit *m_token = nullptr;
    QCheckBox *m_keep = nullptr;
    QLabel *m_hint = nullptr;
    QLabel *m_outcome = nullptr;
    QPushButton *m_testButton = nullptr;
    QPushButton *m_connectButton = nullptr;
};

} // namespace createzoom
