"""More questions about what a story tells, in the form of :mod:`told_wordings`."""

from __future__ import annotations

_HELD = "volume amount mass quantity"
FURTHER: tuple[tuple[str, str, str], ...] = (
    (
        _HELD,
        r"{when} (?:will |is |are )?(?:there (?:be )?)?{value}(?: of(?: the)? {thing})?(?: be)?(?: left| present)",
        "reached",
    ),
    (
        "",
        r"(?P<place>how many {counted} (?:should|must|need to|have to) be (?:made|sold|produced|built)(?: in order)? to"
        r" (?P<kind>maximi[sz]e|minimi[sz]e) {it})",
        "extreme",
    ),
    (
        "",
        r"(?P<place>{find} (?:the )?(?:value of {letter}|{letter}|{counted}) (?:that|which|for which {it} is"
        r"(?: a| the)?|at which {it} is(?: a| the)?) (?P<kind>maximi[sz]es?|minimi[sz]es?|maximum|minimum|greatest"
        r"|least|largest|smallest)(?: {it})?)",
        "extreme",
    ),
    (
        "area volume",
        r"{find} (?:the )?{largest}(?: possible)? {nouns} (?:that )?(?:can be|which can be|he can|she can|they can)"
        r" (?:enclosed?|fenced?|made|have)",
        "extreme",
    ),
    (
        "",
        r"{find} (?:the |all )?(?:the )?values? of {letter} (?:for which|at which|that makes?|where) {it}"
        r" (?:is |has a )?stationary(?: value)?",
        "stationary",
    ),
    (_HELD, r"how much(?: of)?(?: the)? {owner} will there be{of}{long_run}", "eventual"),
    ("", r"what happens to {it}{long_run}", "eventual"),
)
"""Quantities, wording, rule."""
