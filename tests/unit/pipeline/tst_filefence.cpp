// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/childprocess.h"
#include "core/pipeline/filefence.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <linux/landlock.h>
#include <sys/syscall.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;
using namespace createzoom;

namespace {

bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool kernelScopesSignals()
{
    constexpr long firstWithScopes = 6;
    return ::syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION)
        >= firstWithScopes;
}

} // namespace

/// A child that was taken over is played by a shell script: what it tries, and whether it comes
/// off.
class TestFileFence : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    /// "in" may be read, "out" written, "tmp" is the child's own; "data" is none of its business.
    QByteArray outcome(const QByteArray &attempt)
    {
        QDir root(m_folder.path());
        for (const QString &name : {u"in"_s, u"out"_s, u"tmp"_s, u"data"_s}) {
            if (!root.mkpath(name) || !write(root.filePath(name + u"/file"_s), "kept"))
                return "not prepared";
        }
        const QString script = root.filePath(u"tmp/child.sh"_s);
        if (!write(script,
                   "#!/bin/sh\nif " + attempt + "; then echo done; else echo refused; fi\n"))
            return "not prepared";
        QFile::setPermissions(script, QFile::ReadOwner | QFile::ExeOwner);
        QByteArray answer;
        const Result<ChildExit> exit = runChild({.program = script,
                                                 .tempFolder = root.filePath(u"tmp"_s),
                                                 .readable = {root.filePath(u"in"_s)},
                                                 .writable = {root.filePath(u"out"_s)}},
                                                {},
                                                [&](const QByteArray &line) { answer = line; });
        root.remove(u"tmp/child.sh"_s);
        return exit ? answer : exit.error().detail.toUtf8();
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!FileFence::around({}))
            QSKIP("This kernel has no Landlock");
    }

    void whatIsNamedCanBeReached_data()
    {
        QTest::addColumn<QByteArray>("attempt");
        QTest::newRow("reads the image") << QByteArray("grep -q kept ../in/file");
        QTest::newRow("lists its folder") << QByteArray("ls ../in");
        QTest::newRow("writes beside the archive") << QByteArray("echo x > ../out/new");
        QTest::newRow("gives the archive its name")
            << QByteArray("echo x > ../out/a && mv ../out/a ../out/b");
        QTest::newRow("makes a folder and moves a file out of it") << QByteArray(
            "mkdir -p ../out/f && echo x > ../out/f/a && mv ../out/f/a ../out/c && rmdir ../out/f");
        QTest::newRow("moves a pyramid's folder out of it")
            << QByteArray("mkdir -p ../out/f/g && mv ../out/f/g ../out/h && rmdir ../out/f");
        QTest::newRow("writes a temporary file") << QByteArray("echo x > file && rm file");
        QTest::newRow("reads the system's files") << QByteArray("ls /usr/lib");
        QTest::newRow("throws output away") << QByteArray("echo x > /dev/null");
    }

    void whatIsNamedCanBeReached()
    {
        QFETCH(QByteArray, attempt);
        QCOMPARE(outcome(attempt), "done");
    }

    void allElseCannot_data()
    {
        QTest::addColumn<QByteArray>("attempt");
        const QByteArray server = QByteArray::number(QCoreApplication::applicationPid());
        QTest::newRow("reads the server's data") << QByteArray("cat ../data/file");
        QTest::newRow("lists them") << QByteArray("ls ../data");
        QTest::newRow("overwrites them") << QByteArray("echo x > ../data/file");
        QTest::newRow("cuts them off") << QByteArray("truncate -s 0 ../data/file");
        QTest::newRow("cuts them off by name")
            << QByteArray("python3 -c 'import os; os.truncate(\"../data/file\", 0)'");
        QTest::newRow("opens them to everybody") << QByteArray("chmod 777 ../data/file");
        QTest::newRow("opens the image to everybody") << QByteArray("chmod 777 ../in/file");
        QTest::newRow("says they are old") << QByteArray("touch -d 2000-01-01 ../data/file");
        QTest::newRow("removes them") << QByteArray("rm -f ../data/file");
        QTest::newRow("adds to them") << QByteArray("echo x > ../data/new");
        QTest::newRow("writes over the image") << QByteArray("echo x > ../in/file");
        QTest::newRow("through a link that it makes") << QByteArray("ln -s ../data/file link");
        QTest::newRow("through a second name") << QByteArray("ln ../data/file file2");
        QTest::newRow("leaves a pipe") << QByteArray("mkfifo pipe");
        QTest::newRow("runs what it wrote")
            << QByteArray("cp /bin/true ../out/run && chmod +x ../out/run && ../out/run");
        QTest::newRow("reads settings") << QByteArray("cat /etc/passwd");
        if (::geteuid() != 0) // who may profile all processes (CAP_PERFMON) may read them
            QTest::newRow("the server's variables")
                << QByteArray("grep -q . /proc/" + server + "/environ");
        QTest::newRow("the server's memory") << QByteArray("head -c 0 /proc/" + server + "/mem");
        QTest::newRow("the server's files") << QByteArray("readlink /proc/" + server + "/fd/0");
    }

    void allElseCannot()
    {
        QFETCH(QByteArray, attempt);
        QCOMPARE(outcome(attempt), "refused");
        QCOMPARE(read(m_folder.filePath(u"data/file"_s)), "kept");
        QCOMPARE(read(m_folder.filePath(u"in/file"_s)), "kept");
        QVERIFY(!QFile::exists(m_folder.filePath(u"data/new"_s)));
    }

    void nobodyElseGetsItsSignals()
    {
        if (!kernelScopesSignals())
            QSKIP("This kernel does not scope signals");
        const QByteArray server = QByteArray::number(QCoreApplication::applicationPid());
        QCOMPARE(outcome("kill -0 " + server), "refused");
        QCOMPARE(outcome("sleep 600 & kill $!"), "done");
    }
};

QTEST_GUILESS_MAIN(TestFileFence)
#include "tst_filefence.moc"
