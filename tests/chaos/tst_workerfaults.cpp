// SPDX-License-Identifier: GPL-3.0-or-later
// What breaks at a worker: its process, its disk, its clock, the program that decodes for it.
#include "tests/chaos/faulttest.h"
#include "tests/chaos/workerfaults.h"

using namespace createzoom::tests;

namespace {

const QList<FaultRow> faults{
    {"none", doing([](Cluster &) {})},
    {"worker kill -9, started again", doing(killAWorker), 50, 500, Version::Short},
    {"worker SIGTERM, started again", doing(endAWorker), 10, 500, Version::Short},
    {"worker kill -9, for good", workerDeath},
    {"worker SIGSTOP beyond its lease, SIGCONT", workerSleep},
    {"worker dies after PUT, before the job store knows", deathAfterPut, 10, 0, Version::Short},
    {"image whose decoder is killed each time (E_CRASH after the third)",
     poison,
     1,
     0,
     Version::Short},
    {"image whose worker is killed each time (E_CRASH after the third)",
     deadlyImage,
     1,
     0,
     Version::Short},
    {"disks of all workers full for 10 s", fullDisks, 1, 10'000},
    {"disks of all workers without a free inode for 10 s", disksWithoutInodes, 1, 10'000},
    {"work folders of all workers read-only for 10 s", readOnlyDisks, 1, 10'000},
    {"worker's clock jumps a day, every 200 ms", clockJumpsADay, 40, 200},
    {"worker's clock jumps decades, every 200 ms", clockJumps, 40, 200},
};

} // namespace

int main(int argc, char **argv)
{
    return runFaults(faults, argc, argv);
}
