"""Says a claim that is to be shown as a statement: "Show that it converges and find its sum" is two sentences.

A claim asks nothing of a plan whose work finds the other thing; whether the claim may be left out is decided later.
"""

from __future__ import annotations

import re

_SHOW = (
    r"(?:(?:first|please|now|begin by|start by) )*(?:(?:show(?:ing)?|prov(?:e|ing)|verify(?:ing)?|confirm(?:ing)?"
    r"|check(?:ing)?|demonstrat(?:e|ing)|not(?:e|ing)|observ(?:e|ing)|establish(?:ing)?) (?:first )?that"
    r"|explain(?:ing)? why) "
)
_THEN = (
    r"(?:(?:,? and(?:,? (?:hence|then|therefore|so|thus|after that))?,?|[,;]? (?:hence|then|thus)|,|[.;])"
    r"(?: (?:hence|then|also|now|or otherwise))?,? )"
)
_ASK = (
    r"(?=(?:find|determine|calculate|evaluate|compute|state|give|obtain|classify|decide|work out|write down|identify"
    r"|solve|use|say|deduce|locate)\b)"
)
_CLAIM = re.compile(rf"(?:^|(?<=[.;] )){_SHOW}(?P<claim>[^.;?]+?){_THEN}(?:to )?{_ASK}(?P<rest>.+)", re.I | re.S)
_BY = re.compile(r",? by (?:writing|expressing|examining|considering|using|finding|means of|looking at) [^,.;]+$", re.I)
_USES = re.compile(
    r"(?:why |how )?(?:the )?l['’]?h(?:[oô]|os)pital['’]?s? rule"
    r" (?:(?:may|can|could) be (?:used|applied)|applies)(?: here)?",
    re.IGNORECASE,
)


def claims_stated(text: str) -> str:
    """Return the words with a claim that is to be shown before something is found as a sentence of its own.

    Args:
        text: the objective, without the dollars around short formulas.

    >>> claims_stated("Show that the series converges and find its sum.")
    'The series converges. Find its sum.'
    >>> claims_stated("Show that the series converges.")
    'Show that the series converges.'
    """
    found = _CLAIM.search(text)
    if not found:
        return text
    claim = _BY.sub("", found["claim"]).strip()
    rest = f"{found['rest'][:1].upper()}{found['rest'][1:]}"
    if _USES.fullmatch(claim):
        rest = re.sub(r"^use (?:it|the rule) to ", "", rest, flags=re.IGNORECASE)
        return f"{text[: found.start()]}{rest[:1].upper()}{rest[1:]}"
    return f"{text[: found.start()]}{claim[:1].upper()}{claim[1:]}. {rest}"
