// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/folderwatch.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using namespace createzoom;

class TestFolderWatch : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder{};
    QList<WatchedFile> m_listing{};
    qint64 m_now = 1'000'000;

    FolderWatch watch()
    {
        return FolderWatch([this] { return m_listing; },
                           [this] { return m_now; },
                           10s,
                           m_folder->filePath(u"memory"_s));
    }

    /// Polls after so many seconds.
    QStringList pollAfter(FolderWatch &watch, int seconds)
    {
        m_now += seconds * 1000;
        QStringList paths;
        for (const WatchedFile &file : watch.poll())
            paths << file.path;
        return paths;
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_listing = {{u"/in/s1.tif"_s, 100, 5}};
    }

    void aFileIsTakenOnceItHasBeenStill()
    {
        FolderWatch watched = watch();
        QCOMPARE(pollAfter(watched, 0), QStringList());
        QCOMPARE(pollAfter(watched, 9), QStringList());
        QCOMPARE(pollAfter(watched, 1), QStringList{u"/in/s1.tif"_s});
        QCOMPARE(pollAfter(watched, 60), QStringList()); // each once
    }

    void aFileThatChangesIsWaitedFor_data()
    {
        QTest::addColumn<qint64>("bytes");
        QTest::addColumn<qint64>("modifiedAt");
        QTest::newRow("it grows") << qint64{200} << qint64{5};
        QTest::newRow("it is written anew") << qint64{100} << qint64{6};
    }

    void aFileThatChangesIsWaitedFor()
    {
        QFETCH(qint64, bytes);
        QFETCH(qint64, modifiedAt);
        FolderWatch watched = watch();
        pollAfter(watched, 0);
        m_listing[0].bytes = bytes;
        m_listing[0].modifiedAt = modifiedAt;

        QCOMPARE(pollAfter(watched, 9), QStringList());
        QCOMPARE(pollAfter(watched, 9), QStringList());
        QCOMPARE(pollAfter(watched, 1), QStringList{u"/in/s1.tif"_s});
    }

    void anEmptyFileIsNoImageYet()
    {
        m_listing[0].bytes = 0;
        FolderWatch watched = watch();
        pollAfter(watched, 0);
        QCOMPARE(pollAfter(watched, 60), QStringList());
    }

    void whatWasTakenIsRememberedOverARestart()
    {
        {
            FolderWatch watched = watch();
            pollAfter(watched, 0);
            QCOMPARE(pollAfter(watched, 10).size(), 1);
            watched.take(m_listing.at(0));
        }
        FolderWatch again = watch();
        pollAfter(again, 0);
        QCOMPARE(pollAfter(again, 60), QStringList());

        m_listing[0].modifiedAt = 7; // a new image under the old name
        pollAfter(again, 0);
        QCOMPARE(pollAfter(again, 10).size(), 1);
    }

    void whatWasNotDealtWithComesAgain()
    {
        FolderWatch watched = watch();
        pollAfter(watched, 0);
        QCOMPARE(pollAfter(watched, 10).size(), 1);

        watched.giveBack(m_listing.at(0));

        QCOMPARE(pollAfter(watched, 0).size(), 1);
        FolderWatch again = watch(); // nor was it remembered
        pollAfter(again, 0);
        QCOMPARE(pollAfter(again, 10).size(), 1);
    }

    void aFileThatCameAndWentIsForgotten()
    {
        FolderWatch watched = watch();
        pollAfter(watched, 0);
        const QList<WatchedFile> listing = std::exchange(m_listing, {});
        QCOMPARE(pollAfter(watched, 10), QStringList());
        m_listing = listing;
        QCOMPARE(pollAfter(watched, 1), QStringList());
        QCOMPARE(pollAfter(watched, 10).size(), 1);
    }

    void imagesOfAFolderAreListedWithSizeAndTime()
    {
        QVERIFY(QDir(m_folder->path()).mkpath(u"deep"_s));
        for (const auto &name : {u"s1.tif"_s, u"deep/s2.tif"_s, u"notes.txt"_s, u".s3.tif"_s}) {
            QFile file(m_folder->filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write("image") == 5);
        }

        const QList<WatchedFile> files = watchedImages(m_folder->path());

        QCOMPARE(files.size(), 2);
        QCOMPARE(files.at(1).bytes, 5);
        QVERIFY(files.at(1).modifiedAt > 0);
    }
};

QTEST_GUILESS_MAIN(TestFolderWatch)
#include "tst_folderwatch.moc"
