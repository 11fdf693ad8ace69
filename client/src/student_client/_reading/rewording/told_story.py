r"""Reads the sentences of a story: the quantity that the printed formula gives, its units, and the time of its letter.

Every word of such a sentence must be on a list of words without mathematics; no number may be in it, and no other
letter than those of the formula. So "twice", "per item", "in thousands" or "for the first 5 seconds" is never left out.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from .said_again import MARK
from .story_units import UNIT, key
from .story_words import COMPARED
from .told_facts import MADE, NOUNS, PLAIN, THINGS, Story
from .told_letters import without_letters, without_units
from .told_nouns import could_be_noun, unknown_nouns

_GIVEN = re.compile(rf"{MARK}|\b(?:given|below|shown|formula|follows|following|equation|function|modelled|modeled)\b")
POINT = re.compile(r"\b(particle|point|car|body|object|ship|train|ball|town|stone|boat|cyclist|runner) ([A-Z])\b")
_ORIGIN = re.compile(r" from (?:a |the )?(?:fixed )?(?:point |origin )?O\b")
_PRODUCT = re.compile(r"\b(?:a|an|the|each|its) (?:product|good|commodity)\b(?! of)")
_WAY = re.compile(r"(?:use|using|apply|applying|by)\b.*\b(?:rule|theorem|test|method)s?$", re.IGNORECASE)
"""A sentence that names a way of calculating, which says what is asked."""
_RATE = re.compile(rf"\bat (?:a|the) (?:varying |variable )?rate(?: of)? {MARK}|\bflow rate\b|\brate of flow\b", re.I)
_FLOWING = re.compile(
    rf"\b(?:flow|leak|drain|pour|fall|pump|run|drip|escap|arriv)[a-z]*\b[^;.]* at {MARK} {UNIT} (?:per|an?|/)",
    re.IGNORECASE,
)
_SPENT = re.compile(
    r"\b(?:lost|leaked|drained|decayed|dissolved|used|eaten|spent|evaporated|escaped|melted|removed|sold|burnt|burned"
    r"|gone|missing|wasted|consumed|absorbed|travelled|traveled|covered|transformed|stretched|shifted|moved|reflected"
    r"|rotated|translated|scaled|turned)\b",
    re.IGNORECASE,
)
"""Words for what is no longer there, or not where the formula has it."""
_OUTWARD = re.compile(
    r"\b(?:out of|out (?:at|from)|declin|decreas|shrink|drain|leak|leav|escap|evaporat|lose|lost|drip)", re.IGNORECASE
)
_NO_NOUN = "of|in|on|at|is|are|was|and|by|to|for|from|with|has|after|when|above|below|over|under"
_NOUN = rf"(?:(?P<before>[a-z]+) )?(?P<noun>(?!(?:{_NO_NOUN})\b)[a-z]+)"
_PREPOSITION = r"(?:of|in|on|at|across|for|from|above|below|over|to|under|after|inside|along|needed|required)"
_REST = rf"(?:(?!\b(?:its|his|her|their|that|and|so|which)\b)[^;.{MARK}])*?"
_VERBAL = r"(?:given|modell?ed|described|represented|approximated|defined|determined|shown|expressed|estimated)"
_HEADS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?:\b(?:the|its|his|her|their|my|our|an?)|(?<=[a-z])'s)(?: total| surface)? {_NOUN}(?P<of>(?: "
        rf"{_PREPOSITION}(?: {_REST})?)?)[,\s]*(?: |\()(?:is|are|was|=|equals?|be)\s+(?:then |now )?(?:{_VERBAL} (?:as"
        rf"|by) )?(?:the )?(?:following )?(?:function |formula |equation |model |expression )?:? ?{MARK}",
        rf"\b(?:has|have|having|with)(?: an?| the)? {_NOUN}(?: of| function| given by)?\s+{MARK}",
        rf"\b(?:the|its|his|her|their) {_NOUN}(?P<of>(?: {_PREPOSITION}(?: {_REST})?)?)[,\s]*(?:is|are|be)\s+"
        rf"(?:{_VERBAL}|the function|as follows)\b",
    )
)
"""A noun phrase that is said to be the formula."""
_OWNERS = re.compile(
    r"^ of (?P<some>[a-z ]+?)(?= (?:in|on|at|by|from|above|over|after|when|that|which|with|to|for|across|under)\b"
    r"|$|[^a-z ])",
    re.IGNORECASE,
)
_BOTH = re.compile(
    rf"\b(?:the|its) [a-z]+ of (?:(?:the|an?) )?[a-z]+ and (?:(?:the|an?) )?[a-z]+\b[^.]*{MARK}", re.IGNORECASE
)
_OWNER = re.compile(r"\b(?P<one>[a-z]+)'s (?:[a-z]+ )?$", re.IGNORECASE)
_ORIGINS = re.compile(r"\bfrom (?:the|an?|his|her|its) (?P<one>[a-z]+)", re.IGNORECASE)
_ABOVE = re.compile(r"\b(?:above|over) (?:the|an?|his|her|its|their) (?P<one>[a-z]+)", re.IGNORECASE)
_FORMULAS = frozenset({"function", "equation", "formula", "model", "law", "graph", "curve"})


def tells(said: str, story: Story, plain: Collection[str] = PLAIN | MADE) -> bool:
    """Return whether a sentence only tells something; add what it tells to the story.

    Args:
        said: the sentence, with a mark for the printed formula.
        story: what the sentences before say.
        plain: the words that it may have.
    """
    rest = said.strip(" .!").replace("\u2019", "'")
    if not rest or "?" in rest or _WAY.match(rest):
        return False
    story.points |= {found[2] for found in POINT.finditer(rest)}
    rest = POINT.sub(lambda found: found[1], _ORIGIN.sub("", _PRODUCT.sub("", rest)))
    rate = _RATE.search(rest) is not None or _FLOWING.search(rest) is not None
    own = Story(story.function, rate=rate, outward=_OUTWARD.search(rest) is not None)
    rest = without_letters(without_units(rest, own), own)
    rest = re.sub(r"\b(?:a|the|varying|variable|flow)? ?rate(?: of(?: flow)?)?\b", " ", rest) if own.rate else rest
    rest = re.sub(r"\s+", " ", rest)
    words = re.findall(r"(?<=[a-z])'s\b|[A-Za-z]+(?:-[A-Za-z]+)*|\d+|[^\s,;:()]", rest)
    unknown = unknown_nouns(words, plain, MADE)
    symbols = {word for word in words if not word[0].isalpha() or (len(word) == 1 and word not in "aAI")}
    if unknown is None or symbols - {MARK, "'s"} or _SPENT.search(rest) or COMPARED.search(rest):
        return False
    own.things = unknown
    low = {word.lower() for word in words}
    nouns = low & NOUNS - {own.letter_noun}
    if nouns > {"number"} or nouns > {"amount"} or nouns > {"size"}:
        nouns -= {"number", "amount", "size"}
    head, story.modifier = _head(rest, story.modifier)
    _place(rest, story)
    _keep(story, own, low, set() if own.rate else {head} if head else nouns if _GIVEN.search(rest) else set())
    return True


def _place(rest: str, story: Story) -> None:
    """Keep whose the quantity of a sentence is, and what a height or a distance is counted from."""
    story.conflict |= _BOTH.search(rest) is not None
    found = next((one for pattern in _HEADS if (one := pattern.search(rest))), None)
    above = _ABOVE.search(rest)
    if above and not story.surface and re.search(r"\b(?:height|altitude|high)\b", rest, re.IGNORECASE):
        story.surface = above["one"].lower()
    if found is None:
        return
    behind = found.groupdict().get("of") or ""
    owners = _OWNERS.match(behind)
    owner = _OWNER.search(rest[: found.start("noun")])
    said = owners["some"].lower().split() if owners else [owner["one"].lower()] if owner else []
    story.owners |= set(said) - {"a", "an", "the", "of"}
    if above := _ABOVE.search(behind):
        story.surface = above["one"].lower()
    story.origins |= {one["one"].lower() for one in _ORIGINS.finditer(behind)}


def _head(rest: str, modifier: str) -> tuple[str, str]:
    """Return the noun that a sentence says of the formula, as in "its height is", and the word before it."""
    found = next((one for pattern in _HEADS if (one := pattern.search(rest))), None)
    if not found:
        return "", modifier
    noun, before = found["noun"].lower(), (found["before"] or "").lower()
    if noun in _FORMULAS:
        noun, before = before, ""
    known = noun in MADE | THINGS or (noun != "" and could_be_noun(noun))
    return (noun, before) if known else ("", modifier)


def _keep(story: Story, own: Story, words: set[str], nouns: set[str]) -> None:
    """Add what one sentence says to what the story says."""
    said = nouns | ({story.quantity} - {""})
    story.conflict |= len(said) > 1 or own.conflict
    story.quantity = next(iter(said), "") if len(said) == 1 else ""
    story.event = story.event or own.event
    for name in ("unit", "letter_unit", "letter_noun"):
        before, now = getattr(story, name), getattr(own, name)
        story.conflict |= bool(before and now and key(before) != key(now))
        setattr(story, name, now or before)
    story.rate |= own.rate
    story.outward |= own.outward
    story.counted |= own.counted
    story.places |= words & {"in", "on", "inside", "for"}
    story.things |= own.things | words & (THINGS | NOUNS if own.rate else THINGS)
