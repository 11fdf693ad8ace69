r"""Says in one way, or leaves out, what a few kinds of problems write: names of vectors, ends of a graph, I, q(x)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from fractions import Fraction

from ..formulas.exact import exact
from ..formulas.tree import Node, number
from ..questions.of_sequences import sequence
from ..statement import Choices, NotRead
from .many_letters import Keep

_QUOTIENT = r"\\[dt]?frac ?\{ ?[fgh] ?\( ?x ?\+ ?h ?\) ?- ?[fgh] ?\( ?x ?\) ?\} ?\{ ?h ?\}"
_WITHOUT_BOUND = r"(?:increases?|grows?|decreases?) without bound"
_SAID: tuple[tuple[str, str, str], ...] = (
    (
        r"^(?!.*\bh\b)",
        rf"(?:the )?(?:difference quotient,? )?{_QUOTIENT}(?:,? (?:where )?h ?(?:\\neq?|≠) ?0,?)?",
        "the difference quotient",
    ),
    (r"^(?!.*\bh\b)", r",? (?:where |for |with )?h ?(?:\\neq?(?!\w)|≠) ?0(?=[ ,.;]|$)", ""),
    (r"=", r"\b([Ee]valuate|[Ff]ind|[Cc]ompute|[Dd]etermine) and simplify (?=the difference quotient)", r"\1 "),
    (r"frac|/|\\div", r"\b(quotient|remainder),? [qr](?: ?\( ?[a-z] ?\))?(?![\w(]),?", r"\1"),
    (
        r"matrix",
        r",? where I (?:is|denotes) the (?:\d ?(?:\\times|x|by) ?\d )?(?:identity|unit)(?: matrix)?(?: of order \d)?"
        r"(?=[.,;]|$)",
        "",
    ),
    (
        r"matrix|langle|\(.*,.*\)",
        r"(?:the )?(?:(?:vector |orthogonal )projection of|projection of(?=[^.?!]*? on ?to)) (?:the )?"
        r"(?:vector )?⟦(\w)⟧ on(?: ?to)? (?:the )?"
        r"(?:(?:vector|(?:line|subspace) (?:spanned by|through|along))(?: the)?(?: vector)? )?⟦(\w)⟧",
        r"ONTO:\1 onto \2:",
    ),
    (
        r"matrix|langle|\(.*,.*\)",
        r"\b[Pp]roject (?:the )?(?:vector )?⟦(\w)⟧ on ?to (?:the )?(?:(?:vector|(?:line|subspace) (?:spanned by"
        r"|through|along))(?: the)?(?: vector)? )?⟦(\w)⟧(?: and (?:give|state|find) the projection(?: [a-z])?)?",
        r"find ONTO:\1 onto \2:",
    ),
    (
        r"\\lim",
        r"(?:[Dd]escribe|[Dd]etermine|[Ii]nvestigate|[Ss]tudy|[Ff]ind) the (?:end )?behaviou?r of (?:the |this )"
        r"(?:function|expression|graph|fraction) ?(AS:[^:]*:)? ?by (?:evaluating|finding|computing|calculating) (?:the"
        r"|this|its) limit",
        r"find the limit \1",
    ),
    (r"=", r"(?:[Aa]s|[Ww]hen) x (?:increases|grows) without bound", r"as x \\to \\infty"),
    (r"=", r"(?:[Aa]s|[Ww]hen) x decreases without bound", r"as x \\to -\\infty"),
    (r"=.*i", r"(?:the )?\\?(?:\barg|operatorname ?\{ ?arg ?\})(?: ?\(? ?[zw] ?\)?)?(?!\w)", "the principal argument"),
    (r"=.*i", r"(?<=the principal argument),? giving the principal value(?: in radians)?", ""),
)
"""Each with the expressions that it is for, how it is said, and how it is said here."""
_RULES = tuple((re.compile(printed), re.compile(said), instead) for printed, said, instead in _SAID)
_ENDS = re.compile(
    rf"(?:[Aa]s|[Ww]hen) x {_WITHOUT_BOUND}|on the (?:far )?(?:right|left)|(?:to|at) the (?:far )?(?:right|left)"
)
_LISTED = re.compile(r"(?<![A-Za-z\\])([a-z]_\{?\d\}?) ?=")


_TERMS = re.compile(
    r"(?P<noun>\b(?:sequence|progression|series)):? (?P<terms>-?\d+(?:, ?-?\d+){2,}),? ?(?:\.\.\.|\\[lc]?dots|…)"
)
"""The first terms of a sequence."""


def in_one_way(text: str, expression: str, variables: Sequence[str], keep: Keep) -> str:
    """Return an objective with what is written in several ways in one.

    Args:
        text: the words, without dollars.
        expression: the problem's expression.
        variables: the problem's variables.
        keep: what keeps a formula, and returns its mark.
    """
    text = _without_terms(_without_names(text, expression), expression, variables)
    if re.search(r"\\lim", expression):
        text = _ENDS.sub(lambda found: _end(found[0], expression), text)
    if re.search("laplace|mathcal", text, re.IGNORECASE):
        text = re.sub(r",? ?\(?(?:for |where |with |when )?t ?(?:\\geq?(?!\w)|≥|>|\\gt(?!\w)) ?0\)?", "", text)
    for printed, said, instead in _RULES:
        if printed.search(expression):
            text = said.sub(instead, text)
    text = re.sub(r"AS:[^:]*:", "", text)
    return re.sub(r"ONTO:([^:]*):", lambda found: keep("onto", found[1]), text)


def _end(said: str, expression: str) -> str:
    """Return a note for an end of the graph that the printed limit is at; other words as they are."""
    left = bool(re.search("decrease|left", said))
    at = re.search(r"\\to ?(\+?|-) ?\\infty", expression)
    return f"AS:{'left' if left else 'right'}:" if at and (at[1] == "-") is left else said


def _without_names(text: str, expression: str) -> str:
    """Say "the vectors" for a list of all names that are printed, such as v_1, v_2, v_3."""
    names = [
        re.sub(r"[{}]", "", one)
        for one in _LISTED.findall(re.sub(r"\\(?:mathbf|vec|boldsymbol) ?\{ ?([a-z]) ?\}", r"\1", expression))
    ]
    if len(names) < len(("one", "two")):
        return text
    one = r"[a-z]_\{?\d\}?"
    found = re.search(
        rf"(?:(?:the )?(?:set(?: of)? )?(?:vectors )?)?\\?\{{? ?{one}(?:(?:,? and|,) ?{one})+ ?\\?\}}?", text
    )
    if not found or re.findall(r"[a-z]_\d", re.sub(r"[{}]", "", found[0])) != names:
        return text
    return f"{text[: found.start()]} the vectors {text[found.end() :]}"


def _without_terms(text: str, expression: str, variables: Sequence[str]) -> str:
    """Leave out the first terms of a printed sequence, if they are those that its formula has."""
    found = _TERMS.search(text)
    if not found:
        return text
    with suppress(NotRead):
        read, name = sequence(expression, variables, Choices({}))
        said = [Fraction(one) for one in found["terms"].split(",")]
        term = read.expression
        if isinstance(term, Node) and said == [exact(term.put({name: number(at)})) for at in range(1, len(said) + 1)]:
            return f"{text[: found.start()]}{found['noun']}{text[found.end() :]}"
    return text
