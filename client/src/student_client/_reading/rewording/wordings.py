r"""Says common questions in the vocabulary's words: expansions, "show that it converges and find it", places.

A condition such as ``|x| < 1/2`` beside an expansion says where the whole series converges, and not what is asked.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..formulas.same_notation import canonical
from ..questions.calling import without_names
from ..questions.naming import spelled_names
from .given_factors import without_factors
from .introductions import without_introduction
from .sequence_facts import without_facts
from .shortening import without_definition

_POWER = r"(?:\$?[a-z]\^?\{?(?P<degree>\d)\}?\$?|\$?[a-z]\$?(?P<linear>(?= ?[.,)]| ?$)))"
_UP_TO = (
    r"(?:up to and including|as far as|up to|to|including terms? up to|upto|through)(?: and including)? (?:the )?"
    rf"(?:(?:terms? (?:in|involving|containing) ){_POWER}|(?P<term>[a-z]\^?\{{?\d\}}?)(?: terms?)?)"
)
_SERIES = (
    r"(?:(?:the|a|its) )?(?:(?:binomial|series|maclaurin(?:'s)?|power|power series|taylor) )*(?:expansion|series)"
    r"(?: (?:of|for) (?:the (?:function|expression)|f(?:\([a-z]\))?|it|this))?"
)
_ASCENDING = r"(?:,? ?in ascending (?:powers|order) of \$?[a-z]\$?,?)"
_EXPANSION = re.compile(
    rf"\b(?:(?:find|obtain|give|write(?: down)?|determine|state|work out) {_SERIES}|expand(?: (?:the (?:function"
    r"|expression)|f(?:\([a-z]\))?|it|this))?(?: as an? (?:binomial |power )?series)?(?: using the binomial "
    rf"(?:theorem|series|expansion))?){_ASCENDING}?,? {_UP_TO}",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"\b(?:binomial|expansion|expand|series|maclaurin)\b", re.IGNORECASE)
_CONVERGES = re.compile(
    r"(?:,|\\q?quad|\\[ ,;:]|\s|\(|\bfor\b|\bwhere\b|\\text\s*\{\s*(?:for|where)\s*\})*(?:\\left)?(?:\||\\vert"
    r"|\\lvert) ?[a-z] ?(?:\\right)?(?:\||\\vert|\\rvert)\s*(?:<|\\lt)\s*(?:\d+|\d+/\d+|\\[dt]?frac\s*"
    r"(?:\{\d+\}\s*\{\d+\}|\d\d))\s*\)?\s*[.,]?$"
)
_SAID = re.compile(
    r",? ?\(?(?:for|where|given that|assuming(?: that)?|provided(?: that)?|valid for|if|when)? ?\$?\|[a-z]\| ?(?:<"
    r"|\\lt) ?(?:\d+/\d+|\d+|\\[dt]?frac\s*(?:\{\d+\}\s*\{\d+\}|\d\d))\$?\)?",
    re.IGNORECASE,
)
_RULES: tuple[tuple[str, str], ...] = (
    (
        r"^differentiate(?: both sides)?(?: of (?:the|this) equation)? implicitly(?: with respect to \$?x\$?)? (?:to"
        r"|and) (?=(?:find|obtain|get|determine)\b)",
        "",
    ),
    (
        r"\b(?:show|prove|verify|explain why)(?: that)? (?:the|this) (?:improper )?integral (?:converges|is"
        r" convergent),? (?:and )?(?:then )?(?:find|evaluate|determine|calculate|state|give|compute) (?:(?:its|the) "
        r"(?:exact )?value(?: (?:of the integral|(?:that )?it converges to))?|it|what it converges to|the value to"
        r" which it converges)",
        "evaluate the improper integral",
    ),
    (
        r"\b(?:show|prove|verify|explain why)(?: that)? (?:the|this) (?:(?:infinite|geometric) )*series (?:converges"
        r"|is convergent),? (?:and )?(?:then )?(?:find|evaluate|determine|calculate|state|give|compute) (?:(?:its|the)"
        r" (?:exact )?(?:sum|value)(?: (?:of the series|(?:that )?it converges to))?|it|what it converges to|the value"
        r" to which it converges)",
        "find the sum of the series",
    ),
    (
        r"\bat (?:the|a) point (?:[A-Z],? ?)?(?:(?:on (?:it|the curve|the graph) )?(?:whose|with|where(?: the)?|at"
        r" which(?: the)?|that has|which has|having)) ([a-z])[- ](?:coordinate|value)(?: (?:is|of|equal to|equals)|"
        r" ?=)? (?=[-\d\\(πep])",
        r"at \1 = ",
    ),
    (
        r"(?<=[.?!;]) (?:give|state|find|write down) (?:both|the|all)(?: the)? coordinates(?: of (?:each|the|both|all"
        r"|every)(?: the)? points?(?: of intersection)?)?(?=\s*[.]|$)",
        "",
    ),
    (r"\bfind F\(x\) (?:such that|if|given that) F'\(x\) ?= ?f\(x\) and F\(", "Find the antiderivative F of f with F("),
    (
        r"\b(?:does|determine (?:if|whether)|decide (?:if|whether)) (?:the|this) (?:improper )?integral (?:converges?"
        r"|is convergent)(?: or diverges?)?[?.,]? (?:and )?(?:if (?:so|it does|yes|it converges),? )?(?:to what(?:"
        r" value)?|what (?:is its value|does it converge to)|(?:compute|evaluate|find|calculate|give) (?:its value|the"
        r" value|it\b)(?: if (?:it (?:is|does|converges)|so))?)",
        "evaluate the improper integral",
    ),
    (
        r"\b(?:given that|since|as|because|assume(?: that)?|if) (?:the function )?[fgh](?:\([a-z]\))? is (?:a )?one[-"
        r" ]to[- ]one(?: function)?[,.] ?",
        "",
    ),
    (
        r"\b(?:(expand)(?: the)? (?:logarithm|log|expression)|(?:write|express|rewrite)(?: it| the (?:logarithm|log"
        r"|expression))?),? in terms of (?:\\?(?:ln|log) ?\(?[a-z]\)?(?:,| and|, and)? ?)+",
        "expand the logarithm",
    ),
    (
        r"(?:\\left\s*\.\s*)?(?P<what>\\d?frac\s*\{\s*d\^?\d?\s*[a-z]\s*\}\s*\{\s*d\s*[a-z](?:\^\d)?\s*\})\s*"
        r"(?:\\right|\\[bB]ig+)\s*\|_\{?\s*(?P<at>[a-z]\s*=\s*[^{}$]+?)\s*\}?(?=\$|\s|[.,?]|$)",
        r"\g<what> at \g<at>",
    ),
    (
        r"\brate at which \$?([A-Za-z])\$? (?:changes|is changing|varies|increases|is increasing) with(?: respect"
        r" to)? \$?([a-z])\$?",
        r"rate of change of \1 with respect to \2",
    ),
    (r"\b(slope|gradient) of the (?:line )?perpendicular to the (curve|graph)\b", r"\1 of the normal to the \2"),
    (r"\bfind all (?:the )?(?:open )?intervals (?=(?:on|over|where|in)\b)", "find the intervals "),
    (
        r"(\barea\b[^.]*?),? for ([^\s,]+) ?(?:≤|\\leq?|<=) ?\$?x\$? ?(?:≤|\\leq?|<=) ?([^\s,.]+)",
        r"\1 from x = \2 to x = \3",
    ),
    (r"\b(graph|curve)(?: of| with equation| given by)? \$?y ?= ?[fg]\(x\)\$?", r"\1"),
    (
        r"\bthe (?:(?:shaded|finite) )*region(?: R)? is (?P<how>(?:bounded|enclosed) by [^.]+)\. find (?:its|the) "
        r"(?P<exact>exact )?area(?: of (?:the|this) (?:shaded )?region)?",
        r"find the \g<exact>area of the region \g<how>",
    ),
    (r",? ?\bor (?:show|state|say|explain|prove) (?:that )?(?:it|the limit|this) (?:does not|doesn't) exist\b", ""),
    (
        r"\b(?:find|determine) (?:the |all |exact |possible )*values? of [a-z] (?:for which|such that)"
        r" (?=[fgh]+\([^=]*=[^=]*[fgh]+\()",
        "Solve ",
    ),
    (
        r"\bfirst (two|three|four|five|six|\d) (?:non-?zero )?terms,? (?:in|of) (?:the|its) (?:(?:binomial|series)"
        r" )?expansion,? in ascending powers of [a-z]",
        r"first \1 nonzero terms of the Maclaurin series",
    ),
    (
        r"(?<=\S)(?<!\bas)(?<!\bis)(?<!\bare),? \(?(?:if|where|when|given(?: that)?|given by|if you know"
        r" that)\s*[:.]?\s*$",
        "",
    ),
    (
        r"\b(values? of \\?[a-z]) (?:for which|that make|such that) (?:the |this )?(?:inequality|equation) (?:holds?"
        r"|is true|is satisfied|true|is valid)\b",
        r"\1 that satisfy the inequality",
    ),
)
_DIVIDED = re.compile(
    r"\b(quotient and (?:the )?remainder)(?: (?:when|if|obtained when) (?:the|this)? ?(?:polynomial|expression"
    r"|numerator|it|[fp]\([a-z]\)|\$[^$]+\$) is divided by (?P<divisor>[^.,]+))",
    re.IGNORECASE,
)
_TAYLOR = re.compile(
    r"\btaylor (?:series|expansion|polynomial)(?P<about>(?: (?:of|for) [^,]*?)?,? ?(?:about|around|at|near|cent(?:er"
    r"|r)ed (?:at|on)) (?:[a-z] ?= ?)?[^\s,]+?),?(?: in ascending powers of [^,]+,? )? ?(?:up to and including|as far"
    r" as|up to|to) (?:the )?(?:terms? (?:in|involving) )?\$?\([a-z] ?[-+] ?[^()]+\)\^\{?(?P<order>\d)\}?\$?",
    re.IGNORECASE,
)
_LETTERS = re.compile(
    r",? ?(?:(?:and )?(?:giving|leaving|expressing|writing|give|express|write) (?:(?:your|the) answers?|it) )in terms"
    r" of (?P<letters>\$?\\?[a-z]\$?(?:(?:,| and|, and) \$?\\?[a-z]\$?)*)(?=\s*[.,;]|\s*$)",
    re.IGNORECASE,
)
_COMPILED = tuple((re.compile(pattern, re.IGNORECASE), instead) for pattern, instead in _RULES)


def in_vocabulary(objective: str, expression: str, variables: Sequence[str]) -> tuple[str, str]:
    """Return a problem with its question in the vocabulary's words.

    Args:
        objective: the words.
        expression: the problem's expression.
        variables: the problem's variables.

    Raises:
        NotRead: the words say of a printed sequence what does not hold.

    >>> in_vocabulary("Find the expansion up to and including the term in x^3.", "(1 + x)^{-2}, |x| < 1", ["x"])
    ('find the Maclaurin polynomial of degree 3.', '(1 + x)^{-2}')
    """
    plain = re.sub(r"\\left\s*(?=\()|\\right\s*(?=\))", "", objective.replace("\u2212", "-"))
    text, expression = without_names(plain, expression)
    text = without_facts(without_factors(text, expression, variables), expression, variables)
    text = without_definition(text, expression)
    text = without_introduction(text, expression)
    text, expression = spelled_names(text, expression, variables)
    for pattern, instead in _COMPILED:
        text = pattern.sub(instead, text)
    text = _LETTERS.sub(lambda found: "" if _are_printed(found["letters"], expression) else found[0], text)
    text = _DIVIDED.sub(lambda found: found[1] if _divides(found["divisor"], expression) else found[0], text)
    text = _TAYLOR.sub(lambda found: f"Taylor polynomial of degree {found['order']}{found['about']}", text)
    if re.match(r"\s*\$?\\sum", expression):
        if re.search(r"\^\s*\{?\s*n\b", expression):
            text = re.sub(
                r"\b(?:an? |the )?(?:formula|expression) for the nth partial sum\b", "the sum", text, flags=re.I
            )
        text = re.sub(
            r"^\s*(?:express|write|find)(?: it| this| the (?:sum|series))?,? in terms of [a-z]\b",
            "Find the sum",
            text,
            flags=re.I,
        )
    if re.match(r"\s*\$?[a-z]_", expression):
        text = re.sub(r"\bsum to infinity\b", "endless sum", text, flags=re.IGNORECASE)
    if _ABOUT.search(text):
        expression = _CONVERGES.sub("", expression)
        text = _EXPANSION.sub(_polynomial, _SAID.sub("", text))
    return text.strip(), expression


def _are_printed(letters: str, expression: str) -> bool:
    """Return whether letters are the expression's, all but one at most, so that an answer has them anyway."""
    said = set(re.findall(r"\\?[a-z]+", letters)) - {"and"}
    expression = re.sub(r"\\(?:begin|end)\{[a-z]+\}", " ", expression)
    bare = re.sub(r"\\(?!(?:theta|alpha|beta|lambda|mu|phi)\b)[A-Za-z]+", " ", expression)
    own = set(re.findall(r"\\[a-z]+|[a-z]", bare)) - {"e", "i", "d"}
    return said <= own and len(own - said) < 2


def _divides(divisor: str, expression: str) -> bool:
    """Return whether the words name the printed denominator."""
    below = canonical(expression).rpartition("/")[2]
    return below in {canonical(divisor.strip(" ()$")), f"({canonical(divisor.strip(' ()$'))})"}


def _polynomial(found: re.Match[str]) -> str:
    term = found["term"]
    degree = "1" if found["linear"] is not None else found["degree"] or re.sub(r"\D", "", term or "")
    return f"find the Maclaurin polynomial of degree {degree}"
