// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace createzoom {

/// The languages that the window speaks, as ISO 639 codes; English first.
QStringList languages();

/// Of the languages that a person prefers ("nb-NO", the most preferred first) the first that the
/// window speaks; English when it speaks none. "nn" and "no" get "nb".
QString languageFor(const QStringList &preferred);

/// From now on tr() answers in this language; an empty one means that of the system. Before the
/// first window is made. The translators live as long as the application. GUI thread.
void speak(const QString &language);

} // namespace createzoom
