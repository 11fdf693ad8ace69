"""Regular expressions that families share: numbers, points, places, names of what is printed."""

from __future__ import annotations

from ..formulas.tree import Node, symbol

NUMBER = (
    r"[-−]?(?:\d+(?:\.\d+)?(?: ?/ ?\d+)?|(?:\d+ ?)?(?:\\[dt]?frac ?\{[^{}]+\} ?\{[^{}]+\}|\\sqrt ?\{?\d+\}?"
    r"|\\ln ?\d+)|(?:\d+ ?)?(?:π|e)(?: ?/ ?\d+)?)(?![\w^])"
)
POINT = rf"(?:[A-Z]_?\d? ?=? ?)?\( ?({NUMBER}) ?, ?({NUMBER})(?: ?, ?({NUMBER}))? ?\)"
AT_POINT = rf"(?:at )?(?:the )?(?:(?:given|specified|indicated|following) )?(?:point )?{POINT}"
AT_PLACE = (
    rf"(?:at |when |where |if |for )?(?:the )?(?:point |instant |moment |time )?(?:where |at which |when |given by )?"
    rf"(?:the parameter )?([a-z]) ?(?:=|is|equals) ?({NUMBER})"
)
AT = rf"{AT_POINT}|{AT_PLACE}"
EQUATION = r"(?:(?:an? |the )?(?:\w+ )?equation (?:of|for) )?(?:the |an? )?"
BOLD = r"(?:\\(?:mathbf|vec|boldsymbol|bm) ?\{? ?)"
GIVEN = r"(?:,? (?:which|that) is)? ?(?:given|defined|shown|printed|described)?(?: by| below| above| here)*"


def letters(*names: str) -> tuple[Node, ...]:
    """Return letters as expressions, by which a family hands on its variables."""
    return tuple(map(symbol, names))


def styled(name: str) -> str:
    """Return a regular expression of a vector's name."""
    return rf"(?:{BOLD}{name} ?\}}?|{name})"
