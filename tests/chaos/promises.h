// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/integration/servicefixture.h"

#include <QList>
#include <QSize>
#include <QString>

namespace createzoom::tests {

/// The right that every job of these tests is given; found in a log or a store, it has leaked.
inline constexpr auto canary = "editor-token";

/// What became of the jobs.
struct Outcome
{
    int accepted = 0; ///< answered 202
    int refused = 0; ///< answered 503: nobody was promised anything
    int lost = 0; ///< accepted, and not ended as it should
    int wrong = 0; ///< completed, and the object is not its own, was never put, or is no archive
    int repeatedPuts = 0; ///< uploads beyond one a job
};

/// Jobs that a server accepted, and what it owes for them. Every image has a width of its own, so
/// an archive tells whose it is. Main thread only.
class Promises
{
public:
    explicit Promises(ServiceFixture &service)
        : m_service(service)
    {}

    /// Makes another image and POSTs a job for it.
    void submit();
    /// The same, of an image that takes longer and must end with the error `code`.
    QString submitDoomed(const QString &name, const QString &code);
    int submitted() const { return static_cast<int>(m_jobs.size()) + m_refused; }
    int refused() const { return m_refused; }

    /// Waits until all accepted jobs have ended, at most so long.
    void waitForEnd(int seconds);
    bool hasEnded(const QString &id);
    /// Forgets, and counts, accepted jobs that the server does not know any more.
    int dropForgotten();
    Outcome outcome();

private:
    struct Job
    {
        QString id{};
        QString image{};
        QSize size{};
        QString errorCode{}; ///< that it must end with; empty: completed
    };

    QString post(const Job &job);
    bool isAsPromised(const Job &job);

    ServiceFixture &m_service;
    QList<Job> m_jobs{};
    int m_refused = 0;
};

} // namespace createzoom::tests
