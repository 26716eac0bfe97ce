// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/jpegreader.h"

#include "core/imaging/jpegdecoder.h"
#include "core/imaging/sourceerror.h"

#include <array>
#include <condition_variable>
#include <cstdio>
#include <deque>
#include <mutex>
#include <stop_token>
#include <thread>

namespace createzoom {

namespace {

constexpr size_t readAhead = size_t{1} << 18;

struct FileCloser
{
    void operator()(FILE *file) const { std::fclose(file); }
};

using OpenFile = std::unique_ptr<FILE, FileCloser>;

OpenFile openFile(const QByteArray &path)
{
    OpenFile file(std::fopen(path.constData(), "rbe"));
    if (file)
        std::setvbuf(file.get(), nullptr, _IOFBF, readAhead);
    return file;
}

/// Decodes on a thread of its own while earlier rows are used. Its end is seen by take().
class RowsAhead
{
public:
    explicit RowsAhead(JpegDecoder &decoder)
        : m_decoder(decoder)
    {
        for (JpegRows &rows : m_rows)
            m_empty.push_back(&rows);
        m_thread = std::jthread([this](const std::stop_token &stop) { run(stop); });
    }

    /// Null at the stream's end and after damage.
    JpegRows *take()
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_isEnded || !m_full.empty(); });
        return takeFirst(m_full);
    }

    void giveBack(JpegRows *rows)
    {
        const std::lock_guard lock(m_mutex);
        m_empty.push_back(rows);
        m_changed.notify_all();
    }

    bool isDamaged()
    {
        const std::lock_guard lock(m_mutex);
        return m_isDamaged;
    }

private:
    void run(const std::stop_token &stop)
    {
        std::unique_lock lock(m_mutex);
        while (m_changed.wait(lock, stop, [this] { return !m_empty.empty(); })) {
            JpegRows *rows = takeFirst(m_empty);
            lock.unlock();
            const bool isRead = m_decoder.read(*rows);
            lock.lock();
            m_isDamaged = !isRead;
            m_isEnded = !isRead || rows->rect.isEmpty();
            if (!m_isEnded)
                m_full.push_back(rows);
            m_changed.notify_all();
            if (m_isEnded)
                return;
        }
    }

    static JpegRows *takeFirst(std::deque<JpegRows *> &queue)
    {
        if (queue.empty())
            return nullptr;
        JpegRows *first = queue.front();
        queue.pop_front();
        return first;
    }

    JpegDecoder &m_decoder; ///< the thread's until it ends
    std::array<JpegRows, 3> m_rows; ///< each belongs to who took it
    std::mutex m_mutex; ///< guards everything below
    std::condition_variable_any m_changed;
    std::deque<JpegRows *> m_empty;
    std::deque<JpegRows *> m_full;
    bool m_isDamaged = false;
    bool m_isEnded = false;
    std::jthread m_thread; ///< last: it uses all of the above
};

} // namespace

JpegReader::JpegReader(const QByteArray &path, const QString &name, QSize size)
    : m_path(path)
    , m_name(name)
    , m_size(size)
{}

std::unique_ptr<PixelReader> JpegReader::open(const QByteArray &path, const QString &name)
{
    const OpenFile file = openFile(path);
    JpegDecoder decoder(PixelModel::Ycc);
    if (!file || !decoder.open(file.get()) || !decoder.isReadable())
        return nullptr;
    return std::unique_ptr<PixelReader>(new JpegReader(path, name, decoder.size()));
}

Result<void> JpegReader::read(PixelModel model,
                              int /*threads*/,
                              const PixelConsumer &consumer,
                              const StepControl &control)
{
    const OpenFile file = openFile(m_path);
    JpegDecoder decoder(model);
    if (!file || !decoder.open(file.get()) || !decoder.isReadable() || decoder.size() != m_size
        || !decoder.start())
        return sourceError(m_name, decoder.error());
    const QRect whole(QPoint(0, 0), m_size);
    RowsAhead ahead(decoder);
    while (JpegRows *rows = ahead.take()) {
        if (control.stopRequested())
            return cancelledError();
        if (!consumer(rows->area(whole)))
            return cancelledError();
        ahead.giveBack(rows);
    }
    return ahead.isDamaged() ? Result<void>(sourceError(m_name, decoder.error())) : Result<void>();
}

} // namespace createzoom
