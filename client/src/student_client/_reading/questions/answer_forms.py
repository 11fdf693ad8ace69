r"""Reads the form in which an answer is asked: "in the form $a + b\sqrt{3}$, where a and b are integers".

The words of the form leave the objective. What is left asks the question, and the form is checked on the answer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ..formulas.coefficients import NoPolynomial, coefficients
from ..formulas.parser import parse_latex
from ..formulas.same_notation import canonical
from ..formulas.tree import ONE, Node, symbol
from ..rewording.answer_notes import tidy
from ..statement import NotRead, Shape

_LETTER = r"\$? ?\\?[a-zA-Z](?:_\d)? ?\$?"
_LISTED = rf"{_LETTER}(?:(?:,|, and| and|,? or) ?{_LETTER})*"
_NUMBERS = (
    r"(?:both |all |each )?(?:(?:an?|any|real|rational|exact|constant|non-?zero|whole) )*"
    r"(?:integers?|constants?|numbers?|real|rational|surds?|fractions?)"
    r"(?:,? (?:to be|which are to be|that are to be|whose values are to be) (?:found|determined|stated))?"
)
_WHERE = (
    rf"(?:,? ?\(?(?:where|with|and|for|such that|in which) {_LISTED} ?(?:(?:(?:is|are|being) )?{_NUMBERS}|\\in"
    r" ?\\mathbb ?\{?[ZQR]\}?|∈ ?[ℤℚℝ])\)?|,? ?(?:with|for|using) (?:integers?|rationals?|reals?|constants?)(?:"
    rf" numbers?)? {_LISTED}|,? (?:stating|giving|finding|and (?:state|give|find)) the (?:exact )?values? of (?:the )?"
    rf"(?:(?:constants?|integers?|numbers?) )?{_LISTED})"
)
_FORM = re.compile(
    r"(?:,? ?\b(?:in|into|to|as|of)) (?:(?:the|a|an|its) )?(?:(?:exact|simplified|simplest|standard|cartesian"
    r"|rectangular|algebraic|complex) )*form:? (?P<form>\$[^$]+\$|\\\(.+?\\\)|(?:[^,.;?!$()]|\([^()]*\))+?)"
    rf"(?P<where>{_WHERE}*)(?=\s*(?:[.,;?!)\]\[]|\(\d+\)|$))",
    re.IGNORECASE,
)
_VERB = (
    r"(?:giv(?:e|ing)|leav(?:e|ing)|express(?:ing)?|writ(?:e|ing)|stat(?:e|ing)|present(?:ing)?|put(?:ting)?"
    r"|show(?:ing)?)"
)
_ITS = (
    r"(?:(?:your|the|its|each|every|any|all|both|these|this) )?(?:(?:final|exact|simplified|real|complex|full) )*"
    r"(?:answers?|solutions?|results?|roots?|values?|equations?|expressions?|products?|quotients?|it|them|number|line)"
)
_GIVING = re.compile(rf"[,;(]? ?\b(?:and |then |but )*(?:hence )?{_VERB}(?: down)?(?: {_ITS})?$", re.IGNORECASE)
_ASKED = re.compile(
    r"(?:hence )?(?:(?:express|write|rewrite|put|give|state|show|simplify|convert|rationali[sz]e|expand|evaluate"
    r"|compute|calculate|find|work out)(?: down)?(?:,? and )?)+"
    r"(?: (?:(?:the|this|each|following|given|exact|simplified|above|real|complex|value|of|quadratic|algebraic)"
    r"(?= |$) ?)*(?:expression|number|fraction|quotient|product|sum|difference|surd|quadratic|polynomial|function"
    r"|answer|result|trinomial|power|it|value|[fgh]\([a-z]\))?)?(?: (?:below|above|given|shown))?",
    re.IGNORECASE,
)
_COMPLEX = re.compile(r"[a-z]\+(?:[a-z]i|i[a-z])", re.IGNORECASE)
_AS = re.compile(r"\bas (?=\$?y ?= ?[a-z]x ?[-+] ?[a-z]\b)", re.IGNORECASE)
_LINE = re.compile(r"\b(?:in|into) (?:the )?slope[- ]intercept form(?:,? \(?y ?= ?mx ?\+ ?[bc]\)?)?", re.IGNORECASE)
_TURNED = re.compile(r"\bin (?:the )?\$?([a-z] ?\+ ?(?:[a-z]i|i[a-z]))\$? form\b", re.IGNORECASE)
_TANGENT = re.compile(r"\b(?:tangent|normal)\b(?!(?: vector| form))", re.IGNORECASE)
_IMPLICIT = re.compile(
    r"(?:,? ?\b(?:in|into|as)) (?:the )?(?:general form(?:,? ax ?\+ ?by ?\+ ?c ?= ?0)?|(?:form )?\$?ax ?[-+]"
    rf" ?by ?(?:[-+] ?c)? ?= ?[0cd]\$?){_WHERE}*(?=\s*(?:[.,;?!)\]\[]|\(\d+\)|$))",
    re.IGNORECASE,
)
"""The form of a line's equation with both letters on one side."""
_PARTIAL = re.compile(r"\\d?frac\{[A-Z][a-z]?(?:\+[A-Z])?\}\{.+\}.*\\d?frac\{[A-Z]")
_STRAIGHT = re.compile(r"(?:y|[a-zA-Z]\([a-z]\))=")
_ALONE = re.compile(r"(?<![A-Za-z\\])[A-Za-z](?![A-Za-z])")


def shaped(objective: str, expression: str, variables: Sequence[str]) -> tuple[str, Shape | None]:
    r"""Return an objective without the form that it asks of the answer, and the form.

    Args:
        objective: the words.
        expression: the problem's expression.
        variables: the problem's variables.

    Returns:
        Both; the words as they are, and None, if they ask for no form or for one that is not known.

    >>> shaped("Find the integral, giving your answer in the form a + b ln 2.", r"\int_0^1 x\,dx", ["x"])[0]
    'Find the integral.'
    """
    if (line := _IMPLICIT.search(objective)) and _TANGENT.search(objective):
        words = tidy(f"{_GIVING.sub('', objective[: line.start()].rstrip(' ,'))}{objective[line.end() :]}")
        return words, Shape(f"ax + by + c = 0{', integers' if 'integer' in line[0] else ''}", symbol("a"), ())
    objective = _AS.sub("in the form ", objective)
    objective = _LINE.sub("in the form y = mx + c", _TURNED.sub(r"in the form \1", objective))
    found = _FORM.search(objective)
    if not found:
        return objective, None
    before, after = objective[: found.start()].rstrip(" ,"), objective[found.end() :]
    before, only_verb = _task(_GIVING.sub("", before), expression)
    form = _spelled(found["form"])
    plain = re.sub(r"\s", "", form)
    present = [name for name in variables if name in _letters(expression)]
    if _is_square(plain, expression, present):
        return (f"{before}complete the square{after}" if only_verb else objective), None
    if _COMPLEX.fullmatch(plain) and "i" not in variables:
        words = f"{before}write in the form a + bi{after}" if only_verb else tidy(f"{before}{after}")
        return words, None if only_verb else Shape("a + bi", symbol("a"), ("a", "b"), complex_numbers=True)
    if _PARTIAL.search(plain):
        return (f"{before}write in partial fractions{after}" if only_verb else f"{before}{after}"), None
    shape = _template(
        form, present, set(_ALONE.findall(found["where"] or "")), "equation" in before or "line" in before
    )
    if shape and re.search(r"\\pm|±", found["form"]):
        shape = replace(shape, either=True)
    words = f"{before}simplify{after}" if only_verb else tidy(f"{before}{after}")
    return (words, shape) if shape else (objective, None)


def _task(before: str, expression: str) -> tuple[str, bool]:
    """Return the words before the form; if they only say "express it" after other sentences, without that."""
    start = max((found.end() for found in re.finditer(r"[.;:!?] ", before)), default=0)
    last = before[start:].strip(" ,")
    own = re.match(r"\s*\$?([a-zA-Z])\s*=", expression)
    last = re.sub(rf" \$?{own[1]}\$?$", " the expression", last) if own else last
    wanted = {canonical(part) for part in (expression, expression.partition("=")[2]) if canonical(part)}
    for word in re.finditer(r" (?=\S)", last):
        if canonical(last[word.end() :]) in wanted:
            last = f"{last[: word.start()]} the expression"
            last = re.sub(
                r"(?:expression|number|quadratic|complex number|fraction) the expression$", "expression", last
            )
            break
    return (before[:start], True) if not last or _ASKED.fullmatch(last) else (before, False)


def _spelled(form: str) -> str:
    """Return a form in LaTeX."""
    text = re.sub(r"\$|\\\(|\\\)|\\left|\\right|\\[,;: ]", "", form).strip()
    text = re.sub(r"√ ?\(?([A-Za-z]|\d+)\)?|(?<!\\)\bsqrt ?[({]?([A-Za-z]|\d+)[)}]?", r"\\sqrt{\1\2}", text)
    text = re.sub(r"(?<![A-Za-z\\])([a-z]?)(ln|log) ?(?=[a-z\d(])", r"\1\\\2 ", text)
    text = re.sub(r"\\pm(?![a-z])|±", "+", text)
    return text.replace("²", "^2").replace("π", r"\pi ").replace("−", "-")


def _letters(text: str) -> set[str]:
    """Return the letters that stand alone, or beside other letters in LaTeX."""
    bare = re.sub(r"\\[A-Za-z]+", " ", text)
    words = set(_ALONE.findall(bare))
    return words | {letter for word in re.findall(r"(?<![A-Za-z])[a-z]{2}(?![A-Za-z])", bare) for letter in word}


def _is_square(plain: str, expression: str, present: Sequence[str]) -> bool:
    """Return whether a form is a completed square, with a leading factor if the expression has one."""
    for name in present:
        square = rf"\({name}[+-][a-z]\)\^\{{?2\}}?"
        found = re.fullmatch(rf"(?P<factor>[+-]?[a-z]?){square}[+-][a-z]|[a-z]-(?P<after>[a-z]?){square}", plain)
        if not found:
            continue
        try:
            read = parse_latex(expression.rpartition("=")[2], present)
            leading = coefficients(read, name).get(2) if isinstance(read, Node) else None
        except (NotRead, NoPolynomial, ValueError):
            return False
        return leading == ONE or bool(re.search("[a-z]", found["factor"] or found["after"] or ""))
    return False


def _template(form: str, present: Sequence[str], named: set[str], line: bool) -> Shape | None:
    r"""Return a form such as ``a + b\sqrt{3}`` or ``y = mx + c``; None if it is not one."""
    bare = re.sub(r"\s", "", form)
    head = _STRAIGHT.match(bare)
    if head and not line:
        return None
    text = form.partition("=")[2] if head else form
    letters = [name for name in dict.fromkeys(_ALONE.findall(re.sub(r"\\[A-Za-z]+", " ", _apart(text)))) if name != "e"]
    parameters = tuple(name for name in letters if name not in present)
    if not parameters or "i" in parameters or named & set("bcdfghjklmnpqrstuvwxyz") - set(parameters):
        return None
    try:
        read = parse_latex(text, (*present, *parameters))
    except (NotRead, ValueError):
        return None
    if not isinstance(read, Node) or read.names() - {*present, *parameters}:
        return None
    return Shape(form.strip(), read, parameters)


def _apart(text: str) -> str:
    """Return a formula with a space between its letters."""
    return re.sub(r"(\\[A-Za-z]+)|([A-Za-z])", lambda found: f"{found[1] or found[2]} ", text)
