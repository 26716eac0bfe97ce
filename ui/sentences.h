// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <span>

namespace createzoom {

/// What core says of an error is English: in the store of jobs, in logs and on the wire. The window
/// knows these sentences, with %1 for names and numbers, and says them in its own language. So jobs
/// of a server and those of last year are understood as well.

/// The sentences that are known, in English, for the translators: context "Sentences". Most are
/// whole; some are parts of others. tests/ui/tst_sentences holds them and the sources together.
std::span<const char *const> knownSentences();

/// In the window's language, with the same names and numbers; nothing when it is not known: a newer
/// server said it, or a library. `english` itself in an English window. Any thread.
std::optional<QString> translatedSentence(const QString &english);

/// The same, for what is shown in any case: unknown sentences stay English.
QString sentenceOrEnglish(const QString &english);

} // namespace createzoom
