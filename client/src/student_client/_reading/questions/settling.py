r"""Takes from the words what settles a notation: "log means base 10", "angles are in radians"."""

from __future__ import annotations

import re

_SAID = (
    r"(?:(?:it'?s|it is|that'?s|that is|this is|those are|these are|they are|they're|all(?: the)? (?:logs?"
    r"|logarithms?) are|(?:the )?(?:logs?|logarithms?) (?:is|are|has|have)(?: all)?|(?:where |here |with )?\\?(?:log"
    r"|ln)(?:\(x\)| x)? (?:means|is|denotes|stands for|=)))(?: (?:all|in|to|of|a|an|the))*(?: (?:logs?|logarithms?)(?:"
    r" (?:in|to|of))?)?(?: the)?"
)
_LOG = re.compile(
    rf"[,;(]? ?\b(?:note|here|nb|reminder)?[:,]? ?(?:that )?{_SAID} (?:base (?:of )?(?P<base>10|2|e|ten|two)|"
    r"(?P<natural>natural (?:logs?|logarithms?)|ln)|(?P<common>common (?:logs?|logarithms?)))(?:,? (?:and )?(?:not"
    r"|no) (?:ln|natural|base (?:10|2|e)|the natural (?:log|logarithm)))?[!.)]*",
    re.IGNORECASE,
)
_PRINTED_BASE = re.compile(r"\\?log_\{?\s*([0-9a-z]+)")
_BARE_LOG = re.compile(r"(?<![A-Za-z])\\?log(?![A-Za-z_])")
_NUMBERS = {"ten": "10", "two": "2"}
_RADIANS = re.compile(
    r"[,;(]? ?\b(?:where |with |here |use |using |work in |working in )?(?:\\?(?:theta|alpha|beta|phi)|[a-zα-ω](?= )"
    r"|all angles|angles|the angle|it)? ?(?:is |are )?(?:measured |given )?(?:in )?radians(?: mode)?\)?(?=[\s.,;!?]|$)",
    re.IGNORECASE,
)


def settled(text: str, expression: str) -> tuple[str, dict[str, str]]:
    r"""Return the words without what settles a notation, and what is assumed instead.

    Args:
        text: the objective, without dollars.
        expression: the problem's expression.

    >>> settled("Solve. It's base 10, not ln.", r"\log x = 2")
    ('Solve.', {'log': '10'})
    """
    assumed: dict[str, str] = {}
    found = _LOG.search(text)
    if found:
        said = "e" if found["natural"] else "10" if found["common"] else found["base"].lower()
        base, printed = _NUMBERS.get(said, said), set(_PRINTED_BASE.findall(expression))
        bare = _BARE_LOG.search(expression) is not None
        natural = base == "e" and not printed and re.search(r"\\?ln(?![a-z])", expression)
        if printed <= {base} and (printed or bare or natural):
            text = _cut(text, found)
            assumed = {"log": base} if bare else {}
    angle = _RADIANS.search(text)
    if (
        angle
        and re.search(r"(?:sin|cos|tan|sec|csc|cot)(?![a-z])", expression)
        and not re.search(r"circ|°|degree", expression)
    ):
        assumed["angle"] = "radians"
        text = _cut(text, angle)
    return text, assumed


def _cut(text: str, found: re.Match[str]) -> str:
    rest = text[found.end() :]
    return re.sub(r"\s+([.,;?!])", r"\1", f"{text[: found.start()].rstrip()} {rest.lstrip()}").strip()
