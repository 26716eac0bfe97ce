# SPDX-License-Identifier: GPL-3.0-or-later
"""What the built programs say of themselves: verbs, options, settings. Manual pages and completion are made of it."""
import os
import re
import subprocess
from dataclasses import dataclass, field

OPTION = re.compile(r"^  (-\S+(?:, -\S+)*)(?: <([^>]*)>)?(?:  +(\S.*))?$")
ARGUMENT = re.compile(r"^  (\S+)  +(\S.*)$")
VERB = re.compile(r"^  ([a-z][\w-]*)  +(\S.*)$")
SETTING = re.compile(r"^# (?P<help>.*)\n# \((?P<allowed>.*)\)\n#(?P<key>[\w-]+) = \"(?P<default>.*)\"$", re.MULTILINE)
HIDDEN = {"--help-all"}  # Qt's own


@dataclass
class Option:
    flags: list
    value: str  # what follows it, empty when nothing does
    help: str

    @property
    def choices(self):
        """The words that it takes, where there are only so many."""
        words = self.value.split("|")
        return words if len(words) > 1 and all(re.fullmatch("[a-z]+", word) for word in words) else []


@dataclass
class Verb:
    name: str
    summary: str
    usage: str = ""
    description: str = ""
    options: list = field(default_factory=list)
    arguments: list = field(default_factory=list)


@dataclass
class Setting:
    key: str
    help: str
    allowed: str
    default: str


def output(program, *words):
    """Of a call that must succeed, whatever the settings of this machine are."""
    environment = {"PATH": os.environ.get("PATH", ""), "LC_ALL": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen"}
    if "LD_LIBRARY_PATH" in os.environ:
        environment["LD_LIBRARY_PATH"] = os.environ["LD_LIBRARY_PATH"]
    return subprocess.run([program, *words], env=environment, check=True, stdout=subprocess.PIPE, text=True).stdout


def verbs(program):
    found = []
    for line in output(program, "--help").split("\n\n")[1].splitlines():
        match = VERB.match(line)
        if match:
            found.append(Verb(match[1], match[2]))
    for verb in found:
        if verb.name != "view":  # a window: it has no options
            read_help(verb, output(program, verb.name, "--help"))
    return found


def server(program):
    verb = Verb("", "")
    read_help(verb, output(program, "--server", "--help"))
    return verb


def settings(program):
    return [Setting(**match.groupdict()) for match in SETTING.finditer(output(program, "--server", "--print-defaults"))]


def read_help(verb, text):
    """QCommandLineParser's: usage, description, then lists whose rows may go on in further lines."""
    lines = text.splitlines()
    verb.usage = lines[0].partition("[options]")[2].strip()
    section = ""
    description = []
    for line in lines[1:]:
        if line in ("Options:", "Arguments:"):
            section = line
        elif not section:
            description.append(line)
        elif line.startswith("   ") and line.strip():
            rows = verb.options if section == "Options:" else verb.arguments
            rows[-1].help = (rows[-1].help + " " + line.strip()).strip()
        elif section == "Options:" and (match := OPTION.match(line)):
            verb.options.append(Option(match[1].split(", "), match[2] or "", match[3] or ""))
        elif section == "Arguments:" and (match := ARGUMENT.match(line)):
            verb.arguments.append(Option([match[1]], "", match[2]))
    verb.description = " ".join(description).strip()
    verb.options = [option for option in verb.options if not HIDDEN & set(option.flags)]
