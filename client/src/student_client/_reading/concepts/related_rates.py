r"""Reads related rates: "The radius grows at 2 cm/s. How fast does the volume grow when the radius is 10 cm?".

The printed formula gives one quantity by another one. The words give the rate of one of them and the value of the
formula's letter, and ask for the other rate, which the chain rule gives. What they say besides is scenery, in one
unit of length and one of time.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..formulas.derivative import NoRule, derivative
from ..formulas.notation import parse_point, parse_statement
from ..formulas.tree import Node
from ..questions.splitting import sentences
from ..rewording.limiting import approximate
from ..rewording.said_again import Function, printed_function
from ..rewording.story_units import TIME, UNIT, key, of_time
from ..statement import NotRead
from .scenery import is_scenery
from .story_notation import without_notation
from .story_rounding import without_rounding

_NOUNS = {
    "r": "radius",
    "R": "radius",
    "V": "volume",
    "A": "area|surface area",
    "S": "surface area|area",
    "C": "circumference",
    "P": "perimeter",
    "x": "side|edge|side length|edge length|length|sides|edges",
    "s": "side|edge|side length|edge length|length|sides|edges",
    "a": "side|edge|side length|edge length|length|sides|edges",
    "l": "side|edge|side length|edge length|length|sides|edges",
    "h": "height|depth|water level|level",
    "D": "diameter",
    "d": "diameter",
}
"""What letters stand for that no word explains."""
_NUMBER = r"-?\d+(?:\.\d+)?(?:/\d+)?"
_GROWS = r"(?:increas|grow|expand|ris|widen|spread|getting (?:larger|bigger))"
_FALLS = r"(?:decreas|shrink|contract|fall|drop|diminish|getting smaller)"
_VERB = rf"(?:(?:is |are |was )?(?:being )?(?:{_GROWS}|{_FALLS}|chang)(?:e[sd]?|s|ing|ning)?(?: outwards?)?)"
_PER = rf"{UNIT}(?:\^[23])?(?: (?:per|an?|each|every) |/){TIME}(?:\b|(?=\W))"
_AT = r"(?:at|by)(?: (?:a|the))?(?: (?:constant|steady|uniform|fixed))?(?: rate)?(?: of)? "
_OF = r"(?:,? (?:of|in|on) (?:the |an? |its |each |this )?(?:[a-z-]+ ){0,3}?[a-z-]+)??"
_FLOWING = r"\b(?:air|gas|water|helium|oil|sand|liquid|gravel|fluid|soap|milk|grain)\b[^.;?]*?\b"
_IN = r"pumped into|blown into|poured into|flows? into|flowing into|runs? into|forced into|let into|dumped|falls onto"
_OUT = r"leaks?|leaking|escapes?|escaping|drains?|draining|let out|flows? out|flowing out|pumped out"
_FILLED = r"(?:is|being|are) (?:being )?(?:inflated|filled|blown up|pumped up)"
_EMPTIED = r"(?:is|being|are) (?:being )?(?:deflated|emptied|drained)"
_NOTES = re.compile(
    r"[(,]? ?\b(?:give (?:your|the) answer )?in (?:terms of \\?pi|(?:square|cubic) [a-z]+ per [a-z]+|[a-z]+(?:\^[23])?"
    rf"(?:/| per ){TIME})\)?|^related rates(?: question| problem)?:? ?",
    re.IGNORECASE,
)
_SHAPES = frozenset({"circle", "square", "sphere", "cube", "triangle", "cone", "ball", "balloon"})
_ALLOWED = frozenset({"square", "cubic", "total", "same"})


def by_related_rate(objective: str, expression: str, variables: Sequence[str]) -> tuple[str, str]:
    r"""Return a question for a related rate as the value of a product or of a quotient with the derivative.

    Args:
        objective: the words.
        expression: the printed formula.
        variables: the problem's variables.

    Raises:
        NotRead: there are not one rate, one place and one question for the other rate.

    >>> said = "The radius grows at 2 cm/s. How fast does the area grow when the radius is 5 cm?"
    >>> by_related_rate(said, r"A = \pi r^2", ["A", "r"])
    ('Evaluate at r = 5.', '2*(2*r*pi)')
    """
    head = re.match(r"\s*([A-Za-z])\s*(?:\(|=)", expression)
    ordered = sorted(variables, key=lambda one: head is not None and one == head[1])
    function = printed_function(expression, ordered)
    if function is None or not function.name or function.letter == "t":
        raise NotRead("there is no printed formula of one letter that is not the time")
    said, rounded = without_rounding(without_notation(objective))
    story = _Rates(said, function)
    story.read()
    body = parse_statement(function.body, [function.letter]).expression
    if not isinstance(body, Node) or body.names() != {function.letter}:
        raise NotRead("the formula is not one of one letter")
    try:
        slope = derivative(body, function.letter)
    except NoRule as error:
        raise NotRead("the formula has no known derivative") from error
    size = approximate(slope.put({function.letter: parse_point(story.place, [])}))
    if size is None or not size > 0:
        raise NotRead("the two quantities do not plainly grow together")
    made = f"{story.rate}*({slope})" if story.given == function.letter else f"{story.rate}/({slope})"
    return f"Evaluate at {function.letter} = {story.place}{rounded.plain}.", made


class _Rates:
    """The rate, the place and the question of a story, which are taken out of its words one after the other."""

    def __init__(self, said: str, function: Function) -> None:
        self.said, self.function = f" {said} ", function
        self.rate = self.place = self.given = ""
        self.told = set(
            re.findall("[a-z]+", re.split(r"\b(?:how|find|at what|determine|calculate)\b", said.lower())[0])
        )
        self.nouns = {name: self._nouns(name) for name in (function.name, function.letter)}

    def _nouns(self, name: str) -> str:
        """Return the nouns for a letter, as a pattern: the one beside it, or what it usually stands for."""
        told = re.findall(rf"\b(?:(?:surface|side|edge|water) )?[a-z]+,? (?={name}(?![\w'/]))", self.said)
        told = [one.strip(" ,") for one in told if not re.match(r"(?:of|when|and|that|with|where|find|is|if|d)\b", one)]
        nouns = "|".join(map(re.escape, told)) or _NOUNS.get(name, "(?!)")
        return rf"(?:(?:{nouns})(?: {name}(?![\w'/]))?|{name}(?![\w'/]))"

    def read(self) -> None:
        """Find all parts.

        Raises:
            NotRead: one is not there or there twice, or the other words are more than scenery.
        """
        self._check_units()
        grown = self._given()
        self._placed()
        self._asked(grown=grown)
        rest = _NOTES.sub(" ", self.said)
        for name in self.nouns:
            rest = re.sub(rf"(?<![\w\\']){re.escape(name)}(?![\w'(])", " ", rest)
        if re.search(r"[\d=?]|\b[B-HJ-Zb-z]\b", rest) or not is_scenery(rest, _ALLOWED):
            raise NotRead("the story says more than a rate and a place")
        if any(re.match(r"(?:find|how|what|determine|calculate|is|show)\b", one, re.I) for one in sentences(rest)):
            raise NotRead("the story asks something else, too")

    def _take(self, patterns: Sequence[str]) -> re.Match[str] | None:
        """Take the one place of a pattern out of the words."""
        for pattern in patterns:
            found = [*re.finditer(pattern, self.said, re.IGNORECASE)]
            if len(found) > 1:
                raise NotRead("the story says it twice")
            if found:
                if not is_scenery(found[0][0], _ALLOWED):
                    raise NotRead("another thing could be meant")
                self.said = self.said[: found[0].start()] + " " + self.said[found[0].end() :]
                return found[0]
        return None

    def _given(self) -> bool:
        """Find the given rate; return whether it is one of growth."""
        for name, nouns in self.nouns.items():
            found = self._take(
                (
                    rf"(?:,? ?(?:so|such) that |\bif )?\b(?:the|its|whose|each|every|an?)(?: [a-z]+'s?)? {nouns}{_OF}"
                    rf" ?(?P<verb>{_VERB}) {_AT}(?P<k>{_NUMBER}) ?{_PER}",
                    rf"(?:\b(?:with|given(?: that)?|if|where|and) )?\bd{name}/dt ?= ?(?P<k>{_NUMBER})(?: ?{_PER})?",
                )
            )
            if found:
                self.rate, self.given = found["k"], name
                verb = found.groupdict().get("verb") or "increase"
                return self._grows(verb)
        if "volume" in self.nouns[self.function.name]:
            for verbs, grown in ((_OUT, False), (_IN, True), (_EMPTIED, False), (_FILLED, True)):
                flowing = _FLOWING if verbs in {_OUT, _IN} else r"\b[^.;?]*?\b"
                if found := self._take((rf"{flowing}(?:{verbs})\b[^.;?]*?{_AT}(?P<k>{_NUMBER}) ?{_PER}",)):
                    self.rate, self.given = found["k"], self.function.name
                    return grown
        raise NotRead("no rate is given")

    def _grows(self, verb: str) -> bool:
        if re.search("chang", verb) or self.rate.startswith("-"):
            raise NotRead("whether the quantity grows is not said")
        return re.search(_GROWS, verb, re.IGNORECASE) is not None

    def _placed(self) -> None:
        """Find the value of the formula's letter, or of the diameter for a radius."""
        unit = rf"(?: ?{UNIT}(?![\w/^]))?"
        when = (
            r"(?:,? ?\b(?:at|by) the (?:exact )?(?:instant|moment|time|point))?,? ?\b(?:when|at which|that|where|once)"
        )
        verb = r"(?: is| are| reaches| equals| measures| becomes| has reached)(?: exactly)?"
        letter = self.function.letter
        found = self._take(
            (
                rf"{when} {letter} ?(?:=|is) ?(?P<a>{_NUMBER}){unit}",
                rf"{when} (?:the|its|each|every|an?)(?: [a-z]+'s?)? {self.nouns[letter]}{_OF}"
                rf"(?:{verb}| ?=) ?(?P<a>{_NUMBER}){unit}(?: long| deep| high)?",
                rf",? ?\bat an? {self.nouns[letter]} of (?P<a>{_NUMBER}){unit}",
            )
        )
        if found:
            self.place = found["a"]
            return
        if "radius" in self.nouns[letter]:
            found = self._take((rf"{when} (?:the|its) diameter{_OF}{verb} (?P<a>\d+){unit}",))
            if found:
                self.place = str(int(found["a"]) // 2) if int(found["a"]) % 2 == 0 else f"{found['a']}/2"
                return
        raise NotRead("no place is given")

    def _asked(self, *, grown: bool) -> None:
        """Check that the question is for the other rate, with a sign that is plain."""
        name = next(one for one in self.nouns if one != self.given)
        it = rf"(?:the|its)(?: [a-z]+'s?)? {self.nouns[name]}(?P<of>{_OF})"
        note = rf"(?:,? ?\(?in (?:(?:square|cubic) )?[a-z]+(?:\^[23])?(?: per |/)(?:{TIME})\)?,?)?"
        find = rf"\b(?:find|determine|calculate|compute|work out|what is|state),? ?{note} ?(?:the )?"
        rate = rf"{find}(?:instantaneous )?rate"
        found = self._take(
            (
                rf"(?:\bhow (?:fast|quickly|rapidly)|\bat what (?:instantaneous )?rate){note},? (?:is|are|does|do|will)"
                rf" {it} ?(?P<verb>{_VERB}){note}(?: with respect to time)?\s*\??",
                rf"{rate},?{note} (?:at|with) which {it} ?(?P<verb>{_VERB}){note}",
                rf"{rate} of (?P<verb>change|increase|growth|decrease){note} (?:of|in) {it}{note}"
                r"(?: with respect to time)?",
                rf"{find}(?:value of )?d{name}/dt",
            )
        )
        if found is None:
            raise NotRead("the other rate is not asked")
        given = found.groupdict()
        owners = re.findall(
            "[a-z]+", re.sub(r"^,? (?:of|in|on) (?:the |an? |its |each |this )?", "", given.get("of") or "")
        )
        if any(word not in self.told | _SHAPES and word not in self.nouns[name] for word in owners):
            raise NotRead("the rate of another thing is asked")
        verb = given.get("verb") or "change"
        grows = True if re.search("chang", verb) else re.search(rf"{_GROWS}|growth", verb, re.IGNORECASE) is not None
        if grows != grown:
            raise NotRead("the sign of the rate is not plain")

    def _check_units(self) -> None:
        """Refuse a story with several units of length or of time."""
        said = self.said.lower()
        times = {key(one) for one in re.findall(rf"(?:per |an? |/)({TIME})\b", said)}
        lengths = {
            key(re.sub(r"^(?:square|cubic) |/.*$|\^\d", "", one))
            for one in re.findall(rf"(?:\d ?|\b(?:square|cubic|in) )({UNIT})(?=[\s.,;)?/^]|$)", said)
            if not of_time(one)
        }
        if len(times) > 1 or len(lengths) > 1:
            raise NotRead("the story has several units")
