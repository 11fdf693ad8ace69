"""Words that say that a printed angle is in degrees are not left out."""

from __future__ import annotations

import pytest
from student_client import Problem
from student_client._reading.formulas.degrees import check_degrees
from student_client._reading.readings import readings
from student_client._reading.statement import NotRead


@pytest.mark.parametrize(
    "objective",
    [
        "The angle $x$ is measured in degrees. Find the derivative.",
        "$x$ is measured in degrees. Find the derivative.",
        "The angle is in degrees. Find the derivative.",
        "For an angle of $x$ degrees, find the derivative.",
    ],
)
def test_check_degrees_refuses(objective: str) -> None:
    with pytest.raises(NotRead, match="degrees"):
        readings(Problem(objective, r"y = \sin x", ["x"]))


def test_check_degrees_leaves_a_number() -> None:
    check_degrees("Obtain the Maclaurin polynomial of degree 4.", r"e^x \cos x")
