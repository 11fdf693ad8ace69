from __future__ import annotations

import itertools
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ops.lib import env_file
from ops.lib.console import Failure


def test_parse_skips_comments() -> None:
    assert env_file.parse("# A=1\n\nB=2\n  C = 3 # three\nD='x=y'\n") == {"B": "2", "C": "3", "D": "x=y"}


def test_with_values_keeps_lines() -> None:
    text = "# top\nA=1 # unit: s\nB=2\n\n# end\n"
    assert env_file.with_values(text, {"A": "5"}) == "# top\nA=5 # unit: s\nB=2\n\n# end\n"


def test_with_values_appends_a_name() -> None:
    assert env_file.with_values("A=1\n", {"B": "2"}) == "A=1\nB=2\n"
    assert env_file.with_values("", {"B": "2"}) == "B=2\n"


def test_with_values_any_spelling() -> None:
    text = "\ufeffexport A='1' # one\r\nB=2\r\n"
    assert env_file.with_values(text, {"A": "x"}) == "A=x # one\r\nB=2\r\n"


@given(st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=12).map(str.strip))
def test_quoted_when_needed(value: str) -> None:
    assert env_file.parse(env_file.with_values("A=1\n", {"A": value})) == {"A": value}


def test_two_lines_are_refused() -> None:
    with pytest.raises(Failure, match="a line break") as caught:
        env_file.quoted("secret\nB=2")
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("ENGINE_MEMORY=auto", "line 2: ENGINE_MEMORY is 'auto', expected a size such as 16g or 512m. Fix: correct"),
        ("LLAMACPP_CTX_SIZE=0", "line 2: LLAMACPP_CTX_SIZE is '0', expected a number of tokens of 1 or more. Fix:"),
        ("VLLM_MAX_MODEL_LEN=auto", "line 2: VLLM_MAX_MODEL_LEN is 'auto', expected a number of tokens"),
        ("STACK_USER=1000", "line 2: STACK_USER is '1000', expected uid:gid, such as 1000:1000"),
        ("MODEL_DIR=/data", "line 2: MODEL_DIR is '/data', expected a path under models/"),
        ("COMPOSE_FILE=", "line 2: COMPOSE_FILE is empty, expected files with : between them"),
        ("TEACHER_API_KEY='a secret'", "line 2: TEACHER_API_KEY has a value that cannot be used, expected a key"),
        ("TEACHER_API_KEY=secret${b", "line 2: TEACHER_API_KEY has a $ that Compose reads as a variable"),
        ("A=2", "line 2: A is already set in line 1. Fix: delete one of the two lines of A"),
    ],
)
def test_bad_line_names_its_number(tmp_path: Path, line: str, message: str) -> None:
    path = tmp_path / "student.env"
    path.write_text(f"A=1\n{line}\n")
    with pytest.raises(Failure) as caught:
        env_file.read(path)
    assert f"{path} {message}" in str(caught.value)
    assert "secret" not in str(caught.value)


def test_binary_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "x.env").write_bytes(b"A=\xff\n")
    with pytest.raises(Failure, match=r"x.env is not UTF-8 text. Fix: "):
        env_file.read(tmp_path / "x.env")


def test_missing_setting_is_named(tmp_path: Path) -> None:
    """The failure has its default."""
    (tmp_path / "x.env").write_text("A=1\n")
    with pytest.raises(Failure, match=r"ENGINE_MEMORY is not set in env/student.env. Fix: add ENGINE_MEMORY=16g there"):
        env_file.read(tmp_path / "x.env")["ENGINE_MEMORY"]


def test_write_private_replaces(tmp_path: Path) -> None:
    """The new file has mode 600, and the old one is complete until then."""
    path = tmp_path / "secret"
    path.write_text("old")
    path.chmod(0o644)
    env_file.write_private(path, "new")
    assert path.read_text() == "new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [entry.name for entry in tmp_path.iterdir()] == ["secret"]


def test_update_of_nothing_writes_none(tmp_path: Path) -> None:
    path = tmp_path / "student.env"
    path.write_text("A=1\n")
    before = path.stat().st_ino
    env_file.update({"A": "1"}, path)
    assert path.stat().st_ino == before


def test_missing_file_names_init() -> None:
    with pytest.raises(Failure, match="Fix: make init"):
        env_file.read(env_file.ROOT / "env" / "absent.env")


def test_example_has_comments() -> None:
    """A comment is above every setting."""
    lines = env_file.EXAMPLE.read_text().splitlines()
    # share the comment above their group
    grouped = {"STUDENT_DEADLINE_SECONDS", "STUDENT_RETRY_TEMPERATURES", "STUDENT_HOST_PRICE", "TEACHER_API_BASE"}
    grouped |= {"GATEWAY_HTTPS_PORT", "PROMETHEUS_PORT", "GRAFANA_PORT", "GATEWAY_SLO_TTFT_SECONDS"}
    for above, line in itertools.pairwise(lines):
        name = line.partition("=")[0]
        if "=" in line and not line.startswith("#") and name not in grouped:
            assert above.startswith("#"), f"{name} has no comment"
