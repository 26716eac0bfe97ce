// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobservice.h"
#include "tests/ui/fakeengine.h"
#include "tests/ui/samplejobs.h"
#include "ui/jobactivity.h"

#include <QDir>
#include <QFile>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace createzoom {

using namespace Qt::Literals::StringLiterals;

/// Base of tests of what goes on around the window: a board of jobs, a folder and settings, new for
/// each test.
class SessionTest : public QObject
{
private:
    SecretBox m_keys = *SecretBox::fromKeys(Secret("test:" + QByteArray(32, 'k').toBase64()));

protected:
    std::unique_ptr<QTemporaryDir> m_folder{};
    std::unique_ptr<QSettings> m_settings{};
    std::unique_ptr<FakeEngine> m_engine{};
    std::unique_ptr<JobService> m_service{};

    static QPushButton *button(const QWidget &dialog, const QString &text)
    {
        for (auto *candidate : dialog.findChildren<QPushButton *>()) {
            if (candidate->text().remove(u'&') == text)
                return candidate;
        }
        return nullptr;
    }

    /// Below m_folder; its path.
    QString write(const QString &name) const
    {
        QFile file(m_folder->filePath(name));
        if (!QDir().mkpath(QFileInfo(file).path()) || !file.open(QIODevice::WriteOnly))
            return {};
        file.write("image");
        return file.fileName();
    }

    void makeBoard()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings
            = std::make_unique<QSettings>(m_folder->filePath(u"s.ini"_s), QSettings::IniFormat);
        m_engine = std::make_unique<FakeEngine>();
        m_service = std::make_unique<JobService>(*m_engine, m_keys, systemClock());
    }
};

} // namespace createzoom
