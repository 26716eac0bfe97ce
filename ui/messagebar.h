// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QWidget>

#include <functional>

class QLabel;
class QVBoxLayout;

namespace createzoom {

class MessageLine;

/// A message above the table: what happened, why, what can be done about it.
struct Message
{
    enum class Kind { Information, Warning, Error };
    struct Button
    {
        QString text{};
        std::function<void()> act{};
    };

    Kind kind = Kind::Information;
    QString text{};
    QString topic{}; ///< replaces an earlier one of the same topic; empty: of none
    QList<Button> buttons{}; ///< each closes the message too
};

/// The messages above the table, the latest first: three, and how many more there are. Each stays
/// until it is closed, replaced or no longer true. GUI thread.
class MessageBar : public QWidget
{
    Q_OBJECT

public:
    using Kind = Message::Kind;

    explicit MessageBar(QWidget *parent = nullptr);

    void post(const Message &message);
    void showMessage(Kind kind, const QString &text) { post({kind, text, {}, {}}); }
    void closeTopic(const QString &topic);
    QString text() const; ///< of the latest

private:
    void closeLine(MessageLine *line);
    void fit();

    QVBoxLayout *m_column = nullptr;
    QLabel *m_more = nullptr;
    QList<MessageLine *> m_lines{}; ///< the latest first
};

} // namespace createzoom
