// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/screenshots/desk.h"

#include "core/base/clock.h"
#include "tests/screenshots/labjobs.h"
#include "tests/screenshots/section.h"
#include "ui/adding/addchoice.h"
#include "ui/connections/connectionbox.h"
#include "ui/details/detailspane.h"
#include "ui/jobcolumns.h"
#include "ui/jobtableview.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

constexpr double madePart = 0.58; ///< of a picture that is being made

Result<std::unique_ptr<TileSource>> openPicture(const Job &job)
{
    if (job.state == JobState::Failed || job.state == JobState::Waiting)
        return Error{ErrorCode::NotFound, u"no picture"_s};
    const double part = job.state == JobState::Done ? 1 : madePart;
    return std::unique_ptr<TileSource>(std::make_unique<SectionTiles>(part));
}

} // namespace

Desk::Desk()
    : m_settings(m_folder.filePath(u"window.ini"_s), QSettings::IniFormat)
    , m_keys(*SecretBox::fromKeys(Secret("test:" + QByteArray(32, 'k').toBase64())))
    , m_service(m_engine, m_keys, systemClock(), openPicture)
{
    saveAddChoice(m_settings, {});
    m_connections = std::make_unique<Connections>(
        m_service,
        m_settings,
        m_folder.filePath(u"tokens.json"_s),
        [this](const QString &, Secret) {
            return OpenedServer{std::shared_ptr<JobBoard>(std::shared_ptr<void>(), &m_service), [] {
                                }};
        });
}

Desk::~Desk() = default;

void Desk::openWindow()
{
    const Connection connection = m_connections->current();
    m_window = std::make_unique<MainWindow>(
        *connection.board, m_settings, nullptr, m_folder.path(), std::chrono::milliseconds(50));
    m_window->setConnectionWidget(new ConnectionBox(*m_connections, m_window.get()));
    if (!connection.isLocal)
        m_window->setServer(connection.name);
    m_window->setRestAddress(connection.isLocal ? u"http://127.0.0.1:8000"_s : connection.address);
    m_window->resize(1280, 800);
    m_window->show();
    QTest::qWait(400);
}

void Desk::work()
{
    constexpr int step = 200;
    for (int i = 0; i < 15; ++i) {
        advance(m_engine, step);
        QTest::qWait(step);
    }
}

void Desk::select(const QString &name)
{
    auto *table = m_window->findChild<JobTableView *>();
    for (int row = 0; row < table->model()->rowCount(); ++row) {
        const QModelIndex index = table->model()->index(row, static_cast<int>(JobColumn::Name));
        if (index.data().toString() != name)
            continue;
        table->setFocus();
        table->selectionModel()->setCurrentIndex(
            index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        table->scrollTo(index, QAbstractItemView::PositionAtCenter);
        return;
    }
    qFatal("there is no job of that name");
}

void Desk::openTab(int tab)
{
    m_window->findChild<DetailsPane *>()->openTab(DetailsPane::Tab(tab));
}

} // namespace createzoom
