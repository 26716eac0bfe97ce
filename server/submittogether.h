// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobservice.h"
#include "server/httpmessage.h"

#include <functional>

namespace createzoom {

/// A request for a job that may be put to the store.
struct JobWish
{
    Submission submission{};
    std::function<HttpAnswer(const Submitted &)> answer{}; ///< of what the store made of it
};

/// How a surface reads a request, and writes a refusal.
struct SubmitForm
{
    std::function<Result<JobWish>(const HttpRequest &)> read{};
    std::function<HttpAnswer(const Error &)> refuse{};
};

/// Puts the requests of several clients to the store at once, so that they wait for its disk
/// together. Answers in the order of the requests. Any thread that may wait for the store.
QList<HttpAnswer>
submitTogether(JobService &service, const QList<HttpRequest> &requests, const SubmitForm &form);

} // namespace createzoom
