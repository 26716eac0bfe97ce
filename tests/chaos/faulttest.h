// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/chaos/fault.h"

#include <QList>
#include <QObject>

namespace createzoom::tests {

/// CHAOS_VERSION=short in the environment: what sanitizer builds have time for.
bool isShortVersion();
/// A row of a table, with the head of it when another one was printed last.
void printRow(const QString &head, const QStringList &cells);
/// A row of the table of faults.
void printOutcome(const QString &fault,
                  const Outcome &outcome,
                  std::optional<double> takeover = {});

/// Runs faults one after the other. What must hold after each: every accepted job is completed (or
/// has failed with the error that it deserves), with its own archive; indexes, work folders and
/// tokens are gone; no log holds a token.
class FaultTest : public QObject
{
    Q_OBJECT

public:
    explicit FaultTest(QList<FaultRow> faults);

private Q_SLOTS:
    void whatWasAcceptedIsDone_data();
    void whatWasAcceptedIsDone();

private:
    const QList<FaultRow> m_faults;
};

/// What main() of a test is.
int runFaults(const QList<FaultRow> &faults, int argc, char **argv);

} // namespace createzoom::tests
