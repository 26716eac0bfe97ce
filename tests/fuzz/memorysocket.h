// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHostAddress>
#include <QTcpSocket>

#include <algorithm>

namespace createzoom::fuzz {

/// A client's socket without a network: what it has sent is handed in, what it is sent is counted.
class MemorySocket : public QTcpSocket
{
public:
    MemorySocket()
    {
        setPeerAddress(QHostAddress(QHostAddress::LocalHost));
        setSocketState(ConnectedState);
        setOpenMode(ReadWrite);
    }
    ~MemorySocket() override { setSocketState(UnconnectedState); }
    Q_DISABLE_COPY_MOVE(MemorySocket)

    void arrive(QByteArrayView bytes)
    {
        m_arrived.append(bytes);
        Q_EMIT readyRead();
    }
    qint64 written() const { return m_written; }

    qint64 bytesAvailable() const override
    {
        return QTcpSocket::bytesAvailable() + m_arrived.size();
    }
    bool isSequential() const override { return true; }
    bool atEnd() const override { return bytesAvailable() == 0; }
    void disconnectFromHost() override { end(); }
    void close() override { end(); } // abort() calls it

protected:
    qint64 readData(char *data, qint64 maxSize) override
    {
        const qsizetype size = std::min<qsizetype>(maxSize, m_arrived.size());
        std::copy_n(m_arrived.constData(), size, data);
        m_arrived.remove(0, size);
        return size;
    }
    qint64 writeData(const char * /*data*/, qint64 size) override
    {
        m_written += size;
        return size;
    }

private:
    void end()
    {
        if (state() == UnconnectedState)
            return;
        m_arrived.clear();
        setSocketState(UnconnectedState);
        Q_EMIT disconnected();
    }

    QByteArray m_arrived{};
    qint64 m_written = 0;
};

} // namespace createzoom::fuzz
