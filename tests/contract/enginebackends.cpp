// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/contract/enginebackends.h"

#include "core/storage/sqlitejobengine.h"

#include <QTemporaryDir>

namespace createzoom::tests {

namespace {

class SqliteStore : public EngineStore
{
public:
    Result<std::unique_ptr<JobEngine>> open(const EngineLimits &limits, const Clock &clock) override
    {
        auto engine = SqliteJobEngine::open(m_folder.path(), limits, clock);
        if (!engine)
            return engine.error();
        return std::unique_ptr<JobEngine>(std::move(*engine));
    }

private:
    QTemporaryDir m_folder{};
};

} // namespace

QList<EngineBackend> engineBackends()
{
    return {{"SQLite", [] {
                 return std::make_unique<SqliteStore>();
             }}};
}

} // namespace createzoom::tests
