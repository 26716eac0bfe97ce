// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <memory>

namespace createzoom {

/// SIGINT and SIGTERM as a Qt signal, by signalfd. Lives on the main thread; one for each process.
/// Construct it before any other thread starts, the application object's own included, because only
/// threads that come after have the signals blocked.
class UnixSignals : public QObject
{
    Q_OBJECT

public:
    explicit UnixSignals(QObject *parent = nullptr);
    ~UnixSignals() override;

    /// Begins to tell; needs the application object, whose event loop it uses.
    void listen();

Q_SIGNALS:
    void terminationRequested();

private:
    void readSignal();

    int m_descriptor = -1;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace createzoom
