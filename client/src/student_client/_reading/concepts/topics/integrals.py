"""Printed integrals, and what integrals of a printed function are for: areas, volumes, lengths, motion, change."""

from __future__ import annotations

from ..marks import MARK
from ..task import FUNCTION, INTEGRAL, SYSTEM, F, Task

_MOVER = (
    r"(?:(?:the|an?|this|that|its|her|his) )*(?:particle|object|body|car|train|ball|bus|cyclist|runner|rocket|point"
    r"|bicycle|bike|it|she|he)"
)
_MADE = (
    r"(?:(?:that|which) )?(?:(?:is|are|will be) )?(?:generated|formed|obtained|produced|created|swept out|made"
    r"|result(?:s|ing))(?: (?:when|if|as|by|from))?"
)
_CURVE = rf"(?:(?:the|this) )?(?:curve|graph)(?: of(?: (?:{MARK}name{MARK}|the function|the curve))?)?"
_CONVERGES = r"(?:is (?:convergent|finite)|converges|exists|is convergent or divergent|converges or diverges)"
_INTEGRAL = r"(?:(?:the|this|each|given|improper|following|definite) )*integral"
_EVALUATES = (
    r"(?:,? (?:and|then|to|before|in order to|so as to))+(?: (?:hence|then|thereby|so))?(?= (?:evaluate|compute"
    r"|calculate|integrate|find|determine|work out))"
)
THINGS: dict[str, str] = {
    "integral": r"(?:(?:exact |numerical )?(?:value of |answer to )?(?:the |this )?)?(?:(?:definite|convergent|improper"
    r"|double|iterated|repeated|triple|following|given|multiple) )*(?:integrals?|integration)(?: equal(?: to)?)?"
    r"|integrate",
    "indefinite integral": r"(?:the |this )?(?:(?:general|following|given|most general) )*(?:indefinite integral"
    r"|antiderivative)",
    "its value": r"(?:the )?(?:exact |numerical )?value(?: of(?=\W*$)|(?! to which| of))|(?:find|evaluate|compute"
    rf"|calculate|determine|work out|what is) (?:the (?:exact )?value of )?(?:{MARK}name{MARK}|it)",
    "diverges": r"either|or (?:else )?(?:state|show|explain|say|conclude)(?: that| why)? (?:it|the(?: improper)?"
    r" integral) (?:diverges|is divergent)(?: to infinity)?|note that the integrand is (?:unbounded|discontinuous)(?:"
    r" (?:in|on|inside) the interval)?|(?:if|given that|assuming(?: that)?|provided(?: that)?|show that|since|because"
    rf"|know(?:ing)? that) (?:it|{_INTEGRAL}) {_CONVERGES}(?:,? and)?|(?:decide|determine|state|say|check) (?:whether"
    rf"|if) (?:it|{_INTEGRAL}) {_CONVERGES}(?:,? and)?|explain why (?:it|the integral) is improper(?:,? and)?|term[-"
    r" ]by[- ]term|if (?:so|it does|it is|convergent|possible)|(?:as|by (?:rewriting|writing|expressing) it as|by "
    r"(?:first )?(?:taking|using)) an? limits?",
    "first rewritten": r"by (?:first )?(?:writing|expressing|rewriting|splitting|resolving|decomposing|simplifying"
    r"|expanding|factori[sz]ing) the integrand(?: (?:as|in|into|to|using|by|with|an?|sum|of|its|the|trigonometric"
    r"|suitable|simpler|separate|partial|identity|powers|terms|fractions))*|find (?:an|the) antiderivative(?: of the"
    r" integrand)?"
    + _EVALUATES
    + r"|(?:first )?(?:express|write|rewrite|resolve|decompose|split|expand|simplify|factori[sz]e) the integrand(?: "
    r"(?:in|as|into|to|using|by|with) (?:(?:a|an|sum|of|its|the|trig|trigonometric|suitable|double|angle|half"
    r"|double-angle|half-angle|pythagorean|power-reducing|product-to-sum|appropriate|simpler|separate|single|simple"
    rf"|known) )*(?:partial fractions?|identit(?:y|ies)|powers?|terms|fractions?))?{_EVALUATES}|(?:complete the square"
    r"|split(?: up)? the (?:fraction|integrand)|divide(?: out)?|simplify|expand|multiply out|perform (?:the )?(?:long"
    r" )?division|rationali[sz]e|(?:choose|pick|make|find|use|try)(?: an?)? (?:suitable|appropriate)"
    rf" [ux]?-?substitution)(?: first| in the (?:integrand|denominator))?{_EVALUATES}|(?:reverse|change|interchange"
    r"|switch|swap) the order(?: of integration)?(?: first)?" + _EVALUATES + r"|(?:sketch"
    r"|draw|describe|identify) the region(?: of integration)?" + _EVALUATES + r"|(?:convert|change|transform|switch)"
    r"(?: the integral| it)? (?:in)?to (?:polar|cylindrical|spherical)(?: coordinates)?" + _EVALUATES,
    "constant": r"(?:(?:do not|don't|never) forget|remember|use [ck] for|include|add(?:ing)?|includ(?:e|ing)|with)(?:"
    r" to (?:include|add|write))? ?(?:an?|the|your)? ?(?:\+ ?c|arbitrary constant|constants? of integration|constant"
    r" c)(?: of integration)?",
    "over the region": r"over (?:the|this|its) (?:(?:given|indicated|shown|printed|rectangular|triangular) )*"
    r"(?:rectangle|region|box|square|domain)(?: of integration)?",
    "area": r"(?:(?:exact|total|whole|finite) )*area(?: [AR])?",
    "net area": r"(?:(?:net|signed|net signed) )+area",
    "region": r"(?:let )?[rs] (?:is|be|denotes?) the (?:(?:finite|shaded|plane) )*region|[rs](?=$| (?:is|about|around"
    r"|through))|(?:(?:the|a|this) )?(?:(?:finite|shaded|plane|bounded|planar|closed|enclosed|indicated) )*region"
    r"(?: [RS](?![a-z]))?",
    "bounding": r"(?:it )?encloses(?: with)?|(?:crosses|meets|cuts|intersects) the x-axis (?:at|in) (?:two|the) "
    r"(?:distinct )?points|(?:(?:that|which) )?(?:(?:is|are|lies?|lying|located|situated) )*(?:between|(?:completely "
    r"|fully )?(?:bounded|enclosed|contained|trapped|cut off)(?: by| between| in)?|under(?:neath)?(?! the x-axis)"
    r"|below(?! the x-axis)|beneath(?! the x-axis)|enclosed?|bounds?)",
    "x-axis": rf"(?<!below )(?<!below the )(?:(?:the|and) )*(?:horizontal axis|(?:x|t|{MARK}letter{MARK}) ?-? ?axis"
    r"|line y ?= ?0|y ?= ?0)",
    "two curves": r"(?:(?:the|both|these|two|given|following|printed|all) )*(?:curves|graphs(?: of(?: (?:the|these|both"
    r"|given|two|following))*(?: (?:equations|functions|curves|lines))?)?|lines|parabolas|functions|equations"
    r"|(?:line|curve|parabola) and (?:the )?(?:line|curve|parabola))",
    "volume": r"(?:(?:exact|total) )?volumes?(?: v)?(?: of)?(?: (?:the|this|that|a))?(?: (?:resulting|generated|solid"
    r"|body|figure|shape|when|so formed|(?:of )?revolution|(?:of )?rotation))*",
    "solid": rf"(?:(?:the|a) )?(?:solid|shape|body|figure)s?(?: of revolution)?|{_MADE}",
    "turned": r"(?:(?:is|are|being) )?(?:rotat|revolv|spinn|turn)(?:ed|ing|e)",
    "region turned": r"(?:the )?area",
    "whole turn": r"(?:makes )?(?:an?|one) (?:complete|full) revolution|(?:(?:through|by) )?(?:360 ?(?:°|\^ ?\{?"
    r" ?\\circ ?\}?|degrees)|2 ?\\?(?:pi|π)(?: radians)?"
    r"|four right angles|(?:an? )?(?:complete|full|whole) (?:revolution|turn|rotation))|completely|once",
    "about the x-axis": r"(?:about|around|round) the x-axis",
    "about the y-axis": r"(?:about|around|round) the y-axis",
    "part": rf"(?:(?:the|that|an?) )?(?:part|portion|section|piece|arc(?!-| ?length)|segment)(?: of {_CURVE})?",
    "length": rf"(?:(?:exact|total) )?(?:arc ?-?)?lengths?(?: [sl])?(?: of (?:the|this|an?) (?:arc|part|portion|section"
    rf"|piece)(?: of)?)?(?! of (?:the )?{MARK}(?:interval|span))|how long (?:is|are)",
    "kind of curve": r"(?:circular |given |parametric |space )*(?:curves?|helix|cycloid|spiral|path|parametric"
    r" equations)",
    "surface area": r"(?:exact )?(?:area of (?:the|this) (?:resulting |curved )?surface|surface area)(?: (?:of"
    r" revolution|generated|obtained|formed|swept out|created|when|if|by|that results))*",
    "height": rf"(?:average|mean) (?:height|ordinate)s?(?: of {_CURVE})?|(?:average|mean) of (?:{MARK}name{MARK}|(?:the"
    r" function))|(?:average|mean) (?:temperature|concentration|population|depth|density|pressure|voltage|current|power"
    r"|force|level|profit|income|price)s?",
    "net displacement": r"(?:(?:net|total|resultant) )?(?:displacement|change (?:in|of) (?:(?:its|the) )?(?:"
    rf"{_MOVER}'s )?(?:position|displacement))(?: of {_MOVER})?",
    "distance": rf"(?:(?:total|actual|entire) )?distance(?: (?:that )?(?:(?:is|was|has) )?(?:{_MOVER} )?(?:(?:is|was"
    rf"|has) )?(?:travell?ed|covered|travels|moved|moves|covers))(?: by {_MOVER})?|what distance (?:does|did|has|will)"
    rf" {_MOVER} (?:travel(?:l?ed)?|cover(?:ed)?|move)|how far (?:does|did|has|will|do) {_MOVER} (?:travel(?:l?ed)?"
    r"|moved?|gone?)",
    "velocity given": rf"(?:(?:the|its|given|whose|with|has|have|an?|moves?|moving|travels) )*(?:velocity|speed)(?:"
    rf" function)?(?: of {_MOVER})?(?: (?:at time|after|in) {MARK}letter{MARK})?(?: (?:is|are))?(?: given)?(?: (?:by|as"
    rf"|below|in))*|(?:in )?(?:m(?:et(?:re|er)s?)?|ft|feet|km|miles|cm) ?(?:/|per) ?(?:s(?:ec(?:ond)?)?|h(?:our)?|min)"
    rf"|m ?s ?\^ ?\{{? ?-1 ?\}}?|{_MOVER}",
    "change": r"(?:net|total|overall) change(?: in (?:the )?(?:quantity|amount))?(?! in| of)|(?:change|increase) in "
    r"(?:cost|revenue|profit|total cost|the cost)",
    "rate given": r"(?:the )?(?:rate of change|marginal (?:cost|revenue|profit)|rate)(?: of (?:a|the|this) quantity)?"
    r"(?: is)?(?: (?:given|known|shown))?",
}


def _over(words: str, printed: str, needs: tuple[str, ...], *allows: str, about: str = "") -> Task:
    """Return a task on an interval, that any notation of a span may give."""
    return Task(f"{words} on {{span}}{about}.", printed, needs, (*F, "plain function", *allows), ("integral", "area"))


_MOTION = r"^\s*\$?v\s*\(\s*t\s*\)\s*="
_CURVES = rf"(?=.*(?:\by\s*=.*[yx]\s*=|[fg]\s*\(\s*x\s*\)\s*=.*[gh]\s*\(\s*x\s*\)\s*=))(?:{SYSTEM})"
_BY_PARAMETER = r"^\s*\$?x\s*(?:\(\s*t\s*\)\s*)?=.*t.*\by\s*(?:\(\s*t\s*\)\s*)?=.*t"
_IN_AREA = ("region", "bounding", "x-axis")
_IN_VOLUME = ("region", "bounding", "x-axis", "solid", "turned", "whole turn", "part", "region turned")
TASKS: tuple[Task, ...] = (
    Task(
        "Evaluate the integral{rounded}.",
        INTEGRAL,
        (),
        ("diverges", "first rewritten", "constant", "over the region"),
        ("integral",),
        ("integral", "its value"),
    ),
    Task(
        "Evaluate the integral.",
        r"^\s*\$?(?:\\displaystyle\s*)?\\int(?!\s*(?:\\limits)?\s*_)",
        ("indefinite integral",),
        ("first rewritten", "constant"),
        ("integral",),
    ),
    _over("Integrate", FUNCTION, ("integral",)),
    _over("Integrate", FUNCTION, ("net area",), *_IN_AREA),
    Task("Find the antiderivative with {start}.", FUNCTION, ("antiderivative",), (*F, "particular"), ("integral",)),
    _over("Find the area under the curve", FUNCTION, ("area",), *_IN_AREA),
    Task(
        "Find the area of the region bounded by the curve and the x-axis.",
        FUNCTION,
        ("area", "x-axis"),
        (*F, "plain function", "region", "bounding"),
    ),
    Task("Find the area of the region formed by the curves.", _CURVES, ("area",), ("region", "bounding", "two curves")),
    Task(
        "Find the area of the region formed by the curves on {span}.",
        _CURVES,
        ("area",),
        ("region", "bounding", "two curves"),
    ),
    _over(
        "Find the volume of the solid obtained by rotating the region under the curve",
        FUNCTION,
        ("volume", "about the x-axis"),
        *_IN_VOLUME,
        about=" about the x-axis",
    ),
    *(
        Task(
            f"Find the volume of the solid obtained by rotating the region bounded by the curves {axis}.",
            _CURVES,
            ("volume", axis),
            ("region", "bounding", "solid", "turned", "whole turn", "two curves", "region turned"),
        )
        for axis in ("about the x-axis", "about the y-axis")
    ),
    _over(
        "Find the length of the curve", rf"{FUNCTION}|{_BY_PARAMETER}", ("length",), "part", "bounding", "kind of curve"
    ),
    _over(
        "Find the area of the surface obtained by rotating the curve",
        FUNCTION,
        ("surface area", "about the x-axis"),
        *("part", "turned", "whole turn", "bounding"),
        about=" about the x-axis",
    ),
    _over("Find the average value of the function", FUNCTION, ("mean|height",)),
    _over("Find the displacement", _MOTION, ("net displacement",), "velocity given"),
    _over("Find the distance travelled", _MOTION, ("distance",), "velocity given"),
    _over("Integrate", FUNCTION, ("change", "rate given")),
)
