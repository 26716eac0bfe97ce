// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/submittogether.h"

#include <utility>
#include <vector>

namespace createzoom {

QList<HttpAnswer>
submitTogether(JobService &service, const QList<HttpRequest> &requests, const SubmitForm &form)
{
    QList<HttpAnswer> answers;
    std::vector<JobWish> wishes;
    QList<qsizetype> places; // of their answers
    std::vector<Submission> submissions;
    for (const HttpRequest &request : requests) {
        Result<JobWish> wish = form.read(request);
        answers << (wish ? HttpAnswer() : form.refuse(wish.error()));
        if (!wish)
            continue;
        submissions.push_back(std::move(wish->submission));
        wishes.push_back(std::move(*wish));
        places << answers.size() - 1;
    }
    const QList<Result<Submitted>> outcomes = service.submitAll(std::move(submissions));
    for (qsizetype i = 0; i < outcomes.size(); ++i) {
        const Result<Submitted> &outcome = outcomes.at(i);
        answers[places.at(i)]
            = outcome ? wishes[size_t(i)].answer(*outcome) : form.refuse(outcome.error());
    }
    return answers;
}

} // namespace createzoom
