// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/conversionoptions.h"
#include "ui/adding/optioneditors.h"

#include <QLabel>
#include <QList>
#include <QWidget>

#include <set>
#include <vector>

namespace createzoom {

/// Every conversion option, editable. Of several jobs at once it says of which options they differ,
/// and leaves those as they are until they are changed here. GUI thread.
class OptionsForm : public QWidget
{
    Q_OBJECT

public:
    /// Whether the row for existing archives is shown: the adding sheet has its own.
    enum class Exists { Shown, Elsewhere };

    explicit OptionsForm(Exists exists, QWidget *parent = nullptr);

    void setOptions(const ConversionOptions &options);
    void setOptions(const QList<ConversionOptions> &several); ///< at least one
    /// `base` with what the form says: of options that differ, only those that were changed.
    ConversionOptions applyTo(const ConversionOptions &base) const;
    /// Why what is entered cannot be used; empty when it can.
    QString problem() const { return m_problem; }

Q_SIGNALS:
    void changed();

private:
    void noteEdit(size_t index);
    void refresh();

    std::vector<OptionEditor> m_editors{};
    std::vector<QLabel *> m_notes{}; ///< "(differs)", beside each editor
    std::set<size_t> m_differing{};
    bool m_isFilling = false;
    QLabel *m_problemLabel = nullptr;
    QString m_problem{};
};

} // namespace createzoom
