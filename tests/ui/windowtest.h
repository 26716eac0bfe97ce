// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobservice.h"
#include "tests/ui/fakeengine.h"
#include "tests/ui/samplejobs.h"
#include "ui/adding/addchoice.h"
#include "ui/details/detailspane.h"
#include "ui/filterpane.h"
#include "ui/jobcolumns.h"
#include "ui/jobtableview.h"
#include "ui/mainwindow.h"
#include "ui/messagebar.h"
#include "ui/windowactions.h"

#include <QMenu>
#include <QMenuBar>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace createzoom {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

/// A window in front of a fake engine, for tests that drive it. Base of test classes.
class WindowTest : public QObject
{
protected:
    void makeService()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_engine = std::make_unique<FakeEngine>();
        m_service = std::make_unique<JobService>(*m_engine, m_keys, systemClock());
        m_settings = std::make_unique<QSettings>(m_folder->filePath(u"settings.ini"_s),
                                                 QSettings::IniFormat);
        saveAddChoice(*m_settings, {}); // the sheet has been seen
    }

    std::unique_ptr<QTemporaryDir> m_folder{};
    std::unique_ptr<FakeEngine> m_engine{};
    SecretBox m_keys = *SecretBox::fromKeys(Secret("test:" + QByteArray(32, 'k').toBase64()));
    std::unique_ptr<JobService> m_service{};
    std::unique_ptr<QSettings> m_settings{};
    std::unique_ptr<MainWindow> m_window{};

    JobTableView *table() const { return m_window->findChild<JobTableView *>(); }
    FilterPane *filters() const { return m_window->findChild<FilterPane *>(); }
    DetailsPane *details() const { return m_window->findChild<DetailsPane *>(); }
    MessageBar *messages() const { return m_window->findChild<MessageBar *>(); }

    /// The window with these jobs in it.
    void show(const QList<Job> &jobs, qsizetype all = -1)
    {
        for (const Job &job : jobs)
            m_engine->put(job);
        m_window = std::make_unique<MainWindow>(*m_service, *m_settings, nullptr, QString(), 1ms);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QTRY_COMPARE(table()->model()->rowCount(), all < 0 ? jobs.size() : all);
        table()->sortByColumn(static_cast<int>(JobColumn::Name), Qt::AscendingOrder);
    }

    // Not selectRow(): that obeys the modifiers of the key pressed last.
    void select(int row)
    {
        table()->setFocus();
        table()->selectionModel()->setCurrentIndex(table()->model()->index(row, 0),
                                                   QItemSelectionModel::ClearAndSelect
                                                       | QItemSelectionModel::Rows);
    }

    QString shownState(int row) const
    {
        return table()->model()->index(row, static_cast<int>(JobColumn::State)).data().toString();
    }

    QStringList menuTexts() const
    {
        QStringList texts;
        for (const QAction *title : m_window->menuBar()->actions()) {
            for (const QAction *action : title->menu()->actions())
                texts << action->text().remove(u'&');
        }
        return texts;
    }
};

} // namespace createzoom
