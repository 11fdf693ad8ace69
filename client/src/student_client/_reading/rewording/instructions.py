r"""Says a bare instruction in the usual words: a verb, what it is done to, and what qualifies it.

"Homework: find A to the power 2 for me" becomes "Find A^2". An instruction must be understood in all its words; what
follows it, such as a range, remains for the usual reading. It is tried only if a problem is not understood as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from functools import cache

from ..formulas.notation import parse_statement
from ..formulas.tree import Equation, Inequality, Printed
from ..questions.splitting import sentences
from ..statement import Choices, NotRead
from .instruction_forms import FORMS
from .instruction_parts import DO, FIND, IT, WRITE
from .instruction_tasks import TASKS
from .letters_named import along_curve, of_partials
from .lightening import letters_of
from .qualifiers import qualified, without_frame
from .restating import inline, restated

_FUNCTIONS = r"\\?(?:sin|cos|tan|sec|csc|cot|log|ln|exp)(?![a-z])"
_OTHER = rf"(?:{_FUNCTIONS}|[=<>]|\\(?:leq?|geq?|int|sum|prod|lim|begin)(?![a-z]))"
_KINDS = {
    "any": r"",
    "number": r"^\s*\$?\d{2,}\$?\s*$",
    "numbers": r"^\s*\d+(?:\s*(?:,|;|and|\\text\s*\{\s*and\s*\}|\\q?quad)+\s*\d+)+\s*$",
    "single": r"^(?!.*\\?(?:tan|sec|csc|cot)(?![a-z])).*\\?(?:sin|cos)(?![a-z])",
    "reciprocal": r"\\?(?:tan|sec|csc|cot)(?![a-z])",
    "algebra": rf"^(?!.*{_OTHER})",
    "polynomial": rf"^(?!.*(?:{_OTHER}|\\(?:[dt]?frac|sqrt))).*[a-z]",
    "quotient": r"\\[dt]?frac|/|\\over",
    "square": r"\^\{?2|\*\*2|²",
    "complex": r"(?<![A-Za-z\\])i(?![A-Za-z])",
    "rooted": r"\\sqrt|sqrt|√",
    "limit": r"",
    "matrix": r"matrix|array|\[\[",
    "scaled": r"^\W*-?\d[\d/.]*\s*(?:\\cdot\s*|\\times\s*)?(?:\\left)?\W*\\begin(?!.*\\begin)",
    "determinant": r"vmatrix|\\vert|\|",
    "logarithm": r"\\?(?:log|ln)",
}
_NAME = r"\\?[A-Za-z]+(?:_\{?\w+\}?)?"
_SLOTS = {
    "find": FIND,
    "write": WRITE,
    "it": IT,
    "of": rf"(?: (?:of|for|to|in|from) {IT})?",
    "do": DO,
    "v": r"(?P<v>\\?[A-Za-z]+(?:_\{?\w+\}?)?)",
    "m": r"(?P<m>[A-Z])",
    "names": rf"(?P<names>{_NAME}(?:(?:, and|,? &|,| and) {_NAME})*)",
    "p": r"(?P<p>\S+?)",
    "square": r"(?:[a-z] ?)?\( ?(?P<v>\\?[a-z]+) ?[-+] ?[a-z] ?\) ?\^ ?\{?2\}? ?[-+] ?[a-z]",
}
_SLOT = re.compile(r"(?<!\?P)<(find|write|it|of|do|v|m|names|p|square)>")
_TAIL = r"(?P<after>(?:,? (?:for|in|on|over|with|where|at|when|rounded|if|given)\b.*)?)"
_FORMULA = re.compile(r"[=^]|\\(?:frac|sqrt|int|sum|lim)")
_SHOUTED = 0.6
"""The share of words in capitals above which a text is in capitals."""


def instructed(objective: str, expression: str, variables: Sequence[str]) -> tuple[str, str]:
    r"""Return a problem whose instructions are in the usual words; the same one if there are none.

    Args:
        objective: the words.
        expression: the printed expression.
        variables: the problem's variables.

    >>> instructed("Factorize 286 Into Prime Factors", "286", ["n"])
    ('Factor into primes.', '286')
    """
    printed = _printed(expression, variables)
    letters = printed.names() if printed else letters_of(expression, variables)
    text = without_frame(_spoken(objective, {*letters, *variables}))
    text = inline(restated(text, expression, variables)) if _FORMULA.search(text) else text
    text = of_partials(_of_names(text.rstrip(" .!?:;,"), expression), expression, printed)
    if (curve := along_curve(text, printed, variables)) != text:
        return curve, expression
    text = qualified(_of_numbers(text, expression), expression, letters)
    made = [_task(one, expression, printed, letters) for one in sentences(text)]
    return " ".join(made) or objective, expression


def _printed(expression: str, variables: Sequence[str]) -> Printed | None:
    with suppress(NotRead, ValueError):
        return parse_statement(re.sub(r"\\[()]", "", expression), variables, Choices({})).expression
    return None


def _spoken(text: str, names: set[str]) -> str:
    """Return a text in small letters if most of its words are in capitals, and no letter of the problem is."""
    text = re.sub(r"\s+", " ", text.replace("\u2019", "'")).strip()
    long = [word for word in re.findall(r"(?<!\\)\b[A-Za-z]{2,}", text) if word not in names]
    shouted = sum(word.isupper() for word in long) > _SHOUTED * len(long)
    return text.lower() if shouted and all(name.islower() for name in names) else text


_DEFINED = re.compile(r"(?<![A-Za-z\\])(?:\\(?:mathbf|vec|boldsymbol|bm|hat)\s*\{?\s*)?([A-Za-z])\s*\}?\s*=")
_LISTED = (
    r"(?P<names>(?:\\(?:mathbf|vec) ?)?\{?[A-Za-z]\}?(?:(?:, and |, | and )(?:\\(?:mathbf|vec) ?)?\{?[A-Za-z]\}?)*)"
)
_GIVEN = r"(?: (?:are|is|be))?(?: (?:as|given|shown|defined|printed|follows|below|above|here))+"
_AHEAD = re.compile(
    rf"^(?:(?:given|with|for|if|let|using|consider|take)(?: the)?(?: (?:vectors?|matri(?:x|ces)|given|two|"
    rf"following))* {_LISTED}"
    rf"(?:{_GIVEN})?|(?:given|with|for|using)(?: the)?(?: (?:vectors?|matri(?:x|ces)|given|two|following))+ "
    rf"(?:below|above|given))"
    r"[,.;:] ",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    rf",? (?:where|with|if|when|for) (?:the (?:vectors?|matri(?:x|ces)) )?{_LISTED}{_GIVEN}$", re.IGNORECASE
)
_SEQUENCE = re.compile(
    r"^(?:the )?(?:[a-z]th|general) term(?: [a-z]_\{?[a-z]\}?)? of (?:a|the|this) sequence is(?: given)?(?: "
    r"by)?(?: the"
    r" formula)?(?: below| here| above)?[.:;,] ",
    re.IGNORECASE,
)


def _of_names(text: str, expression: str) -> str:
    """Leave out that the printed matrices, vectors or terms of a sequence are given."""
    defined = set(_DEFINED.findall(expression))
    for pattern in (_AHEAD, _BEHIND):
        found = pattern.search(text)
        said = set(re.findall(r"(?<![A-Za-z\\])[A-Za-z](?![A-Za-z])", (found["names"] or "") if found else ""))
        if found and defined and said <= defined:
            text = f"{text[: found.start()]}{text[found.end() :]}"
    text = re.sub(r"\bthe (?:magnitude|length|norm|modulus) (?=\|+[^|]+\|+$)", "", text)
    return _SEQUENCE.sub("", text) if re.match(r"\s*\$?[A-Za-z]_\{?[a-z]\}?\s*=", expression) else text


def _of_numbers(text: str, expression: str) -> str:
    """Say "the numbers" for those that are printed, in any order, and "the number" for a single one."""
    listed = re.findall(r"\d+", expression)
    if not re.search(_KINDS["numbers"], expression) and not re.search(_KINDS["number"], expression):
        return text
    run = re.search(r"(?<![\d.])\d+(?:(?:,? and |, ?)\d+)*(?!\d|\.\d)", text)
    if not run or sorted(re.findall(r"\d+", run[0])) != sorted(listed):
        return text
    return f"{text[: run.start()]}the number{'s' if listed[1:] else ''}{text[run.end() :]}"


def _is(kind: str, expression: str, printed: Printed | None) -> bool:
    if kind == "inequality":
        return isinstance(printed, Inequality)
    if kind == "equation":
        return isinstance(printed, Equation)
    if kind == "differential":
        return (
            re.search(r"[A-Za-z]'|\\d?frac\s*\{\s*d[\^ A-Za-z]|\bd[A-Za-z]/d", expression) is not None
            and "=" in expression
        )
    if kind == "system":
        return expression.count("=") > 1 and not re.search(r"'|[A-Za-z]\([^()]*\)\s*=|matrix|\[\[", expression)
    return re.search(_KINDS[kind], expression, re.DOTALL) is not None


@cache
def _compiled() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    return tuple(
        (kind, instead, re.compile(_SLOT.sub(_filled(), pattern) + _TAIL, re.IGNORECASE))
        for kind, instead, patterns in (*FORMS, *TASKS)
        for pattern in patterns
    )


def _filled() -> Callable[[re.Match[str]], str]:
    """Return what fills the slots of a pattern: a letter's slot that was there before is the same letter again."""
    seen: set[str] = set()

    def fill(found: re.Match[str]) -> str:
        name = found[1]
        again = name in seen
        seen.add(name)
        return f"(?P={name})" if again and "(?P<" in _SLOTS[name] else _SLOTS[name]

    return fill


def _fits(kind: str, said: set[str], names: Collection[str]) -> bool:
    """Return whether an instruction names letters of the problem, or all of them if it must not leave one out."""
    return said <= set(names) and (not said or kind not in {"system", "single", "reciprocal"} or said == set(names))


def _named(found: re.Match[str]) -> set[str]:
    """Return the letters that an instruction names."""
    given = found.groupdict()
    said = [given.get("v") or "", *re.split(r",? (?:and|&) |, ?", given.get("names") or "")]
    return {re.sub(r"[\\{}]", "", name) for name in said if name}


def _task(said: str, expression: str, printed: Printed | None, names: Collection[str]) -> str:
    """Return a sentence as the usual words for its task, with what follows the task; itself if it is none."""
    plain = re.sub(r"\s{2,}", " ", said).strip(" .!?:;,")
    for kind, instead, pattern in _compiled():
        found = pattern.fullmatch(plain)
        if found and _is(kind, expression, printed) and _fits(kind, _named(found), names):
            return f"{found.expand(instead)}{found['after']}."
    return said
