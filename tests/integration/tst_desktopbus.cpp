// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktopnotifications.h"
#include "app/sleepinhibitor.h"
#include "tests/integration/desktopbus.h"

#include <QGuiApplication>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace createzoom;
using namespace createzoom::tests;

namespace {

const QString notifications = u"org.freedesktop.Notifications"_s;
const QString login = u"org.freedesktop.login1"_s;
const QString screenSaver = u"org.freedesktop.ScreenSaver"_s;

} // namespace

/// What the desktop is told and asked, over a real D-Bus: with its services, without, refused.
class TestDesktopBus : public QObject
{
    Q_OBJECT

private:
    enum class Service { Absent, Refusing, Helpful };

    PrivateBus m_bus{};
    QDBusConnection m_desktop{QString()}; ///< another client of the bus than the product
    FakeNotifications m_notifications{};
    FakeLogind m_logind{};
    FakeScreenSaver m_screenSaver{};

    bool put(const QString &path, QObject *service)
    {
        return m_desktop.registerObject(path,
                                        service,
                                        QDBusConnection::ExportScriptableSlots
                                            | QDBusConnection::ExportScriptableSignals);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_bus.isRunning());
        m_desktop = m_bus.connectAs(u"desktop"_s);
        QVERIFY(m_desktop.isConnected());
        QVERIFY(put(u"/org/freedesktop/Notifications"_s, &m_notifications));
        QVERIFY(put(u"/org/freedesktop/login1"_s, &m_logind));
        QVERIFY(put(u"/org/freedesktop/ScreenSaver"_s, &m_screenSaver));
    }

    void cleanup()
    {
        for (const QString &name : {notifications, login, screenSaver})
            m_desktop.unregisterService(name);
        m_notifications.shown.clear();
        m_notifications.isRefusing = false;
        m_logind.asked = 0;
        m_screenSaver.asked = 0;
        m_screenSaver.isSlow = false;
        m_screenSaver.held.clear();
    }

    void aMessageIsShownAndReplacesTheOneBefore()
    {
        QVERIFY(m_desktop.registerService(notifications));
        DesktopNotifications messages;

        messages.show(u"2 jobs failed"_s, u"<b>.tif & c.tif"_s);
        QTRY_COMPARE(m_notifications.shown.size(), 1);
        QCOMPARE(m_notifications.shown.at(0).replaced, 0U);
        QCOMPARE(m_notifications.shown.at(0).title, u"2 jobs failed"_s);
        QCOMPARE(m_notifications.shown.at(0).text, u"&lt;b&gt;.tif &amp; c.tif"_s);
        QCOMPARE(m_notifications.shown.at(0).actions, (QStringList{u"default"_s, u"Show"_s}));
        QSignalSpy clicked(&messages, &DesktopNotifications::clicked);
        Q_EMIT m_notifications.ActionInvoked(41, u"default"_s);
        QVERIFY(clicked.wait()); // the answer with its number has come before

        messages.show(u"All jobs have ended"_s, u"3 done"_s);
        QTRY_COMPARE(m_notifications.shown.size(), 2);
        QCOMPARE(m_notifications.shown.at(1).replaced, 41U);
    }

    void aClickOnAnotherProgramsMessageIsNotOurs()
    {
        QVERIFY(m_desktop.registerService(notifications));
        DesktopNotifications messages;
        QSignalSpy clicked(&messages, &DesktopNotifications::clicked);
        messages.show(u"title"_s, u"text"_s);
        QTRY_COMPARE(m_notifications.shown.size(), 1);

        Q_EMIT m_notifications.ActionInvoked(7, u"default"_s);
        Q_EMIT m_notifications.ActionInvoked(41, u"default"_s);

        QVERIFY(clicked.wait());
        QCOMPARE(clicked.size(), 1);
    }

    void aMessageThatNobodyShowsIsHandedBack_data()
    {
        QTest::addColumn<bool>("isThere");
        QTest::newRow("there is no service") << false;
        QTest::newRow("it has had enough") << true;
    }

    void aMessageThatNobodyShowsIsHandedBack()
    {
        QFETCH(const bool, isThere);
        m_notifications.isRefusing = true;
        if (isThere)
            QVERIFY(m_desktop.registerService(notifications));
        DesktopNotifications messages;
        QSignalSpy refused(&messages, &DesktopNotifications::refused);

        messages.show(u"title"_s, u"text"_s);
        QVERIFY(refused.wait());
        QCOMPARE(refused.at(0), (QVariantList{u"title"_s, u"text"_s}));

        m_notifications.isRefusing = false; // it comes, or has calmed down
        QVERIFY(isThere || m_desktop.registerService(notifications));
        messages.show(u"again"_s, u"text"_s);
        QTRY_COMPARE(m_notifications.shown.size(), 1);
    }

    void theMachineStaysAwake_data()
    {
        QTest::addColumn<int>("logind");
        QTest::addColumn<int>("saver");
        QTest::addColumn<bool>("byLogind");
        QTest::addColumn<bool>("byScreenSaver");
        const int absent = int(Service::Absent);
        const int refusing = int(Service::Refusing);
        const int helpful = int(Service::Helpful);

        QTest::newRow("logind") << helpful << helpful << true << false;
        QTest::newRow("no logind") << absent << helpful << false << true;
        QTest::newRow("logind denies it") << refusing << helpful << false << true;
        QTest::newRow("both deny it") << refusing << refusing << false << false;
        QTest::newRow("a desktop without either") << absent << absent << false << false;
    }

    void theMachineStaysAwake()
    {
        QFETCH(const int, logind);
        QFETCH(const int, saver);
        QFETCH(const bool, byLogind);
        QFETCH(const bool, byScreenSaver);
        m_logind.isRefusing = logind == int(Service::Refusing);
        m_screenSaver.isRefusing = saver == int(Service::Refusing);
        if (logind != int(Service::Absent))
            QVERIFY(m_desktop.registerService(login));
        if (saver != int(Service::Absent))
            QVERIFY(m_desktop.registerService(screenSaver));
        SleepInhibitor inhibitor;

        inhibitor.setActive(true);
        QTRY_COMPARE(inhibitor.isKeptAwake(), byLogind || byScreenSaver);
        QTRY_VERIFY(!inhibitor.isAsking());
        QCOMPARE(m_logind.isHeld(), byLogind);
        QCOMPARE(m_screenSaver.held.size(), byScreenSaver ? 1 : 0);
        if (byLogind) {
            QCOMPARE(m_logind.what, u"sleep:idle"_s);
            QCOMPARE(m_logind.mode, u"block"_s);
        }

        inhibitor.setActive(false);
        QTRY_VERIFY(!m_logind.isHeld());
        QTRY_VERIFY(m_screenSaver.held.isEmpty());
        const int before = m_logind.asked + m_screenSaver.asked;
        inhibitor.setActive(true); // a refusal does not hold for ever
        QTRY_VERIFY(!inhibitor.isAsking());
        QVERIFY(logind + saver == 0 || m_logind.asked + m_screenSaver.asked > before);
        inhibitor.setActive(false); // nothing is under way to the next row's services
        QTRY_VERIFY(!m_logind.isHeld() && m_screenSaver.held.isEmpty());
    }

    void whatEndedBeforeTheAnswerIsNotHeld()
    {
        m_logind.isRefusing = false;
        QVERIFY(m_desktop.registerService(login));
        SleepInhibitor inhibitor;

        inhibitor.setActive(true);
        inhibitor.setActive(false);

        QTRY_VERIFY(!inhibitor.isAsking());
        QCOMPARE(m_logind.asked, 1);
        QTRY_VERIFY(!m_logind.isHeld());
    }

    void theLockEndsWithTheProgramsWish()
    {
        m_logind.isRefusing = false;
        QVERIFY(m_desktop.registerService(login));
        {
            SleepInhibitor inhibitor;
            inhibitor.setActive(true);
            QTRY_VERIFY(m_logind.isHeld());
        }
        QTRY_VERIFY(!m_logind.isHeld());
    }

    void whatIsAnsweredAfterItsEndIsNotHeld()
    {
        m_screenSaver.isRefusing = false;
        m_screenSaver.isSlow = true;
        QVERIFY(m_desktop.registerService(screenSaver));
        {
            SleepInhibitor inhibitor;
            inhibitor.setActive(true);
            QTRY_COMPARE(m_screenSaver.held.size(), 1);
        }
        m_screenSaver.answer(m_desktop);
        QTRY_VERIFY(m_screenSaver.held.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestDesktopBus)
#include "tst_desktopbus.moc"
