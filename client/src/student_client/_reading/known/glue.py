"""The words that hold a question for a known formula together; none of them counts, denies, compares or changes."""

from __future__ import annotations

import re

_ASK = (
    r"(?:please |kindly |hence |now |then |also |to )*(?:find(?: out)?|determine|calculate|compute|work out|state"
    r"|write(?: down)?|give|obtain|evaluate|identify|deduce|establish|derive|list|show me|tell me|express|rewrite"
    r"|convert|what(?: is|'s| are| will be| would be)|whats|which is|(?:i|we) (?:need|want)(?: to (?:find|know|get"
    r"|calculate|compute|work out))?|how (?:do|can|would|should) (?:i|we|you|one) (?:find|get|calculate|compute|work"
    r" out|determine)|how to (?:find|get|calculate|compute|work out)|finding|calculating|(?:is|are) (?:required|asked"
    r"(?: for)?|needed|wanted))"
)
GLUE: tuple[tuple[str, str], ...] = (
    ("ask", _ASK),
    ("article", r"(?:exact |numerical )?(?:values?|coordinates|size) of|coordinates|values?|the|an?|its|their|this|that"
     r"|these|those|both|exact|simplified"),
    ("preposition", r"of|for which|for|from|to|with|by|in|on|at|between|using|use|given(?: that)?|if|when"
     r"|where|whose|which|suppose(?: that)?|let|so that|such that|consider|as"),
    ("state", r"is|are|be|does|do|has|have|given|shown|printed|listed|below|above|following|here|they|it|equation"
     r"|equals?"),
    ("join", r"and(?: (?:also|hence|then))?|as well as|together with|along with|also|hence|then|thus|therefore"),
    ("form", r"(?:(?:and )?(?:giving|leaving|leave|give|express(?:ing)?|write|writing) )?(?:your |the )?answers?"
     r"|exactly|in (?:its |their )?(?:exact|simplest|surd|simplified|simplest radical|simplest"
     r" surd|radical) (?:surd )?form|in (?:its )?lowest terms|in terms of π|as an? (?:exact |simplified )?fraction"
     r"|(?:as )?(?:an )?exact (?:value|answer|fraction|form)|in radians|simplify your answer|simplifying your answer"),
    ("aside", r"(?:hi|hey|hello)(?: all| everyone| there| guys)?|please|pls|plz|thanks(?: in advance)?|thank you"
     r"|homework (?:question|help)|question|help(?: me)?|ok(?:ay)?|so|can (?:someone|anyone|anybody|somebody|you)"
     r"(?: please)?(?: help me)?|could (?:someone|anyone|anybody|somebody|you)(?: please)?(?: help me)?"),
)  # fmt: skip
"""Each kind of words with a regular expression of them."""
SIGNS: tuple[tuple[str, str], ...] = (("join", ","), ("stop", r"[.?!;:]+"))
_SIGNS = (
    (re.compile(r"\$|\\[()]|\\(?:left|right)(?![a-z])"), ""),
    (re.compile(r"\\(?:[,;:! ]|q?quad(?![a-z]))|\s+"), " "),
    (re.compile(r"[−–]"), "-"),
    (re.compile(r"[’‘]"), "'"),
    (re.compile(r"\^\s*\{?\s*\\circ\s*\}?|\\degree(?![a-z])"), "°"),
    (re.compile(r"\\pi(?![a-z])"), "π"),
    (re.compile("²"), "^2"),
    (re.compile("³"), "^3"),
    (re.compile("⁴"), "^4"),
    (re.compile("⁵"), "^5"),
    (re.compile("⁶"), "^6"),
    (re.compile(r"\^\{(\w)\}"), r"^\1"),
)


def plain_signs(objective: str) -> str:
    """Return an objective with one way of writing signs, and without dollars."""
    for pattern, instead in _SIGNS:
        objective = pattern.sub(instead, objective)
    return objective
