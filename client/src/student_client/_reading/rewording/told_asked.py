r"""Says what is asked of a story in the plain words of mathematics: "how high is it after 3 seconds" is a value.

Each question names the quantity of the story, or "it", or what follows from it: a velocity from a position. Solutions
are asked twice, among all numbers and among those that are not negative; only among these if the letter counts, as in
"after t seconds".
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import TypeAlias

from ..formulas.coefficients import NoPolynomial, coefficients
from ..formulas.derivative import derivative
from ..formulas.exact import exact
from ..formulas.notation import parse_point, parse_statement
from ..formulas.tree import ZERO, Node, add, neg
from ..statement import NotRead
from .directions import direction
from .limiting import approximate
from .story_units import TIME, key
from .told_facts import Misfit, Story, order
from .told_places import Places


@dataclass(frozen=True)
class Asked:
    """A question in plain words.

    Args:
        words: its wordings, all of which must be answered.
        expression: what it is asked of.
    """

    words: tuple[str, ...]
    expression: str


Match: TypeAlias = "re.Match[str]"
Rule: TypeAlias = Callable[[Match, Story, Places], Asked]


def _name(story: Story) -> str:
    """Return a name for the function that its formula does not have."""
    letters = re.sub(r"\\?[A-Za-z]{2,}", " ", story.function.body)
    return next((one for one in "fghpq" if one not in letters), "w")


def _named(story: Story, body: str) -> str:
    return f"{_name(story)}({_letter(story)}) = {body}"


def _letter(story: Story) -> str:
    letter = story.function.letter
    return letter if len(letter) == 1 else f"\\{letter}"


def _plain(story: Story, words: str) -> Asked:
    return Asked((words,), _named(story, story.function.body))


def _body(story: Story) -> Node:
    read = parse_statement(story.function.body, [story.function.letter]).expression
    if not isinstance(read, Node):
        raise NotRead("the formula of the story is not understood")
    return read


def value(_: Match, story: Story, places: Places) -> Asked:
    return _plain(story, f"Evaluate at {_letter(story)} = {places.at}.")


def _derived(order: int, story: Story, places: Places) -> Asked:
    noun = {1: "derivative", 2: "second derivative"}.get(order)
    if noun is None:
        raise Misfit("the quantity does not follow from the formula")
    at = f" at {_letter(story)} = {places.at}" if places.at else f" with respect to {_letter(story)}"
    return _plain(story, f"Find the {noun}{at}.")


def rate(found: Match, story: Story, places: Places) -> Asked:
    """Return the derivative, which is with respect to the formula's letter."""
    said = " ".join(filter(None, (found.groupdict().get(key) for key in ("by", "with", "by2", "with2"))))
    letter = {story.function.letter, story.letter_noun, "the " + story.letter_noun}
    if story.rate or (said and said.strip().lstrip("\\") not in letter):
        raise Misfit("the rate of change of what is not understood")
    return _derived(1, story, places)


def falling(_: Match, __: Story, ___: Places) -> Asked:
    """Refuse the rate of a fall, which could be given without its sign."""
    raise Misfit("the rate of a fall could be the rate of change without its sign")


def _order(story: Story, noun: str) -> int:
    """Return how often the formula is differentiated for a quantity."""
    given = "velocity" if story.quantity == "speed" and noun in {"acceleration", "speed"} else story.quantity
    found = order(noun.replace("speed", "velocity"), given, timed=story.letter_noun == "time")
    if found is None:
        raise Misfit(f"the {noun} of what is not understood")
    return found


def moving(found: Match, story: Story, places: Places) -> Asked:
    times = _order(story, found["motion"].lower())
    return _derived(times, story, places) if times or not places.at else value(found, story, places)


def speed(found: Match, story: Story, places: Places) -> Asked:
    """Return the velocity at a place, if it is not negative there."""
    times = _order(story, "speed")
    made = _body(story) if times == 0 else derivative(_body(story), story.function.letter)
    size = approximate(made.put({story.function.letter: parse_point(places.at, [])}))
    if size is None or not size >= 0 or times not in {0, 1}:
        raise Misfit("the speed could be the velocity without its sign")
    return _derived(1, story, places) if times else value(found, story, places)


def far(found: Match, story: Story, places: Places) -> Asked:
    """Return a displacement, if it is not negative, which a distance is not."""
    size = approximate(_body(story).put({story.function.letter: parse_point(places.at, [])}))
    start = exact(_body(story).put({story.function.letter: ZERO}))
    if found.groupdict().get("gone") and (start != 0 or direction(_body(story), story.function.letter) != 1):
        raise Misfit("the way could be counted from the start")
    if story.quantity not in {"position", "displacement", "distance"} or size is None or not size >= 0:
        raise Misfit("the distance could be the displacement without its sign")
    return value(found, story, places)


def initial(_: Match, story: Story, __: Places) -> Asked:
    """Return the value at the start."""
    if story.letter_noun != "time":
        raise Misfit("the formula has no start")
    return _plain(story, f"Evaluate at {_letter(story)} = 0.")


def displaced(found: Match, story: Story, places: Places) -> Asked:
    """Return a position as the displacement from the start, which must be at zero."""
    if exact(_body(story).put({story.function.letter: ZERO})) != 0:
        raise Misfit("the displacement could be counted from the start")
    return value(found, story, places)


def _solved(story: Story, equation: str) -> Asked:
    letter = _letter(story)
    among = f"Solve for {letter}, where {letter} >= 0."
    return Asked((among,) if story.counted else (f"Solve for {letter}.", among), equation)


def reached(found: Match, story: Story, _: Places) -> Asked:
    """Return when the formula has a value; the first time is asked only if there is one at most."""
    given = found.groupdict()
    value = "0" if (given.get("a") or "zero").lower() == "zero" else given["a"]
    unit = given.get("u")
    if unit and story.unit and key(unit) != key(story.unit):
        raise Misfit(f"{unit!r} is not the unit of the formula")
    if given.get("v") and story.letter_unit and key(given["v"]) != key(story.letter_unit):
        raise Misfit(f"{given['v']!r} is not the unit of the formula's letter")
    if given.get("once"):
        check_once(story, value)
    return _solved(story, f"{story.function.body} = {value}")


def check_once(story: Story, value: str) -> None:
    """Refuse a first time if there could be several: the formula both grows and falls after zero."""
    made, letter = _body(story), story.function.letter
    if direction(made, letter) is not None:
        return
    parts = _fractions(add(made, neg(parse_point(value, []))), letter)
    signs = [parts[power] > 0 for power in sorted(parts) if parts[power]]
    if sum(one != other for one, other in pairwise(signs)) > 1:
        raise Misfit("the first of several times could be asked")


def _fractions(made: Node, letter: str) -> dict[int, Fraction]:
    try:
        parts = {power: exact(part) for power, part in coefficients(made, letter).items()}
    except NoPolynomial:
        raise Misfit("how many times there are is only known for a polynomial") from None
    found = {power: part for power, part in parts.items() if part is not None}
    if len(found) < len(parts):
        raise Misfit("how many times there are is only known for a polynomial")
    return found


def landing(_: Match, story: Story, __: Places) -> Asked:
    """Return when a height that is not below zero at the start becomes zero."""
    check_once(story, "0")
    start = exact(_body(story).put({story.function.letter: ZERO}))
    if start is None or start < 0:
        raise Misfit("what reaches the ground starts below it")
    return Asked((f"Solve for {_letter(story)}, where {_letter(story)} > 0.",), f"{story.function.body} = 0")


def resting(found: Match, story: Story, _: Places) -> Asked:
    """Return when a velocity or an acceleration is zero; a change of direction is a change of the velocity's sign."""
    letter = _letter(story)
    times = _order(story, (found.groupdict().get("motion") or "velocity").lower())
    if found.groupdict().get("turning"):
        made = _body(story) if times == 0 else derivative(_body(story), story.function.letter)
        parts = _fractions(made, story.function.letter)
        b, square = parts.get(1, Fraction(0)), parts.get(2, Fraction(0))
        if max(parts, default=0) > 2 or (square and b * b <= 4 * square * parts.get(0, Fraction(0))):
            raise Misfit("whether the velocity changes its sign is not known")
    if times not in {0, 1, 2}:
        raise Misfit("the velocity does not follow from the formula")
    among = f", where {letter} >= 0."
    if times == 0:
        return Asked((f"Solve for {letter}{among}",), f"{story.function.body} = 0")
    return _plain(story, f"Find the values of {letter} for which {_name(story)}{chr(39) * times}({letter}) = 0{among}")


def stationary(_: Match, story: Story, __: Places) -> Asked:
    """Return where the derivative of the formula is zero."""
    among = f", where {_letter(story)} > 0" if story.counted and story.letter_noun not in {"", "time"} else ""
    return _plain(story, f"Find the values of {_letter(story)} for which {_name(story)}'({_letter(story)}) = 0{among}.")


_BACK = re.compile("negative|left|back", re.IGNORECASE)
GREATEST = re.compile("max|great|large|high|most|top|peak", re.IGNORECASE)


def extreme(found: Match, story: Story, places: Places) -> Asked:
    """Return the place or the value of a quadratic's vertex, if that is the extreme that is asked."""
    letter = _letter(story)
    parts = _fractions(_body(story), story.function.letter)
    leading = parts.get(2, Fraction(0))
    place = -parts.get(1, Fraction(0)) / (2 * leading) if leading else Fraction(-1)
    if max(parts, default=0) != 2 or place < 0 or (leading < 0) != bool(GREATEST.search(found["kind"])):
        raise Misfit("the extreme value is not at the vertex of a quadratic")
    if places.at or places.ends:
        raise Misfit("an extreme value between two places is not understood")
    if found.groupdict().get("place"):
        return _plain(story, f"Find the values of {letter} for which {_name(story)}'({letter}) = 0.")
    return _plain(story, f"Find the {'maximum' if leading < 0 else 'minimum'} value of the function.")


def _check_units(story: Story) -> None:
    """Refuse a rate by another unit of time than that of its letter."""
    per = re.search(rf" (?:per|an?) ({TIME})$|/({TIME})$", story.unit)
    if per and story.letter_unit and key(per[1] or per[2]) != key(story.letter_unit):
        raise Misfit("the rate has another unit of time than its letter")


def integral(found: Match, story: Story, places: Places) -> Asked:
    """Return what a velocity, a current or a flow makes between two places."""
    made = (found.groupdict().get("made") or "").lower()
    if not (story.rate and not made) and _order(story, made or "displacement") != -1:
        raise Misfit("what the formula makes is not understood")
    if story.outward and re.search(r"chang|enter|\binto\b|flows? in\b|grow|increas", found[0], re.IGNORECASE):
        raise Misfit("what flows out lessens the amount")
    if not story.outward and re.search(r"\b(?:out|leak|leav|escap|drain|lost)", found[0], re.IGNORECASE):
        raise Misfit("what flows out is not what the story tells")
    if made in {"charge", "energy"} and story.letter_unit and key(story.letter_unit) != "s":
        raise Misfit(f"the {made} is counted by seconds")
    _check_units(story)
    low, high = places.ends or ("", "")
    return _plain(story, f"Integrate with respect to {_letter(story)} from {low} to {high}.")


def distance(_: Match, story: Story, places: Places) -> Asked:
    if story.quantity not in {"velocity", "speed"}:  # of a position, the families know it
        raise (NotRead if story.quantity == "position" else Misfit)("the distance does not follow from the formula")
    _check_units(story)
    words = "Integrate with respect to {} from {} to {}.".format(_letter(story), *(places.ends or ("", "")))
    return Asked((words,), _named(story, rf"\left|{story.function.body}\right|"))


def average(found: Match, story: Story, places: Places) -> Asked:
    motion = found.groupdict().get("motion")
    times = _order(story, motion.lower()) if motion else 1 if found.groupdict().get("rate") else 0
    if times not in {0, 1} or story.rate:
        raise Misfit("the average of what is not understood")
    low, high = places.ends or ("", "")
    letter = _letter(story)
    what = "average rate of change" if times else "average value"
    return _plain(story, f"Find the {what} of the function from {letter} = {low} to {letter} = {high}.")


def signed(found: Match, story: Story, _: Places) -> Asked:
    """Return where the formula, which is a velocity, has a sign."""
    if story.quantity != "velocity":
        raise Misfit("the direction does not follow from the formula")
    return _solved(story, f"{story.function.body} {'<' if _BACK.search(found['sign']) else '>'} 0")


def bounded(found: Match, story: Story, _: Places) -> Asked:
    words = {"at least": r"\ge", "at most": r"\le", "more than": ">", "less than": "<", "above": ">", "below": "<"}
    sign = words.get(found["sign"].lower().replace("greater", "more").replace("fewer", "less"), ">")
    if found["u"] and (not story.unit or key(found["u"]) != key(story.unit)):
        raise Misfit(f"{found['u']!r} is not the unit of the formula")
    return _solved(story, f"{story.function.body} {sign} {found['a']}")


def eventual(_: Match, story: Story, __: Places) -> Asked:
    return _plain(story, f"Find the limit as {_letter(story)} approaches infinity.")
