// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/workspace.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace createzoom;

class TestWorkspace : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_root;
    std::unique_ptr<Workspace> m_workspace;

    static Claim claim(const QString &job, qint64 epoch) { return {.jobId = job, .epoch = epoch}; }

    /// A file of five bytes in the claim's folder, as an artifact.
    Artifact fileOf(const Claim &claim, const QString &name)
    {
        const Result<QString> folder = m_workspace->folderFor(claim);
        QFile file(*folder + u'/' + name);
        if (!file.open(QIODevice::WriteOnly) || file.write("12345") != 5)
            return {};
        return {.path = m_workspace->relativePath(file.fileName()), .bytes = 5};
    }

private Q_SLOTS:
    void init()
    {
        m_root = std::make_unique<QTemporaryDir>();
        m_workspace = std::make_unique<Workspace>(m_root->path());
    }

    void claimsNeverShareAFolder()
    {
        QVERIFY(*m_workspace->folderFor(claim(u"a"_s, 1))
                != *m_workspace->folderFor(claim(u"b"_s, 1)));
        QVERIFY(*m_workspace->folderFor(claim(u"a"_s, 1))
                != *m_workspace->folderFor(claim(u"a"_s, 2)));
    }

    // With a relative --data every job looked for its files in ROOT/ROOT and started over for ever.
    void aRelativeRootIsMadeAbsolute()
    {
        const Workspace workspace(u"work"_s);

        QCOMPARE(workspace.root(), QDir::current().absoluteFilePath(u"work"_s));
        QCOMPARE(workspace.relativePath(workspace.root() + u"/a/1/file"_s), u"a/1/file"_s);
    }

    void anArtifactIsHeldOnlyWithItsSize()
    {
        Artifact artifact = fileOf(claim(u"a"_s, 1), u"source"_s);
        QVERIFY(m_workspace->holds(artifact));

        artifact.bytes = 6;
        QVERIFY(!m_workspace->holds(artifact));
        QVERIFY(!m_workspace->holds({}));
    }

    void dropUpToLeavesTheKeptAndTheLater()
    {
        const Artifact first = fileOf(claim(u"a"_s, 1), u"source"_s);
        const Artifact second = fileOf(claim(u"a"_s, 2), u"archive"_s);
        const Artifact later = fileOf(claim(u"a"_s, 3), u"upload"_s);

        m_workspace->dropUpTo(claim(u"a"_s, 2), second);

        QVERIFY(!m_workspace->holds(first));
        QVERIFY(m_workspace->holds(second));
        QVERIFY(m_workspace->holds(later));
    }

    void theLastDropRemovesTheJobsFolder()
    {
        fileOf(claim(u"a"_s, 1), u"source"_s);
        m_workspace->dropUpTo(claim(u"a"_s, 1), {});

        QVERIFY(QDir(m_root->path()).isEmpty());
    }

    void aFolderThatCannotBeMadeIsSaidWithoutItsPath()
    {
        QFile file(m_root->filePath(u"a"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));

        const Result<QString> folder = m_workspace->folderFor(claim(u"a"_s, 1));

        QVERIFY(!folder);
        QCOMPARE(folder.error().code, ErrorCode::Io);
        QVERIFY(!folder.error().message.contains(m_root->path()));
        QVERIFY(folder.error().detail.contains(m_root->path()));
    }

    void leftoversOfAnEarlierClaimAreAdopted()
    {
        fileOf(claim(u"a"_s, 1), u"source"_s);
        const Result<QString> folder = m_workspace->folderFor(claim(u"a"_s, 2));

        m_workspace->adoptLeftovers(claim(u"a"_s, 2), {u"source"_s, u"source.etag"_s});

        QVERIFY(QFile::exists(*folder + u"/source"_s));
        QVERIFY(!QFile::exists(m_root->path() + u"/a/1/source"_s));
    }
};

QTEST_GUILESS_MAIN(TestWorkspace)
#include "tst_workspace.moc"
