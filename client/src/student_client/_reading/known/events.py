r"""Probabilities of events that follow from printed ones: P(A|B), P(A and B), P(A or B), P(not A).

An event is handed on as words in front of its parts, without capital letters: ``given-a-b``, ``or-a-not-b``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..formulas.tree import Node, symbol
from ..statement import NotRead
from .family import Family, Given, formula, listed
from .usual_words import NUMBER

_TOKENS = {
    "given": r"\\mid(?![a-z])|\\vert(?![a-z])|\||given(?![a-z])",
    "or": r"\\cup(?![a-z])|∪|or(?![a-z])",
    "and": r"\\cap(?![a-z])|∩|and(?![a-z])",
    "not": r"not(?![a-z])|\\(?:neg|lnot|overline|bar)(?![a-z])",
    "after": r"'|′|\^ ?\{? ?(?:c|C|\\complement|\\prime) ?\}?",
    "open": r"[({]",
    "close": r"[)}]",
    "event": r"[A-Z](?![a-z])",
}
_TOKEN = re.compile(r"(?:\s|\\[,;:! ]|~)*(?:" + "|".join(f"(?P<{name}>{said})" for name, said in _TOKENS.items()) + ")")
_SPELLED = re.compile(r"\\(?:text|mathrm|textrm|operatorname) ?\{\s*(and|or|not|given)\s*\}|\\(?:left|right)(?![a-z])")
_PROBABILITY = re.compile(r"(?<![A-Za-z\\])(?:\\?(?:Pr|operatorname\{P\}|mathbb\{P\})|[Pp]) ?(?=\()")


def event(text: str) -> str:
    r"""Return an event in words.

    Raises:
        NotRead: it is none, or "and" and "or" are mixed without brackets.

    >>> event(r"A \mid B'")
    'given-a-not-b'
    """
    parser = _Events(_SPELLED.sub(lambda found: f" {found[1] or ''} ", text))
    made = parser.whole()
    if parser.kind:
        raise NotRead("an event is not understood")
    return made


_WORDS = {"and": "both", "or": "or"}
"""The words of an event, which must not be a sign of a list."""


class _Events:
    """Reads an event from its first sign to its last."""

    def __init__(self, text: str) -> None:
        self.text, self.at, self.kind, self.value = text.strip(), 0, "", ""
        self.step()

    def step(self) -> None:
        found = _TOKEN.match(self.text, self.at)
        if found is None and self.text[self.at :].strip():
            raise NotRead("an event is not understood")
        self.kind, self.value = (str(found.lastgroup), found[0].strip()) if found else ("", "")
        self.at = found.end() if found else self.at

    def whole(self) -> str:
        made = self.joined()
        if self.kind == "given":
            self.step()
            made = f"given-{made}-{self.joined()}"
        return made

    def joined(self) -> str:
        made, kinds = self.single(), set()
        while self.kind in {"and", "or"}:
            kind = self.kind
            kinds.add(kind)
            self.step()
            made = f"{_WORDS[kind]}-{made}-{self.single()}"
        if len(kinds) > 1:
            raise NotRead("'and' and 'or' are mixed")
        return made

    def single(self) -> str:
        kind, value = self.kind, self.value
        self.step()
        if kind == "not":
            return f"not-{self.single()}"
        if kind == "open":
            made = self.joined()
            if self.kind != "close":
                raise NotRead("an event is not understood")
            self.step()
        elif kind == "event":
            made = value.lower()
        else:
            raise NotRead("an event is not understood")
        while self.kind == "after":
            self.step()
            made = f"not-{made}"
        return made


def _called(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield where each P(...) is, and what is in its brackets."""
    for found in _PROBABILITY.finditer(text):
        depth, at = 0, found.end()
        while at < len(text):
            depth += (text[at] == "(") - (text[at] == ")")
            at += 1
            if depth == 0:
                yield found.start(), at, text[found.end() + 1 : at - 1]
                break


def _in_words(text: str) -> str:
    """Return a text with each event in words: P(given-a-b)."""
    made, last = "", 0
    for start, end, inside in _called(text):
        made += f"{text[last:start]}P({event(inside)})"
        last = end
    return made + text[last:]


_OCCURS = r"(?: (?:both )?(?:occurs?|happens?)| has occurred)?"
_SAID = re.compile(
    rf"probability (?:of|that)(?: (?:both|either|the|event|events))* (?P<one>(?:not )?[A-Z]){_OCCURS}(?: (?P<how>and|or"
    rf"|given)(?: that)?(?: event)? (?P<other>(?:not )?[A-Z]){_OCCURS})?(?![a-zA-Z])"
)


def _restated(objective: str) -> str:
    try:
        text = _SAID.sub(
            lambda one: f"P({one['one']} {one['how']} {one['other']})" if one["how"] else f"P({one['one']})", objective
        )
        return _in_words(_SPELLED.sub(lambda found: f" {found[1] or ''} ", text))
    except NotRead:
        return objective


_RULES = {
    r"P\(or-(\w)-(\w)\)=P\(\1\)\+P\(\2\)-P\(both-\1-\2\)": "",
    r"P\(given-(\w)-(\w)\)=\\[dt]?frac\{P\(both-(?:\1-\2|\2-\1)\)\}\{P\(\2\)\}": "",
    r"P\(both-(\w)-(\w)\)=P\((?:\1|\2)\)P\(given-(?:\2-\1|\1-\2)\)": "",
    r"P\(not-(\w)\)=1-P\(\1\)": "",
    r"P\(both-(\w)-(\w)\)=P\(\1\)(?:\\cdot|\\times)?P\(\2\)": "independent",
    r"P\(or-(\w)-(\w)\)=P\(\1\)\+P\(\2\)": "exclusive",
}
"""Printed rules, each with what must be true of the events."""


def _chances(expression: str, variables: Sequence[str]) -> Given | None:
    """Return printed probabilities, or a rule for them."""
    text = _in_words(_SPELLED.sub(lambda found: f" {found[1] or ''} ", expression.replace("$", "")))
    if "P(" not in text:
        return None
    bare = re.sub(r"\s|\\[,;:! ]|\\q?quad(?![a-z])", "", text)
    for pattern, condition in _RULES.items():
        if re.fullmatch(pattern, bare):
            given: Given = {"rule": [()]}
            return given | ({condition: [()]} if condition else {})
    chances: list[tuple[Node, ...]] = []
    for one in listed(text):
        found = re.fullmatch(r"P\((?P<event>[a-z-]+)\)\s*=\s*(?P<value>[^=]+)", one)
        value = formula(found["value"], variables) if found else None
        if found is None or value is None or value.names():
            return None
        chances.append((symbol(found["event"]), value))
    return {"chance": chances}


_TWO = r"(?-i:[A-Z])(?:,? (?-i:[A-Z]))*,? and (?-i:[A-Z])"
EVENTS = Family(
    "events",
    _chances,
    {"chance": r"(?:(?:conditional )?probability(?: of)? )?P\((?P<asked>[a-z-]+)\)"},
    rf"(?:two |the |three )*events?(?: {_TWO}| (?-i:[A-Z]))?|{_TWO}|probabilit(?:y|ies)",
    {
        "told": rf"P\(([a-z-]+)\) ?(?:=|is) ?({NUMBER})",
        "independent": rf"(?:two )?(?:(?:{_TWO}|they|which) are )?independent(?: events(?: {_TWO})?| of each other)?",
        "exclusive": rf"(?:two )?(?:(?:{_TWO}|they|which) are )?(?:mutually exclusive|disjoint)(?: events(?:"
        rf" {_TWO})?)?",
    },
    {"chance": ("asked",)},
    ("told", "independent", "exclusive"),
    ("told", "asked"),
    restated=_restated,
)
FAMILIES = (EVENTS,)
"""The families of this module."""
