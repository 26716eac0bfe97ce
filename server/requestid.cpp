// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/requestid.h"

#include <QRandomGenerator>

#include <algorithm>
#include <atomic>

namespace createzoom {

namespace {

constexpr qsizetype longest = 128;

bool isUsable(const QByteArray &id)
{
    return !id.isEmpty() && id.size() <= longest && std::all_of(id.begin(), id.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')
            || c == '.' || c == '_' || c == '-';
    });
}

/// Random once for each process and counted from there: a request costs no system call.
QByteArray newId()
{
    static const QByteArray process
        = QByteArray::number(QRandomGenerator::system()->generate64(), 16).rightJustified(16, '0');
    static std::atomic<quint64> count{0};
    return process + '-' + QByteArray::number(++count);
}

} // namespace

QByteArray requestId(const HttpRequest &request)
{
    const QByteArray own = request.field("x-request-id");
    return isUsable(own) ? own : newId();
}

} // namespace createzoom
