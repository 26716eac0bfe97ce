// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline.h"

#include "app/console.h"
#include "app/convertcommand.h"
#include "app/exitcode.h"
#include "app/headless.h"
#include "app/healthcommand.h"
#include "app/inspectcommands.h"
#include "app/jobscommand.h"
#include "app/queuecommand.h"
#include "app/submitcommand.h"
#include "app/supportbundle.h"
#include "app/thumbnailcommand.h"
#include "core/base/logging.h"
#include "core/base/version.h"
#include "core/imaging/vipsruntime.h"

#include <QCoreApplication>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

struct Verb
{
    const char *name;
    const char *summary;
    int (*run)(const QStringList &arguments);
};

constexpr std::array verbs{
    Verb{"convert", "turn images into Deep Zoom archives (.dzip)", &runConvert},
    Verb{"watch", "convert images as they arrive in a folder", &runWatch},
    Verb{"verify", "check archives against every rule of the format", &runVerify},
    Verb{"info", "say what an archive or an image holds", &runInfo},
    Verb{"thumbnail", "write a small picture of an archive, for file managers", &runThumbnail},
    Verb{"submit", "give a server a job", &runSubmit},
    Verb{"jobs", "list, show and steer the jobs of a server", &runJobs},
    Verb{"queue", "pause and resume a server, say how many jobs at a time", &runQueue},
    Verb{"workers", "list who works for a server, and what each is at", &runWorkers},
    Verb{"health", "ask a server whether it is alive", &runHealth},
    Verb{"support-bundle", "write one text for whoever helps, without secrets", &runSupportBundle},
};

const Verb *findVerb(const QString &name)
{
    for (const Verb &verb : verbs) {
        if (name == QLatin1String(verb.name))
            return &verb;
    }
    return nullptr;
}

void printHelp(const QString &program, bool hasWindow)
{
    printOut(u"Usage: %1 [VERB] [OPTIONS]\n"_s.arg(program));
    if (hasWindow)
        printOut(u"  (no verb)      open the window; image files and folders named are added\n"
                 u"  view           show an archive\n"
                 u"  --server       run the REST service without a window"_s);
    else
        printOut(u"  (no verb)      run the REST service"_s);
    printOut(
        u"  --worker       do the steps of jobs that servers take, without a window (needs Redis)"_s);
    for (const Verb &verb : verbs)
        printOut(
            u"  %1 %2"_s.arg(QLatin1String(verb.name), -14).arg(QString::fromUtf8(verb.summary)));
    printOut(
        u"\n%1 VERB --help and %1 --server --help tell more. --version says what this is."_s.arg(
            program));
}

void nameApplication()
{
    QCoreApplication::setApplicationName(u"createzoom"_s);
    QCoreApplication::setApplicationVersion(QLatin1String(programVersion));
}

template<typename Run>
int withCoreApplication(int argc, char **argv, Run run)
{
    QCoreApplication application(argc, argv);
    return run();
}

} // namespace

QString versionText()
{
    const QString revision = QLatin1String(sourceRevision);
    return u"CreateZoom %1%2 (Qt %3, %4)"_s.arg(QLatin1String(programVersion),
                                                revision.isEmpty() ? QString() : u" "_s + revision,
                                                QLatin1String(qVersion()),
                                                vipsVersion());
}

int runCommandLine(int argc, char **argv, const WindowFace &window)
{
    nameApplication();
    installLogHandler();
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments << QString::fromLocal8Bit(argv[i]);
    const QString first = arguments.value(0);
    const bool hasWindow = static_cast<bool>(window);

    if (const Verb *const verb = findVerb(first); verb != nullptr)
        return withCoreApplication(argc, argv, [&] { return verb->run(arguments.sliced(1)); });
    if (first == u"--version" || first == u"-v") {
        printOut(versionText());
        return static_cast<int>(ExitCode::Ok);
    }
    const bool isService
        = arguments.removeAll(u"--server"_s) > 0 || arguments.contains(u"--worker"_s);
    if (isService || !hasWindow) {
        if (!first.isEmpty() && !first.startsWith(u'-')) {
            printError(
                u"createzoom: there is no verb named \"%1\"; --help lists them"_s.arg(first));
            return static_cast<int>(ExitCode::Usage);
        }
        if (!hasWindow && (first == u"--help" || first == u"-h"))
            printHelp(u"createzoomd"_s, hasWindow);
        return withCoreApplication(argc, argv, [&] { return runServer(arguments); });
    }
    if (first == u"--help" || first == u"-h") {
        printHelp(u"createzoom"_s, hasWindow);
        return static_cast<int>(ExitCode::Ok);
    }
    if (first.startsWith(u'-') && !first.startsWith(u"-platform") && first != u"--") {
        printError(u"createzoom: there is no option %1; --help lists the verbs"_s.arg(first));
        return static_cast<int>(ExitCode::Usage);
    }
    return window(argc, argv, arguments);
}

} // namespace createzoom
