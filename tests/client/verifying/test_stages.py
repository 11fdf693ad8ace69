"""From a printed expression, operation by operation, to the argument of the last one."""

from __future__ import annotations

import pytest
from student_client._reading.formulas.exact import exact
from student_client._reading.formulas.tree import ZERO, Equation, number, symbol
from student_client._reading.statement import Operation
from student_client._verifying.stages import NoStage, after, first, stages

from .trees import equation, read

DERIVE = Operation("differentiate", "x")


def test_first_keeps_the_printed() -> None:
    """The printed expression is in the domain."""
    stage = first(read(r"\frac{x-2}{x-2}"), [read(r"\ln x")], ["x"])
    assert [str(part) for part in stage.domain] == ["(x - 2)/(x - 2)", "log(x)"]
    assert (stage.smooth, stage.names) == ((), ("x",))


def test_first_of_an_equation() -> None:
    stage = first(equation("x=2"), [], ["x"])
    assert stage.domain == ()
    with pytest.raises(NoStage, match="only be solved"):
        _ = stage.node


@pytest.mark.parametrize("tool", ["simplify", "expand", "factor"])
def test_after_rewriting(tool: str) -> None:
    stage = first(read("x+x"), [], ["x"])
    assert after(stage, Operation(tool, None)) is stage  # type: ignore[arg-type]


def test_after_a_derivative() -> None:
    """The domain remains, and the function must be smooth."""
    stage = after(after(first(read(r"|x|\ln x"), [], ["x"]), DERIVE), DERIVE)
    assert str(stage.domain[0]) == "abs(x)*log(x)"
    assert [str(part) for part in stage.smooth] == ["abs(x)*log(x)", "sign(x)*log(x) + 1/x*abs(x)"]


def test_after_a_substitution() -> None:
    """The point is everywhere."""
    start = after(first(read(r"\frac{(x-2)(x+2)}{x-2}"), [read(r"\ln x")], ["x"]), DERIVE)
    stage = after(start, Operation("substitute", "x", number(2)))
    assert [str(part) for part in stage.domain] == ["(2 - 2)*(2 + 2)/(2 - 2)", "log(2)"]
    assert "x" not in stage.node.names()
    assert stage.smooth == ()


def test_after_a_letter() -> None:
    made = after(first(read("x^2"), [], ["x"]), Operation("substitute", "x", symbol("a")))
    assert str(made.expression) == "a^2"


@pytest.mark.parametrize("term", ["1", "x", "x^2", "3x^3-x", "x(x+3)", "x^6"])
@pytest.mark.parametrize("low", [0, 1, 3])
def test_after_a_sum_up_to_a_letter(term: str, low: int) -> None:
    made = after(first(read(term), [], ["x"]), Operation("sum", "x", bounds=(number(low), symbol("n"))))
    for last in range(low, low + 4):
        parts = [exact(read(term).put({"x": number(at)})) or 0 for at in range(low, last + 1)]
        assert exact(made.node.put({"n": number(last)})) == sum(parts)


@pytest.mark.parametrize(("term", "last"), [("1/x", "n"), ("2^x", "n"), ("x", "2^n"), ("x", "n^x")])
def test_after_a_sum_refuses(term: str, last: str) -> None:
    with pytest.raises(NoStage, match="only supported for polynomials"):
        after(first(read(term), [], ["x"]), Operation("sum", "x", bounds=(number(1), read(last))))


def test_after_a_sum_has_each_term() -> None:
    made = after(first(read("x^2"), [], ["x"]), Operation("sum", "x", bounds=(number(2), number(4))))
    assert str(made.expression) == "2^2 + 3^2 + 4^2"


@pytest.mark.parametrize(
    ("expression", "step"),
    [
        (read("x"), Operation("integrate", "x")),
        (read(r"\frac{1}{x}"), Operation("sum", "x", bounds=(number(1), symbol("n")))),
        (read("x"), Operation("sum", "x", bounds=(number(1), number(61)))),
        (read("x"), Operation("limit", "x", number(0))),
        (read("x"), Operation("solve", "x")),
        (read("x"), Operation("differentiate", None)),
        (read("x"), Operation("substitute", "x", None)),
        (read("x!"), DERIVE),
        (Equation(symbol("x"), ZERO), DERIVE),
    ],
)
def test_after_has_no_rule_for_some(expression: object, step: Operation) -> None:
    with pytest.raises(NoStage):
        after(first(expression, [], ["x"]), step)  # type: ignore[arg-type]


def test_stages_are_one_an_operation() -> None:
    question = (DERIVE, DERIVE, Operation("substitute", "x", number(3)))
    made = stages(first(read("x^3"), [], ["x"]), question)
    assert [str(stage.expression) for stage in made] == ["x^3", "3*x^2", "2*x*3"]


def test_stages_end_without_a_rule() -> None:
    assert len(stages(first(read("x"), [], ["x"]), (Operation("limit", "x", ZERO),))) == 1
