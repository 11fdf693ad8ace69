r"""Leaves out what only says the same again or how to get there: "that is, for which f'(x) > 0", a named result.

What is said again must be the usual meaning of a word before it; anything else remains, and is read or refused.
"""

from __future__ import annotations

import re

from .void_forms import NTH

_F = r"\$? ?(?:[fghy]{0}(?: ?\( ?[a-z] ?\))?|{1}) ?"
_FIRST = _F.format("'", r"(?:\\[dt]?frac ?\{ ?d ?y ?\} ?\{ ?d ?[a-z] ?\}|dy ?/ ?dx)")
_SECOND = _F.format("''", r"\\[dt]?frac ?\{ ?d\^\{?2\}? ?y ?\} ?\{ ?d ?[a-z] ?\^\{?2\}? ?\}")
_ITSELF = r"\$? ?(?:[fghpP](?: ?\( ?[a-z] ?\))|y) ?"
_MORE, _LESS = r"(?:>|\\gt?e?q?(?![a-z])|≥) ?0 ?\$?", r"(?:<|\\l(?:t|eq?)(?![a-z])|≤) ?0 ?\$?"
_ZERO = r"(?:=|is|equals) ?(?:0|zero) ?\$?"
_MEANINGS = (
    (r"\bincreas", rf"{_FIRST}{_MORE}"),
    (r"\bdecreas", rf"{_FIRST}{_LESS}"),
    (r"\b(?:concave up|convex)", rf"{_SECOND}{_MORE}"),
    (r"\bconcave down", rf"{_SECOND}{_LESS}"),
    (r"\b(?:stationary|turning|horizontal)\b", rf"{_FIRST}{_ZERO}"),
    (r"\b(?:roots?|zeros?|x-intercepts?)\b", rf"{_ITSELF}{_ZERO}"),
)
"""A word, and the condition that it means."""
_AGAIN = (
    r" ?[,;(:–-]+ ?(?:that is(?: to say)?|i\.? ?e\.?|in other words|which means|meaning|or equivalently"
    r"|equivalently)[,:]? (?:(?:find|solve|at|for|where|when|if|the|all|set of|those|values?|points?|numbers?"
    r"|intervals?|of|\$?x\$?|on|which|at which|with|such that|the inequality|the equation) )*"
)
_SYMBOL = r"(?:\\(?:sum|lim)(?![a-z])[^$]*?|\\[dt]?frac ?\{ ?\\?sin ?\\?[a-z]+ ?\} ?\{ ?\\?[a-z]+ ?\})"
_FORMULA = rf"\$ ?(?:{_SYMBOL}|[a-z](?:\^\{{?\d\}}?)?) ?\$"
_AS = r"(?: as \$?\\?[a-z]+ ?(?:\\to|→|->) ?0\$?)?"
_RESULT = (
    r"(?:the |a )?(?:(?:standard|known|usual|well-known|given|important|basic|two|following) )*"
    r"(?:results?|formul(?:a|ae|as)|expressions?|sums?|limits?)"
)
_OF = (
    r"(?:(?: (?:for|of))?(?: the)?(?: (?:sums?|limit|series|expressions?))?(?: of)?"
    rf" {_FORMULA}{_AS}(?:(?:, and|,| and) {_FORMULA}{_AS})*)"
)
_NAMED = re.compile(
    r"(?:^|(?<=[.;,] )|(?<=and ))(?:hence,? )?(?:by )?(?:using|use|applying|apply|with|from|recalling|quoting)"
    rf" {_RESULT}{_OF}(?:,? (?:in order )?to |,? or otherwise,? |,? (?:and )?(?:then |hence )?)(?=(?:find|obtain"
    r"|determine|evaluate|show|express|derive|calculate|compute|work|write|sum|state|give|deduce|prove|simplify)\b)",
    re.IGNORECASE,
)
_KNOWN = re.compile(
    r"(?:given that|using the (?:fact|result) that|you may (?:use|assume)(?: the (?:fact|result))?(?: that)?) "
    r"\$ ?\\(?:displaystyle ?\\)?lim_ ?\{ ?(?P<a>\\?[a-z]+) ?\\(?:to|rightarrow) ?0 ?\} ?\\[dt]?frac ?\{ ?\\sin ?\{? ?"
    r"(?P=a) ?\}? ?\} ?\{ ?(?P=a) ?\} ?= ?1 ?\$[,.;]? ?",
    re.IGNORECASE,
)
"""The limit that every course has; it is true, so that it asks and changes nothing."""
_LETTERS = r"\$?[A-Kck](?:_\{?\d\}?)?\$?(?:(?:,? and|,) \$?[A-Kck](?:_\{?\d\}?)?\$?)*"
_FREE = r"(?: (?:the|your|any|two|an?))* (?:arbitrary |integration )*constants?(?: of integration)?"
_CONSTANTS = re.compile(
    r"[,;.]? ?\(?(?:(?:(?:please )?us(?:e|ing)|with|writ(?:e|ing)|denot(?:e|ing)|call(?:ing)?|let|where|in terms of)"
    rf"(?: the (?:letters?|symbols?))? {_LETTERS} (?:for|as|to denote|to stand for|to represent|denote|stand for|are"
    rf"|be|is|as an?){_FREE}|(?:denot|call|nam)(?:e|ing){_FREE} (?:by )?{_LETTERS})[.;]?\)?(?=[.;, ]|$)\.?",
    re.IGNORECASE,
)
"""Letters for the constants of a general solution, which may have any names."""

_REASONS = re.compile(
    r",? ?\b(?:and )?(?:briefly |clearly |fully )?(?:explain(?:ing)?|justify(?:ing)?|giving|with|stating)(?: (?:your"
    r"|the|an?|full|clear|brief|some))* (?:reasons?|reasoning|justification|explanation|conclusion)(?: (?:briefly"
    r"|fully|clearly|carefully|in full|for your answers?|for your conclusion))?,?(?=[.;?]|$| (?:whether|if|the)\b)",
    re.IGNORECASE,
)
_RADIANS = re.compile(
    r",? (?:giving|expressing|writing|with)(?: (?:all|your|the))* (?:angles?|answers?|values?|solutions?)(?: of)?"
    r"(?: \$?\\?[a-zA-Z]+\$?)? in (?:terms of )?radians(?=[.;,]|$)",
    re.IGNORECASE,
)
_TRANSFORM = (
    (r"(?:the )?Laplace transform,? \$? ?[A-Z] ?\( ?s ?\) ?= ?the Laplace transform", "the Laplace transform"),
    (r"\$?[A-Z] ?\( ?s ?\)\$?, the (?=Laplace transform of)", "the "),
    (r"^(?:by )?us(?:e|ing) (?:a|the|your) (?:standard )?tables?(?: of(?:[ a-z]+)? transforms)?(?:,| to) ", ""),
)

_SMALL = re.compile(
    r",? ?\(?(?:(?:given that|for|valid (?:for|when|if)|when|where|if|assuming(?: that)?|provided(?: that)?|with|in"
    r" the case) )?\$ ?(?:\||\\[lr]?vert ?|\\left ?\|) ?(?:\d+ ?)?[a-z] ?(?:\||\\[lr]?vert|\\right ?\|) ?(?:<|\\lt"
    r"(?![a-z])) ?(?:\d+(?:/\d+)?|\\[dt]?frac ?\{ ?\d+ ?\} ?\{ ?\d+ ?\}) ?\$\)?,? ?",
    re.IGNORECASE,
)
"""Where an expansion in powers converges, which changes none of its terms."""
_EXPANDS = re.compile(
    r"\b(?:binomial|ascending powers|maclaurin|power series|series expansion|expansion)\b", re.IGNORECASE
)
_EACH = re.compile(
    r",? ?(?:and )?simplify(?:ing)?(?: (?:each|every|all|the|your|its))* (?:terms?|coefficients?)", re.IGNORECASE
)
_POWER = re.compile(r"\s*\$?\s*(?:\\left)?\([^()]+\)\s*\^\s*(?:\{\s*)?\d+(?:\s*\})?\s*\$?\s*$")
_TELESCOPING = re.compile(
    r"^(?:by )?(?:express|writ|rewrit)(?:e|ing)? (?:the|this|each|its) (?:series|sum|(?:general )?term) (?:as|in) "
    r"(?:an? )?(?:telescoping (?:sum|series)|differences?|partial fractions?),?(?: to| and(?: hence| then)?| hence)? "
    r"(?=find|evaluate|determine|compute|calculate)",
    re.IGNORECASE,
)

_TO_AXES = re.compile(
    r"(?:the )?(?:(?:two )?coordinate axes|\$?x\$?-axis,?(?: and)? the \$?y\$?-axis),? and (?:the )?(?:vertical"
    r" )?line \$?x ?= ?(?P<at>\d+|\\?pi|e|\\ln ?\d)\$?"
)
_IN_PI = re.compile(
    r",? (?:(?:giving|leaving|writing|expressing) (?:your|the) answer )?(?:in terms|as a multiple) of \$?\\?(?:pi|π)\$?"
    r"(?=[.;,]|$)|,? leaving \$?\\?(?:pi|π)\$? in your answer",
    re.IGNORECASE,
)


def without_glosses(text: str, expression: str) -> str:
    """Return the words without what says the same again, without named results and names of constants.

    Args:
        text: the objective.
        expression: the problem's expression.

    >>> without_glosses("Find where f is increasing, that is, where $f'(x) > 0$.", "f(x) = x^2")
    'Find where f is increasing.'
    >>> without_glosses("Find where f is increasing, that is, where $f'(x) > 1$.", "f(x) = x^2")
    "Find where f is increasing, that is, where $f'(x) > 1$."
    """
    given = text
    for word, meaning in _MEANINGS:
        found = re.search(rf"{_AGAIN}{meaning}\)?(?=[.;?]|$)", text, re.IGNORECASE)
        if found and re.search(word, text[: found.start()], re.IGNORECASE):
            text = text[: found.start()] + text[found.end() :]
    for pattern in (_NAMED, _KNOWN):
        text = pattern.sub("", text)
    if re.search(r"'|\\frac ?\{ ?d|\\d?dot|\bd[a-z]/d", expression):
        text = re.sub(r"(?<!\.)\.\.(?!\.)", ".", _CONSTANTS.sub(".", text))
    text = _REASONS.sub(" ", text)
    if re.search(r"\\?(?:sin|cos|tan|sec|csc|cot)", expression) and not re.search(r"circ|°|degree", expression + text):
        text = _RADIANS.sub("", text)
    if _EXPANDS.search(text):
        text = _EACH.sub("", re.sub(_SMALL, " ", text))
        if _POWER.match(expression) and not NTH.search(text):
            text = re.sub(r",? in (?:ascending|descending) powers of \$?[a-z]\$?", "", text)
    if re.search(r"\b(?:volume|area)\b", text, re.IGNORECASE):
        text = _TO_AXES.sub(r"the x-axis and the lines $x = 0$ and $x = \g<at>$", _IN_PI.sub("", text))
    text = _TELESCOPING.sub("", text.strip())
    if "aplace" in text:
        for said, instead in _TRANSFORM:
            text = re.sub(said, instead, text, flags=re.IGNORECASE)
    if text == given:
        return text
    text = re.sub(r" (?=[.,?;])", "", re.sub(r" {2,}", " ", text)).strip()
    return re.sub(r"^[a-z](?=[a-z])", lambda found: found[0].upper(), text)
