// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/folderbucket.h"

#include "core/transfer/filecopy.h"
#include "core/transfer/fileerror.h"
#include "core/transfer/objectname.h"
#include "core/transfer/partfile.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <unistd.h>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

constexpr qsizetype toldAtOnce = 1000; ///< of a list

} // namespace

FolderBucket::FolderBucket(const QString &root)
    : m_root(QDir::cleanPath(root))
{}

bool FolderBucket::isInside(const QString &canonicalPath) const
{
    const QString root = QFileInfo(m_root).canonicalFilePath();
    return !root.isEmpty() && canonicalPath.startsWith(root.endsWith(u'/') ? root : root + u'/');
}

Result<QString> FolderBucket::bucketFolder(const QString &bucket) const
{
    if (const Result<void> checked = checkBucketName(bucket); !checked)
        return checked.error();
    const QFileInfo folder(m_root + u'/' + bucket);
    const QString canonical = folder.canonicalFilePath();
    if (!folder.isDir() || !isInside(canonical))
        return Error{ErrorCode::NotFound, u"Bucket %1 was not found"_s.arg(bucket)};
    return canonical;
}

Result<QString> FolderBucket::existingFile(const Location &object) const
{
    if (const Result<void> checked = checkObjectName(object); !checked)
        return checked.error();
    const Result<QString> folder = bucketFolder(object.bucket);
    if (!folder)
        return folder.error();
    const QFileInfo file(*folder + u'/' + object.path);
    // `a//b` is another object than `a/b`, and no folder can hold it.
    const bool isNameable = !object.path.contains(u"//"_s) && !object.path.startsWith(u'/');
    if (!isNameable || !file.isFile() || !isInside(file.canonicalFilePath()))
        return Error{ErrorCode::NotFound,
                     u"%1 was not found in bucket %2"_s.arg(object.path, object.bucket)};
    return file.canonicalFilePath();
}

Result<QString> FolderBucket::writableFile(const Location &object, Missing folders) const
{
    if (const Result<void> checked = checkObjectName(object); !checked)
        return checked.error();
    const Result<QString> folder = bucketFolder(object.bucket);
    if (!folder)
        return folder.error();
    if (object.path.contains(u"//"_s) || object.path.startsWith(u'/'))
        return Error{ErrorCode::InvalidRequest,
                     u"\"%1\" is no name that a folder can hold"_s.arg(object.path)};

    const auto blocked = [&object](const QString &reason) {
        return Error{
            ErrorCode::Forbidden,
            u"%1 in bucket %2 cannot be written: %3"_s.arg(object.path, object.bucket, reason)};
    };
    QString path = *folder;
    QStringList parts = object.path.split(u'/');
    const QString name = parts.takeLast();
    // Each part is looked at before the next is made: a link on the way must not lead out.
    for (const QString &part : parts) {
        if (folders == Missing::Made)
            QDir(path).mkdir(part);
        const QFileInfo made(path + u'/' + part);
        if (folders == Missing::Left && !made.exists() && !made.isSymLink())
            return made.filePath(); // what is below it is missing too
        if (!made.isDir() || !isInside(made.canonicalFilePath()))
            return blocked(u"its folder is not a folder of the bucket"_s);
        path = made.canonicalFilePath();
    }
    const QString file = path + u'/' + name;
    if (QFileInfo(file).isDir())
        return blocked(u"a folder has that name"_s);
    return file;
}

Result<void> FolderBucket::checkAccess(const Location &object,
                                       Access access,
                                       const Secret & /*token*/,
                                       const StepControl & /*control*/)
{
    const Result<QString> folder = bucketFolder(object.bucket);
    if (!folder)
        return folder.error();
    const int mode = access == Access::Write ? R_OK | W_OK | X_OK : R_OK | X_OK;
    if (::access(QFile::encodeName(*folder).constData(), mode) != 0)
        return Error{ErrorCode::Forbidden,
                     u"The folder of bucket %1 may not be %2"_s.arg(
                         object.bucket, access == Access::Write ? u"written"_s : u"read"_s)};
    if (access == Access::Read)
        return {};
    const Result<QString> file = writableFile(object, Missing::Left);
    return file ? Result<void>() : file.error();
}

Result<ObjectInfo> FolderBucket::stat(const Location &object,
                                      const Secret & /*token*/,
                                      const StepControl & /*control*/)
{
    const Result<QString> file = existingFile(object);
    if (!file)
        return file.error();
    return ObjectInfo{object.path, QFileInfo(*file).size()};
}

Result<ReceivedFile> FolderBucket::download(const Location &object,
                                            const QString &file,
                                            const Secret & /*token*/,
                                            const StepControl &control)
{
    const Result<QString> found = existingFile(object);
    if (!found)
        return found.error();
    const QString attempt
        = u"%1 could not be copied from bucket %2"_s.arg(object.path, object.bucket);
    QFile source(*found);
    if (!source.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return fileError(source, attempt);
    QFile copy(file);
    if (!copy.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        return fileError(copy, attempt);
    // Not synced: a file that a power failure cut off is shorter, which the next stage sees, and is
    // copied again.
    const Result<qint64> copied = copyFile(source, copy, StepProgress::Phase::Downloading, control);
    if (!copied)
        return inContext(copied.error(), attempt);
    return ReceivedFile{.bytes = *copied};
}

Result<void> FolderBucket::upload(const QString &file,
                                  const QString &md5,
                                  const Location &object,
                                  const Secret & /*token*/,
                                  const StepControl &control)
{
    const Result<QString> target = writableFile(object, Missing::Made);
    if (!target)
        return target.error();
    const QString attempt
        = u"%1 could not be copied to bucket %2"_s.arg(object.path, object.bucket);
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return fileError(source, attempt);
    if (!md5.isEmpty()) {
        const Result<QString> found = md5OfFile(source, control);
        if (!found)
            return inContext(found.error(), attempt);
        if (*found != md5.toLower())
            return Error{ErrorCode::Checksum,
                         attempt + u": the file is not the one that was made"_s};
        source.seek(0);
    }
    PartFile part(*target);
    if (const Result<void> opened = part.open(control); !opened)
        return inContext(opened.error(), attempt);
    if (!part.adopt(file)) {
        const Result<qint64> sent
            = copyFile(source, part.file(), StepProgress::Phase::Uploading, control);
        if (!sent)
            return inContext(sent.error(), attempt);
    }
    const Result<void> committed = part.commit();
    return committed ? committed : inContext(committed.error(), attempt);
}

Result<QList<ObjectInfo>> FolderBucket::list(const QString &bucket,
                                             const QString &prefix,
                                             const Secret & /*token*/,
                                             const StepControl &control,
                                             const ObjectsFound &found)
{
    const Result<QString> folder = bucketFolder(bucket);
    if (!folder)
        return folder.error();
    QList<ObjectInfo> objects;
    qsizetype told = 0;
    QDirIterator files(*folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        if (control.stopRequested())
            return cancelledError();
        const QFileInfo file(files.next());
        const QString name = file.filePath().sliced(folder->size() + 1);
        if (!name.startsWith(prefix) || PartFile::isPartName(file.fileName())
            || !isInside(file.canonicalFilePath()))
            continue;
        objects.append({name, file.size()});
        if (found && objects.size() - told == toldAtOnce)
            found(objects.sliced(std::exchange(told, objects.size())));
    }
    if (found && told < objects.size())
        found(objects.sliced(told));
    std::sort(objects.begin(), objects.end(), [](const ObjectInfo &a, const ObjectInfo &b) {
        return a.name < b.name;
    });
    return objects;
}

} // namespace createzoom
