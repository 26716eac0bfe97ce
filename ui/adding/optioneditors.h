// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/conversionoptions.h"

#include <QString>
#include <QWidget>

#include <functional>
#include <vector>

namespace createzoom {

/// A row of the form: one option by its name (core/jobs/conversionoptions), and what shows and
/// changes its text.
struct OptionEditor
{
    QString option{}; ///< "tile-size"
    QString label{}; ///< with a mnemonic
    QString help{};
    QWidget *widget = nullptr; ///< owned by the parent that was given
    std::function<QString()> text{};
    std::function<void(const QString &)> setText{};
};

/// One for every option, in the order of the form. `edited` is called whenever a person changes
/// one, with its index.
std::vector<OptionEditor> makeOptionEditors(QWidget *parent,
                                            const std::function<void(size_t)> &edited);

/// The text of one option, as setOption() takes it.
QString optionText(const ConversionOptions &options, const QString &option);

} // namespace createzoom
