// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console.h"

#include "core/base/logging.h"

#include <cstdio>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

void write(std::FILE *stream, const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stream);
    std::fflush(stream);
}

} // namespace

void printOut(const QString &line)
{
    write(stdout, line.toUtf8() + '\n');
}

void printError(const QString &line)
{
    write(stderr, line.toUtf8() + '\n');
}

void printRaw(const QByteArray &bytes)
{
    write(stdout, bytes);
}

void printError(const Error &error)
{
    printError(u"createzoom: "_s + masked(error.message));
    if (!error.detail.isEmpty())
        printError(u"  "_s + masked(error.detail));
}

bool isTerminal(int descriptor)
{
    return ::isatty(descriptor) == 1;
}

} // namespace createzoom
