"""The verifier accepts right plans, rejects wrong ones, and says so where it cannot tell."""

from __future__ import annotations

import pytest
from student_client._verify import SymbolicVerifier, verify_here

from .plans import plan, problem

SPECIFIED = problem("integrate", r"\int x^2 \sin x\,dx")


def test_the_specified_problem_and_plan_are_accepted_with_their_result() -> None:
    with SymbolicVerifier(workers=1) as verify:
        verdict = verify(SPECIFIED, plan("integrate | x**2 * sin(x) | x"))
    assert verdict.status == "accepted"
    assert verdict.reason == "the derivative of the result equals the integrand of the problem"
    assert verdict.result == "-x**2*cos(x) + 2*x*sin(x) + 2*cos(x)"


@pytest.mark.parametrize("expr", ["x**2*cos(x)", "-x**2*sin(x)", "x*sin(x)", "x**2*sin(x) + 1", "x**2*sin(2*x)"])
def test_the_right_operation_on_another_expression_is_rejected(expr: str) -> None:
    assert verify_here(SPECIFIED, plan(f"integrate | {expr} | x")).status == "rejected"


def test_another_operation_on_the_right_expression_is_rejected() -> None:
    assert verify_here(SPECIFIED, plan("differentiate | x**2*sin(x) | x")).status == "rejected"
