from __future__ import annotations

import json
from itertools import islice
from pathlib import Path

import pytest
from student_client import InvalidProblem
from student_client._bench.problems import WORD_PROBLEM, Source, bundled, read


def file(folder: Path, *lines: object) -> Path:
    path = folder / "problems.jsonl"
    path.write_text("".join(f"{line if isinstance(line, str) else json.dumps(line)}\n" for line in lines))
    return path


def test_read_a_batch_with_answers(tmp_path: Path) -> None:
    plain = {"objective": "solve", "expression": "x^2 = 4", "variables": ["x"], "answer": [-2, 2]}
    source = read(file(tmp_path, plain, "", plain | {"answer": "2"}, {k: plain[k] for k in list(plain)[:3]}))
    assert [item.answers for item in source.items] == [("-2", "2"), ("2",), ()]
    assert source.answered
    assert source.items[0].problem.expression == "x^2 = 4"


def test_read_math(tmp_path: Path) -> None:
    line = {"problem": r"Compute $\sin 60^\circ$.", "solution": r"It is $\boxed{\frac{\sqrt{3}}{2}}$.", "level": "1"}
    (item,) = read(file(tmp_path, line)).items
    assert (item.problem.objective, item.problem.expression) == ("Compute", r"\sin 60^\circ")
    assert item.answers == (r"\frac{\sqrt{3}}{2}",)


def test_read_gsm8k(tmp_path: Path) -> None:
    line = {
        "question": "Ann has 3 bags of\n400 beads. How many?",
        "answer": "3 * 400 = <<3*400=1200>>1,200\n#### 1,200",
    }
    (item,) = read(file(tmp_path, line)).items
    assert (item.problem.objective, item.answers) == (WORD_PROBLEM, ("1200",))
    assert item.problem.expression == "Ann has 3 bags of 400 beads. How many?"


def test_read_skips_what_is_too_long(tmp_path: Path) -> None:
    """It says how many."""
    long, short = ({"question": text, "answer": "#### 1"} for text in ("word " * 300, "How many?"))
    source = read(file(tmp_path, long, short))
    assert (len(source.items), source.skipped) == (1, 1)
    with pytest.raises(InvalidProblem, match="no problem that can be sent"):
        read(file(tmp_path, long))


def test_read_names_a_bad_line(tmp_path: Path) -> None:
    with pytest.raises(InvalidProblem, match=r"problems.jsonl line 2: "):
        read(file(tmp_path, {"question": "How many?", "answer": "#### 1"}, "not JSON"))


def test_endless_repeats_a_file(tmp_path: Path) -> None:
    """It never repeats the family."""
    source = read(file(tmp_path, *({"question": f"{n}?", "answer": "#### 1"} for n in range(3))))
    assert [item.problem.expression for item in islice(source.endless(), 4)] == ["0?", "1?", "2?", "0?"]
    family: Source = bundled(1)
    assert not family.answered
    assert list(islice(family.endless(1), 20)) != list(islice(family.endless(2), 20))
