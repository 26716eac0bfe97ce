#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The image, the compose file and the scripts that build: does each name, port, variable and volume fit the others and
the program? usage: tst_containers.py PROGRAM [unittest arguments]"""
import functools
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

from deployments import KEYS, PACKAGING, ROOT, compose, compose_environment, ignored_by_image, image_context, targets

PROGRAM = None
SETTINGS = {"CREATEZOOM_TOKEN_KEYS": KEYS}


def checked(environment):
    """What the program says of the variables: each must be one it knows, with a value it takes."""
    return check(tuple(sorted(environment.items())))


@functools.cache
def check(variables):
    result = subprocess.run([PROGRAM, "--check-config"], env={"HOME": "/nowhere", **dict(variables)}, text=True,
                            capture_output=True, timeout=60)
    return "" if result.returncode == 0 else result.stderr + result.stdout


def redis_variables():
    return set(re.findall(r'u"(REDIS_\w+)"', (ROOT / "core/redis/redisaddress.cpp").read_text()))


def unknown_variables(environment):
    return {name for name in environment if name.startswith("REDIS_")} - redis_variables()


def listening_port(environment):
    roles = environment.get("CREATEZOOM_ROLES", "api")
    address = environment["CREATEZOOM_LISTEN" if "api" in roles.split(",") else "CREATEZOOM_PEER_LISTEN"]
    return int(address.rsplit(":", 1)[1])


def seconds(text):
    return int(text.removesuffix("s"))


class Image(unittest.TestCase):
    def test_each_target_is_configured_as_the_program_knows(self):
        for name, target in targets().items():
            with self.subTest(name):
                self.assertEqual(checked(target.env), "")
                self.assertEqual(target.ports, [listening_port(target.env)])

    def test_the_targets_are_the_roles_the_sum_of_them_and_all_in_one(self):
        roles = {name: target.env.get("CREATEZOOM_ROLES") for name, target in targets().items()}
        self.assertEqual(roles, {"api": "api", "downloader": "downloader", "processor": "processor", "uploader": "uploader",
                                 "worker": "downloader,processor,uploader", "all-in-one": None})

    def test_a_role_without_redis_says_so_instead_of_working_alone(self):
        for name, target in targets().items():
            self.assertEqual(target.env.get("CREATEZOOM_ENGINE"), None if name == "all-in-one" else "redis", name)

    def test_nobody_is_root_and_health_is_a_verb(self):
        verbs = subprocess.run([PROGRAM, "--help"], env={"HOME": "/nowhere"}, text=True, capture_output=True).stdout
        for target in targets().values():
            self.assertRegex(target.user, r"^[1-9]\d+:[1-9]\d+$") # a number: Kubernetes cannot judge a name
            command = re.search(r'CMD \["createzoomd", "(\w+)"\]$', target.healthcheck)
            self.assertRegex(verbs, rf"(?m)^  {command.group(1)} ")
            self.assertEqual(target.entrypoint, '["createzoomd"]')

    def test_the_version_is_that_of_the_project(self):
        version = re.search(r"VERSION (\S+) LANG", (ROOT / "CMakeLists.txt").read_text()).group(1)
        self.assertIn(f"ARG VERSION={version}\n", (PACKAGING / "docker/Dockerfile").read_text())

    def test_what_the_image_is_built_from_is_enough_and_no_test_or_secret(self):
        for name in ("packaging/.env", "build/dev/bin/createzoomd", ".git/config", "tests/README.md", "core/README.md"):
            self.assertTrue(ignored_by_image(name), name)
        for name in ("README.md", "laboratory.crt"): # the folder is there, and what people put into it
            self.assertFalse(ignored_by_image(f"packaging/docker/authorities/{name}"), name)
        files = image_context()
        with tempfile.TemporaryDirectory() as folder:
            for name in files:
                (Path(folder) / "source" / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(ROOT / name, Path(folder) / "source" / name)
            configure = subprocess.run(["cmake", "-S", f"{folder}/source", "-B", f"{folder}/build", "-G", "Ninja",
                                        "-DCREATEZOOM_UI=OFF", "-DCREATEZOOM_TESTS=OFF", "-DCREATEZOOM_REVISION=abc1234"],
                                       text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
            self.assertEqual(configure.returncode, 0, configure.stdout)
            plan = subprocess.run(["ninja", "-C", f"{folder}/build", "-n", "createzoomd"], text=True, capture_output=True)
            self.assertEqual(plan.returncode, 0, plan.stdout + plan.stderr) # a file that is not there
            version = (Path(folder) / "build/generated/core/base/version.h").read_text()
            self.assertIn('sourceRevision = "abc1234"', version)


class Compose(unittest.TestCase):
    def setUp(self):
        self.file = compose(SETTINGS)
        self.services = self.file["services"]
        self.ours = {name: service for name, service in self.services.items() if name != "redis"}

    def test_the_services_are_those_of_the_service_replaced(self):
        self.assertEqual(set(self.services), {"redis", "api", "downloader", "processor", "uploader"})
        for name, service in self.ours.items():
            self.assertEqual(service["build"]["target"], name)
            self.assertEqual(service["image"], f"localhost/createzoom-{name}:latest")
            self.assertTrue((PACKAGING / service["build"]["context"] / service["build"]["dockerfile"]).is_file())

    def test_what_a_build_is_told_is_what_the_image_asks_for(self):
        dockerfile = (PACKAGING / "docker/Dockerfile").read_text()
        for name, service in self.ours.items():
            self.assertEqual(service["build"]["args"], {"OPENSEADRAGON": "ON"}, name) # what others get has the viewer
            for argument, value in service["build"]["args"].items():
                self.assertIn(f"ARG {argument}={value}\n", dockerfile)
        self.assertEqual(compose({**SETTINGS, "OPENSEADRAGON": "OFF"})["services"]["api"]["build"]["args"]["OPENSEADRAGON"], "OFF")

    def test_without_keys_nothing_starts(self):
        with self.assertRaisesRegex(KeyError, "CREATEZOOM_TOKEN_KEYS"):
            compose({})

    def test_each_variable_is_one_that_the_program_knows(self):
        for name, service in self.ours.items():
            with self.subTest(name):
                environment = compose_environment(service)
                self.assertEqual(checked(environment), "")
                self.assertEqual(unknown_variables(environment), set())
                self.assertEqual((environment["REDIS_HOST"], environment["REDIS_PORT"]), ("redis", "6379"))

    def test_a_variable_that_the_program_does_not_know_is_seen(self):
        self.assertIn("CREATEZOOM_API_PORT", checked({"CREATEZOOM_API_PORT": "tcp://10.0.0.1:80"}))
        self.assertEqual(unknown_variables({"REDIS_SERVICE_HOST": "x", "REDIS_HOST": "x"}), {"REDIS_SERVICE_HOST"})

    def test_the_published_port_is_the_one_listened_on(self):
        ports = {name: service.get("ports", []) for name, service in self.services.items()}
        api = compose_environment(self.services["api"])
        self.assertEqual(ports.pop("api"), [f"8000:{listening_port(api)}"])
        self.assertFalse(any(ports.values())) # those may be scaled, and Redis has no password

    def test_workers_can_be_scaled(self):
        for name in ("downloader", "processor", "uploader"):
            service = self.services[name]
            self.assertFalse({"container_name", "hostname", "ports"} & set(service), name)
            # Anonymous: a folder of data is one process' own.
            self.assertEqual(service["volumes"], [compose_environment(service)["CREATEZOOM_DATA"]], name)
            # Each is fetched from at its own name: the address is not one for all.
            self.assertNotIn("CREATEZOOM_PEER_URL", compose_environment(service))

    def test_all_meet_in_one_network_and_only_those_who_must_see_another(self):
        networks = self.file["networks"]
        outward = {name for name, network in networks.items() if not (network or {}).get("internal")}
        for name, service in self.services.items():
            self.assertIn("inside", service["networks"])
            self.assertLessEqual(set(service["networks"]), set(networks))
            isOutward = bool(outward & set(service["networks"]))
            self.assertEqual(isOutward, name in ("api", "downloader", "uploader"), name)

    def test_a_stop_gives_running_steps_their_time(self):
        for service in self.ours.values():
            grace = seconds(compose_environment(service)["CREATEZOOM_GRACE"])
            self.assertLess(grace + 5, seconds(service["stop_grace_period"]))

    def test_nothing_can_be_written_or_gained_but_data(self):
        for name, service in self.services.items():
            self.assertTrue(service["read_only"], name)
            self.assertEqual(service["cap_drop"], ["ALL"], name)
            self.assertIn("no-new-privileges:true", service["security_opt"], name)

    def test_redis_keeps_what_was_accepted(self):
        command = " ".join(self.services["redis"]["command"])
        for words in ("--appendonly yes", "--appendfsync always", "--maxmemory-policy noeviction"):
            self.assertIn(words, command)
        self.assertIn("redis", self.file["volumes"])
        for service in self.ours.values():
            self.assertEqual(service["depends_on"], {"redis": {"condition": "service_healthy"}})

    @unittest.skipUnless(shutil.which("docker-compose"), "docker-compose is not installed")
    def test_docker_compose_reads_the_same(self):
        result = subprocess.run(["docker-compose", "-f", str(PACKAGING / "docker-compose.yml"), "config"], text=True,
                                env={"PATH": os.environ["PATH"], **SETTINGS}, capture_output=True)
        self.assertEqual(result.returncode, 0, result.stderr)
        import yaml
        theirs = yaml.safe_load(result.stdout)["services"]
        for name, service in self.ours.items():
            self.assertEqual(theirs[name]["environment"], service["environment"])
            self.assertEqual(theirs[name]["image"], service["image"])


class Scripts(unittest.TestCase):
    def build(self, variables, *arguments):
        """Runs the script with a docker that only writes down what it is asked."""
        with tempfile.TemporaryDirectory() as folder:
            docker = Path(folder) / "docker"
            docker.write_text('#!/bin/sh\nprintf "%s\\n" "$*" >>"$DOCKER_LOG"\n')
            docker.chmod(0o755)
            log = Path(folder) / "log"
            result = subprocess.run([str(PACKAGING / "build_and_push.sh"), *arguments], text=True, capture_output=True,
                                    env={"PATH": f"{folder}:{os.environ['PATH']}", "DOCKER_LOG": str(log), **variables})
            return result, log.read_text().splitlines() if log.exists() else []

    def test_every_target_is_built_and_pushed(self):
        result, calls = self.build({"REGISTRY": "reg.example/zoom", "TAG": "1.2"})
        self.assertEqual(result.returncode, 0, result.stderr)
        for name in targets():
            image = "reg.example/zoom/createzoom" + ("" if name == "all-in-one" else f"-{name}")
            built = [call for call in calls if call.startswith("build ") and f"--target {name} " in call]
            self.assertEqual(len(built), 1, calls)
            for tag in ("1.2", "latest"):
                self.assertIn(f"--tag {image}:{tag}", built[0])
                self.assertIn(f"push {image}:{tag}", calls)
            self.assertIn("--build-arg OPENSEADRAGON=ON", built[0])
        last_build = max(i for i, call in enumerate(calls) if call.startswith("build"))
        self.assertTrue(all(call.startswith("push") for call in calls[last_build + 1:])) # nothing half

    def test_for_several_kinds_of_processors_at_once(self):
        result, calls = self.build({"REGISTRY": "reg.example", "PLATFORMS": "linux/amd64,linux/arm64"})
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertEqual(len(calls), len(targets()))
        for call in calls:
            self.assertTrue(call.startswith("buildx build --platform linux/amd64,linux/arm64 --push "), call)

    def test_the_viewer_can_be_left_out(self):
        _, calls = self.build({"REGISTRY": "reg.example", "OPENSEADRAGON": "OFF"})
        for call in calls:
            if call.startswith("build "):
                self.assertIn("--build-arg OPENSEADRAGON=OFF", call)

    def test_without_a_registry_nothing_is_built(self):
        result, calls = self.build({})
        self.assertNotEqual(result.returncode, 0)
        self.assertIn("REGISTRY", result.stderr)
        self.assertEqual(calls, [])

    def test_powershell_has_the_same_targets(self):
        text = (PACKAGING / "build_and_push.ps1").read_text()
        listed = re.search(r"\$targets = (.+)", text).group(1)
        self.assertEqual(set(re.findall(r"'([\w-]+)'", listed)), set(targets()))
        for word in ("$env:REGISTRY", "packaging/docker/Dockerfile", "--build-arg", "Invoke-Docker push", "OPENSEADRAGON=$viewer"):
            self.assertIn(word, text)


if __name__ == "__main__":
    PROGRAM = sys.argv.pop(1)
    unittest.main()
