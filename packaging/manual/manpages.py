# SPDX-License-Identifier: GPL-3.0-or-later
"""Manual pages: what people write (NAME.SECTION.in) with what the programs say of themselves in the places of @WORDS@."""


def escaped(text):
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return "\\&" + text if text.startswith((".", "'")) else text


def option_rows(options):
    rows = []
    for option in options:
        flags = ", ".join(f"\\fB{escaped(flag)}\\fR" for flag in option.flags)
        value = f" \\fI{escaped(option.value)}\\fR" if option.value else ""
        help_text = "Says what there is." if "--help" in option.flags else option.help
        rows += [".TP", flags + value, escaped(help_text)]
    return rows


def verb_sections(program, verbs):
    rows = []
    seen = {}
    for verb in verbs:
        usage = f" {escaped(verb.usage)}" if verb.usage else (" \\fIFILE\\fR..." if verb.name == "view" else "")
        options = " [\\fIoptions\\fR]" if verb.options else ""
        rows += [f".SS {program} {verb.name}", f"\\fB{program} {verb.name}\\fR{options}{usage}", ".PP"]
        rows += [escaped(verb.description or verb.summary[0].upper() + verb.summary[1:] + ".")]
        own = verb.options
        if verb.name == "watch" and "convert" in seen:
            known = [option.flags for option in seen["convert"].options]
            own = [option for option in verb.options if option.flags not in known]
            rows += [".PP", "It takes all options of \\fBconvert\\fR, and:"]
        rows += option_rows(own)
        seen[verb.name] = verb
    return rows


def setting_rows(settings):
    rows = []
    for setting in settings:
        default = f"\"{setting.default}\"" if setting.default else "nothing"
        rows += [".TP", f"\\fB{escaped(setting.key)}\\fR", escaped(setting.help + "."), ".br",
                 escaped(f"Allowed: {setting.allowed}. Default: {default}.")]
    return rows


def fill(template, words):
    for word, rows in words.items():
        template = template.replace(f"@{word}@", "\n".join(rows) if isinstance(rows, list) else rows)
    return template
