// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QString>

namespace createzoom {

/// An error in words for people, translated: the one mapping from codes to words.
struct ErrorText
{
    QString what{}; ///< what happened: the error's own sentence, translated
    QString why{}; ///< the likely cause; empty when `what` says it
    QString remedy{}; ///< what to do
};

ErrorText errorText(const Error &error);

/// One line: what, why, what to do.
QString errorLine(const Error &error);

/// Two or three words for a narrow place: "disk full".
QString shortReason(ErrorCode code);

} // namespace createzoom
