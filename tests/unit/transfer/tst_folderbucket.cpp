// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/folderbucket.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace createzoom;
using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArray content = QByteArray(3'000'000, 'x') + "end"_ba;
const Secret noToken;

void write(const QString &path, const QByteArray &bytes)
{
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString md5Of(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Md5).toHex());
}

} // namespace

class FolderBucketTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void whatIsUploadedCanBeDownloaded_data();
    void whatIsUploadedCanBeDownloaded();
    void nothingLeadsOutOfTheRoot_data();
    void nothingLeadsOutOfTheRoot();
    void whatIsNotThereIsNotFound_data();
    void whatIsNotThereIsNotFound();
    void anUploadReplacesTheObject();
    void anUploadCopiesNothingAndHarmsNothing();
    void anUploadOfAnotherFileThanMadeIsRefused();
    void aStoppedUploadLeavesNothing();
    void aStoppedDownloadIsCancelled();
    void whatAKilledUploadLeftIsTakenOver();
    void aFullDiskIsSaid();
    void accessNeedsABucketAndNoToken();
    void aTargetThatCannotBeIsFoundBeforehand_data();
    void aTargetThatCannotBeIsFoundBeforehand();

private:
    QString file(const QString &name) const { return m_folder->path() + u'/' + name; }
    QStringList everythingInBuckets() const;

    std::unique_ptr<QTemporaryDir> m_folder{};
    std::unique_ptr<FolderBucket> m_bucket{};
};

void FolderBucketTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir(m_folder->path()).mkpath(u"root/b1"_s));
    QVERIFY(QDir(m_folder->path()).mkpath(u"root/b2"_s));
    write(file(u"outside/secret.tif"_s), "secret"_ba);
    m_bucket = std::make_unique<FolderBucket>(file(u"root"_s));
}

QStringList FolderBucketTest::everythingInBuckets() const
{
    QStringList names;
    QDirIterator entries(file(u"root"_s), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (entries.hasNext())
        names << entries.next().sliced(file(u"root/"_s).size());
    names.sort();
    return names;
}

void FolderBucketTest::whatIsUploadedCanBeDownloaded_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");

    QTest::newRow("plain") << u"a.dzip"_s << content;
    QTest::newRow("in folders") << u"x/y/a.dzip"_s << content;
    QTest::newRow("signs and umlauts") << u"Größe +#?%20 [1]/ä b.dzip"_s << content;
    QTest::newRow("empty") << u"empty"_s << QByteArray();
    QTest::newRow("hidden") << u".hidden"_s << "h"_ba;
    QTest::newRow("as long as a name may be") << QString(255, u'n') << "n"_ba;
}

void FolderBucketTest::whatIsUploadedCanBeDownloaded()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    write(file(u"source"_s), bytes);
    QList<qint64> progress;
    const StepControl control{.progress = [&](const StepProgress &p) {
        progress << p.done;
    }};

    const Result<void> sent
        = m_bucket->upload(file(u"source"_s), md5Of(bytes), {u"b1"_s, name}, noToken, control);
    const Result<ReceivedFile> received
        = m_bucket->download({u"b1"_s, name}, file(u"copy"_s), noToken, control);

    QVERIFY2(sent, sent ? "" : qPrintable(sent.error().detail));
    QVERIFY(received);
    QCOMPARE(received->bytes, bytes.size());
    QCOMPARE(read(file(u"copy"_s)), bytes);
    QCOMPARE(m_bucket->stat({u"b1"_s, name}, noToken, {})->bytes, bytes.size());
    const auto listed = m_bucket->list(u"b1"_s, name, noToken, {});
    QCOMPARE(listed->size(), 1);
    QCOMPARE(listed->first().name, name);
    QCOMPARE(listed->first().bytes, bytes.size());
    QCOMPARE(everythingInBuckets(), QStringList{u"b1/"_s + name});
    QVERIFY(bytes.isEmpty() || progress.last() == bytes.size());
}

void FolderBucketTest::nothingLeadsOutOfTheRoot_data()
{
    QTest::addColumn<QString>("bucket");
    QTest::addColumn<QString>("name");

    QTest::newRow("dots in the name") << u"b1"_s << u"../../outside/secret.tif"_s;
    QTest::newRow("dots in the middle") << u"b1"_s << u"x/../../../outside/secret.tif"_s;
    QTest::newRow("absolute") << u"b1"_s << u"/etc/passwd"_s;
    QTest::newRow("bucket of dots") << u".."_s << u"outside/secret.tif"_s;
    QTest::newRow("bucket with a slash") << u"b1/../.."_s << u"outside/secret.tif"_s;
    QTest::newRow("bucket that is empty") << QString() << u"outside/secret.tif"_s;
    QTest::newRow("link to a folder") << u"b1"_s << u"folder/secret.tif"_s;
    QTest::newRow("bucket that is a link") << u"linked"_s << u"secret.tif"_s;
    QTest::newRow("link to a folder, new parts") << u"b1"_s << u"folder/new/secret.tif"_s;
}

void FolderBucketTest::nothingLeadsOutOfTheRoot()
{
    QFETCH(QString, bucket);
    QFETCH(QString, name);
    QVERIFY(QFile::link(file(u"outside"_s), file(u"root/b1/folder"_s)));
    QVERIFY(QFile::link(file(u"outside"_s), file(u"root/linked"_s)));
    write(file(u"source"_s), "changed"_ba);

    QVERIFY(!m_bucket->stat({bucket, name}, noToken, {}));
    QVERIFY(!m_bucket->download({bucket, name}, file(u"copy"_s), noToken, {}));
    QVERIFY(!m_bucket->upload(file(u"source"_s), {}, {bucket, name}, noToken, {}));

    QCOMPARE(read(file(u"outside/secret.tif"_s)), "secret"_ba);
    QCOMPARE(QDir(file(u"outside"_s))
                 .entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot)
                 .size(),
             1);
    QVERIFY(!QFile::exists(file(u"copy"_s)));
}

void FolderBucketTest::whatIsNotThereIsNotFound_data()
{
    QTest::addColumn<QString>("bucket");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("message");

    QTest::newRow("object") << u"b1"_s << u"x/a.tif"_s << u"x/a.tif was not found in bucket b1"_s;
    QTest::newRow("bucket") << u"b9"_s << u"a.tif"_s << u"Bucket b9 was not found"_s;
    QTest::newRow("a folder is no object")
        << u"b1"_s << u"sub"_s << u"sub was not found in bucket b1"_s;
    QTest::newRow("// is another object")
        << u"b1"_s << u"sub//a"_s << u"sub//a was not found in bucket b1"_s;
    QTest::newRow("link that leads out")
        << u"b1"_s << u"link"_s << u"link was not found in bucket b1"_s;
}

void FolderBucketTest::whatIsNotThereIsNotFound()
{
    QFETCH(QString, bucket);
    QFETCH(QString, name);
    write(file(u"root/b1/sub/a"_s), "a"_ba);
    QVERIFY(QFile::link(file(u"outside/secret.tif"_s), file(u"root/b1/link"_s)));

    const Result<ReceivedFile> received
        = m_bucket->download({bucket, name}, file(u"copy"_s), noToken, {});

    QVERIFY(!received);
    QCOMPARE(received.error().code, ErrorCode::NotFound);
    QTEST(received.error().message, "message");
}

void FolderBucketTest::anUploadReplacesTheObject()
{
    write(file(u"root/b1/a"_s), "old"_ba);
    write(file(u"source"_s), "new"_ba);

    QVERIFY(m_bucket->upload(file(u"source"_s), {}, {u"b1"_s, u"a"_s}, noToken, {}));

    QCOMPARE(read(file(u"root/b1/a"_s)), "new"_ba);
}

/// On one file system the bucket gets the file itself; what was written under the name before keeps
/// its own bytes.
void FolderBucketTest::anUploadCopiesNothingAndHarmsNothing()
{
    write(file(u"source"_s), "new"_ba);
    write(file(u"root/b1/a"_s), "old"_ba);
    QFile reader(file(u"root/b1/a"_s));
    QVERIFY(reader.open(QIODevice::ReadOnly));

    QVERIFY(m_bucket->upload(file(u"source"_s), {}, {u"b1"_s, u"a"_s}, noToken, {}));

    QCOMPARE(read(file(u"root/b1/a"_s)), "new"_ba);
    QCOMPARE(reader.readAll(), "old"_ba);
    QVERIFY(QFile::remove(file(u"source"_s)));
    QCOMPARE(read(file(u"root/b1/a"_s)), "new"_ba);
    QCOMPARE(QDir(file(u"root/b1"_s)).entryList(QDir::Files | QDir::Hidden), QStringList{u"a"_s});
}

void FolderBucketTest::anUploadOfAnotherFileThanMadeIsRefused()
{
    write(file(u"source"_s), "new"_ba);

    const Result<void> sent
        = m_bucket->upload(file(u"source"_s), md5Of("made"_ba), {u"b1"_s, u"a"_s}, noToken, {});

    QVERIFY(!sent);
    QCOMPARE(sent.error().code, ErrorCode::Checksum);
    QVERIFY(everythingInBuckets().isEmpty());
}

void FolderBucketTest::aStoppedUploadLeavesNothing()
{
    write(file(u"source"_s), content);
    std::stop_source stop;
    stop.request_stop();
    const StepControl control{.stop = stop.get_token()};

    const Result<void> sent
        = m_bucket->upload(file(u"source"_s), {}, {u"b1"_s, u"a"_s}, noToken, control);

    QVERIFY(!sent);
    QCOMPARE(sent.error().code, ErrorCode::Cancelled);
    QVERIFY(everythingInBuckets().isEmpty());
}

void FolderBucketTest::aStoppedDownloadIsCancelled()
{
    constexpr qsizetype twoSteps = qsizetype{9} << 20;
    write(file(u"root/b1/a"_s), QByteArray(twoSteps, 'x'));
    std::stop_source stop;
    const StepControl control{stop.get_token(), [&](const StepProgress &) {
                                  stop.request_stop();
                              }};

    const Result<ReceivedFile> received
        = m_bucket->download({u"b1"_s, u"a"_s}, file(u"copy"_s), noToken, control);

    QVERIFY(!received);
    QCOMPARE(received.error().code, ErrorCode::Cancelled);
}

void FolderBucketTest::whatAKilledUploadLeftIsTakenOver()
{
    write(file(u"source"_s), "new"_ba);
    const QString name
        = QString::fromLatin1(QCryptographicHash::hash("a"_ba, QCryptographicHash::Sha1).toHex());
    write(file(u"root/b1/.createzoom-%1.part"_s.arg(name)), content);
    QVERIFY(m_bucket->list(u"b1"_s, {}, noToken, {})->isEmpty());

    QVERIFY(m_bucket->upload(file(u"source"_s), {}, {u"b1"_s, u"a"_s}, noToken, {}));

    QCOMPARE(everythingInBuckets(), QStringList{u"b1/a"_s});
    QCOMPARE(read(file(u"root/b1/a"_s)), "new"_ba);
}

void FolderBucketTest::aFullDiskIsSaid()
{
    write(file(u"root/b1/a"_s), content);
    QVERIFY(QFile::link(u"/dev/full"_s, file(u"copy"_s)));

    const Result<ReceivedFile> received
        = m_bucket->download({u"b1"_s, u"a"_s}, file(u"copy"_s), noToken, {});

    QVERIFY(!received);
    QCOMPARE(received.error().code, ErrorCode::DiskFull);
    QVERIFY(!received.error().message.contains(m_folder->path()));
}

void FolderBucketTest::accessNeedsABucketAndNoToken()
{
    QVERIFY(!m_bucket->needsToken());
    QVERIFY(m_bucket->checkAccess({u"b1"_s, u"a"_s}, Bucket::Access::Write, noToken, {}));
    const Result<void> missing
        = m_bucket->checkAccess({u"b9"_s, u"a"_s}, Bucket::Access::Read, noToken, {});
    QVERIFY(!missing);
    QCOMPARE(missing.error().code, ErrorCode::NotFound);
}

void FolderBucketTest::aTargetThatCannotBeIsFoundBeforehand_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("error"); ///< empty: it can be
    QTest::newRow("there already") << u"sub/a"_s << QString();
    QTest::newRow("new") << u"sub/b"_s << QString();
    QTest::newRow("in folders to be made") << u"x/y/b"_s << QString();
    QTest::newRow("a folder of that name") << u"sub"_s << u"E_FORBIDDEN"_s;
    QTest::newRow("a file where its folder should be") << u"sub/a/b"_s << u"E_FORBIDDEN"_s;
    QTest::newRow("and further up") << u"sub/a/x/b"_s << u"E_FORBIDDEN"_s;
    QTest::newRow("link that leads out") << u"link/b"_s << u"E_FORBIDDEN"_s;
    QTest::newRow("link to nothing") << u"nothing/b"_s << u"E_FORBIDDEN"_s;
    QTest::newRow("no name of a folder") << u"x//b"_s << u"E_INVALID_REQUEST"_s;
}

void FolderBucketTest::aTargetThatCannotBeIsFoundBeforehand()
{
    QFETCH(QString, name);
    QFETCH(QString, error);
    write(file(u"root/b1/sub/a"_s), "a"_ba);
    write(file(u"source"_s), "new"_ba);
    QVERIFY(QFile::link(file(u"outside"_s), file(u"root/b1/link"_s)));
    QVERIFY(QFile::link(file(u"nowhere"_s), file(u"root/b1/nothing"_s)));
    const QStringList before = everythingInBuckets();

    const Result<void> access
        = m_bucket->checkAccess({u"b1"_s, name}, Bucket::Access::Write, noToken, {});

    QCOMPARE(access ? QString() : errorName(access.error().code), error);
    QCOMPARE(everythingInBuckets(), before);
    QVERIFY(!QFile::exists(file(u"root/b1/x"_s)));
    const Result<void> sent = m_bucket->upload(file(u"source"_s), {}, {u"b1"_s, name}, noToken, {});
    QCOMPARE(sent.has_value(), access.has_value());
}

QTEST_GUILESS_MAIN(FolderBucketTest)
#include "tst_folderbucket.moc"
