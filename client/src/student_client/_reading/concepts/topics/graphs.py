"""The shape of a printed function's graph: extrema, monotony, bends, asymptotes, intercepts, domain."""

from __future__ import annotations

from ..places import MARK
from ..task import FUNCTION, F, Task

THINGS: dict[str, str] = {
    "maximum value": r"(?:absolute |global )?(?:maximum|max|largest|greatest|highest)(?: possible)? value(?: of)?"
    r"|(?:absolute|global)"
    r" (?:maximum|max)(?: of)?",
    "minimum value": r"(?:absolute |global )?(?:minimum|min|smallest|least|lowest)(?: possible)? value(?: of)?"
    r"|(?:absolute|global)"
    r" (?:minimum|min)(?: of)?",
    "intervals": r"(?:open )?(?:set of )?(?:all |every )?intervals?(?:\(s\))?(?: of \x00letter\x00)?(?: (?:on"
    r"|over|in|where)(?: which)?)?"
    r"|(?:for|on) (?:which|what)(?: intervals?)?(?: of)?(?: values of)?(?: \x00letter\x00)?|where"
    r"|(?:the )?(?:values|set) of \x00letter\x00 (?:for|at) which",
    "rising": r"(?:strictly )?increas(?:ing|es?)|rising|rises",
    "falling": r"(?:strictly )?decreas(?:ing|es?)|falling|falls",
    "concave up": r"concave up(?:wards?)?|curv(?:es|ing) upwards?",
    "concave down": r"concave down(?:wards?)?|curv(?:es|ing) downwards?",
    "horizontal asymptotes": r"horizontal asymptotes?",
    "vertical asymptotes": r"vertical asymptotes?",
    "inflection": r"(?:an? |its |the )?(?:point of )?inflection(?: point)?s?|points? of inflection",
    "critical numbers": r"critical (?:points?|numbers?)",
    "domain": r"(?:natural |largest possible |maximal )?domains?(?: of definition)?|for (?:which|what)(?:"
    r" real)?(?: numbers?| values of)?"
    rf"(?: {MARK}letter{MARK})? is (?:{MARK}name{MARK}|the function|the expression) defined",
    "x-intercepts": r"x-intercepts?|zeros?|zeroes",
    "y-intercept": r"y-intercept|(?:where|(?:the )?point (?:at which|where)) (?:does )?(?:the )?(?:graph|curve"
    r"|it)(?: of \x00name\x00)?"
    r" (?:cross(?:es)?|meets?|cuts?|intersects?) the y-axis",
    "where": r"where (?:does|do|is|are)",
    "at which": r"(?:at|for) (?:what|which)(?: values?)?(?: of)?(?: \x00letter\x00)?(?: (?:does|do|the|graph"
    r"|curve|function|of|\x00name\x00|have|has|its))*",
}
TASKS: tuple[Task, ...] = (
    Task(
        "Find the maximum value of the function on the interval {interval}.",
        FUNCTION,
        ("maximum value",),
        F,
    ),
    Task(
        "Find the minimum value of the function on the interval {interval}.",
        FUNCTION,
        ("minimum value",),
        F,
    ),
    Task("Find the maximum value.", FUNCTION, ("maximum value",), F),
    Task("Find the minimum value.", FUNCTION, ("minimum value",), F),
    Task("Find the intervals on which the function is increasing.", FUNCTION, ("intervals", "rising"), F),
    Task("Find the intervals on which the function is decreasing.", FUNCTION, ("intervals", "falling"), F),
    Task("Find the intervals on which the function is concave up.", FUNCTION, ("intervals", "concave up"), F),
    Task("Find the intervals on which the function is concave down.", FUNCTION, ("intervals", "concave down"), F),
    Task(
        "Find the vertical asymptotes.",
        FUNCTION,
        ("vertical asymptotes",),
        (*F, "equation", "abscissa", "where", "at which"),
    ),
    Task("Find the horizontal asymptotes.", FUNCTION, ("horizontal asymptotes",), (*F, "equation")),
    Task("Find the x-coordinate of the inflection point.", FUNCTION, ("inflection", "abscissa|at which"), F),
    Task("Find the critical numbers.", FUNCTION, ("critical numbers",), F),
    Task("Find the domain.", FUNCTION, ("domain",), F, ("notation",)),
    Task("Find the x-intercepts.", FUNCTION, ("x-intercepts",), (*F, "real")),
    Task("Find the y-intercept.", FUNCTION, ("y-intercept",), F),
)
