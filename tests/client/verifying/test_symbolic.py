"""The verifier accepts right plans, rejects wrong ones, and leaves the others undecided."""

from __future__ import annotations

import subprocess
import sys

import pytest
from student_client._plan import Plan
from student_client._problem import Problem
from student_client._verifying.symbolic import SymbolicVerifier, verify_here

from ..pairs import RIGHT
from ..plans import plan, problem

PLAIN_SEXTIC = "x**6 + x**3 + 9*x**2 + 12*x - 6"
SPECIFIED = problem("integrate", r"\int x^2 \sin x\,dx")


def status(objective: str, expression: str, *steps: str, variables: tuple[str, ...] = ("x",)) -> str:
    return verify_here(problem(objective, expression, *variables), plan(*steps)).status


def test_briefs_plan_is_accepted() -> None:
    with SymbolicVerifier(workers=1) as verify:
        verdict = verify(SPECIFIED, plan("integrate | x**2 * sin(x) | x"))
    assert verdict.status == "accepted"
    assert verdict.reason.startswith("the derivative of the result equals the integrand of the problem: it agrees at ")
    assert verdict.result == "-x**2*cos(x) + 2*x*sin(x) + 2*cos(x)"
    assert verdict.latex == r"- x^{2} \cos{\left(x \right)} + 2 x \sin{\left(x \right)} + 2 \cos{\left(x \right)}"
    assert verdict.reading == "the integral in x of x^2*sin(x)"


@pytest.mark.parametrize(
    ("posed", "right"), RIGHT, ids=[f"{posed.objective}: {posed.expression}" for posed, _ in RIGHT]
)
def test_right_plans_are_accepted(posed: Problem, right: Plan) -> None:
    verdict = verify_here(posed, right)
    assert verdict.status == "accepted", verdict


@pytest.mark.parametrize("expr", ["x**2*cos(x)", "-x**2*sin(x)", "x*sin(x)", "x**2*sin(x) + 1", "x**2*sin(2*x)"])
def test_other_expression_is_rejected(expr: str) -> None:
    assert verify_here(SPECIFIED, plan(f"integrate | {expr} | x")).status == "rejected"


def test_other_operation_is_rejected() -> None:
    assert verify_here(SPECIFIED, plan("differentiate | x**2*sin(x) | x")).status == "rejected"


def test_any_antiderivative_is_right() -> None:
    assert status("integrate", "2x", "integrate | 2*x | x", "expand | R1 + 7") == "accepted"


def test_all_solutions_and_no_other() -> None:
    assert status("solve", "x^3 = x", "solve | x**3 - x | x") == "accepted"
    assert status("solve", "x^3 = x", "solve | x**2 - 1 | x") == "rejected"
    assert status("solve", "x^2 = 1", "solve | x**3 - x | x") == "rejected"
    assert status("solve", "x^2 = 1", "expand | 1 + 0*x") == "rejected"


def test_endless_solutions_undecided() -> None:
    assert status("solve", r"\sin x = 0", "solve | sin(x) | x") == "undecided"


def test_tiny_value_is_not_zero() -> None:
    assert status("solve", "e^{-x} = 0", "solve | x - 200 | x") == "rejected"
    assert status("simplify", "x", "expand | x + 10**-29") == "rejected"


def test_missing_solution() -> None:
    """Of a transcendental equation: it is not accepted."""
    assert status("solve", r"e^{2x} - 3e^x + 2 = 0", "solve | exp(2*x) - 3*exp(x) + 2 | x") == "accepted"
    assert status("solve", r"e^{2x} - 3e^x + 2 = 0", "solve | exp(x) - 2 | x") == "rejected"
    assert status("solve", r"x^2 = 2^x", "solve | x - 2 | x") != "accepted"


def test_double_root_counts_once() -> None:
    assert status("solve", "(x-1)^2(x+2) = 0", "solve | (x-1)**2*(x+2) | x") == "accepted"
    assert status("solve", "(x-1)^2(x+2) = 0", "solve | (x-1)*(x+2) | x") == "accepted"


def test_solutions_by_formula() -> None:
    """Or without one: they are checked too."""
    sextic = "x^6 + x^3 + 9x^2 + 12x - 6 = 0"
    assert status("solve", sextic, "solve | x**6 + x**3 + 9*x**2 + 12*x - 5 | x") == "rejected"
    assert status("solve", f"(x-1)({sextic.removesuffix(' = 0')}) = 0", f"solve | {PLAIN_SEXTIC} | x") == "rejected"
    assert status("solve", sextic, f"solve | (x-1)*({PLAIN_SEXTIC}) | x") == "rejected"
    assert status("solve", "a x^3 + x = 1", "solve | a*x**3 + x - 1 | x") == "accepted"
    assert status("solve", "a x^3 + x = 1", "solve | a*x**3 - x - 1 | x") == "rejected"


def test_solution_without_a_value() -> None:
    """It is not accepted if the equation has no value there."""
    assert status("solve", r"\frac{x^2 - x}{x} = 0", "solve | x**2 - x | x") != "accepted"


def test_named_variable_is_the_one() -> None:
    both = ("x", "y")
    assert status("d/dy", "x^2 y^3", "differentiate | x**2*y**3 | x", variables=both) == "rejected"
    assert status("find the values of y", "x^2 = y", "solve | Eq(x**2, y) | x", variables=both) == "rejected"


def test_factored_must_be_factored() -> None:
    assert status("factor", "x^4 - 1", "factor | x**4 - 1") == "accepted"
    assert status("factor", "x^4 - 1", "expand | (x**2 - 1)*(x**2 + 1)") == "rejected"
    assert status("factor", "x^4 - 1", "substitute | y*(x**2 + 1) | y | x**2 - 1") == "rejected"
    assert status("factor", "2x^2 + 4x", "substitute | x*(2*x + 4) | y | 1") == "rejected"


def test_expanded_must_be_expanded() -> None:
    assert status("expand", "(x+1)^2", "factor | x**2 + 2*x + 1") == "rejected"
    assert status("expand", r"\sin 2x", "expand | sin(2*x)") == "undecided"


def test_simplified_must_be_simpler() -> None:
    fraction = r"\frac{x^2 - 3x + 2}{x - 1}"
    assert status("simplify", fraction, "factor | (x**2-3*x+2)/(x-1)") == "accepted"
    assert status("simplify", fraction, "substitute | (x**2-3*x+2)/(x-1) | y | 1") == "rejected"
    assert status("simplify", "x + 1", "simplify | x + 1") == "accepted"


def test_root_is_not_its_radicand() -> None:
    """Without the sign."""
    assert status("simplify", r"\sqrt{x^2}", "simplify | x") == "rejected"
    assert status("simplify", r"\sqrt{x^2}", "simplify | sqrt(x**2)") == "accepted"


def test_limits_are_confirmed() -> None:
    assert status("limit", r"\lim_{x \to 0} \frac{\sin x}{x}", "limit | sin(x)/x | x | 0") == "accepted"
    assert status("limit", r"\lim_{x \to 0} \frac{\sin x}{x}", "limit | cos(x)/x**2 | x | 0") == "rejected"
    assert status("limit", r"\lim_{x \to 0} \frac{|x|}{x}", "limit | 1 | x | 0") == "rejected"


@pytest.mark.parametrize(
    ("objective", "expression", "step"),
    [
        ("limit", r"\lim_{x \to 0} \frac{\sin x}{x}", "expand | 1 + 0*x"),
        ("integrate", "2x", "expand | x**2"),
        ("differentiate", "x^2", "expand | 2*x"),
        ("simplify", r"\sqrt{x^2}", "simplify | Abs(x)"),
        ("solve", "x^2 = 4x - 4", "solve | Eq(x, 2) | x"),
    ],
)
def test_stated_answer_is_rejected(objective: str, expression: str, step: str) -> None:
    verdict = verify_here(problem(objective, expression), plan(step))
    assert (verdict.status, "states an answer" in verdict.reason) == ("rejected", True), verdict


def test_definite_integral() -> None:
    bell = r"\int_0^1 e^{-x^2}\,dx"
    steps = ("integrate | exp(-x**2) | x", "substitute | R1 | x | 1", "substitute | R1 | x | 0")
    assert status("integrate", bell, *steps, "simplify | R2 - R3") == "accepted"
    assert status("integrate", bell, *steps, "simplify | R3 - R2") == "rejected"


def test_integral_across_a_pole() -> None:
    steps = ("integrate | 1/x**2 | x", "substitute | R1 | x | 1", "substitute | R1 | x | -1", "simplify | R2 - R3")
    assert status("integrate", r"\int_{-1}^{1} \frac{1}{x^2}\,dx", *steps) != "accepted"
    steps = ("integrate | (x-1)**-2 | x", "limit | R1 | x | oo", "limit | R1 | x | -oo", "simplify | R2 - R3")
    assert status("integrate", r"\int_{-\infty}^{\infty} \frac{1}{(x-1)^2}\,dx", *steps) != "accepted"


def test_definite_integral_of_letters() -> None:
    """It must hold wherever it has a value."""
    steps = ("integrate | exp(a*x) | x", "substitute | R1 | x | 1", "substitute | R1 | x | 0")
    assert status("integrate", r"\int_0^1 e^{a x}\,dx", *steps, "simplify | 2*R2 - R3") == "rejected"
    signed = ("integrate | x*sqrt(a**2) | x", "substitute | R1 | x | 1")
    assert status("integrate", r"\int_0^1 x\sqrt{a^2}\,dx", *signed, "simplify | R2") == "accepted"
    assert status("integrate", r"\int_0^1 x\sqrt{a^2}\,dx", *signed, "expand | a/2 + 0*R2") == "undecided"


@pytest.mark.parametrize(
    ("objective", "expression", "says"),
    [
        ("integrate", r"\sin x (x+1)", "the problem is not understood: a factor right after a function"),
        ("do something with", "x^2", "the words do not ask for a result of what is printed"),
        ("find the extrema", "x^2", "the problem is not understood: 'extrema' is not understood"),
    ],
)
def test_unreadable_is_undecided(objective: str, expression: str, says: str) -> None:
    verdict = verify_here(problem(objective, expression), plan("integrate | x | x"))
    assert verdict.status == "undecided"
    assert says in verdict.reason
    assert verdict.result == "x**2/2"


def test_unrunnable_is_rejected() -> None:
    """With the step."""
    verdict = verify_here(SPECIFIED, plan("integrate | __import__('os') | x"))
    assert verdict.status == "rejected"
    assert verdict.reason.startswith("step 1 (integrate):")
    assert verdict.result is None


def test_no_closed_form_is_undecided() -> None:
    verdict = verify_here(problem("integrate", "x^x"), plan("integrate | x**x | x"))
    assert (verdict.status, verdict.reason) == ("undecided", "step 1 (integrate): SymPy finds no closed form")


def test_import_leaves_sympy_out() -> None:
    code = "import sys, student_client, student_client._verifying.symbolic; sys.exit('sympy' in sys.modules)"
    path = {"PYTHONPATH": ":".join(sys.path)}
    assert subprocess.run([sys.executable, "-c", code], env=path, check=False).returncode == 0


def test_stated_antiderivative() -> None:
    """It is rejected after any steps."""
    asked = ("simplify, integrate and then expand", r"\frac{x^3}{x}")
    stated = verify_here(problem(*asked), plan("expand | x**3/3 + 0*x", "expand | R1 + 1"))
    assert stated.status == "rejected", stated
    done = verify_here(problem(*asked), plan("simplify | x**3/x", "integrate | R1 | x", "expand | R2"))
    assert done.status == "accepted", done
