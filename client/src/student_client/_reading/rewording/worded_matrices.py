r"""Says questions about matrices and vectors as formulas: "raise it to the fourth power", "solve AX = B for X"."""

from __future__ import annotations

import re

from .defined_in_words import in_units

_POWERS = {
    "square": 2,
    "second": 2,
    "cube": 3,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
}
_RAISE = re.compile(
    r"(?:raise|take) (?:the |this )?(?:given |following )?matrix(?: [A-Z])? to (?:the )?"
    r"(?:power(?: of)? (?P<n>\d)|(?P<word>\w+) power)|(?P<verb>square|cube) (?:the|this) (?:given |following )?matrix",
    re.IGNORECASE,
)
_EQUATION = re.compile(
    r"(?:[Ss]olve(?: the (?:matrix )?equation)?|[Ff]ind)(?: for)?(?: the)?(?: matrix)?(?: (?P<for>X))?,?(?: (?:if|such"
    r" that|so that|given"
    r" that|for which|where|satisfying))? ?(?:(?P<left>[A-WYZ]) ?X|X ?(?P<right>[A-WYZ])) ?= ?(?P<value>[A-WYZ])"
    r"(?: for (?:the matrix )?X)?"
)
_MATRIX = re.compile(r"(?:[A-Z]\s*=\s*)?(\\begin\{([pb]matrix)\}(?:(?!\\begin).)*\\end\{\2\})", re.DOTALL)


def as_formula(objective: str, expression: str) -> tuple[str, str]:
    """Return a problem about matrices or vectors with its formula; any other as it is."""
    text, printed = objective.replace("$", "").strip(" .?!"), expression.strip(" $.")
    power, equation, matrix = _RAISE.fullmatch(text), _EQUATION.fullmatch(text), _MATRIX.fullmatch(printed)
    if power and matrix:
        exponent = power["n"] or _POWERS.get((power["word"] or power["verb"] or "").lower())
        return ("Compute", f"{matrix[1]}^{{{exponent}}}") if exponent else (objective, expression)
    if equation and printed.count(r"\begin") == 2:
        inverse = f"{equation['left'] or equation['right']}^{{-1}}"
        formula = f"{inverse}{equation['value']}" if equation["left"] else f"{equation['value']}{inverse}"
        return f"Find {formula}", expression
    vector = re.fullmatch(r"(?P<name>[a-z]) ?= ?(?P<value>[-+\d ijk]+)", printed)
    if vector and re.search(r"\bvector\b", text) and (made := in_units(vector["value"])):
        return objective, f"{vector['name']} = {made}"
    return objective, expression
