"""Says "evaluate" for a question how many ways there are, if the printed number is what the words count.

Each pattern is a whole objective, so that nothing of it is left out, and the printed number is compared with the count.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from math import comb, factorial, perm, prod

from ..formulas.exact import exact
from ..formulas.same_formulas import node_of
from ..formulas.tree import Node, number
from ..statement import NotRead

_WORDS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
]
_NUMBER = rf"(?:\d{{1,3}}|{'|'.join(_WORDS[2:])})"
_HOW_MANY = (
    r"(?:in |find |determine |calculate )?(?:how many|the number of) (?:different |distinct "
    r"|distinguishable |possible )*"
)
_WAYS = (
    rf"(?:{_HOW_MANY}ways (?:can|could|may|are there (?:to|for|of)|is it possible to|to|of|in which))"
    r"(?: (?:you|we|one|i|a (?:teacher|coach|manager|student|person|club)))?"
)
_NOUN = (
    r"(?:(?:different|distinct|available|possible|new) )?(?:people|persons|students|members|candidates|players"
    r"|volunteers|children|employees|teachers|books|cards|objects|items|toppings|colou?rs|questions|flavou?rs|runners"
    r"|applicants|friends|pupils|workers|elements|things|numbers|letters|songs|paintings|athletes|cars|dishes|subjects"
    r"|courses|judges|senators)"
)
_GROUP = r"(?:committee|team|group|sample|hand|set|delegation|panel|jury|subset|selection|subcommittee|squad)"
_MAKES = r"(?:choose|select|pick|form|make|create|draw|choosing|selecting|picking|forming)"
_MADE = r"(?:be )?(?:chosen|selected|picked|formed|made|created|drawn|dealt)"
_FROM = (
    r"(?:from|out of|from among|among|of)(?: (?:a|an|the|this))?(?: (?:standard|ordinary))?(?: (?:group|class|set"
    rf"|list|pool|club|total|collection|choice|deck|team|staff)(?: of)?)? (?P<n>{_NUMBER})(?: {_NOUN})?"
)
_SOME = (
    rf"(?:(?:an? )?{_GROUP}s? (?:of|with|consisting of) )?(?P<k>{_NUMBER})(?:[- ](?:person|member|card|man"
    rf"|student))?(?: (?:{_NOUN}|{_GROUP}s?))?"
)
_OFFICE = (
    r"(?:an? |the )?(?:vice[- ]president|president|secretary|treasurer|chair(?:man|person|woman)?"
    r"|(?:vice[- ])?captain|leader|deputy(?: leader)?)"
)
_OFFICES = rf"(?P<offices>{_OFFICE}(?:(?:, and|,| and) {_OFFICE})+)"
_ROW = r"(?:(?:in|into) an? (?:straight )?(?:line|row|queue|column)|on a (?:book)?shel(?:f|ve))"
_ORDERED = r"(?:stand|sit|line up|queue(?: up)?|be (?:arranged|seated|lined up|placed|put|ordered)|arrange themselves)"


def _chosen(found: re.Match[str]) -> int:
    return comb(_count(found["n"]), _count(found["k"]))


def _ordered(found: re.Match[str]) -> int:
    return factorial(_count(found["n"]))


def _offices(found: re.Match[str]) -> int:
    named = [
        re.sub(r"^(?:an?|the) ", "", one.strip())
        for one in re.split(r",(?: and)?|\band\b", found["offices"])
        if one.strip()
    ]
    return perm(_count(found["n"]), len(named)) if len(set(named)) == len(named) else 0


def _spelled(found: re.Match[str]) -> int:
    letters = Counter(found["word"].upper())
    return factorial(sum(letters.values())) // prod(map(factorial, letters.values()))


def _letters(word: str) -> str:
    return rf"(?:all )?(?:of )?(?:the )?letters (?:of|in) (?:the )?(?:word )?{word}"


_WORD = r"[\"“'‘]?(?-i:(?P<word>[A-Z]{2,15}))[\"”'’]?"
_DONE = r"(?:(?:can )?be (?:made|formed|arranged|rearranged)|are there|are possible|exist|there are)"
_CAN = r"(?:(?:can|could|may) )?"
_TO_BE = r"(?:is|must|has) to be (?:chosen|selected|formed|picked)"
_SIZED = rf"(?P<k>{_NUMBER})[- ](?:person|member|card|element|letter) {_GROUP}s"
_ALL_WAYS = (
    r"(?:ways (?:can|could) (?:this|it) be (?:done|chosen|formed)|ways(?: of doing this| to do this)?"
    rf"|{_GROUP}s(?: (?:are possible|are there|can be (?:formed|chosen|made)))?)"
)
_ALL = rf"(?P<n>{_NUMBER}) (?:different|distinct) (?:objects|items|books|letters|things)"
_ELECTED = _MADE.replace("drawn", "elected|appointed")
_ARRANGED = r"(?:arrangements|rearrangements|permutations|anagrams)(?: (?:can|could) be (?:made|formed))?"
_TABLE: tuple[tuple[str, Callable[[re.Match[str]], int]], ...] = (
    (rf"{_WAYS} {_MAKES} {_SOME} {_FROM}(?: to form an? {_GROUP})?", _chosen),
    (rf"{_WAYS} {_SOME} {_MADE} {_FROM}", _chosen),
    (
        rf"{_HOW_MANY}(?:{_GROUP}s|ways|combinations|selections|choices) (?:of|with|consisting of) {_SOME}"
        rf" {_CAN}(?:{_MADE} )?{_FROM}",
        _chosen,
    ),
    (rf"{_HOW_MANY}{_SIZED} {_CAN}(?:{_MADE} )?{_FROM}", _chosen),
    (rf"an? {_GROUP} of (?P<k>{_NUMBER})(?: {_NOUN})? {_TO_BE} {_FROM}[.;,] {_HOW_MANY}{_ALL_WAYS}", _chosen),
    (rf"{_WAYS} (?P<n>{_NUMBER}) {_NOUN} {_ORDERED} {_ROW}", _ordered),
    (rf"{_WAYS} (?:arrange|order|line up|seat|arranging|ordering) (?P<n>{_NUMBER}) {_NOUN} {_ROW}", _ordered),
    (rf"{_HOW_MANY}(?:arrangements|permutations|orderings) of {_ALL}(?: {_ROW})?(?: {_DONE})?", _ordered),
    (rf"{_WAYS} {_OFFICES} {_ELECTED} {_FROM}", _offices),
    (rf"{_WAYS} (?:{_MAKES}|elect|appoint) {_OFFICES} {_FROM}", _offices),
    (rf"{_HOW_MANY}{_ARRANGED}(?: are there)? (?:of|from|using|with) {_letters(_WORD)}(?: {_DONE})?", _spelled),
    (
        rf"{_HOW_MANY}(?:words|strings|sequences)(?: \(with or without meaning\))? (?:can|could|may) be (?:made|formed)"
        rf" (?:by )?(?:(?:re)?arranging|permuting|using) all (?:of )?the letters (?:of|in) (?:the )?(?:word )?{_WORD}",
        _spelled,
    ),
    (rf"{_WAYS} {_letters(_WORD)} (?:be )?(?:arranged|rearranged|permuted|ordered)(?: {_ROW})?", _spelled),
    (
        r"(?:find |determine |calculate )?(?:in )?how many (?:different |distinct |distinguishable )*ways"
        rf" {_letters(_WORD)} can be (?:arranged|rearranged|permuted|ordered)(?: {_ROW})?",
        _spelled,
    ),
    (rf"{_WAYS} (?:arrange|rearrange|permute|order|arranging) {_letters(_WORD)}(?: {_ROW})?", _spelled),
)
_PRINTED = tuple(
    map(re.compile, (r"\\[dt]?binom(?P<n>\d+)\|(?P<k>\d+)", r"(?P<n>\d+)!", r"\\frac(?P<n>\d+)!\|(?P<m>\d+)!"))
)
_HARMLESS = re.compile(
    r"(?:if )?(?:the )?order (?:does not matter|doesn't matter|is not important|is unimportant|is irrelevant)"
    rf"|\bmust (?=(?:choose|select|pick) {_NUMBER}\b)|without (?:replacement|repetition)|no (?:repetition"
    rf"|repeats?)(?: (?:is )?allowed)?",
    re.IGNORECASE,
)
_NOT_CHOSEN = re.compile(r"\b(?:permutations?|order\w*|arrang\w*|divided|times)\b", re.IGNORECASE)
_NOT_ARRANGED = re.compile(r"\b(?:combinations?|committees?|subsets?|divided|times)\b", re.IGNORECASE)
_NOT_ORDERED = re.compile(r"\b(?:divided|times|digits?|zero(?:e?s)?)\b", re.IGNORECASE)
_RESTRICTS = re.compile(
    r"\b(?:replacement|repetitions?|repeat\w*|if|must|so that|such that|refus\w*|together|apart|next to|beside|between"
    r"|at least|at most|or (?:more|fewer|less)|up to|couples?|pairs?|includ\w*|contain\w*|exactly|alternat\w*|first"
    r"|last|particular|same|identical|alike|not|never|no|circle|circular\w*|round|around|presidents?|captains?"
    r"|secretary|roles?|posts|positions|words)\b",
    re.IGNORECASE,
)
"""Words that may change a count, so that the plain one of the same numbers is another."""
_PATTERNS = tuple((re.compile(pattern, re.IGNORECASE), value) for pattern, value in _TABLE)


def told_counts(objective: str, expression: str, variables: Sequence[str]) -> tuple[str, str]:
    r"""Return "Evaluate." for a question about ways whose number is what is printed; other problems as they are.

    Args:
        objective: the words.
        expression: the printed number.
        variables: the problem's variables.

    >>> told_counts("In how many ways can a committee of 3 be chosen from 10 people?", r"\binom{10}{3}", ["x"])[0]
    'Evaluate.'
    >>> told_counts("In how many ways can a committee of 4 be chosen from 10 people?", r"\binom{10}{3}", ["x"])[0]
    'In how many ways can a committee of 4 be chosen from 10 people?'
    """
    if word := _PRINTED_WORD.fullmatch(expression.strip()):
        return _spelled_word(objective, expression, word["word"])
    return ("Evaluate." if _is_printed(objective, expression, variables) else objective), expression


_PRINTED_WORD = re.compile(
    r"\$?(?:\\(?:text|mathrm|textbf|mathbf|textit|texttt|mathit) ?\{ ?)?(?P<word>[A-Z]{3,15})(?: ?\})?\$?"
)
_THIS_WORD = re.compile(
    r"\b(?:this|the|that)(?: (?:following|given|printed))* word(?: (?:shown|given|printed|below|above|here|displayed))*"
    r"(?=[ .?!,]|$)|(?<=letters in)$|(?<=letters of)$",
    re.IGNORECASE,
)


def _spelled_word(objective: str, expression: str, word: str) -> tuple[str, str]:
    """Return the number of arrangements of the letters of a printed word, as something to evaluate."""
    said = re.sub(r"\s+", " ", objective.replace("$", "")).strip(" .?!:")
    said = re.sub(
        r",? if all (?:of )?(?:the )?letters (?:are|must be) used$|,? using all (?:of )?the letters$", "", said
    )
    text = _THIS_WORD.sub(f" the word {word}", said, count=1).replace("  ", " ")
    if not [*_counts(text)] or not re.search(rf"\b{word}\b", text):
        return objective, expression
    counts = Counter(word).values()
    below = r"\,".join(f"{count}!" for count in counts if count > 1)
    return "Evaluate.", rf"\frac{{{len(word)}!}}{{{below}}}" if below else f"{len(word)}!"


def counts_another(objective: str, expression: str, variables: Sequence[str]) -> bool:
    """Return whether the words may count something whose number is not what is printed."""
    printed = _is_printed(objective, expression, variables)
    return printed is False or (printed is None and _is_restricted(objective, expression))


def _is_restricted(objective: str, expression: str) -> bool:
    """Return whether words that may change a count stand beside the numbers of a plain one."""
    plain = re.sub(r"[{}\s$]|\\,", "", re.sub(r"\}\s*\{", "|", expression))
    found = next(filter(None, (pattern.fullmatch(plain) for pattern in _PRINTED)), None)
    words = _HARMLESS.sub(" ", objective)
    if not found:
        return False
    said = {*re.findall(r"\d+", words), *(str(_WORDS.index(one)) for one in words.lower().split() if one in _WORDS)}
    spelled = {str(len(one)) for one in re.findall(r"\b[A-Z]{2,15}\b", words)}
    other = _NOT_CHOSEN if "binom" in plain else _NOT_ARRANGED if "frac" in plain else _NOT_ORDERED
    return bool(other.search(words) or (found["n"] in said | spelled and _RESTRICTS.search(words)))


def _is_printed(objective: str, expression: str, variables: Sequence[str]) -> bool | None:
    """Return whether the words count what is printed; None if they do not plainly count, or no number is printed."""
    text = re.sub(r"\s+", " ", objective.replace("$", "")).strip(" .?!:")
    counts = {*_counts(text)}
    try:
        printed = value_of(node_of(expression, variables)) if counts else None
    except NotRead:
        return None
    return counts == {printed} if printed is not None else None


def _counts(text: str) -> Iterator[int]:
    for pattern, value in _PATTERNS:
        if found := pattern.fullmatch(text):
            yield value(found)


def _count(said: str) -> int:
    return int(said) if said.isdigit() else _WORDS.index(said.lower())


def value_of(node: Node) -> Fraction | None:
    """Return the value of an expression of whole numbers, factorials and binomial coefficients."""
    parts = tuple(map(value_of, node.args))
    numbers = [int(part) for part in parts if part is not None and part.denominator == 1 and 0 <= part < 1000]
    if node.head in {"factorial", "binomial"} and len(numbers) == len(parts):
        return Fraction(factorial(*numbers) if node.head == "factorial" else comb(*numbers))
    if not node.args:
        return exact(node)
    known = tuple(number(part) for part in parts if part is not None)
    return exact(Node(node.head, known, node.value)) if len(known) == len(parts) else None
