// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/logging.h"

#include "core/base/logcontext.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <array>
#include <atomic>
#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

Q_LOGGING_CATEGORY(lcJobs, "createzoom.jobs")
Q_LOGGING_CATEGORY(lcTransfer, "createzoom.transfer")
Q_LOGGING_CATEGORY(lcPipeline, "createzoom.pipeline")
Q_LOGGING_CATEGORY(lcServer, "createzoom.server")
Q_LOGGING_CATEGORY(lcApp, "createzoom.app")

namespace {

const char *levelName(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return "debug";
    case QtInfoMsg:
        return "info";
    case QtWarningMsg:
        return "warning";
    case QtCriticalMsg:
        return "error";
    case QtFatalMsg:
        break;
    }
    return "fatal";
}

std::atomic<LogFormat> logFormat{LogFormat::Text};

void writeLine(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    const QByteArray bytes = logLine(logFormat, type, QLatin1String(context.category), text);
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stderr);
}

QByteArray
jsonLine(const QString &time, QtMsgType type, const QString &category, const QString &text)
{
    QJsonObject line{{u"time"_s, time},
                     {u"level"_s, QLatin1String(levelName(type))},
                     {u"category"_s, category},
                     {u"message"_s, text}};
    if (const QString job = LogContext::current(LogContext::Kind::Job); !job.isEmpty())
        line.insert(u"job_id"_s, job);
    if (const QString request = LogContext::current(LogContext::Kind::Request); !request.isEmpty())
        line.insert(u"request_id"_s, request);
    return QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
}

} // namespace

void installLogHandler()
{
    qInstallMessageHandler(writeLine);
}

void setLogFormat(LogFormat format)
{
    logFormat = format;
}

QByteArray logLine(LogFormat format, QtMsgType type, const QString &category, const QString &text)
{
    const QString time = QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs);
    if (format == LogFormat::Json)
        return jsonLine(time, type, category, masked(text));
    const QString request = LogContext::current(LogContext::Kind::Request);
    const QString marked = request.isEmpty() ? text : u"[%1] %2"_s.arg(request, text);
    return u"%1 %2 %3: %4\n"_s.arg(time, QLatin1String(levelName(type)), category, masked(marked))
        .toUtf8();
}

QString masked(const QString &text)
{
    struct Rule
    {
        QRegularExpression pattern;
        QString replacement;
    };
    static const std::array rules{
        Rule{QRegularExpression(QStringLiteral("(?i)\\bbearer\\s+[^\\s\"',]+")),
             QStringLiteral("Bearer ***")},
        Rule{QRegularExpression(QStringLiteral("\\beyJ[\\w-]+\\.[\\w-]+(\\.[\\w-]*)?")),
             QStringLiteral("***")},
        Rule{QRegularExpression(
                 QStringLiteral("(?i)([?&;](?:x-amz-[\\w-]+|awsaccesskeyid|key|sig|"
                                "[\\w-]*(?:token|signature|_sig|secret|password))=)[^&\\s\"']*")),
             QStringLiteral("\\1***")},
        Rule{QRegularExpression(QStringLiteral(
                 "(?i)(\"[\\w-]*(?:token|secret|password)\"\\s*:\\s*\")(?:[^\"\\\\]|\\\\.)*")),
             QStringLiteral("\\1***")},
        Rule{QRegularExpression(QStringLiteral("(\\w+://)[^/?#\\s\"']+@")),
             QStringLiteral("\\1***@")},
        // C0 and C1 controls, line separators, and what turns the direction of text around
        Rule{QRegularExpression(QStringLiteral("[\\x00-\\x08\\x0a-\\x1f\\x7f-\\x9f"
                                               "\\x{2028}-\\x{202e}\\x{2066}-\\x{2069}]")),
             QStringLiteral(" ")},
    };
    QString result = text;
    for (const Rule &rule : rules)
        result.replace(rule.pattern, rule.replacement);
    return result;
}

} // namespace createzoom
