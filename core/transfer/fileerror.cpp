// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/fileerror.h"

#include <QFile>

#include <cerrno>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

Error fileError(const QFile &file, const QString &attempt)
{
    const QString detail = u"%1: %2"_s.arg(file.fileName(), file.errorString());
    // QFile keeps ENOSPC apart from all other failures of a write.
    if (file.error() == QFileDevice::ResourceError)
        return {ErrorCode::DiskFull, attempt + u": there is no space left on the disk"_s, detail};
    return {ErrorCode::Io, attempt, detail};
}

Result<void> syncToDisk(QFile &file, const QString &attempt)
{
    // EINVAL: what cannot be synchronised, such as a device, needs not be.
    if (file.flush() && (::fdatasync(file.handle()) == 0 || errno == EINVAL))
        return {};
    const int number = errno;
    return Error{
        writeErrorCode(number), attempt, u"%1: %2"_s.arg(file.fileName(), qt_error_string(number))};
}

} // namespace createzoom
