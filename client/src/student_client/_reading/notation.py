r"""What a problem's expression says by its notation: ``\int … dx``, ``\frac{d}{dx}``, ``\lim``, ``f(x) =``.

The notation is taken off first, on tokens; what is left must be one expression or equation.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal, TypeAlias

import sympy  # type: ignore[import-untyped]

from .lexer import GREEK, LatexError, Token, tokenize, unwrap
from .parser import parse_tokens

Tool: TypeAlias = Literal["integrate", "differentiate", "solve", "simplify", "expand", "factor", "limit", "substitute"]
Tokens: TypeAlias = Sequence[Token]


@dataclass(frozen=True)
class Operation:
    """One thing to do: a tool's name, and the variable and point where known.

    The point of a definite integral is its two bounds.
    """

    tool: Tool
    variable: str | None = None
    point: Any = None


@dataclass(frozen=True)
class Statement:
    """A problem's expression, read.

    Args:
        expression: the expression without its notation, or an equation.
        operations: what the notation asks, the innermost first.
        function: the name in ``f(x) = …``, or None.
        argument: the variable in ``f(x) = …``, or None.
        points: ``x = 2`` after a comma, as substitutions.
    """

    expression: Any
    operations: tuple[Operation, ...] = ()
    function: str | None = None
    argument: str | None = None
    points: tuple[Operation, ...] = ()


_PLAIN = (
    (r"^\s*(?:\$|\\\()?\s*(?:int|integral of|integral)\s+(?=.*\sd)", r"\\int "),
    (r"^\s*lim\s*_?\s*[({]?\s*([A-Za-z]+(?:_\d)?)\s*->\s*([^\s(){}]+)[)}]?\s", r"\\lim_{\1 -> \2} "),
    (r"^\s*d(\^\d)?/d([A-Za-z]+(?:_\d)?)(\^\d)?\s+(?=\S)", r"\\frac{d\1}{d\2\3} "),
    (r"^\s*\\left\.(.*)\\right\s*\|\s*_\{([^{}]*=.*)\}\s*$", r"\1, \2"),
    (r"^(.*?)(?:\\[bB]igg?r?)?\s*\|\s*_\{([^{}]*=.*)\}\s*$", r"\1, \2"),
    (r",?\s*\\text\s*\{\s*(?:at|for|when|where)\s*\}|,?\s(?:at|for|when|where)\s(?=[^=]*=[^=]*$)", ", "),
)
"""Notation in plain text, and points behind a bar, rewritten as the LaTeX that is read below."""


def parse_statement(text: str, variables: Sequence[str]) -> Statement:
    """Read a problem's expression.

    Args:
        text: the LaTeX, as the person typed it.
        variables: the problem's variables.

    Raises:
        LatexError: the text cannot be read in one way only.
    """
    text = unwrap(text)
    for pattern, replacement in _PLAIN:
        text = re.sub(pattern, replacement, text)
    tokens: Tokens = tokenize(text, variables)
    statement = Statement(expression=None)
    tokens, statement = _points(tokens, statement, variables)
    tokens, statement = _definition(tokens, statement, variables)
    tokens, primes = _primes(tokens, variables)
    statement = replace(statement, operations=primes)
    while tokens and tokens[0].text in {"\\int", "\\lim", "\\frac"}:
        rest, operations = _notation(tokens, variables)
        if not operations:
            break
        tokens, statement = rest, replace(statement, operations=operations + statement.operations)
    if len(statement.operations) > 1 and {"integrate", "limit"} & {step.tool for step in statement.operations}:
        raise LatexError("an integral or a limit within another operation is not understood")
    expression = parse_tokens(tokens, variables)
    if statement.operations and not isinstance(expression, sympy.Expr):
        raise LatexError("an equation cannot be integrated, differentiated or have a limit")
    return replace(statement, expression=expression)


def parse_point(text: str, variables: Sequence[str]) -> Any:
    r"""Read the point of a limit or substitution, such as ``0``, ``\pi/2`` or ``-\infty``."""
    return _point(tokenize(unwrap(text), variables), variables)


def _point(tokens: Tokens, variables: Sequence[str]) -> Any:
    point = parse_tokens(tokens, variables, infinity=True)
    if not isinstance(point, sympy.Expr):
        raise LatexError("a point is not an equation")
    return point


def _name(token: Token) -> str | None:
    """Return the variable's name that a token is, if it is one."""
    if token.kind == "letter":
        return token.text
    return token.text[1:] if token.kind == "command" and token.text[1:] in GREEK else None


def _texts(tokens: Tokens) -> list[str]:
    return [token.text for token in tokens]


def _points(tokens: Tokens, statement: Statement, variables: Sequence[str]) -> tuple[Tokens, Statement]:
    """Take ``, x = 2`` off the end."""
    if "," not in _texts(tokens):
        return tokens, statement
    at = _texts(tokens).index(",")
    found = tokens[at + 1 :]
    name = _name(found[0]) if found else None
    if name not in variables or len(found) < 3 or found[1].text != "=":
        raise LatexError("',' is not understood where it stands")
    return tokens[:at], replace(statement, points=(Operation("substitute", name, _point(found[2:], variables)),))


def _definition(tokens: Tokens, statement: Statement, variables: Sequence[str]) -> tuple[Tokens, Statement]:
    """Take ``f(x) =`` off the front, or ``y =`` where y is no variable of the problem."""
    texts = _texts(tokens[:5])
    named = bool(tokens) and tokens[0].kind == "letter" and texts[0] not in variables
    if named and len(tokens) > 5 and (texts[1], texts[3], texts[4]) == ("(", ")", "="):
        if _name(tokens[2]) not in variables:
            raise LatexError(f"{texts[2]!r} is not a variable of the problem")
        return tokens[5:], replace(statement, function=texts[0], argument=_name(tokens[2]))
    if named and len(tokens) > 2 and texts[0] in {"y", "f", "g", "h"} and texts[1] == "=":
        if texts[0] in _texts(tokens[2:]):
            raise LatexError(f"{texts[0]} is on both sides")
        return tokens[2:], replace(statement, function=texts[0])
    return tokens, statement


def _notation(tokens: Tokens, variables: Sequence[str]) -> tuple[Tokens, tuple[Operation, ...]]:
    """Take one operation off; no operation where the fraction is an ordinary one."""
    if tokens[0].text == "\\int":
        return _integral(tokens[1:], variables)
    return _limit(tokens[1:], variables) if tokens[0].text == "\\lim" else _derivative(tokens, variables)


def _declared(name: str | None, variables: Sequence[str]) -> str:
    if name is None or name not in variables:
        raise LatexError(f"{name!r} is not a variable of the problem")
    return name


def _primes(tokens: Tokens, variables: Sequence[str]) -> tuple[Tokens, tuple[Operation, ...]]:
    """Take the primes off ``(x^2 + x)''``."""
    order = 0
    while tokens and tokens[-1].text == "'":
        tokens, order = tokens[:-1], order + 1
    if order and (
        len(variables) > 1 or not tokens or tokens[0].text not in {"(", "["} or _end(tokens, 0) < len(tokens)
    ):
        raise LatexError("a prime is only understood after brackets around everything")
    return tokens, (Operation("differentiate", variables[0]),) * order


def _end(tokens: Tokens, start: int) -> int:
    """Return where the bracket that opens at ``start`` has closed."""
    depth = 0
    for position in range(start, len(tokens)):
        token = tokens[position]
        depth += token.kind == "symbol" and token.text in "({["
        depth -= token.kind == "symbol" and token.text in ")}]"
        if depth == 0:
            return position + 1
    raise LatexError("a bracket is not closed")


def _argument(tokens: Tokens) -> tuple[Tokens, Tokens]:
    """Cut a braced argument, or one character or letter's command, off the front."""
    if tokens and tokens[0].text == "{":
        end = _end(tokens, 0)
        return tokens[1 : end - 1], tokens[end:]
    if not tokens or (len(tokens[0].text) > 1 and tokens[0].text[1:] not in {"infty", "pi", *GREEK}):
        raise LatexError("the bounds of the integral need braces")
    return tokens[:1], tokens[1:]


def _integral(tokens: Tokens, variables: Sequence[str]) -> tuple[Tokens, tuple[Operation, ...]]:
    bounds: tuple[Any, Any] | None = None
    if tokens and tokens[0].text == "_":
        low, tokens = _argument(tokens[1:])
        if not tokens or tokens[0].text != "^":
            raise LatexError("the integral has one bound")
        high, tokens = _argument(tokens[1:])
        bounds = (_point(low, variables), _point(high, variables))
    texts = _texts(tokens)
    if texts[:3] == ["\\frac", "{", "d"] and texts[4:5] == ["}"]:  # \frac{dx}{x}
        name = _declared(_name(tokens[3]), variables)
        return [*tokens[:2], Token("number", "1"), *tokens[4:]], (Operation("integrate", name, bounds),)
    if len(tokens) < 2 or tokens[-2].text != "d":
        raise LatexError("the integral does not end with dx")
    name = _declared(_name(tokens[-1]), variables)
    return tokens[:-2] or [Token("number", "1")], (Operation("integrate", name, bounds),)


def _limit(tokens: Tokens, variables: Sequence[str]) -> tuple[Tokens, tuple[Operation, ...]]:
    texts = _texts(tokens)
    if texts[:2] != ["_", "{"] or texts[3:4] not in (["\\to"], ["\\rightarrow"], ["->"]):
        raise LatexError("the limit does not say where it goes")
    end = _end(tokens, 1)
    inside = tokens[4 : end - 1]
    if inside and inside[-1].text in {"+", "-"}:
        raise LatexError("a one-sided limit has no tool")
    name = _declared(_name(tokens[2]), variables)
    return tokens[end:], (Operation("limit", name, _point(inside, variables)),)


def _derivative(tokens: Tokens, variables: Sequence[str]) -> tuple[Tokens, tuple[Operation, ...]]:
    r"""Take ``\frac{d}{dx}`` or ``\frac{d^2}{dx^2}`` off the front."""
    texts = _texts(tokens[:20])
    if texts[1:3] != ["{", "d"] and texts[1:3] != ["{", "\\partial"]:
        return tokens, ()
    if texts[3:4] not in (["}"], ["^"]):
        return tokens, ()
    for end in range(5, min(len(texts), 19)):
        head = [text.replace("\\partial", "d") for text in texts[: end + 1]]
        flat = [text for text in head if text not in {"{", "}"}]
        if head.count("{") != head.count("}") or head.count("{") < 2 or head[-1] != "}":
            continue
        order = 1
        if len(flat) == 8 and flat[2] == flat[6] == "^" and flat[3] == flat[7] and flat[3] in {"2", "3", "4"}:
            order, flat = int(flat[3]), [flat[0], flat[1], flat[4], flat[5]]
        if len(flat) == 4 and flat[:3] == ["\\frac", "d", "d"]:
            name = _declared(flat[3].removeprefix("\\"), variables)
            return _whole(tokens[end + 1 :]), (Operation("differentiate", name),) * order
    return tokens, ()


def _whole(tokens: Tokens) -> Tokens:
    r"""Refuse what may or may not belong to the derivative: ``\frac{d}{dx} x^2 + x``."""
    depth = 0
    for position, token in enumerate(tokens):
        if token.kind != "symbol":
            continue
        depth += (token.text in "({[⟨") - (token.text in ")}]⟩")
        if depth == 0 and position > 0 and position < len(tokens) - 1:
            if token.text in {"+", "-"}:
                raise LatexError("a sum after a derivative needs brackets")
            if token.text in {")", "]"} and tokens[0].text in {"(", "["} and tokens[position + 1].text != "^":
                raise LatexError("a product after a derivative needs brackets")
    return tokens
