#!/usr/bin/env python3
"""Makes images that want to harm whoever opens them: cut, flipped, lying about their size, endless, full of zeros.

usage: hostile_images.py FOLDER        Python 3.9, the program `vips`; the same files each time (seed 6).
Writes the files, and FOLDER/expected.tsv: a line "name TAB outcome" each. Outcomes: "fails" (no picture can come of it),
"any" (a picture or an error). Names say what is wrong. Files that need root to be made (a device) are left out without.
"""
import os
import random
import socket
import struct
import subprocess
import sys
import zlib

FOLDER = sys.argv[1]
RANDOM = random.Random(6)
EXPECTED = []


def add(name, data, outcome="any"):
    with open(os.path.join(FOLDER, name), "wb") as f:
        f.write(data)
    EXPECTED.append((name, outcome))


def made(name, make, outcome="fails"):
    """What is no plain file; passed over where this user may not make it."""
    try:
        make(os.path.join(FOLDER, name))
    except OSError:
        return
    EXPECTED.append((name, outcome))


# Whole images of every kind, as a scanner would make them.

ENCODINGS = {
    "strips": "tif", "lzw": "tif[compression=lzw]", "tiled": "tif[compression=deflate,tile,pyramid]",
    "jpegtiles": "tif[compression=jpeg,tile]", "bigtiff": "tif[bigtiff,compression=deflate]", "baseline": "jpg",
    "progressive": "jpg[interlace]", "plain": "png", "interlaced": "png[interlace]", "lossy": "webp",
    "lossless": "webp[lossless]", "palette": "gif", "wavelet": "jp2", "pixmap": "ppm", "avif": "avif", "jxl": "jxl",
}


def bases():
    seedfile = os.path.join(FOLDER, "base.ppm")
    rows = b"".join(bytes((x * 3 + y, x ^ y, y * 2 + x // 3)[c] & 255 for x in range(300) for c in range(3))
                    for y in range(200))
    with open(seedfile, "wb") as f:
        f.write(b"P6 300 200 255\n" + rows)
    found = {}
    for kind, form in ENCODINGS.items():
        suffix = form.partition("[")[0]
        out = os.path.join(FOLDER, "base-out." + suffix)
        done = subprocess.run(["vips", "copy", seedfile, out + form[len(suffix):]], stderr=subprocess.DEVNULL)
        if done.returncode == 0 and os.path.exists(out):
            with open(out, "rb") as f:
                found[kind] = (suffix, f.read())
            os.remove(out)
    os.remove(seedfile)
    return found


def truncations(images):
    for kind, (suffix, data) in images.items():
        for label, size in (("4-bytes", 4), ("16-bytes", 16), ("a-tenth", len(data) // 10), ("half", len(data) // 2),
                            ("all-but-a-byte", len(data) - 1)):
            add(f"cut-{kind}-{label}.{suffix}", data[:size], "fails" if size <= 16 else "any")


def flips(images):
    for kind, (suffix, data) in images.items():
        for label, first, last, count in (("head", 0, 200, 4), ("body", 200, len(data), 40), ("tail", -400, 0, 8)):
            flipped = bytearray(data)
            for _ in range(count):
                at = RANDOM.randrange(min(first, len(data) - 1), last) if last > 0 else RANDOM.randrange(first, 0)
                flipped[at % len(data)] ^= 1 << RANDOM.randrange(8)
            add(f"flip-{kind}-{label}.{suffix}", bytes(flipped))


# TIFF by hand.

def tiff(tags, next_ifd=0, pixels=b"", big=False):
    """One directory at the start; `pixels` follow it, at the offset that the tag value PIXELS stands for."""
    head, entry = (16, 20) if big else (8, 12)
    start = head + (8 if big else 2) + len(tags) * entry + (8 if big else 4)
    out = struct.pack("<2sHHHQ", b"II", 43, 8, 0, 16) if big else struct.pack("<2sHI", b"II", 42, 8)
    out += struct.pack("<Q" if big else "<H", len(tags))
    for tag, kind, count, value in sorted(tags):
        value = start if value == "PIXELS" else value
        out += struct.pack("<HHQQ" if big else "<HHII", tag, kind, count, value)
    return out + struct.pack("<Q" if big else "<I", next_ifd) + pixels


def plain_tags(width=64, height=64, **other):
    tags = {256: (4, 1, width), 257: (4, 1, height), 258: (3, 1, 8), 259: (3, 1, 1), 262: (3, 1, 1), 273: (4, 1, "PIXELS"),
            277: (3, 1, 1), 278: (4, 1, height), 279: (4, 1, width * height & 0xFFFFFFFF)}
    for key, value in other.items():
        tags[int(key[1:])] = value
    return [(tag, *rest) for tag, rest in tags.items() if rest]


def tiffs():
    grey = bytes(range(64)) * 64
    huge = 0x7FFFFFFF
    for name, tags, outcome in (
        ("width-2-31", plain_tags(huge), "fails"),
        ("height-2-31", plain_tags(64, huge), "fails"),
        ("both-2-31", plain_tags(huge, huge), "fails"),
        ("width-2-32", plain_tags(0xFFFFFFFF), "fails"),
        ("width-0", plain_tags(0), "fails"),
        ("no-width", plain_tags(t256=()), "fails"),
        ("65535-samples", plain_tags(t277=(3, 1, 65535)), "fails"),
        ("65535-bits", plain_tags(t258=(3, 1, 65535)), "fails"),
        ("0-bits", plain_tags(t258=(3, 1, 0)), "any"),
        ("rows-per-strip-0", plain_tags(t278=(4, 1, 0)), "any"),
        ("strip-of-4-GB", plain_tags(t279=(4, 1, 0xFFFFFFF0)), "any"),
        ("strip-beyond-the-end", plain_tags(t273=(4, 1, 0x7FFFFFF0)), "fails"),
        ("strip-is-the-directory", plain_tags(t273=(4, 1, 8)), "any"),
        ("2-30-strips", plain_tags(t273=(4, 1 << 30, 8), t279=(4, 1 << 30, 8)), "fails"),
        ("unknown-compression", plain_tags(t259=(3, 1, 60000)), "fails"),
        ("tile-of-2-31", plain_tags(t322=(4, 1, huge - 15), t323=(4, 1, huge - 15), t324=(4, 1, "PIXELS"), t325=(4, 1, 4096)),
         "fails"),
        ("tile-of-0", plain_tags(t322=(4, 1, 0), t323=(4, 1, 0), t324=(4, 1, "PIXELS"), t325=(4, 1, 4096)), "fails"),
        ("lzw-of-noise", plain_tags(t259=(3, 1, 5)), "any"),
        ("jpeg-of-noise", plain_tags(t259=(3, 1, 7)), "any"),
        ("packbits-of-noise", plain_tags(t259=(3, 1, 32773)), "any"),
        ("fax-of-noise", plain_tags(t259=(3, 1, 4), t258=(3, 1, 1)), "any"),
        ("orientation-99", plain_tags(t274=(3, 1, 99)), "any"),
        ("profile-beyond-the-end", plain_tags(t34675=(7, 1 << 28, 64)), "any"),
        ("float-of-2-bits", plain_tags(t339=(3, 1, 3), t258=(3, 1, 2)), "any"),
    ):
        add(f"tiff-{name}.tif", tiff(tags, pixels=grey), outcome)
    tags = plain_tags()
    end = 8 + 2 + len(tags) * 12 + 4
    add("loop-directory-to-itself.tif", tiff(tags, 8, grey))
    second = end + len(grey)
    add("loop-of-two-directories.tif", tiff(tags, second, grey) + tiff(tags, 8)[8:])
    add("directory-beyond-the-end.tif", tiff(tags, 0x7FFFFFF0, grey))
    add("directory-of-65535-entries.tif", struct.pack("<2sHIH", b"II", 42, 8, 65535) + grey, "fails")
    add("directory-of-no-entries.tif", struct.pack("<2sHIHI", b"II", 42, 8, 0, 0) + grey, "fails")
    add("subdirectory-loop.tif", tiff(plain_tags(t330=(4, 1, 8)), 0, grey))
    add("exif-loop.tif", tiff(plain_tags(t34665=(4, 1, 8)), 0, grey))
    pages = [tiff(plain_tags(1, 1, t273=(4, 1, 0)))[8:] for _ in range(10_000)]
    size = len(pages[0])
    add("10000-pages.tif", struct.pack("<2sHI", b"II", 42, 8) + b"".join(
        page[:-4] + struct.pack("<I", 8 + size * (i + 1) if i < 9999 else 0) for i, page in enumerate(pages)), "fails")
    for name, change in (("first-directory-at-2-63", 1 << 63), ("first-directory-at-2-40", 1 << 40), ("first-directory-at-0", 0)):
        add(f"bigtiff-{name}.tif", struct.pack("<2sHHHQ", b"II", 43, 8, 0, change) + grey, "fails")
    add("bigtiff-2-60-entries.tif", struct.pack("<2sHHHQQ", b"II", 43, 8, 0, 16, 1 << 60) + grey, "fails")
    add("bigtiff-strip-at-2-62.tif", tiff(plain_tags(t273=(16, 1, 1 << 62)), pixels=grey, big=True), "fails")
    add("bigtiff-2-61-strips.tif", tiff(plain_tags(t273=(16, 1 << 61, 64)), pixels=grey, big=True), "fails")
    add("bigtiff-loop.tif", tiff(tags, 16, grey, big=True))
    bomb = zlib.compress(bytes(200_000_000), 9)
    add("bomb-strip-of-200-MB.tif",
        tiff(plain_tags(t259=(3, 1, 8), t279=(4, 1, len(bomb))), pixels=bomb))
    add("bomb-2-gigapixels.tif",
        tiff(plain_tags(50_000, 50_000, t259=(3, 1, 8), t279=(4, 1, len(bomb))), pixels=bomb), "fails")
    add("ome-entities.tif", ome(b'<?xml version="1.0"?><!DOCTYPE OME [<!ENTITY a "aaaaaaaaaa">' + b"".join(
        b'<!ENTITY %c "%s">' % (98 + i, b"&%c;" % (97 + i) * 10) for i in range(9)) + b"]><OME><Image>&j;</Image></OME>"))
    add("ome-outside-entity.tif",
        ome(b'<?xml version="1.0"?><!DOCTYPE OME [<!ENTITY x SYSTEM "file:///etc/passwd">]><OME>&x;</OME>'))
    add("ome-10-MB.tif", ome(b"<OME>" * 2_000_000))


def ome(text):
    grey = bytes(4096)
    tags = plain_tags(t270=(2, len(text), 0))
    at = 8 + 2 + len(tags) * 12 + 4 + len(grey)
    return tiff(plain_tags(t270=(2, len(text), at)), pixels=grey + text)


# The other formats by hand.

def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width, height, body, *extra, depth=8, colour=2):
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0))
            + b"".join(extra) + chunk(b"IDAT", body) + chunk(b"IEND", b""))


def pngs():
    rows = zlib.compress((b"\0" + b"abc" * 64) * 64)
    zeros = zlib.compress(bytes(100_000_000), 9)
    add("png-2-million-squared.png", png(2_000_000, 2_000_000, rows), "fails")
    add("png-2-31-squared.png", png(0x7FFFFFFF, 0x7FFFFFFF, rows), "fails")
    add("png-0-wide.png", png(0, 64, rows), "fails")
    add("png-row-missing.png", png(64, 65, rows))
    add("png-bomb-90-megapixels.png", png(9000, 10_000, zlib.compress(bytes(10_000 * 9001), 9), colour=0))
    add("png-bomb-900-megapixels.png", png(30_000, 30_000, zeros, colour=0), "fails")
    add("png-bomb-in-the-profile.png", png(64, 64, rows, chunk(b"iCCP", b"p\0\0" + zeros)))
    add("png-bomb-in-a-text.png", png(64, 64, rows, chunk(b"zTXt", b"Comment\0\0" + zeros)))
    add("png-5000-texts.png", png(64, 64, rows, *[chunk(b"tEXt", b"k%d\0v" % i) for i in range(5000)]))
    add("png-chunk-of-2-GB.png", png(64, 64, rows)[:33] + b"\x7f\xff\xff\xffIDAT" + rows, "fails")
    add("png-palette-missing.png", png(64, 64, rows, colour=3), "fails")
    add("png-bad-checksum.png", png(64, 64, rows)[:-20] + b"\0" * 20)


def jpegs(images):
    base, progressive = images["baseline"][1], images["progressive"][1]
    frame = base.index(b"\xff\xc0")

    def sized(height, width):
        return base[:frame + 5] + struct.pack(">HH", height, width) + base[frame + 9:]

    add("jpeg-65500-squared.jpg", sized(65500, 65500), "fails")
    add("jpeg-65535-wide.jpg", sized(200, 65535))
    add("jpeg-0-high.jpg", sized(0, 300), "fails")
    add("jpeg-0-wide.jpg", sized(200, 0), "fails")
    add("jpeg-255-components.jpg", base[:frame + 9] + b"\xff" + base[frame + 10:], "fails")
    add("jpeg-sampling-15.jpg", base[:frame + 11] + b"\xff" + base[frame + 12:])
    add("jpeg-12-bits.jpg", base[:frame + 4] + b"\x0c" + base[frame + 5:], "fails")
    add("jpeg-arithmetic.jpg", base[:frame] + b"\xff\xc9" + base[frame + 2:])
    add("jpeg-no-tables.jpg", base.replace(b"\xff\xc4", b"\xff\xfe"))
    add("jpeg-10000-comments.jpg", base[:2] + b"\xff\xfe\x00\x03x" * 10_000 + base[2:])
    scan = progressive.rindex(b"\xff\xda")
    add("jpeg-3000-scans.jpg", progressive[:scan] + progressive[scan:-2] * 3000 + b"\xff\xd9")
    exif = b"Exif\0\0" + tiff([(274, 3, 1, 6), (34665, 4, 1, 8)], 8)
    add("jpeg-exif-loop.jpg", base[:2] + b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif + base[2:])
    add("jpeg-noise-as-profile.jpg", base[:2] + b"\xff\xe2\xff\xff" + b"ICC_PROFILE\0\1\1" + RANDOM.randbytes(65_519) + base[2:])
    add("jpeg-of-markers.jpg", b"\xff\xd8" + b"\xff\xd0" * 500_000, "fails")


def others(images):
    add("gif-65535-squared.gif", b"GIF89a\xff\xff\xff\xff\x80\0\0" + bytes(6) + b",\0\0\0\0\xff\xff\xff\xff\0\x02\x02L\x01\0;",
        "fails")
    frame = b"\x21\xf9\x04\0\0\0\0\0,\0\0\0\0\x08\0\x08\0\0\x02\x07\x84\x8f\xa9\xcb\xed\x0f\x63\0"
    add("gif-10000-frames.gif", b"GIF89a\x08\0\x08\0\x80\0\0\0\0\0\xff\xff\xff" + frame * 10_000 + b";")
    add("gif-frame-outside.gif", b"GIF89a\x08\0\x08\0\x80\0\0\0\0\0\xff\xff\xff" + frame.replace(b",\0\0", b",\xff\xff") + b";")
    add("gif-without-end.gif", b"GIF89a\x08\0\x08\0\x80\0\0\0\0\0\xff\xff\xff" + b"\x21\xfe" + b"\x01x" * 100_000)
    add("webp-16384-squared.webp", b"RIFF\x16\0\0\0WEBPVP8X\x0a\0\0\0\x02\0\0\0\xff\x3f\0\xff\x3f\0", "fails")
    animated = b"".join(b"ANMF\x18\0\0\0" + bytes(16) + b"VP8L\0\0\0\0" for _ in range(2000))
    add("webp-2000-empty-frames.webp", b"RIFF" + struct.pack("<I", len(animated) + 36) + b"WEBPVP8X\x0a\0\0\0\x02\0\0\0"
        b"\x3f\0\0\x3f\0\0ANIM\x06\0\0\0" + bytes(6) + animated, "fails")
    add("ppm-million-squared.ppm", b"P6 1000000 1000000 255\n", "fails")
    add("ppm-30-digits.ppm", b"P6 " + b"9" * 30 + b" 4 255\n" + bytes(100), "fails")
    add("ppm-negative.ppm", b"P6 -4 -4 255\n" + bytes(100), "fails")
    add("exr-noise.exr", b"\x76\x2f\x31\x01" + RANDOM.randbytes(2000), "fails")
    for kind in ("wavelet", "avif", "jxl"):
        if kind in images:
            suffix, data = images[kind]
            for i in range(2):
                at = RANDOM.randrange(20, 120)
                add(f"{kind}-huge-number-{i}.{suffix}", data[:at] + b"\x7f\xff\xff\xff" + data[at + 4:])


def no_images(images):
    outside = b'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9">'
    for name, data in (
        ("svg-reads-a-file.svg", outside + b'<image xlink:href="file:///etc/passwd" width="9" height="9"/></svg>'),
        ("svg-calls-out.svg", outside + b'<image xlink:href="http://127.0.0.1:9/x.png" width="9" height="9"/></svg>'),
        ("svg-named.png", outside + b"</svg>"),
        ("svg-entities.svg", b'<!DOCTYPE s [<!ENTITY a "aaaaaaaaaa">' + b"".join(
            b'<!ENTITY %c "%s">' % (98 + i, b"&%c;" % (97 + i) * 10) for i in range(9)) + b"]>" + outside + b"&j;</svg>"),
        ("pdf-calls-out.pdf", b"%PDF-1.4\n1 0 obj<</Type/Catalog/OpenAction<</S/URI/URI(http://127.0.0.1:9/)>>>>endobj\n"),
        ("pdf-named.tif", b"%PDF-1.4\n"),
        ("postscript.eps", b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n(/etc/passwd) (r) file\n"),
        ("magick-vector.mvg", b"push graphic-context\nviewbox 0 0 9 9\nimage over 0,0 0,0 'https://127.0.0.1:9/x'\n"),
        ("magick-script.msl", b'<?xml version="1.0"?><image><read filename="/etc/passwd"/></image>'),
        ("page.html", b"<!DOCTYPE html><img src=file:///etc/passwd>"), ("numbers.csv", b"1,2\n3,4\n"),
        ("matrix.mat", b"2 2\n1 2\n3 4\n"), ("empty.tif", b""), ("a-byte.jpg", b"\xff"), ("zeros.tif", bytes(1_000_000)),
        ("ones.png", b"\xff" * 1_000_000), ("noise.jpg", RANDOM.randbytes(65_536)), ("program.png", open("/bin/true", "rb").read()),
        ("archive.tif", b"PK\x03\x04" + bytes(200)), ("gzip.fits", zlib.compress(bytes(10_000_000), 9)),
        ("vips-image.v", b"\xb6\xa6\xf2\x08" + bytes(60)), ("slidedat.mrxs", images["baseline"][1]),
        ("hamamatsu.vms", b"[Virtual Microscope Specimen]\nNoLayers=1\nImageFile=../../../../etc/passwd\n"),
    ):
        add(name, data, "fails")
    add("jpeg-named.tif", images["baseline"][1])
    add("tiff-named.jpg", images["strips"][1])
    add("gif-named.svs", images["palette"][1])


def no_files():
    made("device.tif", lambda path: os.mknod(path, 0o20644, os.makedev(1, 5)))
    made("pipe.tif", os.mkfifo)
    made("socket.tif", lambda path: socket.socket(socket.AF_UNIX).bind(path))
    made("folder.tif", os.mkdir)
    for name, target in (("link-to-passwd.tif", "/etc/passwd"), ("link-to-zero.tif", "/dev/zero"),
                         ("link-to-environment.tif", "/proc/self/environ"), ("link-up.tif", "../../outside.tif"),
                         ("link-to-itself.tif", "link-to-itself.tif"), ("link-to-nothing.tif", "nothing.tif")):
        made(name, lambda path, target=target: os.symlink(target, path))


def main():
    os.makedirs(FOLDER, exist_ok=True)
    images = bases()
    truncations(images)
    flips(images)
    tiffs()
    pngs()
    jpegs(images)
    others(images)
    no_images(images)
    no_files()
    with open(os.path.join(FOLDER, "expected.tsv"), "w") as f:
        f.writelines(f"{name}\t{outcome}\n" for name, outcome in EXPECTED)
    print(len(EXPECTED))


main()
