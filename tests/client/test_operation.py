"""Operations: their words are read as exactly that operation, and plans are judged against it."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from student_client import InvalidProblem, Problem
from student_client._operation import OPERATIONS
from student_client._reading.readings import readings
from student_client._verifying.judge import judge, read

from .plans import plan

X2 = "x^2 + 1"
POWER = r"x^3 \cdot e^{2x}"


def posed(operation: str, expression: str, variable: str = "x", **arguments: Any) -> Problem:
    return Problem(operation=operation, expression=expression, variable=variable, **arguments)


IN_X = {"roots", "continuity", "monotonicity", "slope", "concavity", "discontinuity"}
PROPERTIES: list[tuple[str, dict[str, str], str, str, str, str]] = [
    ("roots", {}, "determine the nature of the roots", "x^2 - 1", "x**2 - 1 | x", "x**2 + 1 | x"),
    (
        "continuity", {"at": "0"}, "determine whether the function is continuous at x = 0",
        r"\frac{1}{x}", "1/x | x | 0", "x | x | 0",
    ),
    (
        "invertibility", {}, "determine whether the matrix is invertible",
        r"\begin{pmatrix} 1 & 2 \\ 2 & 4 \end{pmatrix}", "Matrix([[1, 2], [2, 4]])", "Matrix([[1, 2], [2, 5]])",
    ),
    (
        "linear independence", {}, "determine whether the vectors are linearly independent",
        "(1, 2), (2, 4)", "Matrix([[1, 2], [2, 4]])", "Matrix([[1, 2], [2, 5]])",
    ),
    (
        "direction", {}, "determine whether the vectors are orthogonal, parallel or neither",
        "(1, 2), (2, 4)", "Matrix([1, 2]), Matrix([2, 4])", "Matrix([1, 2]), Matrix([2, -1])",
    ),
    ("truth", {}, "determine whether the statement is true or false", "1 < 2", "1 < 2", "1 < 0"),
    ("rationality", {}, "determine whether the number is rational or irrational", r"\sqrt{2}", "sqrt(2)", "sqrt(4)"),
    (
        "solvability", {}, "determine whether the system has no solution, one solution, or infinitely many solutions",
        "x + y = 1, x + y = 2", "Eq(x + y, 1), Eq(x + y, 2)", "Eq(x + y, 1), Eq(x - y, 2)",
    ),
    (
        "lines", {}, "determine whether the lines are parallel, perpendicular or neither",
        "y = x, y = -x", "Eq(y, x), Eq(y, -x)", "Eq(y, x), Eq(y, 2*x)",
    ),
    ("conic", {}, "identify the conic", "x^2 + y^2 = 4", "Eq(x**2 + y**2, 4)", "Eq(x**2 + 2*y**2, 4)"),
    (
        "slope", {"at": "1"}, "determine whether the function is increasing or decreasing at x = 1",
        "x^2", "x**2 | x | 1", "-x**2 | x | 1",
    ),
    (
        "concavity", {"at": "1"}, "determine whether the function is concave up or concave down at x = 1",
        "x^3", "x**3 | x | 1", "-x**3 | x | 1",
    ),
    (
        "discontinuity", {"at": "1"}, "classify the discontinuity at x = 1",
        r"\frac{x^2-1}{x-1}", "(x**2-1)/(x-1) | x | 1", "1/(x-1) | x | 1",
    ),
    (
        "monotonicity", {}, "determine whether the sequence is increasing, decreasing or not monotonic",
        r"a_x = \frac{1}{x}", "1/x | x", "x | x",
    ),
]  # fmt: skip
"""Properties with their words, a right plan and a wrong one."""
CASES = [
    # operation, expression, arguments, objective, what the verifier reads, a right plan, a wrong plan
    (
        "integrate", X2, {}, "integrate with respect to x",
        [{"operation": "integrate", "variable": "x"}],
        plan("integrate | x**2 + 1 | x"), plan("integrate | x**2 | x"),
    ),
    (
        "integrate", r"\int x^2 \sin x\,dx", {}, "integrate with respect to x",
        [{"operation": "integrate", "variable": "x"}],
        plan("integrate | x**2*sin(x) | x"), plan("integrate | x**2*cos(x) | x"),
    ),
    (
        "integrate", X2, {"lower": 0, "upper": "1"}, "integrate with respect to x from 0 to 1",
        [{"operation": "integrate", "variable": "x", "lower": "0", "upper": "1"}],
        plan("integrate | x**2 + 1 | x", "substitute | R1 | x | 1", "substitute | R1 | x | 0", "simplify | R2 - R3"),
        plan("integrate | x**2 + 1 | x", "substitute | R1 | x | 2", "substitute | R1 | x | 0", "simplify | R2 - R3"),
    ),
    (
        "differentiate", "t^3 x", {"variable": "t", "variables": ["x", "t"]}, "differentiate with respect to t",
        [{"operation": "differentiate", "variable": "t"}],
        plan("differentiate | t**3*x | t"), plan("differentiate | t**3*x | x"),
    ),
    (
        "differentiate", POWER, {"order": 2}, "second derivative with respect to x",
        [{"operation": "differentiate", "variable": "x", "order": "2"}],
        plan("differentiate | x**3*exp(2*x) | x", "differentiate | R1 | x"), plan("differentiate | x**3*exp(2*x) | x"),
    ),
    (
        "differentiate", "x^5", {"order": 3}, "third derivative with respect to x",
        [{"operation": "differentiate", "variable": "x", "order": "3"}],
        plan("differentiate | x**5 | x", "differentiate | R1 | x", "differentiate | R2 | x"),
        plan("differentiate | x**5 | x", "differentiate | R1 | x"),
    ),
    (
        "differentiate", "x^5", {"order": 4}, "fourth derivative with respect to x",
        [{"operation": "differentiate", "variable": "x", "order": "4"}],
        plan("differentiate | x**5 | x", *(f"differentiate | R{n} | x" for n in (1, 2, 3))),
        plan("differentiate | x**5 | x", *(f"differentiate | R{n} | x" for n in (1, 2))),
    ),
    (
        "differentiate", "x^3", {"at": "-1/2"}, "derivative with respect to x at x = -1/2",
        [{"operation": "differentiate", "variable": "x"}, {"operation": "evaluate", "variable": "x", "at": "-1/2"}],
        plan("differentiate | x**3 | x", "substitute | R1 | x | -1/2"),
        plan("substitute | x**3 | x | -1/2"),
    ),
    (
        "differentiate", "x^4", {"at": 2, "order": 2}, "second derivative with respect to x at x = 2",
        [
            {"operation": "differentiate", "variable": "x", "order": "2"},
            {"operation": "evaluate", "variable": "x", "at": "2"},
        ],
        plan("differentiate | x**4 | x", "differentiate | R1 | x", "substitute | R2 | x | 2"),
        plan("differentiate | x**4 | x", "substitute | R1 | x | 2"),
    ),
    (
        "solve", "x^2 - 5x + 6 = 0", {}, "solve for x", [{"operation": "solve", "variable": "x"}],
        plan("solve | x**2 - 5*x + 6 | x"), plan("solve | x**2 - 5*x - 6 | x"),
    ),
    (
        "factor", "x^2 + 5x + 6", {}, "factor", [{"operation": "factor"}],
        plan("factor | x**2 + 5*x + 6"), plan("expand | x**2 + 5*x + 6"),
    ),
    (
        "expand", "(2x-3)(x+4)", {}, "expand", [{"operation": "expand"}],
        plan("expand | (2*x-3)*(x+4)"), plan("expand | (2*x+3)*(x+4)"),
    ),
    (
        "simplify", r"\frac{x^2-1}{x-1}", {}, "simplify", [{"operation": "simplify"}],
        plan("simplify | (x**2-1)/(x-1)"), plan("simplify | (x**2+1)/(x-1)"),
    ),
    (
        "limit", r"\frac{\sin 3x}{x}", {"at": 0}, "limit as x approaches 0",
        [{"operation": "limit", "variable": "x", "at": "0"}],
        plan("limit | sin(3*x)/x | x | 0"), plan("limit | sin(2*x)/x | x | 0"),
    ),
    (
        "limit", r"\frac{1}{t} + 1", {"variable": "t", "at": "oo"}, "limit as t approaches oo",
        [{"operation": "limit", "variable": "t", "at": "oo"}],
        plan("limit | 1/t + 1 | t | oo"), plan("limit | 1/t | t | oo"),
    ),
    (
        "limit", r"x \ln x", {"at": 0, "side": "+"}, "limit as x approaches 0 from the right",
        [{"operation": "limit", "variable": "x", "at": "0", "side": "+"}],
        plan("limit | x*log(x) | x | 0"), plan("limit | x*log(x) + 1 | x | 0"),
    ),
    (
        "evaluate", "x^3 - 4x + 1", {"at": 2}, "evaluate at x = 2",
        [{"operation": "evaluate", "variable": "x", "at": "2"}],
        plan("substitute | x**3 - 4*x + 1 | x | 2"), plan("substitute | x**3 - 4*x + 1 | x | 3"),
    ),
    (
        "sum", "k^2", {"variable": "k", "lower": 1, "upper": 9}, "sum with respect to k from 1 to 9",
        [{"operation": "sum", "variable": "k", "lower": "1", "upper": "9"}],
        plan("sum | k**2 | k | 1 | 9"), plan("sum | k**2 | k | 0 | 8"),
    ),
    (
        "taylor", "e^x", {"at": 0, "degree": 3}, "Taylor polynomial of degree 3 at x = 0",
        [{"operation": "taylor", "variable": "x", "at": "0", "degree": "3"}],
        plan("taylor | exp(x) | x | 0 | 3"), plan("taylor | exp(x) | x | 0 | 2"),
    ),
    (
        "numeric", r"\pi", {"digits": 4}, "evaluate to 4 significant figures",
        [{"operation": "numeric", "digits": "4"}],
        plan("numeric | pi | 4"), plan("numeric | pi | 3"),
    ),
    (
        "rewrite", r"\frac{1}{x^2-1}", {"form": "partial fractions"}, "partial fraction decomposition",
        [{"operation": "rewrite", "variable": "x", "form": "partial fractions"}],
        plan("rewrite | 1/(x**2-1) | x | partial fractions"), plan("rewrite | 1/(x**2-4) | x | partial fractions"),
    ),
    (
        "implicit", "x^2 + y^2 = 1", {"variables": ["x", "y"], "function": "y"}, "find dy/dx",
        [{"operation": "implicit", "variable": "x", "function": "y"}],
        plan("implicit | Eq(x**2 + y**2, 1) | x | y"), plan("implicit | Eq(x**2 + y**2, 1) | y | x"),
    ),
    (
        "collect", "ax + bx", {"variables": ["x", "a", "b"]}, "collect terms in x",
        [{"operation": "collect", "variable": "x"}],
        plan("collect | a*x + b*x | x"), plan("collect | a*x - b*x | x"),
    ),
    (
        "inverse", "2x + 1", {}, "inverse function",
        [{"operation": "inverse", "variable": "x"}],
        plan("inverse | 2*x + 1 | x"), plan("inverse | 2*x - 1 | x"),
    ),
    (
        "domain", r"\sqrt{9 - x^2}", {}, "find the domain of the function",
        [{"operation": "domain", "variable": "x"}],
        plan("solve_inequality | 9 - x**2 >= 0 | x"), plan("solve_inequality | 9 - x**2 > 0 | x"),
    ),
    (
        "dsolve", "y' = 2y", {"variables": ["x", "y"]}, "solve the differential equation",
        [{"operation": "dsolve", "variable": "x"}],
        plan("dsolve | Eq(diff(y, x), 2*y) | x | y"), plan("dsolve | Eq(diff(y, x), 3*y) | x | y"),
    ),
    (
        "laplace", r"\sin 2t", {"variable": "t"}, "find the Laplace transform",
        [{"operation": "laplace", "variable": "t", "to": "s"}],
        plan("laplace | sin(2*t) | t | s"), plan("laplace | cos(2*t) | t | s"),
    ),
    (
        "inverse_laplace", r"\frac{1}{s - 3}", {"variable": "s"}, "find the inverse Laplace transform",
        [{"operation": "inverse_laplace", "variable": "s", "to": "t"}],
        plan("inverse_laplace | 1/(s - 3) | s | t"), plan("inverse_laplace | 1/(s + 3) | s | t"),
    ),
    (
        "solve_system", "x + y = 3, x - y = 1", {"variables": ["x", "y"]}, "solve the system",
        [{"operation": "solve_system"}],
        plan("solve_system | Eq(x + y, 3), Eq(x - y, 1) | x, y"),
        plan("solve_system | Eq(x + y, 3), Eq(x - y, 2) | x, y"),
    ),
    (
        "matrix", r"\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}^2", {}, "compute",
        [{"operation": "matrix"}],
        plan("matrix | Matrix([[1, 2], [3, 4]])**2"), plan("matrix | Matrix([[1, 2], [3, 4]])**3"),
    ),
    (
        "determinant", r"\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}", {}, "determinant",
        [{"operation": "determinant"}],
        plan("determinant | Matrix([[1, 2], [3, 4]])"), plan("determinant | Matrix([[1, 2], [3, 5]])"),
    ),
    (
        "classify", "x^3 + x", {"property": "parity"}, "determine whether the function is even, odd, or neither",
        [{"operation": "classify", "variable": "x", "property": "parity"}],
        plan("classify | x**3 + x | x | parity"), plan("classify | x**2 | x | parity"),
    ),
    (
        "classify", r"\sum_{n=1}^{\infty} \frac{1}{n}", {"property": "convergence", "variable": "n"},
        "determine whether the series converges absolutely, converges conditionally, or diverges",
        [{"operation": "classify", "variable": "n", "property": "convergence"}],
        plan("classify | 1/n | n | convergence"), plan("classify | 1/n**2 | n | convergence"),
    ),
    (
        "classify", "x^2 = 4", {"property": "truth", "at": 2}, "determine whether x = 2 is a solution",
        [{"operation": "classify", "variable": "x", "property": "truth", "at": "2"}],
        plan("classify | Eq(x**2, 4) | x | 2 | truth"), plan("classify | Eq(x**2, 9) | x | 2 | truth"),
    ),
    (
        "classify", "91", {"property": "primality"}, "determine whether the number is prime or composite",
        [{"operation": "classify", "property": "primality"}],
        plan("classify | 91 | primality"), plan("classify | 97 | primality"),
    ),
    *(
        ("classify", expression, {"property": name, "variables": ["x", "y"]} | at, words,
         [{"operation": "classify"} | ({"variable": "x"} if name in IN_X else {}) | {"property": name} | at],
         plan(f"classify | {right} | {name}"), plan(f"classify | {wrong} | {name}"))
        for name, at, words, expression, right, wrong in PROPERTIES
    ),
    (
        "classify", "x^2 - 2x", {"property": "stationary point", "at": 1},
        "determine the nature of the stationary point at x = 1",
        [{"operation": "classify", "variable": "x", "property": "stationary point", "at": "1"}],
        plan("classify | x**2 - 2*x | x | 1 | stationary point"),
        plan("classify | 2*x - x**2 | x | 1 | stationary point"),
    ),
    (
        "eigenvalues", r"\begin{pmatrix} 4 & 1 \\ 2 & 3 \end{pmatrix}", {}, "eigenvalues",
        [{"operation": "eigenvalues"}],
        plan("eigenvalues | Matrix([[4, 1], [2, 3]])"), plan("eigenvalues | Matrix([[4, 1], [2, 2]])"),
    ),
    (
        "row_reduce", r"\begin{pmatrix} 1 & 2 \\ 2 & 4 \end{pmatrix}", {}, "find the reduced row echelon form",
        [{"operation": "row_reduce"}],
        plan("row_reduce | Matrix([[1, 2], [2, 4]])"), plan("row_reduce | Matrix([[1, 2], [2, 3]])"),
    ),
    (
        "rank", r"\begin{pmatrix} 1 & 2 \\ 2 & 4 \end{pmatrix}", {}, "rank",
        [{"operation": "rank"}],
        plan("rank | Matrix([[1, 2], [2, 4]])"), plan("rank | Matrix([[1, 2], [2, 3]])"),
    ),
    (
        "nullity", r"\begin{pmatrix} 1 & 2 & 3 \\ 2 & 4 & 6 \end{pmatrix}", {}, "nullity",
        [{"operation": "nullity"}],
        plan("rank | Matrix([[1, 2, 3], [2, 4, 6]])", "simplify | 3 - R1"),
        plan("rank | Matrix([[1, 2, 3], [2, 4, 6]])", "simplify | 2 - R1"),
    ),
    (
        "basis", r"\begin{pmatrix} 1 & 2 \\ 2 & 4 \end{pmatrix}", {"space": "null space"},
        "find a basis for the null space",
        [{"operation": "basis", "space": "null space"}],
        plan("basis | Matrix([[1, 2], [2, 4]]) | null space"), plan("basis | Matrix([[1, 3], [2, 6]]) | null space"),
    ),
    (
        "basis", r"\begin{pmatrix} 1 & 2 \\ 3 & 6 \end{pmatrix}", {"space": "row space"},
        "find a basis for the row space",
        [{"operation": "basis", "space": "row space"}],
        plan("basis | Matrix([[1, 2], [3, 6]]) | row space"), plan("basis | Matrix([[1, 2], [3, 6]]) | column space"),
    ),
    (
        "eigenvectors", r"\begin{pmatrix} 4 & 1 \\ 2 & 3 \end{pmatrix}", {}, "eigenvectors",
        [{"operation": "eigenvectors"}],
        plan("eigenvectors | Matrix([[4, 1], [2, 3]])"), plan("eigenvalues | Matrix([[4, 1], [2, 3]])"),
    ),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=[f"{case[1]}: {case[3]}" for case in CASES])
def test_operation_is_judged(case: Any) -> None:
    operation, expression, arguments, objective, asked, right, wrong = case
    problem = posed(operation, expression, **arguments)
    assert problem.objective == objective
    (one,) = read(problem).interpretations
    assert [list(question) for question in one.questions] == [asked]
    assert judge(problem, right).status == "accepted"
    assert judge(problem, wrong).status == "rejected"


def test_every_argument_is_tried() -> None:
    """For every operation."""
    for operation, arguments in OPERATIONS.items():
        tried: list[set[str]] = [set(case[2]) for case in CASES if case[0] == operation]
        assert tried
        assert set(arguments) <= set().union(*tried)


VALUES = {
    0: "0", -1: "-1", 0.5: "1/2", 1e-7: "1/10000000", Fraction(3, 4): "3/4", float("-inf"): "-oo", "-1/2": "-1/2",
    "pi/2": "pi/2", r"-\frac{\pi}{2}": "-pi/2", "2pi": "2*pi", r"\infty": "oo", "-oo": "-oo", "sqrt(2)": "sqrt(2)",
    r"\sqrt{3}": "sqrt(3)", "√2": "sqrt(2)", "e": "e", "e^2": "e^2", "ln 2": "log(2)", "a": "a", "2a+1": "2*a + 1",
}  # fmt: skip
LETTERS = {"x": "x", "t": "t", "a": "a", "e": "e", "d": "d", "N": "N", "theta": r"\theta", "x_1": "x_1"}


@pytest.mark.parametrize("value", VALUES, ids=str)
def test_value_is_read_anywhere(value: Any) -> None:
    for operation, arguments in (
        ("evaluate", {"at": value}),
        ("limit", {"at": value}),
        ("limit", {"at": value, "side": "-"}),
        ("differentiate", {"at": value}),
        ("differentiate", {"at": value, "order": 2}),
        ("integrate", {"lower": value, "upper": value}),
    ):
        (one,) = read(posed(operation, X2, **arguments)).interpretations
        ((*_, last),) = one.questions
        assert {last[name] for name in ("at", "lower", "upper") if name in last} == {VALUES[value]}


@pytest.mark.parametrize("name", LETTERS)
def test_variable_of_any_name(name: str) -> None:
    expression = f"{LETTERS[name]}^3 + k {LETTERS[name]}"
    for operation, arguments in (
        ("integrate", {}),
        ("integrate", {"lower": 0, "upper": 1}),
        ("differentiate", {}),
        ("differentiate", {"order": 3}),
        ("differentiate", {"at": 2}),
        ("solve", {}),
        ("limit", {"at": 0, "side": "+"}),
        ("evaluate", {"at": 2}),
    ):
        (one,) = readings(posed(operation, expression, name, **arguments))
        assert {step.variable for question in one.questions for step in question} == {name}


def test_variable_is_first_or_named() -> None:
    assert Problem(operation="solve", expression="x = 2k", variables=["x", "k"]).objective == "solve for x"
    other = Problem(operation="solve", expression="x = 2k", variables=["x", "k"], variable="k")
    assert (other.objective, other.variables) == ("solve for k", ("x", "k"))
    assert posed("factor", X2).variables == ("x",)


@pytest.mark.parametrize(
    ("arguments", "fault"),
    [
        ({"operation": "add"}, "there is no operation 'add'. Fix: one of integrate, differentiate, "),
        ({"operation": ["solve"]}, "there is no operation"),
        ({"operation": "solve", "objective": "solve"}, "an objective and an operation"),
        ({"operation": "solve", "at": 2}, "the operation solve accepts no at. Fix: leave it out"),
        (
            {"operation": "limit", "at": 0, "order": 2},
            "the operation limit accepts no order. Fix: its arguments are at and side",
        ),
        ({"operation": "limit"}, "the operation limit needs a point. Fix: give at"),
        ({"operation": "evaluate"}, "the operation evaluate needs a point"),
        ({"operation": "integrate", "lower": 0}, "an integral has one bound"),
        ({"operation": "sum"}, "the operation sum needs lower. Fix: give it"),
        ({"operation": "taylor", "at": 0, "degree": "x"}, "degree is 'x'. Fix: a whole number such as 4"),
        ({"operation": "numeric", "digits": 0}, "digits is '0'. Fix: a whole number"),
        ({"operation": "rewrite", "form": "nice"}, "form is 'nice'. Fix: one of partial fractions, "),
        ({"operation": "basis", "space": "left null space"}, "space is 'left null space'. Fix: one of null space, "),
        ({"operation": "implicit", "function": "z"}, "function is 'z'. Fix: one of x"),
        ({"operation": "classify", "property": "nice"}, "property is 'nice'. Fix: one of parity"),
        ({"operation": "classify"}, "the operation classify needs property. Fix: give it"),
        ({"operation": "classify", "property": "parity", "at": 0}, "parity has no point. Fix: leave out at"),
        ({"operation": "classify", "property": "stationary point"}, "stationary point needs a point. Fix: give at"),
        ({"operation": "differentiate", "order": 5}, "order is '5'. Fix: a whole number from 1 to 4"),
        ({"operation": "differentiate", "order": True}, "order is 'True'"),
        ({"operation": "limit", "at": 0, "side": "left"}, "side is 'left'. Fix: + for the limit from the right"),
        ({"operation": "evaluate", "at": "2 and factor"}, "at is '2 and factor'. Fix: one value"),
        ({"operation": "evaluate", "at": "2, y = 3"}, "at is '2, y = 3'"),
        ({"operation": "evaluate", "at": ""}, "at is ''"),
        ({"operation": "evaluate", "at": [2]}, "at is a list"),
        ({"operation": "evaluate", "at": True}, "at is 'True'"),
        ({"operation": "evaluate", "at": float("nan")}, "at is 'nan'"),
        ({"operation": "evaluate", "at": "1" * 81}, "Fix: one value"),
        ({"operation": "solve", "variable": "y", "variables": ["x"]}, "'y' is not one of the problem's variables"),
        ({"operation": "solve", "variable": "x y"}, "'x y' is not a variable's name"),
        ({"operation": "solve", "variable": None}, "the problem has no variable"),
        ({"objective": "solve"}, "variable belongs to an operation, but the problem has none. Fix: give variables"),
        ({"objective": "solve", "variables": ["x"], "variable": None, "at": 2}, "at belongs to an operation"),
        ({"variables": ["x"], "variable": None}, "the objective is empty. Fix: give one, such as"),
    ],
)
def test_wrong_arguments_are_one_line(arguments: dict[str, Any], fault: str) -> None:
    with pytest.raises(InvalidProblem) as caught:
        Problem(**{"expression": "x", "variable": "x"} | arguments)
    assert fault in str(caught.value)
    assert "Fix: " in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("at", 10**5000, "at is 'a very long number'"),
        ("at", Decimal("0.5"), "at is a Decimal"),
        ("at", ["2"], "at is a list"),
    ],
    ids=["a long number", "a decimal", "a list"],
)
def test_bad_point_is_refused(name: str, value: object, says: str) -> None:
    with pytest.raises(InvalidProblem, match=re.escape(says)):
        Problem(operation="evaluate", expression="x", variable="x", **{name: value})  # type: ignore[arg-type]
