"""Takes from a sentence how somebody is to work and to show it: manner, ways, working, exactness."""

from __future__ import annotations

import re

from ..rewording.method_words import is_method, is_word

_SHOWN = (
    r"(?:all |each |every |full |clear |complete |detailed |sufficient |necessary |the |your |stages? |steps? "
    r"|details? |lines? |of |in )*(?:work|workings?|steps?|stages|reasoning|method|details|calculations?"
    r"|antiderivative)(?: (?:you use|used|that you use|clearly|carefully|in full|at each stage|needed))?"
)
_MANNER = re.compile(
    r",? ?\b(?:algebraically|analytically|by hand|step[- ]by[- ]step|in full|without (?:the )?(?:us(?:e|ing)(?: of)? )?"
    r"(?:an? )?(?:calculators?|technology|cas|tables?)|(?:in|as|giving|leaving)(?: (?:your|the|each|an?|its|final))*"
    r"(?: answers?| solutions?| results?| values?)?(?: (?:in|as))?(?: an?| its)? exact(?: form| values?| numbers?)?"
    rf"|(?:while |by )?(?:showing|including|setting out) {_SHOWN}|(?:and |to )?show(?:ing)? {_SHOWN}(?: and)?"
    rf"|you (?:must|should|need to|are to|have to) show {_SHOWN})(?![\w'-])"
)
_WAY = re.compile(
    r"(?:^|(?<=[a-z\x00)]),? )(?:and |hence |first )?by(?: means of| first)? (?P<way>[a-z' -]+?)(?=,|$)(?:,? or"
    r" otherwise)?"
)
MADE_BY = re.compile(
    r"(?:ed|given|got|made|done|shown|written|found|built|left|born|meant|\b(?:you|we|one|i|that) (?:gets?|obtains?))$"
)
"""A word before "by" that says how a thing came about, which is then part of the thing."""
_GERUNDS_WORDS = """
    taking expressing writing rewriting multiplying dividing factoring factorising factorizing completing using applying
    substituting making rationalizing rationalising combining clearing isolating squaring collecting splitting
    separating expanding simplifying cancelling canceling adding subtracting eliminating comparing equating treating
    considering noting noticing observing recognizing recognising recalling grouping solving reversing changing
    integrating differentiating evaluating computing calculating reducing row-reducing drawing sketching interchanging
    swapping working looking inspecting introducing dealing examining studying analyzing analysing
"""
_GERUNDS = frozenset(_GERUNDS_WORDS.split())
_BESIDE_WORDS = """
    each side sides same base as on out like top bottom common order power powers radical radicals term terms that logs
    log variable variables first through known using
"""
_BESIDE = frozenset(_BESIDE_WORDS.split())
_OTHER = frozenset(["inverse", "sum", "half", "zero", "zeros", "root", "roots", "second", "derivative", "derivatives"])
"""Words of methods that name something to work with in place of what is printed."""


def without_adjuncts(sentence: str) -> str:
    """Return a sentence in small letters without its manner, ways and working.

    >>> without_adjuncts("solve by taking logs, showing all your working")
    'solve'
    >>> without_adjuncts("find the number obtained by taking logs")
    'find the number obtained by taking logs'
    """
    text = _MANNER.sub(" ", sentence)
    for found in reversed(list(_WAY.finditer(text))):
        first, *rest = found["way"].split()
        led = is_method(found["way"]) or (first in _GERUNDS and all(word in _BESIDE or is_word(word) for word in rest))
        made_by = MADE_BY.search(text[: found.start()].rstrip(" ,"))
        if led and not made_by and not _OTHER & {first, *rest}:
            text = f"{text[: found.start()]} {text[found.end() :]}"
    return re.sub(r"\s+", " ", text).strip(" ,:")
