// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/servertokens.h"

#include "core/base/logging.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <memory>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

void writeFile(const QString &name, const Secret &bytes)
{
    if (bytes.isEmpty()) {
        QFile::remove(name);
        return;
    }
    QDir().mkpath(QFileInfo(name).path());
    QSaveFile file(name);
    const bool isWritten = file.open(QIODevice::WriteOnly)
        && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) // before there is anything
        && file.write(bytes.expose()) == bytes.expose().size() && file.commit();
    if (!isWritten)
        qCWarning(
            lcApp, "The tokens of servers cannot be kept: %s", qUtf8Printable(file.errorString()));
}

} // namespace

ServerTokens::ServerTokens(const QString &file)
    : m_file(file)
{
    QFile kept(file);
    if (!kept.open(QIODevice::ReadOnly))
        return;
    const QJsonObject json = QJsonDocument::fromJson(kept.readAll()).object();
    for (auto entry = json.begin(); entry != json.end(); ++entry)
        m_tokens.insert_or_assign(entry.key(),
                                  Entry{Secret(entry->toString().toUtf8()), Keep::OnDisk});
}

ServerTokens::~ServerTokens()
{
    m_writer.end();
    if (m_pending > 0)
        writeFile(m_file, kept());
}

bool ServerTokens::isKept(const QString &url) const
{
    const auto found = m_tokens.find(url);
    return found != m_tokens.end() && found->second.keep == Keep::OnDisk;
}

Secret ServerTokens::of(const QString &url) const
{
    const auto found = m_tokens.find(url);
    return found == m_tokens.end() ? Secret() : found->second.token.copy();
}

void ServerTokens::set(const QString &url, Secret token, Keep keep)
{
    m_tokens.insert_or_assign(url, Entry{std::move(token), keep});
    write();
}

void ServerTokens::forget(const QString &url)
{
    m_tokens.erase(url);
    write();
}

Secret ServerTokens::kept() const
{
    QJsonObject json;
    for (const auto &[url, entry] : m_tokens) {
        if (entry.keep == Keep::OnDisk)
            json.insert(url, QString::fromUtf8(entry.token.expose()));
    }
    return json.isEmpty() ? Secret() : Secret(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

void ServerTokens::write()
{
    ++m_pending;
    // Shared, as tasks are copied and secrets are not.
    m_writer.post([this, bytes = std::make_shared<Secret>(kept())] {
        writeFile(m_file, *bytes);
        --m_pending;
    });
}

} // namespace createzoom
