// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/jobsubmit.h"
#include "server/jsonbody.h"
#include "server/legacysubmit.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace createzoom;

namespace {

/// What was accepted is two places in buckets, without ways out of a folder.
void check(const JobRequest &request)
{
    for (const Location &place : {request.source, request.target()}) {
        const QStringList segments = place.path.split(u'/');
        if (place.isLocal() || place.path.isEmpty() || segments.contains(QStringLiteral(".."))
            || segments.contains(QStringLiteral(".")) || place.path.contains(QChar(0))
            || place.path.contains(u'\n'))
            std::abort();
    }
}

} // namespace

/// Any bytes as the body of a submit, on both surfaces, and as a change of options.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const HttpRequest request{
        .method = "POST",
        .path = "/deepzoom",
        .fields = {{"Content-Type", "application/json"}},
        .body = {reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)}};
    if (const Result<LegacySubmit> legacy = readSubmit(request, TokenNeed::Optional))
        check(legacy->request);
    if (const Result<JobSubmit> ours = readJobSubmit(request))
        check(ours->request);
    if (const Result<QJsonObject> json = jsonBody(request))
        static_cast<void>(changedOptions({}, *json));
    return 0;
}
