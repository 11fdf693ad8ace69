"""A related rate is the derivative times or under the given rate; a story that says more is unread."""

from __future__ import annotations

import pytest
from student_client import Problem, SymbolicVerifier
from student_client._reading.concepts.related_rates import by_related_rate
from student_client._reading.statement import NotRead

from ..plans import plan

CIRCLE = r"A = \pi r^2"
BALL = r"V = \frac{4}{3}\pi r^3"
AREA, VOLUME = "2*r*pi", "3*r^2*(4/3)*pi"
GROWS = "The radius of a circle grows at 2 cm/s."


@pytest.mark.parametrize(
    ("asked", "expression", "said"),
    [
        (
            "A stone falls into a pond. The ripple is a circle whose radius grows at 3 m/s. How fast is the area of "
            "the circle growing when the radius is 4 m?",
            CIRCLE,
            ("Evaluate at r = 4.", f"3*({AREA})"),
        ),
        (
            "A snowball melts so that its radius decreases at 0.5 cm per minute. Find the rate at which its volume is "
            "decreasing when the radius is 8 cm, to 3 significant figures.",
            BALL,
            ("Evaluate at r = 8, rounded to 3 significant figures.", f"0.5*({VOLUME})"),
        ),
        (
            "Air is pumped into a balloon at a rate of 4.5 cubic inches per minute. Find the rate of change of the "
            "radius when the diameter is 4 inches.",
            BALL,
            ("Evaluate at r = 2.", f"4.5/({VOLUME})"),
        ),
        (
            r"Given that $\frac{dr}{dt} = 2$, find $\frac{dA}{dt}$ when $r = 6$.",
            CIRCLE,
            ("Evaluate at r = 6.", f"2*({AREA})"),
        ),
        (
            "The area of a puddle grows at 2 square metres per hour. How quickly, in metres per hour, is its radius "
            "increasing at the instant when the radius is 5 metres?",
            CIRCLE,
            ("Evaluate at r = 5.", f"2/({AREA})"),
        ),
        (
            "Each side of a square grows at 6 cm/s. At what rate is the area of the square increasing when x = 5?",
            "A = x^2",
            ("Evaluate at x = 5.", "6*(2*x)"),
        ),
    ],
)
def test_by_related_rate_reads(asked: str, expression: str, said: tuple[str, str]) -> None:
    assert by_related_rate(asked, expression, [expression[0], "r" if "r" in expression else "x"]) == said


@pytest.mark.parametrize(
    "asked",
    [
        f"{GROWS} How fast is the area growing when the radius is 1 m?",
        f"{GROWS} How fast is the area growing after 3 seconds?",
        f"{GROWS} How fast is the circumference growing when the radius is 5 cm?",
        f"{GROWS} How fast is the area growing when the area is 25 cm^2?",
        f"{GROWS} What is the area when the radius is 5 cm?",
        f"{GROWS} How fast, in cm^2 per minute, is the area growing when the radius is 5 cm?",
        f"{GROWS} Then it grows twice as fast. How fast is the area growing when the radius is 5 cm?",
        f"{GROWS} How fast is the area of another circle growing when its radius is 5 cm?",
        f"{GROWS} How fast is the area of the box growing when the radius is 5 cm?",
        f"{GROWS} How fast is the area growing when the radius is 5 cm, and what is the area?",
        f"{GROWS} Its height grows at 3 cm/s. How fast is the area growing when the radius is 5 cm?",
        "The diameter of a circle grows at 2 cm/s. How fast is the area growing when the radius is 5 cm?",
        "The radius of a circle shrinks at 2 cm/s. What is the rate of change of the area when the radius is 5 cm?",
        "Half of a circle's area is shown; its radius grows at 2 cm/s. How fast does the area grow when r = 5?",
    ],
)
def test_by_related_rate_refuses(asked: str) -> None:
    with pytest.raises(NotRead):
        by_related_rate(asked, CIRCLE, ["A", "r"])


@pytest.mark.parametrize(("factor", "status"), [("2*R2", "accepted"), ("R2", "rejected"), ("R2/2", "rejected")])
def test_verifier_judges_a_related_rate(factor: str, status: str) -> None:
    """The plan may put the place into the derivative before it multiplies by the given rate."""
    asked = Problem(f"{GROWS} How fast is the area growing when the radius is 5 cm?", CIRCLE, ["A", "r"])
    made = plan("differentiate | pi*r**2 | r", "substitute | R1 | r | 5", f"simplify | {factor}")
    assert SymbolicVerifier()(asked, made).status == status
