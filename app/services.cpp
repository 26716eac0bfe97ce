// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services.h"

#include "app/admintoken.h"
#include "app/enginechoice.h"
#include "app/faultpoint.h"
#include "app/janitor.h"
#include "app/readinesschecks.h"
#include "app/servicesettings.h"
#include "core/base/logging.h"
#include "core/base/version.h"
#include "core/jobs/uploadstore.h"
#include "core/pipeline/downloadstage.h"
#include "core/pipeline/presence.h"
#include "core/pipeline/previews.h"
#include "core/pipeline/processstage.h"
#include "core/pipeline/uploadstage.h"
#include "core/pipeline/webhookdispatcher.h"
#include "core/pipeline/workerpool.h"
#include "core/transfer/bucketwithuploads.h"
#include "core/transfer/identity.h"
#include "core/transfer/openbucket.h"
#include "core/transfer/peers.h"
#include "core/transfer/webhook.h"
#include "server/callerpolicy.h"
#include "server/peerserver.h"
#include "server/restserver.h"

#include <QDir>
#include <QSysInfo>

#include <optional>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

/// In the order of their making; destroyed the other way round.
struct Services::Parts
{
    Parts(Settings s, SecretBox keys, ChosenEngine chosen, std::unique_ptr<Bucket> theBucket)
        : settings(std::move(s))
        , secrets(std::move(keys))
        , store(std::move(chosen))
        , bucket(std::move(theBucket))
        , workspace(filesFolder(settings) + u"/work"_s)
        , uploads(filesFolder(settings), uploadLimits(settings), systemClock())
        , previews(workspace, uploads, filesFolder(settings) + u"/previews"_s)
        , peers(*store.engine, secrets, systemClock())
        , viewedPeers(*store.engine, secrets, systemClock(), limitsOfPatience())
        , jobs(*store.engine,
               secrets,
               systemClock(),
               [this](const Job &job) { return openPreview(job); })
        , copies(workspace.root(), settings.diskFloorMiB * mebibyte)
        , download(*bucket, workspace, settings.diskFloorMiB * mebibyte)
        , process(*bucket, workspace, processOptions(settings))
        , upload(*bucket, workspace, previews)
        , janitor(*store.engine, workspace, previews, uploads)
        , webhooks({.mayCallPrivate = settings.mayCallPrivate})
    {}

    bool hasRole(const QString &role) const { return settings.roles.contains(role); }
    Operations operations();
    std::vector<StageWorkers> stageWorkers();
    WorkerInfo self();
    OtherNodes otherNodes();
    Result<std::unique_ptr<TileSource>> openPreview(const Job &job);

    const Settings settings;
    const SecretBox secrets;
    const ChosenEngine store;
    const std::unique_ptr<Bucket> bucket;
    const Workspace workspace;
    UploadStore uploads;
    const Previews previews;
    Peers peers;
    Peers viewedPeers; ///< for previews: somebody waits
    JobService jobs;
    DiskRoom copies; ///< of files that other machines have
    DownloadStage download;
    ProcessStage process;
    UploadStage upload;
    Janitor janitor;
    const Webhooks webhooks;
    const qint64 startedAt = systemClock()();
    QString adminTokenFile{};
    StepMeter meter{};
    std::unique_ptr<WorkerPool> pool{};
    std::unique_ptr<Presence> presence{};
    std::unique_ptr<RestServer> rest{};
    std::unique_ptr<WebhookDispatcher> dispatcher{};
    QUrl restUrl{};
    std::unique_ptr<PeerServer> peerServer{};
    QString peerUrl{};
};

/// What the REST interface may tell and change of this process.
Operations Services::Parts::operations()
{
    return {.concurrency = [this] { return pool->concurrency(); },
            .setConcurrency
            = [this](Stage stage, int count) { return pool->setConcurrency(stage, count); },
            .busyWorkers = [this] { return pool->busy(); },
            .storage = [this] { return storageOf(settings); },
            .steps = [this] { return meter.totals(); },
            .checks = readinessChecks(settings, jobs)};
}

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
            .room = &copies,
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
    return node.isEmpty() || node == store.node ? previews.open(job)
                                                : viewedPeers.preview(job.id, node);
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
                    .startedAt = startedAt};
    self.capacity = pool->concurrency();
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
    const Result<Environment> environment = withSecrets(defaultSettingSources().environment);
    if (!environment)
        return environment.error();
    Result<ChosenEngine> engine = chooseEngine(settings, engineLimits(settings), *environment);
    if (!engine)
        return engine.error();
    Result<SecretBox> keys = openKeys(settings, *environment, engine->isShared);
    if (!keys)
        return keys.error();
    Result<std::unique_ptr<Bucket>> bucket = makeBucket(settings);
    if (bucket)
        bucket = withFault(
            std::move(*bucket), settings.bucketUrl, qEnvironmentVariable("CREATEZOOM_FAULT"));
    if (!bucket)
        return bucket.error();
    const QUrl bucketUrl(settings.bucketUrl);
    if (bucketUrl.isLocalFile() && !QDir(bucketUrl.toLocalFile()).exists())
        return Error{ErrorCode::Usage,
                     u"There is no folder %1 (--bucket-url)"_s.arg(bucketUrl.toLocalFile())};
    auto withUploads
        = std::make_unique<BucketWithUploads>(std::move(*bucket), filesFolder(settings));
    return std::unique_ptr<Services>(new Services(std::make_unique<Parts>(
        settings, std::move(*keys), std::move(*engine), std::move(withUploads))));
}

Result<void> Services::start()
{
    Parts &p = *m_parts;
    p.janitor.sweep();
    p.pool = std::make_unique<WorkerPool>(
        WorkerPool::Collaborators{.engine = *p.store.engine,
                                  .secrets = p.secrets,
                                  .workspace = p.workspace,
                                  .random = systemRandom(),
                                  .retries = {.firstDelay = p.settings.retryDelay},
                                  .beats = {.stuckAfter = p.settings.stuckTimeout},
                                  .otherNodes = p.otherNodes(),
                                  .blockedFor = blockedDelay(p.settings),
                                  .meter = &p.meter},
        p.store.worker,
        p.stageWorkers());
    if (p.hasRole(u"api"_s)) {
        if (const Result<void> started = startRest(); !started)
            return started.error();
    }
    if (const Result<void> started = startPeerServer(); !started)
        return started.error();
    p.pool->start();
    p.presence = std::make_unique<Presence>(*p.store.engine, [&p] { return p.self(); });
    p.janitor.start();
    return {};
}

Result<void> Services::startRest()
{
    Parts &p = *m_parts;
    RestServerOptions options{
        .allowedOrigins = p.settings.allowedOrigins,
        .allowedHosts = p.settings.allowedHosts.isEmpty() ? usualHosts(p.settings.listen)
                                                          : p.settings.allowedHosts,
        .failureWord = p.settings.failureWord,
        .tokenRequired = p.bucket->needsToken(),
        .isStoreRemote = p.store.isShared,
        .checkCallback = [&p](const QUrl &url) { return p.webhooks.check(url); },
        .operations = p.operations(),
        .door = doorOf(p.settings)};
    options.admins.domains = p.settings.adminDomains;
    options.admins.actionDomains = p.settings.adminActionsDomains;
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
    UploadStore *const uploads = takesUploads(p.settings, p.store.isShared) ? &p.uploads : nullptr;
    p.rest = std::make_unique<RestServer>(p.jobs, uploads, std::move(options));
    const Result<QUrl> url = p.rest->start(p.settings.listen);
    if (!url)
        return url.error();
    p.restUrl = *url;
    startDispatcher();
    return {};
}

/// Where jobs are accepted from, their ends are told.
void Services::startDispatcher()
{
    Parts &p = *m_parts;
    p.dispatcher = std::make_unique<WebhookDispatcher>(
        WebhookDispatcher::Collaborators{.engine = *p.store.engine,
                                         .secrets = p.secrets,
                                         .tell =
                                             [&p](const Callback &callback,
                                                  const WebhookMessage &message,
                                                  const StepControl &control) {
                                                 return p.webhooks.tell(callback, message, control);
                                             },
                                         .clock = systemClock()},
        WebhookDispatcher::Times{.firstDelay = p.settings.retryDelay});
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
    // Who waits for a job may ask until the last step has ended; what is new is refused.
    p.jobs.drain();
    if (p.pool)
        p.pool->stop(grace);
    p.dispatcher.reset();
    if (p.rest)
        p.rest->stop();
    p.presence.reset();
    if (p.peerServer)
        p.peerServer->stop();
    p.janitor.stop();
}

bool Services::isWell() const
{
    constexpr std::chrono::seconds patience{2};
    return !m_parts->rest || m_parts->rest->answersWithin(patience);
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
