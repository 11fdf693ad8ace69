"""Takes the rounding from a story: "to 3 significant figures", "to the nearest penny", "to the nearest gram"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import floor

from ..formulas.notation import parse_point, parse_statement
from ..formulas.tree import Node
from ..rewording.limiting import approximate
from ..rewording.story_units import UNIT, of_time
from ..rewording.told_asked import Asked
from ..rewording.told_facts import Story
from ..statement import NotRead

_WORDS = ["one", "two", "three", "four", "five", "six", "seven", "eight"]
_COUNT = rf"(?P<count>\d|{'|'.join(_WORDS)})"
_LEAD = (
    r"[,.;(]? ?(?:\b(?:and|please|give|giving|state|write|express|your|the|answers?|result|it|all|correct|accurate|in "
    r"(?:seconds|minutes|hours|days|weeks|months|years)|round|rounded|rounding|off)\b,? )*"
)
_PLACES = re.compile(
    rf"{_LEAD}\b(?:to|correct to|in) {_COUNT} (?P<kind>significant (?:figures?|digits?)|sig\.? ?figs?\.?|s\.? ?f\.?"
    r"|decimal places?|decimals?|d\.? ?p\.?)\)?(?=[\s,.;?]|$),?",
    re.IGNORECASE,
)
_NEAREST = re.compile(
    rf"{_LEAD}\bto the nearest (?P<what>[a-z]+)(?: of an? [a-z]+| number)?\)?(?=[\s,.;?]|$),?", re.IGNORECASE
)
_EXACT = re.compile(
    r"[,.;(]? ?(?:\b(?:and|please|give|giving|leave|leaving|write|express)\b )+(?:your |the )?(?:exact )?answers?"
    r"(?: (?:as an exact value|exactly|in exact form|exact|in terms of \\?(?:pi|e)))?(?=[\s,.;?]|$)",
    re.IGNORECASE,
)
_PARTS = {"tenth": 1, "hundredth": 2, "thousandth": 3}
_MONEY = {"penny": "[£$]|pounds?|dollars?", "cent": r"[$€]|dollars?|euros?", "pence": "[£]|pounds?"}
_SHORT = {"mg": "milligram", "g": "gram", "kg": "kilogram", "m": "metre", "cm": "centimetre", "km": "kilometre"}
_WHOLE = frozenset(["whole", "integer", "unit", "person"])


@dataclass(frozen=True)
class Rounded:
    """How an answer is rounded.

    Args:
        kind: "significant figures", "decimal places", "unit", or empty.
        count: how many figures or places.
        unit: the unit to which it is rounded, of which the value must be.
        said: the units of the story's numbers.
    """

    kind: str = ""
    count: int = 0
    unit: str = ""
    said: tuple[str, ...] = ()

    @property
    def plain(self) -> str:
        """The usual words, if how many figures or places is known.

        Raises:
            NotRead: it is not.
        """
        if self.kind == "unit":
            raise NotRead("how many figures the rounded value has is not known")
        return f", rounded to {self.count} {self.kind}" if self.kind else ""

    def words(self, made: Asked, story: Story) -> str:
        """Return the usual words for it after a question.

        Raises:
            NotRead: it is rounded to whole numbers, and how many figures these have is not known.
        """
        if self.kind != "unit":
            return self.plain
        place = re.fullmatch(r"Evaluate at [^=]+ = (.+)\.", made.words[0])
        body = parse_statement(story.function.body, [story.function.letter]).expression
        own = {story.unit.rstrip("s").lower()} if story.unit else set(self.said)
        known = self.unit in _WHOLE or own == {self.unit} or (not story.unit and self.unit in story.things)
        if not place or not isinstance(body, Node) or not known:
            raise NotRead("rounding to whole numbers is only known for a value in that unit")
        size = approximate(body.put({story.function.letter: parse_point(place[1], [])}))
        if size is None or not size >= 1:
            raise NotRead("how many figures the rounded value has is not known")
        return f", rounded to {len(str(floor(size)))} significant figures"


def without_rounding(text: str) -> tuple[str, Rounded]:
    """Return a story without how its answer is rounded.

    Raises:
        NotRead: it is rounded twice, or in a way that is not understood.

    >>> without_rounding("Find, to 3 significant figures, the height.")
    ('Find the height.', Rounded(kind='significant figures', count=3, unit='', said=()))
    """
    found = [*_PLACES.finditer(text), *_NEAREST.finditer(text)]
    if len(found) > 1:
        raise NotRead("an answer is rounded twice")
    if not found:
        return _EXACT.sub("", text), Rounded()
    given = found[0].groupdict()
    end = "" if text[found[0].end() :][:1] in {".", "?"} else "." if found[0][0][:1] == "." else ""
    left = re.sub(r"\s+(?=[.?])|(?<= ) +", "", f"{text[: found[0].start()]}{end} {text[found[0].end() :].lstrip(' ')}")
    left = _EXACT.sub("", re.sub(r"([.?])\s*\.", r"\1", left)).strip()
    if given.get("count"):
        count = _WORDS.index(given["count"].lower()) + 1 if given["count"].isalpha() else int(given["count"])
        kind = "decimal places" if given["kind"].lower().startswith("d") else "significant figures"
        return left, Rounded(kind, count)
    what = given["what"].lower()
    if what in _PARTS:
        return left, Rounded("decimal places", _PARTS[what])
    if what in _MONEY:
        if not re.search(_MONEY[what], text):
            raise NotRead("an answer is rounded to a coin that is not of its unit")
        return left, Rounded("decimal places", 2)
    measured = {unit for unit in re.findall(r"\d ?([a-z]+)\b", left) if re.fullmatch(UNIT, unit) and not of_time(unit)}
    units = {_SHORT.get(unit, unit.rstrip("s")) for unit in measured}
    return left, Rounded("unit", unit=what, said=tuple(sorted(units)))
