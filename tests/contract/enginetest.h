// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/contract/enginefixture.h"

#include <QObject>
#include <QTest>

namespace createzoom::tests {

/// What the tests of the contract have in common: they run once for each backend, each test with a
/// store of its own.
class EngineTest : public QObject
{
    Q_OBJECT

protected:
    explicit EngineTest(const EngineLimits &limits = {})
        : m_limits(limits)
    {}

    std::unique_ptr<EngineFixture> f;

private:
    const EngineLimits m_limits;

private Q_SLOTS:
    void initTestCase_data()
    {
        QTest::addColumn<EngineBackend>("backend");
        for (const EngineBackend &backend : engineBackends())
            QTest::newRow(backend.name) << backend;
    }
    void init()
    {
        QFETCH_GLOBAL(EngineBackend, backend);
        f = std::make_unique<EngineFixture>(backend, m_limits);
        QVERIFY(f->engine);
    }
    void cleanup() { f.reset(); }
};

} // namespace createzoom::tests
