r"""Says "the equation" for the printed expression where the words have it again, in any notation.

``tan(x) + sec(x) = 1`` in the words and ``\tan x + \sec x = 1`` below are one tree; what differs from the printed
expression in any part remains, and is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress

from ..formulas.notation import parse_statement, parse_system
from ..formulas.same_notation import canonical
from ..formulas.spelling import FUNCTIONS, GREEK
from ..formulas.tree import Equation, Inequality, Node, System
from ..statement import NotRead, Statement

_INLINE = re.compile(r"\$\$(?P<a>[^$]+)\$\$|\$(?P<b>[^$]+)\$|\\\((?P<c>.+?)\\\)|\\\[(?P<d>.+?)\\\]", re.DOTALL)
_MATHEMATICAL = FUNCTIONS | GREEK | {"pi", "sqrt", "int", "lim", "infty", "oo", "arc"}
_TOKEN = re.compile(r"\S+")
_NOUNS = (
    r"\b(?:equations?|inequalit(?:y|ies)|functions?|expressions?|polynomials?|curves?|lines?|parabolas?|graphs?|sums?|"
    r"products?|integrals?|limits?|fractions?|quadratics?|cubics?|circles?|hyperbolas?|ellipses?|series|number|surd|"
    r"matrix|vector|problem|ode|root|logarithm|power|quotient|determinant)"
)
_NOUN = re.compile(rf"{_NOUNS}\s*$", re.IGNORECASE)
_ANY_NOUN = re.compile(rf"{_NOUNS}\b[^.?!]*$", re.IGNORECASE)
_DERIVATIVE = re.compile(r"\\[dt]?frac\s*\{\s*d\s*([A-Za-z])\s*\}\s*\{\s*d\s*([A-Za-z])\s*\}")
_HAS_DERIVATIVE = re.compile(r"\bd[A-Za-z]/d[a-z]\b|[A-Za-z]'")
_STYLE = re.compile(r"\\(?:displaystyle|textstyle|limits|nolimits)(?![A-Za-z])|~")
_GIVEN = re.compile(
    r"(?:^|(?<=[.,;:?!(])\s*)(?:given(?: that)?|if|let|suppose(?: that)?|consider|assume(?: that)?|for|when)\s*$",
    re.IGNORECASE,
)
_ENDING = re.compile(r",? (?:where|if|when|given that|given|with|in which|for)$", re.IGNORECASE)
_LIMITED = re.compile(r"\s*(?:for|where|with|when)\s+(?=\S+\s*(?:[<>≤≥]|\\(?:le|ge|leq|geq|lt|gt)))")
_CLOSED = re.compile(r"\s*(?:[,.;:]|and\b)\s*")
_CONDITION = re.compile(r"\$?\S+\s*(?:[<>≤≥=]|\\(?:le|ge|leq|geq|lt|gt|ne|neq)\b)")
"""What is still given after the printed expression, such as "x > 0"."""
_DEFINING = re.compile(r"\s*(?P<name>[A-Za-z]\s*\(\s*(?P<argument>[A-Za-z])\s*\)|[A-Za-z])\s*=(?P<value>[^=]+)")
MAX_RUNS = 12
"""Most places of a text that are compared with the printed expression."""


def restated(text: str, expression: str, variables: Sequence[str]) -> str:
    r"""Return the words with a noun in place of the printed expression.

    Args:
        text: the objective.
        expression: the problem's expression.
        variables: the problem's variables.

    >>> restated("Solve tan(x) + sec(x) = 1 for x.", r"\tan x + \sec x = 1", ["x"])
    'Solve the equation for x.'
    """
    wanted = tuple(_targets(expression, variables))
    signature = {_signature(expression), *(_signature(said) for said in re.split(r"=|,|\\\\", expression))}
    tried = 0
    for start, end in [*_runs(text, variables)][::-1]:
        said = _bare(text[start:end])
        near = any(_letters(said) <= one for one in map(set, signature)) and len(_signature(said)) > 1
        tried += near
        if not near or tried > MAX_RUNS:
            continue
        name = _name(said, expression, wanted, variables)
        if name:
            text = _put(name, text[:start].rstrip(), text[end:])
    text = re.sub(rf"({_NOUNS})(?:(?:,? and|,) the equation)+\b", r"\1", text, flags=re.IGNORECASE)
    text = re.sub(r"\bthe equation(?:(?:,? and|,) the equation)+\b", "the system", text)
    text = re.sub(r"\s+(?=[.,;?!])", "", text).strip()
    return f"Evaluate {text}" if re.fullmatch(r"the expression\W*", text) else text


def named(text: str, expression: str, variables: Sequence[str]) -> str:
    r"""Return the printed expression with the name that the words give it, as in ``f(x) = x^2``.

    Args:
        text: the objective.
        expression: the problem's expression.
        variables: the problem's variables.

    >>> named("Find the third derivative of y = sin(2x).", r"\sin 2x", ["x"])
    'y = \\sin 2x'
    """
    if re.search(r"[=<>≤≥]|\\(?:[lg]eq?|neq?|[lg]t|begin)(?![A-Za-z])", expression):
        return expression
    names = {}
    for start, end in _runs(text, variables):
        said = _DEFINING.fullmatch(_bare(text[start:end]))
        if said and said["argument"] in (None, *variables):
            names[said["value"].strip()] = said["name"]
    own = set(re.findall(r"[A-Za-z]", re.sub(r"\\[A-Za-z]+", " ", expression)))
    for value, name in names.items():
        if _packed(value) == _packed(expression) and name[0] not in own:
            return f"{name} = {expression}"
    with suppress(NotRead, ValueError):
        printed = parse_statement(expression, variables)
        letters = printed.expression.names()
        for value, name in names.items():
            again = parse_statement(value, variables)
            if _key(again) == _key(printed) == printed.expression and name[0] not in letters:
                return f"{name} = {expression}"
    return expression


def _put(name: str, before: str, after: str) -> str:
    """Put the noun in its place; what only says that it is given is left out."""
    ending = _ENDING.search(before)
    if ending and re.match(r"\s*(?:[.?!]|$)", after):
        return f"{before[: ending.start()]}{after}"
    frame = _GIVEN.search(before)
    limited = _LIMITED.match(after)
    if frame and limited:
        return f"{before[: frame.start()]} Given that {after[limited.end() :]}"
    if frame and (closed := _CLOSED.match(after)):
        rest = after[closed.end() :]
        further = "and" in closed[0] or _CONDITION.match(rest)
        return f"{before if further else before[: frame.start()]} {rest}"
    if before.endswith(":"):  # "Solve for x: ..." and "Solve the equation: ..."
        before = before.rstrip(": ")
        named = _ANY_NOUN.search(before) or re.search(r"\bfor \S+$", before)
        return f"{before}{after}" if named else f"{before} {name}{after}"
    return f"{before}{after}" if _NOUN.search(before) else f"{before} {name}{after}"


def inline(text: str) -> str:
    r"""Return the words without the dollars around mathematics: ``$x$-axis`` becomes ``x-axis``."""

    def bare(found: re.Match[str]) -> str:
        before, after = text[: found.start()][-1:], text[found.end() :][:1]
        inside = _bare(found[0]).strip()
        return f"{' ' if before.isalnum() else ''}{inside}{' ' if after.isalnum() else ''}"

    text = re.sub(r"\s*(\\(?:leq?|geq?|neq?|lt|gt))(?![A-Za-z])\s*", r" \1 ", text)
    return _DERIVATIVE.sub(r"d\1/d\2", _INLINE.sub(bare, text).replace(r"\mathrm{d}", "d"))


def _bare(said: str) -> str:
    found = _INLINE.fullmatch(said.strip())
    inside = next(filter(None, found.groups())) if found else said
    inside = re.sub(r"√\s?(\d+|[a-z])", r"\\sqrt{\1}", _STYLE.sub(" ", inside))
    return re.sub(r"\s*=\s*\??\s*$", "", inside)


def _signature(text: str) -> str:
    """Return the letters and digits of mathematics, which two spellings of one expression share."""
    text = re.sub(r"\\(?:[dtc]?frac|left|right|cdot|mathrm|text|displaystyle|limits|over|times|[,;:!])", " ", text)
    for sign, name in {"π": "pi", "√": "sqrt", "∞": "infty", "∫": "int", "→": "to", "²": "2", "³": "3"}.items():
        text = text.replace(sign, name)
    return "".join(re.findall(r"[A-Za-z0-9]", text))


def _letters(text: str) -> set[str]:
    return set(re.findall(r"[0-9]", _signature(text)))


def _runs(text: str, variables: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the places of mathematics: between dollars, or a run without a word."""
    inside = [found.span() for found in _INLINE.finditer(text)]
    yield from inside
    start = end = -1
    for token in _TOKEN.finditer(text):
        apart = any(low < token.end() and token.start() < high for low, high in inside)
        said = token[0].rstrip(".,;:?!")
        if apart or not (_is_mathematics(said) or (said.isalpha() and said[1:] and set(said) <= set(variables))):
            if start >= 0:
                yield from _trimmed(text, start, end)
            start = -1
            continue
        start = token.start() if start < 0 else start
        end = token.start() + len(said)
        if (len(said) < len(token[0]) and token[0][len(said)] not in ",") or len(said) < len(token[0]):
            yield from _trimmed(text, start, end)
            start = -1
    if start >= 0:
        yield from _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield a run without an article before it."""
    before = re.match(r"(?:[aA]\s+(?![-+=*/^]))?(?:-\s+)?", text[start:end])
    start += before.end() if before else 0
    end = start + len(re.sub(r"\s+-$", "", text[start:end]))
    if end - start > 1:
        yield start, end


def _is_mathematics(said: str) -> bool:
    """Return whether a token has no word in it except the names of functions and letters."""
    words = re.findall(r"\\?[A-Za-z]+", said)
    plain = [word for word in words if not word.startswith("\\") and len(word) > 1]
    known = all(
        word.lower() in _MATHEMATICAL or (len(word) < 4 and said != word) or _is_differential(word) for word in plain
    )
    return bool(said) and known and not re.fullmatch(r"[A-Za-z]+-[A-Za-z]+|'?[a-z]+'[a-z]+|[()]+", said)


def _is_differential(word: str) -> bool:
    """Return whether a word is dx, dtheta, dx dy, and not one such as "differentiate"."""
    return word[0] == "d" and (word[1:] in GREEK or re.fullmatch(r"(?:d[A-Za-z])+", word) is not None)


def _targets(expression: str, variables: Sequence[str]) -> Iterator[tuple[object, str]]:
    """Yield what the words may have again, each with its noun."""
    with suppress(NotRead):
        system = parse_system(expression, variables) if expression.count("=") > 1 else None
        if system is not None and isinstance(system.expression, System):
            yield from ((equation, "the equation") for equation in system.expression.equations)
            return
    try:
        read = parse_statement(expression, variables)
    except NotRead:
        return
    yield _key(read), "the function" if read.function else _noun(read.expression)
    printed = read.expression
    if isinstance(printed, Equation) and printed.left.name:  # y = ... and V = ... are functions, too
        yield printed.right, "the expression"
    if read.function or read.operations:
        yield printed, _noun(printed)


def _key(read: Statement) -> object:
    """Return what two spellings of a statement have in common."""
    plain = not (read.operations or read.points or read.ranges or read.function)
    return read.expression if plain else (read.expression, read.operations, read.function, read.points, read.ranges)


def _noun(printed: object) -> str:
    kinds = {Equation: "the equation", Inequality: "the inequality", Node: "the expression"}
    return kinds.get(type(printed), "the expression")


def _packed(text: str) -> str:
    return canonical(re.sub(r"\s+", "", _DERIVATIVE.sub(r"d\1/d\2", text)))


def _name(said: str, expression: str, wanted: Sequence[tuple[object, str]], variables: Sequence[str]) -> str:
    """Return the noun for what is said again; nothing if the printed expression is another one."""
    if _packed(said) == _packed(expression):
        kind = (
            "the differential equation" if _HAS_DERIVATIVE.search(_DERIVATIVE.sub(r"d\1/d\2", said)) else "the equation"
        )
        return wanted[0][1] if wanted else kind if "=" in said else "the expression"
    for again in dict.fromkeys((said, re.sub(r"(?:\s|\\\\,)*d[a-z]$", "", said))):  # the integrand alone, too
        with suppress(NotRead, ValueError):
            key = _key(parse_statement(again, variables))
            found = next((name for target, name in wanted if target == key), "")
            if found:
                return found
    return ""
