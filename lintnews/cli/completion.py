"""`lintnews completion SHELL`: a script that completes commands, options and their values."""

from __future__ import annotations

import argparse

SHELLS = ("bash", "zsh", "fish")
_HELP = """to install:
  bash   lintnews completion bash > ~/.local/share/bash-completion/completions/lintnews
  zsh    lintnews completion zsh > "${fpath[1]}/_lintnews"
  fish   lintnews completion fish > ~/.config/fish/completions/lintnews.fish"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.epilog = _HELP
    parser.add_argument("shell", choices=SHELLS, metavar="SHELL", help=", ".join(SHELLS))


def run(options: argparse.Namespace) -> int:
    print({"bash": bash, "zsh": zsh, "fish": fish}[options.shell](described()), end="")
    return 0


Option = tuple[tuple[str, ...], str, tuple[str, ...], bool]


def described() -> dict[str, tuple[str, list[Option]]]:
    """Return command -> (help, options as (flags, help, values, takes a value))."""
    import importlib

    from ..config import FORMATS
    from .main import COMMANDS

    found = {}
    for name, (module, text) in COMMANDS.items():
        parser = argparse.ArgumentParser()
        importlib.import_module(f".{module}", __package__).add_arguments(parser)
        found[name] = (text, _options(parser, FORMATS))
    return found


def _options(parser: argparse.ArgumentParser, formats: tuple[str, ...]) -> list[Option]:
    found: list[Option] = []
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for name in action.choices:
                found.append(((str(name),), "", (), False))
                sub: argparse.ArgumentParser = action.choices[name]
                found += [o for o in _options(sub, formats) if o not in found]
        elif action.option_strings:
            values = tuple(str(c) for c in action.choices or ())
            if "--format" in action.option_strings and not values:
                values = formats
            takes = action.nargs != 0
            text = (action.help or "").replace("%%", "%")
            found.append((tuple(action.option_strings), text, values, takes))
        elif action.choices:
            found += [((str(choice),), "", (), False) for choice in action.choices]
    return found


def bash(commands: dict[str, tuple[str, list[Option]]]) -> str:
    """Return the script for bash."""
    cases, values = [], {}
    for name, (_, options) in commands.items():
        words = " ".join(flag for flags, *_ in options for flag in flags)
        cases.append(f"    {name}) words='{words}' ;;")
        for flags, _, choices, _ in options:
            if choices:
                values["|".join(f"{name},{flag}" for flag in flags)] = " ".join(choices)
    cases_of = "\n".join(cases)
    values_of = "\n".join(f"    {flags}) words='{words}' ;;" for flags, words in values.items())
    return f"""# bash completion for lintnews
_lintnews() {{
  local current=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD-1]}} words=
  COMPREPLY=()
  if [[ $COMP_CWORD -eq 1 ]]; then
    COMPREPLY=($(compgen -W '{" ".join(commands)} --help --version' -- "$current"))
    return
  fi
  case ${{COMP_WORDS[1]}},$before in
{values_of}
  esac
  if [[ -z $words && $current == -* || ${{COMP_WORDS[1]}} == completion ]]; then
    case ${{COMP_WORDS[1]}} in
{cases_of}
    esac
  fi
  if [[ -n $words ]]; then
    COMPREPLY=($(compgen -W "$words" -- "$current"))
  else
    COMPREPLY=($(compgen -f -- "$current"))
  fi
}}
complete -o filenames -F _lintnews lintnews
"""


def zsh(commands: dict[str, tuple[str, list[Option]]]) -> str:
    """Return the script for zsh."""
    names = "\n".join(f"    {_quoted(f'{n}:{text}')}" for n, (text, _) in commands.items())
    cases = []
    for name, (_, options) in commands.items():
        lines = []
        for flags, text, choices, takes in options:
            for flag in (f for f in flags if f.startswith("-")):
                spec = f"*{flag}[{_zsh(text)}]"
                if takes:
                    spec += f":value:({' '.join(choices)})" if choices else ":value:_files"
                lines.append(f"        {_quoted(spec)} \\")
        words = [flags[0] for flags, *_ in options if not flags[0].startswith("-")]
        rest = f"'*:word:({' '.join(words)})'" if words else "'*:file:_files'"
        cases.append(f"      {name}) _arguments \\\n" + "\n".join(lines) + f"\n        {rest} ;;")
    cases_of = "\n".join(cases)
    return f"""#compdef lintnews
_lintnews() {{
  local -a commands=(
{names}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
  else
    local command=$words[2]
    shift words
    (( CURRENT-- ))
    case $command in
{cases_of}
    esac
  fi
}}
_lintnews "$@"
"""


def fish(commands: dict[str, tuple[str, list[Option]]]) -> str:
    """Return the script for fish."""
    lines = ["# fish completion for lintnews"]
    for name, (text, options) in commands.items():
        lines.append(
            f"complete -c lintnews -n __fish_use_subcommand -f -a {name} -d {_quoted(text)}"
        )
        inside = f"complete -c lintnews -n '__fish_seen_subcommand_from {name}'"
        for flags, said, choices, takes in options:
            if not flags[0].startswith("-"):
                lines.append(f"{inside} -f -a {flags[0]}")
                continue
            parts = [
                f"-l {flag[2:]}" if flag.startswith("--") else f"-s {flag[1:]}" for flag in flags
            ]
            if takes:
                parts.append(f"-x -a {_quoted(' '.join(choices))}" if choices else "-r")
            lines.append(f"{inside} {' '.join(parts)} -d {_quoted(said)}")
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "’") + "'"


def _zsh(text: str) -> str:
    for mark in "\\[]:":
        text = text.replace(mark, "\\" + mark)
    return text
