// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/filefence.h"

#include <QFile>

#include <fcntl.h>
#include <link.h>
#include <linux/landlock.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

using Access = __u64;

constexpr Access toRun = LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_READ_FILE;
constexpr Access toRead = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
constexpr Access toUse = toRun | LANDLOCK_ACCESS_FS_READ_DIR; ///< programs and libraries
constexpr Access toCut = 1ULL << 14; ///< LANDLOCK_ACCESS_FS_TRUNCATE; from Linux 6.2 on
/// Files and folders, and no other kind: a link left in a job's folder might lead the server
/// astray.
constexpr Access toWrite = toRead | LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_MAKE_REG
    | LANDLOCK_ACCESS_FS_REMOVE_FILE | LANDLOCK_ACCESS_FS_MAKE_DIR | LANDLOCK_ACCESS_FS_REMOVE_DIR
    | LANDLOCK_ACCESS_FS_REFER | toCut;
/// The only rights that a rule for a file may name.
constexpr Access ofFiles = LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_READ_FILE
    | LANDLOCK_ACCESS_FS_WRITE_FILE | toCut;

/// Versions of Landlock. The first refuses every move from one folder to another, and a pyramid in
/// a folder ends with one.
constexpr long firstWithMoves = 2;
constexpr long firstWithCuts = 3;
constexpr long firstWithScopes = 6;

/// `struct landlock_ruleset_attr` as Linux 6.12 has it; older kernels take it when what they do not
/// know is 0.
struct RulesetAttributes
{
    Access handledFiles = (Access{LANDLOCK_ACCESS_FS_REFER} << 1) - 1;
    __u64 handledNetwork = 0; ///< SyscallFilter leaves none
    __u64 scoped = 0;
};

constexpr __u64 scopeSignals = 1ULL << 1; ///< LANDLOCK_SCOPE_SIGNAL

RulesetAttributes attributesFor(long version)
{
    RulesetAttributes attributes;
    if (version >= firstWithCuts)
        attributes.handledFiles |= toCut;
    if (version >= firstWithScopes)
        attributes.scoped = scopeSignals;
    return attributes;
}

struct SystemPath
{
    const char *path;
    Access access;
};

/// What a program of this system needs before it has opened its first image.
constexpr SystemPath systemPaths[] = {
    {"/usr", toUse},
    {"/bin", toUse}, // the same as in /usr, but on systems that were never merged
    {"/lib", toUse},
    {"/lib64", toUse},
    {"/etc/ld.so.cache", toRead},
    {"/etc/localtime", toRead},
    {"/etc/locale.alias", toRead},
    {"/etc/fonts", toRead}, // of drawings (SVG, PDF), where they are allowed
    {"/etc/ImageMagick-6", toRead}, // its limits, where it is allowed
    {"/etc/ImageMagick-7", toRead},
    {"/proc", toRead}, // memory, variables and files of other processes: refused with the fence
    {"/sys/devices/system", toRead}, // processors
    {"/dev/null", toRead | LANDLOCK_ACCESS_FS_WRITE_FILE},
    {"/dev/zero", toRead},
    {"/dev/random", toRead},
    {"/dev/urandom", toRead},
};

/// Folders of the libraries that we use ourselves: the child is the same program.
QStringList libraryFolders()
{
    QStringList folders;
    ::dl_iterate_phdr(
        [](dl_phdr_info *info, std::size_t, void *list) {
            const QString name = QFile::decodeName(info->dlpi_name);
            if (name.startsWith(u'/'))
                *static_cast<QStringList *>(list) << name.section(u'/', 0, -2);
            return 0;
        },
        &folders);
    folders.removeDuplicates();
    return folders;
}

void allow(int ruleset, const char *path, Access access)
{
    const int file = ::open(path, O_PATH | O_CLOEXEC);
    if (file < 0)
        return;
    struct stat about
    {
    };
    const bool isFolder = ::fstat(file, &about) == 0 && S_ISDIR(about.st_mode);
    const landlock_path_beneath_attr rule{isFolder ? access : access & ofFiles, file};
    ::syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
    ::close(file);
}

void allow(int ruleset, const QStringList &paths, Access access)
{
    for (const QString &path : paths)
        allow(ruleset, QFile::encodeName(path).constData(), access);
}

} // namespace

FileFence::FileFence(int ruleset)
    : m_ruleset(ruleset)
{}

FileFence::~FileFence()
{
    ::close(m_ruleset);
}

std::unique_ptr<const FileFence> FileFence::around(const Paths &paths)
{
#ifdef CREATEZOOM_COVERAGE // gcov writes its counts where the program was built
    return nullptr;
#endif
    const long version
        = ::syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
    if (version < firstWithMoves)
        return nullptr;
    const RulesetAttributes attributes = attributesFor(version);
    const auto ruleset = static_cast<int>(
        ::syscall(SYS_landlock_create_ruleset, &attributes, sizeof attributes, 0));
    if (ruleset < 0)
        return nullptr;
    for (const SystemPath &entry : systemPaths)
        allow(ruleset, entry.path, entry.access);
    allow(ruleset, libraryFolders(), toUse); // the loader, too, outside /usr
    allow(ruleset, paths.programs, toRun);
    allow(ruleset, paths.readable, toRead);
    allow(ruleset, paths.writable, toWrite & attributes.handledFiles);
    return std::unique_ptr<const FileFence>(new FileFence(ruleset));
}

bool FileFence::apply() const noexcept
{
    return ::syscall(SYS_landlock_restrict_self, m_ruleset, 0) == 0;
}

} // namespace createzoom
