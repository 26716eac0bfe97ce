// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/certificates.h"

#include <QProcess>
#include <QStringList>

using namespace Qt::Literals::StringLiterals;

namespace createzoom::tests {

bool makeCertificates(const QString &folder)
{
    const QString key = u"-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes"_s;
    const QStringList steps{
        u"exec 2>/dev/null"_s,
        u"cd '%1'"_s.arg(folder),
        u"openssl req -x509 %1 -days 2 -subj /CN=ca -keyout ca.key -out ca.pem"_s.arg(key),
        u"openssl req -x509 %1 -days 2 -subj /CN=other -keyout other.key -out other.pem"_s.arg(key),
        u"openssl req %1 -subj /CN=redis -keyout redis.key -out redis.csr"_s.arg(key),
        u"echo subjectAltName=IP:127.0.0.1 > names"_s,
        u"openssl x509 -req -in redis.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 2"
        u" -extfile names -out redis.pem"_s};
    return QProcess::execute(u"sh"_s, {u"-ec"_s, steps.join(u'\n')}) == 0;
}

} // namespace createzoom::tests
