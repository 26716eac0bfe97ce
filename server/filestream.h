// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/answerstream.h"
#include "server/httpmessage.h"

#include <QFile>

namespace createzoom {

/// A part of a file.
class FileStream : public AnswerStream
{
public:
    /// `file` is open; `bytes` of it from `from` on.
    FileStream(std::unique_ptr<QFile> file, qint64 from, qint64 bytes);

    Source source() const override { return Source::Store; }
    std::optional<qint64> length() const override { return m_length; }
    Piece read() override;

private:
    std::unique_ptr<QFile> m_file;
    const qint64 m_length;
    qint64 m_left;
};

/// The file as a download named `name`, whole or (206) the one range that the request asks for,
/// with ETag, If-None-Match and If-Range (RFC 9110, sections 13 and 14). 404: it is not there.
HttpAnswer fileAnswer(const HttpRequest &request, const QString &path, const QString &name);

} // namespace createzoom
