// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline.h"
#include "app/desktop.h"

int main(int argc, char **argv)
{
    return createzoom::runCommandLine(argc, argv, &createzoom::runDesktop);
}
