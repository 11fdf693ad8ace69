r"""Says in one way what is asked of a printed sum up to a letter: its formula, in factors or not.

"Use the standard results to find, in terms of n and fully factorised, the sum" asks for a formula in factors. A word
that is not of such a request leaves the objective as it is.
"""

from __future__ import annotations

import re

_PRINTED = re.compile(
    r"^\s*\$?(?:\\displaystyle\s*)?\\sum(?:\\limits)?\s*_\s*\{?\s*(?P<index>[a-z])\s*=\s*1\s*\}?\s*\^\s*\{?\s*(?P<end>[a-z])"
    r"\s*\}?\s*(?P<term>.*)$"
)
_FULLY = r"(?:(?:fully|completely|simplest|most|simplified|simple|exact|as|possible) )*"
_ANSWER = r"(?:(?:giv|leav|writ|express|present|stat)(?:e|ing) (?:(?:your|the|its|final|answer|result|it) )*)?"
_FORMS = re.compile(
    rf",? ?(?:and )?{_ANSWER}(?:(?:in|as) (?:(?:an?|its|your|the) )*{_FULLY}factor(?:ed|i[sz]ed)(?: form)?|as an?"
    rf" {_FULLY}product(?: of (?:its )?(?:linear |simple )?factors)?|factori[sz](?:e|ing) (?:your|the) (?:answer"
    rf"|result)"
    r"(?: (?:fully|completely|as far as possible|as much as possible))?),?(?=[ .;:]|$)",
    re.IGNORECASE,
)
_FACTORED = re.compile(rf"\b(?:an? |the )?{_FULLY}factor(?:ed|i[sz]ed) (?=expression|formula|result)", re.IGNORECASE)
_WAY = re.compile(
    r"(?:^|(?<=[,.;] )|,? )(?:hence,? )?(?:by|us(?:e|ing)|with|apply(?:ing)?)(?: (?:the|a|suitable|appropriate))*"
    r" (?:method of differences|partial fractions|(?:(?:standard|known|usual|summation|sum|well-known) )+(?:results?"
    r"|formulas?|formulae|sums?|rules?|identities)(?: (?:for|of) (?:sums|powers|sums of powers|the natural numbers))?"
    r"|telescoping)(?:,? or otherwise)?(?:,? (?:to|and|then)(?= )|,|(?=[.;]|$)) ?",
    re.IGNORECASE,
)
_SHOWN = re.compile(
    r",? ?(?:and )?(?:simplify(?:ing)?(?: (?:your|the) (?:answer|result))?)(?: fully)?(?=[.;:]|$)", re.I
)
_REQUEST = (
    r"(?:(?:hence|now|please|and),? )*(?:(?:find|obtain|express|determine|evaluate|derive|write(?: down)?|give|state"
    r"|work out|calculate|compute|deduce|rewrite|sum)(?:(?: |, )(?:the|an?|following|this|given|finite|sums?|series"
    r"|expression|formula|closed|simplified|simple|explicit|form|values?|of|for|in|in terms of END|to END terms"
    r"|as an? (?:[a-z]+ )?function of END|(?:the )?first END (?:terms|NUMBERS)|and"
    r"|without the (?:summation|sigma) (?:notation|sign|symbol)))*"
    r"|what is the sum(?: of the series| in terms of END)*),?[.?:]?"
)
_NUMBERS = (
    ("squares?(?: numbers)?", r"{0}\^\{{?2\}}?"),
    ("cubes?", r"{0}\^\{{?3\}}?"),
    ("(?:natural|whole|counting) numbers|positive integers|integers", "{0}"),
    ("odd numbers|odd integers|odd natural numbers", r"\(?2{0}-1\)?"),
    ("even numbers|even integers|even natural numbers", "2{0}"),
)
"""Numbers of which the first are added, and their printed term."""


def sums_to_letter(text: str, expression: str) -> str:
    r"""Return "Find the sum." or "Find the sum in factored form." if the words ask for no more than that.

    Args:
        text: the objective.
        expression: the problem's expression.

    >>> sums_to_letter("Find, in terms of $n$, a fully factorised expression for", r"\sum_{r=1}^{n} r(r+1)")
    'Find the sum in factored form.'
    >>> sums_to_letter("Find the first $n$ terms of", r"\sum_{r=1}^{n} r(r+1)")
    'Find the first $n$ terms of'
    """
    printed = _PRINTED.match(expression)
    if not printed:
        return text
    end = printed["end"]
    made = re.sub(rf"\$? ?(?<![\w\\]){end}(?!\w) ?\$?", "END", text.replace("'s", ""))
    made = re.sub(r"(?<=[a-z])END|END(?=[a-z])", lambda found: f" {found[0]} ".replace("  ", " "), made)
    said, factored = _FORMS.subn(" ", made)
    said, adjective = _FACTORED.subn("a ", said)
    said = re.sub(r"\s+", " ", _SHOWN.sub("", _WAY.sub(" ", said))).strip(" ,;")
    said = re.sub(r" (?=[,.:;?])", "", said)
    term = re.sub(r"[\s$]", "", printed["term"]).strip("()")
    numbers = [names for names, shown in _NUMBERS if re.fullmatch(shown.format(printed["index"]), term)]
    request = _REQUEST.replace("NUMBERS", "|".join(numbers) or "(?!)")
    if not re.fullmatch(request, said, re.IGNORECASE):
        return text
    listed = "first END" in said and not re.search(r"sum.* first END", said, re.IGNORECASE)
    if listed or not (factored or adjective or "END" in said or "sum" in said.lower()):
        return text
    return "Find the sum in factored form." if factored or adjective else "Find the sum."
