r"""Says the tasks of sheets in the usual words, where what is printed fits: one logarithm, a closed form, roots.

"The three cube roots of eight, that is, all complex solutions" are all complex solutions only of ``z^3 = 8``, and "the
sum of the first n cubes" is the printed sum only if its terms are cubes.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from ..formulas.same_notation import canonical
from .sheet_wordings import WORDINGS

_ENDLESS = re.compile(
    r"\b(?:as|when) \$?(?P<name>\\?[a-z])\$? (?:(?:gets|becomes|grows) (?:larger and larger|bigger and bigger"
    r"|arbitrarily large|very large|ever"
    r" larger|without bound|infinitely large|without limit|indefinitely(?: large)?|to infinity)|(?:increases|grows"
    r"|rises)"
    r" (?:without (?:bound|limit|end)|indefinitely|beyond all bounds))(?=[\s,.?!]|$)",
    re.IGNORECASE,
)
_APPROACHED = re.compile(
    r"\b(?:what|which)(?: (?:number|value|real number))? (?:does|do|will) (?:the|this|its)(?: (?:value|values) of"
    r" the)?(?: (?:given|following))?"
    r" (?:expression|function|sequence|fraction|quotient|value|values|terms|ratio)(?: below)? (?:approach|tend"
    r" to(?:wards?)?|get (?:close|closer) to"
    r"|converge to|settle (?:down )?(?:at|to)|head (?:to|toward)s?)",
    re.IGNORECASE,
)
_CLOSED = re.compile(
    r"^(?:please )?(?:find|give|derive|state|determine|write(?: down)?|obtain)"
    r" (?:(?:an?|the) )?(?:(?:closed|closed-form|explicit|simple|general|exact|single) )*(?:formula|form|expression"
    r"|formulas?)(?: in closed form)?,?"
    r"(?: (?:in terms of|as a (?:function|polynomial) (?:of|in)|depending on|that depends on)"
    r" \$?(?P<name>[a-zA-Z])\$?(?: only| alone)?,?)?"
    r" (?:for|of) (?:the )?(?:finite |geometric |arithmetic |given |partial |following )*(?:sum|series)(?P<of> of"
    r" (?:the )?(?:first \$?(?P<count>[a-zA-Z])\$? )(?P<terms>[a-z ]+?))?"
    r"(?:,? (?:in terms of|as a (?:function|polynomial) (?:of|in)) \$?(?P<after>[a-zA-Z])\$?)?(?:,? in closed"
    r" form)?[.]?$",
    re.IGNORECASE,
)
_SUM = re.compile(
    r"\\sum(?:\\limits)?_\{?\s*(?P<index>[a-z])\s*=\s*(?P<low>\d+)\s*\}?\s*\^\s*\{?\s*(?P<high>[a-zA-Z])\s*\}?(?P<term>.*)$"
)
_TERMS = {
    "cubes": ("{k}^3",),
    "squares": ("{k}^2",),
    "perfect squares": ("{k}^2",),
    "perfect cubes": ("{k}^3",),
    "fourth powers": ("{k}^4",),
    "integers": ("{k}",),
    "positive integers": ("{k}",),
    "natural numbers": ("{k}",),
    "whole numbers": ("{k}",),
    "counting numbers": ("{k}",),
    "odd numbers": ("(2{k}-1)", "2{k}-1"),
    "odd integers": ("(2{k}-1)", "2{k}-1"),
    "even numbers": ("2{k}",),
    "positive even numbers": ("2{k}",),
}
_ROOTS = re.compile(
    r"\b(?P<find>find|determine|give|list|compute) (?:the |all |all of the |all the )*(?P<count>two|three|four|five"
    r"|six|[2-6])? ?(?:different |distinct )?"
    r"(?P<kind>square|cube|cubic|third|fourth|fifth|sixth) roots of (?P<of>[a-z]+|-?\$?-?\d+\$?),? (?:\(?(?:that is"
    r"|i\.e\.|in other words|which are|or|meaning)),?"
    r" (?P<rest>(?:(?:all|the|both|of the) )*(?:complex|real) (?:solutions?|roots?)[^.]*?)\)?(?=[.]|$)",
    re.IGNORECASE,
)
_POWER = re.compile(r"\s*\$?(?P<name>[a-z])\s*\^\s*\{?(?P<degree>\d)\}?\s*=\s*(?P<value>-?\d+)\s*\$?\s*")
_DEGREES = {"square": 2, "cube": 3, "cubic": 3, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6}
_COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_NUMBERS = {
    "one": 1,
    "unity": 1,
    "eight": 8,
    "four": 4,
    "nine": 9,
    "sixteen": 16,
    "twenty-seven": 27,
    "one hundred": 100,
}
_DIVISION = re.compile(
    r"(?:^|(?<=[.] ))(?:(?:divide|perform the (?:indicated )?division|carry out the division)(?: <it>| the"
    r" polynomials?| by long division)?[.,;]?"
    r" (?:and |then )?)?(?:state|write|express|give|leave|present|report|stating|writing|expressing|giving)"
    r" (?:your|the|each) (?:result|answer|quotient)s? (?:as|in the form(?: of)?):? (?:(?:an?|the) )?(?:quotient"
    r"|polynomial) ?(?:plus|\+|and) (?:(?:an?|the) )?"
    r"(?:remainder|proper fraction)(?: ?(?:over|divided by|/|\\over) ?(?:the )?divisor)?(?=[.]|$)",
    re.IGNORECASE,
)
_ANGLES = re.compile(
    r"^(?:express|write|rewrite|expand)(?: (?:it|this|everything|the (?:following |given )?(?:expression|product)))?,?"
    r" (?:as |in terms of |with |using |by |in )?(?:only )?(?:the )?"
    r"\$?(?:(?:\\?sin|sines?) ?\$? ?and ?\$? ?(?:\\?cos|cosines?))\$? of (?:the )?(?:single angles?|the single angles"
    r"|individual angles)(?: only| alone)?"
    r"(?:[:;,.]? ?(?:by )?(?:use|using|apply|applying|with) (?:the )?(?:sum|addition|compound[- ]angle|angle[- ]sum"
    r"|angle[- ]addition|sum and difference|difference)(?: (?:and difference))?"
    r" (?:formula[se]?|identit(?:y|ies)|theorems?))?[.]?$",
    re.IGNORECASE,
)
_LET = re.compile(
    r"^(?:let|given|consider|suppose) (?P<names>\$?[a-zA-Z]\$?(?:(?:, and|,| and) \$?[a-zA-Z]\$?)*)(?: (?:be|are|is"
    r"|denote))?(?: the)?(?: (?:given|following|two|three|vectors?"
    r"|matri(?:x|ces)|functions?|polynomials?|sets?|column))*(?: (?:as|defined|shown|printed))?(?: (?:given|shown"
    r"|defined|printed))?(?: (?:below|above|here))?[.;] (?=[A-Z])",
    re.IGNORECASE,
)
_COMPILED = tuple(
    (re.compile(printed), re.compile(pattern, re.IGNORECASE), instead) for printed, pattern, instead in WORDINGS
)


def in_usual_tasks(text: str, expression: str, letters: Collection[str]) -> str:
    r"""Return an objective whose tasks are in the usual words.

    Args:
        text: the words.
        expression: the problem's expression.
        letters: the letters of the problem.

    >>> in_usual_tasks("Find a formula for the sum of the first n cubes.", r"\sum_{k=1}^{n} k^3", {"n", "k"})
    'Find the sum.'
    >>> in_usual_tasks("Find a formula for the sum of the first n cubes.", r"\sum_{k=1}^{n} k^2", {"n", "k"})
    'Find a formula for the sum of the first n cubes.'
    """
    text = _VERIFIED.sub(r"Find \g<what> that satisfy the conclusion of \g<theorem>\g<on>.", text)
    text = re.sub(r"\bnatural (?=log)", "", text) if re.search(r"^(?!.*\\log).*ln", expression) else text
    let = _LET.match(text)
    if let and _names(let["names"]) <= set(letters) | set(re.findall(r"[A-Za-z]", expression)):
        text = text[let.end() :]
    text = _DIVISION.sub("Divide using long division", text) if re.search(r"frac|/|\\div|over", expression) else text
    text = _ANGLES.sub("Expand using the addition formula.", text) if re.search(r"sin|cos", expression) else text
    for printed, pattern, instead in _COMPILED:
        if printed.search(expression):
            text = pattern.sub(instead, text)
    text = _ENDLESS.sub(
        lambda found: f"as {found['name']} goes to infinity" if found["name"] in letters else found[0], text
    )
    text = _APPROACHED.sub("find the limit", text)
    text = re.sub(
        r"\b(?:the )?(?:(?:indicated|specified|given|requested) )?(?:letter|variable|unknown|quantity)"
        r" (?=\$?(?P<name>[A-Za-z](?:_\{?\w\}?)?)\$?(?=[.,;]|$))",
        lambda found: "" if found["name"][0] in letters else found[0],
        text,
    )
    return _rooted(_closed(text, expression, letters), expression)


_VERIFIED = re.compile(
    r"^(?:(?:verify|show|check|confirm|explain why)(?: that)? (?:f|g|h|the (?:given )?function(?: f)?) (?:satisfies"
    r"|meets|fulfil?s) (?:all )?(?:the )?"
    r"(?:(?:three|two) )?(?:hypothes[ei]s|conditions|assumptions) of |(?:verify|illustrate|check) )(?:the )?"
    r"(?P<theorem>mean[- ]value theorem|rolle's theorem)(?: (?:for|applied to) (?:f|g|h|the (?:given )?function))?"
    r"(?P<on> (?:on|over) (?:the )?(?:given )?(?:closed )?(?:interval )?\[[^\[\]]+\])[.,;]? (?:(?:and|by|then|and then"
    r"|then also) )*"
    r"(?:find(?:ing)?|determin(?:e|ing)) (?P<what>[^.]*?\bc) (?:(?:that|which) (?:satisf(?:y|ies)|fulfil?s?"
    r"|meets?)|(?:(?:that|which) )?(?:(?:is|are) )?(?:guaranteed|promised)(?: to exist)? by)"
    r" (?:the |its )?(?:conclusions?|theorem|mean[- ]value theorem|rolle's theorem)"
    r"(?: of (?:the )?(?:mean[- ]value theorem|rolle's theorem|theorem))?[.]?$",
    re.IGNORECASE,
)


def _names(text: str) -> set[str]:
    return {name.strip("$ ") for name in re.split(r",? and |, ?", text)}


def _closed(text: str, expression: str, letters: Collection[str]) -> str:
    """Say "find the sum" for a formula for the printed sum up to a letter."""
    said, printed = _CLOSED.match(text.strip()), _SUM.search(expression)
    if not said or not printed:
        return text
    high, index = printed["high"], printed["index"]
    if {said["name"], said["count"], said["after"]} - {None, high}:
        return text
    if said["terms"]:
        term = canonical(re.sub(r"\\left|\\right|\s", "", printed["term"]))
        fits = [canonical(one.format(k=index)) for one in _TERMS.get(said["terms"].lower().strip(), ())]
        if term not in fits or printed["low"] != "1":
            return text
    return "Find the sum."


def _rooted(text: str, expression: str) -> str:
    """Say "all complex solutions" for the roots of a number, which are those of the printed equation."""
    found, printed = _ROOTS.search(text), _POWER.fullmatch(expression)
    if not found or not printed:
        return text
    degree = _DEGREES[found["kind"].lower()]
    plain = found["of"].strip("$").lower()
    value = _NUMBERS.get(plain, int(plain) if re.fullmatch(r"-?\d+", plain) else None)
    count = found["count"]
    number = _COUNTS.get(count.lower()) or int(count) if count else degree
    if degree != int(printed["degree"]) or value != int(printed["value"]) or number != degree:
        return text
    if count and "real" in found["rest"].lower():
        return text
    return f"{text[: found.start()]}{found['find']} {found['rest']}{text[found.end() :]}"
