r"""Says a question that is a formula or a program's call in words: ``d/dx(x^3)``, ``diff(f, x)``, ``lim f, x -> 0``.

What it is done on must be what is printed, as a tree; else the objective remains as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from contextlib import suppress

from ..formulas.notation import parse_statement
from ..formulas.same_formulas import is_same
from ..formulas.same_notation import closing
from ..formulas.tree import Equation, Inequality, Node
from ..statement import Choices, NotRead, Statement

_ASKED = re.compile(
    r"^(?:(?:please )?(?:find|compute|calculate|evaluate|determine|what is|work out|do|solve|give)(?: the(?: value"
    r" of)?)?:? )(?=[dDilLsS∫\\(])",
    re.IGNORECASE,
)
_CALL = re.compile(r"(?P<name>[A-Za-z]+) ?(?P<open>[(\[])(?P<inside>.*)[)\]]")
_SMALL = {"'+'": "+", '"+"': "+", "+": "+", "right": "+", "'-'": "-", '"-"': "-", "-": "-", "left": "-"}
_ORDERS = {"1": "", "2": "second ", "3": "third ", "4": "fourth "}
_V = r"(?P<v>[A-Za-z]\w*)"
_TO = r"(?:->|→|\\to|\\rightarrow|\\longrightarrow|\bto\b|\bapproaches\b|\btends to\b|=)"
_ARROW = rf"{_V} ?{_TO} ?(?P<at>[^\s,;]+)"
_TARGET = re.compile(
    r"(?P<given>.+?)(?:[,;.]| and)? *(?:(?:find|what is|then|so) )?(?P<target>\S+(?: ?\([^()]*\))?) ?= ?\?+"
)


def notated(objective: str, expression: str, variables: Sequence[str]) -> tuple[str, str]:
    """Return a problem in words, if its objective is a formula of what is printed.

    Args:
        objective: the words.
        expression: the problem's expression.
        variables: the problem's variables.

    >>> notated("diff(x**3, x)", "x**3", ["x"])
    ('Find the derivative with respect to x.', 'x**3')
    """
    text = re.sub(r"\s+", " ", re.sub(r"\$|\\\(|\\\)|\\left(?![a-z])|\\right(?![a-z])", "", objective)).strip(" .:")
    target = _TARGET.fullmatch(text)
    if target and _is_printed(target["given"], expression, variables):
        name = target["target"]
        return (f"Solve for {name}." if name in variables else f"Find {name}."), expression
    text = re.sub(r"\s*(?:=\s*\??|\?)$", "", _ASKED.sub("", text))
    for reader in (_called, _derived, _limited, _written, _defined):
        with suppress(NotRead, ValueError, KeyError, IndexError):
            words = reader(text, expression, variables)
            if words:
                return words, expression if words != "Evaluate." or reader is _defined else text
    return objective, expression


def _is_printed(said: str, expression: str, variables: Sequence[str]) -> bool:
    """Return whether a formula is the printed one."""
    said = said.strip()
    while said[:1] in ("(", "[") and closing(said, 0) == len(said):
        said = said[1:-1].strip()
    with suppress(NotRead, ValueError):
        one, other = (parse_statement(text, variables, Choices({})) for text in (said, expression))
        alike = one.operations == other.operations and not (one.points or one.ranges or other.points or other.ranges)
        return bool(said) and alike and _are_same(_bare(one), _bare(other))
    return bool(said) and re.sub(r"\s", "", said) == re.sub(r"\s", "", expression)


def _bare(read: Statement) -> object:
    """Return the formula; of ``y = x^2`` its right side."""
    printed = read.expression
    own = printed.left.name if isinstance(printed, Equation) else None
    return (
        printed.right if isinstance(printed, Equation) and own == "y" and own not in printed.right.names() else printed
    )


def _are_same(one: object, other: object) -> bool:
    if isinstance(one, Equation) and isinstance(other, Equation):
        return is_same(one.left, other.left) and is_same(one.right, other.right)
    if isinstance(one, Inequality) and isinstance(other, Inequality):
        return one.signs == other.signs and all(map(is_same, one.sides, other.sides))
    return isinstance(one, Node) and isinstance(other, Node) and is_same(one, other)


def _called(text: str, expression: str, variables: Sequence[str]) -> str:
    """Return the words for ``integrate(x^2, (x, 0, 1))`` and the like."""
    found = _CALL.fullmatch(text)
    name = found["name"].lower() if found else ""
    if not found or name not in _CALLS or closing(text, found.start("open")) != len(text):
        return ""
    first, *rest = _split(found["inside"])
    if not _is_printed(
        re.sub(r"\b([A-Z])(?=[a-z]+\[)", lambda f: f[1].lower(), first).replace("==", "="), expression, variables
    ):
        return ""
    parts = [part for one in rest for part in _split(one.strip("(){}[] ") if one[:1] in "({[" else one)]
    parts = [half for part in parts for half in re.split(r" ?= ?|\.\.+| ?(?:->|→|\\to) ?", part)]
    if parts and parts[0] not in variables:
        return ""
    return _CALLS[name](parts)


def _split(text: str) -> list[str]:
    """Return the parts between the commas outside of brackets."""
    parts, depth = [""], 0
    for sign in text:
        depth += (sign in "([{") - (sign in ")]}")
        if sign == "," and not depth:
            parts.append("")
        else:
            parts[-1] += sign
    return [part.strip() for part in parts]


def _in(parts: Sequence[str]) -> str:
    return f" with respect to {parts[0]}" if parts else ""


def _derivative(parts: Sequence[str]) -> str:
    order = parts[1] if len(parts) == 2 and parts[1].isdigit() else str(len(parts) or 1)
    if any(part != parts[0] for part in parts[1:] if not part.isdigit()) or (len(parts) > 2 and not parts[1].isalpha()):
        return ""
    return f"Find the {_ORDERS[order]}derivative{_in(parts)}."


def _integral(parts: Sequence[str]) -> str:
    if len(parts) not in {0, 1, 3}:
        return ""
    return f"Integrate{_in(parts)}{f' from {parts[1]} to {parts[2]}' if len(parts) == 3 else ''}."


def _limit(parts: Sequence[str]) -> str:
    if len(parts) not in {2, 3}:
        return ""
    side = {"+": " from the right", "-": " from the left"}[_SMALL[parts[2]]] if len(parts) == 3 else ""
    return f"Find the limit as {parts[0]} approaches {_point(parts[1])}{side}."


def _sum(parts: Sequence[str]) -> str:
    return f"Sum with respect to {parts[0]} from {parts[1]} to {parts[2]}." if len(parts) == 3 else ""


def _alone(words: str) -> Callable[[Sequence[str]], str]:
    return lambda parts: "" if parts else words


def _solve(parts: Sequence[str]) -> str:
    return "" if len(parts) > 1 else f"Solve for {parts[0]}." if parts else "Solve."


_CALLS: dict[str, Callable[[Sequence[str]], str]] = {
    **dict.fromkeys(("diff", "derivative", "differentiate", "d", "deriv"), _derivative),
    **dict.fromkeys(("integrate", "int", "integral", "antiderivative"), _integral),
    **dict.fromkeys(("limit", "lim"), _limit),
    **dict.fromkeys(("sum", "summation"), _sum),
    **dict.fromkeys(("solve", "roots", "solveset"), _solve),
    "simplify": _alone("Simplify."),
    "expand": _alone("Expand."),
    **dict.fromkeys(("factor", "factorise", "factorize"), _alone("Factor.")),
    **dict.fromkeys(("det", "determinant"), _alone("Find the determinant.")),
    **dict.fromkeys(("inverse", "inv"), _alone("Find the inverse.")),
    **dict.fromkeys(("eigenvalues", "eigenvals", "eig"), _alone("Find the eigenvalues.")),
    **dict.fromkeys(("eigenvectors", "eigenvects"), _alone("Find the eigenvectors.")),
    "rref": _alone("Find the reduced row echelon form."),
    "rank": _alone("Find the rank."),
    "nullspace": _alone("Find a basis for the null space."),
    "columnspace": _alone("Find a basis for the column space."),
    "rowspace": _alone("Find a basis for the row space."),
    "dsolve": lambda _: "Solve the differential equation.",
}
"""What a program's call asks, given its arguments after the first one."""


def _point(text: str) -> str:
    return re.sub(
        r"^([-+]?) ?(?:oo|inf|infinity|infty|Infinity|∞)$",
        lambda f: f"{f[1].replace('+', '')}\\infty",
        text.strip("(){} "),
    )


_D = re.compile(
    rf"(?:d(?:\^?\{{?(?P<n>[234])\}}?)? ?/ ?d ?{_V}(?:\^?\{{?(?P<m>[234])\}}?)?|\\[dt]?frac ?\{{ ?d(?:\^\{{?"
    r"(?P<o>[234])\}?)? ?\} ?\{ ?d ?(?P<w>[A-Za-z])(?:\^\{?(?P<p>[234])\}?)? ?\})(?: of)? ?(?P<of>.+)"
)


def _derived(text: str, expression: str, variables: Sequence[str]) -> str:
    """Return the words for ``d/dx (x^2)``."""
    found = _D.fullmatch(text)
    name = (found["v"] or found["w"]) if found else ""
    orders = {found["n"] or found["o"], found["m"] or found["p"]} if found else set()
    if not found or name not in variables or len(orders) > 1 or not _is_printed(found["of"], expression, variables):
        return ""
    return f"Find the {_ORDERS[orders.pop() or '1']}derivative with respect to {name}."


_LIMITS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?:\\?lim(?:it)?)_? ?(?:\((?=[a-z] ?(?:->|→|\\to))|\{{)? ?{_ARROW}?[)}}]? (?:of )?(?P<of>.+)",
        rf"(?:the )?\\?lim(?:it)? (?:of )?(?P<of>.+?)(?:,| as| for| when|, as) {_ARROW}",
        rf"\\?lim(?:it)?_? ?\{{? ?{_V} ?(?:->|→|\\to) ?(?P<at>[^\s,;{{}}()]+) ?\}}? ?(?P<of>.+)",
        rf"\\?lim(?:it)? ?\( ?{_V} ?(?:->|→|\\to) ?(?P<at>[^\s,;{{}}()]+) ?\) ?(?P<of>.+)",
    )
)


def _limited(text: str, expression: str, variables: Sequence[str]) -> str:
    """Return the words for ``lim x -> 0 sin(x)/x`` and ``lim (x^2 + 1), x -> oo``."""
    for pattern in _LIMITS:
        found = pattern.fullmatch(text)
        if found and found["v"] in variables and _is_printed(found["of"], expression, variables):
            at = re.fullmatch(r"(?P<at>.*?[^-+^])(?:\^?\{?(?P<side>[-+])\}?)?", found["at"].strip("(){} "))
            return _limit([found["v"], *filter(None, at.groups())]) if at else ""
    return ""


def _written(text: str, expression: str, variables: Sequence[str]) -> str:
    r"""Return "Evaluate" for ``\int x^2 dx`` of a printed ``x^2``, and for what is printed itself."""
    text = re.sub(r"^int(?:egral)?(?: of)?(?![A-Za-z])", r"\\int ", text)
    said, printed = (parse_statement(part, variables, Choices({})) for part in (text, expression))
    if not said.operations or said.points or said.ranges or printed.operations not in ((), said.operations):
        return ""
    return "Evaluate." if _are_same(_bare(said), _bare(printed)) else ""


_DEFINED = re.compile(
    r"(?:if|let|suppose(?: that)?|given(?: that)?|for) (?P<f>[A-Za-z])\((?P<x>[a-z])\) ?= ?(?P<body>.+?)[,.;:]? "
    r"(?:find|compute|calculate|evaluate|determine|what is)(?: the value of)? (?P<ask>.+)",
    re.IGNORECASE,
)
_INTEGRAL = re.compile(
    r"the (?:definite )?integral of (?:f|g|h|[a-zA-Z]\([a-z]\)|this function|the function) (?:from|over|on|between)(?:"
    r" the interval)? ?\[?(?:[a-z] ?= ?)?(?P<low>[^\s,]+)(?:,| to| and) ?(?:[a-z] ?= ?)?(?P<high>[^\s,\]]+)\]?"
)


def _defined(text: str, expression: str, variables: Sequence[str]) -> str:
    """Return "Evaluate" for "if f(x) = x^2, find the integral of f from 0 to 1", if that integral is printed."""
    found = _DEFINED.fullmatch(text)
    if not found:
        return ""
    name, body, asked = found["x"], found["body"], found["ask"]
    integral = _INTEGRAL.fullmatch(asked)
    if integral:
        made = rf"\int_{{{integral['low']}}}^{{{integral['high']}}} ({body}) d{name}"
    else:
        made = asked.replace(f"{found['f']}({name})", f"({body})")
    return _written(made, expression, variables) if made != asked else ""
