// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/corspolicy.h"

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

CorsPolicy::CorsPolicy(const QStringList &allowedOrigins)
{
    for (const QString &origin : allowedOrigins) {
        const QString trimmed = origin.endsWith(u'/') ? origin.chopped(1) : origin;
        m_origins << trimmed.toUtf8().toLower();
    }
    m_allowsAll = m_origins.contains("*");
}

void CorsPolicy::apply(HttpAnswer &answer, const QByteArray &origin) const
{
    if (m_allowsAll) {
        answer.fields.append(HttpField{"Access-Control-Allow-Origin"_ba, "*"_ba});
    } else {
        answer.fields.append(
            HttpField{"Vary", "Origin"}); // also without one: a cache must not mix the two
        if (!m_origins.contains(origin.toLower()))
            return;
        answer.fields.append(HttpField{"Access-Control-Allow-Origin", origin});
    }
    QByteArray exposed = "Retry-After, X-Request-ID"_ba;
    for (const char *name : {"ETag", "Location", "Link", "Content-Range"}) {
        if (answer.hasField(name))
            exposed.append(", ").append(name);
    }
    answer.fields.append(HttpField{"Access-Control-Expose-Headers"_ba, exposed});
}

HttpAnswer CorsPolicy::preflight(const QByteArrayList &methods, const QByteArrayList &moreFields)
{
    const QByteArray list = methods.join(", ");
    const QByteArrayList fields = QByteArrayList{"content-type", "authorization"} + moreFields;
    return {.status = 204,
            .fields = {{"Allow", list},
                       {"Access-Control-Allow-Methods", list},
                       {"Access-Control-Allow-Headers", fields.join(", ")},
                       {"Access-Control-Max-Age", "86400"}}};
}

} // namespace createzoom
