r"""Moves matrices, vectors and complex numbers that the words define to the expression: "Given A = [[1, 2], [0, 3]]".

The formula that is printed then is in the words: "Find A^2." of ``A = \begin{pmatrix} ... \end{pmatrix}``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..formulas.same_notation import canonical, closing

_NAME = re.compile(r"(?<![A-Za-z\\])([A-Za-z])(?:_\{?(\d)\}?)?\s*=\s*")
_MATRIX = re.compile(r"(?:\\left\s*[\[(])?\s*\\begin\{([pbB]?matrix)\}.*?\\end\{\1\}(?:\s*\\right\s*[\])])?", re.DOTALL)
_UNITS = re.compile(r"[-+]?\s*\d*\s*[ijk](?:\s*[-+]\s*\d*\s*[ijk])*(?![A-Za-z(])")
_NUMBER = re.compile(r"[-+]?\s*(?:\d+\s*[-+]\s*)?\d*i(?:\s*[-+]\s*\d+)?(?![A-Za-z(j])")
_STYLE = re.compile(
    r"\\(?:mathbf|vec|boldsymbol|overrightarrow|bm|hat|underline)\s*(?:\{\s*([A-Za-z])\s*\}|([A-Za-z])(?![A-Za-z]))"
)
_IDENTITY = re.compile(
    r",? (?:where|with|and|if) (?:(?P<name>[IE])(?:_\{?\d\}?)? (?:is|denotes|stands for) )?(?:the )?(?:(?P<size>\d) ?"
    r"(?:×|x|\\times|by) ?\d )?(?:identity|unit) matrix(?: of (?:order|size) (?P<order>\d))?",
    re.IGNORECASE,
)
_WORDS = """
    given if let for suppose consider that where when with the a an two following matrix matrices vector vectors complex
    number numbers are is be and of in by column row position show your steps steps
"""
_INTRODUCING = frozenset(_WORDS.split())
_FIND = re.compile(
    r"^(?:find|compute|calculate|evaluate|determine|work out|what is|obtain|give)(?: the)?(?: (?:exact )?value of|"
    r" matrix| vector)?(?: (?:the )?(?P<kind>(?:dot|scalar|inner|cross|vector) product)(?: of)?)? (?P<formula>.+?)"
    r"(?P<rest>(?:,? (?:giving|in the form|and (?:give|write|express)).*)?)$",
    re.IGNORECASE,
)
_VECTOR = re.compile(r"\\times|\\cdot|×|·|⋅|\bvectors?\b|\\(?:mathbf|vec|boldsymbol|bm)|\|")


def defined(objective: str, expression: str) -> tuple[str, str]:
    r"""Return a problem with the names' values in its expression, if the words define all of its names.

    Args:
        objective: the words.
        expression: a formula of the names.

    >>> defined("If u = (1, 2) and v = (3, -1), find the dot product u · v.", r"u \cdot v")
    ('Find the dot product u \\cdot v.', 'u = \\langle 1, 2 \\rangle, v = \\langle 3, -1 \\rangle')
    """
    if re.search(r"=|\\begin", expression):
        return objective, expression
    text = _STYLE.sub(lambda found: found[1] or found[2], re.sub(r"\$|\\\(|\\\)", "", objective))
    formula = _STYLE.sub(lambda found: f" {found[1] or found[2]} ", expression.strip(" $"))
    formula = re.sub(r"\s+", " ", formula).strip()
    vectors = bool(_VECTOR.search(expression) or re.search(r"\bvectors?\b", text))
    values, said = _definitions(text, vectors=vectors)
    identity = _IDENTITY.search(said)
    made = _identity(identity, values) if identity else {}
    if identity:
        said = f"{said[: identity.start()]}{said[identity.end() :]}"
    asked = _question(said)
    found = _FIND.fullmatch(asked.strip(" .?!,")) if asked else None
    if made is None or not values or not found or canonical(_plain(found["formula"])) != canonical(_plain(formula)):
        return objective, expression
    values |= made
    if all(value.startswith("C:") for value in values.values()):
        return _of_numbers(found["rest"], formula, values)
    if found["rest"] or not _are_all(formula, values):
        return objective, expression
    kind = f"the {found['kind']} " if found["kind"] else ""
    return f"Find {kind}{formula}.", ", ".join(f"{name} = {value}" for name, value in values.items())


def _are_all(formula: str, values: dict[str, str]) -> bool:
    """Return whether each name of a formula is a matrix or a vector that is defined."""
    bare = re.sub(r"\\[a-z]+|\^\s*\{?\s*(?:T|\\top)\s*\}?", " ", formula)
    plain = not any(value.startswith("C:") or "_" in name for name, value in values.items())
    return plain and set(re.findall(r"[A-Za-z]", bare)) <= set(values)


def _plain(formula: str) -> str:
    return re.sub(r"\s*(?:·|⋅|\\cdot)\s*", ".", formula.replace("×", r"\times")).replace("{T}", "T")


def _definitions(text: str, *, vectors: bool) -> tuple[dict[str, str], str]:
    """Return the values that the words give to names, and the words without them."""
    values: dict[str, str] = {}
    at = 0
    kept = ""
    while found := _NAME.search(text, at):
        end, value = _value(text, found.end(), vectors=vectors)
        name = found[1] + (f"_{found[2]}" if found[2] else "")
        kept += text[at : found.start()]
        if value is None or name in values:
            return {}, text
        values[name] = value
        kept += " § "
        at = end
    return values, kept + text[at:]


def _value(text: str, start: int, *, vectors: bool) -> tuple[int, str | None]:
    """Return where a matrix, a vector or a complex number ends, and how it is printed."""
    if matrix := _MATRIX.match(text, start):
        return matrix.end(), matrix[0]
    if text[start : start + 2] == "[[" and (end := closing(text, start)):
        rows = re.findall(r"\[([^\[\]]+)\]", text[start + 1 : end - 1])
        return end, _printed([row.replace(",", " & ") for row in rows])
    if text[start : start + 1] in "([<" and (end := closing(text, start)) and "," in text[start:end]:
        return end, rf"\langle {text[start + 1 : end - 1].strip()} \rangle"
    units, numbers = _UNITS.match(text, start), _NUMBER.match(text, start)
    if vectors and units and (parts := in_units(units[0])):
        return units.end(), parts
    if numbers and not vectors:
        return numbers.end(), f"C:{numbers[0].strip()}"
    return start, None


def in_units(text: str) -> str | None:
    """Return ``2i + j - k`` as a vector with three entries, or with two if there is no k in it."""
    found = re.findall(r"([-+]?)(\d*)([ijk])", re.sub(r"\s", "", text))
    entries = {unit: f"{sign.replace('+', '')}{size or '1'}" for sign, size, unit in found}
    if len(entries) < len(found) or list(entries) != sorted(entries):
        return None
    return rf"\langle {', '.join(entries.get(unit, '0') for unit in ('ijk' if 'k' in entries else 'ij'))} \rangle"


def _identity(found: re.Match[str], values: dict[str, str]) -> dict[str, str] | None:
    """Return the identity matrix of the size of the others; None if they have no size, or another one."""
    sizes = {value.count(r"\\") + 1 for value in values.values()}
    said = found["size"] or found["order"]
    if len(sizes) != 1 or (said and int(said) not in sizes) or any("langle" in value for value in values.values()):
        return None
    size = sizes.pop()
    rows = [" & ".join("1" if row == column else "0" for column in range(size)) for row in range(size)]
    return {found["name"] or "I": _printed(rows)}


def _printed(rows: Sequence[str]) -> str:
    body = r" \\ ".join(rows)
    return rf"\begin{{pmatrix}} {body} \end{{pmatrix}}"


def _question(said: str) -> str | None:
    """Return the question, if all around it are words that introduce what was defined."""
    clauses = re.split(
        r"[.;?!](?:\s+|$)|,\s+(?=find|compute|calculate|evaluate|determine|show|work"
        r" out|what)|(?=\b(?:where|if|when|for|given|of the|with)\b[^.?!]*§)",
        said,
        flags=re.IGNORECASE,
    )
    asked = []
    for clause in (one for one in clauses if one.strip(" ,.;:?!")):
        words = re.findall(r"[^\s,.;:?!§]+", clause)
        if "§" in clause and all(word.lower() in _INTRODUCING for word in words):
            continue
        if not words or all(word.lower() in {"show", "your", "steps", "and"} for word in words):
            continue
        asked.append(re.sub(r"^\s*(?:show your (?:steps|work|working) and )", "", clause))
    return asked[0] if len(asked) == 1 and "§" not in asked[0] else None


def _of_numbers(rest: str, formula: str, values: dict[str, str]) -> tuple[str, str]:
    """Return the value of a formula of complex numbers, each in the place of its name."""
    text = re.sub(r"_\{(\d)\}", r"_\1", formula)
    for name, value in sorted(values.items(), reverse=True):
        text = re.sub(rf"(?<!\\)(?<![a-z]{{2}}){name}(?![_\d]|[a-z]{{2}})", f"({value[2:]})", text)
    return f"Evaluate{rest if 'form' in rest else ' in the form a + bi'}.", text
