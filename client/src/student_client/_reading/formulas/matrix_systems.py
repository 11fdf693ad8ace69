r"""Says the equations that matrices print: ``A x = b``, or an augmented matrix that is to be solved."""

from __future__ import annotations

import re
from collections.abc import Sequence

_MATRIX = (
    r"(?:\\left\s*[\[(]\s*)?\\begin\{(?P<{0}kind>[pb]matrix|array)\}(?:\{[lcr]*\})?(?P<{0}>(?:(?!\\begin).)*?)"
    r"\\end\{(?P={0}kind)\}(?:\s*\\right\s*[\])])?"
)
_LEFT, _UNKNOWN, _RIGHT = (_MATRIX.replace("{0}", name) for name in ("left", "unknown", "right"))
_EQUATION = re.compile(rf"\s*\$?{_LEFT}\s*(?:\\cdot\s*)?{_UNKNOWN}\s*=\s*{_RIGHT}\s*\$?\s*\.?\s*", re.DOTALL)
_AUGMENTED = re.compile(
    r"\s*\$?\s*\\left\s*[\[(]\s*\\begin\{array\}\{[lcr]+\|[lcr]\}(?P<inside>(?:(?!\\begin).)*?)\\end\{array\}"
    r"\s*\\right\s*[\])]\s*\$?\s*",
    re.DOTALL,
)
_SOLVED = re.compile(r"\b(?:solve|solving|solutions?)\b", re.IGNORECASE)
_REDUCED = re.compile(r"\b(?:form|reduced?|rref|rank|pivots?|how many|number)\b|-reduc", re.IGNORECASE)
_SAID = re.compile(
    r"(?:(?:the |this )?(?:linear )?(?:system|equations?)(?: of (?:linear )?equations)?,? )?(?:that is |which is "
    r"|whose |that has |with |having )?"
    r"(?:represented by|corresponding to|given by|described by|associated with|for|with|has|whose|of|is)?"
    r" ?(?:the |this |an? )?(?:following |given )?augmented matrix(?: is| is given| below| given| shown)*",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"\b(?:(?:the |this )?(?:following |given )?matrix equation"
    r"|(?-i:A) ?(?:\\(?:mathbf|vec|boldsymbol) ?\{? ?)?x ?\}? ?= ?(?:\\(?:mathbf|vec|boldsymbol) ?\{? ?)?b\b ?\}?)",
    re.IGNORECASE,
)
MAX_UNKNOWNS = 5
_BREAK = r" \\ "


def as_equations(objective: str, expression: str, variables: Sequence[str]) -> tuple[str, str]:
    r"""Return a problem with the equations that its matrices say; other problems as they are.

    Args:
        objective: the words.
        expression: the problem's expression.
        variables: the unknowns.

    >>> as_equations("Solve.", r"\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix} \begin{pmatrix} x \\ y \end{pmatrix} = "
    ...              r"\begin{pmatrix} 5 \\ 6 \end{pmatrix}", ["x", "y"])[1]
    '\\begin{cases} (1) \\cdot x + (2) \\cdot y = 5 \\\\ (3) \\cdot x + (4) \\cdot y = 6 \\end{cases}'
    """
    found, augmented = _EQUATION.fullmatch(expression), _AUGMENTED.fullmatch(expression)
    if found and not re.search(r"\bfor \$?[A-Z]\b", objective):
        left, unknown, right = (_rows(found[name]) for name in ("left", "unknown", "right"))
        names = [row[0] for row in unknown]
        flat = all(len(row) == 1 for row in (*unknown, *right)) and all(len(row) == len(names) for row in left)
        made = _equations(left, names, [row[0] for row in right]) if flat and len(left) == len(right) else ""
        said = _NAMED.sub("the system of equations", objective)
    elif augmented and _SOLVED.search(objective) and not _REDUCED.search(objective):
        rows = _rows(augmented["inside"])
        names = [*variables]
        flat = all(len(row) == len(names) + 1 for row in rows)
        made = _equations([row[:-1] for row in rows], names, [row[-1] for row in rows]) if flat else ""
        said = _SAID.sub("the system of equations", objective, count=1)
    else:
        return objective, expression
    if not made or len(set(names)) < len(names) or not set(names) <= set(variables) or len(names) > MAX_UNKNOWNS:
        return objective, expression
    return said, made


def _rows(inside: str) -> list[list[str]]:
    return [
        [part.strip() for part in row.split("&")] for row in re.split(r"\\\\(?:\[[^\]]*\])?", inside) if row.strip()
    ]


def _equations(left: list[list[str]], names: list[str], right: list[str]) -> str:
    sums = (" + ".join(rf"({entry}) \cdot {name}" for entry, name in zip(row, names, strict=True)) for row in left)
    lines = (f"{one} = {other}" for one, other in zip(sums, right, strict=True))
    return rf"\begin{{cases}} {_BREAK.join(lines)} \end{{cases}}"
