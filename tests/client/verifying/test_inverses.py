# ruff: noqa: E501 - one case beside another
"""Inverse functions: they give back the function's argument, everywhere."""

from __future__ import annotations

import pytest
from student_client._verifying.inverses import inverse
from student_client._verifying.stages import first

from .trees import read, word

JUDGED = [
    ("2x+3", r"\frac{x-3}{2}", "right"), ("2x+3", r"\frac{x+3}{2}", "wrong"), ("e^x", r"\ln x", "right"), (r"\ln x", "e^x", "right"), (r"\frac{x+1}{x-2}", r"\frac{2x+1}{x-1}", "right"),
    ("x^2", r"\sqrt{x}", "wrong"), ("x^2", r"-\sqrt{x}", "wrong"), ("x^3", r"\sqrt[3]{x}", "right"), (r"\sqrt{x-1}", "x^2+1", "right"), (r"\sin x", r"\arcsin x", "wrong"), ("5", "x", "unknown"), ("2x", r"\ln x", "unknown"),
]  # fmt: skip


@pytest.mark.parametrize(("function", "made", "found"), JUDGED)
def test_inverse(function: str, made: str, found: str) -> None:
    finding = inverse(first(read(function), (), ("x",)), "x", read(made))
    assert word(finding) in ({found} if found != "unknown" else {"unknown", "wrong"}), finding
