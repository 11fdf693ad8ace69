from __future__ import annotations

import itertools
import stat
from pathlib import Path

import pytest

from ops import env_file
from ops.console import Failure


def test_comments_and_blank_lines_are_no_settings() -> None:
    assert env_file.parse("# A=1\n\nB=2\n  C = 3 # three\nD='x=y'\n") == {"B": "2", "C": "3", "D": "x=y"}


def test_a_changed_value_leaves_every_other_line_as_it_was() -> None:
    text = "# top\nA=1 # unit: s\nB=2\n\n# end\n"
    assert env_file.with_values(text, {"A": "5"}) == "# top\nA=5 # unit: s\nB=2\n\n# end\n"


def test_a_new_name_gets_a_line_at_the_end() -> None:
    assert env_file.with_values("A=1\n", {"B": "2"}) == "A=1\nB=2\n"


def test_a_private_file_has_mode_600_and_replaces_the_old_one_whole(tmp_path: Path) -> None:
    path = tmp_path / "secret"
    path.write_text("old")
    path.chmod(0o644)
    env_file.write_private(path, "new")
    assert path.read_text() == "new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [entry.name for entry in tmp_path.iterdir()] == ["secret"]


def test_an_update_to_the_same_values_does_not_touch_the_file(tmp_path: Path) -> None:
    path = tmp_path / "student.env"
    path.write_text("A=1\n")
    before = path.stat().st_ino
    env_file.update({"A": "1"}, path)
    assert path.stat().st_ino == before


def test_a_missing_file_names_the_command_that_makes_it() -> None:
    with pytest.raises(Failure, match="Fix: make init"):
        env_file.read(env_file.ROOT / "env" / "absent.env")


def test_every_setting_of_the_example_has_a_comment_above_it() -> None:
    lines = env_file.EXAMPLE.read_text().splitlines()
    # the comment above their group speaks for these
    grouped = {"STUDENT_DEADLINE_SECONDS", "STUDENT_RETRY_TEMPERATURES", "TEACHER_MODEL", "TEACHER_API_BASE"}
    grouped |= {"GATEWAY_HTTPS_PORT", "PROMETHEUS_PORT", "GRAFANA_PORT"}
    for above, line in itertools.pairwise(lines):
        name = line.partition("=")[0]
        if "=" in line and not line.startswith("#") and name not in grouped:
            assert above.startswith("#"), f"{name} has no comment"
