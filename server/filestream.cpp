// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/filestream.h"

#include "core/base/error.h"
#include "server/problem.h"

#include <QDateTime>
#include <QFileInfo>
#include <QUrl>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

constexpr qint64 readAtOnce = 256LL * 1024;

struct Range
{
    qint64 from = 0;
    qint64 bytes = 0;
};
enum class Asked { All, Part, Nothing };

bool isNumber(const QByteArray &text)
{
    constexpr qsizetype mostDigits = 18;
    return !text.isEmpty() && text.size() <= mostDigits
        && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// "bytes=0-99", "bytes=100-", "bytes=-100". Whatever else is asked for, several ranges too, gets
/// the whole file, as the standard allows.
Asked rangeIn(const QByteArray &field, qint64 size, Range &range)
{
    const QByteArray unit = "bytes=";
    const QByteArrayList ends = field.mid(unit.size()).split('-');
    if (!field.startsWith(unit) || ends.size() != 2)
        return Asked::All;
    const QByteArray first = ends[0].trimmed();
    const QByteArray last = ends[1].trimmed();
    if ((!first.isEmpty() && !isNumber(first)) || (!last.isEmpty() && !isNumber(last))
        || (first.isEmpty() && last.isEmpty()))
        return Asked::All;
    const bool isBackwards
        = !first.isEmpty() && !last.isEmpty() && last.toLongLong() < first.toLongLong();
    if (isBackwards)
        return Asked::All;
    const qint64 from
        = first.isEmpty() ? size - std::min(size, last.toLongLong()) : first.toLongLong();
    const qint64 end
        = first.isEmpty() || last.isEmpty() ? size - 1 : std::min(size - 1, last.toLongLong());
    if (from >= size)
        return Asked::Nothing;
    range = {from, end - from + 1};
    return Asked::Part;
}

QByteArray etagOf(const QFileInfo &file)
{
    return '"' + QByteArray::number(file.lastModified().toMSecsSinceEpoch(), 36) + '-'
        + QByteArray::number(file.size(), 36) + '"';
}

/// RFC 6266: the name as it is, percent-encoded.
QByteArray attachment(const QString &name)
{
    return "attachment; filename*=UTF-8''" + QUrl::toPercentEncoding(name);
}

} // namespace

FileStream::FileStream(std::unique_ptr<QFile> file, qint64 from, qint64 bytes)
    : m_file(std::move(file))
    , m_length(bytes)
    , m_left(bytes)
{
    m_file->seek(from);
}

AnswerStream::Piece FileStream::read()
{
    const QByteArray bytes = m_file->read(std::min(readAtOnce, m_left));
    m_left -= bytes.size();
    if (m_left == 0)
        return {bytes, State::End};
    return {bytes, bytes.isEmpty() ? State::Broken : State::More};
}

HttpAnswer fileAnswer(const HttpRequest &request, const QString &path, const QString &name)
{
    auto file = std::make_unique<QFile>(path);
    if (!file->open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return problemJson({ErrorCode::NotFound, u"The archive is no longer there"_s});
    const QByteArray etag = etagOf(QFileInfo(*file));
    HttpAnswer answer{.contentType = "application/zip",
                      .fields = {{"ETag", etag},
                                 {"Accept-Ranges", "bytes"},
                                 {"Cache-Control", "private, no-cache"},
                                 {"Content-Disposition", attachment(name)}}};
    if (request.field("if-none-match") == etag) {
        answer.status = 304;
        return answer;
    }
    const qint64 size = file->size();
    Range range{0, size};
    const QByteArray ifRange = request.field("if-range");
    const bool isRangeWanted = ifRange.isEmpty() || ifRange == etag;
    const Asked asked = isRangeWanted ? rangeIn(request.field("range"), size, range) : Asked::All;
    if (asked == Asked::Nothing) {
        answer = problemJson({ErrorCode::InvalidRequest, u"The archive is shorter"_s}, 416);
        answer.fields << HttpField{"Content-Range", "bytes */" + QByteArray::number(size)};
        return answer;
    }
    if (asked == Asked::Part) {
        answer.status = 206;
        answer.fields << HttpField{"Content-Range",
                                   "bytes " + QByteArray::number(range.from) + '-'
                                       + QByteArray::number(range.from + range.bytes - 1) + '/'
                                       + QByteArray::number(size)};
    }
    answer.stream = std::make_shared<FileStream>(std::move(file), range.from, range.bytes);
    return answer;
}

} // namespace createzoom
