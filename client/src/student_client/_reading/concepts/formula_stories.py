r"""Reads a story around a printed formula, such as a tank that holds V litres after t minutes.

Each number of the story must be printed, each unit of time must be that of the formula's letter, and each word must be
an everyday one or an unknown noun. The question must be one that :mod:`told_questions` knows, of the quantity told.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..questions.splitting import sentences
from ..rewording.everyday_words import beside
from ..rewording.said_again import MARK, Function, marked, printed_function
from ..rewording.story_units import PER, UNIT, key
from ..rewording.told_facts import MADE, PLAIN, Story
from ..rewording.told_nouns import bears_nothing
from ..rewording.told_questions import asked, is_of_another
from ..rewording.told_story import tells
from ..statement import NotRead
from .scenery import asks_of_a_place
from .story_notation import without_notation
from .story_rounding import without_rounding

ASKS = re.compile(r"(?:find|determine|calculate|compute|work out|solve|show|prove|state|give|write)\b", re.IGNORECASE)
_CLAUSE = re.compile(
    r"[,;:] (?:(?:and|then|hence|so) )?"
    r"(?=(?:find|determine|calculate|compute|work out|what|how|when|for what|at what)\b)",
    re.IGNORECASE,
)
_NUMBER = r"\d+(?:[.,]\d+)*"
_COUNT = re.compile(rf"(?<![\w.])(?:[$£€] ?)?(?P<number>{_NUMBER})(?: ?(?:%|degrees?\b|(?:{PER})(?!\w)))?(?![\w.]*\d)")
_NAMED = re.compile(r"\b([A-Za-z]{3,})-\d+\b")
_TIMES = re.compile(r"\b(?P<unit>seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|century|centuries)\b")
_COUNTED = re.compile(
    r"(?:[,;]|\\[,;:! ]|\\q?quad|~|\s|\(|\\text ?\{ ?(?:for|where) ?\})*"
    r"(?P<name>[a-z]|\\[a-z]+) ?(?:>=?|\\geq?|≥) ?0\)?[\s.]*$"
)
_AT_ORIGIN = re.compile(
    r"(?:(?:when|at) (?:time )?t ?= ?0,? |initially,? )(?:it|he|she|[A-Z]|the [a-z]+(?: [A-Z])?) (?:is|starts)"
    r" (?:at )?(?:a |the )?(?:fixed )?(?:point |origin )?(?P<origin>O|the origin)",
    re.IGNORECASE,
)
SCALED = re.compile(
    r"\bunits? of\b|\b(?:hundreds?|thousands?|millions?|billions?|dozens?|tens|decades?|scores?)\b",
    re.IGNORECASE,
)
_FURTHER = """
    has have having had holds held half-life closed one all together if with where when then below-ground
"""
_WORDS = PLAIN | MADE | frozenset(_FURTHER.split())
_TALL = {"tall": "height", "high": "height", "deep": "depth", "long": "length", "wide": "width", "heavy": "mass"}
_PHRASES = tuple(
    (re.compile(pattern, re.IGNORECASE), plain)
    for pattern, plain in (
        (r"\bfrom the top of\b", "from"),
        (r"\b(spreads?|flows?|moves?|flies) over (?=an?|the)\b", r"\1 on "),
        (
            r",? ?\(?\b(?:which needs no [a-z]+|no [a-z]+ is needed (?:on|along|for) (?:that|the) (?:side|[a-z]+))\)?",
            "",
        ),
        (r"\bleft (?=(?:on|in|at|to|for|bank)\b)", ""),
        (r"\b(amount|mass|volume|number|quantity)((?: of [a-z]+)?) (?:left|remaining|present)\b", r"\1\2"),
        (r"\b(is|was|are|were) (?:switched|turned) on\b|\b(is|was|are|were) (?:started|opened|begun)\b", r"\1\2 made"),
        (r"\bsquares (?=(?:are |is )?cut from)", "pieces "),
        (r"\b(?:cut|moved?|spreads?)\b", "made"),
        (r"\bat (?:the|a) rate (?:shown|given|below)\b", f"at a rate of {MARK}"),
        (r"\bto make\b", "for"),
        (r"\bof (?:each|the) sides? (?:perpendicular|parallel) to the [a-z]+\b", ""),
        (r"\b(?:two )?(?:equal |parallel )?sides of length\b", "length"),
        (r"\bin terms of (?=(?:its|the) [a-z]+)", "by "),
    )
)
"""Phrases of a story whose words could mean something else alone."""
METHOD = re.compile(
    r"^(?:use|using|by) (?:calculus|differentiation|integration|algebra|the (?:model|formula|function|equation|graph))"
    r"(?: to)?,? |,? ?(?:according to|using|from) (?:the|this) (?:model|formula|function|equation)(?=[.,?]|$)",
    re.IGNORECASE,
)


def by_formula_story(objective: str, expression: str, variables: Sequence[str]) -> tuple[str, str]:
    r"""Return the question of a story in the usual words, and what it is asked of.

    Args:
        objective: the words.
        expression: the printed formula.
        variables: the problem's variables.

    Raises:
        NotRead: a part of the story or of its question is not understood.

    >>> by_formula_story("A tank is filled. It holds V litres after t minutes. Find V at t = 3.", "V = 4t", ["V", "t"])
    ('Evaluate at t = 3.', 'f(t) = 4t')
    """
    if re.search(r"\\[lg]eq?(?![a-z])|[<>≤≥]|,", _COUNTED.sub("", expression)):
        raise NotRead("the formula is printed with a range")
    range_ = _COUNTED.search(expression)
    bare = expression[: range_.start()] if range_ else expression
    head = re.match(r"\s*([A-Za-z])\s*(?:\(|=)", bare)
    ordered = sorted(variables, key=lambda one: head is not None and one == head[1])
    function = printed_function(bare, ordered)
    if function is None or (range_ and range_["name"].lstrip("\\") != function.letter):
        raise NotRead("there is no printed formula of one letter")
    said, rounded = without_rounding(without_notation(objective))
    counted = rf"[,(]? ?(?:\b(?:for|where|when) )?(?<![\w^]){function.letter} ?(?:>=?|≥|\\geq?) ?0\)?(?=[\s,.])"
    said, limits = re.subn(counted, lambda found: f" {function.letter} " if found[0][0] == " " else "", said)
    said, names = marked(said, function)
    if len(names) > 1 or (function.name and names - {function.name}):
        raise NotRead("the words give the printed function another name")
    story = Story(function, names | ({function.name} - {""}), counted=range_ is not None or limits > 0)
    question = _question(said, story, printed_numbers(expression))
    check_times(objective, story)
    made = asked(question, story)
    if made is None:
        raise NotRead("the question about the story is not understood")
    words = made.words[0].rstrip(".")
    if len(made.words) > 1:
        words = f"A box has length {function.letter}. Solve the equation for {function.letter}"  # two readings
    return f"{words}{rounded.words(made, story)}.", made.expression


def printed_numbers(expression: str) -> set[str]:
    """Return the printed numbers, but for exponents, which a story has no name for."""
    return set(re.findall(_NUMBER, re.sub(r"\^ ?(?:\d(?!\d)|\{ ?\d ?\})", " ", expression.replace("{,}", ""))))


def _question(said: str, story: Story, printed: set[str]) -> str:
    """Return the one sentence that asks; the others only tell something.

    Raises:
        NotRead: a sentence is not understood, or there is not one question.
    """
    asking: list[str] = []
    for one in pieces(said):
        if ASKS.match(re.sub(r"^(?:and|then|now|hence|so) ", "", one, flags=re.IGNORECASE)) or one.endswith("?"):
            asking.append(one)
        elif not asking and _AT_ORIGIN.fullmatch(one.strip(" .")):
            continue
        elif asking or not tells_strictly(plain_numbers(one, printed), story):
            raise NotRead(f"a sentence of the story is not understood: {one}")
    if len(asking) != 1:
        raise NotRead("the story does not have one question")
    story.settle()
    if story.conflict or story.bare or is_of_another(asking[0], story):
        raise NotRead("the story names several quantities, or none")
    if asks_of_a_place(asking[0], said.replace(asking[0], " ")):
        raise NotRead("the question is about the place of what the story tells")
    if SCALED.search(said):
        raise NotRead("the story counts in another unit than one")
    return usual(METHOD.sub("", asking[0]), said, story)


def check_times(objective: str, story: Story) -> None:
    """Refuse a story with a unit of time that is not the letter's, wherever it is."""
    times = {key(found["unit"]) for found in _TIMES.finditer(objective.lower())}
    own = {key(story.letter_unit)} if story.letter_noun == "time" and story.letter_unit else set()
    if len(times | own) > 1:
        raise NotRead("the story has several units of time")


def usual(question: str, said: str, story: Story) -> str:
    """Return a question in the words that are known: with the number for what the story counts, without the obvious."""
    text = re.sub(
        r"^(?:find|determine|calculate|work out) (?=how|what|when|where|at|after|for)", "", question, flags=re.I
    )
    counts = re.search(r"\bthe number of (?P<what>[a-z ]+?)(?: (?:after|at|in|on|is|are|\w)\b|,)", said, re.IGNORECASE)
    if counts and story.quantity == "number":
        what = re.sub(r"\b(?:who|that|which) ", "", counts["what"])
        text = re.sub(rf"^how many {what}\b(?= (?:after|when|at))", "find the number", text, flags=re.IGNORECASE)
    nouns = "|".join(map(re.escape, {story.quantity, story.letter_noun} - {""})) or "(?!)"
    names = "|".join(map(re.escape, {story.function.name, story.function.letter} - {"", "a", "A"}))
    text = re.sub(rf"\b(the (?:{nouns}),?) (?:{names})(?![\w'(])(?! ?=)", r"\1", text)
    cubed = re.search(r",? in (?:square|cubic) (?P<unit>[a-z]+),?(?= )", text)
    if cubed and not story.unit and re.search(rf"\d {cubed['unit']}$", text.strip(" .?")):
        text = text.replace(cubed[0], "")
    if story.quantity == "force":
        text = re.sub(r" by the force\b", "", text)
    started = _AT_ORIGIN.search(said)
    if started and story.quantity == "velocity":
        origin = started["origin"]
        text = re.sub(
            r"^(find|calculate|determine) (?:the|its) displacement((?: of [A-Za-z ]+?)?)"
            rf" from {origin} (?:when|at) (\w) ?= ?(\d+)",
            r"\1 the displacement\2 from \3 = 0 to \3 = \4",
            text,
            flags=re.IGNORECASE,
        )
    return text


def pieces(said: str) -> list[str]:
    """Return the sentences, each cut before a clause that asks."""
    found: list[str] = []
    for one in sentences(said):
        cut = None if ASKS.match(one) else _CLAUSE.search(one)
        found += [one[: cut.start()], one[cut.end() :]] if cut else [one]
    return found


def tells_strictly(said: str, story: Story) -> bool:
    """Return whether a sentence only tells something: its words bear no mathematics that is known."""
    if not said.strip(" ."):
        return True
    said = with_mark(said, story.function)
    words = {word.lower() for word in re.findall(r"[A-Za-z]+(?:-[A-Za-z]+)*", said)}
    known = beside(_WORDS)
    free = {word for word in words - known if bears_nothing(word) and len(word) > 2}
    if not tells(said, story, known | free):
        return False
    story.things |= {word for word in words - PLAIN - MADE if len(word) > 2 and not re.fullmatch(UNIT, word)}
    return True


def with_mark(said: str, function: Function) -> str:
    """Return a sentence with the mark for the function's name where it says what the function is."""
    name = re.escape(function.name or "?")
    if name in {"a", "A"}:
        return said
    its = rf"{name}(?:\(\\?{re.escape(function.letter)}\))?(?![\w'^])"
    said = re.sub(
        rf"(?<![\w\\])(?:where )?{its} (?:is|denotes|represents|be) (?:the|its) ([a-z]+)", rf"the \1 is {MARK}", said
    )
    said = re.sub(
        rf"\b(?:is|are) {its} (?P<unit>{PER}) (?P<how>{'|'.join(_TALL)})\b",
        lambda found: f"has {_TALL[found['how']]} {MARK} {found['unit']}",
        said,
    )
    said = re.sub(rf"\b(the|its|his|her|their) ([a-z]+) {its}", rf"\1 \2 is {MARK}", said, flags=re.IGNORECASE)
    return re.sub(
        rf"\b((?:the|its|his|her|their) [^.§]*(?:is|be|are|by|equals)|has [a-z]+|with [a-z]+(?: of)?) {its}",
        rf"\1 {MARK}",
        said,
        flags=re.IGNORECASE,
    )


def plain_numbers(said: str, printed: set[str]) -> str:
    """Return a sentence without its numbers that are printed, and without the number of an isotope."""
    said = _NAMED.sub(lambda found: found[1], re.sub(r"\s*,(?!\d)\s*", " ", said))
    for pattern, plain in _PHRASES:
        said = pattern.sub(plain, said)
    return _COUNT.sub(lambda found: "some" if found["number"].replace(",", "") in printed else found[0], said)
