r"""Leaves out what only declares the letters: "where k is a constant", "for all real x", "f: R -> R", ``N = 221``.

A declaration stays if it restricts a letter: "where k is a positive constant", "f: [0, \infty) -> R".
"""

from __future__ import annotations

import re
from collections.abc import Collection

_REALS = r"(?:\\mathbb ?\{?R\}?|\\R(?![a-z])|ℝ|\\mathbf ?\{?R\}?)"
_EXCEPT = rf"{_REALS}(?: ?(?:\\setminus|\\backslash|-|−) ?\\?\{{ ?-?\d+(?:/\d+)?(?: ?, ?-?\d+)* ?\\?\}})?"
_ARROW = r"(?:\\to(?![a-z])|→|\\rightarrow(?![a-z])|\\longrightarrow(?![a-z])|->)"
_SIGNATURE = re.compile(
    rf"(?<![\w\\])\$?(?P<name>[fgh]) ?: ?{_EXCEPT} ?{_ARROW} ?[^$.;]+?(?P<end>\$|(?= (?:be|is|by|has)\b))"
)
_EXTREME = re.compile(
    r"\b(?:least|greatest|smallest|largest|maxim\w+|minim\w+|lowest|highest|smallest possible)\b", re.IGNORECASE
)
_RELATION = re.compile(r"[=<>≤≥].*[=<>≤≥]|[<>≤≥]|\\(?:[lg]eq?|lt|gt)(?![a-z])|\\(?:int|sum|prod|lim)(?![a-z])")
_DOMAIN = re.compile(
    r"\b(?:over|on|in|for|within|throughout) (?:the )?(?:given |restricted |stated )?domain,? ?(?:of )?(?=(?P<next>\$?"
    r"(?:\\?[a-z]+ ?(?:\\in(?![a-z])|∈|in the interval)|[\[(]|[-−\d\\])))",
    re.IGNORECASE,
)
_ROOTS = r"(?:the|both)(?: two)? (?:roots|solutions) of (?:the|this)(?: quadratic)? (?:equation|quadratic)"
_DISTINCT = "the equation has two distinct real roots"
_NAMES = tuple(
    (re.compile(pattern, re.IGNORECASE), said)
    for pattern, said in (
        (r"\b(the (?:\w+ )?equation) \$?[fgp] ?\( ?[a-z] ?\) ?= ?0\$?(?= (?:has|have)\b)", r"\1"),
        (rf"\b{_ROOTS} are (?:real and )?(?:equal|coincident|identical)\b", "the equation has equal roots"),
        (rf"\b{_ROOTS} are (?:real and (?:distinct|different)|(?:distinct|different) and real)\b", _DISTINCT),
        (
            r"(?:(?:all|the) )*\b(zeros|roots|solutions),? (?:both )?\(?real and (?:complex|imaginary|non-?real)\)?,?",
            r"all complex \1",
        ),
        (r"\b(?:two|three|four|five|six)-term (?=polynomial|expression)", ""),
        (
            r"(?:(?:an?|the) )?(?:equation|formula|rule|expression) (?:for|of|defining|giving) (?:the inverse(?:"
            r" function)?,? )?(?=\$?[fgh] ?\^ ?\{? ?-1)",
            "",
        ),
        (
            r"(?<=\^\{-1\})(\(\w\))?(\$?), (?:which is )?the inverse(?: function)?(?: of (?:\$?[fgh]\$?|the"
            r" function))?",
            r"\1\2",
        ),
        (
            r"(?:the |a )?function \$?[fgh]\$? is defined (?:for|on|when)(?: all)?(?: real)? (?:(?:values of"
            rf" )?\$?[a-z]\$?|\$?[a-z] ?(?:\\in|∈) ?{_REALS}\$?)(?:,? (?:except|but not|where|with)?,? ?\$?[a-z] ?"
            r"(?:\\neq?|≠) ?-?\d+\$?)?[.;] ",
            "",
        ),
        (
            r"\b(?P<of>(?:subject|solve|rearrange|transpose)(?: of)?) the (?!inverse|derivative|quadratic formula"
            r"|new|resulting)"
            r"[a-z' -]{2,40} (formula|equation)(?= (?:below|above|given|shown|so that|to make|for)\b|[.,]|$)",
            r"\g<of> the \2",
        ),
        (
            r"(?<=solve )the (?:simple |compound )?(?:[a-z]+ )?(?:formula|equation) for the [a-z]+"
            r" (?=\$?[a-zA-Z]\$?[.,]?$)",
            "for ",
        ),
    )
)
_UNKNOWNS = frozenset({"x", "y", "z", "t", "u", "v", "w", "theta", "phi"})
"""Letters of which nobody declares that they are constants, unless the question is another then."""
_NUMBER = re.compile(r"^\s*\$?(?P<name>[A-Za-z])\s*=\s*(?P<value>[^=<>,;]+?)\$?\s*$")


def without_declarations(objective: str, expression: str, letters: Collection[str]) -> str:
    r"""Return an objective without what only declares the letters.

    Args:
        objective: the words.
        expression: the printed expression.
        letters: its letters.

    >>> without_declarations("The equation, where $k$ is a constant, has no real roots.", "x^2 + k = 0", ["x", "k"])
    'The equation has no real roots.'
    >>> without_declarations("Find the inverse, where $k$ is a positive constant.", "k x", ["x", "k"])
    'Find the inverse, where $k$ is a positive constant.'
    """
    one = _one_of(letters)
    constant = _one_of({*letters} - _UNKNOWNS)
    listed = rf"{constant}(?:(?:, and|,| and) {constant})*"
    fixed = r"(?:a (?:(?:real|fixed|given) )*(?:constant|parameter)|(?:(?:real|fixed|given) )*(?:constants|parameters))"
    text = re.sub(
        rf",? ?\(?(?:where|with|and|in which) {listed} (?:is|are|being|denotes?) {fixed}(?: to be (?:found"
        r"|determined))?\)?,?(?=[\s.,;?!]|$)",
        "",
        objective,
    )
    text = _SIGNATURE.sub(lambda found: f"${found['name']}$" if found["end"] else found["name"], text)
    if _EXTREME.search(text) and not _RELATION.search(expression):
        text = _without_reals(text, one)
    text = _DOMAIN.sub(lambda found: "on the interval " if found["next"][-1:] in "[(" else "for ", text)
    for pattern, said in _NAMES:
        text = pattern.sub(said, text)
    return text


_ALWAYS = re.compile(
    r"(?:the|this|given) (?:quadratic|expression|function|polynomial)(?: (?:expression|function|below|above|shown))*"
    r"(?: \$?[fgp] ?\( ?[a-z] ?\)\$?)? is (?:always positive|positive for (?:all|every)(?: real)?(?: values? of)?"
    r" \$?[a-z]\$?(?! ?[<>=≤≥\\]))",
    re.IGNORECASE,
)
_LEADS_POSITIVE = re.compile(
    r"\s*\$?(?:[fgpy](?: ?\( ?[a-z] ?\))? ?= ?)?(?P<square>\d* ?[a-z] ?\^ ?\{?2\}?(?![^=]*(?:\^|frac|/))[^=<>,]*?)"
    r"\$?\s*"
)


def without_always_positive(objective: str, expression: str) -> tuple[str, str]:
    r"""Return a problem about a quadratic that is always positive as one about an equation without real roots.

    Args:
        objective: the words.
        expression: the printed expression.

    >>> without_always_positive("The expression is always positive. Find the values of $k$.", "x^2 + kx + 4")
    ('The equation has no real roots. Find the values of $k$.', 'x^2 + kx + 4 = 0')
    """
    found = _LEADS_POSITIVE.fullmatch(expression)
    made, count = _ALWAYS.subn("the equation has no real roots", objective)
    if not found or count != 1:
        return objective, expression
    return made[:1].upper() + made[1:], f"{found['square'].strip()} = 0"


def _one_of(letters: Collection[str]) -> str:
    """Return a pattern for one of the letters."""
    names = sorted(map(re.escape, letters), key=len, reverse=True)
    return rf"\$?\\?(?:{'|'.join(names) or '(?!)'})\$?"


def _without_reals(text: str, one: str) -> str:
    """Leave out that a letter takes all real values."""
    reals = rf"(?:(?:the |all )?(?:set of )?(?:real (?:numbers|values)|reals)|\$?{_REALS}\$?)"
    said = (
        rf"(?:as|when) {one} (?:varies|ranges|runs|changes)(?: (?:over|through|across) {reals}(?! ?>))?(?! (?:over"
        rf"|through|across|from|between|in|on|with)\b)|for (?:all|every|any)? ?real (?:values? of |numbers? )?{one}|"
        rf"(?:where|with|if|when) {one} is (?:an? |any )?real(?: number)?|(?:where|for) (?:all )?\$?\\?[a-z] ?(?:\\in"
        rf"|∈) ?{_REALS}\$?|as a function of (?:the )?real (?:number|variable) {one}"
    )
    return re.sub(rf",? ?\b(?:{said})(?=[\s.,;?!]|$)", "", text)


def without_number_name(objective: str, expression: str) -> tuple[str, str]:
    r"""Return a problem about ``N = 221`` or ``s = \sin 75^\circ`` as one about the number itself.

    Args:
        objective: the words.
        expression: the printed expression.

    >>> without_number_name("Is the number $N$ prime or composite?", "N = 221")
    ('Is the number prime or composite?', '221')
    >>> without_number_name("Is the number $N^2$ even?", "N = 221")
    ('Is the number $N^2$ even?', 'N = 221')
    """
    found = _NUMBER.match(expression)
    if not found or re.search(r"(?<![\\a-zA-Z])[a-zA-Z](?![a-zA-Z])|\\begin|\\text|\\mathrm", found["value"]):
        return objective, expression
    name = rf"\$?(?<![\w\\]){found['name']}\$?(?![\w^'(+*/!_-])(?! ?[-+*/=^!<>])"
    text = re.sub(rf"\b((?:integer|number|expression|quantity|value|surd|fraction),?) {name}", r"\1", objective)
    text = re.sub(rf"\b(?:value of|find|evaluate|calculate|compute|is|simplify|express|write) {name}", _unnamed, text)
    text = re.sub(rf",? (?:for|of) {name}(?=[.,;?!]|$)", "", text)
    if re.search(rf"(?<![A-Za-z\\]){found['name']}(?![A-Za-z'])", text):
        return objective, expression
    return text, found["value"]


def _unnamed(found: re.Match[str]) -> str:
    """Say what is asked without the number's name."""
    verb = found[0].rpartition(" ")[0]
    return "value" if verb == "value of" else f"{verb} the number" if verb == "is" else f"{verb} the expression"
