"""The instructions that ask for solutions, limits, matrices and values, each with the usual words for it."""

from __future__ import annotations

from .instruction_parts import CURVES

TASKS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (
        "any",
        r"Collect powers of <v>",
        (
            r"(?:group|collect|gather|arrange|order|sort|organi[sz]e|combine)(?: (?:the|all|like))*(?: <it>)?(?: "
            r"terms?)? (?:by|in|according to"
            r"|with respect to|into|for|of)(?: (?:the|descending|ascending|decreasing|increasing|powers|of))* <v>",
            r"collect (?:the )?(?:coefficients|powers|terms) (?:of|in) <v>",
        ),
    ),
    (
        "limit",
        r"Find the limit<tail>",
        (
            r"(?:does|do|will|can)(?: (?:the|this|that|it|a))*(?: following| given)?(?: limit)? (?:exist|settle(?:"
            r" down)?)(?:,? (?:with|if|when|for))?(?P<tail> (?:as |for )?\\?[a-z]+ ?(?:->|→|\\to|\\rightarrow|tends to"
            r"|approaches|goes to) ?[^,.;?]+)?(?:\?? ?(?:and )?(?:if so,? |if it does,? )?(?:find|evaluate|compute"
            r"|give|state|what is|limit|to what)(?: (?:it|its value|the limit|the value))?)?",
        ),
    ),
    (
        "system",
        "Solve the system of equations",
        (
            r"solve(?: <it>)?(?: simultaneously)?(?: (?:for|to find|to get|and find|in))?(?: (?:the|unknowns?"
            r"|variables?|values?|of|both|all))*(?: <names>)",
            r"<find>(?:(?:common )?points?|co-?ordinates|place)(?: (?:of|where))?(?: the)?(?: points?(?: of)?)?(?: "
            rf"(?:intersection|crossing))(?: (?:of|between)(?: {CURVES}(?: and {CURVES})?)?)?",
            r"<find>(?:intersections?|crossing points?|intersection points?|common points?|meeting points?)(?: (?:of"
            rf"|between) {CURVES}(?: and {CURVES})?)?",
            r"(?:(?:find|determine) )?(?:where|at (?:what|which) points?|in (?:what|which) points?)(?: do| does)?"
            rf" {CURVES}(?: and {CURVES})? (?:meet|cross|intersect|cut)(?: (?:each other|one another))?",
            r"(?:(?:the|this|these) )?(?:simultaneous|linear simultaneous|system of|linear system of)(?: linear)?"
            r" equations",
            r"(?:use|by|apply|using)(?: the)? (?:elimination|substitution|addition|gaussian elimination|gauss"
            r"(?:-jordan)?|comparison)(?: method)?(?: to solve(?: <it>)?)?",
            r"<find>(?:pairs?|triples?|ordered pairs?|tuples?|solutions?|values?)(?: \([^()]*\))? (?:that|which|to|of"
            r"|satisfying|solving) ?(?:satisf(?:y|ies)|solves?|fulfils?)?(?: (?:both|all|each|the|these|of|two"
            r"|three))*(?: (?:equations|conditions))",
            r"solve(?: <it>)?",
            r"<find>(?:(?:values?|unknowns?|of) )*<names>(?: (?:if|when|given that|so that|such that|from|that "
            r"satisfy|satisfying)(?: <it>)?)?",
        ),
    ),
    (
        "inequality",
        "Solve the inequality",
        (
            r"(?:when|for (?:which|what)(?: (?:values? of|numbers?))?(?: <v>)?|where)(?: is| does| do)?(?: (?:this|it"
            r"|that|<it>))? (?:true|hold|holds|satisfied|valid|correct|fulfilled)(?: hold)?",
            r"(?:(?:the|this|solve|do|work out) )?(?:this |the )?inequality",
            r"<find>(?:solution set|set of solutions|range of solutions)<of>",
        ),
    ),
    ("equation", r"Find all real <v>", (r"(?:find|give|state|determine)(?: the)? real number <v>",)),
    ("equation", r"Solve for <v>", (r"how (?:large|big|much|great|long|small) is <v>",)),
    (
        "differential",
        "Solve the initial value problem",
        (r"solve the (?:initial|boundary)[- ]?value(?:s)?(?: problem)?(?: for [a-zA-Z](?:\([a-z]\))?)?",),
    ),
    ("equation", "Solve over the real numbers", (r"solve(?: <it>)? (?:in|over) (?:R|ℝ|the reals)",)),
    ("differential", "Solve the differential equation", (r"(?:the |this |do the |do this )?differential equation",)),
    (
        "matrix",
        r"Find the inverse of the matrix <m>",
        (
            r"(?:invert|find the inverse (?:matrix )?of|compute the inverse of|take the inverse of)(?: the)?(?: "
            r"(?:matrix|given|following))*(?: <m>)?",
        ),
    ),
    (
        "scaled",
        "Evaluate",
        (r"(?:perform|do|carry out|work out|compute|find)(?: the)?(?: indicated)? scalar multiplication",),
    ),
    (
        "matrix",
        r"Find <m>^<p>",
        (
            r"(?:find|compute|calculate|evaluate|work out|determine|raise|take|what is)(?: the)?(?: matrix)? <m>(?: "
            r"(?:raised|taken))? to the (?:power(?: of)? )?(?P<p>\d)(?:(?:st|nd|rd|th)(?: power)?)?",
        ),
    ),
    (
        "determinant",
        "Evaluate the determinant",
        (r"expand and (?:evaluate|calculate|compute|find)(?: the determinant)?",),
    ),
    (
        "any",
        r"Evaluate at <v> = <p>",
        (
            r"(?:substitute|insert|put|plug in|set|sub in|use)(?: in)? <v> ?= ?<p>,? (?:and|then|to) (?:give|get|"
            r"find|compute|evaluate|calculate|state"
            r"|work out|obtain)(?: (?:an?|the|as|it|numerical))*(?: (?:number|value|result|answer))?",
        ),
    ),
    (
        "any",
        r"Find the antiderivative",
        (
            r"find (?:an? |the )?(?:function )?F(?:\(<v>\))? (?:such that|with|so that|for which|satisfying) "
            r"F'(?:\([a-z]\))? ?= ?f(?:\([a-z]\))?",
            r"find (?:an? |the )?function (?:whose|with) (?:derivative|this derivative)(?: is)?(?: (?:this|it|the"
            r" (?:given )?(?:function|expression)))?",
        ),
    ),
)
"""What must be printed, the usual words, and the patterns that say the same."""
