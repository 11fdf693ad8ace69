r"""Says a bare instruction in the usual words: a verb, what it is done to, and what qualifies it.

"Homework: find A to the power 2 for me" becomes "Find A^2". An instruction must be understood in all its words; what
follows it, such as a range, remains for the usual reading. It is tried only if a problem is not understood as it is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache

from ..formulas.notation import parse_statement
from ..formulas.tree import Equation, Inequality, Printed
from ..formulas.typed import as_tex
from ..questions.splitting import sentences
from ..statement import Choices, NotRead
from .functions_named import of_function
from .instruction_forms import FORMS
from .instruction_functions import FUNCTIONS
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
    "squared": r"^[^()]*\([^()]*\)\s*\^\s*\{?\s*2\b[^()^]*$",
    "cubed": r"^[^()]*\([^()]*\)\s*\^\s*\{?\s*3\b[^()^]*$",
    "quotient": r"\\[dt]?frac|/|\\over",
    "square": r"\^\{?2|\*\*2|²",
    "complex": r"(?<![A-Za-z\\])i(?![A-Za-z])",
    "rooted": r"\\sqrt|sqrt|√",
    "limit": r"",
    "matrix": r"matrix|array|\[\[",
    "scaled": r"^\W*-?\d[\d/.]*\s*(?:\\cdot\s*|\\times\s*)?(?:\\left)?\W*\\begin(?!.*\\begin)",
    "determinant": r"vmatrix|\\vert|\|",
    "logarithm": r"\\?(?:log|ln)",
    "sum": r"\\sum",
    "integral": r"\\int",
    "unbounded": r"^(?!.*\\int)",
    "unnamed": r"^[^=]+$",
    "sequence": r"^\s*\$?[A-Za-z]_\{?[a-z]\}?\s*=",
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
_SLOT = re.compile(r"\(\?P<(?P<group>\w+)>|<(?P<slot>find|write|it|of|do|v|m|names|p|square)>")
"""A place to be filled, or the beginning of a named group."""
_TAIL = r"(?P<after>(?:,? (?:for(?! (?:all|every|any|each|no)\b)|in|on|over|with|where|at|when|rounded|if|given)\b.*)?)"
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
    expression = as_tex(expression)
    printed = _printed(expression, variables)
    letters = printed.names() if printed else letters_of(expression, variables)
    text = without_frame(_spoken(objective, {*letters, *variables}))
    text = inline(restated(text, expression, variables)) if _FORMULA.search(text) else text
    text = of_function(_of_names(text.rstrip(" .!?:;,"), expression), expression, variables)
    text, expression = of_partials(text, expression, printed)
    if re.search(r"'|\bd[A-Za-z]/d|frac\s*\{\s*d", expression):
        text = _started(text)
    if (curve := along_curve(text, printed, variables)) != text:
        return curve, expression
    text = qualified(_of_numbers(text, expression), expression, letters)
    given = _Given(expression, printed, frozenset(letters), _variable(expression, letters, variables))
    whole = _task(text, given)
    made = [whole] if whole != text else [_task(one, given) for one in sentences(text)]
    return " ".join(made) or objective, expression


def _printed(expression: str, variables: Sequence[str]) -> Printed | None:
    with suppress(NotRead, ValueError):
        return parse_statement(re.sub(r"\\[()]", "", expression), variables, Choices({})).expression
    return None


def _spoken(text: str, names: set[str]) -> str:
    """Return a text in small letters if most of its words are in capitals, with the problem's capital letters."""
    text = re.sub(r"\s+", " ", text.replace("\u2019", "'")).strip()
    long = [word for word in re.findall(r"(?<!\\)\b[A-Za-z]{2,}", text) if word not in names]
    shouted = sum(word.isupper() for word in long) > _SHOUTED * len(long)
    if not shouted or any(name.swapcase() in names for name in names):
        return text
    kept = {name.lower(): name for name in names if name.isupper()}
    return re.sub(r"(?<![A-Za-z])[a-z](?![A-Za-z])", lambda found: kept.get(found[0], found[0]), text.lower())


_DEFINED = re.compile(r"(?<![A-Za-z\\])(?:\\(?:mathbf|vec|boldsymbol|bm|hat)\s*\{?\s*)?([A-Za-z])\s*\}?\s*=")
_LISTED = (
    r"(?P<names>(?:\\(?:mathbf|vec) ?)?\{?[A-Za-z]\}?(?:(?:, and |, | and )(?:\\(?:mathbf|vec) ?)?\{?[A-Za-z]\}?)*)"
)
_GIVEN = r"(?: (?:are|is|be))?(?: (?:as|given|shown|defined|printed|follows|below|above|here))+"
_AHEAD = re.compile(
    r"^(?:(?:given|with|for|if|let|using|consider|take)(?: the)?(?: (?:vectors?|matri(?:x|ces)|given|two|following))*"
    rf" {_LISTED}(?:{_GIVEN})?|(?:given|with|for|using)(?: the)?(?: (?:vectors?|matri(?:x|ces)|given|two|following))+ "
    r"(?:below|above|given))[,.;:] ",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    rf",? (?:where|with|if|when|for) (?:the (?:vectors?|matri(?:x|ces)) )?{_LISTED}{_GIVEN}$", re.IGNORECASE
)
_SEQUENCE = re.compile(
    r"^(?:the )?(?:[a-z]th|general) term(?: [a-z]_\{?[a-z]\}?)? of (?:a|the|this) sequence is(?: given)?(?: by)?(?:"
    r" the formula)?(?: below| here| above)?[.:;,] ",
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
    if defined:
        text = re.sub(r"(?<![A-Za-z])([a-z])\.([a-z])(?![A-Za-z])", r"\1 \\cdot \2", text)
        text = re.sub(r"(?<![A-Za-z])([a-z]) x ([a-z])(?![A-Za-z])", r"\1 \\times \2", text)
    return _SEQUENCE.sub("", text) if re.match(r"\s*\$?[A-Za-z]_\{?[a-z]\}?\s*=", expression) else text


_ARGUMENT = re.compile(r"\s*\$?[A-Za-z](?:_\{?(?P<index>[a-z])\}?|\s*\(\s*\\?(?P<letter>[A-Za-z]+)\s*\))\s*=")


def _variable(expression: str, letters: Collection[str], variables: Sequence[str]) -> str:
    """Return the letter of a function's heading, or the only declared one that is printed; "" if there are several."""
    found = _ARGUMENT.match(expression)
    if found:
        return found["index"] or found["letter"]
    own = [one for one in variables if one in letters]
    return own[0] if len(own) == 1 else ""


_START = re.compile(
    r"^(?:initially|at the start|at first)(?: \((?P<v>[a-z]) ?= ?(?P<at>[^()]+)\))?,? (?P<f>[A-Za-z]) ?(?:=|is) ?"
    r"(?P<value>[^.,;]+)[.,;] find (?P=f)(?: (?:at (?P=v)|as a function of (?P=v)))?$",
    re.IGNORECASE,
)


def _started(text: str) -> str:
    """Say the value at the start of a differential equation's solution in the usual notation."""
    text = re.sub(r" (?:with|having) (?:this|the given) (?:gradient|slope)(?: function)?$", "", text)
    found = _START.match(text)
    if not found or not found["v"]:
        return text
    return f"Find {found['f']}({found['v']}) given that {found['f']}({found['at']}) = {found['value']}"


def _of_numbers(text: str, expression: str) -> str:
    """Say "the numbers" for those that are printed, in any order, and "the number" for a single one."""
    listed = re.findall(r"\d+", expression)
    if not re.search(_KINDS["numbers"], expression) and not re.search(_KINDS["number"], expression):
        return text
    run = re.search(r"(?<![\d.])\d+(?:(?:,? and |, ?)\d+)*(?!\d|\.\d)", text)
    if not run or sorted(re.findall(r"\d+", run[0])) != sorted(listed):
        return text
    return f"{text[: run.start()]}the number{'s' if listed[1:] else ''}{text[run.end() :]}"


_OPERATOR = re.compile(r"\\(?:int|sum|prod|lim)|'")
_NAMED_FUNCTION = re.compile(r"\s*\$?[A-Za-z](?:\s*\(\s*\\?[A-Za-z]+\s*\))?\s*=[^=]+$")
_DERIVATIVE = re.compile(r"[A-Za-z]'|\\d?frac\s*\{\s*d[\^ A-Za-z]|\bd[A-Za-z]/d")
_NO_SYSTEM = re.compile(r"'|[A-Za-z]\([^()]*\)\s*=|matrix|\[\[")
_TESTS: dict[str, Callable[[str, Printed | None], bool]] = {
    "function": lambda text, printed: not isinstance(printed, Inequality) and not _OPERATOR.search(text),
    "named": lambda text, _: _NAMED_FUNCTION.match(text) is not None,
    "inequality": lambda _, printed: isinstance(printed, Inequality),
    "equation": lambda _, printed: isinstance(printed, Equation),
    "differential": lambda text, _: "=" in text and _DERIVATIVE.search(text) is not None,
    "system": lambda text, _: text.count("=") > 1 and not _NO_SYSTEM.search(text),
}
"""What must be printed, if a pattern alone does not tell."""


def _is(kind: str, expression: str, printed: Printed | None) -> bool:
    if kind in _TESTS:
        return _TESTS[kind](expression, printed)
    return re.search(_KINDS[kind], expression, re.DOTALL) is not None


@cache
def _compiled() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    return tuple(
        (kind, instead, re.compile(_filled(pattern) + _TAIL, re.IGNORECASE))
        for kind, instead, patterns in (*FORMS, *TASKS, *FUNCTIONS)
        for pattern in patterns
    )


def _filled(pattern: str) -> str:
    """Return a pattern with its slots filled, in which a name that occurs again is another group: v_0, v_1."""
    counts: Counter[str] = Counter()

    def fill(found: re.Match[str]) -> str:
        if found["slot"]:
            return _SLOT.sub(fill, _SLOTS[found["slot"]])
        counts[found["group"]] += 1
        return f"(?P<{found['group']}_{counts[found['group']]}>"

    return _SLOT.sub(fill, pattern)


def _values(found: re.Match[str]) -> dict[str, str] | None:
    """Return what each name of a pattern stands for; None if one stands for two things."""
    values: dict[str, str] = {}
    for group, said in found.groupdict().items():
        name = group.rpartition("_")[0]
        if name and said is not None and values.setdefault(name, said) != said:
            return None
    return values


@dataclass(frozen=True)
class _Given:
    """A problem's expression, also as read, its letters, and the only one that is a variable."""

    expression: str
    printed: Printed | None
    letters: frozenset[str]
    letter: str


_OF_ALL = frozenset({"system", "single", "reciprocal"})
"""What is done in all letters, so that the words name all or none."""


def _fits(kind: str, said: set[str], names: Collection[str]) -> bool:
    """Return whether an instruction names letters of the problem, or all of them if it must not leave one out."""
    return said <= set(names) and (not said or kind not in _OF_ALL or said == set(names))


def _named(values: dict[str, str]) -> set[str]:
    """Return the letters that an instruction names."""
    said = [values.get("v", ""), *re.split(r",? (?:and|&) |, ?", values.get("names", ""))]
    return {re.sub(r"[\\{}]", "", name) for name in said if name}


def _task(said: str, given: _Given) -> str:
    """Return a sentence as the usual words for its task, with what follows the task; itself if it is none."""
    plain = re.sub(r"\s{2,}", " ", said).strip(" .!?:;,")
    for kind, instead, pattern in _compiled():
        found = pattern.fullmatch(plain)
        values = _values(found) if found else None
        if found is None or values is None or not _is(kind, given.expression, given.printed):
            continue
        name = values.get("v", "").lstrip("\\")
        kept = not name or "<v>" in instead or name == given.letter or kind in _OF_ALL
        if kept and _fits(kind, _named(values), given.letters):
            made = _put({"v": given.letter, **values}, instead)
            return f"{made}{found['after']}" + ("" if made.endswith("?") else ".")
    return said


def _put(values: dict[str, str], instead: str) -> str:
    return re.sub(r"<(\w+)>", lambda slot: values.get(slot[1], ""), instead)
