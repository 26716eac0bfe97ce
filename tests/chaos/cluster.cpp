// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/chaos/cluster.h"

#include "tests/integration/sampleimages.h"

#include <QDeadlineTimer>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace createzoom::tests {

namespace {

constexpr int firstWidth = 1200;
constexpr int height = 900;
constexpr auto canary = "editor-token";

} // namespace

Cluster::Cluster(const QStringList &redisArguments)
    : m_redis(std::make_unique<RedisProcess>(redisArguments))
{
    qputenv("REDIS_URL", "redis://127.0.0.1:" + QByteArray::number(m_redis->port()));
    qputenv("CREATEZOOM_TOKEN_KEYS", "k1:" + QByteArray(32, 'k').toBase64());
}

Cluster::~Cluster()
{
    qunsetenv("REDIS_URL");
    qunsetenv("CREATEZOOM_TOKEN_KEYS");
}

bool Cluster::start()
{
    if (!m_redis->isRunning() || !m_service.bucket.makeBucket(u"b1"_s)
        || !m_service.startServer({u"--roles"_s, u"api"_s}))
        return false;
    for (int i = 0; i < workerCount; ++i) {
        m_workers.push_back(std::make_unique<ServerProcess>());
        if (!startWorker(i))
            return false;
    }
    return true;
}

bool Cluster::startWorker(int index)
{
    return worker(index).start(m_service.arguments({u"--worker"_s, u"--retry-delay"_s, u"1"_s}));
}

void Cluster::submit()
{
    const int number = submitted();
    const QString name = u"s%1.tif"_s.arg(number);
    m_service.put(name, tiffImage({firstWidth + number, height}, number));
    const QJsonObject body{{u"path"_s, u"b1/"_s + name},
                           {u"target_path"_s, u"b1/out"_s},
                           {u"token"_s, QString::fromLatin1(canary)}};
    const HttpReply reply = m_service.server.request(
        "POST", u"/deepzoom"_s, QJsonDocument(body).toJson(QJsonDocument::Compact));
    const QString id = reply.json().value(u"task_id").toString();
    if (id.isEmpty()) {
        ++m_refused;
        return;
    }
    m_ids << id;
    m_names << name;
}

bool Cluster::isCompleted(const QString &id)
{
    return m_service.server.status(id).value(u"status") == u"completed"_s;
}

void Cluster::waitForEnd(int seconds)
{
    const QDeadlineTimer deadline(seconds * 1000);
    for (const QString &id : m_ids) {
        while (!deadline.hasExpired()) {
            const QString status = m_service.server.status(id).value(u"status").toString();
            if (status == u"completed" || status == u"failed")
                break;
            QTest::qWait(50);
        }
    }
}

Outcome Cluster::outcome()
{
    Outcome outcome{.accepted = static_cast<int>(m_ids.size()), .refused = m_refused};
    for (qsizetype i = 0; i < m_ids.size(); ++i) {
        const QString archive = u"out/"_s + m_names[i] + u".dzip"_s;
        if (!isCompleted(m_ids[i])) {
            ++outcome.lost;
            continue;
        }
        const int number = QStringView(m_names[i]).mid(1).chopped(4).toInt();
        const QString file = m_service.objectFile(archive);
        if (dziSize(file) != QSize(firstWidth + number, height) || !judged(file).isEmpty())
            ++outcome.wrong;
        outcome.repeatedPuts += qMax(0, m_service.transfers("PUT", archive) - 1);
    }
    return outcome;
}

QStringList Cluster::leftOver()
{
    QStringList left;
    for (const char *index : {"{dz}:leases", "{dz}:held", "{dz}:delayed", "{dz}:q:download"}) {
        if (m_redis->ask({u"ZCARD"_s, QString::fromLatin1(index)}) != "0")
            left << QString::fromLatin1(index);
    }
    if (m_redis->storedBytes().contains(canary) || m_service.server.log().contains(canary))
        left << u"a token"_s;
    for (const auto &worker : m_workers) {
        left << worker->workFiles();
        if (worker->log().contains(canary))
            left << u"a token"_s;
    }
    return left;
}

int Cluster::holderOfSomeJob(QByteArray *job)
{
    for (const QByteArray &id :
         m_redis->ask({u"ZRANGE"_s, u"{dz}:leases"_s, u"0"_s, u"-1"_s}).split('\n')) {
        const QByteArray name = workerOf(id);
        for (int i = 0; i < workerCount && !name.isEmpty(); ++i) {
            if (worker(i).log().contains("Working as " + name)) {
                *job = id;
                return i;
            }
        }
    }
    return -1;
}

QByteArray Cluster::workerOf(const QByteArray &job)
{
    return m_redis->ask({u"HGET"_s, u"{dz}:task:"_s + QString::fromLatin1(job), u"worker"_s});
}

} // namespace createzoom::tests
