// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/errortext.h"

#include "ui/sentences.h"

#include <QCoreApplication>
#include <QStringList>

#include <array>

namespace createzoom {

namespace {

struct Words
{
    ErrorCode code;
    const char *reason;
    const char *why;
    const char *remedy;
};

using enum ErrorCode;

constexpr auto wordsOfErrors = std::to_array<Words>({
    {Cancelled,
     QT_TRANSLATE_NOOP("ErrorText", "cancelled"),
     "",
     QT_TRANSLATE_NOOP("ErrorText", "Retry the job if this was not meant.")},
    {Usage,
     QT_TRANSLATE_NOOP("ErrorText", "wrong use"),
     "",
     QT_TRANSLATE_NOOP("ErrorText", "Check what was entered.")},
    {InvalidRequest,
     QT_TRANSLATE_NOOP("ErrorText", "not accepted"),
     QT_TRANSLATE_NOOP("ErrorText", "A name or an option is not allowed."),
     QT_TRANSLATE_NOOP("ErrorText", "Rename the file or change the option, then add it again.")},
    {NotFound,
     QT_TRANSLATE_NOOP("ErrorText", "not found"),
     QT_TRANSLATE_NOOP("ErrorText",
                       "It may have been moved, renamed or deleted since it was added."),
     QT_TRANSLATE_NOOP("ErrorText",
                       "Put it back and retry, or remove the job and add it from its new place.")},
    {AuthRequired,
     QT_TRANSLATE_NOOP("ErrorText", "needs sign-in"),
     QT_TRANSLATE_NOOP("ErrorText", "The bucket did not accept the token."),
     QT_TRANSLATE_NOOP("ErrorText", "Sign in again and send the job with a new token.")},
    {AuthExpired,
     QT_TRANSLATE_NOOP("ErrorText", "sign-in expired"),
     QT_TRANSLATE_NOOP("ErrorText",
                       "A token holds for a limited time only, and is erased when its job ends."),
     QT_TRANSLATE_NOOP("ErrorText", "Sign in again and send the job with a new token.")},
    {Forbidden,
     QT_TRANSLATE_NOOP("ErrorText", "no permission"),
     QT_TRANSLATE_NOOP("ErrorText", "You may not read the source or not write to the destination."),
     QT_TRANSLATE_NOOP("ErrorText", "Ask its owner for the right, or choose another destination.")},
    {TargetExists,
     QT_TRANSLATE_NOOP("ErrorText", "output exists"),
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "There is a file of that name, or another job makes it, and it may not be replaced."),
     QT_TRANSLATE_NOOP("ErrorText", "Move it away or choose another destination, then retry.")},
    {Unreadable,
     QT_TRANSLATE_NOOP("ErrorText", "not an image"),
     QT_TRANSLATE_NOOP("ErrorText", "The file holds something else, whatever its name says."),
     QT_TRANSLATE_NOOP("ErrorText", "Open it in the program that made it and export a TIFF.")},
    {Damaged,
     QT_TRANSLATE_NOOP("ErrorText", "damaged"),
     QT_TRANSLATE_NOOP("ErrorText",
                       "The file is cut off or broken, often by a copy that did not finish."),
     QT_TRANSLATE_NOOP("ErrorText", "Copy it again from where it came, then retry.")},
    {Unsupported,
     QT_TRANSLATE_NOOP("ErrorText", "format not supported"),
     "",
     QT_TRANSLATE_NOOP("ErrorText", "Export it as TIFF or OME-TIFF, then add that file.")},
    {Limit,
     QT_TRANSLATE_NOOP("ErrorText", "over a limit"),
     QT_TRANSLATE_NOOP("ErrorText", "The image is larger than the limits of this program allow."),
     QT_TRANSLATE_NOOP("ErrorText", "Export a smaller part of it.")},
    {Memory,
     QT_TRANSLATE_NOOP("ErrorText", "not enough memory"),
     QT_TRANSLATE_NOOP("ErrorText", "Some formats can only be read as a whole."),
     QT_TRANSLATE_NOOP("ErrorText",
                       "Allow more memory in the settings, or export it as a tiled TIFF.")},
    {Timeout,
     QT_TRANSLATE_NOOP("ErrorText", "took too long"),
     QT_TRANSLATE_NOOP("ErrorText", "The step did not end within its time limit."),
     QT_TRANSLATE_NOOP("ErrorText", "Retry when the disk and the network are less busy.")},
    {Crash,
     QT_TRANSLATE_NOOP("ErrorText", "decoder crashed"),
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "The file is probably damaged or of an unusual kind. No other job is affected."),
     QT_TRANSLATE_NOOP("ErrorText", "Open it in another program and export a TIFF.")},
    {DiskFull,
     QT_TRANSLATE_NOOP("ErrorText", "disk full"),
     QT_TRANSLATE_NOOP("ErrorText", "There is not enough free space for the archive."),
     QT_TRANSLATE_NOOP("ErrorText", "Free some space; the job goes on by itself.")},
    {Io,
     QT_TRANSLATE_NOOP("ErrorText", "file error"),
     QT_TRANSLATE_NOOP("ErrorText", "A file could not be read or written."),
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "Check the rights of its folder and that the disk is connected, then retry.")},
    {Network,
     QT_TRANSLATE_NOOP("ErrorText", "network error"),
     QT_TRANSLATE_NOOP("ErrorText", "The connection was refused or lost."),
     QT_TRANSLATE_NOOP("ErrorText", "Check the connection, then retry.")},
    {Throttled,
     QT_TRANSLATE_NOOP("ErrorText", "server busy"),
     QT_TRANSLATE_NOOP("ErrorText", "The server asks to come back later."),
     QT_TRANSLATE_NOOP("ErrorText", "Retry in some minutes.")},
    {RemoteFailure,
     QT_TRANSLATE_NOOP("ErrorText", "server error"),
     QT_TRANSLATE_NOOP("ErrorText", "The bucket's server has a problem of its own."),
     QT_TRANSLATE_NOOP("ErrorText", "Retry in some minutes.")},
    {Checksum,
     QT_TRANSLATE_NOOP("ErrorText", "changed on the way"),
     QT_TRANSLATE_NOOP("ErrorText", "What arrived is not what was sent."),
     QT_TRANSLATE_NOOP("ErrorText", "Retry; if it happens again, check disk and network.")},
    {QueueFull,
     QT_TRANSLATE_NOOP("ErrorText", "queue full"),
     QT_TRANSLATE_NOOP("ErrorText", "As many jobs wait as are allowed."),
     QT_TRANSLATE_NOOP("ErrorText", "Add the rest when some have finished.")},
    {Unavailable,
     QT_TRANSLATE_NOOP("ErrorText", "store not available"),
     QT_TRANSLATE_NOOP("ErrorText", "The store of jobs cannot be reached now."),
     QT_TRANSLATE_NOOP("ErrorText",
                       "Check the disk of the data folder; nothing that was accepted is lost.")},
    {Conflict,
     QT_TRANSLATE_NOOP("ErrorText", "not possible now"),
     "",
     QT_TRANSLATE_NOOP("ErrorText", "Wait until the job has ended.")},
    {Draining,
     QT_TRANSLATE_NOOP("ErrorText", "server stopping"),
     QT_TRANSLATE_NOOP("ErrorText", "The server is about to end and takes no new work."),
     QT_TRANSLATE_NOOP("ErrorText", "Try again when it has been started again.")},
    {MediaType,
     QT_TRANSLATE_NOOP("ErrorText", "not understood"),
     QT_TRANSLATE_NOOP("ErrorText", "The server expects another form of what was sent."),
     QT_TRANSLATE_NOOP("ErrorText", "Use versions of the window and the server that match.")},
    {Internal,
     QT_TRANSLATE_NOOP("ErrorText", "internal error"),
     QT_TRANSLATE_NOOP("ErrorText", "This is a defect of CreateZoom."),
     QT_TRANSLATE_NOOP("ErrorText", "Please report it with the technical details.")},
});

QString translated(const char *text)
{
    return *text ? QCoreApplication::translate("ErrorText", text) : QString();
}

const Words &wordsFor(ErrorCode code)
{
    for (const Words &words : wordsOfErrors) {
        if (words.code == code)
            return words;
    }
    return wordsFor(Internal);
}

/// Words that nobody knows here stand in quotes behind those that everybody understands.
QString whatHappened(const Error &error)
{
    if (const std::optional<QString> known = translatedSentence(error.message))
        return *known;
    QString reason = shortReason(error.code);
    reason.replace(0, 1, reason.at(0).toUpper());
    return QCoreApplication::translate("ErrorText", "%1: “%2”").arg(reason, error.message);
}

QString sentence(QString text)
{
    if (!text.isEmpty()
        && (text.back().isLetterOrNumber() || text.back() == u')' || text.back() == u'"'
            || text.back() == u'”'))
        text += u'.';
    return text;
}

} // namespace

ErrorText errorText(const Error &error)
{
    const Words &words = wordsFor(error.code);
    return {sentence(whatHappened(error)), translated(words.why), translated(words.remedy)};
}

QString errorLine(const Error &error)
{
    const ErrorText text = errorText(error);
    QStringList parts{text.what, text.why, text.remedy};
    parts.removeAll(QString());
    return parts.join(u' ');
}

QString shortReason(ErrorCode code)
{
    return translated(wordsFor(code).reason);
}

} // namespace createzoom
