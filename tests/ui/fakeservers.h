// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobservice.h"
#include "tests/ui/fakeengine.h"
#include "ui/connections/connections.h"

#include <QAbstractButton>
#include <QDialog>
#include <QLineEdit>
#include <QSettings>
#include <QTemporaryDir>

#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>

namespace createzoom {

using namespace Qt::Literals::StringLiterals;

inline SecretBox testKeys()
{
    return *SecretBox::fromKeys(Secret("test:" + QByteArray(32, 'k').toBase64()));
}

/// A server that answers with `m_answer`, or is silent until it is cut off.
class FakeServer
{
public:
    explicit FakeServer(JobService &service)
        : m_service(service)
    {}

    void silence() { m_isSilent = true; }

    Result<QueueState> queue(const Result<QueueState> &answer)
    {
        std::unique_lock lock(m_mutex);
        m_cut.wait(lock, [this] { return m_isCutOff || !m_isSilent; });
        return m_isCutOff ? Result<QueueState>(cancelledError()) : answer;
    }
    void cutOff()
    {
        const std::lock_guard lock(m_mutex);
        m_isCutOff = true;
        m_cut.notify_all();
    }
    bool isCutOff()
    {
        const std::lock_guard lock(m_mutex);
        return m_isCutOff;
    }
    JobService &service() { return m_service; }

private:
    JobService &m_service;
    std::atomic<bool> m_isSilent = false;
    std::mutex m_mutex{}; ///< guards m_isCutOff
    std::condition_variable m_cut{};
    bool m_isCutOff = false;
};

class FakeBoard : public JobBoard
{
public:
    FakeBoard(std::shared_ptr<FakeServer> server, const Result<QueueState> &answer)
        : m_server(std::move(server))
        , m_answer(answer)
    {}

    Result<Submitted> submit(JobRequest request,
                             const Secret &token,
                             const std::optional<IdempotencyKey> &key) override
    {
        return jobs().submit(std::move(request), token, key);
    }
    Result<JobChanges> changes(qint64 since, int limit) override
    {
        return jobs().changes(since, limit);
    }
    Result<CancelOutcome> cancel(const QString &id) override { return jobs().cancel(id); }
    Result<void> retry(const QString &id, const Secret &token) override
    {
        return jobs().retry(id, token);
    }
    Result<void> remove(const QString &id) override { return jobs().remove(id); }
    Result<void> pause(const QString &id) override { return jobs().pause(id); }
    Result<void> resume(const QString &id) override { return jobs().resume(id); }
    Result<void> move(const QString &id, QueueMove where) override
    {
        return jobs().move(id, where);
    }
    Result<void> setOptions(const QString &id, const ConversionOptions &options) override
    {
        return jobs().setOptions(id, options);
    }
    Result<QueueState> queue() override { return m_server->queue(m_answer); }
    Result<void> setQueuePaused(bool paused) override { return jobs().setQueuePaused(paused); }
    Result<QList<WorkerInfo>> workers() override { return jobs().workers(); }
    Result<QStringList> log(const QString &id) override { return jobs().log(id); }
    Result<std::unique_ptr<TileSource>> preview(const QString &id) override
    {
        return jobs().preview(id);
    }

private:
    JobService &jobs() { return m_server->service(); }

    const std::shared_ptr<FakeServer> m_server;
    const Result<QueueState> m_answer;
};

/// This computer and servers in memory, with settings and tokens in a folder of its own.
struct Desk
{
    Desk() { connections = make(); }

    std::unique_ptr<Connections> make()
    {
        return std::make_unique<Connections>(
            service, settings, tokenFile(), [this](const QString &url, Secret token) {
                server = std::make_shared<FakeServer>(service);
                if (isSilent)
                    server->silence();
                opened << url + u' ' + QString::fromUtf8(token.expose());
                return OpenedServer{std::make_shared<FakeBoard>(server, answer), [asked = server] {
                                        asked->cutOff();
                                    }};
            });
    }
    /// As after a restart of the program.
    void reopen()
    {
        connections.reset();
        connections = make();
    }
    QString tokenFile() const { return folder.filePath(u"config/tokens.json"_s); }
    void add(const QString &name, ServerTokens::Keep keep = ServerTokens::Keep::InMemory) const
    {
        connections->save({name, u"https://"_s + name}, Secret("t"), keep);
    }

    QTemporaryDir folder{};
    QSettings settings{folder.filePath(u"window.ini"_s), QSettings::IniFormat};
    FakeEngine engine{};
    SecretBox keys = testKeys();
    JobService service{engine, keys, systemClock()};
    Result<QueueState> answer = QueueState{};
    bool isSilent = false;
    QStringList opened{};
    std::shared_ptr<FakeServer> server{};
    std::unique_ptr<Connections> connections{};
};

inline QLineEdit *edit(const QDialog &dialog, int index)
{
    return dialog.findChildren<QLineEdit *>().at(index);
}

inline QAbstractButton *button(const QDialog &dialog, const QString &text)
{
    for (QAbstractButton *each : dialog.findChildren<QAbstractButton *>()) {
        if (each->text().remove(u'&') == text)
            return each;
    }
    return nullptr;
}

} // namespace createzoom
