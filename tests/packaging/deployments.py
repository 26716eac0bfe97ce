# SPDX-License-Identifier: GPL-3.0-or-later
"""What packaging/ says of containers, as data: the targets of the Dockerfile, the services of the compose file, the
objects of the Kubernetes manifests with their overlays. Knows as much of these formats as ours use."""
import copy
import fnmatch
import os
import re
from dataclasses import dataclass, field
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"
KEYS = "k1:" + "a2tr" * 10 + "a2s="  # 32 bytes


def sanitizer_options():
    """Of this test's environment, what a program built with a sanitizer needs in one made for it alone."""
    return {name: value for name, value in os.environ.items() if name.endswith("SAN_OPTIONS")}


@dataclass
class Target:
    """A stage of the Dockerfile with what it inherits."""
    name: str
    env: dict = field(default_factory=dict)
    ports: list = field(default_factory=list)
    user: str = ""
    entrypoint: str = ""
    healthcheck: str = ""
    base: str = ""


def dockerfile_lines(text):
    text = re.sub(r"^\s*#.*\n", "", text, flags=re.M).replace("\\\n", " ")
    return [line.split(None, 1) for line in text.splitlines() if line.strip()]


def targets():
    stages, stage = {}, None
    for word, rest in dockerfile_lines((PACKAGING / "docker/Dockerfile").read_text()):
        if word == "FROM":
            base, name = re.fullmatch(r"(\S+) AS (\S+)", rest).groups()
            stage = copy.deepcopy(stages[base]) if base in stages else Target(name)
            stage.name, stage.base = name, base
            stages[name] = stage
        elif word == "ENV":
            stage.env.update(pair.split("=", 1) for pair in rest.split())
        elif word == "EXPOSE":
            stage.ports.append(int(rest))
        elif word == "USER":
            stage.user = rest
        elif word == "ENTRYPOINT":
            stage.entrypoint = rest
        elif word == "HEALTHCHECK":
            stage.healthcheck = rest
    return {name: stage for name, stage in stages.items() if stage.base == "runtime"}


def interpolated(text, variables):
    """${NAME}, ${NAME:-default} and ${NAME:?message}, as compose replaces them."""
    def value(match):
        name, kind, rest = match.group(1), match.group(2), match.group(3)
        if variables.get(name):
            return variables[name]
        if kind == ":-":
            return rest
        raise KeyError(f"{name}: {rest or 'not set'}")
    return re.sub(r"\$\{(\w+)(?:(:[-?])([^}]*))?\}", value, text)


def compose(variables):
    # After parsing: a variable may hold what YAML would take for its own.
    def filled(node):
        if isinstance(node, dict):
            return {key: filled(value) for key, value in node.items()}
        if isinstance(node, list):
            return [filled(value) for value in node]
        return interpolated(node, variables) if isinstance(node, str) else node
    return filled(yaml.safe_load((PACKAGING / "docker-compose.yml").read_text()))


def compose_environment(service):
    """What the process in the container gets: the image's variables, then the file's."""
    target = targets()[service["build"]["target"]]
    return {**target.env, **service["environment"]}


OVERLAYS = ["fused", "shared-volume", "keda"]


def documents(path):
    return [document for document in yaml.safe_load_all(path.read_text()) if document]


def matches(target, document):
    return all(re.fullmatch(target[word], value) for word, value in
               [("kind", document["kind"]), ("name", document["metadata"]["name"])] if word in target)


def add(document, path, value):
    *way, last = [part.replace("~1", "/") for part in path.strip("/").split("/")]
    for part in way:
        document = document[int(part) if isinstance(document, list) else part]
    if isinstance(document, list):
        document.append(value)
    else:
        document[last] = value


def kustomized(folder):
    """As `kubectl kustomize` has it; of patches only deletions and additions (JSON patch)."""
    rules = yaml.safe_load((folder / "kustomization.yaml").read_text())
    result = []
    for resource in rules["resources"]:
        path = (folder / resource).resolve()
        result += kustomized(path) if path.is_dir() else documents(path)
    for patch in rules.get("patches", []):
        body = yaml.safe_load(patch["patch"])
        chosen = [document for document in result if matches(patch["target"], document)]
        if not chosen:
            raise ValueError(f"{folder.name}: the patch of {patch['target']} meets nothing")
        if isinstance(body, dict) and body.get("$patch") == "delete":
            result = [document for document in result if document not in chosen]
            continue
        for document in chosen:
            for step in body:
                if step["op"] != "add":
                    raise ValueError(step["op"])
                add(document, step["path"], copy.deepcopy(step["value"]))
    return result


def kubernetes(overlay=None):
    folder = PACKAGING / "kubernetes"
    return kustomized(folder / "overlays" / overlay if overlay else folder / "base")


def ignored_by_image(name):
    """By .dockerignore, of which the last rule that fits decides."""
    rules = [line for line in (ROOT / ".dockerignore").read_text().splitlines() if line and not line.startswith("#")]
    parts = name.split("/")
    prefixes = ["/".join(parts[:i]) for i in range(1, len(parts) + 1)]
    ignored = False
    for rule in rules:
        pattern = rule.removeprefix("!").removeprefix("**/")
        if any(fnmatch.fnmatchcase(part, pattern) for part in (parts if rule.startswith("**/") else prefixes)):
            ignored = not rule.startswith("!")
    return ignored


def image_context():
    """Files of the repository that the image is built from."""
    found = []
    for folder, folders, names in os.walk(ROOT):
        place = Path(folder).relative_to(ROOT)
        folders[:] = [name for name in folders if place != Path(".") or name not in ("build", ".git")]
        found += [name for name in (str(place / name) for name in names) if not ignored_by_image(name)]
    return found
