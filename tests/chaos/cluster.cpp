// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/chaos/cluster.h"

using namespace Qt::Literals::StringLiterals;

namespace createzoom::tests {

namespace {

const QString loopback = u"127.0.0.1"_s;

/// What indexes and counts hold of jobs not ended, and tokens that are not erased.
const QString leftInRedis = uR"(
  local left = {}
  for _, key in ipairs(redis.call('KEYS', '{dz}:*')) do
    local name = string.sub(key, 6)
    local isIndex = string.match(name, '^q:') or name == 'leases' or name == 'held' or name == 'delayed'
    local isToken = string.match(name, '^tok:') and redis.call('STRLEN', key) > 0
    if isIndex or isToken then left[#left + 1] = name end
  end
  for _, state in ipairs({'waiting', 'running', 'stopping', 'paused', 'retry_wait', 'blocked'}) do
    local count = redis.call('HGET', '{dz}:stat', state) or '0'
    if count ~= '0' then left[#left + 1] = state .. ':' .. count end
  end
  for _, count in ipairs(redis.call('HVALS', '{dz}:running')) do
    if count ~= '0' then left[#left + 1] = 'running by user:' .. count end
  end
  return table.concat(left, ' '))"_s;

const QString mostCrashesInRedis = uR"(
  local most = 0
  for _, key in ipairs(redis.call('KEYS', '{dz}:task:*')) do
    most = math.max(most, tonumber(redis.call('HGET', key, 'crashes')) or 0)
  end
  return most)"_s;

} // namespace

QStringList unwelcomeIn(const QByteArray &log)
{
    QStringList found;
    for (const char *text : {canary, "Sanitizer:", "runtime error:"}) {
        if (const qsizetype at = log.indexOf(text); at >= 0)
            found << QString::fromUtf8(log.mid(at, 2000));
    }
    return found;
}

Cluster::Cluster(const ClusterOptions &options)
    : m_options(options)
    , m_redis(std::make_unique<RedisProcess>(options.redis))
    , m_service(options.bucket)
{}

bool Cluster::start()
{
    const auto prepare = [this](ServerProcess &process, const QString &address) {
        process.setVariable(u"REDIS_URL"_s, u"redis://%1:%2"_s.arg(address).arg(m_redis->port()));
        process.setVariable(u"CREATEZOOM_TOKEN_KEYS"_s,
                            u"k1:"_s + QString::fromLatin1(QByteArray(32, 'k').toBase64()));
        for (auto set = m_options.variables.cbegin(); set != m_options.variables.cend(); ++set)
            process.setVariable(set.key(), set.value());
    };
    prepare(server(), loopback);
    if (!m_redis->isRunning() || !m_service.bucket.makeBucket(u"b1"_s)
        || !m_service.startServer({u"--roles"_s, u"api"_s}))
        return false;
    for (int i = 0; i < workerCount; ++i) {
        const WorkerPlace place = m_options.places.value(i);
        prepare(worker(i), place.address.isEmpty() ? loopback : place.address);
        for (auto set = place.variables.cbegin(); set != place.variables.cend(); ++set)
            worker(i).setVariable(set.key(), set.value());
        worker(i).setLauncher(place.launcher);
        worker(i).setDataFolder(place.dataFolder);
        if (!startWorker(i))
            return false;
    }
    return true;
}

QStringList Cluster::workerArguments(int index) const
{
    QStringList arguments = m_service.arguments({u"--worker"_s, u"--retry-delay"_s, u"1"_s});
    if (const QString address = m_options.places.value(index).address; !address.isEmpty())
        arguments.replaceInStrings(loopback, address);
    return arguments;
}

bool Cluster::startWorker(int index)
{
    return worker(index).start(workerArguments(index));
}

QByteArray Cluster::workerOf(const QByteArray &job)
{
    return m_redis->ask({u"HGET"_s, u"{dz}:task:"_s + QString::fromLatin1(job), u"worker"_s});
}

QList<QByteArray> Cluster::heldBy(int index)
{
    const QByteArray log = worker(index).log();
    QList<QByteArray> held;
    for (const QByteArray &id :
         m_redis->ask({u"ZRANGE"_s, u"{dz}:leases"_s, u"0"_s, u"-1"_s}).split('\n')) {
        const QByteArray name = workerOf(id);
        if (!name.isEmpty() && log.contains("Working as " + name))
            held << id;
    }
    return held;
}

int Cluster::mostCrashes()
{
    return m_redis->ask({u"EVAL"_s, mostCrashesInRedis, u"0"_s}).toInt();
}

QStringList Cluster::leftOver()
{
    QStringList left;
    if (const QByteArray keys = m_redis->ask({u"EVAL"_s, leftInRedis, u"0"_s}); !keys.isEmpty())
        left << QString::fromLatin1(keys);
    if (m_redis->storedBytes().contains(canary))
        left << u"a token in Redis' files"_s;
    left << unwelcomeIn(server().log());
    for (ServerProcess &worker : m_workers)
        left << worker.workFiles() << unwelcomeIn(worker.log());
    return left;
}

} // namespace createzoom::tests
