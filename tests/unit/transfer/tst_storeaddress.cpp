// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/storeaddress.h"

#include <QTest>

using namespace createzoom;
using namespace Qt::Literals::StringLiterals;

class StoreAddressTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aStoreIsAtMostAsOpenAsItsProxy_data();
    void aStoreIsAtMostAsOpenAsItsProxy();
};

void StoreAddressTest::aStoreIsAtMostAsOpenAsItsProxy_data()
{
    QTest::addColumn<QByteArray>("address");
    QTest::addColumn<QByteArray>("base");
    QTest::addColumn<bool>("isAllowed");

    const QByteArray open = "https://data-proxy.example.org/api"_ba;
    const QByteArray local = "http://127.0.0.1:8500/api"_ba;
    QTest::newRow("both open") << "https://store.example.org/b/o?X=a b"_ba << open << true;
    QTest::newRow("both local") << "http://127.0.0.1:9000/b/o"_ba << local << true;
    QTest::newRow("local proxy, open store") << "https://store.example.org/o"_ba << local << true;
    QTest::newRow("less secure") << "http://store.example.org/o"_ba << open << false;
    QTest::newRow("loopback") << "https://127.0.0.1/o"_ba << open << false;
    QTest::newRow("localhost") << "https://localhost/o"_ba << open << false;
    QTest::newRow("loopback of IPv6") << "https://[::1]/o"_ba << open << false;
    QTest::newRow("IPv4 in IPv6") << "https://[::ffff:10.0.0.1]/o"_ba << open << false;
    QTest::newRow("private network") << "https://192.168.1.5/o"_ba << open << false;
    QTest::newRow("metadata of a cloud") << "https://169.254.169.254/latest"_ba << open << false;
    QTest::newRow("unique local") << "https://[fd00::1]/o"_ba << open << false;
}

void StoreAddressTest::aStoreIsAtMostAsOpenAsItsProxy()
{
    QFETCH(QByteArray, address);
    QFETCH(QByteArray, base);

    QTEST(checkStoreAddress(address, base).has_value(), "isAllowed");
}

QTEST_GUILESS_MAIN(StoreAddressTest)
#include "tst_storeaddress.moc"
