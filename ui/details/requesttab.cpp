// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/details/requesttab.h"

#include "core/base/logging.h"
#include "ui/errortext.h"
#include "ui/joblist.h"

#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

QJsonObject requestOf(const Job &job)
{
    return {{u"path"_s, job.request.source.text()},
            {u"target_path"_s, job.request.targetFolder.text()},
            {u"token"_s, u"$TOKEN"_s}};
}

QJsonObject answerOf(const Job &job)
{
    QJsonObject answer{{u"task_id"_s, job.id},
                       {u"state"_s, stateName(job.state)},
                       {u"step"_s, stageName(job.stage)},
                       {u"progress"_s, static_cast<int>(job.progress)}};
    if (!job.result.isEmpty())
        answer.insert(u"result"_s, masked(job.result));
    if (job.error)
        answer.insert(u"error"_s,
                      QJsonObject{{u"code"_s, errorName(job.error->code)},
                                  {u"message"_s, masked(job.error->message)}});
    return answer;
}

QString pretty(const QJsonObject &json)
{
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Indented));
}

/// For a shell: in single quotes, those within left for a moment; the token from the environment.
QString curlOf(const QString &address, const QJsonObject &request)
{
    QString body = QString::fromUtf8(QJsonDocument(request).toJson(QJsonDocument::Compact));
    body.replace(u"'"_s, u"'\\''"_s);
    body.replace(u"$TOKEN"_s, u"'\"$TOKEN\"'"_s);
    return u"curl -s %1/deepzoom -d '%2'"_s.arg(address, body);
}

} // namespace

RequestTab::RequestTab(QWidget *parent)
    : QWidget(parent)
    , m_text(new QPlainTextEdit(this))
{
    m_text->setReadOnly(true);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setTabChangesFocus(true);
    m_text->setAcceptDrops(false);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setAccessibleName(tr("Request and answer"));
    auto *curl = new QPushButton(tr("Copy as &curl"), this);
    curl->setToolTip(tr("Copy a command that sends such a job; the token is taken from $TOKEN"));
    connect(curl, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_curl);
    });
    auto *row = new QHBoxLayout;
    row->setContentsMargins(8, 4, 8, 4);
    row->addStretch(1);
    row->addWidget(curl);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(row);
    column->addWidget(m_text, 1);
}

void RequestTab::showRow(const JobRow &row)
{
    const QJsonObject request = requestOf(row.job);
    m_curl = curlOf(m_address.isEmpty() ? u"http://127.0.0.1:8000"_s : m_address, request);
    const QString text = u"POST /deepzoom\n"_s + pretty(request) + u"\nGET /deepzoom/status/"_s
        + row.job.id + u'\n' + pretty(answerOf(row.job));
    if (m_text->toPlainText() != text)
        m_text->setPlainText(text);
}

} // namespace createzoom
