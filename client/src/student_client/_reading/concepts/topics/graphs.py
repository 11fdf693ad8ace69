"""The shape of a printed function's graph: extrema, monotony, bends, asymptotes, intercepts, domain."""

from __future__ import annotations

from ..marks import MARK
from ..task import FUNCTION, F, Task

_IT = rf"(?:(?:the |this )?(?:function|graph|curve|expression|formula|parabola|quadratic)|it|{MARK}name{MARK})"
_X = rf"{MARK}letter{MARK}"
_ALL = r"(?:(?:the |all |every |each |any |real |possible )*)"
_GREAT = r"(?:maximum|max|largest|greatest|highest)"
_SMALL = r"(?:minimum|min|smallest|least|lowest)"
_SLOPE = (
    rf"(?:(?:the |its )?(?:first )?(?:derivative|slope|gradient)(?: of (?:the |this )?(?:{_IT}|tangent(?: line)?))?"
    rf"|{MARK}dy/dx{MARK})"
)
_ZERO = r"(?:(?:is|are|equals?|be)?(?: equal to)? ?(?:= ?)?(?:zero|0)|vanish(?:es)?)"
_X_AXIS = rf"(?:the )?(?:x|{_X} ?)-axis"
_Y_AXIS = rf"(?:the )?(?:y|{MARK}name{MARK} ?)-axis"
_EQUATION = r"(?:equations? (?:of|for) (?:the |any |all |each |every |its )*)?"
_MEETS = r"(?:cross(?:es)?|meets?|cuts?|intersects?|hits?)"
_AT = r"(?:where|(?:at )?(?:the |which |what )?points?(?: at which| where)?)"
_WHICH = r"(?: (?:for|at|over|on) which(?: both)?| where| such that)"
THINGS: dict[str, str] = {
    "maximum value": rf"(?:absolute |global |overall )?{_GREAT}(?: possible)? value(?: of)?"
    rf"|(?:absolute|global) (?:maximum|max)(?: of)?|(?:maximum|max)(?: of)? {_IT}",
    "minimum value": rf"(?:absolute |global |overall )?{_SMALL}(?: possible)? value(?: of)?"
    rf"|(?:absolute|global) (?:minimum|min)(?: of)?|(?:minimum|min)(?: of)? {_IT}",
    "local maximum": r"(?:local|relative) (?:maximum|max)(?: value)?(?: of)?",
    "local minimum": r"(?:local|relative) (?:minimum|min)(?: value)?(?: of)?",
    "attained": r"(?:that is |which is )?(?:attained|taken|reached|assumed)(?: by)?"
    rf"|(?:that |which )?(?:{_IT} )?(?:attains|takes(?: on)?|reaches|assumes|achieves)",
    "its maximum": rf"(?:an? |its |the )?(?:local |relative |absolute |global )?{_GREAT}(?: value| point)?(?: (?:of"
    rf"|on) {_IT})?|maximi[sz]es {_IT}",
    "its minimum": rf"(?:an? |its |the )?(?:local |relative |absolute |global )?{_SMALL}(?: value| point)?(?: (?:of"
    rf"|on) {_IT})?|minimi[sz]es {_IT}",
    "maximum point": r"(?:local |relative )?(?:maximum|max|highest) point",
    "minimum point": r"(?:local |relative )?(?:minimum|min|lowest) point",
    "vertex": r"vertex",
    "intervals": rf"(?:open )?(?:(?:set|range) of )?{_ALL}(?:open )?intervals?(?: of {_X})?(?: (?:on|over|in|where"
    rf"|for)(?: which)?)?|(?:for|on|over|in) (?:which|what)(?: intervals?)?(?: of)?(?: {_ALL}values of)?(?: {_X}|"
    rf"{MARK}abscissa{MARK})?|where|when|(?:(?:set|range) of )?{_ALL}(?:values of {_X}|{_X}|{MARK}abscissa"
    rf"{MARK}){_WHICH}",
    "rising": r"(?:(?:strictly|monotonically|monotone) )?increas(?:ing|es?)(?: function)?"
    r"|(?:monotonic |monotone |strict )?increase|rising|rises|an increasing function",
    "falling": r"(?:(?:strictly|monotonically|monotone) )?decreas(?:ing|es?)(?: function)?"
    r"|(?:monotonic |monotone |strict )?decrease|falling|falls|a decreasing function",
    "concave up": r"concave up(?:wards?)?|curv(?:es|ing) upwards?|upwards? concav(?:e|ity)|convex",
    "concave down": r"concave down(?:wards?)?|curv(?:es|ing) downwards?|downwards? concav(?:e|ity)",
    "horizontal asymptotes": rf"{_EQUATION}horizontal asymptotes?|horizontal line (?:does )?{_IT} approach(?:es)?",
    "slant asymptote": rf"{_EQUATION}(?:slant|oblique|inclined) asymptotes?",
    "vertical asymptotes": rf"{_EQUATION}vertical asymptotes?|{_EQUATION}vertical lines? (?:that|which) (?:is|are)"
    rf" (?:an? )?(?:vertical )?asymptotes?",
    "inflection": r"(?:an? |its |the |any |all )*(?:(?:points? of )?infle[cx](?:t)?ion(?: points?)?)",
    "coordinates": r"(?:exact )?(?:x- and y-)?co-?ordinates?(?: of)?",
    "stationary": r"(?:an? |the |all |any |its )*stationary points?",
    "turning": r"(?:an? |the |all |any |its )*turning points?",
    "flat": rf"(?:an? |its |the )?(?:(?:tangents?(?: lines?)?|{_IT})(?: to {_IT})? (?:(?:is|are|be) )?(?:horizontal"
    rf"|stationary|parallel to {_X_AXIS})|horizontal tangents?(?: lines?)?|stationary points?|{_SLOPE} {_ZERO})",
    "critical numbers": rf"critical (?:points?|numbers?|values?)|stationary values? of {_X}",
    "where undefined": r"or (?:is )?(?:undefined|does not exist|fails to exist)",
    "domain": r"(?:(?:natural|implied|maximal|largest|possible|maximum|whole|full|real|mathematical) )*domains?(?: of"
    rf" definition)?|(?:for )?(?:which|what)(?: real)?(?: numbers?| values of)?(?: {_X})? (?:is|does) {_IT} (?:"
    rf"(?:well[- ])?defined|exist|make sense|have a (?:real )?value|meaningful)|(?:set of )?{_ALL}(?:numbers|values?"
    rf" of {_X}|{_X}|{MARK}abscissa{MARK}) (?:for|at) which {_IT} (?:is (?:well[- ])?defined|exists|makes sense|has a "
    rf"(?:real )?value|is meaningful)|{_ALL}(?:numbers|values of {_X}|{MARK}abscissa{MARK}|{_X}) (?:that )?(?:are in"
    rf"|belong to|lie in) the domain|where (?:is {_IT} (?:well[- ])?defined|{_IT} is (?:well[- ])?defined)",
    "undefined values": rf"(?:(?:for|at) )?(?:which|what)(?: real)?(?: numbers?| values of)?(?: {_X})? is {_IT}"
    r" (?:undefined|not defined)"
    rf"|{_ALL}(?:numbers|values? of {_X}|{_X}|{MARK}abscissa{MARK}) (?:(?:for|at) which|where) {_IT} is (?:undefined"
    rf"|not defined)|(?:numbers|values of {_X}|{_X}|{MARK}abscissa{MARK}) (?:that )?makes? {_IT} undefined",
    "extreme values": r"(?:absolute |global )(?:extrem(?:a|e values)|extremum values|maximum and (?:the )?(?:absolute"
    r" |global )?minimum(?: values)?)(?: of)?",
    "local extrema": r"(?:local|relative) (?:extrem(?:a|e values)|maximum and (?:the )?(?:(?:local|relative) )?minimum"
    r" values)(?: of)?",
    "y-intercept": r"y-intercept"
    rf"|(?:(?:the )?co-?ordinates of )?{_AT}(?: does)? {_IT}(?: of {_IT})? {_MEETS} {_Y_AXIS}",
    "crosses": rf"{_AT}(?: does)? {_IT}(?: of {_IT})? {_MEETS} {_X_AXIS}",
    "where": r"where(?: (?:does|do|is|are))?",
    "at which": rf"(?:at|for) (?:what|which)(?: values?)?(?: of)?(?: {_X})?(?: (?:does|do|the|graph"
    rf"|curve|function|of|{MARK}name{MARK}|have|has|its))*",
    "x at which": rf"(?:at|for) (?:what|which)(?: values?)?(?: of)?(?: (?:{_X}|{MARK}abscissa{MARK}))?|where|{_ALL}"
    rf"(?:values? of {_X}|{_X}|numbers(?! of)(?: {_X})?|points?(?= (?:at|where))|{MARK}abscissa{MARK})(?:{_WHICH}|"
    r" that (?:make|gives?))?",
}
_ON = (*F, "attained")
_AT_X = (*F, "abscissa")
_CURVE = rf"(?=\s*\$?y\s*=){FUNCTION}"
_HERE = "intervals|unknown"
_WAYS = ("shape", "notation")
TASKS: tuple[Task, ...] = (
    Task("Find the maximum value of the function on the interval {interval}.", FUNCTION, ("maximum value",), _ON),
    Task("Find the minimum value of the function on the interval {interval}.", FUNCTION, ("minimum value",), _ON),
    Task("Find the maximum value.", FUNCTION, ("maximum value",), _ON, ("shape",)),
    Task("Find the minimum value.", FUNCTION, ("minimum value",), _ON, ("shape",)),
    Task(
        "Find the absolute maximum and minimum values of the function on the interval {interval}.",
        FUNCTION,
        ("extreme values",),
        _ON,
    ),
    Task("Find the local maximum and minimum values.", FUNCTION, ("local extrema",), _ON, ("shape",)),
    Task("Find the local maximum value.", FUNCTION, ("local maximum",), _ON, ("shape",)),
    Task("Find the local minimum value.", FUNCTION, ("local minimum",), _ON, ("shape",)),
    Task(
        "Find the x-coordinate of the maximum.", FUNCTION, ("x at which", "its maximum"), (*_ON, "abscissa"), ("shape",)
    ),
    Task(
        "Find the x-coordinate of the minimum.", FUNCTION, ("x at which", "its minimum"), (*_ON, "abscissa"), ("shape",)
    ),
    Task(
        "Find the coordinates of the maximum point.",
        _CURVE,
        ("maximum point",),
        (*F, "where"),
        ("shape",),
        ("coordinates",),
    ),
    Task(
        "Find the coordinates of the minimum point.",
        _CURVE,
        ("minimum point",),
        (*F, "where"),
        ("shape",),
        ("coordinates",),
    ),
    Task("Find the coordinates of the vertex.", _CURVE, ("vertex",), (*F, "where"), ("shape",), ("coordinates",)),
    Task(
        "Find the coordinates of the stationary points.",
        _CURVE,
        ("stationary",),
        (*F, "where"),
        ("shape",),
        ("coordinates",),
    ),
    Task(
        "Find the coordinates of the turning points.", _CURVE, ("turning",), (*F, "where"), ("shape",), ("coordinates",)
    ),
    Task("Find the x-coordinates of the stationary points.", FUNCTION, ("abscissa", "stationary"), F, ("shape",)),
    Task("Find the x-coordinates of the turning points.", FUNCTION, ("abscissa", "turning"), F, ("shape",)),
    Task("Find the intervals on which the function is increasing.", FUNCTION, (_HERE, "rising"), _AT_X, _WAYS),
    Task("Find the intervals on which the function is decreasing.", FUNCTION, (_HERE, "falling"), _AT_X, _WAYS),
    Task(
        "Find the intervals on which the function is concave up.",
        FUNCTION,
        (_HERE, "concave up"),
        F,
        _WAYS,
    ),
    Task(
        "Find the intervals on which the function is concave down.",
        FUNCTION,
        (_HERE, "concave down"),
        F,
        _WAYS,
    ),
    Task(
        "Find the vertical asymptotes.",
        FUNCTION,
        ("vertical asymptotes",),
        (*F, "abscissa", "where", "at which"),
    ),
    Task("Find the horizontal asymptotes.", FUNCTION, ("horizontal asymptotes",), (*F, "index"), ("limits",)),
    Task(
        "Find the x-coordinate of the inflection point.", FUNCTION, ("inflection", "abscissa|x at which"), F, ("shape",)
    ),
    Task(
        "Find the critical numbers.",
        FUNCTION,
        ("critical numbers",),
        (*F, "where", "where undefined", "level"),
        ("shape",),
    ),
    Task(
        "Find the values of x at which the tangent is horizontal.",
        FUNCTION,
        ("x at which|unknown", "flat|level"),
        F,
        ("shape",),
    ),
    Task("Find the values of x for which the function is undefined.", FUNCTION, ("undefined values",), _AT_X),
    Task(
        "Find the coordinates of the inflection points.",
        _CURVE,
        ("inflection",),
        (*F, "where"),
        ("shape",),
        ("coordinates",),
    ),
    Task("Find the slant asymptote.", FUNCTION, ("slant asymptote",), F, ("division",)),
    Task("Find the domain.", FUNCTION, ("domain",), _AT_X, ("notation",)),
    Task("Find the y-intercept.", FUNCTION, ("y-intercept",), (*F, "coordinates")),
)
