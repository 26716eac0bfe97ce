// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobservice.h"
#include "tests/ui/fakeengine.h"
#include "ui/connections/connections.h"
#include "ui/mainwindow.h"

#include <QSettings>
#include <QTemporaryDir>

#include <memory>

namespace createzoom {

/// The window in front of jobs in memory, with a folder of its own for what it remembers.
class Desk
{
public:
    Desk();
    ~Desk();

    FakeEngine &engine() { return m_engine; }
    QSettings &settings() { return m_settings; }
    Connections &connections() { return *m_connections; }
    MainWindow &window() { return *m_window; }

    void openWindow();
    /// Until the window has shown the speeds of what runs.
    void work();
    void select(const QString &name);
    void openTab(int tab);

private:
    QTemporaryDir m_folder{};
    QSettings m_settings;
    FakeEngine m_engine{};
    SecretBox m_keys;
    JobService m_service;
    std::unique_ptr<Connections> m_connections{};
    std::unique_ptr<MainWindow> m_window{};
};

} // namespace createzoom
