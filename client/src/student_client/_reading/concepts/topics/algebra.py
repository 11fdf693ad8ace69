"""Forms of an expression: simplified, factored, expanded, split into fractions or logarithms."""

from __future__ import annotations

from ..marks import MARK
from ..task import FUNCTION, F, Task

_FORM = r"(?:equivalent expression )?(?:in|to|into|as|gives?)(?: (?:its|the|their|an?))?"
_ROOTS = r"(?:surds?|radicals?|(?:square )?roots?|irrational (?:numbers?|terms?)|radical signs?)"
_BRACKETS = r"(?:the |all |any )*(?:brackets|parentheses)"
_LOG = r"(?:natural )?log(?:arithm)?s?"
_SPLIT = r"(?:expand|break up|split|split up|separate|decompose)"
_OF_LOGS = r"(?: (?:the|this|following|single|given))* (?:logarithm(?:ic expression)?s?|expression)"
_A = rf"(?:an?|{MARK}letter{MARK})"
_FRACTIONS = r"(?:the |these |two |following )*(?:(?:algebraic|rational) )?(?:fractions|expressions)"
_OF_FRACTIONS = r"^(?!.*(?:\\sum|\\int|\\lim|[=<>]))(?=.*[a-z])"
_SUM_OF_FRACTIONS = rf"{_OF_FRACTIONS}(?!.*\}}\s*-).*(?:frac|/).*\+.*(?:frac|/)"
_DIFFERENCE_OF_FRACTIONS = rf"{_OF_FRACTIONS}(?!.*\}}\s*\+).*(?:frac|/).*-.*(?:frac|/)"
THINGS: dict[str, str] = {
    "factor": r"factori[sz](?:e|ed|ing|ation)(?: (?:completely|fully|out))*|factor(?:ed|ing)?(?: out)?|(?:complete"
    r" )?factori[sz]ation|(?:in|into)(?: (?:an?|its|completely|fully))* (?:factored|factori[sz]ed) form|(?:factored"
    r"|factori[sz]ed) form|(?:break(?: down)?|split|separate|resolve|decompose|write|express)?(?: (?:it|this))?(?:"
    r" down| up)? ?(?:into|as (?:a|the) product of)(?: (?:its|the|two|three|irreducible|simpler|polynomial))* "
    r"(?:factors|binomials|irreducible polynomials)",
    "factor twice": r"(?:first )?(?:factor|take|pull) out (?:(?:the|an?|any|all) )*(?:gcf|hcf|greatest common factor"
    r"|common (?:monomial )?factors?)(?: first)?(?:,? and)?(?:,? then)? (?:factor|factori[sz]e)(?: (?:the (?:remaining"
    r"|resulting|other) (?:trinomial|binomial|polynomial|quadratic|expression|factor)|completely|what is left|the"
    r" rest))+",
    "common factor": r"(?:factor|take|pull) out (?:(?:the|an?|any|greatest|highest) )*common (?:monomial )?factors?|"
    r"(?:and )?(?:then )?(?:factor|factori[sz]e) (?:it )?(?:further|again)",
    "linear factors": r"(?:(?:in|into)|as (?:a|the) product of)(?: (?:its|the|two|three))* linear factors",
    "over Q": r"over (?:the )?(?:set of |field of )?(?:integers|rationals|rational numbers)"
    r"|with (?:integer|rational|whole[- ]number) coefficients",
    "expand": r"expand(?:ing)?|multiply(?: it| them| this| these)* out|multiply (?:(?:the|these|following|two)"
    r" )*(?:binomials|polynomials|brackets|factors)|multiplying out"
    rf"|(?:remove|clear|open(?: up)?|eliminate|get rid of) {_BRACKETS}|without (?:any )?(?:brackets|parentheses)"
    r"|(?:in|into|to) (?:its |an? )?(?:fully )?expanded form|(?:full |complete )?expansion(?: of)?"
    rf"|as {_A} polynomial(?: in (?:its )?(?:standard form|descending powers of {MARK}letter{MARK}))?",
    "binomial expansion": r"binomial expansion(?: of)?",
    "product of sums": r"(?:(?:two|three) )?(?:brackets|binomials|polynomials)|perfect square",
    "simplify": rf"simplify(?:ing)?|reduc(?:e|ing)|tidy up|{_FORM} (?:(?:most )?simple|simplest(?: equivalent)?"
    r"|simplified|lowest|reduced)(?: possible)?(?: (?:radical|surd|exact))? (?:form|terms)|(?:simplified|simplest"
    rf"|reduced) (?:form|version)(?: of)?|as simply as (?:you can|possible)|(?:in|to) as simple {_A} form as "
    rf"(?:possible|you can)|as {_A} simplified (?:expression|fraction)|combine like terms",
    "simplifying": r"(?:and |then )*reduc(?:e|ing) (?:(?:the|your|it|result|answer|sum|difference|fraction) )*(?:to"
    r"|in) (?:its )?(?:lowest|simplest) (?:terms|form)|(?:the |your )?(?:result|answer)(?: of (?:the|this) division)?"
    r"|(?:(?:and|then|hence|also|fully) )*(?:simplif(?:y|ying))(?: (?:the|your|it|result|answer|fully|final))*|cancel"
    rf"(?:ling)? (?:(?:any|all|the) )*common factors?|perform (?:the )?(?:indicated )?operations?|{_FORM} (?:simplest"
    r"|lowest|simplified)(?: possible)? (?:form|terms)",
    "single": r"(?:to |as |into )?(?:an? )?single (?:trigonometric |trig )?(?:function|term|ratio|expression)",
    "surd": r"(?:(?:each|every) )?(?:surds?(?: expressions?)?|radicals?|roots?|numbers?)",
    "like radicals": r"(?:and |then )*(?:combin|collect|add|subtract|gather)(?:e|ing)? (?:(?:the|any|all) )*like"
    r" (?:radicals?|surds?|terms)(?: (?:where|if) possible)?",
    "one fraction": rf"(?:(?:as|into|to|in)(?: {_A})?) (?:single|one)(?: simplified| algebraic| rational| simple)* "
    r"(?:fraction|quotient|rational expression)|(?:(?:bring|put|write|express)(?: (?:them|it|the fractions))? )?"
    r"(?:over|on|to|with|using|finding)(?: (?:an?|the|letter|same|\x00letter\x00))* (?:(?:single|least|lowest)"
    r" )?common denominator",
    "combine": r"(?:and )?(?:combine|collect)",
    "add": rf"(?:and )?(?:add|sum)(?: and combine)?|sum of {_FRACTIONS}",
    "subtract": rf"subtract|difference of {_FRACTIONS}",
    "fractions": r"(?:(?:two|three) )?(?:(?:rational|algebraic) )?(?:fractions|expressions)|sum|difference|terms",
    "partial fractions": r"(?:(?:in|into|as|to)(?: an?| the)?(?: (?:sum of|its|terms of))* )?(?:partial[- ]fractions?"
    r"|simpler fractions?)(?: (?:decomposition|expansion|form|representation)s?)?(?: of)?"
    r"|decompose (?:(?:the|this|following) )*(?:rational |algebraic )?(?:fraction|function|expression)",
    "split": r"(?:(?:by|using|with) )?partial fractions|(?:resolve|split|break|separate|decompose)(?: up)?",
    "completed square": r"complete the square|(?:(?:by|method of|carry out) )?completing the square|(?:in|to|into)"
    r" (?:the |its |an? )?(?:vertex|completed?[- ](?:the[- ])?square|turning[- ]point) form",
    "rationalized": r"rationali[sz](?:e|ed|ing)(?: (?:the|its|each|all|any))* denominators?(?: of)?|(?:with|having)"
    rf"(?: {_A})? (?:rational|rationali[sz]ed) denominators?|(?:with no|without(?: an?| any)?|free of|(?:so that )?"
    rf"(?:there is |there are )?no) {_ROOTS} in (?:the|its) denominators?|(?:remove|eliminate|clear|get rid of) (?:the"
    rf" |all |any )?{_ROOTS} (?:from|in) (?:the|its) denominators?|clear (?:the|its) denominators? of {_ROOTS}|make "
    rf"(?:the|its) denominators? (?:rational|free of {_ROOTS})",
    "long division": r"(?:by|us(?:e|ing)|with|perform|carry out|do)(?: the)?(?: polynomial| algebraic| method of)*"
    r" (?:(?:long|synthetic|polynomial) )?division|divide(?: the (?:numerator|first polynomial) by the (?:denominator"
    r"|second))?",
    "by division": r"(?:by|us(?:e|ing)|with)(?: the)?(?: polynomial| algebraic| method of)* (?:long|synthetic)"
    r" division",
    "with remainder": r"(?:(?:and|stating|giving|state|to find|write|find|showing) )*(?:the |an? |its )?quotient,?"
    r" and(?: (?:the|an?|its))? remainder(?: (?:of|in) (?:the |this )?(?:long )?division| when (?:the )?(?:first )?"
    rf"(?:polynomial|numerator) is divided(?: by (?:the )?(?:denominator|second))?)?|as {_A} polynomial (?:plus|and)"
    rf" {_A} proper fraction|(?:as|in the form(?: of)?)(?: {_A})? quotient (?:plus|and|\+)(?: {_A})? remainder(?: "
    r"(?:over|divided by) (?:the )?divisor)?",
    "improper": r"improper (?:algebraic )?fraction|improper rational function|division",
    "angle formula": r"(?:double|multiple|compound|triple|half)[- ]angles?(?: formula[es]?| identit(?:y|ies))?"
    r"|(?:addition|angle sum|sum) (?:formula[es]?|identit(?:y|ies))",
    "sines and cosines": r"(?:(?:solely|only|entirely|purely|just) )?(?:(?:in terms of|using|with|involving|to|into|as)"
    r"|(?:to|as|into) (?:one|an (?:equivalent )?expression|a form) (?:(?:which|that) )?(?:involv(?:es|ing)"
    r"|contain(?:s|ing)|us(?:es|ing)))(?: only| just)?"
    rf" (?:the )?sines? and cosines?(?: functions?)?(?: of {MARK}letter{MARK})?(?: only| alone)?",
    "single logarithm": r"condense|combine|compress|contract|(?:into|as|to|in|using|with)(?: (?:only|just|an?|the))* "
    rf"(?:single|one|only one) {_LOG}|(?:into|as) the {_LOG} of (?:an? |one )(?:single )?(?:quantity|number|expression"
    r"|argument|term)(?: or expression)?",
    "expanded logarithms": rf"(?:{_SPLIT}{_OF_LOGS} )?(?:(?:as|into|to)(?: an?)?(?:,? (?:sums?|differences?|multiples?"
    rf"|constant|an?|and|or|and/or|of|simpler|separate|individual|single))* {_LOG}|in expanded form)|{_SPLIT}(?: "
    rf"(?:the|this|following|single|given))* logarithm(?:ic expression)?s?|in terms of (?:the )?{_LOG} of "
    rf"{MARK}letter{MARK}(?:(?:,| and)+ {MARK}letter{MARK})*|in terms of(?: and| ,?\\?(?:ln|log) ?{MARK}letter{MARK}|"
    r" ,)+",
    "expand the log": r"expand",
    "difference quotient": r"difference quotients?",
    "logarithm": r"logarithms?|logs?|logarithmic expressions?|(?:laws?|properties|rules) of log(?:arithm)?s"
    r"|log (?:laws|rules|properties)",
}
_DIFFERENCE_QUOTIENT = r"frac.*\{ ?(?:h|\\Delta x|x ?- ?[ac]) ?\}\s*\$?$|\) ?/ ?(?:h|\(x ?- ?[ac]\))\s*\$?$"
_TRIG = r"tan|cot|sec|csc|cosec"
_POLYNOMIALS = r"^(?!.*(?:\\?sqrt|√|sin|cos|tan|\\?ln|log|\bi\b))(?=.*[a-zA-Z]).*(?:frac|/|\\div)"
TASKS: tuple[Task, ...] = (
    Task("Factor completely.", FUNCTION, ("factor",), (*F, "over Q"), ("factor",), ("common factor",)),
    Task("Factor completely.", FUNCTION, ("factor twice",), (*F, "over Q"), ("factor",)),
    Task("Factor into linear factors.", FUNCTION, ("linear factors",), F, ("factor",), ("factor",)),
    Task("Expand.", FUNCTION, ("expand",), (*F, "product of sums"), (), ("simplify",)),
    Task(
        "Expand.",
        r"\)\s*\^\s*\{?\s*\d+\s*\}?\s*\$?$",
        ("binomial expansion",),
        (*F, "product of sums"),
        (),
        ("simplify",),
    ),
    Task("Simplify.", FUNCTION, ("simplify",), (*F, "single", "surd", "excluded"), ("factor",), ("simplify",)),
    Task("Simplify.", r"^(?!.*[=<>]).*(?:sqrt|√)", ("simplify", "like radicals"), ("surd",)),
    Task("Simplify.", r"^(?!.*[=<>]).*(?:sqrt|√)", ("like radicals",), ("surd",)),
    Task("Simplify.", _DIFFERENCE_QUOTIENT, ("simplify", "difference quotient"), (*F, "excluded"), ("factor",)),
    Task(
        "Write as a single fraction.",
        r"^(?!.*(?:\\sum|\\int|\\lim|[=<>])).*(?:frac|/).*[-+]",
        ("one fraction",),
        (*F, "excluded", "simplifying", "fractions"),
        (),
        ("combine",),
    ),
    Task(
        "Write as a single fraction.",
        _SUM_OF_FRACTIONS,
        ("add",),
        (*F, "excluded", "simplifying", "fractions", "one fraction"),
    ),
    Task(
        "Write as a single fraction.",
        _DIFFERENCE_OF_FRACTIONS,
        ("subtract",),
        (*F, "excluded", "simplifying", "fractions", "one fraction"),
    ),
    Task("Write as partial fractions.", r"frac|/", ("partial fractions",), (*F, "excluded", "sum"), (), ("split",)),
    Task("Complete the square.", FUNCTION, ("completed square|square form",), (*F, "equation")),
    Task("Rationalize the denominator.", r"sqrt|√", ("rationalized",), ("algebra", "simplifying", "surd")),
    Task(
        "Divide using long division.",
        _POLYNOMIALS,
        ("long division",),
        ("algebra", "with remainder"),
        (),
        ("by division",),
    ),
    Task(
        "Divide using long division.",
        _POLYNOMIALS,
        ("with remainder",),
        ("algebra", "improper", "simplifying"),
        ("division",),
    ),
    Task(
        "Expand using the addition formula.",
        r"\\?(?:sin|cos)\W*\d",
        ("in sines",),
        ("algebra", "angle formula"),
        ("derivative",),
    ),
    Task("Rewrite in terms of sine and cosine.", _TRIG, ("sines and cosines|in sines",), F),
    Task("Rewrite in terms of sine and cosine and simplify.", _TRIG, ("in sines", "simplify"), F),
    Task("Rewrite in terms of sine and cosine and simplify.", _TRIG, ("sines and cosines", "simplify"), F),
    Task("Collect the powers of {powers}.", FUNCTION, ("powers",), F),
    Task(
        "Write as a single logarithm.",
        r"log|ln",
        ("single logarithm",),
        ("logarithm", "simplifying", "fractions", *F),
        ("log",),
    ),
    Task("Expand the logarithm.", r"log|ln", ("expanded logarithms",), (*F, "logarithm"), ("log",)),
    Task("Expand the logarithm.", r"log|ln", ("expand the log", "logarithm"), F, ("log",)),
)
