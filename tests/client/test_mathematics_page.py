"""docs/mathematics.md: its command runs, and its table has the topics that can be assumed."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from student_client._assumptions import TOPICS
from student_client._command.main import main

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "mathematics.md").read_text()


def test_command_shows_a_reading(capsys: pytest.CaptureFixture[str]) -> None:
    found = re.search(r"```sh client\n(student [^\n]*)\n```", PAGE)
    assert found
    assert main(shlex.split(found[1])[1:]) == 0
    assert capsys.readouterr().out.startswith("read as    the derivative in x of x^2*sin(x)\n")


def test_table_has_each_topic() -> None:
    table = PAGE[PAGE.index("| topic | options |") : PAGE.index("## How each answer is judged")]
    assert sorted(re.findall(r"^\| `([a-z]+)` \|", table, re.MULTILINE)) == sorted(TOPICS)
