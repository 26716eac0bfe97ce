// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace createzoom {

/// All its digits: the same number when it is read again.
inline QByteArray exactDecimal(double number)
{
    return QByteArray::number(number, 'g', 17);
}

/// What a Redis server answers. A value.
struct RespValue
{
    enum class Kind { Nil, Text, Number, List, Failure };

    Kind kind = Kind::Nil;
    QByteArray text{}; ///< of Text and Failure ("ERR ...")
    qint64 number = 0;
    QList<RespValue> items{}; ///< of List

    bool isFailure() const { return kind == Kind::Failure; }
    /// An item of a List; Nil beyond its end.
    RespValue at(qsizetype index) const { return items.value(index); }
    /// Text as a number too: Redis gives scores and hash fields as text.
    qint64 integer() const { return kind == Kind::Number ? number : text.toLongLong(); }
};

} // namespace createzoom
