#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""What --help of a program and of its commands says -> its manual page, or its completions for bash, zsh or fish. The
one source is the program.

    packaging/manual.py man build/release/bin/pykala-search > pykala-search.1
"""
import argparse
import functools
import os
import pathlib
import re
import subprocess

HEADINGS = {"Positionals:": "positionals", "Options:": "options", "Subcommands:": "commands"}
COLUMN = 30  # where CLI11 begins its descriptions


class Row:
    """One line of --help: `names` "--lang", `value` "TEXT:{fi,sv,en}", `text` what it is."""

    def __init__(self, left, text):
        names, _, self.value = left.partition(" ")
        self.names, self.text = [name.split("{")[0] for name in names.split(",")], text  # "--all{false}" is a flag
        self.value = re.sub(r"(REQUIRED|\.\.\.|Excludes:.*)", "", self.value).strip()

    @property
    def choices(self):
        found = re.search(r"\{([^}]*)\}", self.value)
        return found.group(1).split(",") if found else []

    @property
    def kind(self):
        """"UINT" of "UINT:INT in [1 - 256]"; empty for a flag."""
        return self.value.split(":")[0].split(" ")[0]


class Help:
    def __init__(self, text, name):
        lines = text.splitlines()
        self.name, self.about = name, lines[0]
        self.usage = next(line for line in lines if line.startswith("Usage:")).split(" ", 2)[2]
        self.rows = {"positionals": [], "options": [], "commands": []}
        self.footer, section = [], None
        for line in lines[2:]:
            if line in HEADINGS:
                section = HEADINGS[line]
            elif section and line.startswith("  "):
                self.add(section, line)
            elif line or self.footer:
                section = None
                self.footer.append(line)

    def add(self, section, line):
        left, text = line[:COLUMN].strip(), line[COLUMN:].strip()
        if len(line) > COLUMN and line[COLUMN - 1] != " ":  # too long for its column: what it is stands below
            left, text = line.strip(), ""
        if left:
            self.rows[section].append(Row(left, text))
        else:
            row = self.rows[section][-1]
            row.text = (row.text + " " + text).strip()

    @property
    def options(self):
        return self.rows["options"]

    @property
    def commands(self):
        return self.rows["commands"]


@functools.lru_cache(maxsize=None)
def help_of(program, *command):
    environment = dict(os.environ, NO_COLOR="1", LC_ALL="C.UTF-8")
    out = subprocess.run([program, *command, "--help"], check=True, capture_output=True, text=True, env=environment).stdout
    return Help(out, " ".join([pathlib.Path(program).name, *command]))


def roff(text):
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return "\n".join("\\&" + line if line[:1] in (".", "'") else line for line in text.split("\n"))


def roff_rows(rows):
    out = []
    for row in rows:
        value = row.kind if row.names[0].startswith("-") else ""
        names = ", ".join(f"\\fB{roff(name)}\\fR" for name in row.names)
        text = row.text + (f"; one of: {', '.join(row.choices)}" if row.choices else "")
        out += [".TP", names + (f" \\fI{roff(value)}\\fR" if value else ""), roff(text)]
    return out


def roff_footer(lines):
    return [".PP", ".nf", *(roff(line) for line in lines), ".fi"] if lines else []


def man(program, version):
    whole = help_of(program)
    name, about = whole.name, whole.about.split(": ", 1)[1]
    others = {"pykala-index", "pykala-search"} - {name}
    out = [f'.TH {name.upper()} 1 "" "pykala {version}" "User Commands"', ".SH NAME", f"{name} \\- {roff(about)}", ".SH SYNOPSIS"]
    commands = [help_of(program, row.names[0]) for row in whole.commands]
    for command in commands:
        out += [f".B {roff(command.name)}", roff(command.usage.split(" ", 1)[1] if " " in command.usage else ""), ".br"]
    out += [".SH OPTIONS", *roff_rows(whole.options), ".SH COMMANDS"]
    for command in commands:
        out += [f'.SS "{roff(command.name)}"', roff(command.about)]
        out += roff_rows(command.rows["positionals"])
        out += roff_rows(row for row in command.options if "--help" not in row.names)
        out += roff_footer(command.footer)
    out += [".SH NOTES", *roff_footer(whole.footer)[1:], ".SH SEE ALSO", ", ".join(f".BR {other} (1)" for other in others)]
    return "\n".join(out) + "\n"


def bash(program):
    whole = help_of(program)
    function = "_" + whole.name.replace("-", "_")
    names = " ".join(row.names[0] for row in whole.commands)
    out = [f"# Completions of {whole.name} for bash, made of its --help.", f"{function}() {{",
           '  local cur="${COMP_WORDS[COMP_CWORD]}" prev="${COMP_WORDS[COMP_CWORD-1]}" words=""',
           '  if [ "$COMP_CWORD" -eq 1 ]; then', f'    words="{names} --help --version"', "  else",
           '    case "${COMP_WORDS[1]} $prev" in']
    flags = []
    for row in whole.commands:
        command = help_of(program, row.names[0])
        for option in command.options:
            for name in option.names:
                if option.choices:
                    out.append(f'      "{row.names[0]} {name}") words="{" ".join(option.choices)}" ;;')
        flags.append((row.names[0], " ".join(name for option in command.options for name in option.names if name.startswith("--"))))
    out += ["      *)", '        if [[ "$cur" == -* ]]; then', '          case "${COMP_WORDS[1]}" in']
    out += [f'            {name}) words="{options}" ;;' for name, options in flags]
    out += ["          esac", "        fi", "        ;;", "    esac", "  fi",
            '  if [ -n "$words" ]; then mapfile -t COMPREPLY < <(compgen -W "$words" -- "$cur"); else mapfile -t COMPREPLY < <(compgen -f -- "$cur"); fi',
            "}", f"complete -o filenames -F {function} {whole.name}"]
    return "\n".join(out) + "\n"


def zsh(program):
    def quoted(text):
        return text.replace("'", "'\\''").replace("[", "(").replace("]", ")").replace(":", ",")
    whole = help_of(program)
    function = "_" + whole.name.replace("-", "_")
    out = [f"#compdef {whole.name}", f"# Completions of {whole.name} for zsh, made of its --help.", f"{function}() {{",
           "  local -a commands", "  commands=("]
    out += [f"    '{row.names[0]}:{quoted(row.text)}'" for row in whole.commands]
    out += ["  )", "  if (( CURRENT == 2 )); then", "    _describe command commands", "    return", "  fi",
            '  local command="${words[2]}"', "  shift words", "  (( CURRENT-- ))", '  case "$command" in']
    for row in whole.commands:
        out += [f"    {row.names[0]})", "      _arguments \\"]
        for option in help_of(program, row.names[0]).options:
            for name in option.names:
                value = "" if not option.kind else f":{option.kind}:({' '.join(option.choices)})" if option.choices \
                    else f":{option.kind}:" + ("_files" if option.kind == "TEXT" else "")
                out.append(f"        '*{name}[{quoted(option.text)}]{value}' \\")
        out += ["        '*:file:_files'", "      ;;"]
    out += ["  esac", "}", f'{function} "$@"']
    return "\n".join(out) + "\n"


def fish(program):
    def quoted(text):
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
    whole = help_of(program)
    out = [f"# Completions of {whole.name} for fish, made of its --help."]
    for row in whole.commands:
        name = row.names[0]
        out.append(f"complete -c {whole.name} -n __fish_use_subcommand -f -a {name} -d {quoted(row.text)}")
        for option in help_of(program, name).options:
            names = "".join(f" -l {one[2:]}" if one.startswith("--") else f" -s {one[1:]}" for one in option.names)
            value = f" -x -a {quoted(' '.join(option.choices))}" if option.choices else " -r" if option.kind else ""
            out.append(f"complete -c {whole.name} -n '__fish_seen_subcommand_from {name}'{names}{value} -d {quoted(option.text)}")
    return "\n".join(out) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("form", choices=["man", "bash", "zsh", "fish"])
    parser.add_argument("program")
    parser.add_argument("--version", default="")
    arguments = parser.parse_args()
    forms = {"man": lambda: man(arguments.program, arguments.version), "bash": lambda: bash(arguments.program),
             "zsh": lambda: zsh(arguments.program), "fish": lambda: fish(arguments.program)}
    print(forms[arguments.form](), end="")


if __name__ == "__main__":
    main()
