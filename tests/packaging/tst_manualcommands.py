#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs every command of the manual that can run here, as it stands there, and parses the others; prints the table of what
was done with which. Addresses and folders are the manual's: we have a network and mounts of our own.

usage: tst_manualcommands.py FOLDER      FOLDER: of createzoomd and, where the window is built, createzoom
Exit code 77: this machine lets us have no namespaces.
"""
import os
import re
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import yaml

from deployments import sanitizer_options
from manualcommands import ASK, PARSE, ROOT, RUN, SERVE, WATCH, balanced, blocks, deed, in_place, is_complete, missing_files

SKIPPED = 77
PATIENCE = 120
KEYS_OF_SERVICES = ("Listening on", "Working as")
FLUORESCENCE = """<?xml version="1.0"?><OME xmlns="http://www.openmicroscopy.org/Schemas/OME/2016-06"><Image ID="Image:0">
<Pixels ID="Pixels:0" DimensionOrder="XYCZT" Type="uint8" SizeX="64" SizeY="48" SizeC="3" SizeZ="1" SizeT="1">
<Channel ID="Channel:0:0"/><Channel ID="Channel:0:1"/><Channel ID="Channel:0:2"/>
<TiffData IFD="0" PlaneCount="3"/></Pixels></Image></OME>"""


def fluorescence(path, width=64, height=48, planes=3):
    """An OME-TIFF of grey planes, which vips alone does not write."""
    out = bytearray(b"II*\0\0\0\0\0")
    link = 4  # where the offset of the next directory stands
    for plane in range(planes):
        description = FLUORESCENCE.encode() + b"\0" if plane == 0 else b"plane\0"
        pixels = len(out)
        out += bytes((x * (plane + 1)) % 256 for x in range(width * height))
        text = len(out)
        out += description + b"\0" * (len(description) % 2)
        struct.pack_into("<I", out, link, len(out))
        rows = [(256, 4, 1, width), (257, 4, 1, height), (258, 3, 1, 8), (259, 3, 1, 1), (262, 3, 1, 1),
                (270, 2, len(description), text), (273, 4, 1, pixels), (277, 3, 1, 1), (278, 4, 1, height),
                (279, 4, 1, width * height)]
        out += struct.pack("<H", len(rows)) + b"".join(struct.pack("<HHII", *row) for row in rows)
        link = len(out)
        out += b"\0\0\0\0"
    path.write_bytes(out)


def wait_until(what, ready):
    end = time.monotonic() + PATIENCE
    while not ready():
        if time.monotonic() > end:
            raise AssertionError(f"{what}: not within {PATIENCE} s")
        time.sleep(0.05)


class Desk:
    """The folder in which somebody types the commands, with the files that the manual speaks of."""

    def __init__(self, folder, programs):
        self.folder, self.running = folder, []
        (folder / "build/dev/bin").mkdir(parents=True)
        for name in ("createzoom", "createzoomd"):
            built = programs / name if (programs / name).exists() else programs / "createzoomd"
            (folder / "build/dev/bin" / name).symlink_to(built)
        shutil.copytree(ROOT / "packaging", folder / "packaging")  # commands may write there
        (folder / "tests").symlink_to(ROOT / "tests")
        self.environment = {"PATH": f"{folder}/build/dev/bin:{os.environ['PATH']}", "HOME": str(folder), "LC_ALL": "C.UTF-8",
                            "CREATEZOOM_BUCKET_URL": "file:///srv/buckets", "CREATEZOOM_IAM_URL": "", "TOKEN": "none",
                            "CREATEZOOM_DISK_FLOOR": "0", **sanitizer_options()}
        for place in ("/var/lib/createzoom", "/srv/buckets/my-collab/raw", "/mnt/work"):
            os.makedirs(place)
        (folder / "scanner").mkdir()
        (folder / "token").write_text("none\n")
        self.image(folder / "s012.tif")
        for copy in (folder / "section-1.tif", folder / "section-2.tif", Path("/srv/buckets/my-collab/raw/s012.tif")):
            shutil.copy(folder / "s012.tif", copy)
        self.image(folder / "slide.svs", "[tile,compression=jpeg,pyramid]")
        fluorescence(folder / "f.ome.tif")

    def image(self, path, options=""):
        noise = self.folder / "noise.v"
        for command in (["vips", "gaussnoise", noise, "600", "400"], ["vips", "bandjoin", f"{noise} {noise} {noise}", f"{noise}3.v"],
                        ["vips", "cast", f"{noise}3.v", f"{self.folder}/image.tif{options}", "uchar"]):
            subprocess.run(command, check=True)
        (self.folder / "image.tif").rename(path)

    def service(self, command):
        """Starts it and waits until it says that it works."""
        log = self.folder / "service.log"
        with open(log, "wb") as out:
            process = subprocess.Popen(["bash", "-c", "exec " + command], cwd=self.folder, env=self.environment, stdout=out,
                                       stderr=subprocess.STDOUT)
        self.running.append(process)
        wait_until(command, lambda: process.poll() is not None or any(word in log.read_text() for word in KEYS_OF_SERVICES))
        assert process.poll() is None, f"{command} ended:\n{log.read_text()}"

    def end_services(self):
        for process in reversed(self.running):
            process.send_signal(signal.SIGTERM)
            assert process.wait(PATIENCE) == 0, f"{process.args}: exit code {process.returncode}"
        self.running.clear()

    def run(self, command):
        """In bash; what it exports stays for the commands after it."""
        kept = self.folder / "environment"
        script = f"{command}\ncode=$?; env -0 >{kept}; exit $code"
        result = subprocess.run(["bash", "-c", script], cwd=self.folder, env=self.environment, text=True, capture_output=True,
                                timeout=PATIENCE)
        assert result.returncode == 0, f"exit code {result.returncode}: {command}\n{result.stdout}{result.stderr}"
        self.environment = dict(pair.split("=", 1) for pair in kept.read_text().split("\0") if pair)
        if task := re.search(r'"task_id":"([^"]+)"', result.stdout):
            self.environment["TASK"] = task.group(1)
        return result.stdout

    def watch(self, command, target):
        target = self.folder / target
        process = subprocess.Popen(["bash", "-c", "exec " + command], cwd=self.folder, env=self.environment,
                                   stdout=subprocess.DEVNULL)
        self.image(self.folder / "scanner" / f"new{len(target.parts)}.tif")
        try:
            wait_until(command, lambda: list(target.glob("new*.dzip")))
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(PATIENCE)


def play(block, desk):
    """Does a block's commands; yields (command, what was done)."""
    if "http://127.0.0.1:8000" in block.text:
        desk.service("createzoomd")
        desk.environment["ADMIN_TOKEN"] = Path("/var/lib/createzoom/admin-token").read_text().strip()
    first = None
    for command in block.commands():
        kind, more = deed(command)
        here = in_place(command)
        if kind == PARSE:
            assert is_complete(command), f"bash does not understand: {command}"
        elif kind == SERVE:
            desk.end_services()
            desk.service(here)
            first = first or here
        elif kind == WATCH:
            desk.watch(here, more)
        else:
            if kind == ASK:
                desk.end_services()
                desk.service(first or "createzoomd")
            out = desk.run(here)
            assert not re.search(r'"detail"|E_[A-Z]+', out), f"{command}\n{out}"
        assert not missing_files(command), f"{command}: there is no {missing_files(command)}"
        yield command, more if kind == PARSE else {RUN: "run", ASK: "run, at a server", SERVE: "run until it is up, and ended",
                                                   WATCH: "run until it has converted a file"}[kind]
    desk.end_services()


def drive(programs):
    subprocess.run(["ip", "link", "set", "lo", "up"], check=True)
    for place in ("/srv", "/var/lib", "/mnt"):
        subprocess.run(["mount", "-t", "tmpfs", "tmpfs", place], check=True)
    rows, counted = [], 0
    with tempfile.TemporaryDirectory(prefix="cz-manual-") as folder:
        desk = Desk(Path(folder), programs)
        outside = dict(desk.environment)
        redis = subprocess.Popen(["redis-server", "--save", "", "--appendonly", "yes"], cwd=folder, stdout=subprocess.DEVNULL)
        try:
            page = None
            for block in blocks():
                if block.page != page:  # within a page, a block goes on where the one before ended
                    page, desk.environment = block.page, dict(outside)
                if block.language == "bash":
                    rows += [(block.page, *row) for row in play(block, desk)]
                    counted += 1
                elif block.language == "powershell":
                    assert balanced(block.text), block.text
                    rows.append((block.page, block.text.splitlines()[0], "PowerShell: its brackets close"))
                elif block.language == "yaml":
                    yaml.safe_load(block.text)
        finally:
            for process in [*desk.running, redis]:
                process.kill()
                process.wait()
    assert counted >= 7, "the manual's blocks were not found"
    for page, command, done in rows:
        print(f"{page}: {command.split('  #')[0].strip()[:90]:90} | {done}")


def main():
    if os.environ.get("CZ_MANUAL_INSIDE"):
        return drive(Path(sys.argv[1]).resolve())
    namespaces = ["unshare", "--net", "--mount"] + ([] if os.geteuid() == 0 else ["--user", "--map-root-user"])
    trial = subprocess.run([*namespaces, "mount", "-t", "tmpfs", "tmpfs", "/srv"], capture_output=True, text=True)
    if trial.returncode != 0:
        print(f"no namespaces here: {trial.stderr.strip()}")
        return SKIPPED
    return subprocess.run([*namespaces, sys.executable, "-B", __file__, sys.argv[1]],
                          env={**os.environ, "CZ_MANUAL_INSIDE": "1"}).returncode


if __name__ == "__main__":
    sys.exit(main())
