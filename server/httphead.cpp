// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/httphead.h"

#include <QList>

#include <algorithm>
#include <array>
#include <limits>

namespace createzoom {

namespace {

using Judgement = std::optional<Refusal>;

constexpr Refusal badLine{400, "The request line is malformed"};
constexpr Refusal badField{400, "A header field is malformed"};
constexpr Refusal badHost{400, "There must be exactly one valid Host field"};
constexpr Refusal badLength{400, "The Content-Length is not valid"};
constexpr Refusal ambiguousLength{400, "Content-Length and Transfer-Encoding exclude each other"};
constexpr Refusal lengthRequired{411, "Send the body with a Content-Length"};
constexpr Refusal unknownCoding{501, "This transfer coding is not implemented"};
constexpr Refusal uriTooLong{414, "The URI is too long"};
constexpr Refusal unknownExpectation{417, "Only 100-continue can be expected"};
constexpr Refusal tooManyFields{431, "There are too many header fields"};
constexpr Refusal unknownVersion{505, "Only HTTP/1.1 and HTTP/1.0 are spoken here"};

constexpr qsizetype maxLengthDigits
    = 18; ///< fits into 64 bits; anything longer is too large anyway

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isAlphanumeric(char c)
{
    return isDigit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

bool isToken(QByteArrayView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), isTokenCharacter);
}

QList<QByteArray> valuesOf(const HttpRequest &request, QByteArrayView name)
{
    QList<QByteArray> values;
    for (const HttpField &field : request.fields) {
        if (field.name.compare(name, Qt::CaseInsensitive) == 0)
            values << field.value;
    }
    return values;
}

/// "http://host/path" becomes "/path": the form that clients send to proxies.
QByteArrayView originForm(QByteArrayView target)
{
    for (const QByteArrayView scheme : {QByteArrayView("http://"), QByteArrayView("https://")}) {
        if (target.size() < scheme.size()
            || target.first(scheme.size()).compare(scheme, Qt::CaseInsensitive) != 0)
            continue;
        const qsizetype slash = target.indexOf('/', scheme.size());
        return slash < 0 ? QByteArrayView("/") : target.sliced(slash);
    }
    return target;
}

Judgement readTarget(QByteArrayView target, const HttpLimits &limits, HttpRequest &request)
{
    if (target.size() > limits.uriBytes)
        return uriTooLong;
    const bool isPlain = std::all_of(
        target.begin(), target.end(), [](char c) { return c > 0x20 && c < 0x7f && c != '#'; });
    const QByteArrayView origin = originForm(target);
    const bool isAsterisk = origin == "*" && request.method == "OPTIONS";
    if (!isPlain || !(origin.startsWith('/') || isAsterisk))
        return badLine;
    const qsizetype mark = origin.indexOf('?');
    request.path = (mark < 0 ? origin : origin.first(mark)).toByteArray();
    request.query = mark < 0 ? QByteArray() : origin.sliced(mark + 1).toByteArray();
    return {};
}

Judgement readVersion(QByteArrayView version, HttpRequest &request)
{
    const bool isVersion = version.size() == 8 && version.startsWith("HTTP/") && isDigit(version[5])
        && version[6] == '.' && isDigit(version[7]);
    if (!isVersion)
        return badLine;
    if (version[5] != '1' || version[7] > '1')
        return unknownVersion;
    request.keepsAlive = version[7] == '1';
    return {};
}

Judgement readRequestLine(QByteArrayView line, const HttpLimits &limits, HttpRequest &request)
{
    const qsizetype first = line.indexOf(' ');
    const qsizetype second = first < 0 ? -1 : line.indexOf(' ', first + 1);
    if (second < 0 || !isToken(line.first(first)))
        return badLine;
    request.method = line.first(first).toByteArray();
    if (const Judgement refused = readVersion(line.sliced(second + 1), request))
        return refused;
    return readTarget(line.sliced(first + 1, second - first - 1), limits, request);
}

Judgement readField(QByteArrayView line, HttpRequest &request)
{
    const qsizetype colon = line.indexOf(':');
    if (colon < 0
        || !isToken(line.first(colon))) // a blank before the colon or a folded line is refused here
        return badField;
    const QByteArrayView value = line.sliced(colon + 1);
    const bool hasControl = std::any_of(value.begin(), value.end(), [](char c) {
        return (c >= 0 && c < 0x20 && c != '\t') || c == 0x7f;
    });
    if (hasControl)
        return badField;
    request.fields.append(
        HttpField{line.first(colon).toByteArray(), value.trimmed().toByteArray()});
    return {};
}

Judgement checkHost(RequestHead &head, const HttpLimits & /*limits*/)
{
    const QList<QByteArray> hosts = valuesOf(head.request, "host");
    const bool isOld = !head.request.keepsAlive; // HTTP/1.0 knows no Host
    if (hosts.isEmpty() && isOld)
        return {};
    if (hosts.size() != 1 || hosts.first().isEmpty())
        return badHost;
    const QByteArrayView allowed("-._~%:[]");
    const bool isValid = std::all_of(hosts.first().begin(), hosts.first().end(), [allowed](char c) {
        return isAlphanumeric(c) || allowed.contains(c);
    });
    return isValid ? Judgement() : badHost;
}

Judgement checkTransferCoding(RequestHead &head, const HttpLimits & /*limits*/)
{
    const QList<QByteArray> codings = valuesOf(head.request, "transfer-encoding");
    if (codings.isEmpty())
        return {};
    if (!head.request.keepsAlive || !valuesOf(head.request, "content-length").isEmpty())
        return ambiguousLength;
    const bool isChunked
        = codings.size() == 1 && codings.first().compare("chunked", Qt::CaseInsensitive) == 0;
    return isChunked ? lengthRequired : unknownCoding;
}

Judgement checkLength(RequestHead &head, const HttpLimits & /*limits*/)
{
    const QList<QByteArray> lengths = valuesOf(head.request, "content-length");
    if (lengths.isEmpty())
        return {};
    const QByteArray &length = lengths.first();
    if (lengths.size() > 1 || length.isEmpty()
        || !std::all_of(length.begin(), length.end(), isDigit))
        return badLength;
    head.bodyLength = length.size() > maxLengthDigits ? std::numeric_limits<qint64>::max()
                                                      : length.toLongLong();
    return {};
}

Judgement checkExpectation(RequestHead &head, const HttpLimits & /*limits*/)
{
    const QList<QByteArray> expectations = valuesOf(head.request, "expect");
    if (expectations.isEmpty() || !head.request.keepsAlive)
        return {};
    head.expectsContinue = expectations.size() == 1
        && expectations.first().compare("100-continue", Qt::CaseInsensitive) == 0;
    return head.expectsContinue ? Judgement() : unknownExpectation;
}

/// Last: until here keepsAlive says which version is spoken.
Judgement readConnection(RequestHead &head, const HttpLimits & /*limits*/)
{
    for (const QByteArray &value : valuesOf(head.request, "connection")) {
        for (const QByteArray &option : value.split(',')) {
            if (option.trimmed().compare("close", Qt::CaseInsensitive) == 0)
                head.request.keepsAlive = false;
        }
    }
    return {};
}

using Rule = Judgement (*)(RequestHead &, const HttpLimits &);
constexpr std::array<Rule, 5> rules{
    checkHost, checkTransferCoding, checkLength, checkExpectation, readConnection};

Judgement readLines(QByteArrayView text, const HttpLimits &limits, RequestHead &head)
{
    bool isFirst = true;
    while (!text.isEmpty()) {
        const qsizetype end = text.indexOf("\r\n");
        const QByteArrayView line = end < 0 ? text : text.first(end);
        text = end < 0 ? QByteArrayView() : text.sliced(end + 2);
        if (!isFirst && head.request.fields.size() == limits.headerFields)
            return tooManyFields;
        const Judgement refused
            = isFirst ? readRequestLine(line, limits, head.request) : readField(line, head.request);
        if (refused)
            return refused;
        isFirst = false;
    }
    return {};
}

} // namespace

bool isTokenCharacter(char c)
{
    return isAlphanumeric(c) || (c != '\0' && QByteArrayView("!#$%&'*+-.^_`|~").contains(c));
}

std::optional<Refusal> parseHead(QByteArrayView text, const HttpLimits &limits, RequestHead &head)
{
    if (Judgement refused = readLines(text, limits, head))
        return refused;
    for (const Rule rule : rules) {
        if (Judgement refused = rule(head, limits))
            return refused;
    }
    return {};
}

} // namespace createzoom
