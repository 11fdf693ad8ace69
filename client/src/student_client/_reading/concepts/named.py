r"""Says what names of matrices and vectors stand for: ``\det A`` is the determinant, ``u and v`` are the vectors."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ..formulas.named_matrices import formula_of, named_values
from .marks import MARK

_STYLE = r"\\(?:mathbf|vec|boldsymbol|bm|overrightarrow|mathrm)"
_CALL = r"\\?(?:operatorname|text|mathrm)? ?\{{? ?(?:{word}) ?\}}? ?"
_BAR = r"(?:\\left ?|\\right ?)?(?:\\?\||\\[lr]?[vV]ert(?![a-z])|‖|\|\|)"
_UP = r" ?\^ ?\{? ?(?:T|\\top|\\intercal|\\mathsf ?\{ ?T ?\}|\\mathrm ?\{ ?T ?\}|\\text ?\{ ?T ?\}) ?\}?"
_CALLED: tuple[tuple[str, str, str], ...] = (
    ("determinant", r"\\?det|determinant", "determinant"),
    ("trace", r"[tT]r|trace", "trace"),
    ("rank", r"rank|rk", "rank"),
    ("nullity", r"nullity", "nullity"),
    ("(?:reduced )?row[- ]echelon form", r"rref|RREF", "reduced row echelon form"),
    ("transpose", r"transpose", "transpose"),
    ("(?:null space|kernel)", r"Nul|Null|ker", "null space"),
    ("column space", r"Col|col", "column space"),
    ("row space", r"Row|row", "row space"),
)
"""Names of functions of a matrix, each with the noun that may stand before it, and what is said instead."""
_DIMENSION = re.compile(r"\\?(?:operatorname ?\{ ?)?\bdim(?: ?\})? ?\(?(?=the (?:null|column|row) space)")
_RUN = re.compile(r"(?:⟦\w⟧|\\cdot(?![a-z])|\\times(?![a-z])|\\top|\\d?frac\{\d+\}\{\d+\}|[-+·×^(){}\d ]|(?<=[\^{])T)+")
_POWERS = {"square": 2, "squared": 2, "cube": 3, "cubed": 3}


@dataclass
class Named:
    """An objective whose names of matrices and vectors are marked.

    Args:
        text: the words.
        name: the only name.
        names: all names.
        formulas: the formulas of the names, of which each is marked.
    """

    text: str
    name: str | None = None
    names: frozenset[str] = frozenset()
    formulas: list[str] = field(default_factory=list)


def without_names(text: str, expression: str) -> Named:
    r"""Return the words with marks for the names of all that is printed, and for a formula of these names.

    Args:
        text: the words.
        expression: the problem's expression, such as ``A = ..., B = ...``.

    >>> without_names(r"Find $\det A$.", r"A = \begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}").text
    'Find the determinant of A.'
    >>> without_names("Find 2a - b.", r"\vec{a} = (1, 2), \vec{b} = (3, 4)").formulas
    ['2a - b']
    """
    values = named_values(expression) or {}
    if not values:
        return Named(text)
    one = "|".join(values)
    made = re.sub(r"\\[()]|\\left(?=[( |\\])|\\right(?=[) |\\])", "", text)
    made = re.sub(rf"\$ ?({one}) ?\$", r"⟦\1⟧", made).replace("$", " ")
    made = re.sub(rf"(?<=unit vector )?\\hat ?\{{? ?(?:{_STYLE} ?\{{? ?)?({one})(?: ?\}})*", r"⟦\1⟧^0", made)
    made = re.sub(rf"{_STYLE} ?\{{? ?({one}) ?\}}?", r"⟦\1⟧", made)
    made = re.sub(rf"(?<![A-Za-z\\'⟦{{])(?:(?:{one})(?=[A-Z])(?!t ))*(?:{one})(?![\w'⟧(=])(?! ?=)", _bare, made)
    made = re.sub(r"(?<=[\d+-])( ?)I(?![\w'])", r"\1⟦I⟧", made) if "I" not in values else made
    made = re.sub(r"(⟦[a-z]⟧) ?(?:\.(?=⟦)|x(?= ?⟦))", lambda found: found[1] + _product(found[0]), made)
    made = re.sub(r"\s+", " ", made)
    listed = re.compile(r"⟦\w⟧(?:(?:,? and|,) ⟦\w⟧)+")
    made = listed.sub(lambda found: _listed(found, [*values]), made)
    if len(values) == 2:
        made = re.sub(r"⟦(\w)⟧ is(?= (?:parallel|perpendicular|orthogonal) to ⟦(?!\1)\w⟧)", "the vectors are", made)
        made = re.sub(r"\b([Ii])s ⟦(\w)⟧(?= (?:parallel|perpendicular|orthogonal) to ⟦(?!\2)\w⟧)", _are, made)
        made = re.sub(r"(?<=vectors) ?(are)? (parallel|perpendicular|orthogonal) to ⟦\w⟧", r" \1 \2", made)
    named = Named(made, names=frozenset(values))
    if len(values) == 1:
        named.name = next(iter(values))
        named.text = _called(made, expression)
    made = re.sub(r"⟦([A-Z])⟧ (squared|cubed)", lambda found: f"⟦{found[1]}⟧^{_POWERS[found[2]]}", named.text)
    of = re.compile(r"(?:the )?(square|cube) of (?:the matrix )?⟦([A-Z])⟧(?! ?[\^⟦(])")
    named.text = of.sub(lambda found: f"⟦{found[2]}⟧^{_POWERS[found[1]]}", made)
    named.text = _RUN.sub(lambda found: _formula(found, values, named), named.text)
    signs = {sign for said in named.formulas for sign in re.findall(r"[-+]", said)}
    noun = {"+": "sum", "-": "difference"}.get("".join(signs), "(?!)")
    named.text = re.sub(rf"(?:the )?(?:vector |matrix )?{noun},?(?: of)? (?=\s*{MARK}formula)", "", named.text)
    named.text = re.sub(r"⟦(\w)⟧", r"\1", named.text) if named.name else named.text
    named.text = re.sub(r"\s+", " ", re.sub(r" (?=[.,;?!])", "", named.text))
    return named


def _bare(found: re.Match[str]) -> str:
    """Mark a name without dollars, unless it is an article."""
    after = found.string[found.end() :]
    before = found.string[: found.start()]
    article = found[0] == "a" and not re.match(r" ?(?:[-+.,?!^]|$|\\|and\b|with\b|x \w\b|onto?\b)", after)
    if article and not re.search(r"(?:\d|[-+]|\\cdot|\\times) ?$", before):
        return "a"
    return "".join(f"⟦{name}⟧" for name in found[0])


def _are(found: re.Match[str]) -> str:
    return "Are the vectors" if found[1] == "I" else "are the vectors"


def _product(said: str) -> str:
    return r" \times " if said.endswith("x") else r" \cdot "


def _listed(found: re.Match[str], names: list[str]) -> str:
    """Mark all names in the printed order, which matters for a product."""
    return f"{MARK}name{MARK}" if re.findall(r"⟦(\w)⟧", found[0]) == names else found[0]


def _called(text: str, expression: str) -> str:
    """Say what is written by the functions of the only name."""
    for noun, word, said in _CALLED:
        head = rf"(?:(?:the )?{noun},? (?:of )?)?(?<![A-Za-z]){_CALL.format(word=word)}"
        for call in (r"\( ?⟦(\w)⟧ ?\)", r"⟦(\w)⟧"):
            text = re.sub(rf"{head}{call}(?! ?[\^⟦(])", rf"the {said} of \1", text)
    text = re.sub(
        r"\\?(?:operatorname ?\{ ?)?\bdim(?: ?\})? ?\(?(?=the (?:null|column|row) space)", "the dimension of ", text
    )
    text = re.sub(r"⟦(\w)⟧ ?\^ ?\{? ?-1 ?\}? exists", r"\1 has an inverse", text)
    matrix = "&" in expression and "\\\\" in expression
    noun = "determinant" if matrix else "magnitude"
    between = rf"(?:(?:the )?{noun},? (?:of )?)?{_BAR} ?⟦(\w)⟧ ?{_BAR}(?! ?[\^⟦(])"
    text = re.sub(between, rf"the {noun} of \1", text) if not matrix or not re.search(r"\\\||\|\|", text) else text
    text = re.sub(rf"(?:(?:the )?transpose,? (?:of )?)?⟦(\w)⟧{_UP}(?! ?[\w⟦(^])", r"the transpose of \1", text)
    text = re.sub(r"(the (\w+) of \w)\b ?,? (?:the )?\2 of (?:⟦\w⟧|\w\b)", r"\1", text)
    return re.sub(r"(?:(?:the |an? )?unit vector,? )?⟦(\w)⟧\^0", r"the unit vector in the direction of \1", text)


def _formula(found: re.Match[str], values: dict[str, str], named: Named) -> str:
    """Mark a formula of the names, unless it is a name alone, or only a part of what is written."""
    said = re.sub(r"⟦(\w)⟧", r"\1", found[0])
    before, after = found.string[: found.start()][-1:], found.string[found.end() :][:1]
    whole = said.strip(" ()")
    part = (re.search(r"[|=/\\\w⟦]", after) and found[0][-1:] != " ") or (
        re.search(r"[|=/\\\w]", before) and found[0][:1] != " "
    )
    alone = len(whole) < 2 or re.fullmatch(rf"\w{_UP}|\w ?\^ ?\{{? ?-1 ?\}}?|\w\^0", whole)
    beside = re.search(r"⟦[a-z]⟧ ?⟦", found[0])
    if "⟦" not in found[0] or part or alone or beside or named.formulas or formula_of(said, values) is None:
        return found[0]
    named.formulas.append(said.strip())
    return f" {MARK}formula{MARK} "
