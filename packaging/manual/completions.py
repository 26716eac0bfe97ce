# SPDX-License-Identifier: GPL-3.0-or-later
"""What shells complete: verbs, their options, and the values of options that have a few."""

FLAGS_OF_ALL = ["--help", "--version"]


def flags(options):
    return [flag for option in options for flag in option.flags]


def first_words(program, verbs, server):
    """What may follow the program's name."""
    faces = ["--worker"] if program == "createzoomd" else ["--server", "--worker"]
    own = [flag for flag in flags(server.options) if flag.startswith("--")] if program == "createzoomd" else []
    return [verb.name for verb in verbs] + sorted({*FLAGS_OF_ALL, *faces, *own})


def bash(program, verbs, server):
    name = f"_{program}"
    lines = ["# SPDX-License-Identifier: GPL-3.0-or-later", f"# bash completion of {program}; made from its --help", "",
             f"{name}()", "{", "    local word=${COMP_WORDS[COMP_CWORD]} verb=${COMP_WORDS[1]} words=", "    COMPREPLY=()",
             "    case $verb:${COMP_WORDS[COMP_CWORD - 1]} in"]
    for verb in verbs + [server]:
        for option in verb.options:
            if option.value:
                patterns = " | ".join(f"{verb.name or '-*'}:{flag}" for flag in option.flags)
                lines.append(f"        {patterns}) words='{' '.join(option.choices)}' ;;")
    lines += ["        *)", "            if [[ $COMP_CWORD -eq 1 ]]; then",
              f"                words='{' '.join(first_words(program, verbs, server))}'",
              "            elif [[ $word == -* ]]; then", "                case $verb in"]
    for verb in verbs:
        lines.append(f"                    {verb.name}) words='{' '.join(flags(verb.options))}' ;;")
    lines += [f"                    -*) words='{' '.join(flags(server.options))}' ;;", "                esac",
              "            fi", "            ;;", "    esac",
              "    [[ -z $words ]] || mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$word\")", "}",
              f"complete -o default -F {name} {program}", ""]
    return "\n".join(lines)


def zsh_text(text):
    for letter in "\\[]:":
        text = text.replace(letter, "\\" + letter)
    return text.replace("'", "’")


def zsh_rows(verb):
    rows = []
    for option in verb.options:
        action = f":{zsh_text(option.value)}:" + (f"({' '.join(option.choices)})" if option.choices else "_files")
        for flag in option.flags:
            rows.append(f"'{flag}[{zsh_text(option.help)}]{action if option.value else ''}'")
    return rows + ["'*:file:_files'"]


def zsh(program, verbs, server):
    lines = [f"#compdef {program}", "# SPDX-License-Identifier: GPL-3.0-or-later",
             f"# zsh completion of {program}; made from its --help", "", "local -a verbs", "verbs=("]
    lines += [f"    '{verb.name}:{zsh_text(verb.summary)}'" for verb in verbs]
    lines += [")", "if (( CURRENT == 2 )); then", "    _describe -t verbs verb verbs",
              "    compadd -- " + " ".join(word for word in first_words(program, verbs, server) if word.startswith("-")),
              "    _files", "    return", "fi", "local verb=$words[2]", "shift words", "(( CURRENT-- ))", "case $verb in"]
    for verb in verbs + [server]:
        lines.append(f"    {verb.name or '-*'})")
        lines.append("        _arguments \\")
        lines.append(" \\\n".join(f"            {row}" for row in zsh_rows(verb)))
        lines.append("        ;;")
    return "\n".join(lines + ["    *) _files ;;", "esac", ""])


def fish_text(text):
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"


def fish_option(program, condition, option):
    rows = f"complete -c {program} -n {fish_text(condition)}"
    for flag in option.flags:
        rows += f" -l {flag[2:]}" if flag.startswith("--") else f" -s {flag[1:]}"
    if option.value:
        rows += " -r" + (f" -f -a {fish_text(' '.join(option.choices))}" if option.choices else "")
    return rows + f" -d {fish_text(option.help)}"


def fish(program, verbs, server):
    names = " ".join(verb.name for verb in verbs)
    lines = ["# SPDX-License-Identifier: GPL-3.0-or-later", f"# fish completion of {program}; made from its --help", ""]
    bare = f"not __fish_seen_subcommand_from {names}"
    lines += [f"complete -c {program} -n __fish_use_subcommand -a {verb.name} -d {fish_text(verb.summary)}"
              for verb in verbs]
    lines += [f"complete -c {program} -n __fish_use_subcommand -l {flag[2:]}"
              for flag in FLAGS_OF_ALL + (["--server"] if program == "createzoom" else [])]
    lines += [fish_option(program, f"__fish_seen_subcommand_from {verb.name}", option)
              for verb in verbs for option in verb.options]
    condition = bare if program == "createzoomd" else f"{bare}; and __fish_contains_opt server worker"
    lines += [fish_option(program, condition, option) for option in server.options if "--help" not in option.flags]
    return "\n".join(lines + [""])
