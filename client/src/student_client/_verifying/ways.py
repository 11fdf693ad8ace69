"""Other steps by which a person may answer: L'Hopital's rule, a tangent from its slope, an inverse's value."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from .._reading.formulas.derivative import NoRule, derivative
from .._reading.formulas.tree import ONE, ZERO, Equation, Node, add, call, div, mul, neg, symbol
from .._reading.statement import Operation
from .convert import printed
from .equivalence import equal
from .executor import Done
from .stages import Stage
from .stated import is_stated
from .sums import same_terms

ROUNDS = 3
"""How often a quotient may be replaced by that of the derivatives."""


def quotients(node: Node, name: str) -> Iterator[Node]:
    """Yield the quotients of the derivatives of a fraction's parts, which have its limit if it is of the form 0/0."""
    for _ in range(ROUNDS):
        if node.head != "div":
            return
        try:
            node = div(*(derivative(part, name) for part in node.args))
        except NoRule:
            return
        yield node


def by_rule(stage: Stage, step: Operation, leading: Sequence[Done], placed: Sequence[Done]) -> bool:
    """Return whether the limit is taken of a quotient of derivatives that the plan makes or writes with its letter."""
    name = str(step.variable)
    given = [part for made in placed if (part := printed(made.given)) is not None]
    made = [one for one in leading if one.tool == "differentiate" and one.variable == name]
    written = [part for part in given if len(made) > 1 or name in part.names()]
    return step.tool == "limit" and any(
        equal(other, part, sorted(other.names())).right for other in quotients(stage.node, name) for part in written
    )


def in_another_way(stage: Stage, step: Operation, leading: Sequence[Done]) -> bool:
    """Return whether a tangent is made from its slope, or an inverse's value by the inverse function."""
    if step.tool == "taylor" and step.word in {"tangent", "normal", "normal slope"}:
        return by_slope(stage, step, leading)
    if step.word in _WAYS:
        return _WAYS[step.word](stage, step, leading)
    if step.tool in _BY_HAND and step.word is None and len(leading) == 1:  # as 3^2 + 1 + 0*R1 has steps that do no work
        return _is_by_hand(stage, step, leading[0])
    return step.tool == "differentiate" and (by_limit(stage, step, leading) or by_logarithm(stage, step, leading))


_BY_HAND = {"substitute", "simplify", "expand"}


def _is_by_hand(stage: Stage, step: Operation, only: Done) -> bool:
    """Return whether the only step calculates a number: 3^2 + 1 for x^2 + 1 at 3, or a decimal of what is printed.

    That the number is the right one, and exact, is judged apart.
    """
    if not isinstance(only.printed, Node) or is_stated(only.result, only):
        return False
    if step.tool == "substitute":
        fixed = step.point is not None and not step.point.names() and not only.printed.names()
        return fixed and only.tool in {"simplify", "expand"}
    return only.tool == "numeric" and not stage.expression.names() and equal(stage.node, only.printed, ()).right


def by_newton(_: Stage, __: Operation, leading: Sequence[Done]) -> bool:
    """Return whether a step of Newton's method is made from a derivative and a value; the number is compared."""
    return {"differentiate", "substitute"} <= {made.tool for made in leading}


def along_curve(_: Stage, __: Operation, leading: Sequence[Done]) -> bool:
    """Return whether a line is made from the slope along its curve; the line itself is compared."""
    tools = [made.tool for made in leading]
    return "implicit" in tools or tools.count("differentiate") > 1


def by_end(stage: Stage, step: Operation, leading: Sequence[Done]) -> bool:
    """Return whether the derivative of an integral up to an end in x is found by one way or the other."""
    return by_integral(stage, step, leading) or by_integrand(stage, step, leading)


def by_integral(stage: Stage, step: Operation, leading: Sequence[Done]) -> bool:
    """Return whether the integral up to an end in x is found first, and then differentiated."""
    if step.point is None:
        return False
    name = next(iter(step.point.names()))
    given = [printed(made.given) for made in leading if made.tool == "integrate" and made.variable == step.variable]
    made = [mul(part, derivative(step.point, name)) for part in given if part is not None]
    derived = any(one.tool == "differentiate" and one.variable == name for one in leading)
    return derived and any(
        equal(stage.node, one, stage.names, domain=stage.domain).right for part in made for one in (part, neg(part))
    )


def by_integrand(stage: Stage, step: Operation, leading: Sequence[Done]) -> bool:
    """Return whether an end in x is put into the integrand, and the end is differentiated."""
    if step.point is None:
        return False
    name, inside = next(iter(step.point.names())), str(step.variable)
    parts = stage.node.args if stage.node.head == "add" else (stage.node,)
    asked = add(*(part for part in parts if inside in part.names()))  # the other end is put in already
    rate = derivative(step.point, name)
    put = [printed(made.given) for made in leading if made.tool == "substitute" and made.variable == inside]
    derived = [printed(made.given) for made in leading if made.tool == "differentiate" and made.variable == name]
    return any(end is not None and equal(step.point, end, (name,)).right for end in derived) and any(
        equal(asked, one, stage.names, domain=stage.domain).right
        for part in put
        if part is not None
        for one in (mul(part, rate), neg(mul(part, rate)))
    )


def by_ratio(stage: Stage, step: Operation, leading: Sequence[Done]) -> bool:
    """Return whether the limit is taken of the ratio of a series, or of one over it, with its letter or without."""
    name = str(step.variable)
    following = {name: add(symbol(name), ONE)}
    for made in leading:
        given = printed(made.given)
        if made.tool != "limit" or made.variable != name or given is None or printed(made.point) != step.point:
            continue
        bare = _without_bars(given)
        for quotient in (div(bare, stage.node), mul(bare, stage.node)):  # which has no index in it
            if same_terms(quotient, quotient.put(following), name, ONE, sorted(quotient.names() - {name})):
                return True
    return False


def _without_bars(node: Node) -> Node:
    """Return an expression without its absolute values."""
    return node.args[0] if node.head == "abs" else replace(node, args=tuple(_without_bars(part) for part in node.args))


def by_limit(stage: Stage, step: Operation, leading: Sequence[Done]) -> bool:
    """Return whether a derivative is made from first principles: as the limit of the difference quotient."""
    name = str(step.variable)
    for made in leading:
        given, small = printed(made.given), str(made.variable)
        if made.tool != "limit" or given is None or small == name or small in stage.node.names():
            continue
        quotient = div(add(stage.node.put({name: add(symbol(name), symbol(small))}), neg(stage.node)), symbol(small))
        if printed(made.point) == ZERO and equal(quotient, given, (name, small), holes=True).right:
            return True
    return False


def by_logarithm(stage: Stage, step: Operation, leading: Sequence[Done]) -> bool:
    """Return whether the logarithm of the function is differentiated, as in logarithmic differentiation."""
    own = [made for made in leading if made.tool == "differentiate" and made.variable == step.variable]
    given = [part for made in own if (part := printed(made.given)) is not None]
    return any(equal(call("log", stage.node), part, stage.names, domain=stage.domain).right for part in given)


def by_parts(stage: Stage, step: Operation, leading: Sequence[Done]) -> bool:
    """Return whether a number is put into one function, and its value into another, or both values are joined."""
    put = [made for made in leading if made.tool == "substitute" and made.variable == step.variable]
    shown = [(printed(made.given), printed(made.point), printed(made.result)) for made in put]
    at = [
        (given, value) for given, point, value in shown if given and point and step.point and _same(point, step.point)
    ]
    after = [
        given.put({str(step.variable): inner})
        for given, point, _ in shown
        if given
        for inner, value in at
        if point and value and _same(point, value)
    ]
    joined = [make(one, two) for one, _ in at for two, _ in at for make in _JOINED]
    return any(equal(stage.node, made, stage.names, domain=stage.domain).right for made in (*after, *joined))


_JOINED = (add, lambda one, two: add(one, neg(two)), mul, div)
"""Operations on two functions that are not nested."""


def _same(one: Node, other: Node) -> bool:
    return one == other or equal(one, other, ()).right


def by_slope(stage: Stage, step: Operation, leading: Sequence[Done]) -> bool:
    """Return whether a tangent is made from the derivative of the printed expression at its point."""
    own = [made for made in leading if made.tool == "differentiate" and made.variable == step.variable]
    put = [made for made in leading if made.tool == "substitute" and made.variable == step.variable]
    return any(_is(stage, made) for made in own) and bool(put)


def by_inverse(stage: Stage, step: Operation, leading: Sequence[Done]) -> bool:
    """Return whether the inverse function is used to find at which place the function has a value."""
    if not isinstance(stage.expression, Equation):
        return False
    function, value = stage.expression.left, stage.expression.right
    own = [made for made in leading if made.tool == "inverse" and made.variable == step.variable]
    put = [printed(made.point) for made in leading if made.tool == "substitute" and made.variable == step.variable]
    same = any((given := printed(made.given)) is not None and equal(function, given, stage.names).right for made in own)
    return same and any(point is not None and equal(value, point, ()).right for point in put)


def _is(stage: Stage, made: Done) -> bool:
    given = printed(made.given)
    return given is not None and equal(stage.node, given, stage.names, domain=stage.domain).right


def in_new_letter(tried: Sequence[Done]) -> bool:
    """Return whether a definite integral is in a letter put in place of the asked one; its value is compared."""
    given = [(made, printed(made.given)) for made in tried if "lower" in made.values]
    return any(part is not None and part.names() == {made.variable} for made, part in given)


def by_vectors_or_slopes(leading: Sequence[Done]) -> bool:
    """Return whether steps calculate a number from vectors, or from the derivatives of one function in two letters."""
    last = leading[-1]
    if last.tool == "matrix":
        return isinstance(last.printed, Node) and any(last.printed.has(head) for head in ("norm", "dot"))
    slopes = [made for made in leading if made.tool == "differentiate"]
    whole = len({made.given for made in slopes}) == 1 and len(slopes[0].given.free_symbols) > 1
    return last.tool == "substitute" and whole and len({made.variable for made in slopes}) > 1


_WAYS = {
    "accumulated": by_end,
    "radius": by_ratio,
    "newton": by_newton,
    "along line": along_curve,
    "composed": by_parts,
    "preimage": by_inverse,
}
"""The other way of each word."""
