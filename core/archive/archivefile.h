// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QFile>
#include <QIODevice>
#include <QString>

namespace createzoom {

/// The file an archive is written to: a device for QuaZip that remembers why a write failed (QuaZip
/// does not say) and buffers across the jumps back with which QuaZip completes each entry's header.
/// Owned by the writer, one thread.
class ArchiveFile final : public QIODevice
{
    Q_OBJECT

public:
    explicit ArchiveFile(const QString &path);
    ~ArchiveFile() override;
    Q_DISABLE_COPY_MOVE(ArchiveFile)

    bool open(OpenMode mode) override;
    void close() override;
    bool isSequential() const override { return false; }
    qint64 size() const override;
    bool seek(qint64 position) override;
    qint64 written() const { return m_written; } ///< bytes that have left the buffer

    /// Writes out the buffer and asks the disk to keep everything.
    Result<void> sync();
    /// The first failure as an error that names `fileName`.
    Error failure(const QString &fileName) const;

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    bool flushBuffer();
    bool writeAt(qint64 position, const char *data, qint64 size);

    QFile m_file;
    QByteArray m_buffer; ///< bytes that follow m_written
    qint64 m_written = 0; ///< bytes in the file
    qint64 m_position = 0;
    int m_errno = 0;
};

} // namespace createzoom
