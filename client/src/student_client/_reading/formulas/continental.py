r"""Says notation of other countries and of programs in the usual one: arrows, upright d, ``]0, 1[``, ``1,5``, rows.

``f\colon x \mapsto x^2`` is ``f(x) = x^2``, and ``[[1, 2], [3, 4]]`` a matrix. What could mean something else remains.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..statement import Choices, NotRead
from .exact import exact
from .notation import parse_point, parse_statement
from .same_notation import closing
from .tree import Node

_WHOLE = r"(?![A-Za-z])(?!\s*(?:[\^_*+⁺⁻₊₀]|\\(?:times|ast)))"
_LINE = rf"(?:\\(?:mathbb|mathbf|mathds|mathrm)\s*(?:\{{\s*R\s*\}}|R)|\\R|ℝ){_WHOLE}"
_REAL = rf"{_LINE}(?!\s*(?:-|\\(?:setminus|backslash|cap)))"
_COMPLEX = (
    rf"(?:\\(?:mathbb|mathbf|mathds)\s*(?:\{{\s*C\s*\}}|C)|\\C|ℂ){_WHOLE}(?!\s*(?:-|\\(?:setminus|backslash|cap)))"
)
_GAP = r"(?:\s|\\[,;: ]|\\q?quad|~)*"
_UPRIGHT = re.compile(r"\\(?:mathrm|operatorname|text|textrm)\s*\{\s*d\s*\}|\\mathrm\s+d(?![A-Za-z])")
_OUT = re.compile(r"\\(?:setminus|backslash)\s*\\?\{(?P<out>[^{}]*)\\?\}")
_ARROW = re.compile(
    rf"(?:(?P<f>[A-Za-z])\s*(?::|\\colon){_GAP}(?:{_LINE}{_GAP}(?P<without>\\(?:setminus"
    rf"|backslash)\s*\\?\{{[^{{}}]*\\?\}})?{_GAP}\\(?:to|rightarrow|longrightarrow)(?![A-Za-z]){_GAP}{_REAL}"
    rf"{_GAP}[,;:]?{_GAP}(?:with\s+)?)?)?(?P<x>\\?[A-Za-z]+){_GAP}(?:\\(?:long)?mapsto(?![A-Za-z])|↦|\|->){_GAP}"
)
_TYPED = re.compile(
    rf"^\s*(?P<f>[A-Za-z])\s*(?::|\\colon){_GAP}{_LINE}{_GAP}(?P<without>\\(?:setminus"
    rf"|backslash)\s*\\?\{{[^{{}}]*\\?\}})?"
    rf"{_GAP}\\(?:to|rightarrow|longrightarrow)(?![A-Za-z]){_GAP}{_REAL}{_GAP}[,;:]?{_GAP}(?:with\s+)?(?=(?P=f)\()"
)


def uniform(objective: str, expression: str, variables: Sequence[str]) -> tuple[str, str]:
    r"""Return a problem in the usual notation.

    Args:
        objective: the words.
        expression: the problem's expression.
        variables: the problem's variables.

    >>> uniform("Find f'(x) on ]0, 1[.", r"f\colon x \mapsto 1,5x", ["x"])
    ("Find f'(x) on (0, 1).", 'f(x) = 1,5x')
    """
    text, made = objective, expression
    if "d" not in variables:
        text, made = _UPRIGHT.sub("d", text), _UPRIGHT.sub("d", made)
    text, made = _spelled(text, variables), _spelled(made, variables)
    made = (
        re.sub(r"^\s*\$?[IJKLA]\s*=\s*(?=\\d?(?:int|lim|sum|prod)(?![a-z]))", "", made)
        if made[:1] not in variables
        else made
    )
    made = _arrow(_decimals(_rows(_typed(made, objective, variables))), objective, variables)
    return _sets(_intervals(_words_of(_rows(text), made, objective, variables))), made


_NAMES = {
    **{"sen": "sin", "arcsen": "arcsin", "tg": "tan", "ctg": "cot", "cotg": "cot", "arctg": "arctan"},
    **{"arcctg": "arccot", "sh": "sinh", "ch": "cosh", "th": "tanh", "cosec": "csc"},
}
_FOREIGN = re.compile(
    rf"\\(?:(?:operatorname|mathrm|text|textrm)\s*\{{\s*({'|'.join(_NAMES)})\s*\}}|({'|'.join(_NAMES)})(?![A-Za-z]))"
)
_DOTS = re.compile(r"\\(d+)ot\s*(?:\{\s*([a-z])\s*\}|([a-z])(?![a-z]))")


def _spelled(text: str, variables: Sequence[str]) -> str:
    r"""Return ``\operatorname{sen}`` as ``\sin``, and ``\ddot{x}`` as a derivative in the time t."""
    text = _FOREIGN.sub(lambda found: f"\\{_NAMES[found[1] or found[2]]} ", text)
    return (
        _DOTS.sub(lambda found: f"{found[2] or found[3]}{chr(39) * len(found[1])}", text) if "t" in variables else text
    )


def _arrow(text: str, objective: str, variables: Sequence[str]) -> str:
    r"""Return ``f\colon x \mapsto x^2`` as ``f(x) = x^2``, if the domain that it names is the natural one."""
    found = _ARROW.match(text.strip(" $"))
    if not found or found["x"].strip("\\") not in variables:
        return text
    body = text.strip(" $")[found.end() :]
    if not _is_natural(found["without"], found, body, objective, variables):
        return text
    return f"{found['f'] or 'f'}({found['x']}) = {body}"


def _typed(text: str, objective: str, variables: Sequence[str]) -> str:
    r"""Return ``f: \mathbb{R} \to \mathbb{R}, f(x) = x^2`` without its types, if these are the natural ones."""
    found = _TYPED.match(text.strip(" $"))
    body = text.strip(" $")[found.end() :] if found else ""
    if not found or not _is_natural(found["without"], found, body.partition("=")[2], objective, variables):
        return text
    return body


_ASKS_TYPES = re.compile(r"\b(?:domains?|range|image|inject|surject|biject|one-to-one|defined\?|inverse|invert)", re.I)


def _is_natural(without: str | None, found: re.Match[str], body: str, objective: str, variables: Sequence[str]) -> bool:
    """Return whether a function has no value at the numbers that its domain leaves out."""
    if r"\to" not in found[0] and "rightarrow" not in found[0]:
        return True
    if _ASKS_TYPES.search(objective):
        return False
    inside = _OUT.match(without) if without else None
    if inside is None:
        return without is None
    return all(_is_hole(place, body, variables) for place in inside["out"].rstrip("\\").split(","))


def _is_hole(place: str, body: str, variables: Sequence[str]) -> bool:
    """Return whether a denominator of a function is zero at a number."""
    try:
        read, point = parse_statement(body, variables, Choices({})), parse_point(place, [])
    except (NotRead, ValueError):
        return False
    printed = read.expression
    if not isinstance(printed, Node) or len(printed.names()) != 1 or exact(point) is None:
        return False
    values = dict.fromkeys(printed.names(), point)
    return any(part.head == "div" and exact(part.args[1].put(values)) == 0 for part in printed.walk())


_INNER = re.compile(_ARROW.pattern + r"(?P<body>[^,;?!]+?)(?=,|;|\.(?!\d)|\s(?:and|find|where|for|if)\b|$)")
_NOT_AT = re.compile(r",? ?(?:(?:where|with|for) )?(?P<x>[a-z]) ?(?:\\neq?(?![a-z])|≠) ?(?P<at>-?[\d/\\a-z{}]+)")
_MEMBER = re.compile(rf",? ?(?:(?:where|with|for|and) )?(?:all )?(?P<x>[a-z]) ?(?:\\in|∈) ?{_REAL}(?=[\s,.;]|$)")


def _words_of(text: str, expression: str, objective: str, variables: Sequence[str]) -> str:
    """Return words with a function of the expression in the usual notation, without the numbers that it excludes."""
    found = _INNER.search(text)
    if not found or not found["f"] or found["x"] not in variables:
        return text
    if not _is_natural(found["without"], found, found["body"], objective, variables):
        return text
    rest = text[found.end() :]
    while True:
        hole = _NOT_AT.match(rest)
        member = _MEMBER.match(rest)
        if hole and hole["x"] == found["x"] and _is_hole(hole["at"], found["body"], variables):
            rest = rest[hole.end() :]
        elif member and member["x"] == found["x"]:
            rest = rest[member.end() :]
        else:
            return f"{text[: found.start()]}{found['f']}({found['x']}) = {found['body'].strip()}{rest}"


_COMMA = re.compile(r"(?<![\d,.])(\d+)(?:,|\{,\})(\d+)(?![\d,.])")


def _decimals(text: str) -> str:
    r"""Return decimals with a point: ``0{,}5``, and ``1,5x = 3``, if each comma is one and can be nothing else."""
    text = re.sub(r"(?<=\d)\{,\}(?=\d)", ".", text)
    commas = [*_COMMA.finditer(text)]
    if not commas or len(commas) != text.count(","):
        return text
    if any(len(found[2]) == 3 and found[1] != "0" for found in commas):  # 1,000 may be a thousand
        return text
    sides = len(re.findall(r"(?<![<>])=|<|>|\\[lg](?:eq?|t)(?![a-z])|≤|≥", text))
    alone = all(found[1] == "0" for found in commas) and re.search(r"[A-Za-z+*/^-]", text)
    listed = re.search(r"(?:[\[({|]|\\\{|\\langle)\s*-?\d+,\d+\s*(?:[\])}|]|\\\}|\\rangle)|_\{?[\w,]*,", text)
    if listed or sides > 1 or not (sides == 1 or alone):
        return text
    return _COMMA.sub(r"\1.\2", text)


_ROWS = re.compile(r"(?:Matrix\s*\(\s*|matrix\s*\(\s*)?\[\s*(?=\[)")


def _rows(text: str) -> str:
    r"""Return ``[[1, 2], [3, 4]]`` as a matrix of LaTeX, if its rows are of one length."""
    at = 0
    while (found := _ROWS.search(text, at)) is not None:
        start = text.index("[", found.start())
        end = closing(text, start)
        inside = re.sub(r"\s+", " ", text[start + 1 : (end or start) - 1]).strip()
        rows = re.findall(r"\[([^\[\]]+)\]", inside)
        plain = re.fullmatch(r"\[[^\[\]]+\](?: ?, ?\[[^\[\]]+\])*", inside)
        sizes = {row.count(",") for row in rows}
        if end is None or not plain or len(sizes) != 1 or (len(rows) == 1 and sizes == {0}):
            at = found.end()
            continue
        called = "(" in found[0]
        after = re.match(r"\s*\)", text[end:]) if called else None
        body = r" \\ ".join(" & ".join(entry.strip() for entry in row.split(",")) for row in rows)
        made = rf"\begin{{pmatrix}} {body} \end{{pmatrix}}"
        text = f"{text[: found.start()]}{made}{text[end + (after.end() if after else 0) :]}"
        at = found.start() + len(made)
    return text


_END = r"[^\[\](),;]+(?:\([^()]*\))?[^\[\](),;]*?"
_INTERVAL = re.compile(
    rf"(?:\\left\s*)?(?P<open>[\]\[(])(?P<low>{_END})(?P<comma>[,;])(?P<high>{_END})"
    r"(?:\\right\s*)?(?P<close>[\]\[)])(?![A-Za-z])"
)


def _intervals(text: str) -> str:
    r"""Return ``\left]0, \pi\right[`` as ``(0, \pi)``, and ``[0; 1]`` with a comma."""

    def usual(found: re.Match[str]) -> str:
        turned = found["open"] == "]" or found["close"] == "["
        if not turned and found["comma"] == ",":
            return found[0]
        left, right = "[" if found["open"] == "[" else "(", "]" if found["close"] == "]" else ")"
        return f"{left}{found['low'].strip()}, {found['high'].strip()}{right}"

    return re.sub(r"\b([a-z]|\\[a-z]+) ?(?:\\in|∈) ?(?=[\[(])", r"\1 in the interval ", _INTERVAL.sub(usual, text))


_BUILT = re.compile(
    r"(set(?:[- ]builder)? notation),? ?\$?\\?\{[^.?!{}]*(?:\{[^{}]*\}[^{}]*)*(?:\\[lc]?dots[cbm]?|\.\.\.|…)\s*\\?\}\$?"
)
_ALL = re.compile(
    r"\b(?:find|determine|give|compute|calculate|state) (?:the set of )?(?:all |the )*(?:real numbers )?(?P<x>[a-z])"
    rf" ?(?:\\in|∈) ?(?P<set>{_REAL}|{_COMPLEX}),? ?(?:with|such that|so that|for which|which satisf(?:y|ies)"
    r"|satisfying|that satisfy|that solve|solving)(?: the (?:following )?(?:equation|inequality)(?: (?:holds|is true"
    r"|is satisfied|is valid))?)?(?=\s*[.:,;]|\s*$)",
    re.IGNORECASE,
)


def _sets(text: str) -> str:
    r"""Return words for the sets of numbers: ``\mathbb{R}``, ``x \in \mathbb{R}``, and the form of a set."""
    text = _BUILT.sub(r"\1", text)
    text = _ALL.sub(
        lambda found: (
            f"Solve for {found['x']} over the"
            f" {'complex' if 'C' in found['set'] or 'ℂ' in found['set'] else 'real'} numbers"
        ),
        text,
    )
    text = re.sub(rf",? ?\b(?:defined )?(?:on|over) (?:all of )?{_REAL} (?=by\b|as\b)", " defined ", text)
    text = re.sub(
        rf"\bsolve,? in {_REAL},? (?=(?:the|this)\b)([^.?!:]*)", r"solve \1 over the real numbers", text, flags=re.I
    )
    text = re.sub(
        rf"\bsolve,? in {_COMPLEX},? (?=(?:the|this)\b)([^.?!:]*)",
        r"solve \1 over the complex numbers",
        text,
        flags=re.I,
    )
    text = re.sub(rf"(?<!\\)\b(?:in|over|on) (?:the set )?{_REAL}", "over the real numbers", text)
    text = re.sub(rf"(?<!\\)\b(?:in|over|on) (?:the set )?{_COMPLEX}", "over the complex numbers", text)
    text = re.sub(
        rf",? ?\b(?:where |with |for |, )?(?:all )?[a-z] ?(?:\\in|∈) ?{_REAL}(?=\s*[.,;:]|\s*$)",
        " over the real numbers",
        text,
    )
    return re.sub(r"\s{2,}", " ", text)
