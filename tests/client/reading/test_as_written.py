"""Expressions as models write them: some are converted, others remain unchanged, and the meaning is the same."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from student_client import InvalidPlan, Plan, Problem, SymbolicVerifier
from student_client._reading.formulas.as_written import is_sympy_syntax, sympy_text
from student_client._reading.formulas.sympy_syntax import ExpressionError, parse_expression

from ..problems import load

READ = [
    ("x^2", "x**2"),
    ("2x", "2*x"),
    ("-x^2 + 2x(x + 1)", "-x**2 + 2*x*(x + 1)"),
    ("(x+1)(x-2)", "(x + 1)*(x - 2)"),
    (r"\frac{x^2}{2} + \sin x", "x**2/2 + sin(x)"),
    (r"\sqrt{x} \cdot \sqrt[3]{x}", "sqrt(x)*root(x, 3)"),
    (r"\left(x + 1\right)^{-2}", "(x + 1)**(-2)"),
    (r"$\ln x$", "log(x)"),
    ("ln x", "log(x)"),
    ("e^{2x} + E^x", "E**(2*x) + E**x"),
    ("x² − 4x⁻¹", "x**2 - 4*x**(-1)"),
    ("2π·√x", "2*pi*sqrt(x)"),
    ("|x| + Abs(x)^2", "abs(x) + abs(x)**2"),
    ("sin^2(x)", "sin(x)**2"),
    (r"\lambda^2", "lambda**2"),
    ("R1^2 - 2R2", "R1**2 - 2*R2"),
    ("y = x^2", "x**2"),
    ("y = x**2", "x**2"),
    (r"f(x) = \frac{1}{x}", "1/x"),
    (r"\int x^2\,dx", "x**2"),
    ("\x0crac{1}{x} + \tan x", "1/x + tan(x)"),  # "\frac" and "\tan" in a JSON string
    (r"\\frac{1}{x}", "1/x"),
    ("Eq(x^2, 4)", "Eq(x**2, 4)"),
]


@pytest.mark.parametrize(("written", "read"), READ)
def test_sympy_text_is_what_was_meant(written: str, read: str) -> None:
    assert sympy_text(written, "integrate", ["x"]) == read


@pytest.mark.parametrize(
    ("tool", "written", "read"),
    [
        ("solve", "x^2 - 5x + 6 = 0", "Eq(x**2 - 5*x + 6, 0)"),
        ("solve", "x**2 == 4", "Eq(x**2, 4)"),
        ("solve", "y = 2x", "Eq(y, 2*x)"),
        ("solve", "f(x) = x^2 - 1", "x**2 - 1"),
        ("solve_inequality", "1 < 2x ≤ 4", "1 < 2*x <= 4"),
        ("solve_system", "x + y = 3, x - y = 1", "Eq(x + y, 3), Eq(x - y, 1)"),
        ("solve_system", r"\begin{cases} x + 2y = 3 \\ x = 1 \end{cases}", "Eq(x + 2*y, 3), Eq(x, 1)"),
    ],
)
def test_sympy_text_makes_equations(tool: str, written: str, read: str) -> None:
    """For the tools that accept them."""
    assert sympy_text(written, tool, ["x", "y"]) == read


@pytest.mark.parametrize("written", [r"\infty", "∞", "+oo"])
def test_sympy_text_of_infinity(written: str) -> None:
    """A point may be infinite."""
    assert sympy_text(written, "limit", ["x"], point=True).lstrip("+") == "oo"


@pytest.mark.parametrize(
    "written",
    [
        *("1/2x", "xsin(x)", "2f(x)", r"\frac{d}{dx} x^2", r"\int_0^1 x\,dx", r"\sin", "x^2, x = 2", "x^", "^", ""),
        *("(" * 400, "x)^2(", "Eq(x^2)", "Eq(x^2, 1, 2)", r"\begin{pmatrix}1\\2\end{pmatrix}", "__import__('os')^2"),
    ],
)
def test_sympy_text_keeps_unclear(written: str) -> None:
    """Text with two meanings, or none, remains unchanged."""
    assert sympy_text(written, "integrate", ["x"]) == written


def expressions() -> list[tuple[str, str, list[str]]]:
    steps = [step for name in ("textbook", "traps", "tools") for _, _, plan in load(name) for step in plan.steps]
    found = [(step.tool, step.args) for step in steps if step.type == "tool"]
    return [(tool, args.expr, [args.var] if args.var else []) for tool, args in found]


def test_sympy_text_keeps_sympy() -> None:
    assert len(expressions()) > 500
    assert [text for tool, text, names in expressions() if sympy_text(text, tool, names) != text] == []


def test_carets_are_powers() -> None:
    """Of every right plan's expression that has a power: nothing else may be read than SymPy reads."""
    compared = 0
    for tool, text, names in expressions():
        carets = text.replace("**", "^")
        read = sympy_text(carets, tool, names)
        if carets in (text, read):
            continue
        try:
            right, made = parse_expression(text), parse_expression(read)
        except ExpressionError:  # with earlier results
            continue
        compared += 1
        assert made == right, (text, read)
    assert compared > 200


@given(st.text(alphabet="xyRE12^*/+-()=,{}\\ frac·²\f\t", max_size=40))
def test_any_text_is_read_or_kept(written: str) -> None:
    """It is read into SymPy's syntax, or not at all."""
    read = sympy_text(written, "solve", ["x"])
    assert read == written or is_sympy_syntax(read, ["x"])


def plan(tool: str, **args: str) -> str:
    step = {"type": "tool", "tool": tool, "args": args}
    return json.dumps({"steps": [step, {"type": "final", "payload": {"result": "R1"}}]})


@pytest.mark.parametrize(
    ("problem", "written", "status"),
    [
        (Problem("solve", "x^2 - 5x + 6 = 0", ["x"]), plan("solve", expr="x^2 - 5x + 6 = 0", var="x"), "accepted"),
        (Problem("solve", "x^2 - 5x + 6 = 0", ["x"]), plan("solve", expr="x^2 - 5x - 6 = 0", var="x"), "rejected"),
        (
            Problem("limit as x approaches infinity", r"\frac{2x}{x + 1}", ["x"]),
            plan("limit", expr=r"\frac{2x}{x + 1}", var="x", point=r"\infty"),
            "accepted",
        ),
        (
            Problem("find dy/dx", "y = x^2 e^x", ["x"]),
            plan("differentiate", expr="y = x^2e^x", var="x"),
            "accepted",
        ),
    ],
)
def test_plan_is_judged_by_the_reading(problem: Problem, written: str, status: str) -> None:
    with SymbolicVerifier() as verify:
        assert verify(problem, Plan.parse(written)).status == status


def test_plan_has_the_reading() -> None:
    made = Plan.parse(plan("integrate", expr=r"\frac{1}{2}x^2", var="x"))
    assert made.to_json() == plan("integrate", expr="1/2*x**2", var="x").replace(", ", ",").replace(": ", ":")


def test_control_character_is_refused() -> None:
    with pytest.raises(InvalidPlan, match="control character"):
        Plan.parse(plan("integrate", expr="x\x07", var="x"))
