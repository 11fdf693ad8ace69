"""Takes off what people write around a task: where it is from, that something is given, how the answer should look.

Nothing here counts, orders, compares or limits: "x is positive" is kept as a range, and "the velocity is given" is only
left out if the rest names no quantity that could be it or follow from it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_LABEL = re.compile(
    r"^(?:warm-?up|ideal gas|from (?:physics|chemistry|economics)|from (?:my|the) (?:textbook|book)|as a check"
    r"|calculus|algebra|section \d+(?:\.\d+)*|here is one|a quick one|for practice) ?: *"
    r"|^the (?:formula|expression) is (?:given )?below ?[;.:] *",
    re.IGNORECASE,
)
_GIVEN = re.compile(
    r"^(?:the (?:current|charge|cost function|population|velocity|power|height of a ball|position of a particle)"
    r" is given(?: below)?|(?:the )?power as a function of \\?[a-z]+)[.:;] *",
    re.IGNORECASE,
)
_QUANTITY = re.compile(
    r"\b(?:veloc|speed|accel|position|displac|distan|path|cost|revenue|profit|marginal|charge|current|voltage|time"
    r"|population|rate|height|work\b|energy|power\b(?! rule)|average|mean\b|total|growth|ball|particle|ground|rest\b"
    r"|solv|solution|root|zero|vanish|intercept|cross|what|which|when|where|isolate|subject|maxim|minim|extrem)",
    re.IGNORECASE,
)
"""Words for what could be given, and for numbers of which a negative one could make no sense."""
_SUPPOSED = r"^(?:suppose|assume|let)(?: that)? (\\?[a-z]+(?:_\d)?) (?:is|be) "
_POSITIVE = re.compile(rf"{_SUPPOSED}positive[.:;] *", re.IGNORECASE)
_REAL = re.compile(rf"{_SUPPOSED}(?:a )?real(?: number)?[.:;] *", re.IGNORECASE)
_SOLUTIONS = re.compile(r"\b(?:solv|solution|root|zero|factor)", re.IGNORECASE)
"""Words of what could be complex, if nothing says that the letter is real."""
_GENERAL = re.compile(r"\b(?:solv|solution|general|differential eq|initial)|'|d[a-z]\s*[/}]", re.IGNORECASE)
"""What asks for a family of solutions, in which a constant matters."""
_CONSTANT = re.compile(r"[.,;]? ?\(?\b(?:ignore (?:the )?C|take C ?= ?0)\b\)?", re.IGNORECASE)
_OF_INTEGRATION = re.compile(r"[.,;]? ?\(?\b(?:drop the constant|the constant can be dropped)\b\)?", re.IGNORECASE)
_INTEGRAL = re.compile(r"integra|antideriv|antidiff|primitive|\bint\b", re.IGNORECASE)
_MANNER = re.compile(
    r"[.,;]? ?\b(?:nothing else(?! than| but)|for the report|using the usual rules|use the rules you know"
    r"|the answer should be short|leave (?:the )?roots as they are|let ([a-z]) ?= ?[^ .,;]+ if it helps"
    r"|be careful with the signs)\b",
    re.IGNORECASE,
)
_ASKED: tuple[tuple[str, str], ...] = (
    (r"^how (?:much|large|big) is (?:it|this) (?:for|at|when|if) (?=\\?[a-z]\w* ?=)", "evaluate at "),
    (r"^work (?:it|this) out (?:with|for|at|when) (?=\\?[a-z]\w* ?=)", "evaluate at "),
    (r" \((variable \\?[a-z]\w*)\)", r", \1"),
    (r"^ordinate (?=(?:at|for|when|where) )", "y-value "),
    (r"^(?:long-(?:term|run)|terminal|limiting) value (?=as )", "limit "),
)
_RATE = re.compile(
    r"^find (?P<f>[a-z]) (?:given|if) (?:d(?P=f)/d(?P<v>\\?[a-z]+)|(?P=f)'\((?P<w>\\?[a-z]+)\))"
    r"(?: is (?:this|given|below))?(?: for me)?(?=[ .?!]*$)",
    re.IGNORECASE,
)


_UNKNOWN = re.compile(r"^(?:how (?:large|big) is|give) (\\?[a-z]+(?:_\d)?)(?: for me)?[ .?!]*$", re.IGNORECASE)


def unframed(words: str, expression: str, variables: Sequence[str]) -> tuple[str, str]:
    r"""Return a problem without what stands around its task, and the task in usual words.

    Args:
        words: the objective.
        expression: the printed expression.
        variables: the problem's variables.

    >>> unframed("Warm-up: factor, nothing else", "x^2", ["x"])
    ('factor', 'x^2')
    """
    text, kept = words.strip(), ""
    for said, condition in ((_POSITIVE, "> 0"), (_REAL, "is real")):
        found = said.match(text)
        if found and found[1].lstrip("\\") in variables:
            text, kept = text[found.end() :], f", where {found[1]} {condition}"
    given = _GIVEN.match(text)
    if given and not _QUANTITY.search(text[given.end() :]):
        text = text[given.end() :]
    text = _MANNER.sub(lambda one: one[0] if one[1] and _has(expression, one[1]) else "", _LABEL.sub("", text))
    if not _has(expression, "C") and not _GENERAL.search(f"{text} {expression}"):
        text = _CONSTANT.sub("", text)
    if _INTEGRAL.search(f"{text} {expression}"):
        text = _OF_INTEGRATION.sub("", text)
    for pattern, instead in _ASKED:
        text = re.sub(pattern, instead, text, flags=re.IGNORECASE)
    unknown = _UNKNOWN.match(text)
    if unknown and unknown[1].lstrip("\\") in variables and "=" in expression:
        text = f"solve for {unknown[1]}"
    rate = _RATE.match(text)
    if rate and not _has(expression, rate["f"]) and not re.search(r"=|int", expression):
        text = f"find the antiderivative with respect to {rate['v'] or rate['w']}"
    return (re.sub(r"[ ,;]+(?=[.?!]*$)", "", text) + kept if text else words), expression


def _has(expression: str, letter: str) -> bool:
    """Return whether a letter is printed, outside of a command's name."""
    return letter in re.sub(r"\\[A-Za-z]+", " ", expression)
