// SPDX-License-Identifier: GPL-3.0-or-later
// createzoomd: every verb but the window, linked without any Gui library.
#include "app/commandline.h"

int main(int argc, char **argv)
{
    return createzoom::runCommandLine(argc, argv);
}
