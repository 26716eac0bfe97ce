// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/respcodec.h"

#include <hiredis/hiredis.h>

#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

RespValue valueFrom(const redisReply &reply)
{
    using Kind = RespValue::Kind;
    const auto text = [&] {
        return QByteArray(reply.str, static_cast<qsizetype>(reply.len));
    };
    switch (reply.type) {
    case REDIS_REPLY_STRING:
    case REDIS_REPLY_STATUS:
        return {.kind = Kind::Text, .text = text()};
    case REDIS_REPLY_ERROR:
        return {.kind = Kind::Failure, .text = text()};
    case REDIS_REPLY_INTEGER:
        return {.kind = Kind::Number, .number = reply.integer};
    case REDIS_REPLY_ARRAY: {
        RespValue list{.kind = Kind::List};
        list.items.reserve(static_cast<qsizetype>(reply.elements));
        for (size_t i = 0; i < reply.elements; ++i)
            list.items << valueFrom(*reply.element[i]);
        return list;
    }
    default:
        return {};
    }
}

} // namespace

QByteArray respCommand(const QByteArrayList &words)
{
    std::vector<const char *> starts;
    std::vector<size_t> lengths;
    for (const QByteArray &word : words) {
        starts.push_back(word.constData());
        lengths.push_back(static_cast<size_t>(word.size()));
    }
    char *bytes = nullptr;
    const long long length = redisFormatCommandArgv(
        &bytes, static_cast<int>(words.size()), starts.data(), lengths.data());
    if (length < 0)
        qFatal("out of memory");
    QByteArray command(bytes, static_cast<qsizetype>(length));
    redisFreeCommand(bytes);
    return command;
}

struct RespReader::Reader
{
    struct Free
    {
        void operator()(redisReader *reader) const { redisReaderFree(reader); }
    };
    std::unique_ptr<redisReader, Free> handle{redisReaderCreate()};
};

RespReader::RespReader()
    : m_reader(std::make_unique<Reader>())
{}

RespReader::~RespReader() = default;

void RespReader::feed(const QByteArray &bytes)
{
    redisReaderFeed(m_reader->handle.get(), bytes.constData(), static_cast<size_t>(bytes.size()));
}

Result<std::optional<RespValue>> RespReader::next()
{
    void *found = nullptr;
    if (redisReaderGetReply(m_reader->handle.get(), &found) != REDIS_OK)
        return Error{ErrorCode::Unavailable,
                     u"The job store answers what Redis does not"_s,
                     QString::fromLatin1(m_reader->handle->errstr)};
    if (!found)
        return std::optional<RespValue>();
    RespValue value = valueFrom(*static_cast<redisReply *>(found));
    freeReplyObject(found);
    return std::optional(std::move(value));
}

} // namespace createzoom
