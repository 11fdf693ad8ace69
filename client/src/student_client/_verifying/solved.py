"""Does a plan solve the problem's equation, or one that follows from it by one step of a person?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from .._reading.formulas.tree import (
    ZERO,
    Equation,
    Inequality,
    Node,
    System,
    add,
    call,
    constant,
    mul,
    neg,
    number,
    power,
)
from .balls import Unclear, Undefined, is_defined, value
from .convert import Unreadable, expression
from .equivalence import equal
from .executor import Done
from .finding import Finding, right, unknown, wrong
from .pieces import breaks, letters_at, samples
from .polynomials import NotRational, quotient
from .stages import Stage

PLACES = 16
"""Places of the letters that are tried until both equations have a value."""


def solves(stage: Stage, tried: Sequence[Done], *, none_given: bool) -> Finding:
    """Judge the steps that solve an equation.

    Args:
        stage: the equation that is asked, or the expression whose zeros are asked.
        tried: the steps that solve for the asked unknown.
        none_given: whether the answer says that there is no solution.

    Returns:
        Wrong if the solved equation is already its solution; unknown if it is another equation.
    """
    name = str(tried[0].variable)
    found = [made.printed for made in tried if isinstance(made.printed, Node | Equation)]
    if any(same(stage, zero_of(made)) for made in found):
        return right("the plan does what is asked")
    if found and all(isolated(made, name) for made in found) and not isolated(stage.equation, name):
        return wrong("the plan states an answer: the equation that it solves is the solution already")
    if not none_given and any(_follows(stage, made, name) for made in found):
        return right("the plan does what is asked")
    return unknown("the plan solves another equation than the problem's")


def solves_statement(stage: Stage, tried: Sequence[Done], last: Done) -> Finding:
    """Judge whether an inequality or a system that a plan solves is the problem's.

    Args:
        stage: the statement in question.
        tried: the steps that solve one.
        last: the step whose result is the answer.
    """
    if last not in tried:
        return wrong("the plan states an answer: no step solves for it")
    asked, made = stage.expression, last.printed
    if isinstance(asked, Inequality) and isinstance(made, Inequality):
        fits = len(asked.signs) == len(made.signs) and any(
            all(_same_link(stage, one, other) for one, other in zip(_links(asked), links, strict=True))
            for links in (_links(made), _links(made)[::-1])  # 0 < x < 1 is 1 > x > 0
        )
    elif isinstance(asked, System) and isinstance(made, System):
        left = [zero_of(one) for one in made.equations]
        for equation in asked.equations:
            alike = next((at for at, zero in enumerate(left) if same(stage, zero, zero_of(equation))), None)
            if alike is None:
                return unknown("the plan solves another system than the problem's")
            left.pop(alike)
        fits = not left
    else:
        fits = False
    return (
        right("the plan does what is asked") if fits else unknown("the plan solves something other than the problem's")
    )


def _links(chain: Inequality) -> list[Node]:
    """Return the larger side minus the smaller side of each link, from the left."""
    pairs = zip(chain.sides, chain.sides[1:], chain.signs, strict=False)
    return [
        add(right_side, neg(left)) if sign[0] == "<" else add(left, neg(right_side)) for left, right_side, sign in pairs
    ]


def _same_link(stage: Stage, asked: Node, made: Node) -> bool:
    """Return whether both differences are the same up to a positive factor."""
    if not same(stage, made, asked):
        return False
    products = (
        value(mul(asked, made), place) for place in _places(asked, made) if not _is_zero(mul(asked, made), place)
    )
    return bool(next(products, -1) > 0)


def zero_of(equation: Equation | Node) -> Node:
    """Return the left side minus the right side of an equation; an expression is its own."""
    return add(equation.left, neg(equation.right)) if isinstance(equation, Equation) else equation


def same(stage: Stage, other: Node, printed: Node | None = None) -> bool:
    """Return whether both expressions are the same up to a constant factor."""
    asked = printed or zero_of(stage.equation)
    if _plainly_same(asked, other):
        return True
    for place in _places(asked, other):
        if not (is_defined(asked, place) and is_defined(other, place)):
            continue
        numbers = {letter: number(at) for letter, at in place.items()}
        if not _is_zero(asked, place):
            return equal(mul(asked, other.put(numbers)), mul(other, asked.put(numbers)), stage.names).right
    return False


def _plainly_same(asked: Node, other: Node) -> bool:
    try:
        return bool(expression(asked, real=False) == expression(other, real=False))
    except Unreadable:
        return False


def _places(asked: Node, other: Node) -> Iterator[dict[str, Fraction]]:
    """Yield places of the letters, on every piece if there is one letter."""
    letters = sorted(asked.names() | other.names())
    if len(letters) == 1:
        cuts = breaks((asked, other), letters[0], {})
        yield from ({letters[0]: at} for piece in samples(cuts) for at in piece)
    yield from letters_at(letters, PLACES)


def _is_zero(node: Node, place: dict[str, Fraction]) -> bool:
    try:
        return bool(value(node, place).contains(0))
    except (Undefined, Unclear):
        return True


def _follows(stage: Stage, made: Equation | Node, name: str) -> bool:
    """Return whether an equation follows from the printed one by one step of a person."""
    if all(_is_rational(part, name) for part in (zero_of(stage.equation), zero_of(made))):
        return True  # denominators cleared, terms moved, factors left out
    return any(same(stage, zero_of(made), other) for other in _steps(stage.equation, name))


def _is_rational(node: Node, name: str) -> bool:
    letters = sorted(node.names() - {name})
    try:
        quotient(node, name, letters_at(letters, 1)[0])
    except (NotRational, ZeroDivisionError):
        return False
    return True


def _steps(printed: Equation | Node, name: str) -> Iterator[Node]:
    """Yield the printed equation after one step: multiplied by something, or both sides changed alike."""
    zero, variable = zero_of(printed), Node("symbol", value=name)
    divisors = [part.args[1] for part in zero.walk() if part.head == "div" and name in part.args[1].names()]
    for factor in (variable, power(variable, number(2)), *divisors, *([mul(*divisors)] if len(divisors) > 1 else [])):
        yield mul(factor, zero)
    if not isinstance(printed, Equation):
        return
    for degree in (2, 3, 4):
        yield add(power(printed.left, number(degree)), neg(power(printed.right, number(degree))))
    yield add(power(constant("e"), printed.left), neg(power(constant("e"), printed.right)))
    yield add(call("log", printed.left), neg(call("log", printed.right)))


def isolated(equation: Equation | Node, name: str) -> bool:
    """Return whether an equation is written as ``x = number``, or as a difference, power or product of that."""
    if isinstance(equation, Equation):
        sides = (equation.left, equation.right)
        varying = [side for side in sides if name in side.names()]
        linear = all(_is_multiple(side, name) or _is_shift(side, name) for side in varying)
        return len(varying) == 1 and (isolated(varying[0], name) if ZERO in sides else linear)
    if equation.head == "mul":
        return all(isolated(part, name) for part in equation.args if name in part.names())
    if equation.head in {"pow", "neg", "root"}:
        return isolated(equation.args[0], name)
    return _is_multiple(equation, name) or _is_shift(equation, name)


def _is_multiple(node: Node, name: str) -> bool:
    """Return whether this is the unknown, a multiple of it, or a number over it."""
    if node.head in {"neg", "div"}:
        return _is_multiple(node.args[0], name) and name not in (node.args[1].names() if node.head == "div" else ())
    if node.head == "mul":
        varying = [part for part in node.args if name in part.names()]
        return len(varying) == 1 and _is_multiple(varying[0], name)
    return node.name == name


def _is_shift(node: Node, name: str) -> bool:
    """Return whether this is a multiple of the unknown plus a term without it."""
    varying = [part for part in node.args if name in part.names()]
    return node.head == "add" and len(varying) == 1 and _is_multiple(varying[0], name)
