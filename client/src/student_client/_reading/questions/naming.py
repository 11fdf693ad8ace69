r"""Puts what is printed in the place of its name: ``\int f(x)\,dx``, ``z^6`` of ``z = 1 - i``, ``fg(2)``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress

from ..formulas.exact import exact
from ..formulas.notation import parse_statement
from ..formulas.same_notation import canonical
from ..formulas.tree import Node
from ..statement import Choices, NotRead

_ASK = (
    r"(?:find|compute|calculate|evaluate|determine|work out|what is|obtain|give|state|write down)"
    r"(?: (?:the|an?))?(?: (?:exact )?(?:value of|expression for))?"
)
_DEFINED = re.compile(r"\s*\$?(?P<name>[fghFGHpy])(?:\s*\(\s*(?P<argument>[a-z])\s*\))?\s*=\s*(?P<body>[^=]+?)\$?\s*")
_OPERATION = re.compile(
    rf"\s*(?P<ask>{_ASK}) ?(?P<formula>\$?\\(?:int|lim|sum|prod"
    rf"|d?frac\s*\{{d\}}\s*\{{d[a-z]\}})[^.;?]*?\$?)(?P<rest>\s*(?:[.;?].*)?)",
    re.IGNORECASE,
)
_PAIR = re.compile(r"(?<![A-Za-z\\'(])([fgh])([fgh])\s*\(([^()]+)\)")
_RING = re.compile(r"(?<![A-Za-z\\(])\(?\s*([fgh])\s*(?:∘|\\circ)\s*([fgh])\s*\)?(?!\s*\()(?=[\s.,;?$]|$)")
_FUNCTION = re.compile(r"(?<![A-Za-z\\])([fgh])\s*\(\s*([a-z])\s*\)\s*=")
_MIXED = re.compile(
    r"\\d?frac\s*\{\s*\\partial\s*\^\{?2\}?\s*(?P<f>[a-z])\s*\}\s*\{\s*\\partial\s*(?P<a>[a-z])\s*"
    r"(?:\^\{?2\}?|\\partial\s*(?P<b>[a-z]))\s*\}"
)
_PARTIAL = tuple(
    (re.compile(pattern), instead)
    for pattern, instead in (
        (r"∂(?:²|\^2) ?([a-z]) ?/ ?∂ ?([a-z]) ?∂ ?([a-z])", r"\1_{\3\2}"),
        (r"∂(?:²|\^2) ?([a-z]) ?/ ?∂ ?([a-z])(?:²|\^2)", r"\1_{\2\2}"),
        (
            r"\$?(?:\\d?frac\s*\{\s*\\partial\s*([a-z])\s*\}\s*\{\s*\\partial\s*([a-z])\s*\}|∂([a-z])/∂([a-z]))\$?"
            r" at (?:the point )?\$?\(([^()]+)\)\$?",
            r"\1\3_{\2\4}(\5)",
        ),
        (r"\b([A-Z]) cubed\b", r"\1^3"),
    )
)
_RATE = re.compile(r"\\d?frac\s*\{\s*d\s*([A-Za-z])\s*\}\s*\{\s*d\s*([a-z])\s*\}|(?<![A-Za-z\\])d([A-Za-z])/d([a-z])")
_NUMBER = (
    r"(?P<name>[a-z])(?:_(?P<index>\d))?\s*=\s*(?P<value>[-+\d\\a-z{}√"
    r" .()/]*?(?<![a-z])i(?![a-z])[-+\d\\a-z{}√ .()/]*?)"
)
_IN_WORDS = re.compile(
    rf"(?:(?:given(?: that)?|if|let|for|where|when|with|suppose(?: that)?) )?\$?{_NUMBER}\$?\s*(?:[.,;]"
    rf"|\band\b)\s*(?=\S)",
    re.IGNORECASE,
)
_FORMULA = re.compile(
    rf"\s*(?P<ask>{_ASK}) \$?(?P<formula>[-+\d\s()/^{{}}*a-z]*?|\\d?frac\{{[^{{}}]*\}}\{{[^{{}}]*\}})\$?"
    r"(?P<rest>(?:,| in | giving|\.|\?|$).*)",
    re.IGNORECASE,
)


def spelled_names(objective: str, expression: str, variables: Sequence[str]) -> tuple[str, str]:
    """Return a problem in which a function or a complex number stands for itself, not for its name.

    Args:
        objective: the words.
        expression: the problem's expression.
        variables: the problem's variables.
    """
    expression = _unconditional(expression, variables)
    for pattern, instead in _PARTIAL:
        objective = pattern.sub(instead, objective)
    objective = _MIXED.sub(lambda found: f"{found['f']}_{{{found['b'] or found['a']}{found['a']}}}", objective)
    objective = _composed(_derived(objective, expression), expression)
    for reader in (_operation, _whole, _complex):
        made = reader(objective, expression, variables)
        if made is not None:
            return made
    return objective, expression


def _operation(objective: str, expression: str, _: Sequence[str]) -> tuple[str, str] | None:
    r"""Return "Evaluate" and the operation for ``\int f(x)\,dx`` of a printed function."""
    asked, defined = _OPERATION.fullmatch(objective), _DEFINED.fullmatch(expression)
    if not asked or not defined:
        return None
    name, argument = defined["name"], defined["argument"]
    call = rf"(?<![A-Za-z\\]){name}\s*\(\s*{argument}\s*\)" if argument else rf"(?<![A-Za-z\\]){name}(?![A-Za-z(])"
    formula = asked["formula"].strip(" $")
    made, count = re.subn(call, lambda _: f"\\left({defined['body']}\\right)", formula)
    return (f"Evaluate{asked['rest']}", made) if count == 1 else None


def _whole(objective: str, expression: str, _: Sequence[str]) -> tuple[str, str] | None:
    r"""Return "Evaluate" and the whole formula for ``\frac{d}{dx}(x^2)`` in the words, if its inside is printed."""
    asked = _OPERATION.fullmatch(objective)
    inside = canonical(expression)
    if not asked or len(inside) < 2 or "=" in expression:
        return None
    formula = asked["formula"].strip(" $")
    body = re.sub(
        r"^\\lim(?:\\limits)?_\{(?:[^{}]|\{[^{}]*\})*\}|^\\(?:sum|prod)_\{[^{}]*\}\^(?:\{[^{}]*\}|\w)"
        r"|^\\d?frac\s*\{d\}\s*\{d[a-z]\}|^\\int(?:_(?:\{[^{}]*\}|\w)\^(?:\{[^{}]*\}|\w))?|\\?,?\s*d[a-z]$",
        "",
        formula,
    )
    bare = re.sub(r"^\((.*)\)$", r"\1", canonical(body))
    fits = inside in {canonical(body), bare} and not re.search(r"\\(?:int|lim|sum)|frac\{d\}", expression)
    return (f"Evaluate{asked['rest']}", formula) if fits else None


def _composed(objective: str, expression: str) -> str:
    """Return ``fg(2)`` as ``f(g(2))``, and "the function f∘g" with its letter."""
    defined = dict(_FUNCTION.findall(expression))
    text = _PAIR.sub(
        lambda found: f"{found[1]}({found[2]}({found[3]}))" if {found[1], found[2]} <= set(defined) else found[0],
        objective,
    )
    return _RING.sub(
        lambda found: (
            f"{found[1]}({found[2]}({defined[found[2]]}))" if {found[1], found[2]} <= set(defined) else found[0]
        ),
        text,
    )


def _derived(objective: str, expression: str) -> str:
    r"""Return ``\frac{dV}{dr}`` as the derivative in r if the expression defines V."""
    defined = re.match(r"\s*\$?([A-Za-z])\s*=", expression)
    if not defined or defined[1] == "y" or re.search(r"(?<![A-Za-z\\])d[A-Za-z]|\\partial|'", expression):
        return objective
    own = re.search(rf"(?<![A-Za-z\\]){defined[1]}(?![A-Za-z])", expression[defined.end() :])
    if own:
        return objective
    return _RATE.sub(
        lambda found: (
            f"the derivative with respect to {found[2] or found[4]}"
            if (found[1] or found[3]) == defined[1]
            else found[0]
        ),
        objective,
    )


def _unconditional(expression: str, variables: Sequence[str]) -> str:
    """Return a function without "x is real", and without "x is not 2" if it has no value there anyway."""
    text = re.sub(
        r"(?:,|;|\\q?quad|\\[,;: ]|\s)*(?<![A-Za-z\\])[a-z]\s*(?:\\in|∈)\s*(?:\\mathbb\s*\{?\s*R\s*\}?|ℝ)\s*(?=,|$|\\)",
        "",
        expression,
    )
    found = re.search(
        r"(?:,|;|\\q?quad|\\[,;: ]|\s)*(?<![A-Za-z\\])(?P<name>[a-z])\s*(?:\\neq?(?![a-z])"
        r"|≠)\s*(?P<value>[-\d./\\{}a-z]+)\s*$",
        text,
    )
    if not found:
        return text
    bare = text[: found.start()]
    with suppress(NotRead, ValueError):
        printed = parse_statement(bare, variables, Choices({})).expression
        at = parse_statement(found["value"], [], Choices({})).expression
        if isinstance(printed, Node) and isinstance(at, Node) and _breaks(printed, found["name"], at):
            return bare
    return expression


def _breaks(printed: Node, name: str, at: Node) -> bool:
    """Return whether a denominator is exactly zero at a number."""
    below = (part.args[1] for part in printed.walk() if part.head == "div")
    return any(name in part.names() and exact(part.put({name: at})) == 0 for part in below)


def _complex(objective: str, expression: str, variables: Sequence[str]) -> tuple[str, str] | None:
    """Return the value of a formula of complex numbers that are defined in the expression or in the words."""
    if "i" in variables:
        return None
    printed = [
        re.fullmatch(_NUMBER, part.strip(" $")) for part in re.split(r",|\band\b|\\q?quad", expression) if part.strip()
    ]
    values = {found["name"]: found["value"] for found in printed if found}
    words = objective
    if len(values) < len(printed):
        values = {}
        while found := _IN_WORDS.match(words):
            values[found["name"]] = found["value"]
            words = words[found.end() :]
    asked = _FORMULA.fullmatch(words)
    if not values or not asked or not re.search(r"[a-z]", asked["formula"]) or len(asked["formula"].strip()) < 2:
        return None
    letters = set(re.findall(r"[a-z]", re.sub(r"\\d?frac", "", asked["formula"])))
    if not letters <= set(values):
        return None
    spelled = re.sub(
        r"\\d?frac|[a-z]", lambda one: f"({values[one[0]]})" if one[0] in values else one[0], asked["formula"]
    )
    if words != objective and not _same(spelled, expression, variables):
        return None
    formed = "form" in asked["rest"]
    words_left = f"{asked['ask']} the value{asked['rest']}" if formed else f"write in the form a + bi{asked['rest']}"
    return words_left, spelled if words == objective else expression


def _same(one: str, other: str, variables: Sequence[str]) -> bool:
    """Return whether two formulas of complex numbers are one tree."""
    choices = Choices({"i": "unit", "domain": "complex"})
    with suppress(NotRead, ValueError):
        return (
            parse_statement(one, variables, choices).expression == parse_statement(other, variables, choices).expression
        )
    return False
