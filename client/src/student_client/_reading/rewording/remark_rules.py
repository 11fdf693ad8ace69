"""Remarks without an effect, and many wordings of one thing: patterns, each with its replacement.

Remarks are marks, politeness, checks, and how an exact answer is written.
"""

from __future__ import annotations

_GIVE = (
    r"(?:giv(?:e|ing)|leav(?:e|ing)|express(?:ing)?|writ(?:e|ing)|stat(?:e|ing)|present(?:ing)?)"
    r" (?:your |the |each |any |all )?(?:final |exact )?(?:answers?|solutions?|results?|solution sets?|roots?|values?)"
)
_WRITTEN = (
    r"(?:as (?:a |an )?(?:single |natural |exact )?logarithms?|in exact form|in an exact form|as exact values?|as an"
    r" exact value|exactly|in simplified exact form|in terms of (?:\\pi|π|pi|e|ln|logs|logarithms|natural logarithms"
    r"|natural logs)|(?:in|using) interval notation|(?:in|using) set[- ](?:builder )?notation|as intervals?|as (?:an"
    r" )?ordered (?:pairs?|triples?)|in radians(?: in terms of (?:\\pi|π|pi))?|with (?:only )?positive (?:exponents"
    r"|indices)(?: only)?|as (?:a |one )(?:single )?(?:simplified )?(?:term|monomial)|using (?:only )?positive "
    r"(?:exponents|indices)(?: only)?|with(?:out| no) negative (?:exponents|indices)|as (?:integers or )?(?:a )?"
    r"(?:simplified |reduced )?fractions?(?: in lowest terms)?)"
)
_CHECK = (
    r"(?:your |the |for )?(?:answers?|solutions?|results?|work|roots)(?: (?:by differentiat(?:ion|ing)|by substitution"
    r"|by substituting|graphically|algebraically|in the original equation))?"
)
_WHETHER = r"(?:determine|decide|find out|state|test|say|check) (?:whether|if)"
_CONVERGES = (
    r"(?:is (?:convergent|divergent)(?: or (?:convergent|divergent))?"
    r"|(?:converges|diverges)(?: or (?:converges|diverges))?)"
)
_IF_SO = (
    r"(?:[.,;]? ?(?:and |and, )?(?:(?:if|when) (?:so|(?:it|the \w+) (?:is convergent|converges)|convergent|it does"
    r"|possible),? )?(?:then )?(?:evaluate|find|compute|determine|calculate|give) (?:its value|its sum|its limit|the"
    r" value of the integral|the integral|the value|the sum|the limit|what it converges to|it)\b(?:,? (?:if|when) "
    r"(?:so|possible|(?:it|the \w+) (?:is convergent|converges|does)|convergent|they converge))?)?"
)
_THEN = _IF_SO.removesuffix("?")
_CURVES = (
    r"(?:the )?(?:two )?(?:given )?(?:lines?|circles?|curves?|graphs?|parabolas?|ellipses?|hyperbolas?|functions?)"
)
_FOLLOWING = r"(?:the |this |these )?(?:given |following )?(?:equations?|inequalit(?:y|ies))?"

RULES: tuple[tuple[str, str], ...] = (
    (r"[\[(]\s*\d+\s*(?:marks?|points?|pts?)\s*[\])]", " "),
    (r"\b(solution|value|root|zero|answer|number|interval|point|coordinate)\(s\)", r"\1s"),
    (r"!{2,}|\?{2,}", "."),
    (r"\bin (?=[a-z] ?= ?-?[\d\\\N{GREEK SMALL LETTER PI}(])", "at "),
    (r"\b(?:pls|plz|plss|please)\b,?", " "),
    (
        r"\b(?:can|could) (?:some(?:body|one)|anyone|anybody|you)(?: help me| show me| tell me| explain)?(?:"
        r" how)?(?: to)?\b",
        " ",
    ),
    (r"\bhow (?:do|can|would|should|does) (?:i|we|you|one) (?:go about )?(?=[a-z])", " "),
    (rf"[,;(]? ?\b{_GIVE} {_WRITTEN}(?: only)?\)?", " "),
    (r"\b(?:leaving|with|using) (?:only )?positive (?:exponents|indices)(?: only)?\b", " "),
    (r"\b(?:do not|don't|without) us(?:e|ing) (?:a|your) calculators?\b|\bno calculators?(?: allowed)?\b", " "),
    (r",? ?\b(?:where|if|when|whenever) (?:it is )?(?:appropriate|applicable|necessary|needed)\b", " "),
    (r",? ?\bif (?:it|one|the limit|the inverse|the sum|the integral|the derivative|such a point) exists\b", " "),
    (rf",? ?\b(?:and |then |and then )?(?:check|verify) {_CHECK}", " "),
    (r"\b(?:simplest|simplified) (?:radical|surd|exact) form\b|\ba simplified (?:surd|radical)\b", "simplest form"),
    (r"\b(?:as a decimal|in decimal form),? (?=(?:rounded|correct|accurate|to))", " "),
    (
        rf"{_WHETHER} (?:the|this|each) (?:given |following |improper |definite )*integrals? {_CONVERGES}{_IF_SO}",
        "evaluate the improper integral",
    ),
    (
        rf"does (?:the|this) (?:given |following |improper )*integral (?:converge|diverge|converge or"
        rf" diverge)\?{_IF_SO}",
        "evaluate the improper integral",
    ),
    (
        rf"{_WHETHER} (?:the|this|each) (?:given |following |infinite |geometric |telescoping )*series"
        rf" {_CONVERGES}{_THEN}",
        "find the sum of the series",
    ),
    (
        rf"{_WHETHER} (?:the|this|each) (?:given |following )*sequence {_CONVERGES}{_IF_SO}",
        "find the limit of the sequence",
    ),
    (r"\bone-sided limit\b", "limit"),
    (r"\bleft[- ]hand and right[- ]hand limits?\b", "left-hand limit and the right-hand limit"),
    (r"\b(?:right[- ]hand) and left[- ]hand limits?\b", "right-hand limit and the left-hand limit"),
    (r"\bset of (?:all )?(real )?values of\b", r"\1values of"),
    (
        r"\b(?:for )?(?:which|what) (?:real )?(?:numbers |values of )?([a-z]) (?:is|does) (?:the|this) (?:inequality"
        r"|equation) (?:satisfied|true|hold|valid)\b",
        r"solve for \1",
    ),
    (
        rf"(?:coordinates of )?(?:all )?(?:the )?points? (?:of intersection (?:of|between) {_CURVES}(?: and {_CURVES})*"
        rf"|(?:where|at which) {_CURVES}(?: and {_CURVES})* (?:intersect|meet|cross)(?: each other)?)",
        "the solutions of the system",
    ),
    (rf"\bwhere (?:do )?{_CURVES}(?: and {_CURVES})* (?:intersect|meet|cross)\b", "find the solutions of the system"),
    (
        r"\b(solutions|roots|zeros|eigenvalues), (?:both )?(?:real (?:and|or) complex|complex (?:and|or) real)\b",
        r"complex \1",
    ),
    (r"\bcomplex eigenvalues\b", "eigenvalues"),
    (r",? ?\bwhere ([a-z]) is (?:a )?complex(?: number)?\b", " over the complex numbers"),
    (
        rf"\b(?:rearrange|transpose|manipulate) (?:{_FOLLOWING}|the formula|this formula|it) ?(?:to find|to give"
        rf"|to get|to make|for) ",
        "solve for ",
    ),
    (r",? ?\bin terms of (?:natural logarithms|natural logs|logarithms|logs|\\pi|π)(?=\s*[.,]|$)", " "),
    (r"\bas an? (?:algebraic )?fraction in (?:its )?(?:simplest|lowest) (?:form|terms)\b", "as a single fraction"),
    (r"\bat the (?:indicated|given|specified) values? of [a-z][:,]? (?=[a-z] ?=)", "at "),
    (r"\bcoordinates? [a-z] at which\b|\b(?!y)[a-z]-?(?:values?|coordinates?) (?:at which|where)\b", "where"),
    (r"\bfirst-?(?:order)? ODE\b|\bsecond-?(?:order)? ODE\b|\bODE\b", "differential equation"),
    (r",? \bin radians?(?=\s*[.,?]|$)", " "),
    (r"\bsum to infinity\b", "sum"),
    (r"\bstationary points' ([a-z])-coordinates\b", r"\1-coordinates of the stationary points"),
    (r"\bwhen f is the function\b", " "),
    (
        r"\bfirst (two|three|four|five|six|\d),? (?:nonzero )?terms,? in ascending powers of [a-z],? (?:of|in) the "
        r"(?:binomial|maclaurin|series) (?:expansion|series)",
        r"first \1 nonzero terms of the maclaurin series",
    ),
    (
        r"\bthe (?:two|three) (?=(?:given |following )?(?:binomials|polynomials|expressions|fractions|matrices"
        r"|vectors|numbers|factors)\b)",
        "the ",
    ),
    (r"\bfor the (?:indicated |specified |given |unknown )*variable ([A-Za-z])\b", r"for \1"),
    (r",? ?\bif (?:it|the integral|the series|the sum) (?:converges|is convergent)(?=\s*[.,]|$)", " "),
    (r"\b(evaluate|approximate|simplify|compute|calculate) the number\b", r"\1 the expression"),
    (r"\b(?:in|into|as) partial fraction (?:form|notation)\b|\bpartial fractions? form\b", "in partial fractions"),
    (r"\bproduct of the (?:binomials|polynomials|factors)\b", "product"),
    (r"\bIVP\b", "initial value problem"),
    (r"\brange of (?:possible )?values of\b", "values of"),
    (
        r"\b(values? of [a-z]) (?:satisfying|that satisf(?:y|ies)|which satisf(?:y|ies))(?: the (?:inequality"
        r"|equation))?",
        r"\1 for which",
    ),
    (
        r"(?<=\bthe )(?:exact )?value of (?:the|this|each|every) (?:logarithm|trigonometric function|trigonometric"
        r" expression|radical|power)(?=\s*[.?!]?\s*$)",
        "value of the expression",
    ),
    (
        r"\bdoes (?:the|this) (?:infinite |geometric |following )*series have a (?:finite )?sum\?(?: if (?:so|it"
        r" does),? (?:find|what is) (?:it|the sum))?",
        "find the sum of the series",
    ),
    (r"\bat the (?:indicated|given|specified) (?:point|value|number)[:,]? (?:where )?(?=[a-z] ?=)", "at "),
    (r"\b(dy/dx|y'|\\d?frac\{dy\}\{dx\}) in terms of x and y\b", r"\1"),
    (r"\b(?:line (?:that is )?tangent)\b", "tangent line"),
    (r"\band(?=\s*[.]?$)", " "),
    (r"\b(?:double|triple|iterated|repeated) integral\b", "integral"),
    (r"\bform x ?\+ ?(?:iy|yi)(?:,? where x and y are real(?: numbers)?)?", "form a + bi"),
    (r"\bform a ?\+ ?ib\b", "form a + bi"),
    (
        r"\b(?:and |that |which )?satisf(?:ying|ies|y) (?:the|this|these) (?:given |following )?initial"
        r" (?:conditions?|values?)",
        "to the initial value problem",
    ),
    (
        r"\bexpress (?:the )?(sum|product|series) (?:as a (?:formula|function|polynomial)|in closed form)\b",
        r"find the \1",
    ),
    (r"\bratio of factorials\b", "expression"),
    (
        r"\buse (?:a|the) (?:sum|difference|addition|angle sum|angle addition|compound angle) (?:formula"
        r"|identity) to expand\b",
        "expand using the addition formula",
    ),
)
"""Each is tried from the first to the last, in capitals or not."""
