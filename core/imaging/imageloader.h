// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/jobs/conversionoptions.h"

#include <vips/vips8>

#include <QFile>
#include <QString>

#include <memory>

namespace createzoom {

/// One local file and the libvips loader that takes it. Opens it as often as asked: each image
/// reads the file anew. Keeps the file open when its name would be misread by libvips.
class ImageLoader
{
public:
    /// `name` is the file's name in messages.
    static Result<ImageLoader> find(const QString &path, const QString &name, DamagePolicy damaged);

    /// The header of one page (level, for a whole slide; reduction, for JPEG 2000); pixels come on
    /// demand.
    Result<vips::VImage> load(int page, VipsAccess access) const;

    const QString &fileName() const { return m_fileName; }
    const QByteArray &path() const { return m_path; } ///< as the operating system takes it
    QString name() const { return QString::fromLatin1(m_operation); } ///< "tiffload"

private:
    ImageLoader() = default;

    QString m_fileName;
    QByteArray m_path; ///< as libvips takes it
    QByteArray m_operation;
    DamagePolicy m_damaged = DamagePolicy::Refuse;
    std::shared_ptr<QFile> m_file;
};

} // namespace createzoom
