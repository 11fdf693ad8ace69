"""``make settings``: writes docs/settings.md from env/student.example.env and the rules for each value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ops.lib import setting_values
from ops.lib.console import ROOT, guard, say
from ops.lib.env_file import EXAMPLE

PAGE = ROOT / "docs" / "settings.md"
HEAD = """# Settings

All settings are in `env/student.env`, which `make init` makes from [its example](../env/student.example.env).
`make doctor` names what is wrong, missing or misspelt, with its line. `make` takes no setting from the shell.
[How the file is read](troubleshooting.md#how-envstudentenv-is-read) has the grammar. `make up` applies a change.

`make settings` writes this page from that file. An empty default means that the setting is not set.
"""
SECTION = re.compile(r"# --- (.+) ---")


@dataclass
class Group:
    """Settings that share one comment.

    Args:
        comment: the lines above them, joined.
        defaults: each name with its default.
    """

    comment: str
    defaults: dict[str, str] = field(default_factory=dict)


def groups(text: str) -> Iterator[tuple[str, list[Group]]]:
    """Yield each section of the example file with its groups of settings.

    Args:
        text: of the example file.
    """
    title, found, comment = "", list[Group](), list[str]()
    for line in [*text.splitlines(), "# --- end ---"]:
        if section := SECTION.fullmatch(line):
            if title:
                yield title, found
            title, found, comment = section[1], [], []
        elif line.startswith("#"):
            comment.append(line.lstrip("# "))
        elif "=" in line:
            if comment:
                found.append(Group(" ".join(comment)))
                comment = []
            name, _, value = line.partition("=")
            found[-1].defaults[name] = value


def page(text: str) -> str:
    """Return the page's text for an example file's ``text``."""
    parts = [HEAD]
    for title, found in groups(text):
        parts.append(
            f"\n## {title[:1].upper()}{title[1:]}\n\n| setting | default | what it is | values |\n|---|---|---|---|\n"
        )
        parts += [_row(group) for group in found]
    return "".join(parts)


def _row(group: Group) -> str:
    names = "<br>".join(f"`{name}`" for name in group.defaults)
    defaults = "<br>".join(f"`{value}`" if value else "" for value in group.defaults.values())
    kinds = dict.fromkeys(setting_values.KINDS[name].expected for name in group.defaults)
    cells = [names, defaults, group.comment, "<br>".join(kinds)]
    return f"| {' | '.join(_escaped(cell) for cell in cells)} |\n"


def _escaped(cell: str) -> str:
    return re.sub(r"<(?!br>)", "&lt;", cell).replace("|", "\\|")


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(EXAMPLE.read_text()))
    say(f"   written: {PAGE.relative_to(ROOT)}")


if __name__ == "__main__":
    guard(main)
