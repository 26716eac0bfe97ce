// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/vipsruntime.h"

#include <vips/vips8>

#include <QLoggingCategory>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

/// Newer libvips tells of each thread pool: a command line shall not.
Q_LOGGING_CATEGORY(lcImaging, "createzoom.imaging", QtWarningMsg)

struct UntrustedLoader
{
    const char *name;
    const char *vipsClass; ///< stands for those below it, too
    bool isUsual;
};

/// libvips' own list of untrusted loaders closes whole-slide readers too: the usual ones are opened
/// again. The OpenEXR and OpenSlide loaders are what makes scans of brain sections readable.
constexpr std::array untrustedLoaders{
    UntrustedLoader{"openslide", "VipsForeignLoadOpenslide", true},
    UntrustedLoader{"jp2k", "VipsForeignLoadJp2k", true},
    UntrustedLoader{"jxl", "VipsForeignLoadJxl", true},
    UntrustedLoader{"openexr", "VipsForeignLoadOpenexr", true},
    UntrustedLoader{"ppm", "VipsForeignLoadPpm", true},
    UntrustedLoader{"magick", "VipsForeignLoadMagick", false},
    UntrustedLoader{"magick", "VipsForeignLoadMagick7", false},
    UntrustedLoader{"pdf", "VipsForeignLoadPdf", false},
    UntrustedLoader{"svg", "VipsForeignLoadSvg", false},
    UntrustedLoader{"fits", "VipsForeignLoadFits", false},
    UntrustedLoader{"mat", "VipsForeignLoadMat", false},
    UntrustedLoader{"analyze", "VipsForeignLoadAnalyze", false},
};

/// Trusted by libvips, yet a text file that starts with two numbers would become an image.
constexpr std::array closedLoaders{"VipsForeignLoadMatrix"};

void logVipsMessage(const gchar * /*domain*/,
                    GLogLevelFlags level,
                    const gchar *text,
                    gpointer /*data*/)
{
    if (level & (G_LOG_LEVEL_ERROR | G_LOG_LEVEL_CRITICAL))
        qCWarning(lcImaging, "%s", text);
    else
        qCInfo(lcImaging, "%s", text);
}

thread_local int impossibleNumbersSeen = 0;

void countImpossibleNumbers(const gchar *domain,
                            GLogLevelFlags level,
                            const gchar *text,
                            gpointer data)
{
    if (QByteArrayView(text).contains("out of range for property"))
        ++impossibleNumbersSeen;
    else
        logVipsMessage(domain, level, text, data);
}

Result<void> initialise()
{
    if (VIPS_INIT("createzoom") != 0)
        return Error{ErrorCode::Internal, u"libvips cannot be started"_s, takeVipsErrors()};
    g_log_set_handler(
        "VIPS",
        static_cast<GLogLevelFlags>(G_LOG_LEVEL_MASK | G_LOG_FLAG_FATAL | G_LOG_FLAG_RECURSION),
        logVipsMessage,
        nullptr);
    g_log_set_handler(
        "GLib-GObject",
        static_cast<GLogLevelFlags>(G_LOG_LEVEL_MASK | G_LOG_FLAG_FATAL | G_LOG_FLAG_RECURSION),
        countImpossibleNumbers,
        nullptr);
    vips_block_untrusted_set(TRUE);
    for (const UntrustedLoader &loader : untrustedLoaders)
        vips_operation_block_set(loader.vipsClass, !loader.isUsual);
    for (const char *name : closedLoaders)
        vips_operation_block_set(name, TRUE);
    // The cache knows operations by file name: a file that was replaced would be read from the old
    // one.
    vips_cache_set_max(0);
    return {};
}

} // namespace

Result<void> startVips()
{
    static const Result<void> started = initialise();
    return started;
}

Result<void> openLoaders(const QStringList &names)
{
    if (const Result<void> started = startVips(); !started)
        return started.error();
    for (const UntrustedLoader &loader : untrustedLoaders) {
        const bool isOpen
            = names.isEmpty() ? loader.isUsual : names.contains(QLatin1String(loader.name));
        vips_operation_block_set(loader.vipsClass, !isOpen);
    }
    return {};
}

QString takeVipsErrors()
{
    char *buffer = vips_error_buffer_copy();
    QString text = QString::fromUtf8(buffer).simplified();
    g_free(buffer);
    return text;
}

int impossibleNumbers()
{
    return impossibleNumbersSeen;
}

QString vipsVersion()
{
    return u"libvips %1.%2.%3"_s.arg(vips_version(0)).arg(vips_version(1)).arg(vips_version(2));
}

VipsThread::~VipsThread()
{
    vips_thread_shutdown();
}

} // namespace createzoom
