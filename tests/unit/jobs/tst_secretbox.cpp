// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/secretbox.h"
#include "tests/support/resultvalue.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace createzoom;
using namespace createzoom::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray key(const char *id, char fill)
{
    return QByteArray(id) + ':' + QByteArray(32, fill).toBase64();
}

Result<SecretBox> boxOf(const QByteArray &keys)
{
    return SecretBox::fromKeys(Secret(keys));
}

QByteArray opened(const Result<SecretBox> &box, const QByteArray &sealed, const QString &id)
{
    const Result<Secret> secret = box->open(sealed, id);
    return secret ? secret->expose() : QByteArray("(" + secret.error().message.toUtf8() + ")");
}

const QByteArray cannotOpen("(The stored token cannot be read with this server's keys)");
const QString job1 = u"8c0af0d0-447c-44a0-8873-b47fa91140e3"_s;
const QString job2 = u"8c0af0d0-447c-44a0-8873-b47fa91140e4"_s;

} // namespace

class TestSecretBox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sealedTokenOpensUnderItsJob_data();
    void sealedTokenOpensUnderItsJob();
    void sealedTokenShowsNothing();
    void sealedTokenIsBoundToItsJob();
    void anyFlippedBitIsRejected();
    void otherFormsAreRejected_data();
    void otherFormsAreRejected();
    void everyKeyOpensAndTheFirstSeals();
    void badKeysAreRefusedWithoutShowingThem_data();
    void badKeysAreRefusedWithoutShowingThem();
    void keyFileIsMadeOnceForItsOwner();
    void badKeyFileIsRefusedAndKept();
    void unwritableKeyFileIsAnError();
};

void TestSecretBox::sealedTokenOpensUnderItsJob_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::newRow("text") << QByteArray("eyJhbGciOiJub25lIn0.e30.");
    QTest::newRow("empty") << QByteArray("");
    QTest::newRow("bytes") << QByteArray("\0\xff\n", 3);
    QTest::newRow("long") << QByteArray(5'000, 'x');
}

void TestSecretBox::sealedTokenOpensUnderItsJob()
{
    QFETCH(QByteArray, token);
    const auto box = boxOf(key("k1", 'a'));
    QVERIFY(box);

    const QByteArray sealed = box->seal(Secret(token), job1);

    QCOMPARE(opened(box, sealed, job1), token);
    QVERIFY(sealed.startsWith("dz1.k1."));
}

void TestSecretBox::sealedTokenShowsNothing()
{
    const auto box = boxOf(key("k1", 'a'));
    QVERIFY(box);
    const QByteArray token("canary-canary-canary");

    const QByteArray first = box->seal(Secret(token), job1);
    const QByteArray second = box->seal(Secret(token), job1);

    QVERIFY(first != second);
    QVERIFY(!first.contains("canary"));
    QVERIFY(!first.contains(token.toBase64().left(16)));
}

void TestSecretBox::sealedTokenIsBoundToItsJob()
{
    const auto box = boxOf(key("k1", 'a'));
    QVERIFY(box);

    const QByteArray sealed = box->seal(Secret("token"), job1);

    QCOMPARE(opened(box, sealed, job2), cannotOpen);
    QCOMPARE(opened(box, sealed, {}), cannotOpen);
}

void TestSecretBox::anyFlippedBitIsRejected()
{
    const auto box = boxOf(key("k1", 'a'));
    QVERIFY(box);
    const QByteArray sealed = box->seal(Secret("tok"), job1);
    const QByteArray prefix("dz1.k1.");
    const QByteArray blob
        = QByteArray::fromBase64(sealed.mid(prefix.size()), QByteArray::Base64UrlEncoding);
    QVERIFY(blob.size() > 24 + 16);

    for (qsizetype bit = 0; bit < blob.size() * 8; ++bit) {
        QByteArray changed = blob;
        changed[bit / 8] = static_cast<char>(changed[bit / 8] ^ (1 << (bit % 8)));
        const QByteArray forged = prefix + changed.toBase64(QByteArray::Base64UrlEncoding);
        QVERIFY2(!box->open(forged, job1), qPrintable(QString::number(bit)));
    }
}

void TestSecretBox::otherFormsAreRejected_data()
{
    QTest::addColumn<QByteArray>("sealed");
    const QByteArray blob = QByteArray(60, 'x').toBase64();
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("plain token") << QByteArray("token");
    QTest::newRow("other version") << "dz2.k1." + blob;
    QTest::newRow("unknown key") << "dz1.k9." + blob;
    QTest::newRow("too short") << QByteArray("dz1.k1.eHh4");
    QTest::newRow("no blob") << QByteArray("dz1.k1.");
    QTest::newRow("one part more") << "dz1.k1." + blob + ".x";
}

void TestSecretBox::otherFormsAreRejected()
{
    QFETCH(QByteArray, sealed);
    const auto box = boxOf(key("k1", 'a'));
    QVERIFY(box);

    QCOMPARE(opened(box, sealed, job1), cannotOpen);
}

void TestSecretBox::everyKeyOpensAndTheFirstSeals()
{
    const auto before = boxOf(key("k1", 'a'));
    const auto during = boxOf(key("k2", 'b') + ", " + key("k1", 'a') + '\n');
    const auto after = boxOf(key("k2", 'b'));
    QVERIFY(before && during && after);

    const QByteArray old = before->seal(Secret("old"), job1);
    const QByteArray fresh = during->seal(Secret("fresh"), job1);

    QCOMPARE(opened(during, old, job1), "old");
    QCOMPARE(opened(during, fresh, job1), "fresh");
    QCOMPARE(opened(after, fresh, job1), "fresh");
    QCOMPARE(opened(after, old, job1), cannotOpen);
    QCOMPARE(opened(boxOf(key("k1", 'z')), old, job1), cannotOpen);
}

void TestSecretBox::badKeysAreRefusedWithoutShowingThem_data()
{
    QTest::addColumn<QByteArray>("keys");
    QTest::newRow("none") << QByteArray();
    QTest::newRow("no id") << ':' + QByteArray(32, 'S').toBase64();
    QTest::newRow("no colon") << QByteArray(32, 'S').toBase64();
    QTest::newRow("short") << "k1:" + QByteArray(31, 'S').toBase64();
    QTest::newRow("long") << "k1:" + QByteArray(33, 'S').toBase64();
    QTest::newRow("dot in the id") << key("k.1", 'S');
    QTest::newRow("comma at the end") << key("k1", 'S') + ',';
    QTest::newRow("same id twice") << key("k1", 'S') + ',' + key("k1", 'T');
    QTest::newRow("not base64") << QByteArray("k1:*SSS") + QByteArray(40, 'S');
}

void TestSecretBox::badKeysAreRefusedWithoutShowingThem()
{
    QFETCH(QByteArray, keys);

    const auto box = boxOf(keys);

    QVERIFY(!box);
    QCOMPARE(box.error().code, ErrorCode::Usage);
    const QString said = box.error().message + box.error().detail;
    QVERIFY2(!said.contains(u"U1NT"), qPrintable(said)); // base64 of "SSS"
    QVERIFY2(!said.contains(u"SSS"), qPrintable(said));
}

void TestSecretBox::keyFileIsMadeOnceForItsOwner()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"token.key"_s);

    const auto first = SecretBox::fromFile(file);
    QVERIFY(first);
    const QByteArray sealed = first->seal(Secret("token"), job1);
    const auto second = SecretBox::fromFile(file);
    QVERIFY(second);

    QCOMPARE(opened(second, sealed, job1), "token");
    QCOMPARE(QFile::permissions(file)
                 & (QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadGroup
                    | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther
                    | QFile::ExeOther),
             QFile::ReadOwner | QFile::WriteOwner);
    const auto other = SecretBox::fromFile(folder.filePath(u"other.key"_s));
    QVERIFY(other);
    QCOMPARE(opened(other, sealed, job1), cannotOpen);
}

void TestSecretBox::badKeyFileIsRefusedAndKept()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"token.key"_s));
    QVERIFY(file.open(QIODevice::ReadWrite));
    file.write("k1:cut off");
    file.flush();

    QVERIFY(!SecretBox::fromFile(file.fileName()));

    file.seek(0);
    QCOMPARE(file.readAll(), "k1:cut off");
}

void TestSecretBox::unwritableKeyFileIsAnError()
{
    const QTemporaryDir folder;

    const auto box = SecretBox::fromFile(folder.filePath(u"no/such/folder/token.key"_s));

    QVERIFY(!box);
    QCOMPARE(box.error().code, ErrorCode::Io);
}

QTEST_GUILESS_MAIN(TestSecretBox)
#include "tst_secretbox.moc"
