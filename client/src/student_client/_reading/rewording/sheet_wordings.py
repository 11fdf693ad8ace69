"""Wordings of sheets for known tasks: what must be printed, the pattern, and the usual words."""

from __future__ import annotations

_WRITE = (
    r"(?:(?:please )?(?:express|write|rewrite|combine|condense|compress|contract|collect|simplify|reduce|put|give))"
)
_IT = (
    r"(?: (?:it|each(?: one)?|this|(?:the|this|each|every)(?: (?:following|given|logarithmic|log|whole|entire|sum"
    r"|difference|of|or))* (?:expressions?|logarithms?|logs?|terms?|sum)))?"
)
_QUANTITY = r"of (?:one|a single|an?|just one) (?:quantity|expression|number|argument|term)"
_ONE_LOG = (
    rf"(?:(?:the|an?) )?(?:(?:one|single|just one|only one) log(?:arithm)?(?: function)?(?: {_QUANTITY})?"
    rf"|log(?:arithm)? {_QUANTITY})"
    r"(?:,? (?:with|having|whose|that has)(?: an?)? (?:leading )?coefficient(?: is| of| equal to)? (?:one|1))?"
)
_LAWS = r"(?:the )?(?:(?:laws|rules|properties) of (?:logarithms|logs)|log(?:arithm)? (?:laws|rules|properties))"
_DIVIDED = (
    r"(?: (?:it|the polynomials?|the (?:numerator|first(?: polynomial)?) by the (?:denominator|second(?: polynomial)?)"
    r"|P(?:\(x\))? by [DQ](?:\(x\))?|f(?:\(x\))? by [gd](?:\(x\))?))?"
)

WORDINGS: tuple[tuple[str, str, str], ...] = (
    (
        r"log|ln",
        rf"\b{_WRITE}{_IT} (?:as|in|into|to|using|with|down to|under) {_ONE_LOG}(?=[.,;]|$)",
        "Write the expression as a single logarithm",
    ),
    (
        r"log|ln",
        rf"\b{_WRITE}{_IT} (?:so that|until|such that) (?:only )?(?:an?|one|there is (?:only )?one|just one)?"
        rf" ?{_ONE_LOG}(?: (?:remains|is left|appears|results))?(?=[.,;]|$)",
        "Write the expression as a single logarithm",
    ),
    (
        r"log|ln",
        rf"\b(?:(?:use|using|apply|by|with) {_LAWS},? (?:to )?)?(?:write|express|expand|rewrite){_IT} (?:as|into|in"
        r" terms of|to) (?:(?:an?|the) )?(?:(?:sums?|differences?|and|or|and/or|multiples?|constant|of|simple|simpler"
        r"|simplest|individual|separate|possible|terms) ?)+ (?:log(?:arithm)?s)(?: of (?:the )?(?:single|individual) "
        r"(?:letters|variables|quantities))?(?=[.,;]|$)",
        "Expand the logarithm",
    ),
    (
        r"log|ln",
        rf"(?:^|(?<=[.] )){_LAWS.replace('(?:the )?', '(?:use|apply|using) (?:the )?', 1)} to expand{_IT}(?: (?:fully"
        rf"|completely|as (?:much|far) as possible))?(?=[.,;]|$)",
        "Expand the logarithm",
    ),
    (
        r"sqrt|√",
        r"\b(?:write|express|rewrite|give|leave)(?: (?:it|each|each (?:one|answer|expression|fraction)|the (?:answer"
        r"|expression|fraction|result)s?|your answers?)) with an? (?:rational|rationali[sz]ed|root-free|radical-free)"
        r" denominator(?=[.,;]|$)",
        "Rationalize the denominator",
    ),
    (
        r"'|d[a-z]|\\prime",
        r"\b(differential equation) of (?:the )?(?:first|second|third|higher)[- ]order(?: with constant"
        r" coefficients)?(?=[.,;]|$)",
        r"\1",
    ),
    (
        r"\\int(?:\\limits)? ?_",
        r"\b(integral)s? (?:over|on) (?:the|its|an) (?:unbounded|infinite|given|indicated|bounded|finite) interval(?:"
        r" of integration)?(?=[.,;]|$)",
        r"\1",
    ),
    (r"=|<|>|\\le|\\ge", r"\b(real |complex )?solution sets?\b(?! in)", r"\1solutions"),
    (
        r"frac|/",
        r"\b(quotient and (?:the )?remainder) (?:when|if|on|after) (?:the )?(?:first|numerator|top)(?: polynomial)? "
        r"(?:is )?divided by (?:the )?(?:second|denominator|bottom)(?: polynomial| one)?(?=[.,;]|$)",
        r"\1",
    ),
    (
        r"sqrt|√",
        r"^(?:express|write|put|give)(?: (?:it|(?:the|each)(?: (?:first|given|following))? (?:expression|number"
        r"|radical|root)))? in (?:its )?(?:simplest|simplified) (?:radical|surd) form(?=[.,;]|$)",
        "Simplify the expression",
    ),
    (
        r"",
        r"\b(?:carry out|do|execute) the (?:indicated|given|following) (?:algebraic |matrix |arithmetic"
        r" )?(operations?)\b",
        r"Perform the indicated \1",
    ),
    (
        r"frac|/",
        r"^use (?:either )?(?:synthetic(?: division)?|long division)(?: (?:or|and) (?:synthetic|long))?(?: division)?"
        rf" to divide{_DIVIDED}(?=[.]|$)",
        "Divide using long division",
    ),
    (
        r"matrix",
        r"\b(eigenvalues(?: of (?:the|this) (?:following |given )?matrix(?: [A-Z])?)?) over (?:\$?\\?mathbb"
        r" ?\{?C\}?\$?|C|the (?:field of )?complex (?:numbers|field))(?=[.,;]|$)",
        r"\1",
    ),
    (
        r"\\sum",
        r"\b(?:investigate|study|discuss|examine|test) the convergence of (?:the|this) (?:following |given |infinite"
        r" )*(?:series|sum)(?:[.,;]? (?:and,? )?(?:if (?:it|the series) (?:converges|is convergent|does)),?"
        r" (?:find|compute|evaluate|determine|give) (?:its|the) (?:sum|value))(?=[.,;]|$)",
        "Find the sum of the series",
    ),
    (
        r"\\int",
        r"\b(?:investigate|study|discuss|examine|test) the convergence of (?:the|this) (?:following |given |improper"
        r" )*integral(?:[.,;]? (?:and,? )?(?:if (?:it|the integral) (?:converges|is convergent|does)),?"
        r" (?:find|compute|evaluate|determine|give) (?:its|the) value)(?=[.,;]|$)",
        "Evaluate the integral",
    ),
    (
        r"frac|/",
        r"(\b(?:simplify|reduce)\b[^.;]*?),? by (?:factoring and )?cancell?ing (?:out )?(?:(?:all|any|the) )*common"
        r" factors?(?=[.,;]|$)",
        r"\1",
    ),
)
