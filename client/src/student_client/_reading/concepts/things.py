"""The things of mathematics that a question names, each with all its names."""

from __future__ import annotations

from .places import MARK

THINGS: dict[str, str] = {
    # what is printed
    "function": r"(?:(?:piecewise(?:-defined)?|differentiable|polynomial|rational|trigonometric|exponential"
    r"|logarithmic"
    r"|composite|quadratic|cubic|real-valued) )?functions?|(?:(?:the|this|a|its|whose) )graphs?|curves?|parabola"
    r"|folium(?: of descartes)?|lemniscate|astroid",
    "algebra": r"(?:algebraic|rational|trigonometric|logarithmic|radical|exponential|polynomial|quadratic|complex)"
    r" (?:expressions?|fractions?)|(?:algebraic )?fractions?|polynomials?|quadratics?|trinomials?|binomials?|cubics?"
    r"|quartics?|products?",
    "equation": r"(?:(?:quadratic|cubic|quartic|biquadratic|rational|radical|exponential|logarithmic"
    r"|trigonometric|trig"
    r"|polynomial|linear|absolute[- ]value|literal|simple|simple[- ]interest|given) )?(?:equations?|formulas?)",
    "inequality": r"(?:(?:quadratic|rational|linear|polynomial|absolute[- ]value|compound|double) )?inequalit(?:y"
    r"|ies)",
    "system": r"(?:linear |nonlinear |simultaneous )*systems?(?: of (?:two |three |linear |nonlinear "
    r"|simultaneous )*equations)?"
    r"|(?:linear )?simultaneous (?:linear )?equations|pair of (?:simultaneous |linear )*equations|both equations"
    r"|(?:straight )?lines?|circles?|ellipses?|hyperbolas?|parabolas?|curves?|(?:(?:the|two|both|these) )graphs"
    r"|equations",
    "matrix": r"(?:(?:two|square) )*matri(?:x|ces)(?: (?:defined|given) by the (?:following )?product"
    r"| that results from this product"
    r"| product)?",
    "vectors": r"(?:two |three |column )?(?:vectors?|arrows?)",
    "series": r"(?:infinite |geometric |arithmetic |telescoping |alternating |finite )*series",
    "sequence": r"(?:arithmetic |geometric )?sequences?",
    "number": r"(?:(?:pair of|two|these) )*(?:numbers?|integers?)(?! of)",
    "statement": r"statements?|claims?|inequalit(?:y|ies)|equations?|equalit(?:y|ies)|identit(?:y|ies)"
    r"|numbers?(?! of)",
    "lines": r"(?:two )?(?:straight )?lines?",
    "ode": r"(?:(?:first|second)[- ]order )?(?:(?:linear|separable|ordinary|exact|autonomous) )*(?:differential"
    r" equations?|odes?|d\.e\.)|equations?",
    # what is done or asked
    "limit": r"(?:(?:numerical |exact )?value of (?:the |this |its )?)?limits?(?: of (?:the|this|following|given|"
    r" )*(?:function|expression|quotient|sequence))?"
    r"|limiting value",
    "exists": r"if it exists|or (?:state|show|explain|say|write)(?: that| why)? (?:it does not|it doesn't|no"
    r" limit) exists?",
    "integral": r"(?:(?:exact |numerical )?value of (?:the |this )?)?(?:(?:definite|improper|double"
    r"|iterated|triple) )*integrals?(?: equal(?: to)?)?"
    r"|integrate",
    "diverges": r"or (?:else )?(?:state|show|explain|say) that (?:it|the integral) diverges(?: to infinity)?"
    r"|note that the integrand is (?:unbounded|discontinuous)(?: (?:in|on|inside) the interval)?"
    r"|if (?:it|the integral) converges",
    "sum": r"(?:(?:exact |numerical )?value of (?:the |this )?)?(?:sums?|total)(?: of (?:the|this|following|given"
    r"|infinite|geometric|telescoping"
    r"| )*(?:series|sum))?|(?:exact |numerical )?value of (?:the|this|following|given|infinite|geometric"
    r"|telescoping| )*series"
    r"|to (?:what|which) (?:value|number|sum) does (?:the|this|following|given|infinite|geometric| )*series converge",
    "telescopes": r"(?:show that |observe that |note that )?(?:the )?(?:series|partial sums?|sum)"
    r" telescopes?(?:,? and)?"
    r"|(?:if|assuming|since|given that) (?:it|the series) converges",
    "solve": r"(?:the )?set of all|solve[sd]?|solving|solution sets?|(?:each |every )?solutions?|roots?"
    r"|zero(?:e?s)?|(?:all |the "
    r"|possible |every )*values? of"
    rf" {MARK}letter{MARK} (?:that|which|satisfying|so that|such that|for which)(?: (?:satisf(?:y|ies)|solves?"
    rf"|makes?|the"
    rf"|this|equation|inequality|is|holds?|true|valid|satisfied))*|(?:(?:the|all|every) )?(?:numbers?"
    rf"|{MARK}letter{MARK})"
    rf" (?:(?:that|which) )?(?:satisf(?:y|ies|ying)|solves?)|for (?:which|what)(?: values? of)? {MARK}(?:letter"
    rf"|interval){MARK}"
    r" (?:is|does) (?:the |this )?(?:inequality|equation)(?: (?:true|hold|satisfied|valid))|satisfying|for which"
    r"|such that",
    "general": r"general solutions?|all solutions",
    "check": r"(?:discard|reject|exclude)(?: any| the| all)* (?:extraneous|false)(?: (?:solutions?|roots?|ones))?"
    r"|extraneous (?:solutions?|roots?|ones)|check (?:each|every|your|all) (?:candidates?|solutions?|roots?)"
    r"|arguments? of (?:a|the|any|each) logarithms?(?: (?:has|have|must|needs?)(?: to)? be)? positive",
    "subject": r"subject(?: of)?|rearrange|isolate",
    "real": r"(?:over the |for )?real(?: numbers?(?! of)| solutions?| roots?| values?(?: of)?)?|reals",
    "complex": r"complex(?: numbers?(?! of)| solutions?| roots?| zeros)?(?: \x00letter\x00)?(?: (?:that|which)"
    r" satisf(?:y|ies))?",
    "equal roots": r"(?:the|this|equation|quadratic|it|has|have|roots|are| )*(?:two )?(?:equal|repeated"
    r"|coincident)(?: real)?(?: (?:roots?|solutions?))?"
    r"|(?:the|this|equation|quadratic|it|has|have| )*(?:an? )?(?:double|repeated) root",
    "points": r"(?:the )?(?:coordinates of )?(?:the |all )?(?:points?|intersections?)(?: of intersection)?"
    r"|intersection points?|points"
    r"|(?:at|in) (?:which|what) points?|where",
    "meet": r"(?:at which |where |do |does )?(?:meets?|intersects?|cross(?:es)?|cuts?)(?: each other)?|of"
    r" intersection|in common",
    "solution": r"(?:general )?solutions?|(?:all )?functions? (?:(?:that|which) )?(?:satisf(?:y|ies|ying)|solves?)"
    r"|solve",
    "initial": r"(?:that )?(?:satisf[a-z]+|subject to|with|given|using)(?: the| these| this| stated| given| all|"
    r" both)*"
    r" (?:initial )?(?:conditions?|values?|data)|initial[- ]value problems?|ivps?",
    "to what": r"to (?:what|which)(?: (?:value|number|limit))?|what (?:value|number|limit)(?= (?:does|do|will))",
    "converges": r"converges?|convergent",
    "derivative": r"(?:value of (?:the |its )?)?(?:first )?derivatives?|differentiate|differentiating"
    r"|(?:instantaneous )?rate of change|slope function|gradient function",
    "second derivative": r"second[- ](?:order )?derivatives?|differentiate twice",
    "third derivative": r"third[- ](?:order )?derivatives?",
    "partial derivative": r"(?:first )?partial derivatives?|differentiate partially",
    "antiderivative": r"antiderivatives?|primitives?(?: functions?)?|indefinite integrals?|antidifferentiate",
    "slope": r"(?:slopes?|gradients?|steepness)(?: m)?(?: of)?(?: (?:the|a))?(?: tangents?(?: lines?)?(?: to)?)?",
    "tangent": r"(?:(?:an? |the )?equations? (?:of|for) )?(?:the |a )?(?:line )?tangents?(?: lines?)?(?: to)?(?:"
    r" (?:the|this) (?:curve|graph))?(?: is)?(?: drawn)?(?: at the point)?"
    r"|(?:the )?equations?,?(?: in the form y ?= ?m ?x ?\+ ?[bc])? ?,? (?:of|for) the line tangent to",
    "normal": r"(?:(?:an? |the )?equations? (?:of|for) )?(?:the |a )?normals?(?: lines?)?(?: to)?(?: (?:the|this)"
    r" (?:curve|graph))?(?: is)?(?: drawn)?",
    "line form": r"in (?:the )?(?:slope[- ]intercept )?form(?: y ?= ?m ?x ?\+ ?[bc])?",
    "maximum value": r"(?:absolute |global )?(?:maximum|max|largest|greatest|highest)(?: possible)? value(?: of)?"
    r"|(?:absolute|global)"
    r" (?:maximum|max)(?: of)?",
    "minimum value": r"(?:absolute |global )?(?:minimum|min|smallest|least|lowest)(?: possible)? value(?: of)?"
    r"|(?:absolute|global)"
    r" (?:minimum|min)(?: of)?",
    "mean": r"(?:average|mean) values?",
    "mean rate": r"average rate of change|mean rate of change",
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
    "inverse": r"inverses?(?: functions?)?",
    "x-intercepts": r"x-intercepts?|zeros?|zeroes",
    "y-intercept": r"y-intercept|(?:where|(?:the )?point (?:at which|where)) (?:does )?(?:the )?(?:graph|curve"
    r"|it)(?: of \x00name\x00)?"
    r" (?:cross(?:es)?|meets?|cuts?|intersects?) the y-axis",
    "evaluate": r"(?:function |numerical |exact )?values?(?: of)?|y-value|evaluate (?:the |this )?(?:function"
    r"|expression|it|this|\x00name\x00)",
    "behaviour": r"limits?|limiting values?",
    "velocity": r"(?:instantaneous )?velocit(?:y|ies)",
    "acceleration": r"(?:instantaneous )?acceleration",
    "displacement": r"(?:the |its )?(?:position|displacement)(?: function)?(?: is)?(?: given)?",
    "laplace": r"laplace transforms?",
    "inverse laplace": r"inverse laplace transforms?|function (?:whose laplace transform is (?:given|shown|printed)"
    r"|from its laplace transform)|from its laplace transform",
    "factor": r"factori[sz]e|factor|(?:complete )?factori[sz]ation|(?:in|into)(?: (?:completely|fully|linear|its))*"
    r" (?:factored form|factors)|as a product of(?: linear| irreducible)? factors",
    "expand": r"expand|multiply(?: it)? out|remove the brackets|in expanded form|expansion|as a polynomial",
    "simplify": r"simplify|(?:in|to)(?: its| the)? (?:simplest form|lowest terms)|reduce",
    "single": r"(?:to )?(?:an? )?single (?:trigonometric |trig )?(?:function|fraction|term|ratio|expression)",
    "partial fractions": r"(?:in|into|as)(?: a sum of| its| terms of)? partial[- ]fractions?|partial[-"
    r" ]fractions? (?:decomposition|expansion)(?: of)?",
    "completed square": r"complete the square|(?:(?:by|method of|carry out) )?completing the square|in (?:the"
    r" )?(?:vertex|completed square) form",
    "rationalized": r"rationali[sz](?:e|ing) (?:the )?denominators?",
    "long division": r"(?:by|us(?:e|ing)|with|perform|carry out)(?: the)?(?: polynomial| method of)* (?:long"
    r"|synthetic) division|divide",
    "complex form": r"(?:standard|rectangular|cartesian|algebraic) form|complex numbers?|quotient",
    "angle formula": r"(?:double|multiple|compound|triple|half)[- ]angles?(?: formula[es]?| identit(?:y|ies))?"
    r"|(?:addition|angle sum|sum) (?:formula[es]?|identit(?:y|ies))",
    "gcd": r"(?:greatest common (?:divisor|factor)|highest common factor|\\?gcd|g\.c\.d|hcf|gcf)(?: of (?:these"
    r"|the) two(?![ -]))?",
    "lcm": r"(?:least|lowest) common multiple|\\?lcm|l\.c\.m",
    "primes": r"prime (?:factori[sz]ation|decomposition)|prime factors|(?:as a |into a )?product of prime(?:s|"
    r" numbers| factors)|powers of primes|into primes",
    "single logarithm": r"condense|combine|(?:into|as) (?:a |an )?(?:single|one) log(?:arithm)?",
    "expanded logarithms": r"expand|(?:in|into) expanded form|(?:as|into)(?: a)?(?: sums?)?(?: and| or)?(?:"
    r" differences?)?(?: of)?(?= logarithms)",
    "logarithm": r"logarithms?|logs?|logarithmic expressions?|(?:laws?|properties|rules) of logarithms"
    r"|log (?:laws|rules|properties)",
    "matrix product": r"products?|multiply",
    "determinant": r"determinants?|det(?: of)?",
    "eigenvalues": r"(?:which numbers are (?:the )?)?eigenvalues?|characteristic values",
    "eigenvectors": r"(?:corresponding )?eigenvectors?(?: (?:belonging|corresponding|associated) (?:to|with)(?:"
    r" each(?: of)?)?)?",
    "rank": r"rank",
    "row reduce": r"(?:reduced )?row[- ]echelon form|rref|row[- ]reduced? form|row[- ]reduce",
    "null space": r"null ?spaces?|kernel|solution space",
    "column space": r"column space|columns of|space spanned by the columns(?: of)?",
    "row space": r"row space|space spanned by the rows(?: of)?",
    "basis": r"bas[ie]s",
    "span": r"(?:the )?columns? of(?: the matrix)?(?: \x00name\x00)? spans? (?:a )?subspaces?|spans?|spanned",
    "characteristic polynomial": r"characteristic polynomial",
    "cross": r"cross product|vector product",
    "dot": r"dot product|scalar product|inner product",
    "angle": r"angle(?: between)?",
    "radians": r"(?:in )?radians",
    # answers by a word
    "prime": r"primes?|primality|composite",
    "even or odd": r"even|odd|parity(?: of)?",
    "rational or irrational": r"rational|irrational",
    "true or false": r"true|false|correct|incorrect",
    "increasing": r"increas(?:ing|es?)|decreas(?:ing|es?)|monoton(?:ic|one)(?: behaviou?r)?|rising|falling|rise"
    r"|fall|stationary",
    "concave": r"concav(?:e|ity)(?: of)?(?: (?:up|down|upwards?|downwards?))?",
    "continuous": r"continuous|discontinuous",
    "discontinuity": r"discontinuit(?:y|ies)|removable|jump|infinite|essential|hole",
    "undefined": r"(?:is )?(?:undefined|not defined)",
    "stationary point": r"critical points?|stationary points?",
    "extremum": r"(?:relative |local )?(?:maxim(?:um|a)|minim(?:um|a))|saddle(?: points?)?|point of inflection",
    "independent": r"(?:linearly )?(?:in)?dependent|linear (?:in)?dependence",
    "parallel": r"(?:point(?:ing)? in )?(?:parallel|perpendicular|orthogonal)(?: directions?)?(?: to (?:each"
    r" other|one another))?|at right angles",
    "inverse exists": r"invertible|non-?singular|has an inverse|have an inverse|singular",
    "conic": r"(?:conics?(?: sections?)?|an? (?:parabola|ellipse|hyperbola|circle))"
    r"(?: (?:does|the|this|equation|below|given|is)*(?: (?:represents?|describes?|given by))?)?",
    "solve jointly": r"solve[sd]?|solving|solution sets?|solutions?",
    "convergence": r"converg(?:es?|ent|ence)|diverg(?:es?|ent|ence)",
    "absolute": r"absolutely|conditionally|(?:absolute|conditional) convergence",
    "how many": r"(?:how many|number of)(?: (?:the|distinct|different))* solutions?(?: (?:are|does|do|has|have"
    r"|there|the|it))*",
    "counts": r"none|no(?: solutions?)?|an? unique(?: solution| one)?|exactly one(?: solution)?|one(?: solution)?"
    r"|infinitely many"
    r"(?: solutions?)?|infinite|zero|at all|consistent|inconsistent",
    "nature": r"(?:number and (?:type|nature|kind) of|how many|number of|(?:nature|types?|kinds?) of)(?: (?:the"
    r"|its|real|distinct"
    r"|different|complex|all))* (?:roots|solutions|zeros)(?: (?:are|does|do|has|have|there|the|it|equation|this))*",
    "distinct": r"distinct|different|equal|repeated|there|real|complex",
    "plain function": r"functions?|curves?|(?:the )?graphs?(?: of)?",
    "plain series": r"(?:infinite )?series",
    "which of": r"(?:as )?an? (?:maximum|minimum|saddle point|point of inflection|turning point)",
    "graph of": r"(?:the )?(?:graphs?|curves?|equations?)(?: of)?",
    "where": r"where (?:does|do|is|are)",
    "at which": r"(?:at|for) (?:what|which)(?: values?)?(?: of)?(?: \x00letter\x00)?(?: (?:does|do|the|graph"
    r"|curve|function|of|\x00name\x00|have|has|its))*",
    "tangent line": r"(?:the )?tangents?(?: lines?)?(?: to)?",
}
"""Each thing with a regular expression of its names, in small letters; a word may name several things."""
