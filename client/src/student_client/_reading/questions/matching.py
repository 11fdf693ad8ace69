"""Finds the phrases of the vocabulary in an objective, with a tree of words that is walked from each word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from ..rewording import everyday
from . import form_phrases, particles, phrases
from .words import Letters, PointReader, Word, cut

_END = "\0"
_OBJECT_WORDS = (
    "the this following given expression polynomial fraction function it quadratic trinomial product sum each "
    "rational algebraic expressions above"
)
_OBJECTS = frozenset(_OBJECT_WORDS.split())
_SLOTS = ("{v}", "d{v}", "{f}", "d{f}", "{p}", "{n}", "{l}", "d{l}", "{o}")


@dataclass(frozen=True)
class Match:
    """A phrase of the vocabulary, found.

    Args:
        code: the table it is from: "verb", "noun", "at" …
        meaning: its meaning in the table.
        end: the index of the word after it.
        names: the variables and letters in it, from left to right.
        points: the points in it, as first and last word's index.
    """

    code: str
    meaning: str
    end: int
    names: tuple[str, ...] = ()
    points: tuple[tuple[int, int], ...] = ()


class Matcher:
    """Finds the longest phrase at any word of an objective."""

    def __init__(self, words: Sequence[Word], letters: Letters) -> None:
        self.words, self.letters = words, letters
        self.reader = PointReader(words, letters)

    def longest(self, start: int) -> Match | None:
        """Return the longest phrase that starts there, or None."""
        found = (match for match in self._walk(_tree(), start, (), ()) if not self._cuts(match.end))
        return max(found, key=lambda match: match.end, default=None)

    def _cuts(self, end: int) -> bool:
        """Return whether a phrase would end within a word such as x-axis."""
        near = self.words[end - 1 : end + 2]
        glued = len(near) == 3 and near[0].end == near[1].start and near[1].end == near[2].start
        return (
            glued
            and near[1].text == "-"
            and near[0].text.isalpha()
            and near[2].text.isalpha()
            and near[2].text[1:] != ""
        )

    def _walk(
        self,
        node: dict[str, Any],
        at: int,
        names: tuple[str, ...],
        points: tuple[tuple[int, int], ...],
        *,
        cut: bool = True,
    ) -> Iterator[Match]:
        if _END in node and cut:
            code, meaning = node[_END]
            yield Match(code, meaning, at, names, points)
        if at >= len(self.words):
            return
        text = self.words[at].low
        if text in node and text != _END:
            yield from self._walk(node[text], at + 1, names, points)
        if text == "the" and node is not _tree():
            yield from self._walk(node, at + 1, names, points, cut=False)
        for slot in node.keys() & _SLOTS:
            if slot == "{o}":
                after = self._object(at)
                if after > at:
                    yield from self._walk(node[slot], after, names, points)
            elif slot in {"{p}", "{n}"}:
                end = self.reader.end(at, number=slot == "{n}")
                if end is not None:
                    yield from self._walk(node[slot], end, names, (*points, (at, end)))
            else:
                name, end = self._name(slot, at)
                if name:
                    yield from self._walk(node[slot], end, (*names, name), points)

    def _object(self, at: int) -> int:
        """Return the end of "the following expression"."""
        while at < len(self.words) and self.words[at].low in _OBJECTS:
            at += 1
        return at

    def _name(self, slot: str, at: int) -> tuple[str | None, int]:
        """Return the name that fills a slot, and the index of the word after it."""
        word = self.words[at]
        if slot.startswith("d{"):
            if word.text == "d" and at + 1 < len(self.words):
                return self._name(slot[1:], at + 1)
            name = word.text[1:] if word.text[:1] == "d" else ""
            fits = self._fits(slot[1:], name)
            return (name if name and fits else None), at + 1
        name = word.name
        fits = self._fits(slot, name) and (slot == "{f}" or not self._is_article(at))
        return (name if fits else None), at + 1

    def _fits(self, slot: str, name: str) -> bool:
        """Return whether a name can fill a slot."""
        if slot == "{f}":
            return self.letters.is_function(name)
        known = name in self.letters.known
        return known if slot == "{v}" else len(name) == 1 and name.isalpha() and not known

    def _is_article(self, at: int) -> bool:
        """Return whether the word is an "a" before a noun, which names no variable."""
        if self.words[at].low != "a" or at + 1 == len(self.words):
            return False
        following = self.words[at + 1].text
        return following.isalpha() and len(following) > 1 and following.lower() not in particles.AFTER_LETTER


def tables() -> Iterator[tuple[str, str, str]]:
    """Yield every table: its code, a meaning, and its phrases."""
    yield "neutral", "", everyday.NEUTRAL
    yield "ask", "", everyday.ASK
    yield "put", "", everyday.PUT
    yield "when", "", everyday.WHEN
    yield "its", "", everyday.POSSESSIVES
    yield from (("quantity", meaning, text) for meaning, text in everyday.QUANTITIES.items())
    yield "link", "", everyday.LINKS
    yield "source", "", everyday.SOURCES
    yield "is", "", everyday.IS
    yield from (("method", meaning, text) for meaning, text in phrases.METHODS.items())
    yield from (("form", meaning, text) for meaning, text in phrases.FORMS.items())
    yield from (("noun", meaning, text) for meaning, text in (phrases.NOUNS | form_phrases.NOUNS).items())
    for meaning, text in (phrases.VERBS | form_phrases.VERBS).items():
        yield "verb", meaning, text
        yield from (("verb", meaning, phrase) for phrase in _with_objects(text))
    yield from (("join", meaning, text) for meaning, text in particles.JOINS.items())
    yield from (("side", meaning, text) for meaning, text in particles.SIDES.items())
    for arrow in particles.ARROWS.split("|"):
        yield "approach", "", f"{{v}} {arrow.strip()} {{p}}|for {{v}} {arrow.strip()} {{p}}"
    yield "approach", "", particles.NEAR
    yield "far", "", particles.FAR
    yield "zero", "", particles.EQUALS_ZERO
    yield "respect", "", particles.RESPECT
    yield "constant", "", particles.CONSTANTS
    yield "solve for", "", phrases.SOLVE_FOR
    yield "stranger", "", particles.STRANGERS
    yield "in terms", "", phrases.IN_TERMS
    yield from (("range", meaning, text) for meaning, text in particles.RANGES.items())
    yield "bounds", "", particles.BOUNDS
    yield from (("degree", meaning, text) for meaning, text in particles.DEGREES.items())
    yield from (("terms", meaning, text) for meaning, text in particles.TERMS.items())
    yield from (("rounded", meaning, text) for meaning, text in particles.ROUNDED.items())
    yield "center", "", particles.CENTERS
    yield "at", "", particles.AT
    yield "at", "", "|".join(f"for {phrase.strip()}" for phrase in particles.AT.split("|") if phrase.strip()[0] == "{")
    for word in particles.BEFORE_POINT.split("|"):
        yield "at", "", f"{word} {{n}}|{word} point {{n}}|{word} points {{n}}"
    yield "change", "", particles.CHANGES
    yield "refused", "", particles.REFUSED
    yield from (("times", str(count), text) for count, text in particles.TIMES.items())
    yield from (("domain", meaning, text) for meaning, text in particles.DOMAINS.items())
    yield "first", "", "first|at first|firstly"
    yield "again", "", "again"
    yield "after", "", "after"
    yield "of", "", "of"


def _with_objects(text: str) -> Iterator[str]:
    """Yield "write the expression as a product" for "write as a product"."""
    for phrase in text.split("|"):
        verb, _, rest = phrase.strip().partition(" ")
        if rest.partition(" ")[0] in {"as", "in", "into", "to", "without"}:
            yield f"{verb} {{o}} {rest}"


@cache
def _tree() -> dict[str, Any]:
    """Return the vocabulary as a tree: each word leads to the words that may follow it."""
    tree: dict[str, Any] = {}
    for code, meaning, listed in tables():
        for phrase in listed.split("|"):
            node = tree
            for word in phrase_words(phrase):
                node = node.setdefault(word, {})
            node[_END] = (code, meaning)
    return tree


def phrase_words(phrase: str) -> list[str]:
    """Cut a phrase like an objective, with its slots as separate words, and without "the"."""
    marked = phrase
    for slot in sorted(_SLOTS, key=len, reverse=True):
        marked = marked.replace(slot, f" \N{SECTION SIGN}{_SLOTS.index(slot)} ")
    words: list[str] = []
    for word in cut(marked):
        if words and words[-1] == "\N{SECTION SIGN}":
            words[-1] = _SLOTS[int(word.text)]
        elif word.low != "the":
            words.append(word.low)
    return words or ["the"]
