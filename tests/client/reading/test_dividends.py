"""A printed sum before the sign of division is divided as a whole only if the words ask for a division."""

from __future__ import annotations

import pytest
from student_client._reading.formulas.plain_notation import whole_dividend

CASES = [
    ("Divide the first polynomial by the second.", r"x^2 - 5x + 6 \div (x - 3)", r"(x^2 - 5x + 6) \div (x - 3)"),
    ("Use long division.", r"x^3 + 8 ÷ x + 2", r"(x^3 + 8) \div (x + 2)"),
    ("Evaluate.", r"8 + 4 \div 2", r"8 + 4 \div 2"),
    ("Find the quotient.", r"(x + 1) \div x", r"(x + 1) \div x"),
    ("Find the quotient.", r"x^{2 + n} \div x", r"x^{2 + n} \div x"),
]


@pytest.mark.parametrize(("words", "printed", "made"), CASES)
def test_whole_dividend(words: str, printed: str, made: str) -> None:
    assert whole_dividend(words, printed) == made
