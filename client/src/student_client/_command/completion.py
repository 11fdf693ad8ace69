"""Tab completion: shtab makes a shell's script from the command line's own parser."""

from __future__ import annotations

import argparse
import importlib.util

from .._errors import ConfigurationError

SHELLS = ("bash", "zsh", "fish")
FILES = ("FILE", "IN.jsonl", "OUT.jsonl")
"""The placeholders of the arguments that are files."""


def script(parser: argparse.ArgumentParser, shell: str) -> str:
    """Return the script that completes a parser's commands and options.

    Raises:
        ConfigurationError: shtab is not installed.
    """
    if importlib.util.find_spec("shtab") is None:
        raise ConfigurationError("completion needs shtab. Fix: pip install shtab")
    import shtab  # noqa: PLC0415 - only the extra has it

    parsers = [parser]
    while parsers:
        for action in parsers.pop()._actions:  # argparse has no public list of its actions
            if isinstance(action, argparse._SubParsersAction):
                parsers += action.choices.values()
            elif action.metavar in FILES:
                action.complete = shtab.FILE  # type: ignore[attr-defined]
    return shtab.complete(parser, shell)
