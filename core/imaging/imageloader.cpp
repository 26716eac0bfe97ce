// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/imageloader.h"

#include "core/imaging/sourceerror.h"
#include "core/imaging/tiffchain.h"
#include "core/imaging/vipsruntime.h"

#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

Result<void> checkFile(const QString &path, const QString &name)
{
    const QFileInfo info(path);
    if (!info.exists())
        return Error{ErrorCode::NotFound, u"There is no file %1"_s.arg(name)};
    if (!info.isFile())
        return Error{ErrorCode::Unreadable, u"%1 is not a file"_s.arg(name)};
    if (!info.isReadable())
        return Error{ErrorCode::Io, u"%1 may not be read"_s.arg(name)};
    return {};
}

/// A damaged stretch inside a JPEG is only a warning to libjpeg, yet grey pixels to a person. Other
/// loaders' warnings are about odd tags.
VipsFailOn strictness(const QByteArray &operation, DamagePolicy damaged)
{
    if (damaged == DamagePolicy::Allow)
        return VIPS_FAIL_ON_NONE;
    return operation == "jpegload" ? VIPS_FAIL_ON_WARNING : VIPS_FAIL_ON_ERROR;
}

bool hasArgument(const char *operation, const char *argument)
{
    VipsOperation *instance = vips_operation_new(operation);
    if (!instance)
        return false;
    const bool found
        = g_object_class_find_property(G_OBJECT_GET_CLASS(instance), argument) != nullptr;
    g_object_unref(instance);
    return found;
}

/// vips_foreign_map() calls this with each loader's class, the best first, until one is returned.
void *takeLoader(void *loader, void *path, void * /*unused*/)
{
    const auto *name = VIPS_OBJECT_CLASS(loader)->nickname;
    const bool isClosed = (VIPS_OPERATION_CLASS(loader)->flags & VIPS_OPERATION_BLOCKED) != 0;
    if (isClosed || g_str_has_suffix(name, "_buffer") || g_str_has_suffix(name, "_source"))
        return nullptr;
    const auto isItsKind = VIPS_FOREIGN_LOAD_CLASS(loader)->is_a;
    return isItsKind && isItsKind(static_cast<const char *>(path)) ? loader : nullptr;
}

/// As vips_foreign_find_load() does, which however lets closed loaders look at the bytes too: that
/// of FITS unpacks what looks like gzip. Null when none takes the file.
const char *findLoader(const QByteArray &path)
{
    void *loader
        = vips_foreign_map("VipsForeignLoad", takeLoader, const_cast<char *>(path.data()), nullptr);
    takeVipsErrors();
    return loader ? VIPS_OBJECT_CLASS(loader)->nickname : nullptr;
}

} // namespace

Result<ImageLoader>
ImageLoader::find(const QString &path, const QString &name, DamagePolicy damaged)
{
    if (const Result<void> started = startVips(); !started)
        return started.error();
    if (const Result<void> checked = checkFile(path, name); !checked)
        return checked.error();
    ImageLoader loader;
    loader.m_damaged = damaged;
    loader.m_fileName = name;
    loader.m_path = QFile::encodeName(QFileInfo(path).absoluteFilePath());
    if (loader.m_path.endsWith(']')) {
        // libvips would take "[...]" at the end of a name for options of its own.
        loader.m_file = std::make_shared<QFile>(path);
        if (!loader.m_file->open(QIODevice::ReadOnly))
            return Error{ErrorCode::Io,
                         u"%1 cannot be opened"_s.arg(loader.m_fileName),
                         loader.m_file->errorString()};
        loader.m_path = "/proc/self/fd/" + QByteArray::number(loader.m_file->handle());
    }
    loader.m_operation = findLoader(loader.m_path);
    if (const std::optional<Error> missing = missingPartsError(name, loader.m_operation))
        return *missing;
    if (loader.m_operation.isEmpty())
        return unknownFormatError(path, name);
    if (loader.m_operation == "tiffload" && damaged == DamagePolicy::Refuse
        && !isTiffChainWhole(path))
        return sourceError(name, u"a TIFF directory lies beyond the end of the file"_s);
    return loader;
}

Result<vips::VImage> ImageLoader::load(int page, VipsAccess access) const
{
    vips::VImage image;
    auto *options = vips::VImage::option()
                        ->set("filename", m_path.constData())
                        ->set("out", &image)
                        ->set("access", access)
                        ->set("fail_on", strictness(m_operation, m_damaged));
    if (page > 0) {
        const char *name = m_operation == "openslideload" ? "level" : "page";
        if (hasArgument(m_operation.constData(), name))
            options->set(name, page);
    }
    const int impossibleBefore = impossibleNumbers();
    try {
        vips::VImage::call(m_operation.constData(), options);
    } catch (const vips::VError &) {
        return sourceError(m_fileName, takeVipsErrors());
    }
    if (impossibleNumbers() != impossibleBefore)
        return sourceError(m_fileName, u"its header has an impossible number"_s);
    return image;
}

} // namespace createzoom
