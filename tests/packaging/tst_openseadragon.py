#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How a build comes by the dashboard's viewer, with an npm of our own in place of the registry: what is trusted, what is said
when it cannot be had. usage: tst_openseadragon.py [unittest arguments]"""
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROJECT = """cmake_minimum_required(VERSION 3.25)
project(viewer LANGUAGES NONE)
include(packaging/cmake/OpenSeadragon.cmake)
message(STATUS "embedded: ${OPENSEADRAGON_FILES}")
"""
FILES = ["cmake/OpenSeadragon.cmake", "web/package.json", "web/package-lock.json"]
FETCHES = """mkdir -p node_modules/openseadragon
printf '%s' "$NODE_EXTRA_CA_CERTS" >trusted"""
REFUSES = """echo 'npm ERR! code SELF_SIGNED_CERT_IN_CHAIN' >&2
exit 1"""
SYSTEM = "/etc/ssl/certs/ca-certificates.crt"


class Viewer(unittest.TestCase):
    def setUp(self):
        place = tempfile.TemporaryDirectory()
        self.addCleanup(place.cleanup)
        self.folder = Path(place.name)
        (self.folder / "CMakeLists.txt").write_text(PROJECT)
        for name in FILES:
            (self.folder / "packaging" / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / "packaging" / name, self.folder / "packaging" / name)

    def configure(self, wanted, npm=None, **variables):
        path = os.environ["PATH"]
        options = [f"-DCREATEZOOM_OPENSEADRAGON={wanted}"] if wanted else []
        if npm:
            program = self.folder / "bin/npm"
            program.parent.mkdir(exist_ok=True)
            program.write_text(f"#!/bin/sh\n{npm}\n")
            program.chmod(0o755)
            path = f"{program.parent}:{path}"
        else:
            options += ["-DCMAKE_FIND_USE_SYSTEM_ENVIRONMENT_PATH=OFF", "-DCMAKE_FIND_USE_CMAKE_SYSTEM_PATH=OFF",
                        f"-DCMAKE_MAKE_PROGRAM={shutil.which('ninja')}", "-UNPM"]
        environment = {name: value for name, value in os.environ.items() if name != "NODE_EXTRA_CA_CERTS"}
        result = subprocess.run(["cmake", "-S", self.folder, "-B", self.folder / "build", "-G", "Ninja", *options], text=True,
                                capture_output=True, env={**environment, "PATH": path, **variables}, timeout=60)
        return result.returncode, " ".join((result.stdout + result.stderr).split())

    def trusted(self):
        return (self.folder / "build/openseadragon/trusted").read_text()

    def test_what_npm_fetched_is_embedded(self):
        code, said = self.configure("ON", FETCHES)
        self.assertEqual(code, 0, said)
        self.assertRegex(said, r"embedded: \S+/node_modules/openseadragon/build/openseadragon/openseadragon\.min\.js;")

    @unittest.skipUnless(os.path.exists(SYSTEM), "ca-certificates is not installed")
    def test_npm_trusts_what_the_machine_trusts(self):
        self.assertEqual(self.configure("ON", FETCHES)[0], 0)
        self.assertEqual(self.trusted(), SYSTEM)

    def test_who_names_authorities_is_heard(self):
        self.assertEqual(self.configure("ON", FETCHES, NODE_EXTRA_CA_CERTS="/lab/ca.pem")[0], 0)
        self.assertEqual(self.trusted(), "/lab/ca.pem")

    def test_what_others_get_is_not_built_without(self):
        for npm, why in ((REFUSES, "SELF_SIGNED_CERT_IN_CHAIN"), (None, "npm is not installed")):
            with self.subTest(why):
                code, said = self.configure("ON", npm)
                self.assertNotEqual(code, 0, said)
                self.assertIn("OpenSeadragon could not be fetched.", said)
                self.assertIn("OFF builds without", said)
                self.assertIn(why, said)

    def test_who_builds_for_himself_is_told(self):
        code, said = self.configure(None, REFUSES)
        self.assertEqual(code, 0, said)
        self.assertIn("the dashboard will show no previews.", said)
        self.assertIn("SELF_SIGNED_CERT_IN_CHAIN", said)
        self.assertRegex(said, r"embedded: --")

    def test_off_asks_nobody(self):
        code, said = self.configure("OFF", REFUSES)
        self.assertEqual(code, 0, said)
        self.assertIn("OpenSeadragon: left out", said)
        self.assertNotIn("SELF_SIGNED", said)

    def test_a_folder_is_taken_as_it_is(self):
        code, said = self.configure(self.folder, REFUSES)
        self.assertEqual(code, 0, said)
        self.assertIn(f"embedded: {self.folder}/build/openseadragon/openseadragon.min.js;", said)

    def test_packages_and_images_want_it(self):
        self.assertIn('OPENSEADRAGON="${OPENSEADRAGON:-ON}"', (ROOT / "packaging/debian/build").read_text())
        dockerfile = (ROOT / "packaging/docker/Dockerfile").read_text()
        self.assertIn("ARG OPENSEADRAGON=ON\n", dockerfile)
        self.assertIn("-DCREATEZOOM_OPENSEADRAGON=${OPENSEADRAGON}", dockerfile)


if __name__ == "__main__":
    unittest.main(argv=sys.argv)
