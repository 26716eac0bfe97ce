// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/contract/enginefixture.h"

#include <QTest>

namespace createzoom::tests {

/// What a worker may say of its claim.
using Settle = std::function<Result<Fence>(JobEngine &, const Claim &)>;

/// A column "settle" with all of them, but that the job is complete.
inline void addSettlingsButComplete()
{
    QTest::addColumn<Settle>("settle");
    QTest::newRow("advance") << Settle(
        [](JobEngine &e, const Claim &c) { return e.advance(c, Stage::Process, {}); });
    QTest::newRow("fail") << Settle([](JobEngine &e, const Claim &c) {
        return e.fail(c, {ErrorCode::Damaged, QStringLiteral("stale")}, {});
    });
    QTest::newRow("fail and retry") << Settle([](JobEngine &e, const Claim &c) {
        return e.fail(c, {ErrorCode::Network, QStringLiteral("stale")}, std::chrono::seconds(1));
    });
    QTest::newRow("fail as cancelled")
        << Settle([](JobEngine &e, const Claim &c) { return e.fail(c, cancelledError(), {}); });
    QTest::newRow("release") << Settle([](JobEngine &e, const Claim &c) { return e.release(c); });
    QTest::newRow("block") << Settle([](JobEngine &e, const Claim &c) {
        return e.release(
            c, Error{ErrorCode::DiskFull, QStringLiteral("stale")}, std::chrono::seconds(1));
    });
    QTest::newRow("send back") << Settle(
        [](JobEngine &e, const Claim &c) { return e.sendBack(c, Stage::Download); });
}

/// A column "settle" with those after which nobody holds the job, named by the state it is in.
inline void addSettlingsThatLetGo()
{
    QTest::addColumn<Settle>("settle");
    QTest::newRow("waiting") << Settle([](JobEngine &e, const Claim &c) { return e.release(c); });
    QTest::newRow("retry_wait") << Settle([](JobEngine &e, const Claim &c) {
        return e.fail(c, {ErrorCode::Network, QStringLiteral("cut")}, std::chrono::seconds(1));
    });
    QTest::newRow("blocked") << Settle([](JobEngine &e, const Claim &c) {
        return e.release(
            c, Error{ErrorCode::DiskFull, QStringLiteral("full")}, std::chrono::seconds(1));
    });
}

} // namespace createzoom::tests

Q_DECLARE_METATYPE(createzoom::tests::Settle)
