// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QStringList>
#include <QTest>

namespace createzoom::tests {

inline void failWith(const Error &error, const char *file, int line)
{
    const QByteArray text
        = QStringList{errorName(error.code), error.message, error.detail}.join(u' ').toUtf8();
    QTest::qFail(text.constData(), file, line);
}

/// The value of a Result that must hold one; an error fails the running test at the caller's line.
template<typename T>
T valueOf(Result<T> result, const char *file = __builtin_FILE(), int line = __builtin_LINE())
{
    if (result)
        return std::move(*result);
    failWith(result.error(), file, line);
    return T{};
}

inline void checkOk(const Result<void> &result,
                    const char *file = __builtin_FILE(),
                    int line = __builtin_LINE())
{
    if (!result)
        failWith(result.error(), file, line);
}

} // namespace createzoom::tests
