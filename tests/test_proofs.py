"""The pages' cases, the tests' marks and docs/proofs.md agree."""

from __future__ import annotations

import ast
import re

import pytest

from tests.proofs import PAGE, TABLES, cases, marked, proofs, rendered

CASES = {case: section for page in TABLES for case, section in cases(page).items()}


def test_page_is_current() -> None:
    assert PAGE.read_text() == rendered(), "Fix: make proofs"


def test_marks_name_cases() -> None:
    assert proofs().keys() <= CASES.keys()


@pytest.mark.parametrize("case", CASES)
def test_case_has_proof(case: str) -> None:
    """A case without a test says that it was not run."""
    linked = re.findall(r"^- \*\*Proof\*\*: \[tests\]\(proofs\.md#([a-z0-9-]+)\)$", CASES[case], re.MULTILINE)
    assert linked == ([case.replace("/", "-")] if case in proofs() else [])
    assert linked or "**Not run here**" in CASES[case]


@pytest.mark.parametrize("page", TABLES)
def test_cases_are_read(page: str) -> None:
    assert len(cases(page)) > 15


@pytest.mark.parametrize(
    "value", ['[pytest.mark.docker, mark.proves("a/b", "c/d")]', 'pytest.mark.proves("a/b", "c/d")']
)
def test_marked_reads_ids(value: str) -> None:
    assert list(marked(ast.parse(value))) == ["a/b", "c/d"]
