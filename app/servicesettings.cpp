// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/servicesettings.h"

#include "core/base/machineshare.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QHostAddress>
#include <QSysInfo>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

/// Enough that no conversion waits for a download, and no more: each image takes room on the disk.
int downloadsAhead(const Settings &settings)
{
    return settings.roles.contains(u"processor"_s) ? 2 * settings.processWorkers : 0;
}

Result<void> makeFolder(const QString &folder, const QString &option)
{
    const bool isOurs = !QDir(folder).exists();
    const QString work = folder + u"/work"_s;
    if (!QDir().mkpath(work))
        return Error{ErrorCode::Io,
                     u"The folder %1 cannot be used; %2 names another"_s.arg(folder, option)};
    // A folder that was there keeps its rights: somebody may have named one that others use.
    constexpr auto forUs = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
    QFile::setPermissions(isOurs ? folder : work, forUs);
    return {};
}

} // namespace

EngineLimits engineLimits(const Settings &settings)
{
    return {.queueLimit = settings.queueLimit,
            .downloadsAhead = downloadsAhead(settings),
            .runningPerUser = settings.runningPerUser,
            .retention = settings.retention};
}

ProcessStageOptions processOptions(const Settings &settings)
{
    const MachineShare machine = machineShare();
    return {.program = QCoreApplication::applicationFilePath(),
            .limits = {.memoryBytes = settings.memoryMiB > 0 ? settings.memoryMiB * mebibyte
                                                             : machine.memoryBytes / 2,
                       .cpuTime = settings.processTimeout * machine.cores,
                       .wallTime = settings.processTimeout,
                       .fileBytes = settings.maxArchiveMiB * mebibyte},
            .imageLimits = {.pixels = settings.maxPixels, .pages = settings.maxPages},
            .loaders = settings.loaders,
            .threads = settings.threads > 0 ? settings.threads
                                            : std::max(1, machine.cores / settings.processWorkers),
            .diskFloorBytes = settings.diskFloorMiB * mebibyte,
            .memoryBudget = settings.memoryBudgetMiB > 0 ? settings.memoryBudgetMiB * mebibyte
                                                         : machine.memoryBytes / 2};
}

UploadLimits uploadLimits(const Settings &settings)
{
    return {.bytes = settings.maxUploadMiB * mebibyte,
            .floorBytes = settings.diskFloorMiB * mebibyte};
}

bool takesUploads(const Settings &settings, bool isShared)
{
    return settings.maxUploadMiB > 0 && (!isShared || !settings.sharedWork.isEmpty());
}

HttpDoor doorOf(const Settings &settings)
{
    HttpDoor door{.tlsCertificate = settings.tlsCertificate,
                  .tlsKey = settings.tlsKey,
                  .trustedProxies = settings.trustedProxies};
    door.limits.connections = settings.maxConnections;
    door.limits.connectionsPerAddress = settings.connectionsPerAddress;
    return door;
}

std::chrono::milliseconds blockedDelay(const Settings &settings)
{
    constexpr std::chrono::seconds shortest{1};
    constexpr std::chrono::seconds longest{30};
    return std::clamp(settings.retryDelay * 6, shortest, longest);
}

QString filesFolder(const Settings &settings)
{
    return settings.sharedWork.isEmpty() ? settings.data : settings.sharedWork;
}

QString peerUrlOf(const Settings &settings, const QUrl &listening)
{
    if (!settings.peerUrl.isEmpty())
        return settings.peerUrl;
    QUrl url = listening;
    const QHostAddress host(url.host());
    if (host == QHostAddress::AnyIPv4 || host == QHostAddress::AnyIPv6)
        url.setHost(QSysInfo::machineHostName());
    return url.toString();
}

Result<void> makeFolders(const Settings &settings)
{
    const Result<void> data = makeFolder(settings.data, u"--data"_s);
    return !data || settings.sharedWork.isEmpty()
        ? data
        : makeFolder(settings.sharedWork, u"--shared-work"_s);
}

Result<SecretBox> openKeys(const Settings &settings, const Environment &environment, bool isShared)
{
    const QByteArray keys = environment.value(u"CREATEZOOM_TOKEN_KEYS"_s).toUtf8();
    if (keys.isEmpty() && isShared)
        return Error{
            ErrorCode::Usage,
            u"Machines that share a job store need the same keys for its tokens: set "
            u"CREATEZOOM_TOKEN_KEYS (id:base64 of 32 bytes) or CREATEZOOM_TOKEN_KEYS_FILE"_s};
    return keys.isEmpty() ? SecretBox::fromFile(settings.data + u"/token.key"_s)
                          : SecretBox::fromKeys(Secret(keys));
}

} // namespace createzoom
