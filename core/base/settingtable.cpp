// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/settingtable.h"

#include "core/base/settingforms.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

template<typename Number>
bool setNumber(Number &target, const QString &text, qint64 low, qint64 high)
{
    bool ok = false;
    const qint64 value = text.toLongLong(&ok);
    if (!ok || value < low || value > high)
        return false;
    target = Number(value);
    return true;
}

QStringList listOf(const QString &text)
{
    QStringList entries;
    for (const QString &entry : text.split(u',', Qt::SkipEmptyParts))
        entries << entry.trimmed();
    return entries;
}

bool setRoles(Settings &s, const QString &text)
{
    static const QStringList known{u"api"_s, u"downloader"_s, u"processor"_s, u"uploader"_s};
    s.roles = listOf(text);
    return !s.roles.isEmpty() && std::all_of(s.roles.begin(), s.roles.end(), [](const QString &r) {
        return known.contains(r);
    });
}

constexpr qint64 maxSeconds = 7LL * 24 * 3600;

const std::array table{
    SettingRow{"listen",
               "127.0.0.1:8000",
               "address and port of the REST interface",
               "host:port",
               [](Settings &s, const QString &t) {
                   s.listen = t;
                   return isHostPort(t);
               }},
    SettingRow{"data",
               "",
               "folder for jobs, work files and keys; default: the user's own for the window, "
               "/var/lib/createzoom for the server",
               "a folder",
               [](Settings &s, const QString &t) {
                   s.data = t;
                   return true;
               }},
    SettingRow{"bucket-url",
               "https://data-proxy.ebrains.eu/api",
               "the data-proxy's base, or file:///FOLDER whose folders are buckets",
               "an http(s) or file URL",
               [](Settings &s, const QString &t) {
                   s.bucketUrl = t;
                   return isUrl(t, {u"http"_s, u"https"_s, u"file"_s});
               }},
    SettingRow{"iam-url",
               "https://iam.ebrains.eu/auth/realms/hbp",
               "identity service that admin tokens are checked with; empty, or with a folder as "
               "bucket-url: the token in DATA/admin-token",
               "an http(s) URL or nothing",
               [](Settings &s, const QString &t) {
                   s.iamUrl = t;
                   return t.isEmpty() || isUrl(t, {u"http"_s, u"https"_s});
               }},
    SettingRow{"admin-domains",
               "@medisin.uio.no",
               "e-mail domains whose users may see all jobs, separated by commas",
               "domains",
               [](Settings &s, const QString &t) {
                   s.adminDomains = listOf(t);
                   return true;
               }},
    SettingRow{"admin-actions-domains",
               "",
               "e-mail domains whose users may also change all jobs and the queue; default: none",
               "domains",
               [](Settings &s, const QString &t) {
                   s.adminActionsDomains = listOf(t);
                   return true;
               }},
    SettingRow{"failure-word",
               "failed",
               "the legacy status word of a failed job: failed (scripts) or error (front ends)",
               "failed or error",
               [](Settings &s, const QString &t) {
                   s.failureWord = t;
                   return t == u"failed" || t == u"error";
               }},
    SettingRow{"allowed-origins",
               "*",
               "origins of web pages that may call (CORS), separated by commas",
               "*, or origins such as https://lab.example.org",
               [](Settings &s, const QString &t) {
                   s.allowedOrigins = listOf(t);
                   return std::all_of(s.allowedOrigins.begin(), s.allowedOrigins.end(), isOrigin);
               }},
    SettingRow{"allowed-hosts",
               "",
               "names by which the server may be called, separated by commas, beside addresses and "
               "localhost; default: * when it listens beyond loopback",
               "*, or names such as zoom.lab.example",
               [](Settings &s, const QString &t) {
                   s.allowedHosts = listOf(t);
                   return true;
               }},
    SettingRow{
        "tls-certificate",
        "",
        "certificate of the REST interface with its chain (PEM), read again when it changes; "
        "empty: plain HTTP",
        "a file or nothing",
        [](Settings &s, const QString &t) {
            s.tlsCertificate = t;
            return true;
        }},
    SettingRow{"tls-key",
               "",
               "key of that certificate (PEM, without a password)",
               "a file or nothing",
               [](Settings &s, const QString &t) {
                   s.tlsKey = t;
                   return true;
               }},
    SettingRow{"max-connections",
               "1024",
               "connections to the REST interface at a time",
               "16 to 100000",
               [](Settings &s, const QString &t) {
                   return setNumber(s.maxConnections, t, 16, 100'000);
               }},
    SettingRow{"connections-per-address",
               "0",
               "of them from one address, and requests at a time of one client behind a proxy; 0: "
               "all",
               "0 to 100000",
               [](Settings &s, const QString &t) {
                   return setNumber(s.connectionsPerAddress, t, 0, 100'000);
               }},
    SettingRow{"trusted-proxies",
               "",
               "addresses or networks of proxies, separated by commas: believed when they name a "
               "client in X-Forwarded-For, and not limited themselves",
               "addresses such as 10.0.0.7 or 10.0.0.0/8",
               [](Settings &s, const QString &t) {
                   s.trustedProxies = listOf(t);
                   return std::all_of(
                       s.trustedProxies.begin(), s.trustedProxies.end(), isAddressOrNetwork);
               }},
    SettingRow{"private-callbacks",
               "no",
               "whether callers may be told of a job's end at addresses of this machine and of "
               "private networks",
               "yes or no",
               [](Settings &s, const QString &t) {
                   s.mayCallPrivate = t == u"yes";
                   return t == u"yes" || t == u"no";
               }},
    SettingRow{"queue-limit",
               "10000",
               "jobs that may wait or run; more are refused with 503, on /api/v1 with 429",
               "1 to 1000000",
               [](Settings &s, const QString &t) {
                   return setNumber(s.queueLimit, t, 1, 1'000'000);
               }},
    SettingRow{
        "engine",
        "auto",
        "where jobs are kept: sqlite (DATA), redis (several machines share them; REDIS_URL or "
        "REDIS_HOST and others), auto: redis where such a variable is set",
        "auto, sqlite or redis",
        [](Settings &s, const QString &t) {
            s.engine = t;
            return t == u"auto" || t == u"sqlite" || t == u"redis";
        }},
    SettingRow{"roles",
               "api,downloader,processor,uploader",
               "what this process does",
               "a list of api, downloader, processor, uploader",
               setRoles},
    SettingRow{"shared-work",
               "",
               "with Redis: a folder for work files that all machines of the same setting share",
               "a folder or nothing",
               [](Settings &s, const QString &t) {
                   s.sharedWork = t;
                   return true;
               }},
    SettingRow{"peer-listen",
               "",
               "with Redis: address and port at which other machines fetch work files and previews",
               "host:port or nothing",
               [](Settings &s, const QString &t) {
                   s.peerListen = t;
                   return t.isEmpty() || isHostPort(t);
               }},
    SettingRow{"peer-url",
               "",
               "how other machines reach peer-listen; default: this machine's name",
               "an http(s) URL or nothing",
               [](Settings &s, const QString &t) {
                   s.peerUrl = t;
                   return t.isEmpty() || isUrl(t, {u"http"_s, u"https"_s});
               }},
    SettingRow{"download-workers",
               "4",
               "downloads at a time",
               "1 to 64",
               [](Settings &s, const QString &t) {
                   return setNumber(s.downloadWorkers, t, 1, 64);
               }},
    SettingRow{"process-workers",
               "1",
               "conversions at a time",
               "1 to 64",
               [](Settings &s, const QString &t) {
                   return setNumber(s.processWorkers, t, 1, 64);
               }},
    SettingRow{"upload-workers",
               "2",
               "uploads at a time",
               "1 to 64",
               [](Settings &s, const QString &t) {
                   return setNumber(s.uploadWorkers, t, 1, 64);
               }},
    SettingRow{"running-per-user",
               "3",
               "jobs of one user that run in a step while jobs of others wait; 0: any number",
               "0 to 1000",
               [](Settings &s, const QString &t) {
                   return setNumber(s.runningPerUser, t, 0, 1000);
               }},
    SettingRow{"threads",
               "0",
               "threads of a conversion; 0: the cores shared among the process workers",
               "0 to 256",
               [](Settings &s, const QString &t) {
                   return setNumber(s.threads, t, 0, 256);
               }},
    SettingRow{"max-pixels",
               "100000000000",
               "pixels that an image may have",
               "1 to 1000000000000000",
               [](Settings &s, const QString &t) {
                   return setNumber(s.maxPixels, t, qint64{1}, qint64{1'000'000'000'000'000});
               }},
    SettingRow{"max-pages",
               "1000",
               "pages that a document may have",
               "1 to 10000000",
               [](Settings &s, const QString &t) {
                   return setNumber(s.maxPages, t, 1, 10'000'000);
               }},
    SettingRow{"loaders",
               "openslide,jp2k,jxl,openexr,ppm",
               "loaders that libvips calls untrusted and that are open all the same",
               "a list of openslide, jp2k, jxl, openexr, ppm, magick, pdf, svg, fits, mat, analyze",
               [](Settings &s, const QString &t) {
                   s.loaders = listOf(t);
                   return isLoaderList(t);
               }},
    SettingRow{"memory",
               "0",
               "MiB that a conversion may use; 0: half of the machine's, or of the container's",
               "0, or 256 to 1048576",
               [](Settings &s, const QString &t) {
                   return setNumber(s.memoryMiB, t, 0, 1'048'576)
                       && (s.memoryMiB == 0 || s.memoryMiB >= 256);
               }},
    SettingRow{
        "memory-budget",
        "0",
        "MiB that conversions at a time may need by their estimates, others wait; 0: half of "
        "the machine's, or of the container's",
        "0, or 256 to 1048576",
        [](Settings &s, const QString &t) {
            return setNumber(s.memoryBudgetMiB, t, 0, 1'048'576)
                && (s.memoryBudgetMiB == 0 || s.memoryBudgetMiB >= 256);
        }},
    SettingRow{"max-archive",
               "0",
               "MiB that an archive may have; 0: what the disk has above its floor",
               "0 to 1048576",
               [](Settings &s, const QString &t) {
                   return setNumber(s.maxArchiveMiB, t, 0, 1'048'576);
               }},
    SettingRow{"max-upload",
               "32768",
               "MiB that an image sent over REST may have; 0: no uploads",
               "0 to 1048576",
               [](Settings &s, const QString &t) {
                   return setNumber(s.maxUploadMiB, t, 0, 1'048'576);
               }},
    SettingRow{"process-timeout",
               "21600",
               "seconds that a conversion may take",
               "1 to 604800",
               [](Settings &s, const QString &t) {
                   return setNumber(s.processTimeout, t, 1, maxSeconds);
               }},
    SettingRow{"download-timeout",
               "3600",
               "seconds that a download may take",
               "1 to 604800",
               [](Settings &s, const QString &t) {
                   return setNumber(s.downloadTimeout, t, 1, maxSeconds);
               }},
    SettingRow{"upload-timeout",
               "7200",
               "seconds that an upload may take",
               "1 to 604800",
               [](Settings &s, const QString &t) {
                   return setNumber(s.uploadTimeout, t, 1, maxSeconds);
               }},
    SettingRow{
        "stuck-timeout",
        "1800",
        "seconds without any progress after which a step is ended and its job fails; 0: never",
        "0 to 604800",
        [](Settings &s, const QString &t) {
            return setNumber(s.stuckTimeout, t, 0, maxSeconds);
        }},
    SettingRow{"stall-timeout",
               "30",
               "seconds without a byte after which a transfer is tried anew",
               "1 to 3600",
               [](Settings &s, const QString &t) {
                   return setNumber(s.stallTimeout, t, 1, 3600);
               }},
    SettingRow{
        "retry-delay",
        "5",
        "seconds before a step that failed for a passing reason runs again; doubled each time",
        "0 to 3600",
        [](Settings &s, const QString &t) {
            return setNumber(s.retryDelay, t, 0, 3600);
        }},
    SettingRow{"disk-floor",
               "5120",
               "MiB kept free where the data folder lies",
               "0 to 1048576",
               [](Settings &s, const QString &t) {
                   return setNumber(s.diskFloorMiB, t, 0, 1'048'576);
               }},
    SettingRow{"retention",
               "72",
               "hours that ended jobs stay",
               "1 to 8760",
               [](Settings &s, const QString &t) {
                   return setNumber(s.retention, t, 1, 8760);
               }},
    SettingRow{"grace",
               "10",
               "seconds that running steps get to end after SIGTERM; then they are put back",
               "0 to 3600",
               [](Settings &s, const QString &t) {
                   return setNumber(s.grace, t, 0, 3600);
               }},
    SettingRow{"log-format",
               "text",
               "lines of the log on standard error: text, or json with an object on each",
               "text or json",
               [](Settings &s, const QString &t) {
                   s.logFormat = t == u"json" ? LogFormat::Json : LogFormat::Text;
                   return t == u"json" || t == u"text";
               }},
};

} // namespace

std::span<const SettingRow> settingRows()
{
    return table;
}

} // namespace createzoom
