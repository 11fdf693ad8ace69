r"""Reads a story whose words are scenery around a printed model, such as "A cup of tea cools in a kitchen".

Up to the sentence that says what the formula gives, a story may tell how the formula came about, with any numbers but
those in the formula's own unit. The question is read by :mod:`told_questions`, or by the roles of its words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..rewording.said_again import MARK, marked, printed_function
from ..rewording.story_units import TIME, UNIT, key, of_time
from ..rewording.told_facts import MADE, PLAIN, Story
from ..rewording.told_nouns import bears_nothing
from ..rewording.told_questions import asked, is_of_another
from ..rewording.told_story import tells
from ..statement import NotRead
from .formula_stories import ASKS, METHOD, SCALED, check_times, pieces, printed_numbers, usual, with_mark
from .scenery import TWISTING, asks_of_a_place, is_scenery
from .story_forms import in_usual_form
from .story_notation import without_notation
from .story_roles import by_roles, turns
from .story_rounding import without_rounding

_SIGN = r"(?:<=?|\\leq?(?![a-z])|≤|\\leqslant)"
_OTHER = r"(?:>=?|\\geq?(?![a-z])|≥|\\geqslant)"
_END = r"-?(?:\d+(?:\.\d+)?(?:\\?pi)?|\\?pi)"
_RANGE = (
    r"(?:[,;(]|\\[,;:! ]|\\q?quad|~|\s|\\text ?\{{[^{{}}]*\}}|\b(?:for|where|with|when|if|on|in|domain)\b)*"
    rf"(?<![\w^])(?:(?P<low>{_END}) ?{_SIGN} ?(?P<a>{{name}}) ?{_SIGN} ?(?P<high>{_END})|(?P<b>{{name}}) ?{_OTHER} ?"
    rf"(?P<from>{_END}))\)?(?![\w^*+/])"
)
_COUNT = re.compile(
    rf"(?<![\w.])[$£€]?(?P<n>\d+(?:[.,]\d+)*)(?:\\?pi)?(?:-| ?)(?P<u>{UNIT}|degrees|%|percent|by)?"
    r"(?:\^[23])?(?:/[a-z]+)?(?![\w])"
)
_VOLUME = re.compile(r"\^3|cubic|lit(?:re|er)|ml|gallon", re.IGNORECASE)
_EVENT = re.compile(
    rf"\b(?:after|until|till|before|within|from|last(?:s|ed)?|lasting|for|first|during) (?:the )?(?:first )?"
    rf"(?:\d+|an?|one|two|three|four|five|six|ten) {TIME}\b",
    re.IGNORECASE,
)
_FORMULA = re.compile(r"=|\^(?![23](?!\w))|\\(?:frac|sqrt|sin|cos|tan|ln|log|exp)|\d ?[a-z](?![\w'])(?<![mglsh])")
_DEPENDS = re.compile(r"\b(depends on|varies with) (?:its|the|their|his|her) (?:[a-z]+ ){0,3}")
_NO_NOUN = (
    "after|than|when|where|that|time|times|and|with|makes?|sells?|produces?|for|the|its|some|each|every|which|value"
    "|values|function"
)
_HEAD = re.compile(
    r"\b(?:the|its|his|her|their|an?) (?P<noun>(?!function|formula|equation|model|graph|curve|rate)[a-z]{3,})"
    r"(?: (?:of|in|on|at|that|when|which|it)\b[^.;§]*?)?,? (?:is|are|can be) (?:[a-z]+ )?(?:as )?"
    r"(?:given|shown|modelled|modeled|described|§|below)"
)
_LITRES = re.compile(r"(?<=\d) ?L(?!\w)")
_NAMES = re.compile(r"\b(?:given|below|shown|formula|follows|following|function|model|modelled|modeled|equation)\b")
_ALLOWED = frozenset(
    {
        "back",
        "sum",
        "total",
        "closed",
        "corner",
        "corners",
        "each",
        "different",
        "square",
        "next",
        "perpendicular",
        "equal",
    }
)
_LENGTHS = frozenset({"m", "cm", "mm", "km", "ft", "inch", "mile", "yard", "millimetre"})


class _AnyWord(frozenset[str]):
    """Contains every word, since scenery may name anything."""

    def __contains__(self, word: object) -> bool:
        return isinstance(word, str) and word.isalpha() and (len(word) > 1 or word in "aAI")


_FLOW = rf"(?:{MARK}|(?<![A-Za-z]){{name}})(?: ?\(\w\))?(?![A-Za-z])[^.;]{{{{0,40}}}}?(?:\bper |/ ?){TIME}\b"
_AMOUNT = re.compile(
    r"(?:find |what is )?(?:the )?(?:total )?(?:how (?:much|many)|amount|volume)\b(?!.*\b(?:per|rate)\b)", re.IGNORECASE
)
"""A formula that gives a rate, and a question for what flows by it."""
_CALCULUS = re.compile(r"\b(?:derivat|differentiat|integra|antideriv|inverse)", re.IGNORECASE)


def by_model_story(objective: str, expression: str, variables: Sequence[str]) -> tuple[str, str]:
    r"""Return the question of a story around a printed model in the usual words, and what it is asked of.

    Args:
        objective: the words.
        expression: the printed formula.
        variables: the problem's variables.

    Raises:
        NotRead: the story could change what the formula gives, or its question is not understood.

    >>> told = "A snail climbs a wall. Its height h in cm after t hours is shown. When does it reach 9 cm?"
    >>> by_model_story(told, "h = 4t + 1", ["h", "t"])
    ('Solve for t, where t >= 0.', '4t + 1 = 9')
    """
    if _CALCULUS.search(objective.rpartition(". ")[0]):
        raise NotRead("the story could make something of the formula")
    head = re.match(r"\s*([A-Za-z])\s*(?:\(|=)", expression)
    bare, span = _without_range(expression, r"[A-Za-z]|\\[a-z]+")
    function = printed_function(bare, sorted(variables, key=lambda one: head is not None and one == head[1]))
    if function is None or re.search(r"\\[lg]eq?(?![a-z])|[<>≤≥]|,", bare):
        raise NotRead("there is no printed formula of one letter")
    text, rounded = without_rounding(_LITRES.sub(" litres", without_notation(objective)))
    text = in_usual_form(text)
    text, told_span = _without_range(text, re.escape(function.letter))
    if span and told_span and span[:2] != told_span[:2]:
        raise NotRead("the story has two ranges")
    span = span or told_span
    text, names = marked(text, function)
    if len(names) > 1 or (function.name and names - {function.name}):
        raise NotRead("the words give the printed function another name")
    story = Story(function, names | ({function.name} - {""}), counted=span is not None)
    told, question = _parted(text)
    if function.name in {"A", "S"} and turns(question) and re.search(r"\barea\b", question):
        story.quantity = "area"
    _tell(told, story, printed_numbers(expression))
    parts = rf"\bnearest (?:tenth|hundredth) of an? (?={story.letter_unit.removesuffix('s') or '?'}\b)[a-z]+"
    check_times(re.sub(parts.replace("?=?", "?!"), " ", objective), story)
    check_lengths(text)
    if story.conflict or story.bare or is_of_another(question, story) or SCALED.search(text):
        raise NotRead("the story names several quantities, or none, or in another unit than one")
    if _AMOUNT.match(question) and re.search(_FLOW.format(name=function.name or "(?!)"), " ".join(told), re.IGNORECASE):
        raise NotRead("the formula gives a rate, but an amount is asked")
    if asks_of_a_place(question, " ".join(told)):
        raise NotRead("the question is about the place of what the story tells")
    question = usual(METHOD.sub("", question), text, story)
    made = asked(question, story) if span is None and not turns(question) else None
    made = made or by_roles(question, " ".join(told), story, span if span and span[1] != "oo" else None)
    words = made.words[0].rstrip(".")
    if len(made.words) > 1:
        words = f"A box has length {function.letter}. Solve the equation for {function.letter}"  # two readings
    return f"{words}{rounded.words(made, story)}.", made.expression


def _without_range(text: str, name: str) -> tuple[str, tuple[str, str, str] | None]:
    """Return a text without the range of a letter, and the ends of that range with its words."""
    text = re.sub(r" (?:during|in|for|over|within) the first [a-z]+ (?=\()", " ", text)
    found = [*re.finditer(_RANGE.replace("{name}", name).replace("{{", "{").replace("}}", "}"), text)]
    if len(found) != 1:
        return text, None
    one = found[0]
    again = one["a"] or one["b"]
    bare = re.fullmatch(rf"\s*\(?{re.escape(one[0].strip(' ()'))}\)?", one[0]) is not None
    ends = (one["low"], one["high"]) if one["a"] else (one["from"], "oo")
    found_range = re.search(rf"(?:{_END} ?{_SIGN} ?)?(?:{name}) ?(?:{_SIGN}|{_OTHER}) ?{_END}", one[0])
    return f"{text[: one.start()]} {again if bare and '=' not in text else ''} {text[one.end() :]}", (
        *ends,
        found_range[0] if found_range else "",
    )


def _parted(text: str) -> tuple[list[str], str]:
    """Return the sentences that tell something, and the one that asks."""
    *told, question = [one for one in pieces(text) if one.strip(" .")] or [""]
    plain = [re.sub(r"^(?:and|then|now|hence|so) ", "", one, flags=re.IGNORECASE) for one in told]
    if any(ASKS.match(one) or one.endswith("?") for one in plain) or not told:
        raise NotRead("the story does not have one question")
    return told, question


def _tell(told: Sequence[str], story: Story, printed: set[str]) -> None:
    """Keep what the sentences say of the formula; the others must be scenery.

    Raises:
        NotRead: one of them could change what the formula gives.
    """
    said = [_DEPENDS.sub(r"\1 ", re.sub(r"\s+", " ", with_mark(one, story.function))) for one in told]
    last = max(
        (at for at, one in enumerate(said) if MARK in one or _NAMES.search(one) or _names(one, story)), default=0
    )
    strange, volumes = set[str](), set[str]()
    for at, one in enumerate(said):
        numbers = [found for found in _COUNT.finditer(one) if not _is_printed(found, printed)]
        if _EVENT.search(one) or _FORMULA.search(one) or (at > last and numbers):
            raise NotRead(f"a sentence of the story could change it: {one}")
        strange |= {found["u"] or "" for found in numbers if not _VOLUME.search(found[0])}
        volumes |= {found["u"] or "" for found in numbers if _VOLUME.search(found[0])}
        plain = re.sub(r"(?<![\^])\d|[^\w§'\s/^\\]|\^(?![23])", " ", _COUNT.sub(" some ", one))
        words = re.findall(r"[A-Za-z]+", plain)
        if not is_scenery(plain, _ALLOWED) or (at > last and not all(map(_bears_nothing, words))):
            raise NotRead(f"a sentence of the story could change it: {one}")
        plain = re.sub(r"\b[a-z] axis\b", "axis", plain)
        if not tells(plain, story, _AnyWord()):
            raise NotRead(f"a sentence of the story is not understood: {one}")
        story.things |= {word.lower() for word in words if len(word) > 2} - TWISTING
    text = " ".join(said)
    name, letter = (re.escape(one) for one in (story.function.name or "§", story.function.letter))
    if re.search(rf"\bthere (?:are|were|will be) (?:§|{name})(?!\w)", text, re.I) and not story.quantity:
        story.quantity = "number"
    if not story.quantity and (head := _HEAD.search(text)):
        story.quantity = head["noun"]
    if re.fullmatch(_NO_NOUN, story.letter_noun):
        story.letter_noun = "time" if story.letter_noun in {"time", "times"} else ""
    if not story.letter_noun:
        found = re.findall(
            rf"\b([a-z]{{3,}})(?:,? (?:of|is))? \\?{letter}(?![\w'])|(?<!\w){letter} is (?:the|its) ([a-z]{{3,}})", text
        )
        nouns = [
            one or two for one, two in found if not re.fullmatch(rf"{UNIT}|{_NO_NOUN}|{story.quantity}", one or two)
        ]
        story.letter_noun = nouns[0] if nouns else ""
    story.settle()
    own = key(story.unit) if story.unit else ""
    strange |= volumes if story.quantity != "area" else set()
    if any(not (unit and (of_time(unit) or unit == "by" or (own and key(unit) != own))) for unit in strange):
        raise NotRead("a story has a number in the formula's unit that is not printed")


def _names(said: str, story: Story) -> bool:
    name = story.function.name
    return bool(name) and re.search(rf"(?<![\w\\'^]){re.escape(name)}(?![\w'])", said) is not None and name not in "aAI"


def _bears_nothing(word: str) -> bool:
    return word.lower() in PLAIN | MADE or bears_nothing(word)


def _is_printed(found: re.Match[str], printed: set[str]) -> bool:
    """Return whether a number is printed; a percentage may be printed as a part, or as a factor with it."""
    number = found["n"].replace(",", "")
    if number in printed:
        return True
    part = float(number) / 100
    return found["u"] in {"%", "percent"} and any(
        abs(float(one) - made) < 1e-9 for one in printed for made in (part, 1 + part, 1 - part)
    )


def check_lengths(text: str) -> None:
    """Refuse a story with several units of length."""
    units = re.findall(rf"(?<![\w\\/])({UNIT})(?![\w/]| per)", text)
    found = {key(re.sub(r"^(?:square|cubic) |\^\d", "", unit)) for unit in units if "/" not in unit}
    if len(found & _LENGTHS) > 1:
        raise NotRead("the story has several units of length")
