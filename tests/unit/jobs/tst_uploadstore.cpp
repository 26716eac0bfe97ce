// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/uploadstore.h"
#include "tests/support/enginestub.h"
#include "tests/support/resultvalue.h"

#include <QDateTime>
#include <QDir>
#include <QStorageInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace createzoom;
using namespace createzoom::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 hour = 3'600'000;

/// Knows some jobs by their ids.
class KnowingEngine : public EngineStub
{
public:
    Result<std::optional<Job>> get(const QString &id) override
    {
        return known.contains(id) ? std::optional(Job{.id = id}) : std::optional<Job>();
    }
    QStringList known{};
};

} // namespace

class TestUploadStore : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder{};
    qint64 m_now = 1'795'000'000'000;
    UploadStore m_store{m_folder.path(), {.bytes = 100}, [this] {
                            return m_now;
                        }};

    UploadedImage keep(const QByteArray &bytes)
    {
        const auto incoming = valueOf(m_store.receive(u"s 1.tif"_s, bytes.size(), u"me"_s));
        return incoming->write(bytes) ? valueOf(incoming->finish()) : UploadedImage();
    }
    QStringList files() const
    {
        return QDir(m_folder.filePath(uploadBucket)).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    }

private Q_SLOTS:
    void anImageIsFoundAgain()
    {
        const UploadedImage image = keep("12345");
        const UploadedImage found = valueOf(m_store.find(image.id));
        QCOMPARE(found.name, u"s 1.tif"_s);
        QCOMPARE(found.bytes, 5);
        QCOMPARE(found.owner, u"me"_s);
        QCOMPARE(found.expiresAt, m_now + 24 * hour);
        QFile file(m_folder.filePath(found.source().text()));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("12345"));
        m_store.remove(image.id);
        QCOMPARE(m_store.find(image.id).error().code, ErrorCode::NotFound);
        QCOMPARE(files(), QStringList());
    }

    void whatIsNotFinishedLeavesNothing()
    {
        {
            const auto incoming = valueOf(m_store.receive(u"a.tif"_s, 10, {}));
            QVERIFY(incoming->write("12345"));
            QCOMPARE(incoming->finish().error().code, ErrorCode::InvalidRequest);
        }
        QCOMPARE(files(), QStringList());
    }

    void badNamesAndSizesAreRefused_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<qint64>("bytes");
        QTest::addColumn<ErrorCode>("code");
        const auto row = [](const char *what, const QString &name, qint64 bytes, ErrorCode code) {
            QTest::newRow(what) << name << bytes << code;
        };
        row("no name", QString(), 1, ErrorCode::InvalidRequest);
        row("a folder", u"a/b.tif"_s, 1, ErrorCode::InvalidRequest);
        row("up", u".."_s, 1, ErrorCode::InvalidRequest);
        row("hidden, as our own files", u".upload.json"_s, 1, ErrorCode::InvalidRequest);
        row("a backslash", u"a\\b.tif"_s, 1, ErrorCode::InvalidRequest);
        row("a control character", u"a\n.tif"_s, 1, ErrorCode::InvalidRequest);
        row("too long", QString(251, u'a'), 1, ErrorCode::InvalidRequest);
        row("too large", u"a.tif"_s, 101, ErrorCode::Limit);
    }
    void badNamesAndSizesAreRefused()
    {
        QFETCH(QString, name);
        QFETCH(qint64, bytes);
        QFETCH(ErrorCode, code);
        QCOMPARE(m_store.receive(name, bytes, {}).error().code, code);
        QCOMPARE(files(), QStringList());
    }

    void whatIsStillToComeCountsAsTaken()
    {
        UploadStore full(
            m_folder.path(), {.bytes = 1LL << 60, .floorBytes = 0}, [this] { return m_now; });
        const qint64 most = QStorageInfo(m_folder.path()).bytesAvailable() * 3 / 4;
        auto first = valueOf(full.receive(u"a.tif"_s, most, {}));
        QCOMPARE(full.receive(u"b.tif"_s, most, {}).error().code, ErrorCode::DiskFull);
        first.reset();
        QVERIFY(full.receive(u"b.tif"_s, most, {}));
    }

    void otherPeoplesFilesHaveNoIds_data()
    {
        QTest::addColumn<QString>("id");
        QTest::newRow("nothing") << QString();
        QTest::newRow("up") << u".."_s;
        QTest::newRow("somewhere") << u"../../etc"_s;
        QTest::newRow("nobody's") << u"0a8b31f4-0000-4000-8000-000000000001"_s;
    }
    void otherPeoplesFilesHaveNoIds()
    {
        QFETCH(QString, id);
        QCOMPARE(m_store.find(id).error().code, ErrorCode::NotFound);
    }

    // It may be an image of gigabytes, and its client begins anew.
    void whatWasBrokenOffByTheEndOfTheProcessGoesSoon()
    {
        KnowingEngine engine;
        const auto receiving = valueOf(m_store.receive(u"a.tif"_s, 10, {}));
        QVERIFY(receiving->write("12345"));
        const qint64 written = QDateTime::currentMSecsSinceEpoch();

        m_now = written + hour - 60'000;
        QVERIFY(m_store.sweep(engine));
        QCOMPARE(files().size(), 1);

        m_now = written + hour + 60'000;
        QVERIFY(m_store.sweep(engine));
        QCOMPARE(files(), QStringList());
    }

    void theSweepKeepsWhatIsNewOrWanted()
    {
        KnowingEngine engine;
        const UploadedImage unused = keep("1");
        const UploadedImage wanted = keep("2");
        const UploadedImage forgotten = keep("3");
        QVERIFY(m_store.keepFor(wanted, u"known"_s));
        QVERIFY(m_store.keepFor(forgotten, u"gone"_s));
        engine.known = {u"known"_s};
        QVERIFY(m_store.sweep(engine));
        QCOMPARE(files().size(), 3);
        m_now += 24 * hour;
        QVERIFY(m_store.sweep(engine));
        QCOMPARE(files(), QStringList{wanted.id});
        engine.known.clear();
        QVERIFY(m_store.sweep(engine));
        QCOMPARE(files(), QStringList());
    }
};

QTEST_GUILESS_MAIN(TestUploadStore)
#include "tst_uploadstore.moc"
