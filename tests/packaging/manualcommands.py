# SPDX-License-Identifier: GPL-3.0-or-later
"""The commands of the manual: what each block of a Markdown file says, and the table of what is done with each command."""
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# Those that people read who install and run it; the folders' own are for developers.
PAGES = ["README.md", "packaging/README.md", ".github/SECURITY.md", ".github/CONTRIBUTING.md"]

RUN, SERVE, ASK, WATCH, PARSE = "run", "serve", "ask", "watch", "parsed"

# The first row that fits decides; a command that none fits is run and must succeed.
TABLE = [
    (r"#", RUN, ""),
    (r"(\w+=\S* )*packaging/quickstart|tests/run|cmake --workflow|packaging/dependencies", PARSE, "installs and builds"),
    (r"packaging/debian/|tests/packaging/(containerimage|kubernetesschemas)", PARSE, "builds, downloads"),
    (r"(sudo|apt|apt-get|dpkg|systemctl|journalctl|systemd-\w+)\b", PARSE, "changes the machine"),
    (r"(docker|docker-compose|podman|buildah|kubectl)\b|.*\| kubectl ", PARSE, "needs a cluster, or Docker"),
    (r"(\w+=\S+ )*packaging/build_and_push", PARSE, "pushes to a registry (tst_containers runs it with another docker)"),
    (r"createzoom( view.*)?$", PARSE, "opens a window (tests/ui)"),
    (r"createzoom watch .* bucket:", WATCH, "/srv/buckets/my-collab/zoom"),
    (r"createzoom watch .* -o out/", WATCH, "out"),
    (r"createzoomd (--help|--print-config|--check-config|--version)", RUN, ""),
    (r"createzoom (jobs \w+ ID|queue)\b", PARSE, "needs a job in the right state (tst_jobsverbs)"),
    (r"createzoomd? (jobs|workers|health|submit)\b", ASK, ""),
    (r"createzoomd( --|$)", SERVE, ""),
]

# Where the manual stands for something else.
PLACES = [
    (r"rediss://createzoom:PASSWORD@redis\.lab\.example:6379/0", "redis://127.0.0.1:6379/0"),
    (r" REDIS_CA_FILE=\S+", ""),
    (r"status/8c0a\.\.\.", 'status/$TASK'),
    (r"--server https://zoom\.lab\.example --token-file token", "--token-file /var/lib/createzoom/admin-token"),
    (r" --server \.\.\.", ""),
    (r"--token-file \.\.\.", "--token-file /var/lib/createzoom/admin-token"),
]


@dataclass
class Block:
    page: str
    language: str
    text: str

    def commands(self):
        """Lines, joined where one command takes several."""
        commands, begun = [], ""
        for line in self.text.splitlines():
            begun += line
            if line.endswith("\\") or not is_complete(begun):
                begun += "\n"
                continue
            commands.append(begun)
            begun = ""
        return [command for command in commands + [begun] if command.strip()]


def is_complete(text):
    return subprocess.run(["bash", "-n"], input=text, text=True, capture_output=True).returncode == 0


def blocks():
    found = []
    for page in PAGES:
        text = (ROOT / page).read_text() if (ROOT / page).exists() else ""
        found += [Block(page, *match) for match in re.findall(r"(?ms)^```(\w+)\n(.*?)^```", text)]
    return found


def deed(command):
    for pattern, kind, more in TABLE:
        if re.match(pattern, command):
            return kind, more
    return RUN, ""


def in_place(command):
    for pattern, replacement in PLACES:
        command = re.sub(pattern, replacement, command)
    return command


def missing_files(command):
    """Files of the repository that a command names and that are not there."""
    named = re.findall(r"(?:^|[\s=<'\"])((?:packaging|tests)/[\w./-]+)", command)
    return [name for name in named if not (ROOT / name).exists()]


def balanced(text):
    """Whether brackets and quotes of PowerShell close: nothing here could parse more of it."""
    open_brackets, quote = [], ""
    for character in text:
        if quote:
            quote = "" if character == quote else quote
        elif character in "'\"":
            quote = character
        elif character in "([{":
            open_brackets.append(character)
        elif character in ")]}":
            if not open_brackets or open_brackets.pop() + character not in ("()", "[]", "{}"):
                return False
    return not quote and not open_brackets
