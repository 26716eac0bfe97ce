// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/productsources.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

const QDir &root()
{
    static const QDir dir(QStringLiteral(CREATEZOOM_SOURCE_DIR));
    return dir;
}

} // namespace

QStringList sourcesBelow(const QStringList &folders)
{
    QStringList paths;
    for (const QString &folder : folders) {
        QDirIterator files(root().filePath(folder),
                           {u"*.h"_s, u"*.cpp"_s},
                           QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext())
            paths << root().relativeFilePath(files.next());
    }
    paths.sort();
    return paths;
}

QString sourceText(const QString &path)
{
    QFile file(root().filePath(path));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace createzoom
