"""Wordings that say a known question in other words, and what people say of themselves beside it."""

from __future__ import annotations

_ASK = r"(?:find|determine|state|give|compute|calculate|work out|evaluate|obtain|write down)"
_THINGS = (
    r"(?:ball|stone|rock|rocket|projectile|arrow|object|body|missile|firework|bullet|coin|frisbee|diver|particle|shell"
    r"|pebble|water|golf ball|football|cricket ball|tennis ball|baseball|drone|bird|dart)"
)
_IT = rf"(?:it|the {_THINGS})"
_WHEN = r"(?:at what times?|when|after how (?:long|many (?:seconds|minutes))|how (?:long|many seconds) after[a-z ]*)"
_CURVE = r"(?:curve|graph|parabola|function)(?: of (?:the function|y|f(?:\(x\))?))?"
_TURN = r"(?:(?:rotated|revolved|turned|spun)\b)"
_STUCK = (
    r"(?:square roots?|denominators?|numerators?|fractions?|brackets?|exponents?|powers?|signs?|logs?|logarithms?"
    r"|radicals?|trig(?: functions?)?|algebra|last step|first step|x terms?|minus signs?|constants?)"
)
RULES: tuple[tuple[str, str], ...] = (
    # what people say of themselves
    (
        r"(?:[,.;]? ?\b(?:but|and|because|since))? ?\bI(?:'m| am| keep| always)? (?:always |keep |just"
        r" )?(?:getting |get |am )?"
        rf"(?:stuck|lost|confused|thrown off|tripped up) (?:on|at|with|by|because of|over) (?:the|all the|those)"
        rf" {_STUCK}"
        r"(?=[.!]|$)",
        ".",
    ),
    (
        r",? (?:but|and) I (?:don't|do not|didn't) (?:really )?(?:know|understand|see|get) (?:what to do (?:with|about)"
        rf"|how to (?:deal with|handle|treat)) the {_STUCK}(?=[.!]|$)",
        "",
    ),
    (r"^I(?:'m| am) (?:trying|struggling|attempting|hoping|supposed|asked|meant) to (?=[a-z])", ""),
    (r"^how (?:would|should|do|can|could|might) (?:I|we|you|one) (?:even )?(?=[a-z]+ (?:this|the|it)\b)", ""),
    (r"[.?!] ?(?:show|tell|explain)(?: me)? how(?: you (?:did|do) it)?[.!]?$", "."),
    (r"^can (?:this|it|the expression) be (factored|simplified|expanded|factorised"
    r"|factorized)\b", r"\1 the expression"),
    (r"^(factor|simplif|expand)(?:ed|ied) the expression", r"\1 the expression"),
    (r"^simplif the", "simplify the"),
    (r"^factorise?d the", "factor the"),
    # what is required
    (
        r"^(?:the|an?) ([^.?!]+?) (?:is|are) (?:to be )?(?:required|wanted|needed|sought|found|calculated|determined"
        r"|evaluated)(?: exactly)?\.(?: (?:find|determine|calculate|compute|obtain|evaluate|give) (?:it|them)\.?)?$",
        r"Find the \1.",
    ),
    (
        r",? (?:if|where|when|given that|given|for which|in which|with|assuming|for) the (?:function|equation)"
        r"(?: is (?:given|true))?(?=\s*[.?]|$)",
        "",
    ),
    (
        r",? ?(?:and )?(?:rejecting|discarding|excluding|ignoring|eliminating|checking for|watching out for|removing)"
        r" (?:(?:any|all|the|possible) )*extraneous (?:roots?|solutions?|answers?|values?)",
        "",
    ),
    (r"^by (?:first )?(?:making|using|means of) (?:the|a) substitution [^,;?!]+?,? (?:or otherwise,?"
    r" )?(?=solve\b)", ""),
    (r"^using the substitution [^,;?!]+?, (?:or otherwise,? )?(?=solve\b)", ""),
    (r"\bfor all (?:(?:possible|real) )*values of ([a-z]) that satisfy\b", r"for \1 that satisfy"),
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
    (r"\bfind the limit of the sequence as n (?:goes|tends|approaches)(?: to)?"
    r" infinity", "find the limit of the sequence"),
    (
        rf"^(?:where|for (?:what|which) values? of [a-z]) does (?:the|this) {_CURVE} have (?:an?|its|any) vertical"
        r" asymptotes?",
        "Find the vertical asymptotes of the graph",
    ),
    (rf"\bwhat is the vertical asymptote of (?:the|this) {_CURVE}", "Find the vertical asymptotes of the graph"),
    (
        rf"^(?:{_ASK} )?(?:the (?:points?|place|values? of [a-z]) )?(?:where|at which|for which)(?: does| do)?"
        rf" (?:the|this) "
        rf"{_CURVE} (?:cross(?:es)?|cuts?|meets?|intersects?|hits?|touch(?:es)?) the x-axis",
        "Find the x-intercepts",
    ),
    (
        r"\b(?:simplify|find and simplify|evaluate|work out|write and simplify) the difference quotient \(?f\(x"
        r" ?\+ ?h\) ?"
        r"- ?f\(x\)\)? ?/ ?h(?: (?:for|of|when|where|if) (?:the function|f(?:\(x\))?))?",
        "Find and simplify the difference quotient",
    ),
    # gradients
    (
        rf"\b(?:does|do|will) (?:the|this) {_CURVE} have (?:an? )?(?:horizontal|flat) tangents?(?: lines?)?",
        "is the gradient equal to zero",
    ),
    (rf"\bis the tangent(?: line)?(?: to (?:the|this) {_CURVE})? horizontal\b", "is the gradient equal to zero"),
    (
        rf"\b(?:where|at which) the tangent(?: line)?(?: to (?:the|this) {_CURVE})? (?:is|are) horizontal\b",
        "where the gradient is equal to zero",
    ),
    (
        rf"\bis the tangent(?: line)?(?: to (?:the|this) {_CURVE})? parallel to (?:the line )?"
        r"(?=y ?=)",
        "is the gradient equal to parallel to ",
    ),
    (
        rf"\bdoes (?:the|this) {_CURVE} have (?:a )?(?:gradient|slope)(?: of| equal to)? ?(?=[-\d\\])",
        "is the gradient equal to ",
    ),
    (
        rf"^the (?:{_CURVE}) has (?:two|three|two distinct|several|some) (?:turning|stationary) points\. {_ASK}"
        rf" (?:their|the)"
        r" x-(?:coordinates|values)",
        "Find the x-coordinates of the stationary points",
    ),
    # motion
    (
        rf"\b{_WHEN} (?:does|will|is|did) {_IT} (?:reach|attain|be at|at|arrive at|have)? ?(?:its|the) (?:highest point"
        r"|(?:maximum|greatest|highest) height|maximum|peak)(?: height)?",
        "For what value of t is the function at its maximum",
    ),
    (
        rf"\b(?:what is|find|how long does {_IT} take to reach|determine) (?:the time (?:at which|when) {_IT}"
        rf" reaches )?(?:its|the)"
        r" (?:maximum|highest) height(?=\?)(?<=take to reach its maximum height)",
        "For what value of t is the function at its maximum",
    ),
    (rf"\bhow high (?:does|will|did) {_IT} (?:go|rise|get|reach|fly|travel)", "find the maximum height"),
    (
        rf"\b(?:what is|find|determine|calculate) the (?:maximum|greatest|highest) height (?:that )?{_IT}"
        rf" (?:reaches|attains"
        r"|rises to)",
        "find the maximum height",
    ),
    (r"\b(?:its|the (?:particle|object|body|car|train)'s) (?=(?:displacement|velocity|acceleration|speed)\b)", "the "),
    (
        r"\b(displacement|velocity|acceleration|distance travelled) of (?:the|this) (?:particle|object|body|car"
        r"|train)\b",
        r"\1",
    ),
    (r"\bwhen is it (?:momentarily |instantaneously )?at rest\b", "when is the particle at rest"),
    (r"\bwhen does it come to (?:instantaneous )?rest\b", "when is the particle at rest"),
    (r"\bat (?:any |a general )?time t(?= ?(?:[.,?]|$))", ""),
    (r"\bat what times? is the (velocity|acceleration) (?:equal to"
    r" )?zero", r"for what values of t is the \1 equal to zero"),
    (r"\bhow fast is (?:it|the (?:car|particle|object|train|body)) (?:moving|travelling|traveling|going) (?=at t"
    r" = |when t = )", "find the velocity "),
    (rf"\b(?:at what time|when|after how many seconds) does {_IT} land\b", "When does the ball hit the ground"),
    (r"\bthe rate at which the function (?:changes|is changing|grows"
    r"|increases)\b", "the rate of change of the function"),
    (
        r"\bhow (?:fast|quickly|rapidly) (?:is|does) (?:the function|it) (?:changing|change|growing|grow"
        r"|increasing|increase)\b",
        "find the rate of change of the function",
    ),
    (r"\bthe rate at which (?:the function|it) is (?:growing|changing"
    r"|increasing)\b", "the rate of change of the function"),
    # areas
    (
        rf"^(?:a|the) (?:finite |shaded )?region is bounded above by (?:the function|the (?:curve|graph)(?: of the"
        rf" function)?),? and below by the x-axis\. {_ASK}"
        r" (?:its|the) (?:exact )?area(?: of (?:the|this) region)?",
        "Find the area enclosed between the curve and the x-axis",
    ),
    (
        rf"^the two curves (?:enclose|bound) (?:a|an) (?:finite |closed )?region\. {_ASK} (?:its|the) (?:exact"
        rf" )?area(?: of (?:the|this) region)?",
        "Find the area of the region between the two curves",
    ),
    (r"\b(between|by) the (?:graphs|curves) of the two curves\b", r"\1 the two curves"),
    (r"\b(?:what|which) values? of ([a-z]) satisf(?:y|ies) the (?:compound |double )?inequality", r"Solve the"
    r" inequality for \1"),
    (
        r"^(?:what|how much) area is (?=enclosed|bounded|contained)",
        "Find the area of the region ",
    ),
    (
        rf"^(?:sketch|consider|draw|shade) the region (between|bounded by|enclosed by) ([^.]+?)(?:,? and|[.,])"
        rf" {_ASK} (?:its|the) (?:exact )?area"
        r"(?: of (?:the|this) region)?",
        r"Find the area of the region \1 \2",
    ),
    (
        rf"^the (?:curve|graph|function|parabola)(?: of the function)? and the x-axis (?:enclose|bound) (?:a|the)"
        rf" (?:finite |shaded )?region(?: R)?\. {_ASK}"
        r" (?:its|the) (?:exact )?area(?: of (?:R|(?:the|this) region))?",
        "Find the area enclosed between the curve and the x-axis",
    ),
    (
        rf"\b(?:{_ASK}|what (?:is|are)) the x-(?:coordinates?|values?) of the points? (?:of intersection of|at which"
        r"|where) the two curves(?: intersect| meet| cross)?\b",
        "find each x at a meeting of the two curves",
    ),
    # revolution
    (
        rf"^the (?:curve|graph|region under the curve|part of the curve),? (between|from) ([a-z] ?= ?[^,\s]+),?"
        rf" (?:and|to) ((?:[a-z] ?= ?)?[^,\s]+),? is"
        rf" (?P<turn>rotated|revolved)(?P<how>[^.]*) about the x-axis\. {_ASK} the volume(?: of (?:revolution|the"
        rf" solid)(?: (?:formed|generated|obtained))?)?",
        r"Find the volume when the region under the curve from \2 to \3 is \g<turn>\g<how> about the x-axis",
    ),
    (
        r"^the region bounded by the (?:curve|function|graph),? the x-axis,? and (?:the line )?x = ([^,\s]+) is",
        r"The region bounded by the curve, the x-axis and the line x = \1 is",
    ),
    (r"\b(volume) (?:generated|formed|obtained|swept out) (?=when the region)", r"\1 of the solid "),
    (r"\b(rotated|revolved|turned) (?=360 ?(?:degrees|°))", r"\1 through "),
    (
        rf"\b(?:when|if|as) (?:the |this )?(?:part of the |portion of the )?(?:region (?:under|below) the"
        rf" )?(?:curve|graph|function),?"
        rf" (?:between|from) ([a-z] ?= ?[^,\s]+),? (?:and|to) ((?:[a-z] ?= ?)?[^,\s]+),? is (?={_TURN})",
        r"when the region under the curve from \1 to \2 is ",
    ),
    # equations and inequalities
    (
        r"\b(?:what|which) values? of (?:the constant )?([a-z]) (?:makes?|gives?|ensures? that|will make|would"
        r" give) the "
        r"(?:quadratic|equation|quadratic equation)(?: (?:have|has|to have))? (?=(?:two |no |equal |a |one "
        r"|exactly |repeated )"
        r"[a-z ]*roots?|(?:two |no |equal |a |one |exactly |repeated )[a-z ]*solutions?)",
        r"for which values of \1 does the equation have ",
    ),
    (
        rf"^{_ASK} (?:the )?values? of (?:the constant )?([a-z]) (?:for which|such that|if|given that|so that|that"
        rf" makes?) the"
        r" (?:quadratic|equation|quadratic equation)(?: below)? (?:has|have) (?=[a-z ]*(?:roots?|solutions?))",
        r"for which values of \1 does the equation have ",
    ),
    (rf"^{_ASK} ([a-z]) (?:if|given that|so that|such that) the (?:quadratic |given )*equation has"
    rf" (?=[a-z ]*(?:roots?|solutions?))",
     r"for which values of \1 does the equation have "),
    (r"\b(both sides|both parts|all parts|each part) of (?=the (?:compound |double )?inequality)", ""),
    (r"\b(?:is |are )?(?:non-?negative|not negative|at least (?:zero|0)|greater than or equal to (?:zero"
    r"|0))(?=[?.]|$)", ">= 0"),
    (r"\b(?:is |are )?(?:non-?positive|not positive|at most (?:zero|0)|less than or equal to (?:zero|0))(?=[?.]"
    r"|$)", "<= 0"),
    (r"\b(?:is |are )?(?:(?:strictly )?less than (?:zero|0)|strictly negative)(?=[?.]|$)", "< 0"),
    (r"\b(?:is |are )?(?:(?:strictly )?greater than (?:zero|0)|strictly positive)(?=[?.]|$)", "> 0"),
    (r"^(for (?:which|what) (?:values? of )?[a-z]),? is the (expression|function|quadratic)(?: below| above)? (?=[<>])",
     r"\1 is the function "),
    (r"^(?:one|a) (?:root|solution) of the (?:quadratic )?equation is ([a-z] ="
    r" -?\d+)\. ", r"\1 is a root of the equation. "),
    (
        rf"^{_ASK} (?:the )?points? on the (?:curve|graph)(?: of the function)? (?=(?:where|at which) the"
        rf" (?:gradient|slope|tangent))",
        "Find the coordinates of the points on the curve ",
    ),
    (rf"^(?:what (?:are|is)|{_ASK}) (?:the|these|both|the two)(?: two)? numbers(?=[?.]|$)", "Solve the system"),
    (
        rf"^(?:{_ASK} (?:the )?(?:coordinates of )?(?:the |all |any |both )*points?(?: of intersection)? (?:where"
        rf"|at which|in which)|where"
        r" (?:do|does)) (?:the )?(?:two )?(line|curve|parabola|circle|graph|curves|graphs|lines|circles|ellipse"
        r"|hyperbola)"
        r"(?: and the (?:line|curve|parabola|circle))? (?:meets?|intersects?|cross(?:es)?|cuts?|touch(?:es)?)"
        r"(?: (?:the (?:line|curve|parabola|circle|graph|ellipse|hyperbola)|each other|one another))?(?=[.?]|$)",
        "Solve the system of equations",
    ),
    (rf"^{_ASK} ([a-z]) (?:such that|so that|if|for which|given that) the equation(?: is true| holds)?(?=[.?]|$)",
     r"Solve the equation for \1"),
    (
        r"\bfor (\\?[a-z]+) (?:between|from) ([^,\s]+) (?:and|to) ([^,\s]+?),? (?:both )?inclusive\b",
        r"for \2 <= \1 <= \3",
    ),
    (
        r"\b(?:between|in the (?:range|interval)(?: from)?|from) ([^,\s]+) (?:and|to) ([^,\s]+?),? (?:both"
        r" )?inclusive\b",
        r"in the interval [\1, \2]",
    ),
    (r"^(for [^,]+ <= \\?[a-z]+ <= [^,]+), solve (?:the following|this|the equation)", r"Solve the equation \1"),
    # forms
    (r"\b(?:whether|if) the limit exists,? and if so,? ", "whether the limit exists and "),
    (r"\b(condense|combine) the (?:logarithms|logs)(?= ?[,.(]|$)", "condense the expression to a single logarithm"),
    (
        rf"\b{_ASK[:-1]}|put|write|express|rewrite|convert|bring|change|transform) (?:the |this )?(?:quadratic "
        rf"|given )?(?:function|expression"
        r"|quadratic|equation|f\(x\)|it|polynomial|parabola)? ?(?:in|into|to) (?:its )?(?:vertex"
        r"|completed[- ]square|turning[- ]point) form",
        "Complete the square",
    ),
    (r"\b(?:a|the|an explicit) (?:formula|expression|rule) for (?=(?:[fgh]\^\{?-1|the sum|its|the inverse))", ""),
    (rf"\b({_ASK}|simplify) the (?:logarithm|log|surd|power|trigonometric ratio|root)(?= ?(?:exactly|without|by"
    rf" hand|[.]|$))",
     r"\1 the expression"),
)  # fmt: skip
"""Patterns, and what is said instead; they are tried only where nothing else is understood."""
