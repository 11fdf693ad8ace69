r"""Says the tasks of college textbooks and their sites as known ones: entry notes, names of results, places apart.

It is tried only if a problem is not understood as it is.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from ..formulas.same_notation import canonical
from .coursework_rules import RESULTS, RULES
from .entry_notes import without_entry_notes
from .given_places import placed
from .lightening import letters_of
from .limit_definitions import by_definition
from .written_sums import written_sum

_COMPILED = tuple((re.compile(pattern, re.IGNORECASE), instead) for pattern, instead in RULES)
_RESULT = re.compile(
    rf"\b(?P<noun>{'|'.join(RESULTS)}),? \$?(?P<name>[A-Za-z])(?:_\{{?\\?[a-z]*\{{?(?P<index>[a-z]+|\d)\}}*)?"
    r"(?P<of>\([a-z]\))?\$?(?=[ .,;?]|$)(?! ?=)"
)
_ONLY = re.compile(
    r"[.;,]? ?\(?(?:(?:give|list|state|find|write)? ?(?:only|just) the x-(?:coordinates|values)|(?:x-coordinates"
    r"|x-values) only)\)?(?=[.]|$)",
    re.IGNORECASE,
)
_POINTS = re.compile(r"\b(?:(?:all|the|any|each|every|both) )*(?P<kind>(?:[a-z]+ )?points?)\b(?! of (?:its|the))", re.I)
_LIMIT = re.compile(
    r"\blim(?:it)?,? (?:as )?(?P<to>[a-z] ?(?:->|→) ?\S+?) (?:of )?(?P<body>\S.*?)[.?]?$", re.IGNORECASE
)
_GRAPHS = re.compile(r"\b(?:the )?graphs of (?:the )?(?:given |following )*(?:equations|functions)\b", re.IGNORECASE)
_MOVED = re.compile(r"\s*\$?([svxhyd])\s*(?:\(\s*t\s*\))?\s*=")
_MOTION = re.compile(
    r"^(?:an?|the) (?:particle|object|car|body) (?:moves|is moving|travels) along (?:a|the) (?:straight |horizontal "
    r"|coordinate |x-)*(?:line|axis) (?:with|at) (?:a )?velocity(?: function)?(?: v\(t\))?(?:,? \(?(?:measured )?in"
    r" [a-z/ ]+\)?)?[.,] ",
    re.IGNORECASE,
)
_VECTOR = re.compile(r"<\s*(-?[\w./]+(?:\s*,\s*-?[\w./]+)+)\s*>")
_MATRIX = r"\\begin\{([pb]matrix)\}(?:(?!\\begin).)*\\end\{\1\}"
_FULL: tuple[tuple[str, str, str], ...] = (
    (r"\d+(?:\s*(?:,|and)\s*\d+)+", r"\bgreatest common factor(?=[.?!]*$)", "greatest common divisor"),
    (
        r"[^=]+=[^=]+(?:,|\\text\{ ?and ?\}|\\q?quad)[^=]+=[^=]+",
        r"\b(?:points? of intersection|intersection points?)(?=[.?!]*$)",
        "points of intersection of the curves",
    ),
    (
        rf"{_MATRIX}\s*\+\s*{_MATRIX.replace('1', '2')}",
        r"^(?:find|compute|calculate|determine|evaluate|what is) the (?:matrix )?sum"
        r"(?: of the (?:(?:two|given|following) )*matrices)?(?=[.?!]*$)",
        "add the matrices",
    ),
    (r".*", r"^(?:the )?modulus(?= of\b|[.?!]*$)", "find the modulus"),
)
"""What may be printed, and a question that does not say of what, each with the words that do."""
_NAMED = re.compile(r"(?<![A-Za-z\\])([A-Za-z])(?:\([a-z]\))?\s*=")
_CONSTANTS = re.compile(
    r"[,.;]? ?\(?\b(?:(?:you may|and|please) )*(?:assum(?:e|ing)|suppos(?:e|ing)|let|where|if|with|given|treat(?:ing)?"
    r"|consider(?:ing)?|here|for)(?: that)?,? (?P<names>\\?[a-zA-Z]+(?:(?:,? and|,) \\?[a-zA-Z]+)*) (?:is|are|be"
    r"|denotes?|represents?|as|to be)?(?: (?:an?|any|some|both|all))?(?P<kind>(?: (?:fixed|given|arbitrary|real"
    r"|unknown|nonzero|non-zero|positive|numerical))*) constants?\)?(?=[.,;:?]|$)",
    re.IGNORECASE,
)


def coursework(objective: str, expression: str, variables: Sequence[str]) -> tuple[str, str]:
    r"""Return a problem in more usual words; the same one if there are none.

    Args:
        objective: the words.
        expression: the problem's expression.
        variables: the problem's variables.

    >>> coursework("Find the linearization L(x) of f at a.", r"f(x) = \sqrt{x}, a = 4", ["x"])
    ('Find the linearization of f at x = 4.', 'f(x) = \\sqrt{x}')
    """
    letters = letters_of(expression, variables)
    text, expression = placed(without_entry_notes(objective.replace("...", "\u2026"), letters), expression, variables)
    for pattern, instead in _COMPILED:
        text = pattern.sub(instead, text)
    for printed, short, instead in _FULL:
        if re.fullmatch(printed, expression.strip(" $."), re.DOTALL):
            text = re.sub(short, instead, text, flags=re.IGNORECASE)
    text = _constant(_x_only(text), letters)
    limit = _LIMIT.search(text)
    if limit and canonical(limit["body"]) == canonical(expression):
        text = f"{text[: limit.start()].rstrip(' :')} as {limit['to']}"
    expression = _VECTOR.sub(r"\\langle \1 \\rangle", expression)
    moved = _MOVED.match(expression)
    if moved:
        text = re.sub(r"\baverage velocity\b", "average value" if moved[1] == "v" else "average rate of change", text)
    if moved and moved[1] == "v":
        text = _MOTION.sub("", text)
    if expression.count("=") == 2:
        text = _GRAPHS.sub("the two curves", text)
    named = set(_NAMED.findall(expression))
    text = _RESULT.sub(
        lambda found: found[0] if found["name"] in named and not found["index"] else _result(found), text
    )
    text, expression = written_sum(*by_definition(text, expression, variables), variables)
    text = re.sub(r"\s+([.,;?!])", r"\1", re.sub(r"\s{2,}", " ", text)).strip(" ,;")
    return (text or objective), expression


def _x_only(text: str) -> str:
    """Say "the x-coordinates of the points" if only these are asked."""
    made = _ONLY.sub("", text)
    if made == text or re.search(r"x-(?:coordinates|values)|values of x", made):
        return made
    made, points = _POINTS.subn(lambda found: f"the x-coordinates of the {found['kind']}", made, count=1)
    return made if points else text


def _result(found: re.Match[str]) -> str:
    """Return a noun without its name, whose number is the degree of a Taylor polynomial."""
    index = found["index"] or ""
    return f"{found['noun']} of degree {index}" if index.isdigit() and "polynomial" in found["noun"] else found["noun"]


def _constant(text: str, letters: Collection[str]) -> str:
    """Say "where a and b are constants" for what is assumed of letters, with "a > 0" if they are positive."""
    found = _CONSTANTS.search(text)
    names = re.findall(r"[a-zA-Z]+", re.sub(r"\band\b", " ", found["names"])) if found else []
    if not found or not names or not set(names) <= set(letters):
        return text
    said = f"{', '.join(names[:-1])} and {names[-1]} are constants" if names[1:] else f"{names[0]} is a constant"
    signs = "".join(f", where {name} > 0" for name in names) if "positive" in found["kind"].lower() else ""
    rest = text[found.end() :]
    return f"{text[: found.start()]}, where {said}{signs}{rest}"
