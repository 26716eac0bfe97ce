// SPDX-License-Identifier: GPL-3.0-or-later
// Who may use a data folder, and when it is free again.
#include "core/storage/enginelock.h"
#include "tests/support/resultvalue.h"

#include <QTemporaryDir>
#include <QTest>

#include <chrono>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace createzoom;
using namespace createzoom::tests;
using namespace Qt::Literals::StringLiterals;

class TestEngineLock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyOneHoldsIt();
    void childOfADeadHolderKeepsItForAMomentOnly();
};

void TestEngineLock::onlyOneHoldsIt()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"engine.lock"_s);
    {
        const Result<EngineLock> first = EngineLock::take(file);
        QVERIFY(first);

        const Result<EngineLock> second = EngineLock::take(file);
        QVERIFY(!second);
        QCOMPARE(second.error().code, ErrorCode::Unavailable);
    }
    QVERIFY(EngineLock::take(file));
}

/// A server that is killed while it starts a decoder: between fork and exec the child has all that
/// its parent had open.
void TestEngineLock::childOfADeadHolderKeepsItForAMomentOnly()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"engine.lock"_s);
    const pid_t holder = ::fork();
    if (holder == 0) {
        const Result<EngineLock> lock = EngineLock::take(file);
        if (::fork() == 0)
            std::this_thread::sleep_for(std::chrono::milliseconds(200));
        ::_exit(lock ? 0 : 1);
    }
    int status = 0;
    QCOMPARE(::waitpid(holder, &status, 0), holder);
    QVERIFY(WIFEXITED(status) && WEXITSTATUS(status) == 0);

    const Result<EngineLock> next = EngineLock::take(file);

    QVERIFY2(next, next ? "" : qPrintable(next.error().message));
}

QTEST_APPLESS_MAIN(TestEngineLock)
#include "tst_enginelock.moc"
