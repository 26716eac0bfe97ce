// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/logging.h"

#include <QDateTime>
#include <QRegularExpression>

#include <array>
#include <cstdio>
#include <utility>

namespace createzoom {

Q_LOGGING_CATEGORY(lcJobs, "createzoom.jobs")
Q_LOGGING_CATEGORY(lcTransfer, "createzoom.transfer")
Q_LOGGING_CATEGORY(lcPipeline, "createzoom.pipeline")
Q_LOGGING_CATEGORY(lcServer, "createzoom.server")
Q_LOGGING_CATEGORY(lcApp, "createzoom.app")

namespace {

thread_local const LogMark *innermost = nullptr;

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

void writeLine(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    const QString line = QStringLiteral("%1 %2 %3: %4\n")
                             .arg(QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs),
                                  QLatin1String(levelName(type)),
                                  QLatin1String(context.category),
                                  masked(markedText(text)));
    const QByteArray bytes = line.toUtf8();
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stderr);
}

} // namespace

LogMark::LogMark(QByteArray mark)
    : m_mark(std::move(mark))
    , m_outer(std::exchange(innermost, this))
{}

LogMark::~LogMark()
{
    innermost = m_outer;
}

QString markedText(const QString &text)
{
    if (innermost == nullptr)
        return text;
    return u'[' + QString::fromLatin1(innermost->m_mark) + QStringLiteral("] ") + text;
}

void installLogHandler()
{
    qInstallMessageHandler(writeLine);
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
