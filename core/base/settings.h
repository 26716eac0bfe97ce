// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/logging.h"
#include "core/base/result.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <chrono>

namespace createzoom {

/// Every setting of the server and of the window's embedded one. A value, read once at start. The
/// table in settingtable.cpp is the only list of keys, defaults, ranges and help; a key is the
/// option
/// ("--queue-limit"), the environment variable (CREATEZOOM_QUEUE_LIMIT) and the key in the TOML
/// file (queue-limit).
struct Settings
{
    QString listen{}; ///< host:port; port 0 = any free one
    QString data{}; ///< folder of jobs, work files, keys
    QString bucketUrl{}; ///< data-proxy base, or file:///folder
    QString iamUrl{}; ///< empty: admin calls take <data>/admin-token
    QStringList adminDomains{}; ///< "@medisin.uio.no": may see all jobs
    QStringList adminActionsDomains{}; ///< may change them too
    QString failureWord{}; ///< legacy `status` of a failed job
    QStringList allowedOrigins{}; ///< of web pages that may call; "*" = any
    QStringList allowedHosts{}; ///< names the server goes by; "*" = any; empty: by the address
    int maxConnections = 0; ///< to the REST interface
    int connectionsPerAddress = 0; ///< 0: as many as in all
    QStringList trustedProxies{}; ///< addresses or networks whose X-Forwarded-For is believed
    bool mayCallPrivate = false; ///< callbacks to this machine and to private networks
    QString tlsCertificate{}; ///< PEM file; empty: plain HTTP
    QString tlsKey{}; ///< PEM file
    qint64 queueLimit = 0; ///< jobs not ended
    QString engine{}; ///< auto, sqlite, redis
    QStringList roles{};
    QString sharedWork{}; ///< folder for work files that several machines share; empty: below data
    QString peerListen{}; ///< host:port for other machines that share the jobs; empty: none
    QString peerUrl{}; ///< how they reach it; empty: by this machine's name
    int downloadWorkers = 0;
    int processWorkers = 0;
    int uploadWorkers = 0;
    int runningPerUser = 0; ///< jobs of a submitter in a stage, while others' wait; 0 = any number
    int threads = 0; ///< per conversion; 0 = cores / process workers
    qint64 maxPixels = 100'000'000'000; ///< of an image
    int maxPages = 1000; ///< of a document
    QStringList loaders{}; ///< untrusted loaders of libvips that are open
    int memoryMiB = 0; ///< address space of a decoding child; 0 = half of the machine
    int memoryBudgetMiB = 0; ///< of all conversions at a time; 0 = half of the machine
    qint64 maxUploadMiB = 0; ///< of an image sent over REST; 0 = none is taken
    qint64 maxArchiveMiB = 0; ///< of an archive; 0 = what its disk has
    std::chrono::seconds stuckTimeout{}; ///< for a step without any progress; 0 = never
    std::chrono::seconds processTimeout{};
    std::chrono::seconds downloadTimeout{};
    std::chrono::seconds uploadTimeout{};
    std::chrono::seconds stallTimeout{};
    std::chrono::seconds
        retryDelay{}; ///< before the first retry of a step; doubled for each further one
    qint64 diskFloorMiB = 0; ///< kept free below `data`
    std::chrono::hours retention{};
    std::chrono::seconds grace{}; ///< for running steps after SIGTERM
    LogFormat logFormat = LogFormat::Text;
};

struct SettingInfo
{
    QString key{};
    QString defaultText{};
    QString help{};
    QString allowed{}; ///< what a value may be, in a few words
};

/// The rows of the table, for --help, the manual and completion.
QList<SettingInfo> settingTable();

/// All of them as comments of a TOML file, with what each may be: how a new configuration file
/// begins. The same on every machine.
QString settingDefaults();

/// Where each value comes from. Command line > environment > files, the later file first >
/// defaults.
struct SettingSources
{
    QHash<QString, QString> defaults{}; ///< key -> text, where they are not those of the table
    QHash<QString, QString> commandLine{}; ///< key -> text
    QHash<QString, QString> environment{}; ///< variable -> text
    QStringList files{}; ///< TOML, in rising order of precedence; those missing are passed over
    QString requiredFile{}; ///< --config: must exist; above `files`
};

struct LoadedSettings
{
    Settings settings{};
    QString toml{}; ///< all values as a TOML file, each with its origin: what --print-config prints
};

/// Reads, checks ranges, reports every mistake in one error (code Usage), unknown keys and
/// CREATEZOOM_ variables too.
Result<LoadedSettings> loadSettings(const SettingSources &sources);

/// The variables of this process and the customary files.
SettingSources defaultSettingSources();

} // namespace createzoom
