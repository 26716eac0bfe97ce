// SPDX-License-Identifier: GPL-3.0-or-later
// Feeds the kept inputs of a fuzzer to its target, without libFuzzer. usage: replay FOLDER
#include <QDir>
#include <QFile>

#include <cstddef>
#include <cstdint>
#include <cstdio>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

int main(int argc, char **argv)
{
    const QDir folder(QFile::decodeName(argc == 2 ? argv[1] : ""));
    int count = 0;
    for (const QString &name : folder.entryList(QDir::Files)) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            return 1;
        std::printf("%s\n", qPrintable(name)); // the last one is it, after a crash
        std::fflush(stdout);
        const QByteArray input = file.readAll();
        LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t *>(input.constData()),
                               static_cast<std::size_t>(input.size()));
        ++count;
    }
    return count > 0 ? 0 : 1;
}
