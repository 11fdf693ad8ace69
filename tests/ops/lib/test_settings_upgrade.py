"""An older env file gets the newer example's settings, each in its place, and keeps the operator's values."""

from __future__ import annotations

import pytest

from ops.lib import env_file
from ops.lib.settings_upgrade import upgraded

EXAMPLE = """\
# On top.

# --- read by one ---
# What A is.
A=1
# What B and C are.
B=2
C=3

# --- read by two ---
# What D is.
D=4
"""


def test_upgraded_keeps_what_is_there() -> None:
    text = EXAMPLE.replace("A=1", "A='my own' # for us") + "MINE=1\n"
    assert upgraded(text, EXAMPLE, {}) == upgraded(text, text, {})
    assert upgraded(text, EXAMPLE, {}).text == text


@pytest.mark.parametrize("name", ["A", "B", "C", "D"])
def test_upgraded_places_new_setting(name: str) -> None:
    value = env_file.parse(EXAMPLE)[name]
    older = EXAMPLE.replace(f"{name}={value}\n", "")
    comment = {"A": "# What A is.\n", "D": "# What D is.\n"}.get(name, "")
    result = upgraded(older.replace(comment, "") if comment else older, EXAMPLE, {})
    assert (result.added, result.text) == ([name], EXAMPLE)


def test_upgraded_adds_a_group() -> None:
    """The group has its heading and comments."""
    result = upgraded(EXAMPLE.split("\n# --- read by two ---\n", maxsplit=1)[0], EXAMPLE, {})
    assert (result.added, result.text) == (["D"], EXAMPLE)


def test_upgraded_retires_a_setting() -> None:
    """The setting becomes a comment with the reason."""
    text = EXAMPLE.replace("D=4", "D=4\nOLD=5\nexport  OLDER = 6")
    result = upgraded(text, EXAMPLE, {"OLD": "nothing reads it", "OLDER": "D is read for it"})
    assert result.retired == ["OLD", "OLDER"]
    assert "\n# retired: nothing reads it\n# OLD=5\n# retired: D is read for it\n# export  OLDER = 6\n" in result.text
    assert env_file.parse(result.text) == env_file.parse(EXAMPLE)
    assert upgraded(result.text, EXAMPLE, {"OLD": "nothing reads it"}).text == result.text


def test_upgraded_reads_windows_lines() -> None:
    result = upgraded(EXAMPLE.replace("\n", "\r\n").replace("C=3\r\n", ""), EXAMPLE, {})
    assert env_file.parse(result.text) == env_file.parse(EXAMPLE)
