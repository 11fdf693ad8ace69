r"""Families of slopes of functions of several letters: along a direction, along a curve."""

from __future__ import annotations

from collections.abc import Sequence

from ..formulas.tree import Node
from .family import VECTOR, Family, Given
from .printed_parts import Told
from .usual_words import AT_POINT, NUMBER, POINT, letters, styled

_SPACE = ("x", "y", "z")


def _function(expression: str, variables: Sequence[str]) -> Given | None:
    """Return a function of two or three letters."""
    part, *others = Told(expression, tuple(variables), ()).parts()
    body = part.body
    if others or part.name is None or not isinstance(body, Node) or body.has("matrix"):
        return None
    names = part.letters or tuple(name for name in variables if name in body.names() and name != part.name)
    if len(names) not in {2, 3} or not body.names() <= set(names) or part.name in names:
        return None
    return {"function": [(body,)], "letters": [letters(*names)], "value": [letters(part.name)]}


def _chain(expression: str, variables: Sequence[str]) -> Given | None:
    """Return a function of x, y and z, and the formulas of these letters if they are printed, too."""
    part, *others = Told(expression, tuple(variables), ()).parts()
    body = part.body
    if part.name not in {"z", "w", "u", "f"} or not isinstance(body, Node) or body.has("matrix"):
        return None
    names = [name for name in _SPACE if name in body.names()]
    if len(names) < 2 or set(names) != body.names() or part.name in names:
        return None
    made: Given = {"function": [(body,)]}
    for other in others:
        if other.name not in names or not isinstance(other.body, Node) or other.body.names() & {*_SPACE, part.name}:
            return None
        made[f"{other.name} of"] = [(other.node,)]
    return made


_CALL = r"(?: ?\( ?[a-z] ?, ?[a-z](?: ?, ?[a-z])? ?\))?"
_F = rf"(?:the )?(?:function )?(?-i:[fgzwT]){_CALL}|the function"
_OF = rf"(?:(?: of| to| for) (?:{_F}))?"
_THAT = r"(?:(?:which|that) (?:is|has)|whose|given by|indicated by|making|makes)"
_SAID = (
    rf"(?-i:[zwuf]){_CALL} ?= ?((?:\\(?:sqrt|[dt]?frac|cdot|sin|cos|tan|ln)(?![a-z])|sin|cos|ln|[-−+*/^{{}}()\d.xyzeπ]"
    r"|(?<! ) (?=[-−+*/^{}()\d.\\xyzeπsc]))+?)(?=[,;.?]|$| and | at | in | where | with )"
)
_V = styled("(?-i:[uvaw])")
DIRECTIONS = Family(
    name="slopes in space",
    printed=_function,
    things={
        "along": rf"(?:directional derivative|(?:instantaneous )?rate of (?:change|increase)|derivative){_OF}"
        rf"|D_\{{?{styled('u')}\}}? ?(?-i:[fgz])",
        "gradient": rf"gradient(?: vector)?(?: field)?{_OF}|\\nabla ?(?-i:[fgzwT])",
        "differential": rf"(?:total )?differential(?: d[a-z])?{_OF}|d(?-i:[zwf])",
        "second": rf"all (?:of )?(?:the )?second(?:[- ]order)? (?:partial )?derivatives{_OF}",
    },
    does={
        "along ": r"how (?:fast|quickly|rapidly) (?:does|is) (?:the function )?(?-i:[fgzT]) (?:chang(?:e|ing)"
        r"|increas(?:e|ing))(?: per unit(?: of)?(?: distance| length)?)?",
    },
    nouns=rf"{_F}|surface|graph|field|unit|vectors?|{_V}|point|{_THAT}|move|go|if (?:we|you)|moving|from there"
    r"|starting|straight|(?:stating|giving) its (?:x- and y-)?components(?: in (?:that|this) order)?|in the direction"
    rf" of (?:the )?(?:given )?(?:unit )?vector {_V}(?= where|[,.:]|$)|{_V}",
    givens={
        "at": AT_POINT,
        "towards": r"(?:(?:in the direction )?(?:towards?|(?:that )?points? (?:to|towards?))(?: the)?(?: point)?|in"
        rf" the direction (?:of|to|towards)(?: the)?(?: point)?(?= ?[A-Z])|in the direction from [A-Z] to) ?{POINT}",
        "direction": rf"(?:in the direction (?:of|given by)|along|in direction)(?: the)?(?: given)?(?: unit)?"
        rf"(?: vector)?(?: {_V} ?=)? ?({VECTOR})|(?:where )?{_V} ?= ?({VECTOR})",
        "said": _SAID,
        "angle": rf"(?:the |an )?angle(?: of)?(?: (?:\\theta|θ) ?=)? ?({NUMBER}(?:°)?)(?: with the positive x-axis)?",
    },
    allows=("at", "towards", "direction", "angle", "said"),
)
_INNER = (
    r"(?:\\(?:sqrt|[dt]?frac|cdot|sin|cos|tan|ln)(?![a-z])|sin|cos|ln|[-−+*/^{}()\d.tsuvreπ]|\\theta|(?<! ) (?=\S))+?"
)
_D = r"(?:d|\\partial|∂)"
CHAINS = Family(
    name="slopes along curves",
    printed=_chain,
    things={
        "chain": rf"\\[dt]?frac ?\{{ ?{_D} ?[zwuf] ?\}} ?\{{ ?{_D} ?(?P<along>[tsruv]|\\theta) ?\}}",
        "chain ": rf"{_D} ?[zwuf] ?/ ?{_D} ?(?P<along>[tsruv]|\\theta)",
    },
    nouns=r"(?:(?:by|using|use|with|applying) )?(?:the )?(?:appropriate )?(?:multivariable )?chain rule"
    rf"|of the function|{_F}|functions? of t",
    givens={
        **{
            f"{name} of": rf"{name}(?: ?\( ?[a-z](?: ?, ?[a-z])? ?\))? ?= ?({_INNER})"
            r"(?=[,;.?]|$| and | find | when | at )"
            for name in _SPACE
        },
        "said": _SAID,
        "place": rf"(?:at|when|for|where)(?: the point(?: where)?)? (?P<t>[ts]) ?= ?({NUMBER})",
    },
    allows=("x of", "y of", "z of", "place", "said", "along"),
)
FAMILIES = (DIRECTIONS, CHAINS)
"""The families of this module."""
