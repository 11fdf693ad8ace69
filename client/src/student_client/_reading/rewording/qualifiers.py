r"""Says what qualifies an instruction in the vocabulary's words: precision, assumptions, intervals, remarks.

"Give a decimal with three significant digits" becomes a rounding of the question before it. What is left out says only
where a task is from, whom it is for, or that the work is to be shown; each such phrase is listed word by word.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from ..questions.of_sequences import COUNTS

_COUNT = rf"(?P<count>{'|'.join(COUNTS)}|[1-8])"
_UNITS = {
    "decimal places": r"(?:decimals?(?: (?:places?|digits?))?|d\.? ?p\.?|digits after the (?:decimal )?point"
    r"|places?(?: of decimals| after the (?:decimal )?point)?)",
    "significant figures": r"(?:significant (?:figures?|digits?)|sig\.? ?(?:figs?|digs?|digits?|figures?)\.?|s\.? ?f\.?"
    r"|s\.? ?d\.?)",
}
_ANSWER = (
    r"(?:(?:your|the|a|all|any|each|every|final|numerical|decimal|approximate) )*(?:answers?|results?|values?|it"
    r"|solutions?|number|approximation|decimals?|estimate)"
)
_GIVE = (
    r"(?:giv(?:e|ing)|round(?:ing|ed)?|writ(?:e|ing)|express(?:ing)?|stat(?:e|ing)|leav(?:e|ing)|keep(?:ing)?|us(?:e"
    r"|ing)|report(?:ing)?|quot(?:e|ing)|i (?:need|want)|answer)"
)
_PLACED = r"(?:,? ?(?:as|in|to|with|correct|rounded|round|accurate|an?|decimal|decimals|form|number|having|using)\b)*"
_PRECISE = {
    unit: re.compile(
        rf"(?:[.,;:(]+ ?|\band )*(?P<asked>\b{_GIVE}\b(?: {_ANSWER}\b)?)?{_PLACED} ?"
        rf"\b{_COUNT}[- ]{words}(?![a-z])(?: of (?:accuracy|precision)| accuracy| precision| please| only)?\)?",
        re.IGNORECASE,
    )
    for unit, words in _UNITS.items()
}
_DECIMAL = re.compile(
    r"^(?:(?:find|give|write(?: down)?|compute|calculate|determine|obtain|get|state|work out|round|estimate"
    r"|approximate|evaluate|(?:use|using) (?:a|your) calculator to (?:evaluate|find|compute|calculate|approximate"
    r"|estimate|work out))(?: (?:it|this|a|an|the|following|given|number|value|expression|answer|of|to|for|as|in"
    r"|decimal|decimals|numerical|approximate|approximation|form|number|value|estimate|round|off|result))*)(?P<said>"
    r" rounded to \d (?:decimal places|significant figures))$",
    re.IGNORECASE,
)
_SUBJECT = (
    r"(?:exam|test|paper|book|textbook|homework|worksheet|quiz|class|lecture|notes|sheet|assignment|course|mock)s?"
)
_LABEL = re.compile(
    r"^(?:(?:ex(?:ercise)?|problem|question|task|example|part|item|no|number|q|nr)\.? ?\(?(?:\d+(?:\.\d+)*|[a-h]"
    r"|i{1,3}|iv)?(?: ?\(?[a-h]\)?)?\)? ?[:.)]+ |(?:worked example|exam question|your task|my task|the task|homework"
    r"|practice|quick one|a quick one|quick question|as a check|quick check|challenge|review|revision|a-level(?:"
    r" maths)?|gcse(?: maths)?|ap calculus(?: [ab]b?c?)?|calc(?:ulus)? (?:[123]|i{1,3})|algebra (?:[12]|i{1,2})"
    r"|pre-?calc(?:ulus)?|engineering maths|further maths|unit test|mock exam|past paper|bonus(?: question)?|todo|to"
    r" do|required)(?: \d+)? ?[:.-]+ )+",
    re.IGNORECASE,
)
_ORIGIN = re.compile(
    r"^(?:(?:this|that|it|here|the following)(?:'s| is| was| comes| came| one is)* )?(?:(?:taken|adapted) )?(?:from"
    r"|on|in) (?:(?:my|our|a|an|the|last|this|next|old|past|recent|previous|year's|week's|yesterday's|today's"
    rf"|tomorrow's|final|maths?|calculus|algebra|mock|entrance|school|college|university) )*{_SUBJECT}[.:,;] |^(?:my"
    r"|our|the) (?:teacher|professor|prof|tutor|lecturer|book|boss) (?:gave|set|sent|assigned) (?:us|me) this(?:"
    r" one)?[.:,] |^in the usual notation,? |^using algebra,? |^(?:for|of) (?:the|this) (?:given )?expression(?:"
    r" given| below)?, ",
    re.IGNORECASE,
)
_EXACT = re.compile(
    r"^in this (?:question|problem|exercise|task),? (?:please )?(?:give|use|leave) (?:your )?exact (?:answers?|"
    r"values?)[.:;] ",
    re.IGNORECASE,
)
_OPENER = re.compile(
    r"^(?:(?:hi|hello|hey|ok|okay|so|now|well|please|quickly|kindly|next|first of all|ok so)[,!.:]* (?:there[,!]* "
    r"|all[,!]* )?|(?:you (?:should|must|need to|have to|are asked to|are to|will need to)|(?:could|can|would|will) "
    r"(?:you|someone|anyone|somebody)|let's|let us|(?:we|i)(?:'d| would)? (?:want|need|like|have|wish|am asked|am"
    r" supposed|are asked)(?: you)? to|try to|help me(?: to)?|help us(?: to)?|i'm (?:asked|trying|supposed) to|go"
    r" ahead and|(?:your|the|my|our) (?:job|goal|task|aim|challenge) is to|it is (?:required|necessary|asked) to|all i"
    r" need is to|help(?=,)|how (?:do|can|would|should) (?:i|we|you|one))(?: please| kindly| help me(?: to)?)?,? )+",
    re.IGNORECASE,
)
_CLOSER = re.compile(
    r"(?:[.,;!?]* ?\(?\b(?:please|pls|plz|thank you(?: (?:very|so) much)?|thanks(?: (?:in advance|a lot))?|for me|for"
    r" us|(?:and|then) (?:please )?(?:explain|justify|comment)(?: (?:your|the) (?:answer|steps?|reasoning|method"
    r"|working))?|step by step|(?:show(?:ing)?|with|include|including) (?:all |each |every |your |the |full )*"
    r"(?:steps?|working|work|workings|reasoning)|for (?:(?:my|our|the|tomorrow's|today's|monday's|next week's) )?"
    r"(?:homework|exam|test|report|class|quiz|revision|project)|by hand|on paper|if you can|asap|when you can|(?:and"
    r" )?(?:check|verify) (?:your|the) (?:answers?|work|result)|(?:use|recall|remember|note)(?: that)? \$?i\^2 ?="
    r" ?-1\$?|(?:justify|explain|check) your (?:answer|steps|reasoning)|the rest are constants|(?:do not|don't) forget"
    r" the constant(?: of integration)?|(?:give|find|state) (?:an |the )?exact (?:answers?|values?)|(?:in|leave it in)"
    r" exact form|no decimals|(?:without|do not use) a calculator|be careful with the signs|let [a-z] ?= ?\S+ if it"
    r" helps|simplify the root|assume the denominators are not zero|in full|all of it|the other letters are"
    r" constants)\)?[.!?]*)+$",
    re.IGNORECASE,
)
_ORDERED = re.compile(
    r"[.,;]? ?\b(?:and )?(?:giv|writ|express|stat|leav|present)(?:e|ing) (?:it|(?:your|the|each) (?:answers?"
    r"|solutions?|results?)) as (?:an? )?(?:coordinates?|points?|ordered (?:pairs?|triples?)|pairs?|tuples?"
    r"|co-ordinates)(?: \([^()]*\))?(?=[.?!]|$)",
    re.IGNORECASE,
)
_ALL = (
    r"(?:all |the |any |your )*(?:variables|letters|unknowns|quantities|symbols|numbers)(?: involved| present| here)?"
)
_SURE = r"(?:assum(?:e|ing)|suppos(?:e|ing)|given|where|with|if|let|taking|take|knowing|note|provided)(?: that)?,?"
_POSITIVE_ALL = re.compile(
    rf"[.,;]? ?\(?\b(?:you may )?(?:{_SURE} )?{_ALL} (?:are|be|is|represent|denote|stand for|to be|as)(?: all| only)? "
    r"(?:positive|greater than (?:0|zero))(?: real)?(?: numbers?| quantit(?:y|ies)| values?)?\)?(?=[.,;?!]|$)",
    re.IGNORECASE,
)
_NAMES = r"(?P<names>\\?[a-zA-Z]+(?:(?:, and|,| and) \\?[a-zA-Z]+)*)"
_POSITIVE_SOME = re.compile(
    rf"[.,;]? ?\(?(?:\b{_SURE} {_NAMES} (?:are|is|be|to be|represents?|denotes?|stands? for)(?: (?:all|both|a|an))?"
    r" positive(?: real)?(?: numbers?| variables?| constants?| values?)?|\b(?:for|with)(?: all)? positive(?: real)?"
    rf"(?: values of| numbers| variables)? {_NAMES.replace('names', 'other')}|\b(?:for|where|with|assume|assuming"
    rf"|given)(?: that)? {_NAMES.replace('names', 'signed')} ?> ?0)\)?(?=[.,;?!]|$)",
    re.IGNORECASE,
)
_REWRITES = re.compile(
    r"\b(?:expand|condense|combine|contract|simplif|logarithm|logs?\b|write|rewrite|express|rationali[sz]e)",
    re.IGNORECASE,
)
"""What is done to an expression whose letters may be positive; where a letter is, it does not limit."""
_SOLVES = re.compile(
    r"\b(?:solv\w*|solutions?|roots?|zero(?:s|es)?|inequality|intercepts?|find (?:all )?(?:values of )?\\?[a-z]+$)",
    re.IGNORECASE,
)
"""What asks for numbers, which an interval limits."""
_END = r"(?P<end>-?[\w.\\{}/*π√]+|-?\\?[a-z]+\{[^{}]*\}\{[^{}]*\})"
_LESS = r"(?:\\leq?(?![a-z])|<=|<|≤)"
_CHAIN = rf"{_END.replace('end', 'low')} ?{_LESS} ?(?P<name>\\?[a-z]+) ?{_LESS} ?{_END.replace('end', 'high')}"
_HALF = rf"(?P<one>\\?[a-z]+) ?(?:{_LESS}|\\geq?(?![a-z])|>=|>|≥) ?{_END}"
_BETWEEN = rf"\$?(?P<range>{_CHAIN}|{_HALF})\$?"
_RANGED = re.compile(
    r"[.,;]? ?\b(?:(?:that|which) (?:lie|satisfy|are|fulfil|belong to|satisfies|lies)(?: where| in| within| the"
    r" condition)?|(?:in|over|within|on) the (?:range|domain|interval)|lying (?:where|in)|assum(?:e|ing)(?: that)?"
    rf"|satisfying|provided(?: that)?|given(?: that)?|if|with the (?:condition|restriction)(?: that)?) {_BETWEEN}"
    r"(?=[.,;?!]|$)"
)
_RANGE_FIRST = re.compile(
    rf"^(?:given(?: that)?|if|for|assum(?:e|ing)(?: that)?|suppose(?: that)?|when) {_BETWEEN}[.,;] "
    rf"(?P<rest>.+?)[.?!]*$",
    re.I,
)


def without_frame(text: str) -> str:
    """Return an objective without where it is from, whom it is for, and that the work is to be shown.

    >>> without_frame("Exercise 13. Could you find the limit for me? Thanks")
    'find the limit'
    """
    while True:
        made = text
        for pattern in (_LABEL, _ORIGIN, _EXACT, _OPENER, _CLOSER):
            made = pattern.sub("", made).strip()
        if made == text or not made:
            return text
        text = made


def qualified(text: str, expression: str, letters: Collection[str]) -> str:
    """Return an objective with its precision, assumptions and interval in the vocabulary's words.

    Args:
        text: the words.
        expression: the problem's expression.
        letters: the letters of the expression.

    >>> qualified("Evaluate. Give a decimal with three significant digits", "2/3", ())
    'evaluate rounded to 3 significant figures'
    """
    text = _ORDERED.sub("", text) if expression.count("=") > 1 else text
    return _ranged(_positive(_precise(text), letters), letters)


def _precise(text: str) -> str:
    """Say every precision as "rounded to 3 decimal places" at the end; two of them are left as they are."""
    found = [(unit, one) for unit, pattern in _PRECISE.items() for one in pattern.finditer(text)]
    if len(found) != 1 or "nearest" in text:
        return text
    unit, one = found[0]
    count = one["count"].lower()
    digits = str(COUNTS.index(count) + 1) if count in COUNTS else count
    before, after = text[: one.start()].rstrip(" .,;:?!(") or one["asked"] or "", text[one.end() :].strip(" .,;:?!)")
    if after and re.match(r"[a-z]", after):
        before, after = f"{before} {after}".strip(), ""
    text = f"{before or 'evaluate'} rounded to {digits} {unit}{'. ' + after if after else ''}"
    return _DECIMAL.sub(r"evaluate\g<said>", text)


def _positive(text: str, letters: Collection[str]) -> str:
    """Say that all letters are positive, if the words say it of all, or by their names."""
    found = _POSITIVE_ALL.search(text)
    if not found:
        found = _POSITIVE_SOME.search(text)
        said = next((one for one in found.group("names", "other", "signed") if one), "") if found else ""
        names = {name.lstrip("\\") for name in re.split(r",? and |, ?", said)}
        if not found or names != set(letters):
            return text
    rest = f"{text[: found.start()]}{text[found.end() :]}".strip(" .,;?!")
    return (
        (f"{rest}. Assume all variables are positive.") if _REWRITES.match(rest) and not _SOLVES.search(rest) else text
    )


def _ranged(text: str, letters: Collection[str]) -> str:
    """Say the numbers among which a letter is as "for 0 < x < 1" at the end."""
    first = _RANGE_FIRST.match(text)
    if first and _is_known(first, letters) and _SOLVES.search(first["rest"]):
        return f"{first['rest'].rstrip(' .?!')} for {first['range']}"
    found = _RANGED.search(text)
    if not found or not _is_known(found, letters) or len(_RANGED.findall(text)) > 1:
        return text
    rest = f"{text[: found.start()]}{text[found.end() :]}".strip(" .,;?!")
    return f"{rest} for {found['range']}" if _SOLVES.search(rest) else text


def _is_known(found: re.Match[str], letters: Collection[str]) -> bool:
    return (found["name"] or found["one"]).lstrip("\\") in letters
