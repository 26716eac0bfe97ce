// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QDBusContext>
#include <QDBusMessage>
#include <QDBusUnixFileDescriptor>
#include <QObject>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>
#include <QVariantMap>

namespace createzoom::tests {

/// A bus of its own, as session and as system bus of this process; starts no service by itself.
/// Before anything asks for a bus.
class PrivateBus
{
public:
    PrivateBus();
    ~PrivateBus();

    bool isRunning() const { return !m_address.isEmpty(); }
    QDBusConnection connectAs(const QString &name) const; ///< another client than the product

private:
    QTemporaryDir m_folder{};
    QProcess m_daemon{};
    QString m_address{};
};

/// What a desktop shows.
class FakeNotifications : public QObject, protected QDBusContext
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    struct Shown
    {
        uint replaced = 0;
        QString title{};
        QString text{};
        QStringList actions{};
    };

    QList<Shown> shown{};
    bool isRefusing = false;

public Q_SLOTS:
    Q_SCRIPTABLE uint Notify(const QString &program,
                             uint replaced,
                             const QString &icon,
                             const QString &title,
                             const QString &text,
                             const QStringList &actions,
                             const QVariantMap &hints,
                             int timeout);

Q_SIGNALS:
    Q_SCRIPTABLE void ActionInvoked(uint id, const QString &action);
};

/// logind: a lock is a pipe whose other end is here.
class FakeLogind : public QObject, protected QDBusContext
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.login1.Manager")

public:
    ~FakeLogind() override;

    QString what{};
    QString mode{};
    bool isRefusing = false;
    int asked = 0;

    bool isHeld() const; ///< somebody has the latest lock open

public Q_SLOTS:
    Q_SCRIPTABLE QDBusUnixFileDescriptor Inhibit(const QString &what,
                                                 const QString &who,
                                                 const QString &why,
                                                 const QString &mode);

private:
    int m_readEnd = -1;
};

class FakeScreenSaver : public QObject, protected QDBusContext
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.ScreenSaver")

public:
    static constexpr uint cookie = 77;
    bool isRefusing = false;
    bool isSlow = false; ///< answers when answer() is called
    int asked = 0;
    QList<uint> held{};

    void answer(QDBusConnection bus);

public Q_SLOTS:
    Q_SCRIPTABLE uint Inhibit(const QString &program, const QString &reason);
    Q_SCRIPTABLE void UnInhibit(uint cookie);

private:
    QDBusMessage m_unanswered{};
};

} // namespace createzoom::tests
