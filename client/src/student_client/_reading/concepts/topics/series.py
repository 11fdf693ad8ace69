"""Printed sums, products and sequences, and Taylor polynomials of a printed function."""

from __future__ import annotations

from ..marks import MARK
from ..task import ENDLESS, FUNCTION, PRODUCT, SEQUENCE, SUM, F, Task

_KIND = r"(?:the|this|following|given|infinite|finite|geometric|telescoping|arithmetic|convergent|numerical| )*"
_IT = r"(?:it|(?:the|this)(?: (?:infinite|geometric|telescoping|given|following))* (?:series|sum))"
_CONVERGES = r"(?:converges|is convergent|is geometric|is finite|exists|telescopes)"
_CLOSED = (
    r"(?:(?:(?:an?|in|as|into) )*(?:(?:closed|explicit|simple|compact|simplified) )*(?:closed[- ]form|single fraction"
    rf"|formula|expression|polynomial|function)(?: (?:for|of|in))?(?: terms of)?(?: {MARK}letter{MARK})?(?: for)?|in"
    rf" terms of {MARK}letter{MARK})"
)
THINGS: dict[str, str] = {
    "factored form": r"(?:(?:give|giving|write|writing|leave|leaving|express|expressing) (?:your|the) answer )?(?:in "
    r"|as )?(?:(?:an?|its|fully|completely|simplest|most|simple|simplified) )*(?:factored|factori[sz]ed) form",
    "sum": r"(?:(?:exact |numerical )?values? of (?:the |this )?)?(?:(?:exact|finite|infinite|limit of the(?:"
    rf" sequence of)? partial) )?(?:sums?|total)(?: of {_KIND}(?:series|sum|progression|terms))?(?! to infinity)|"
    rf"(?:exact |numerical )?value of {_KIND}series|to (?:what|which) (?:value|number|sum) does {_KIND}series converge"
    rf"|(?:the )?(?:value|number|sum|limit) to which {_KIND}(?:series|sum) converges|what (?:value |number )?does"
    rf" {_KIND}(?:series|sum) (?:sum|converge|add up) to|add up",
    "telescopes": r"(?:show that |observe that |note that )?(?:the )?(?:series|partial sums?|sum) telescopes?(?:,?"
    rf" and)?|(?:if|assuming|since|given that|show that|provided(?: that)?|knowing that) {_IT} {_CONVERGES}(?:,? and)?"
    r"|by (?:first )?(?:expressing|writing|resolving|decomposing) (?:the|each) (?:(?:general|rth|nth|kth) )?term "
    rf"(?:in|as|into) (?:partial fractions|an? difference)|(?:decide|determine|state|check|say) (?:whether|if) {_IT} "
    r"(?:has a (?:finite )?sum|converges|is convergent)(?:,? and)?(?: if (?:so|it does|it is),?)?|recogni[sz]e (?:the"
    r"|this) (?:series|sum) as (?:(?:an?|the|known|familiar|standard|geometric|power|taylor|maclaurin|telescoping"
    r"|exponential) )*series(?: of a known function)?(?:,? and)?|if it exists|if (?:so|it does|it is|convergent"
    r"|possible)|as a telescoping (?:sum|series)",
    "without sigma": r"(?:without|not (?:involving|containing|using)|free of) (?:an? )?(?:(?:the|any|using|use|of)"
    r" )*(?:summation|sigma) (?:notation|signs?|symbols?)",
    "closed form": rf"{_CLOSED}(?: {_CLOSED})*(?: (?:simplify|simplified))?|simplify|simplified|sum(?= the series)",
    "product": r"(?:(?:exact |numerical )?value of (?:the |this )?)?(?:(?:exact|finite|following|given|infinite"
    r"|partial) )*products?(?: of all (?:the )?(?:terms|factors))?",
    "written out": r"(?:write out|write down|list|expand) (?:all )?the (?:terms|factors)(?: of (?:the|this) (?:sum"
    r"|product))?(?:,? (?:and|to|then))+(?: hence)?(?= (?:evaluate|find|add|compute|calculate))",
    "progression": r"(?:(?:arithmetic|geometric|infinite|finite) )*(?:sequences?|progressions?|series)(?: (?:with"
    r"|whose|having) (?:nth|general) term(?: is)?|(?: with (?:this|the) (?:nth|general) term))?|[ag]\.?p\.?(?= |$)",
    "term": r"values?(?: of)?",
    "all terms": rf"(?:sum|total)(?: of {_KIND}(?:series|progression))? (?:to infinity|of all (?:of )?(?:the |its"
    rf" )?terms)",
    "maclaurin": r"(?:the |an? )?(?:maclaurin(?:'s)?(?: series| power series)?) ?(?:polynomials?|expansions?|series"
    r"|approximations?)?",
    "taylor": rf"(?:approximate (?:{MARK}name{MARK}|the function) (?:by|with|using) )?(?:the |an? )?(?:taylor(?:'s)?"
    r"(?: power series| series)?) ?(?:polynomials?|expansions?|series|approximations?)?",
    "powers": r"(?:as|in) (?:a )?(?:(?:power )?series(?: of| in)? )?(?:ascending |increasing )?powers of "
    rf"{MARK}letter{MARK}|(?:in|as) an? power series",
    "expansion": r"(?:series )?expansions?|expand|approximat(?:e|ion)",
    "radius": r"radius of convergence(?: r)?(?: (?:of|for))?",
    "power series": r"power series",
    "polynomial": r"polynomials?|approximations?|generated",
}
TASKS: tuple[Task, ...] = (
    Task(
        "Find the sum{rounded}.",
        SUM,
        (),
        ("series", "telescopes", "written out", "progression"),
        ("sum",),
        ("sum", "closed form", "its value"),
    ),
    Task("Find the sum{rounded}.", ENDLESS, ("all terms",), ("series", "telescopes", "written out", "progression")),
    Task("Find the sum in factored form.", SUM, ("factored form",), ("series",), ("sum",), ("sum", "closed form")),
    Task("Find the sum.", SUM, ("without sigma",), ("series", "algebra", "expression"), ("sum",), ("closed form",)),
    Task("Find the radius of convergence.", ENDLESS, ("radius",), ("series", "power series"), ("series",)),
    Task("Find the product.", PRODUCT, (), ("written out",), ("sum",), ("product", "closed form", "its value")),
    Task(
        "Find the limit of the sequence.",
        SEQUENCE,
        ("limit|to what",),
        ("sequence", "exists", "converges", "index"),
    ),
    Task("Find the {nth} term.", SEQUENCE, ("nth",), ("progression",), (), ("term",)),
    Task("Find the sum of the first {count} terms.", SEQUENCE, ("count",), ("progression",), (), ("closed form",)),
    Task("Find the sum to infinity.", SEQUENCE, ("all terms",), ("progression", "telescopes")),
    Task(
        "Find the Taylor polynomial of degree {degree} around {centre}.",
        FUNCTION,
        ("taylor",),
        (*F, "polynomial", "expansion", "powers"),
    ),
    Task(
        "Find the Maclaurin polynomial of degree {degree}.",
        FUNCTION,
        ("maclaurin|powers|expansion",),
        (*F, "polynomial"),
        ("expansion",),
        ("powers", "expansion"),
    ),
    Task(
        "Find the {terms} of the Maclaurin series.",
        FUNCTION,
        ("terms", "maclaurin|powers"),
        (*F, "polynomial", "expansion"),
    ),
    Task("Find the {terms} of the Taylor series around {centre}.", FUNCTION, ("terms", "taylor"), (*F, "expansion")),
)
