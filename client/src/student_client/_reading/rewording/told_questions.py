r"""Finds the wording of a question about a story, and says it in the plain words of mathematics."""

from __future__ import annotations

import re
from collections.abc import Mapping

from . import told_asked
from .story_units import PER, TIME
from .story_words import PEOPLE
from .told_asked import Asked, Rule
from .told_facts import ANY_MOVER, MOVERS, NOUNS, Misfit, Story
from .told_further_wordings import FURTHER
from .told_places import NUMBER, PLACE, SPAN, cut
from .told_story import POINT
from .told_wordings import HOW, PARTS, PHYSICAL, SAME
from .told_wordings import WORDINGS as _FIRST

WORDINGS = _FIRST + FURTHER
_RULES: Mapping[str, Rule] = {rule: getattr(told_asked, rule) for _, _, rule in WORDINGS}
_BY = r"(?: with respect to (?P<by>(?:the )?\\?[a-z]+)| with (?:the )?(?P<with>[a-z]+))?"
_OF_A_GRAPH = re.compile(r"\barea (?=under|below|between|enclosed|bounded|of (?:the|this) (?:[a-z]+ )?region)")
_SURFACE = re.compile(r"\b(?:(?P<named>ground|sea|water|floor)|in the air|lands?)\b", re.IGNORECASE)
_LANDS = frozenset({"ground", "floor", "water", "sea"})
_SLOT = re.compile(r"\{([a-z_]+)\}")


def asked(question: str, story: Story) -> Asked | None:
    """Return a question of a story in plain words; None if it is not one of those that are known.

    Args:
        question: the sentence that asks.
        story: what the sentences before say.

    Raises:
        Misfit: it is known, and does not fit the story.
    """
    text = re.sub(r"^(?:and|then|now|hence|also|so|please|next),? ", "", question.strip(" .?!:"), flags=re.IGNORECASE)
    text = re.sub(r"\bwhat['\u2019]s\b", "what is", text, flags=re.IGNORECASE)
    surface = _SURFACE.search(text)
    if story.surface and surface and story.surface not in ({surface["named"]} if surface["named"] else _LANDS):
        raise Misfit("the height is counted from something else")
    places = cut(POINT.sub(lambda found: found[1], re.sub(r"(?<=[a-z])['\u2019]s\b", "", text)), story)
    parts = PARTS | _parts(story)
    kinds = {"rate"} if story.rate else {story.quantity}
    for needed, wording, rule in WORDINGS:
        if needed and not kinds & {*needed.split()}:
            continue
        found = re.fullmatch(_filled(wording, parts), places.text, re.IGNORECASE)
        if found:
            if (PLACE in places.text) != bool(places.at) or (SPAN in places.text) != bool(places.ends):
                raise Misfit("a place is said twice")
            return _RULES[rule](found, story, places)
    return None


def mentions(question: str, story: Story) -> bool:
    """Return whether a question names something of the story, so that it is not one of mathematics alone."""
    words = set(re.findall(r"[a-z]+", _OF_A_GRAPH.sub(" ", question.lower())))
    units = any(len(unit) > 2 for unit in re.findall(rf"\b(?:{PER}|{TIME})\b", question))
    return units or bool(words & (story.things | PHYSICAL | NOUNS - {"number", "size"} | ({story.quantity} - {""})))


def _owners(story: Story) -> set[str]:
    """Return the things of which the quantity is."""
    return story.owners | (ANY_MOVER if len(story.owners & MOVERS) == 1 else set())


def is_of_another(question: str, story: Story) -> bool:
    """Return whether a question is about something that moves in the story, of which the quantity is not."""
    low = question.lower()
    if (
        not story.owners
        and story.things & ANY_MOVER
        and re.search(rf"\b(?:is|of|does|will) the (?:{'|'.join(PEOPLE)})\b", low)
    ):
        return True
    others = "|".join((story.things & MOVERS) - _owners(story)) if story.owners else ""
    return bool(others) and re.search(rf"\b(?:of|is|does|will|has) the (?:{others})\b", low) is not None


def _filled(wording: str, parts: Mapping[str, str]) -> str:
    """Return a wording with its parts in it."""
    while _SLOT.search(wording):
        wording = _SLOT.sub(lambda found: parts[found[1]], wording)
    return wording


def _parts(story: Story) -> dict[str, str]:
    """Return the parts of the wordings that a story gives."""
    names = "|".join(map(re.escape, {*story.names, story.function.name} - {""}))
    words = "|".join(map(re.escape, sorted(story.things)))
    adjectives = [word for word, quantities in HOW.items() if story.quantity in quantities.split()]
    nouns = SAME.get(story.quantity, story.quantity) or "(?!)"
    modifier = f"(?:{re.escape(story.modifier)} )?" if story.modifier else ""
    noun = re.escape(story.letter_noun or "?")
    owner = "|".join(map(re.escape, sorted(_owners(story)))) or words
    origin = "|".join(map(re.escape, sorted(story.origins))) or words
    point = f"|(?-i:{'|'.join(sorted(story.points))})" if story.points else ""
    of_point = f"| of (?-i:{'|'.join(sorted(story.points))})" if story.points else ""
    from_origin = f"| from the (?:{origin})" if story.origins else ""
    return {
        "at": PLACE,
        "span": SPAN,
        "time": TIME,
        "letter": rf"\\?{re.escape(story.function.letter)}",
        "thing": f"(?:{words or '(?!)'})",
        "owner": f"(?:{owner or '(?!)'})",
        "origin": f"(?:{origin or '(?!)'})",
        "the": f"(?:it|they|he|she|(?:the|this)(?: {{thing}})*? {{owner}}{point})",
        "preposition": f"(?:{'|'.join(sorted(story.places)) or '(?!)'})",
        "of": (
            r"(?: of(?: (?:the|a|an|this|its|all))?(?: {thing})*? {owner}"
            rf"| {{preposition}}(?: (?:the|a|an|this|its|all))?(?: {{thing}})+{of_point}{from_origin})*"
        ),
        "nouns": f"(?:{modifier}(?:{nouns}))",
        "of_noun": (
            r"(?:(?:the|its|his|her|their)(?: total)? {nouns}(?: function)?{of}|(?:the|this)(?: {thing})+ {nouns})"
        ),
        "it": r"(?:{of_noun}|it"
        + (rf"|(?-i:{names})(?:\({{letter}}\))?" if names else "")
        + "|the function|its value)",
        "by": _BY,
        "by_again": _BY.replace("<by", "<by2").replace("<with", "<with2"),
        "adjective": f"(?:{'|'.join(adjectives) or '(?!)'})",
        "counted": noun,
        "amount": rf"(?:{re.escape(re.split(' per |/', story.unit)[0] or '?')})",
        "value": rf"(?P<a>{NUMBER}|zero)(?: ?(?P<u>{PER}|degrees|%)(?![\w/]))?",
    }
