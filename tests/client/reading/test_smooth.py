"""Functions with a derivative, or a value, wherever one would expect it."""

from __future__ import annotations

import pytest
from student_client._reading.formulas.smooth import is_entire, is_smooth

from ..verifying.trees import read


@pytest.mark.parametrize("text", [r"x - 2\sin x", "e^{-x^2}", r"\frac{x}{2}", "x^3+5", r"\cos^2 x", r"2\cosh x"])
def test_is_entire(text: str) -> None:
    assert is_entire(read(text))
    assert is_smooth(read(text))


@pytest.mark.parametrize("text", [r"\frac{1}{x}", r"\ln x", r"\tan x", "x^{-2}", r"\frac{1}{\sin x}", "2^x"])
def test_is_smooth(text: str) -> None:
    assert is_smooth(read(text))
    assert not is_entire(read(text))


@pytest.mark.parametrize(
    "text", ["|x|", r"\sqrt{x}", r"x\sqrt[3]{x}", "x^{2/3}", "x^x", r"\lfloor x\rfloor", r"\arcsin x"]
)
def test_is_smooth_of_others(text: str) -> None:
    assert not is_smooth(read(text))
    assert not is_entire(read(text))
