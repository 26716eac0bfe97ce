// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/sourceerror.h"

#include <QByteArray>
#include <QFile>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

struct Symptom
{
    const char *words; ///< in libvips' text, any case
    ErrorCode code;
    const char *message;
};

constexpr std::array symptoms{
    Symptom{"out of memory", ErrorCode::Memory, "%1 needs more memory than there is"},
    Symptom{
        "no space left", ErrorCode::DiskFull, "There is no room for the temporary pixels of %1"},
    Symptom{"not supported", ErrorCode::Unsupported, "%1 is of a kind that cannot be read here"},
    Symptom{"unsupported", ErrorCode::Unsupported, "%1 is of a kind that cannot be read here"},
    Symptom{
        "samples out of range", ErrorCode::Unsupported, "%1 is of a kind that cannot be read here"},
    Symptom{"not configured",
            ErrorCode::Unsupported,
            "%1 is compressed in a way that cannot be read here"},
    Symptom{"not implemented",
            ErrorCode::Unsupported,
            "%1 is compressed in a way that cannot be read here"},
};

struct Signature
{
    qsizetype offset = 0;
    QByteArrayView bytes{};
    const char *format = nullptr;
    const char *advice = nullptr;
};

constexpr const char *exportTiff = "export it as TIFF or OME-TIFF";

const std::array signatures{
    Signature{0, "ZISRAWFILE", "a Zeiss CZI file", exportTiff},
    Signature{0, "\xDA\xCE\xBE\x0A", "a Nikon ND2 file", exportTiff},
    Signature{0, QByteArrayView("\x70\x00\x00\x00", 4), "a Leica LIF file", exportTiff},
    Signature{
        0, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "an OLE file (OIB, ZVI or a document)", exportTiff},
    Signature{0, "\x89HDF\r\n\x1A\n", "an HDF5 file (IMS, H5, NWB)", exportTiff},
    Signature{0, "8BPS", "a Photoshop file", "save it as TIFF"},
    Signature{0, "%PDF", "a PDF file", "save its picture as PNG or TIFF"},
    Signature{0, "BM", "a BMP file", "save it as PNG or TIFF"},
    Signature{0, "SIMPLE  =", "a FITS file", exportTiff},
    Signature{0, "MATLAB", "a MATLAB file", exportTiff},
    Signature{0, "<svg", "an SVG drawing", "save it as PNG"},
    Signature{
        344, QByteArrayView("n+1\0", 4), "a NIfTI volume", "export its sections as TIFF or PNG"},
    Signature{128, "DICM", "a DICOM file", exportTiff},
    Signature{0, "PK\x03\x04", "a ZIP archive", "unpack it first"},
};

/// Formats that are read here: a file that begins so and finds no loader has lost the part that
/// says what it is.
constexpr std::array readable{
    QByteArrayView("II*\0", 4),
    QByteArrayView("MM\0*", 4),
    QByteArrayView("II+\0", 4),
    QByteArrayView("MM\0+", 4),
    QByteArrayView("\x89PNG\r\n\x1a\n", 8),
    QByteArrayView("\xff\xd8\xff", 3),
    QByteArrayView("GIF8", 4),
    QByteArrayView("RIFF", 4),
    QByteArrayView("\x00\x00\x00\x0cjP  ", 8),
    QByteArrayView("\xff\x4f\xff\x51", 4),
};

/// OpenSlide's formats of several files, and those of which it knows nothing.
struct PartedFormat
{
    const char *suffix;
    const char *needs; ///< %1 is the name without its suffix
};

constexpr std::array partedFormats{
    PartedFormat{".mrxs", "it needs the folder %1 beside it, with Slidedat.ini in it"},
    PartedFormat{".vms", "it needs its .opt and .jpg files beside it"},
    PartedFormat{".vmu", "it needs its .opt and .l0 files beside it"},
    PartedFormat{".vsi",
                 "its pixels lie in the folder _%1_, which cannot be read here: export it as "
                 "TIFF or OME-TIFF"},
};

bool hasSignature(const QByteArray &head, const Signature &signature)
{
    return head.size() > signature.offset
        && QByteArrayView(head).sliced(signature.offset).startsWith(signature.bytes);
}

} // namespace

Error sourceError(const QString &fileName, const QString &detail)
{
    for (const Symptom &symptom : symptoms) {
        if (detail.contains(QLatin1String(symptom.words), Qt::CaseInsensitive))
            return {symptom.code, QString::fromLatin1(symptom.message).arg(fileName), detail};
    }
    return {ErrorCode::Damaged, u"%1 is damaged or cut off"_s.arg(fileName), detail};
}

std::optional<Error> missingPartsError(const QString &fileName, const QByteArray &loader)
{
    if (loader == "openslideload")
        return std::nullopt;
    for (const PartedFormat &format : partedFormats) {
        const QLatin1String suffix(format.suffix);
        if (fileName.endsWith(suffix, Qt::CaseInsensitive))
            return Error{ErrorCode::Unsupported,
                         u"%1 is one of several files: %2"_s.arg(
                             fileName,
                             QString::fromLatin1(format.needs)
                                 .replace(u"%1"_s, fileName.chopped(suffix.size())))};
    }
    return std::nullopt;
}

Error unknownFormatError(const QString &path, const QString &fileName)
{
    constexpr qint64 headSize = 512;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {ErrorCode::Io, u"%1 cannot be opened"_s.arg(fileName), file.errorString()};
    const QByteArray head = file.read(headSize);
    if (head.isEmpty())
        return {ErrorCode::Unreadable, u"%1 is empty"_s.arg(fileName)};
    for (const Signature &signature : signatures) {
        if (hasSignature(head, signature))
            return {
                ErrorCode::Unsupported,
                u"%1 is %2, which cannot be read here: %3"_s.arg(
                    fileName, QLatin1String(signature.format), QLatin1String(signature.advice))};
    }
    for (const QByteArrayView start : readable) {
        if (head.startsWith(start))
            return {ErrorCode::Damaged, u"%1 is damaged or cut off"_s.arg(fileName)};
    }
    return {ErrorCode::Unreadable, u"%1 is not an image that can be read"_s.arg(fileName)};
}

} // namespace createzoom
