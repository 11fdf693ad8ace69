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
SPAN = (
    rf"(?:(?:on|over|in|for|within) )?(?:the )?(?:closed )?(?:interval )?(?:\[ ?({NUMBER}) ?, ?({NUMBER}) ?\]"
    rf"|({NUMBER}) ?(?:\\leq?|≤|<=) ?[a-z] ?(?:\\leq?|≤|<=) ?({NUMBER}))"
)
_STRIPS = r"(?:sub-?intervals?|sub-?divisions|strips?|rectangles?|trapezoids|trapezia|intervals|segments|panels)"
_FEW = r"(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|twelve)"
COUNT = rf"n ?= ?(\d{{1,2}})|({_FEW})(?= (?:(?:equal|approximating|inscribed|left|right|mid-?point) )*{_STRIPS})"
"""How many strips an integral's rule has."""
STRIPS = (
    rf"(?:(?:equal|approximating|inscribed) )*{_STRIPS}(?: of equal (?:width|length))?|(?:of )?equal (?:width|length)"
)
_RULE = r"(?:\s?rule| sum| method| formula| rectangles?|s)*"
RULES: dict[str, str] = {
    "trapezoid": rf"trapezoid(?:al)?{_RULE}|trapezium{_RULE}",
    "simpson": rf"simpson's{_RULE}(?: 1/3)?{_RULE}",
    "midpoint": rf"mid-?points?{_RULE}(?: riemann sum)?",
    "left": r"left(?:-hand|-endpoint| endpoints?| riemann| hand)*(?: (?:riemann )?(?:sum|rule|rectangles))?",
    "right": r"right(?:-hand|-endpoint| riemann| hand)* (?:(?:riemann )?(?:sum|rule)|rectangles|endpoints?)",
}
"""Each rule of an integral with its names."""
EQUATION = r"(?:(?:an? |the )?(?:\w+ )?equation (?:of|for) )?(?:the |an? )?"
BOLD = r"(?:\\(?:mathbf|vec|boldsymbol|bm) ?\{? ?)"
GIVEN = r"(?:,? (?:which|that) is)? ?(?:given|defined|shown|printed|described)?(?: by| below| above| here)*"


def letters(*names: str) -> tuple[Node, ...]:
    """Return letters as expressions, by which a family hands on its variables."""
    return tuple(map(symbol, names))


def styled(name: str) -> str:
    """Return a regular expression of a vector's name."""
    return rf"(?:{BOLD}{name} ?\}}?|{name})"
