r"""Reads a question about a story by the roles of its words, in any order: what is asked, at which place, which value.

"How long does the tea take to cool to 40 degrees?" has a word for a time that is asked, and a value that the formula
reaches. Each word must have a role, or be of the story: a word such as "more" or "by" has none here.
"""

from __future__ import annotations

import re
from math import inf

from ..formulas.derivative import derivative
from ..formulas.notation import parse_point, parse_statement
from ..formulas.tree import Node
from ..questions.of_solids import approximately
from ..rewording import told_asked
from ..rewording.story_units import PER, TIME, key
from ..rewording.told_asked import Asked
from ..rewording.told_facts import Misfit, Story
from ..rewording.told_places import NUMBER, cut
from ..rewording.told_wordings import SAME
from ..statement import NotRead
from .scenery import TWISTING, is_only_a_place
from .story_extremes import extreme_place
from .story_role_words import (
    CONNECTED,
    EXTREME,
    GLUE,
    GROUPS,
    GROWING,
    INVESTED,
    LANDS,
    LEVEL,
    MEANT,
    NEVER,
    ROLES,
    SIGNS,
    SURFACE,
    TO_LEVEL,
    WHEN,
)


def by_roles(question: str, told: str, story: Story, span: tuple[str, str, str] | None = None) -> Asked:
    """Return a question of a story in plain words.

    Args:
        question: the sentence that asks.
        told: the other sentences.
        story: what they say.
        span: the ends of the range of the formula's letter, if it has one.

    Raises:
        NotRead: a word has no role, or the roles do not make one question.
    """
    return _Roles(question, told, story, span).asked()


def turns(question: str) -> bool:
    """Return whether a question is about a greatest, a least or a stationary value."""
    return re.search(EXTREME, question, re.IGNORECASE) is not None


class _Roles:
    """The roles in a question."""

    def __init__(self, question: str, told: str, story: Story, span: tuple[str, str, str] | None) -> None:
        self.story, self.span, self.told = story, span, told.lower()
        text = CONNECTED.sub("", re.sub(r"\bwhat['\u2019]s\b", "what is", question.strip(" .?!:"), flags=re.I))
        if story.letter_noun not in {"", "time"}:
            noun = re.escape(story.letter_noun)
            noun = rf"\b(?:of|with|at|for|has|is)(?: an?)? (?:{noun}|output|production level)(?: of)? (?=\d)"
            text = re.sub(noun, f"when {story.function.letter} = ", text)
        self.places = cut(re.sub(r"(?<=[a-z])['\u2019]s\b", "", text), story)
        if self.places.ends:
            raise NotRead("a range within the question is not understood")
        self.text = re.sub(r"^[A-Z](?=[a-z])", lambda found: found[0].lower(), self.places.text)
        self.level = self._level()
        self._leave_surface()
        self._leave_unit()

    def _found(self, pattern: str) -> re.Match[str] | None:
        """Find a role; in a pattern, V is the formula's letter, and N its noun."""
        noun = re.escape(self.story.letter_noun or "?")
        noun = f"{noun}|{noun.removesuffix('s')}" if len(noun) > 1 else noun
        pattern = re.sub(
            r"\bN\b", f"(?:the )?(?:{noun})", re.sub(r"\bV\b", rf"(?-i:\\\\?{self.story.function.letter})", pattern)
        )
        return re.search(pattern, self.text, re.IGNORECASE)

    def _level(self) -> str:
        """Take out the one value that the formula reaches, with the formula's unit."""
        story = self.story
        pattern = (
            rf"(?<![\w.^])(?P<a>{NUMBER})(?: ?(?P<u>{PER}|degrees|%)(?![\w/]))?(?: (?:celsius|fahrenheit|[CF])\b)?"
        )
        found = [*re.finditer(pattern, self.text)]
        if len(found) > 1 or (found and self.places.at):
            raise NotRead("the question has several numbers")
        if not found:
            return ""
        unit = found[0]["u"] or ""
        degrees = unit == "degrees" and story.quantity == "temperature"
        if unit == "%" or (unit and not degrees and story.unit and key(unit) != key(story.unit)):
            raise Misfit(f"{unit!r} is not the unit of the formula")
        self.text = self.text.replace(found[0][0], LEVEL, 1)
        return found[0]["a"]

    def _leave_surface(self) -> None:
        """Leave out what a height is counted from, if the story counts from there, too."""
        found = SURFACE.search(self.text)
        if not found or self.story.quantity not in {"height", "altitude", "depth"}:
            return
        if found["one"] != self.story.surface and (self.story.surface or found["one"] not in LANDS):
            raise Misfit("the height is counted from something else")
        self.text = re.sub(r"\s+", " ", self.text.replace(found[0], " ")).strip()

    def _leave_unit(self) -> None:
        """Leave out the unit in which the answer is wanted, if it is that of the formula or of its letter."""
        for found in re.finditer(rf",? ?\(?\bin (?P<unit>{PER}|degrees)(?![\w/^])\)?,?", self.text):
            own = self.story.letter_unit if self._found(WHEN) else self.story.unit
            if found["unit"] != "degrees" and (not own or key(found["unit"]) != key(own)):
                raise Misfit("another unit is asked")
            self.text = self.text.replace(found[0], " ", 1)
        self.text = re.sub(r"\s+", " ", self.text).strip(" ,")

    def asked(self) -> Asked:
        """Return the question that the roles make."""
        story, places = self.story, self.places
        roles = {name: self._found(pattern) for name, pattern in ROLES.items()}
        motion = self._found(r"\b(?P<motion>velocity|acceleration)\b")
        rest = self.text
        for name in ("extreme", "long run", "compared", "rate", "when"):
            one = roles[name]
            rest = rest.replace(one[0], " ", 1) if one and not (name == "when" and roles["rate"]) else rest
        if roles["rate"]:
            noun = re.escape(story.letter_noun or "?")
            rest = re.sub(
                rf"\bwith respect to (?:(?:the|its) )?(?:{noun}|{re.escape(story.function.letter)})(?!\w)", " ", rest
            )
        self._check(rest.replace(motion[0], " ") if motion else rest, rate=roles["rate"] is not None)
        kinds = {name for name, one in (*roles.items(), ("motion", motion)) if one} | (
            {"place"} if places.at else set()
        )
        kinds |= {"level"} if self.level else set()
        if kinds in ({"when", "level"}, {"when", "level", "compared"}):
            return self._reached(roles["compared"])
        if kinds in ({"extreme"}, {"extreme", "when"}) and roles["extreme"]:
            return self._extreme(roles["extreme"]["kind"], place="when" in kinds)
        none = re.match("(?P<by>)", "")
        if none and kinds == {"rate", "place"}:
            return told_asked.rate(none, story, places)
        if motion and kinds == {"motion", "place"}:
            return told_asked.moving(motion, story, places)
        if none and kinds == {"long run"}:
            return told_asked.eventual(none, story, places)
        if none and kinds == {"place"} and not story.rate and self._is_within(places.at):
            return told_asked.value(none, story, places)
        raise NotRead("the question about the story is not understood")

    def _check(self, rest: str, *, rate: bool) -> None:
        """Refuse a word without a role, and a question about another thing than the formula's."""
        story = self.story
        if re.search(TO_LEVEL, rest) and self.level:
            rest = re.sub(TO_LEVEL, " ", rest)
        nouns = {*(SAME.get(story.quantity, story.quantity) or "").split("|"), story.quantity, "value"}
        words = [
            word for word in re.findall(r"[A-Za-z]+", rest) if word not in {story.function.name, story.function.letter}
        ]
        meant = {word for word, kinds in MEANT.items() if {story.quantity} & {*kinds.split()}}
        meant |= {"worth"} if re.search(r"\bvalues?\b", self.told) else set()
        nouns |= (
            {"company", "firm", "business", "factory"} if story.quantity in {"cost", "revenue", "profit"} else set()
        )
        periods = {f"{one}ly" for one in ("hour", "week", "month", "year") if one in story.unit}
        invested = {"investment", "money", "account", "deposit", "balance"} if re.search(INVESTED, self.told) else set()
        nouns |= {"size"} if story.quantity in {"population", "number"} else set()
        known = GLUE | periods | invested | nouns | meant | (GROWING if rate else set()) | {"times"}
        things = [word.lower() for word in words if word.lower() not in known]
        much = re.match(r"how (many|much)\b ?([a-z]*)", rest.strip())
        counted = story.quantity in {"number", "population"}
        if much and (much[1] == "many") != counted and not (much[1] == "many" and much[2] == story.unit):
            raise NotRead("how many or how much of what is not understood")
        if any(thing in TWISTING | NEVER or thing.endswith("ed") or not self._is_told(thing) for thing in things):
            raise NotRead(f"words of the question have no role: {' '.join(things)}")
        if any(not self._is_owner(thing) for thing in things[:1]):
            raise NotRead(f"the question is about another thing: {things[0]}")

    def _is_told(self, thing: str) -> bool:
        """Return whether a word is of the story, in any form, or as the end of one: a football is a ball."""
        stem = re.sub(r"(?:ing|ed|es|s|d)$", "", thing)
        return any(one.endswith(thing) or re.sub(r"(?:ing|ed|es|s|d|e)$", "", one) == stem for one in self.story.things)

    def _is_owner(self, thing: str) -> bool:
        """Return whether the quantity is of a thing: it is counted, or it stands somewhere as more than a place."""
        counted = re.findall(rf"\b{GROUPS} of (?:the |an? )?((?:[a-z-]+ ?){{1,2}})", self.told)
        if counted:
            return any(thing in one.split() for one in counted) or thing in self.story.owners
        if self.story.owners:
            return thing in self.story.owners or self.story.quantity not in {"height", "temperature", "speed"}
        return not is_only_a_place(thing, self.told)

    def _is_within(self, place: str) -> bool:
        if not self.span:
            return True
        low, at, high = (approximately(parse_point(one, []), 0.0) for one in (self.span[0], place, self.span[1]))
        return low <= at <= high

    def _range(self, sign: str) -> str:
        """Return the words for the range of the letter; the sign is "<" or "<="."""
        letter = self._letter()
        if self.span:
            return f", where {self.span[2] if sign == '<=' else f'{self.span[0]} < {letter} < {self.span[1]}'}"
        return f", where {letter} {sign.replace('<', '>')} 0"

    def _letter(self) -> str:
        letter = self.story.function.letter
        return letter if len(letter) == 1 else f"\\{letter}"

    def _reached(self, compared: re.Match[str] | None) -> Asked:
        """Return when the formula has the value, or is above or below it."""
        story, letter = self.story, self._letter()
        once = re.match(rf"how (?:many {TIME}|long)", self.text) or re.search(
            r"\b(?:the|what|which) time\b(?! interval)", self.text
        )
        if compared:
            if once:
                raise NotRead("how long a value is passed is not understood")
            said = f"{story.function.body} {SIGNS.get(compared['sign'].lower(), '>')} {self.level}"
        else:
            if re.search(r"\b(?:above|below|over|under|by|from|than|least|most)\b", self.text):
                raise NotRead("the value is not reached")
            if once:
                told_asked.check_once(story, self.level)
            said = f"{story.function.body} = {self.level}"
        counted = story.counted or self.span is not None
        words = f"Solve for {letter}{self._range('<=')}."
        return Asked((words,) if counted else (f"Solve for {letter}.", words), said)

    def _extreme(self, kind: str, *, place: bool) -> Asked:
        """Return where the formula has its extreme value, or that value."""
        story, letter = self.story, self._letter()
        body = parse_statement(story.function.body, [story.function.letter]).expression
        if not isinstance(body, Node):
            raise NotRead("the formula of the story is not understood")
        ends = self.span or ("0", "oo")
        low, high = (approximately(parse_point(end, []), 0.0) if end != "oo" else inf for end in ends[:2])
        slope = f"{derivative(body, story.function.letter)} = 0"
        if kind == "stationary":
            if not place:
                raise NotRead("where a value is stationary is not asked")
            return Asked((f"Solve for {letter}{self._range('<')}.",), slope)
        at = extreme_place(
            body, story.function.letter, (low, high), greatest=told_asked.GREATEST.search(kind) is not None
        )
        if place:
            return Asked((f"Solve for {letter}{self._range('<')}.",), slope)
        if at is None:
            raise NotRead("the place of the extreme value is not a fraction")
        return Asked((f"Evaluate at {letter} = {at}.",), f"f({letter}) = {story.function.body}")
