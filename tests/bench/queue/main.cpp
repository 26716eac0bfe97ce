// SPDX-License-Identifier: GPL-3.0-or-later
// What the Redis engine costs: how soon an idle worker has a job, how fast jobs come and go with an
// empty and with a full queue, what a waiting job takes of the server's memory. Prints a table.
#include "core/redis/redisjobengine.h"
#include "tests/support/redisprocess.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QUuid>

#include <algorithm>
#include <cstdio>
#include <thread>
#include <vector>

using namespace createzoom;
using namespace createzoom::tests;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int manyJobs = 100'000;
constexpr int someJobs = 1'000;

NewJob job()
{
    return {
        .id = QUuid::createUuid().toString(QUuid::WithoutBraces),
        .request
        = {.source
           = {u"my-collaboration"_s,
              u"derivatives/sub-01/ses-2024-03/histology/HE-staining/coronal/section_s012_HE_10x_registered.tif"_s},
           .targetFolder = {u"my-collaboration"_s, u"zoom/sub-01"_s},
           .origin = Origin::Rest,
           .submitter = u"5f0c8a52-3a5c-4d7b-9d6e-0a1b2c3d4e5f"_s}};
}

qint64 usedMemory(const RedisProcess &server)
{
    for (const QByteArray &line : server.ask({u"INFO"_s, u"memory"_s}).split('\n')) {
        if (line.startsWith("used_memory:"))
            return line.mid(12).trimmed().toLongLong();
    }
    return 0;
}

/// Calls a second.
template<typename Call>
double rateOf(int times, Call call)
{
    QElapsedTimer time;
    time.start();
    for (int i = 0; i < times; ++i)
        call();
    return times * 1e9 / double(time.nsecsElapsed());
}

void submit(JobEngine &engine)
{
    const Result<Submitted> submitted = engine.submit(job());
    if (!submitted || submitted->outcome != Submitted::Outcome::Accepted)
        qFatal("a job is not accepted");
}

void claim(JobEngine &engine)
{
    const auto claim = engine.claim({Stage::Download}, u"bench"_s, 0ms);
    if (!claim || !*claim)
        qFatal("there is no job");
}

void measureLatency(JobEngine &engine)
{
    std::vector<double> milliseconds;
    for (int i = 0; i < 300; ++i) {
        QElapsedTimer time;
        qint64 taken = 0;
        std::jthread worker([&] {
            const auto claim = engine.claim({Stage::Download}, u"idle"_s, 10s);
            taken = time.nsecsElapsed();
            if (!claim || !*claim || !engine.complete(**claim, u"r"_s))
                qFatal("the job does not arrive");
        });
        std::this_thread::sleep_for(10ms); // so that it waits
        time.start();
        submit(engine);
        worker.join();
        milliseconds.push_back(double(taken) / 1e6);
    }
    std::sort(milliseconds.begin(), milliseconds.end());
    std::printf("| submit to claim, idle worker | median %.2f ms, 95 %% %.2f ms |\n",
                milliseconds[milliseconds.size() / 2],
                milliseconds[milliseconds.size() * 95 / 100]);
}

void measureRates(JobEngine &engine, const char *when)
{
    std::printf("| submits a second, one caller, %s | %.0f |\n", when, rateOf(someJobs, [&] {
                    submit(engine);
                }));
    std::printf("| claims a second, one caller, %s | %.0f |\n", when, rateOf(someJobs, [&] {
                    claim(engine);
                }));
    std::printf("| page of 100 jobs, %s | %.2f ms |\n", when, 1000 / rateOf(20, [&] {
                                                                  (void)engine.list({}, 0, 100);
                                                              }));
    std::printf("| counts of all states, %s | %.2f ms |\n", when, 1000 / rateOf(100, [&] {
                                                                      (void)engine.stats();
                                                                  }));
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const RedisProcess server;
    RedisAddress address;
    address.host = {u"127.0.0.1"_s, server.port()};
    const auto engine = RedisJobEngine::open(std::move(address), {.queueLimit = 10 * manyJobs});
    if (!engine)
        qFatal("%s", qPrintable(engine.error().message));
    std::printf("| | |\n|---|---|\n");
    measureLatency(**engine);
    measureRates(**engine, "empty queue");
    const qint64 before = usedMemory(server);
    for (int i = 0; i < manyJobs; ++i)
        submit(**engine);
    std::printf("| memory of a waiting job, without its token | %lld bytes |\n",
                (usedMemory(server) - before) / manyJobs);
    measureRates(**engine, "100,000 waiting");
    return 0;
}
