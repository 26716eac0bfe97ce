// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services.h"

#include "app/admintoken.h"
#include "app/enginechoice.h"
#include "app/janitor.h"
#include "core/base/logging.h"
#include "core/base/version.h"
#include "core/pipeline/downloadstage.h"
#include "core/pipeline/presence.h"
#include "core/pipeline/previews.h"
#include "core/pipeline/processstage.h"
#include "core/pipeline/uploadstage.h"
#include "core/pipeline/workerpool.h"
#include "core/transfer/identity.h"
#include "core/transfer/openbucket.h"
#include "core/transfer/peers.h"
#include "server/peerserver.h"
#include "server/restserver.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QHostAddress>
#include <QSysInfo>
#include <QThread>

#include <algorithm>
#include <optional>
#include <unistd.h>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

constexpr qint64 mebibyte = 1LL << 20;

qint64 machineMemory()
{
    return qint64{::sysconf(_SC_PHYS_PAGES)} * ::sysconf(_SC_PAGESIZE);
}

ProcessStageOptions processOptions(const Settings &settings)
{
    const int cores = QThread::idealThreadCount();
    return {.program = QCoreApplication::applicationFilePath(),
            .limits = {.memoryBytes = settings.memoryMiB > 0 ? settings.memoryMiB * mebibyte
                                                             : machineMemory() / 2,
                       .cpuTime = settings.processTimeout * std::max(1, cores)},
            .imageLimits = {.pixels = settings.maxPixels, .pages = settings.maxPages},
            .threads = settings.threads > 0 ? settings.threads
                                            : std::max(1, cores / settings.processWorkers),
            .diskFloorBytes = settings.diskFloorMiB * mebibyte};
}

/// Enough that no conversion waits for a download, and no more: each image takes room on the disk.
int downloadsAhead(const Settings &settings)
{
    return settings.roles.contains(u"processor"_s) ? 2 * settings.processWorkers : 0;
}

/// A store that machines share needs keys that they share: each would seal with one of its own.
Result<SecretBox> openKeys(const Settings &settings, bool isShared)
{
    QByteArray keys = qgetenv("CREATEZOOM_TOKEN_KEYS");
    if (const QString name = qEnvironmentVariable("CREATEZOOM_TOKEN_KEYS_FILE");
        keys.isEmpty() && !name.isEmpty()) {
        QFile file(name);
        if (!file.open(QIODevice::ReadOnly))
            return Error{ErrorCode::Usage,
                         u"%1 (CREATEZOOM_TOKEN_KEYS_FILE) cannot be read: %2"_s.arg(
                             name, file.errorString())};
        keys = file.readAll().trimmed();
    }
    if (keys.isEmpty() && isShared)
        return Error{
            ErrorCode::Usage,
            u"Machines that share a job store need the same keys for its tokens: set "
            u"CREATEZOOM_TOKEN_KEYS (id:base64 of 32 bytes) or CREATEZOOM_TOKEN_KEYS_FILE"_s};
    return keys.isEmpty() ? SecretBox::fromFile(settings.data + u"/token.key"_s)
                          : SecretBox::fromKeys(Secret(keys));
}

/// Free space comes back slowly: a job that waits for it asks less often than one that failed.
std::chrono::milliseconds blockedDelay(const Settings &settings)
{
    constexpr std::chrono::seconds shortest{1};
    constexpr std::chrono::seconds longest{30};
    return std::clamp(settings.retryDelay * 6, shortest, longest);
}

/// Where work files and pictures of jobs lie.
QString filesFolder(const Settings &settings)
{
    return settings.sharedWork.isEmpty() ? settings.data : settings.sharedWork;
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

Result<void> makeFolders(const Settings &settings)
{
    const Result<void> data = makeFolder(settings.data, u"--data"_s);
    return !data || settings.sharedWork.isEmpty()
        ? data
        : makeFolder(settings.sharedWork, u"--shared-work"_s);
}

/// "http://machine:8001": what others are told.
QString peerUrlOf(const Settings &settings, const QUrl &listening)
{
    if (!settings.peerUrl.isEmpty())
        return settings.peerUrl;
    QUrl url = listening;
    if (QHostAddress(url.host())
            .isEqual(QHostAddress(QHostAddress::Any), QHostAddress::TolerantConversion)
        || QHostAddress(url.host()).isEqual(QHostAddress(QHostAddress::AnyIPv6)))
        url.setHost(QSysInfo::machineHostName());
    return url.toString();
}

} // namespace

/// In the order of their making; destroyed the other way round.
struct Services::Parts
{
    Parts(Settings s, SecretBox keys, ChosenEngine chosen, std::unique_ptr<Bucket> theBucket)
        : settings(std::move(s))
        , secrets(std::move(keys))
        , store(std::move(chosen))
        , bucket(std::move(theBucket))
        , workspace(filesFolder(settings) + u"/work"_s)
        , previews(workspace, filesFolder(settings) + u"/previews"_s)
        , peers(*store.engine, secrets, systemClock())
        , jobs(*store.engine,
               secrets,
               systemClock(),
               [this](const Job &job) { return openPreview(job); })
        , download(*bucket, workspace, settings.diskFloorMiB * mebibyte)
        , process(*bucket, workspace, processOptions(settings))
        , upload(*bucket, workspace, previews)
        , janitor(*store.engine, workspace, previews)
    {}

    bool hasRole(const QString &role) const { return settings.roles.contains(role); }
    std::vector<StageWorkers> stageWorkers();
    WorkerInfo self();
    OtherNodes otherNodes();
    Result<std::unique_ptr<TileSource>> openPreview(const Job &job);

    const Settings settings;
    const SecretBox secrets;
    const ChosenEngine store;
    const std::unique_ptr<Bucket> bucket;
    const Workspace workspace;
    const Previews previews;
    Peers peers;
    JobService jobs;
    DownloadStage download;
    ProcessStage process;
    UploadStage upload;
    Janitor janitor;
    QString adminTokenFile{};
    std::unique_ptr<WorkerPool> pool{};
    std::unique_ptr<Presence> presence{};
    std::unique_ptr<RestServer> rest{};
    QUrl restUrl{};
    std::unique_ptr<PeerServer> peerServer{};
    QString peerUrl{};
};

std::vector<StageWorkers> Services::Parts::stageWorkers()
{
    std::vector<StageWorkers> stages;
    if (hasRole(u"downloader"_s))
        stages.push_back(
            {Stage::Download, &download, settings.downloadWorkers, settings.downloadTimeout});
    if (hasRole(u"processor"_s))
        stages.push_back(
            {Stage::Process, &process, settings.processWorkers, settings.processTimeout});
    if (hasRole(u"uploader"_s))
        stages.push_back({Stage::Upload, &upload, settings.uploadWorkers, settings.uploadTimeout});
    return stages;
}

OtherNodes Services::Parts::otherNodes()
{
    if (!store.isShared)
        return {};
    return {.here = store.node,
            .fetch =
                [this](const Artifact &artifact, const QString &file, const StepControl &control) {
                    return peers.fetch(artifact, file, control);
                },
            .discard =
                [this](const Artifact &artifact) {
                    peers.discard(artifact);
                }};
}

/// Here, or where the job's files are.
Result<std::unique_ptr<TileSource>> Services::Parts::openPreview(const Job &job)
{
    const QString &node
        = job.stage == Stage::Upload && !isTerminal(job.state) ? job.artifact.node : job.node;
    return node.isEmpty() || node == store.node ? previews.open(job) : peers.preview(job.id, node);
}

/// What the others are told of this process.
WorkerInfo Services::Parts::self()
{
    WorkerInfo self{.name = store.worker,
                    .host = QSysInfo::machineHostName(),
                    .version = QLatin1String(programVersion),
                    .roles = settings.roles,
                    .node = store.node,
                    .peerUrl = peerUrl,
                    .startedAt = systemClock()()};
    for (const StageWorkers &stage : stageWorkers())
        self.capacity.insert(stage.stage, stage.count);
    return self;
}

Services::Services(std::unique_ptr<Parts> parts)
    : m_parts(std::move(parts))
{}

Services::~Services() = default;

Result<std::unique_ptr<Services>> Services::create(const Settings &settings)
{
    if (const Result<void> made = makeFolders(settings); !made)
        return made.error();
    const EngineLimits limits{.queueLimit = settings.queueLimit,
                              .downloadsAhead = downloadsAhead(settings),
                              .runningPerUser = settings.runningPerUser,
                              .retention = settings.retention};
    Result<ChosenEngine> engine
        = chooseEngine(settings, limits, defaultSettingSources().environment);
    if (!engine)
        return engine.error();
    Result<SecretBox> keys = openKeys(settings, engine->isShared);
    if (!keys)
        return keys.error();
    Result<std::unique_ptr<Bucket>> bucket = makeBucket(settings);
    if (!bucket)
        return bucket.error();
    const QUrl bucketUrl(settings.bucketUrl);
    if (bucketUrl.isLocalFile() && !QDir(bucketUrl.toLocalFile()).exists())
        return Error{ErrorCode::Usage,
                     u"There is no folder %1 (--bucket-url)"_s.arg(bucketUrl.toLocalFile())};
    return std::unique_ptr<Services>(new Services(std::make_unique<Parts>(
        settings, std::move(*keys), std::move(*engine), std::move(*bucket))));
}

Result<void> Services::start()
{
    Parts &p = *m_parts;
    p.janitor.sweep();
    if (p.hasRole(u"api"_s)) {
        if (const Result<void> started = startRest(); !started)
            return started.error();
    }
    if (const Result<void> started = startPeerServer(); !started)
        return started.error();
    p.pool = std::make_unique<WorkerPool>(
        WorkerPool::Collaborators{.engine = *p.store.engine,
                                  .secrets = p.secrets,
                                  .workspace = p.workspace,
                                  .random = systemRandom(),
                                  .retries = {.firstDelay = p.settings.retryDelay},
                                  .otherNodes = p.otherNodes(),
                                  .blockedFor = blockedDelay(p.settings)},
        p.store.worker,
        p.stageWorkers());
    p.pool->start();
    p.presence = std::make_unique<Presence>(*p.store.engine, p.self());
    p.janitor.start();
    return {};
}

Result<void> Services::startRest()
{
    Parts &p = *m_parts;
    RestServerOptions options{.allowedOrigins = p.settings.allowedOrigins,
                              .failureWord = p.settings.failureWord,
                              .tokenRequired = p.bucket->needsToken(),
                              .isStoreRemote = p.store.isShared};
    options.admins.domains = p.settings.adminDomains;
    if (p.settings.iamUrl.isEmpty() || !p.bucket->needsToken()) {
        p.adminTokenFile = p.settings.data + u"/admin-token"_s;
        Result<Secret> token = loadAdminToken(p.adminTokenFile);
        if (!token)
            return token.error();
        options.admins.localToken = std::move(*token);
    } else {
        options.admins.identify
            = [identity = Identity(p.settings.iamUrl.toUtf8())](const Secret &token) {
                  return identity.emailOf(token, {});
              };
    }
    p.rest = std::make_unique<RestServer>(p.jobs, std::move(options));
    const Result<QUrl> url = p.rest->start(p.settings.listen);
    if (!url)
        return url.error();
    p.restUrl = *url;
    return {};
}

Result<void> Services::startPeerServer()
{
    Parts &p = *m_parts;
    if (!p.store.isShared || p.settings.peerListen.isEmpty())
        return {};
    p.peerServer
        = std::make_unique<PeerServer>(p.jobs, p.secrets, p.workspace.root(), [&p](const Job &job) {
              return p.previews.open(job);
          });
    const Result<QUrl> url = p.peerServer->start(p.settings.peerListen);
    if (!url)
        return url.error();
    p.peerUrl = peerUrlOf(p.settings, *url);
    qCInfo(lcApp).noquote() << "other machines reach this one at" << p.peerUrl;
    return {};
}

void Services::stop(std::chrono::milliseconds grace)
{
    Parts &p = *m_parts;
    if (p.rest)
        p.rest->stop();
    if (p.pool)
        p.pool->stop(grace);
    p.presence.reset();
    if (p.peerServer)
        p.peerServer->stop();
    p.janitor.stop();
}

JobService &Services::jobs()
{
    return m_parts->jobs;
}

Bucket &Services::bucket()
{
    return *m_parts->bucket;
}

QString Services::workFolder() const
{
    return m_parts->workspace.root();
}

int Services::recoveredJobs() const
{
    return m_parts->store.recovered;
}

QString Services::workerName() const
{
    return m_parts->store.worker;
}

QUrl Services::restUrl() const
{
    return m_parts->restUrl;
}

QString Services::adminTokenFile() const
{
    return m_parts->adminTokenFile;
}

} // namespace createzoom
