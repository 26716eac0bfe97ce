// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/healthcommand.h"

#include "app/console.h"
#include "app/exitcode.h"

#include <QCommandLineParser>
#include <QDeadlineTimer>
#include <QHostAddress>
#include <QSslSocket>

using namespace Qt::Literals::StringLiterals;

namespace createzoom {

namespace {

constexpr std::chrono::seconds patience{5};

/// The answer's status, or what went wrong as text.
Result<int> statusOf(const QUrl &server, const QByteArray &path)
{
    const bool isTls = server.scheme() == u"https";
    const auto port = static_cast<quint16>(server.port(isTls ? 443 : 80));
    const QDeadlineTimer deadline(patience);
    const auto left = [&deadline] {
        return static_cast<int>(deadline.remainingTime());
    };
    const auto noAnswer = [&server](const QString &why) {
        return Error{ErrorCode::Network, u"no answer from %1: %2"_s.arg(server.toString(), why)};
    };
    QSslSocket socket;
    socket.setPeerVerifyMode(QSslSocket::VerifyNone); // nothing is told, and "alive" is no secret
    if (isTls)
        socket.connectToHostEncrypted(server.host(), port);
    else
        socket.connectToHost(server.host(), port);
    if (!(isTls ? socket.waitForEncrypted(left()) : socket.waitForConnected(left())))
        return noAnswer(socket.errorString());
    QUrl host; // an IPv6 address in brackets
    host.setHost(server.host());
    socket.write("GET " + path + " HTTP/1.1\r\nHost: "
                 + host.authority(QUrl::FullyEncoded).toLatin1() + "\r\nConnection: close\r\n\r\n");
    QByteArray answer;
    while (!answer.contains("\r\n") && socket.waitForReadyRead(left()))
        answer += socket.readAll();
    const QByteArrayList words = answer.left(answer.indexOf("\r\n")).split(' ');
    if (words.size() < 2 || !words[0].startsWith("HTTP/1."))
        return noAnswer(answer.isEmpty() ? socket.errorString() : u"it speaks no HTTP"_s);
    return words[1].toInt();
}

Result<QUrl> serverUrl(const QString &named)
{
    if (!named.isEmpty()) {
        const QUrl url(named.contains(u"://"_s) ? named : u"http://"_s + named, QUrl::StrictMode);
        const bool isHttp = url.scheme() == u"http" || url.scheme() == u"https";
        if (!isHttp || url.host().isEmpty())
            return Error{ErrorCode::Usage,
                         u"--server must be an http(s) URL, not \"%1\""_s.arg(named)};
        return url;
    }
    const Result<LoadedSettings> loaded = loadSettings(defaultSettingSources());
    if (!loaded)
        return loaded.error();
    const QUrl url = healthAddress(loaded->settings);
    if (!url.isValid())
        return Error{ErrorCode::Usage,
                     u"a process without the role api and without peer-listen answers nobody; "
                     u"--server names another"_s};
    return url;
}

} // namespace

QUrl healthAddress(const Settings &settings)
{
    const bool isServer = settings.roles.contains(u"api"_s);
    const QString listen = isServer ? settings.listen : settings.peerListen;
    if (listen.isEmpty())
        return {};
    const qsizetype colon = listen.lastIndexOf(u':');
    QString host = listen.left(colon);
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.sliced(1, host.size() - 2);
    const QHostAddress address(host);
    if (address == QHostAddress(QHostAddress::AnyIPv6))
        host = u"::1"_s;
    else if (address == QHostAddress(QHostAddress::AnyIPv4) || host == u"*")
        host = u"127.0.0.1"_s;
    QUrl url;
    url.setScheme(isServer && !settings.tlsCertificate.isEmpty() ? u"https"_s : u"http"_s);
    url.setHost(host);
    url.setPort(QStringView(listen).sliced(colon + 1).toInt());
    return url;
}

int runHealth(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Asks a server whether it is alive. Exit code 0: yes, 1: no."_s);
    parser.addHelpOption();
    parser.addOption({u"server"_s,
                      u"address of the server [by the settings of this machine: listen, or "
                      u"peer-listen without the role api]"_s,
                      u"URL"_s});
    parser.addOption(
        {u"ready"_s, u"whether it is ready for work: its store of jobs answers too"_s});
    if (!parser.parse(QStringList{u"health"_s} + arguments)
        || !parser.positionalArguments().isEmpty()) {
        const QString extra = parser.positionalArguments().join(u' ');
        printError(u"createzoom health: "_s
                   + (extra.isEmpty() ? parser.errorText() : u"unexpected: "_s + extra));
        return static_cast<int>(ExitCode::Usage);
    }
    if (parser.isSet(u"help"_s)) {
        printOut(parser.helpText());
        return static_cast<int>(ExitCode::Ok);
    }
    const Result<QUrl> server = serverUrl(parser.value(u"server"_s));
    if (!server) {
        printError(server.error());
        return static_cast<int>(ExitCode::Usage);
    }
    const bool wantsReady = parser.isSet(u"ready"_s);
    const Result<int> status = statusOf(*server, wantsReady ? "/readyz" : "/livez");
    if (!status) {
        printError(status.error());
        return static_cast<int>(ExitCode::SomeFailed);
    }
    if (*status != 200) {
        printError(u"createzoom: %1 is %2: it answers %3"_s
                       .arg(server->toString(), wantsReady ? u"not ready"_s : u"not well"_s)
                       .arg(*status));
        return static_cast<int>(ExitCode::SomeFailed);
    }
    printOut(wantsReady ? u"ready"_s : u"alive"_s);
    return static_cast<int>(ExitCode::Ok);
}

} // namespace createzoom
