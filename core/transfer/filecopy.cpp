// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/filecopy.h"

#include "core/transfer/fileerror.h"

#include <QCryptographicHash>

#include <algorithm>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

constexpr qint64 copiedAtOnce = qint64{8} << 20;

const QString cannotRead = u"the source could not be read to its end"_s;
const QString cannotWrite = u"the copy could not be written"_s;

/// By hand, for file systems that the kernel cannot copy between; their errors have words here.
Result<qint64> copyChunk(QFile &from, QFile &to, qint64 count)
{
    const QByteArray bytes = from.read(count);
    if (bytes.isEmpty())
        return fileError(from, cannotRead);
    if (to.write(bytes) != bytes.size())
        return fileError(to, cannotWrite);
    return bytes.size();
}

} // namespace

Result<qint64>
copyFile(QFile &from, QFile &to, StepProgress::Phase phase, const StepControl &control)
{
    const qint64 total = from.size();
    qint64 done = 0;
    while (done < total) {
        if (control.stopRequested())
            return cancelledError();
        const qint64 wanted = std::min(copiedAtOnce, total - done);
        ssize_t count = ::copy_file_range(
            from.handle(), nullptr, to.handle(), nullptr, static_cast<size_t>(wanted), 0);
        if (count <= 0) {
            const Result<qint64> copied = copyChunk(from, to, wanted);
            if (!copied)
                return copied.error();
            count = *copied;
        }
        done += count;
        control.report({phase, done, total});
    }
    return done;
}

Result<QString> md5OfFile(QFile &file, const StepControl &control)
{
    QCryptographicHash md5(QCryptographicHash::Md5);
    for (qint64 left = file.size(); left > 0;) {
        if (control.stopRequested())
            return cancelledError();
        const QByteArray bytes = file.read(std::min(copiedAtOnce, left));
        if (bytes.isEmpty())
            return fileError(file, cannotRead);
        md5.addData(bytes);
        left -= bytes.size();
    }
    return QString::fromLatin1(md5.result().toHex());
}

} // namespace createzoom
