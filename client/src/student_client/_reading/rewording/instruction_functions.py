"""The instructions that ask for a function's domain, places and expansions, each with the usual words for it."""

from __future__ import annotations

_GRAPH = (
    r"(?:(?:the )?(?:graph of )?(?:the |this )?(?:given )?(?:function|curve|graph|expression|parabola)(?: of (?:the"
    r" function|[fy]))?|it|[fy](?:\([a-z]\))?)"
)
_ON = (
    r"(?:(?:on|over) (?:what|which) (?:open )?intervals?|(?:for|at) (?:what|which)(?: real)?(?: values? of)? <v>"
    r"|<find>(?:open )?(?:intervals?|(?:set of )?(?:real )?values of <v>|<v>)(?: (?:on|for|over|at) which| where| such"
    r" that)|(?:<find>)?(?:where|when))"
)
_DIRECTIONS = {
    "increasing": (
        r"(?:(?:strictly )?(?:increasing|rising|going up|growing|climbing|ascending)|an increasing function"
        r"|(?:increase|rise|go up|grow|climb)s?)"
    ),
    "decreasing": (
        r"(?:(?:strictly )?(?:decreasing|falling|going down|declining|dropping|descending)|a decreasing function"
        r"|(?:decrease|fall|go down|decline|drop)s?)"
    ),
    "concave up": r"(?:(?:strictly )?(?:concave[- ]up(?:wards?)?|convex)|bend(?:s|ing)? upwards?)",
    "concave down": r"(?:(?:strictly )?concave[- ]down(?:wards?)?|bend(?:s|ing)? downwards?)",
}
_END = r"-?(?:[^\s,=\[\]<>≤]+)"
_SPAN = (
    rf"(?:(?:from |between )?(?P<a>{_END}) (?:up )?(?:to|and) (?P<b>{_END})|\[ ?(?P<a>{_END}) ?, ?(?P<b>{_END}) ?\])"
)
_NAMED_SPAN = (
    rf"(?:(?:from |between )?<v> ?= ?(?P<a>{_END}) (?:up )?(?:to|and) (?:<v> ?= ?)?(?P<b>{_END})"
    rf"|(?P<a>{_END}) ?(?:\\leq?|<=|≤) ?<v> ?(?:\\leq?|<=|≤) ?(?P<b>{_END}))"
)
_INTEGRATE = (
    r"(?:integrate|<find>(?:definite )?integral)(?: <it>)?,? (?:(?:over|on|for|across|between|in) )?(?:the "
    r")?(?:interval )?"
)
_DEGREE = r"(?:<v>\^\{?(?P<n>\d+)\}?|<v>(?P<one>)(?![\^\w]))"
_UP_TO = (
    r"(?:up to|as far as|through|to|including(?: terms)? up to|until)(?: and including)?(?: the)?(?: terms?)?(?: (?:in"
    r"|of|involving|containing))? "
)
_SERIES = r"(?:(?:power|maclaurin|taylor|series|binomial|infinite) )*(?:series|expansion)"
_PLACE = r"(?:(?:<v> ?(?:=|->|→|\\to|\\rightarrow|approaches|tends to) ?)?(?P<p>-?[^\s,=]+))"
_SIDES = r"(?:left[- ](?:hand|sided)? ?and(?: the)? right(?:[- ](?:hand|sided))?|left and right(?:[- ]hand)?)"

FUNCTIONS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (
        "function",
        "Find the domain of the function",
        (
            r"<find>(?:(?:natural|maximal|maximum|largest|largest possible|greatest possible|implied|implicit|full"
            r"|real) )*domain(?: of definition)?(?: (?:of|for) (?:the |this )?(?:real )?(?:function|expression|it))?",
            r"(?:for (?:what|which)(?: real)?(?: values? of| numbers?)? <v>|where|when) (?:is|does) (?:the|this) "
            r"(?:function|expression) (?:defined|exist|have a (?:real )?value|make sense|real)",
        ),
    ),
    *(
        ("function", f"Where is the function {direction}?", (rf"{_ON} (?:is |does |do )?{_GRAPH} (?:is )?{said}",))
        for direction, said in _DIRECTIONS.items()
    ),
    ("unbounded", "Find the definite integral from <a> to <b>", (_INTEGRATE + _SPAN,)),
    ("unbounded", "Find the definite integral with respect to <v> from <a> to <b>", (_INTEGRATE + _NAMED_SPAN,)),
    (
        "function",
        r"Find the Maclaurin polynomial of degree <n>",
        (
            rf"<find>(?:first terms of )?(?:the )?{_SERIES}(?: <of>)?(?: in (?:ascending |increasing )?powers of "
            rf"<v>)?,? {_UP_TO}{_DEGREE}",
            rf"(?:expand|develop|write)(?: <it>)?(?: as an? {_SERIES}| in an? {_SERIES})?(?:,? in (?:ascending "
            rf"|increasing )?powers of <v>)?,? {_UP_TO}{_DEGREE}",
            r"<find>(?P<n>\d)(?:st|nd|rd|th)[- ](?:degree|order) maclaurin (?:polynomial|series|expansion)<of>",
        ),
    ),
    (
        "function",
        r"Find the Taylor polynomial of degree <n> about <v> = <p>",
        (
            r"approximate(?: <it>)? (?:near|around|about|at|close to) <v> ?= ?<p>,? (?:by|with|using) an? (?:taylor"
            r" )?polynomial of (?:degree|order) (?P<n>\d+)",
            r"<find>(?:taylor|taylor's) (?:series|expansion|polynomial)<of> (?:about|around|at|near) <v> ?= ?<p>,?"
            rf" {_UP_TO}(?:degree|order) (?P<n>\d+)",
            r"<find>(?:taylor|taylor's) (?:series|expansion|polynomial),? (?:of |with )?(?:degree|order) "
            r"(?P<n>\d+),? (?:(?:and|with|at|its|the)"
            r" )*(?:cent(?:er|re)(?:ed)?|base point|expansion point)(?: (?:at|in|on))? (?:<v> ?= ?)?<p>",
        ),
    ),
    (
        "function",
        r"Find the limit from the left as <v> approaches <p>. Find the limit from the right as <v> approaches <p>",
        (rf"<find>{_SIDES} limits?(?:<of>)?,? (?:at|as|for|when) {_PLACE}",),
    ),
    (
        "function",
        r"Find the limit from the <side> as <v> approaches <p>",
        (
            rf"<find>limit,? from the (?P<side>left|right)(?:[- ]hand)?(?: side)?,? (?:at|as|for|when) {_PLACE}",
            rf"<find>(?P<side>left|right)[- ](?:hand |sided |side )?limit(?:<of>)?,? (?:at|as|for|when) {_PLACE}",
        ),
    ),
    (
        "named",
        "Find the inverse function",
        (
            r"<find>(?:inverse(?: function)?(?:<of>)?|(?:[fy]|function) inverse)(?:,? (?:and )?(?:using|use|with|"
            r"in) the same (?:letter|variable))?",
            r"swap the variables and find the inverse(?: function)?",
        ),
    ),
    (
        "unnamed",
        r"Find the derivative with respect to <v>",
        (r"(?:<find>)?(?:d[A-Za-z]/d<v>|\\[dt]?frac ?\{ ?d ?[A-Za-z] ?\} ?\{ ?d ?<v> ?\})",),
    ),
    (
        "sum",
        "Evaluate the sum",
        (r"<write>(?: <it>| the sum)? as a (?:single )?number", r"add (?:it |them |everything )?(?:all )?up"),
    ),
    (
        "integral",
        "Evaluate the improper integral",
        (
            r"(?:is|does) (?:the|this) (?:improper )?integral (?:convergent|divergent|converge|diverge)(?: or "
            r"(?:convergent|divergent|converge|diverge))?\?? (?:and )?(?:evaluate|find|compute|calculate|give)(?: "
            r"(?:it|its value|the value))?(?:,? if (?:it is convergent|it converges|it does|so))?",
        ),
    ),
    (
        "sequence",
        r"Find the sum of the first <n> terms",
        (
            r"<find>sum of the first (?P<n>\d+) terms of (?:the|a) (?:series|sequence)(?: whose [a-z]th term is "
            r"(?:given|shown|below|as given)(?: below| here)?)?",
        ),
    ),
    ("sequence", r"Find the <n>th term", (r"<find>term (?:with|for which|where) <v> ?= ?(?P<n>\d+)",)),
    (
        "function",
        "Find the area between the curve and the x-axis from <a> to <b>",
        (
            r"<find>area(?: of the (?:finite )?region)?,? (?:bounded|enclosed) by (?:the )?(?:curve|graph)(?: of"
            r" [fy])?,? (?:and )?the x-axis,?(?: and| between| the| vertical| ordinates?| lines)* (?:x ?= ?)?"
            r"(?P<a>\S+?)(?: and|,| to) (?:x ?= ?)?(?P<b>\S+)",
        ),
    ),
    (
        "function",
        "Find the average rate of change from <a> to <b>",
        (
            r"<find>(?:slope|gradient) of (?:the|a) secant(?: line)?(?: (?:to (?:the )?(?:curve|graph)|joining|that"
            r" passes|passing))* (?:through|between|from|for) (?:the points )?(?P<a>\S+?) (?:and|to) (?P<b>\S+)",
        ),
    ),
    (
        "polynomial",
        "Find the remainder when the polynomial is divided by <p>",
        (
            r"(?:use the (?:remainder|factor) theorem to )?(?:find|determine|work out|give|state) the remainder(?: on|"
            r" in| after| of| when)?(?: the)? (?:division|dividing|divided|it is divided)(?: it| the polynomial)? by "
            r"(?P<p>[a-z] ?[-+] ?\d+)",
        ),
    ),
    (
        "function",
        "Find the derivative of order <n>",
        (
            r"<find>derivative of (?:order|degree) (?P<n>[2-8])(?:<of>)?",
            r"<find>(?P<n>[2-8])(?:nd|rd|th)[- ](?:order )?derivative(?:<of>)?",
            r"<find>[fy]\^\{?\((?P<n>[2-8])\)\}?(?:\(<v>\))?",
            r"<find>[dD]\^\{?(?P<n>[2-8])\}?[fy]/[dD]<v>\^\{?(?P<n>[2-8])\}?",
        ),
    ),
)
"""What must be printed, the usual words, and the patterns that say the same."""
