"""Wordings that say a known question in other words, and what people say of themselves beside it."""

from __future__ import annotations

ASK = r"(?:find|determine|state|give|compute|calculate|work out|evaluate|obtain|write down)"
_CURVE = r"(?:curve|graph|parabola|function)(?: of (?:the function|y|f(?:\(x\))?))?"
_TURN = r"(?:(?:rotated|revolved|turned|spun)\b)"
_STUCK = (
    r"(?:square roots?|denominators?|numerators?|fractions?|brackets?|exponents?|powers?|signs?|logs?|logarithms?"
    r"|radicals?|trig(?: functions?)?|algebra|last step|first step|x terms?|minus signs?|constants?)"
)
RULES: tuple[tuple[str, str], ...] = (
    # what people say of themselves
    (
        r"(?:[,.;]? ?\b(?:but|and|because|since))? ?\bI(?:'m| am| keep| always)? (?:always |keep |just )?(?:getting "
        r"|get |am )?(?:stuck|lost|confused|thrown off|tripped up) (?:on|at|with|by|because of|over) (?:the|all the"
        rf"|those) {_STUCK}(?=[.!]|$)",
        ".",
    ),
    (
        r",? (?:but|and) I (?:don't|do not|didn't) (?:really )?(?:know|understand|see|get) (?:what to do (?:with|about)"
        rf"|how to (?:deal with|handle|treat)) the {_STUCK}(?=[.!]|$)",
        "",
    ),
    (r"[.?!] ?(?:show|tell|explain)(?: me)? how(?: you (?:did|do) it)?[.!]?$", "."),
    # what is required
    (
        r"^(?:the|an?) ([^.?!]+?) (?:is|are) (?:to be )?(?:required|wanted|needed|sought|found|calculated|determined"
        r"|evaluated)(?: exactly)?\.(?: (?:find|determine|calculate|compute|obtain|evaluate|give) (?:it|them)\.?)?$",
        r"Find the \1.",
    ),
    (
        r",? ?(?:and )?(?:rejecting|discarding|excluding|ignoring|eliminating|checking for|watching out for|removing)"
        r" (?:(?:any|all|the|possible) )*extraneous (?:roots?|solutions?|answers?|values?)",
        "",
    ),
    (r"^by (?:first )?(?:making|using|means of) (?:the|a) substitution [^,;?!]+?,? (?:or otherwise,?"
    r" )?(?=solve\b)", ""),
    # limits and graphs
    (
        r"\b(?:determine|decide|find out|state|investigate) (?:whether|if) the limit (?:below )?exists,? (?:and|or"
        r" if so,?)"
        r" ?(?:evaluate|find|compute|calculate|state|give) (?:its value|it)\b(?:,? if (?:it does|so|it exists|it is))?",
        "find the limit",
    ),
    (
        r"\b(?:show|prove|verify) that the limit (?:below )?exists,? and (?:evaluate|find|compute|calculate|state|give"
        r"|determine) (?:its value|the value|it)\b",
        "find the limit",
    ),
    (
        r"\bwhat (?:value )?(?:does|will|is) the (function|expression|sequence|graph|quotient|fraction|series of terms)"
        r"(?: [a-z]\([a-z]\)| a_\{?n\}?)? (?:approach(?:ing)?|tend(?:ing)? to(?:wards)?|go(?:ing)? to|converge to"
        r"|get close to)\b",
        r"find the limit of the \1",
    ),
    (r"^as n (?:goes|tends|approaches)(?: to)? infinity, find the limit of the"
    r" sequence", "Find the limit of the sequence"),
    (
        rf"^(?:where|for (?:what|which) values? of [a-z]) does (?:the|this) {_CURVE} have (?:an?|its|any) vertical"
        r" asymptotes?",
        "Find the vertical asymptotes of the graph",
    ),
    (
        rf"^(?:{ASK} )?(?:the (?:points?|place|values? of [a-z]) )?(?:where|at which|for which)(?: does| do)? (?:the"
        rf"|this) {_CURVE} (?:cross(?:es)?|cuts?|meets?|intersects?|hits?) the x-axis",
        "Find the x-intercepts",
    ),
    (
        r"\b(?:simplify|find and simplify|evaluate|work out|write and simplify) the difference quotient \(?f\(x ?\+"
        r" ?h\) ?- ?f\(x\)\)? ?/ ?h(?: (?:for|of|when|where|if) (?:the function|f(?:\(x\))?))?",
        "Find and simplify the difference quotient",
    ),
    # gradients
    (
        rf"\b(?:does|do|will) (?:the|this) {_CURVE} have (?:an? )?(?:horizontal|flat) tangents?(?: lines?)?",
        "is the gradient equal to zero",
    ),
    (
        rf"\b(?:where|at which) the tangent(?: line)?(?: to (?:the|this) {_CURVE})? (?:is|are) horizontal\b",
        "where the gradient is equal to zero",
    ),
    (
        rf"\bis the tangent(?: line)?(?: to (?:the|this) {_CURVE})? parallel to (?:the line )?(?=y ?=)",
        "is the gradient equal to parallel to ",
    ),
    # motion
    (r"\bat (?:any |a general )?time t(?= ?(?:[.,?]|$))", ""),
    (
        r"\bhow (?:fast|quickly|rapidly) (?:is|does) (?:the function|it) (?:changing|change|growing|grow"
        r"|increasing|increase)\b",
        "find the rate of change of the function",
    ),
    (r"\bthe rate at which (?:the function|it) is (?:growing|changing"
    r"|increasing)\b", "the rate of change of the function"),
    # areas
    (
        r"^(?:a|the) (?:finite |shaded )?region is bounded above by (?:the function|the (?:curve|graph)(?: of the"
        rf" function)?),? and below by the x-axis\. {ASK} (?:its|the) (?:exact )?area(?: of (?:the|this) region)?",
        "Find the area enclosed between the curve and the x-axis",
    ),
    (
        rf"^the two curves (?:enclose|bound) (?:a|an) (?:finite |closed )?region\. {ASK} (?:its|the) (?:exact"
        rf" )?area(?: of (?:the|this) region)?",
        "Find the area of the region between the two curves",
    ),
    (r"\b(?:what|which) values? of ([a-z]) satisf(?:y|ies) the (?:compound |double )?inequality", r"Solve the"
    r" inequality for \1"),
    (
        rf"^(?:sketch|consider|draw|shade) the region (between|bounded by|enclosed by) ([^.]+?)(?:,? and|[.,]) {ASK} "
        r"(?:its|the) (?:exact )?area(?: of (?:the|this) region)?",
        r"Find the area of the region \1 \2",
    ),
    (
        rf"\b(?:{ASK}|what (?:is|are)) the x-(?:coordinates?|values?) of the points? (?:of intersection of|at which"
        r"|where) the two curves(?: intersect| meet| cross)?\b",
        "find each x at a meeting of the two curves",
    ),
    # revolution
    (
        rf"\b(?:when|if|as) (?:the |this )?(?:part of the |portion of the )?(?:region (?:under|below) the"
        rf" )?(?:curve|graph|function),?"
        rf" (?:between|from) ([a-z] ?= ?[^,\s]+),? (?:and|to) ((?:[a-z] ?= ?)?[^,\s]+),? is (?={_TURN})",
        r"when the region under the curve from \1 to \2 is ",
    ),
    # equations and inequalities
    (
        r"\b(?:what|which) values? of (?:the constant )?([a-z]) (?:makes?|gives?|ensures? that|will make|would give)"
        r" the (?:quadratic|equation|quadratic equation)(?: (?:have|has|to have))? (?=(?:two |no |equal |a |one "
        r"|exactly |repeated )[a-z ]*roots?|(?:two |no |equal |a |one |exactly |repeated )[a-z ]*solutions?)",
        r"for which values of \1 does the equation have ",
    ),
    (r"\b(both sides|both parts|all parts|each part) of (?=the (?:compound |double )?inequality)", ""),
    (r"\b(?:is |are )?(?:non-?negative|not negative|at least (?:zero|0)|greater than or equal to (?:zero"
    r"|0))(?=[?.]|$)", ">= 0"),
    (r"\b(?:is |are )?(?:non-?positive|not positive|at most (?:zero|0)|less than or equal to (?:zero|0))(?=[?.]"
    r"|$)", "<= 0"),
    (r"\b(?:is |are )?(?:(?:strictly )?less than (?:zero|0)|strictly negative)(?=[?.]|$)", "< 0"),
    (r"\b(?:is |are )?(?:(?:strictly )?greater than (?:zero|0)|strictly positive)(?=[?.]|$)", "> 0"),
    (r"^(for (?:which|what) (?:values? of )?[a-z]),? is the (expression|function|quadratic)(?: below| above)? (?=[<>])",
     r"\1 is the function "),
    (rf"^(?:what (?:are|is)|{ASK}) (?:the|these|both|the two)(?: two)? numbers(?=[?.]|$)", "Solve the system"),
    (
        r"\bfor (\\?[a-z]+) (?:between|from) ([^,\s]+) (?:and|to) ([^,\s]+?),? (?:both )?inclusive\b",
        r"for \2 <= \1 <= \3",
    ),
    (
        r"\b(?:between|in the (?:range|interval)(?: from)?|from) ([^,\s]+) (?:and|to) ([^,\s]+?),? (?:both"
        r" )?inclusive\b",
        r"in the interval [\1, \2]",
    ),
    # forms
    (r"\b(?:a|the|an explicit) (?:formula|expression|rule) for (?=(?:[fgh]\^\{?-1|the sum|its|the inverse))", ""),
    (rf"\b({ASK}|simplify) the (?:logarithm|log|surd|power|trigonometric ratio|root)(?= ?(?:exactly|without|by"
    rf" hand|[.]|$))",
     r"\1 the expression"),
)  # fmt: skip
"""Patterns, and what is said instead; they are tried only where nothing else is understood."""
