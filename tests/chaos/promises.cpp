// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/chaos/promises.h"

#include "tests/integration/sampleimages.h"

#include <QDeadlineTimer>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace createzoom::tests {

namespace {

constexpr QSize smallest{1200, 900};
constexpr QSize doomed{4000, 3000};
constexpr int pollMilliseconds = 50;

QString archiveOf(const QString &image)
{
    return u"out/"_s + image + u".dzip"_s;
}

} // namespace

QString Promises::post(const Job &job)
{
    m_service.put(job.image, tiffImage(job.size, submitted()));
    const QJsonObject body{{u"path"_s, u"b1/"_s + job.image},
                           {u"target_path"_s, u"b1/out"_s},
                           {u"token"_s, QString::fromLatin1(canary)}};
    const HttpReply reply = m_service.server.request(
        "POST", u"/deepzoom"_s, QJsonDocument(body).toJson(QJsonDocument::Compact));
    const QString id = reply.json().value(u"task_id").toString();
    m_refused += id.isEmpty() ? 1 : 0;
    if (!id.isEmpty())
        m_jobs << Job{id, job.image, job.size, job.errorCode};
    return id;
}

void Promises::submit()
{
    const int number = submitted();
    post({.image = u"s%1.tif"_s.arg(number), .size = smallest + QSize(number, 0)});
}

QString Promises::submitDoomed(const QString &name, const QString &code)
{
    return post({.image = name, .size = doomed, .errorCode = code});
}

bool Promises::hasEnded(const QString &id)
{
    const QString status = m_service.server.status(id).value(u"status").toString();
    return status == u"completed" || status == u"failed";
}

void Promises::waitForEnd(int seconds)
{
    const QDeadlineTimer deadline(seconds * 1000);
    for (const Job &job : m_jobs) {
        while (!deadline.hasExpired() && !hasEnded(job.id))
            QTest::qWait(pollMilliseconds);
    }
}

int Promises::dropForgotten()
{
    return static_cast<int>(m_jobs.removeIf([this](const Job &job) {
        return m_service.server.request("GET", u"/deepzoom/status/"_s + job.id).status == 404;
    }));
}

bool Promises::isAsPromised(const Job &job)
{
    const HttpReply reply
        = m_service.server.request("GET", u"/api/v1/jobs/"_s + job.id, {}, canary);
    const QJsonObject found = reply.json();
    if (job.errorCode.isEmpty())
        return found.value(u"state") == u"done"_s;
    return found.value(u"state") == u"failed"_s
        && found.value(u"error").toObject().value(u"code") == job.errorCode;
}

Outcome Promises::outcome()
{
    Outcome outcome{.accepted = static_cast<int>(m_jobs.size()), .refused = m_refused};
    const QHash<QString, int> puts = m_service.transfers("PUT");
    QStringList archives;
    for (const Job &job : m_jobs) {
        const QString archive = archiveOf(job.image);
        outcome.repeatedPuts += qMax(0, puts.value(archive) - 1);
        if (!isAsPromised(job)) {
            ++outcome.lost;
            qWarning("%s: %s",
                     qPrintable(job.image),
                     m_service.server.request("GET", u"/api/v1/jobs/"_s + job.id, {}, canary)
                         .body.constData());
        } else if (job.errorCode.isEmpty()) {
            const QString file = m_service.objectFile(archive);
            archives << file;
            outcome.wrong += dziSize(file) == job.size && puts.value(archive) > 0 ? 0 : 1;
        }
    }
    const QStringList wrong = rejected(archives);
    for (const QString &file : wrong)
        qWarning("no archive: %s", qPrintable(file));
    outcome.wrong += static_cast<int>(wrong.size());
    return outcome;
}

} // namespace createzoom::tests
