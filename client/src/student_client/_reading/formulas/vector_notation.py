r"""Reads what books print of vectors: ``\mathbf{a} = 2\mathbf{i} + p\mathbf{j}``, ``\overrightarrow{OA} = ...``."""

from __future__ import annotations

import re
from dataclasses import dataclass

MAX_SIZE = 4
STYLE = r"\\(?:mathbf|vec|boldsymbol|overrightarrow|bm|mathrm|underline|overline|textbf|hat)(?![a-z])"
_UNIT = re.compile(
    r"\\(?:mathbf|hat|vec|boldsymbol|bm|underline|mathrm|overrightarrow|widehat|textbf)(?![a-z])\s*\{?\s*"
    r"(?:\\(?:mathbf|hat|vec|boldsymbol|bm|mathrm)(?![a-z])\s*\{?\s*)?(?:\\([ij])math|([ijk]))(?![A-Za-z])\s*\}?\s*\}?"
)
_NAME = (
    rf"(?:{STYLE}\s*\{{\s*(?P<styled>[A-Za-z]{{1,2}})\s*\}}|{STYLE}\s+(?P<spaced>[A-Za-z])(?![A-Za-z])"
    r"|(?P<plain>(?<![A-Za-z\\])[A-Za-z]))(?P<index>_\{?\d\}?)?"
)
_DEFINED = re.compile(rf"{_NAME}\s*=\s*")
_POINT = re.compile(
    r"(?<![A-Za-z\\}])(?P<plain>[A-Z])\s*(?==?\s*\(|\\left)(?:=\s*)?(?:\\left\s*)?\((?P<inside>[^()=]*,[^()=]*)\)"
)
_ROWS = re.compile(
    r"(?:\\left\s*[(\[]\s*)?\\begin\{(?P<kind>[pb]matrix|array)\}(?:\{[lcr]*\})?(?P<inside>(?:(?!\\begin).)*?)"
    r"\\end\{(?P=kind)\}(?:\s*\\right\s*[)\]])?",
    re.DOTALL,
)
_LISTED = re.compile(
    r"(?:\\left\s*)?(?:\\langle|⟨|<|\()(?P<inside>[^()<>⟨⟩=]*?,[^()<>⟨⟩=]*?)(?:\\right\s*)?(?:\\rangle|⟩|>|\))"
)
_BETWEEN = re.compile(r"(?:,|;|\\[ ,;:]|\\q?quad(?![a-z])|\\text\s*\{\s*(?:and)?\s*\}|\band\b|\s|\.|\$|&|\\\\)+")
_FRAME = re.compile(r"^\s*(?:\\left\s*)?\\\{(?P<inside>.*?)(?:\\right\s*)?\\\}\s*$", re.DOTALL)


@dataclass(frozen=True)
class Printed:
    """A vector or a point as printed.

    Args:
        name: its letter, both letters of its ends, or empty.
        entries: its entries.
        point: whether it is printed as a point.
    """

    name: str
    entries: tuple[str, ...]
    point: bool = False

    def __str__(self) -> str:
        return column(self.entries)


def column(entries: tuple[str, ...]) -> str:
    """Return a column vector."""
    rows = r" \\ ".join(entries)
    return rf"\begin{{pmatrix}} {rows} \end{{pmatrix}}"


def printed_vectors(expression: str) -> list[Printed]:
    r"""Return all vectors and points that are printed; none if anything else is printed.

    >>> printed_vectors(r"\mathbf{a} = 2\mathbf{i} - p\mathbf{k}, \quad \overrightarrow{OB} = \langle 1, 2, 3 \rangle")
    [Printed(name='a', entries=('2', '0', '-p'), point=False), Printed(name='OB', entries=('1', '2', '3'), point=False)]
    """
    text = expression.replace(r"\displaystyle", "").strip(" $.")
    framed = _FRAME.match(text)
    text = _UNIT.sub(lambda found: f"⟦{found[1] or found[2]}⟧", framed["inside"] if framed else text)
    size = 3 if "⟦k⟧" in text else 2
    found: list[Printed] = []
    while text := _BETWEEN.sub("", text, count=1) if _BETWEEN.match(text) else text:
        read = _first(text, size)
        if read is None:
            return []
        found.append(read[0])
        text = read[1]
    named = [one.name for one in found if one.name]
    sizes = {len(one.entries) for one in found}
    return found if len(sizes) == 1 and max(sizes) <= MAX_SIZE and len(set(named)) == len(named) else []


def _first(text: str, size: int) -> tuple[Printed, str] | None:
    """Return the first vector of a text, and the rest."""
    if point := _POINT.match(text):
        return Printed(point["plain"], _parts(point["inside"]), point=True), text[point.end() :]
    defined = _DEFINED.match(text)
    name = ""
    if defined:
        name = (defined["styled"] or defined["spaced"] or defined["plain"]) + (defined["index"] or "").replace("{", "")
        name, text = name.rstrip("}"), text[defined.end() :]
    if rows := _ROWS.match(text):
        lines = [one.strip() for one in re.split(r"\\\\(?:\[[^\]]*\])?", rows["inside"]) if one.strip()]
        if len(lines) > 1 and any("&" in one for one in lines):
            return None
        entries = tuple(part.strip() for one in lines for part in one.split("&"))
        return (Printed(name, entries), text[rows.end() :]) if len(entries) > 1 else None
    if listed := _LISTED.match(text):
        return Printed(name, _parts(listed["inside"])), text[listed.end() :]
    return _in_units(name, text, size)


def _parts(inside: str) -> tuple[str, ...]:
    return tuple(re.sub(r"^(?:\\[ ,;:!]|\s)+|(?:\\[ ,;:!]|\s)+$", "", part) for part in inside.split(","))


def _in_units(name: str, text: str, size: int) -> tuple[Printed, str] | None:
    """Return a vector that is a sum of multiples of i, j and k, and the rest."""
    parts: dict[str, str] = {}
    while found := re.match(r"(?P<sign>\s*[+-]?)(?P<times>(?:(?!⟦|,|=|\\q?quad).)*?)⟦(?P<unit>[ijk])⟧", text):
        times = re.sub(r"^(?:\\[,;:! ]|\s)+|(?:\\[,;:! ]|\s|\\cdot)+$", "", found["times"])
        bare = re.sub(r"\([^()]*\)|\{[^{}]*\}", "", times)
        if found["unit"] in parts or re.search(r"[+-]", bare) or (parts and not found["sign"].strip()):
            break
        parts[found["unit"]] = f"{found['sign'].strip().replace('+', '')}{times or '1'}"
        text = text[found.end() :]
    if not parts:
        return None
    return Printed(name, tuple(parts.get(unit, "0") for unit in "ijk"[:size])), text
