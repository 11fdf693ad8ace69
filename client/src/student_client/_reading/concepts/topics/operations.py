"""What a printed limit, integral, sum, sequence or differential equation is asked for."""

from __future__ import annotations

from ..task import INTEGRAL, LIMIT, ODE, SEQUENCE, START, SUM, Task

THINGS: dict[str, str] = {
    "limit": r"(?:(?:numerical |exact )?value of (?:the |this |its )?)?limits?(?: of (?:the|this|following|given|"
    r" )*(?:function|expression|quotient|sequence))?"
    r"|limiting value",
    "factored form": r"(?:in |as a )?(?:fully )?(?:factored|factori[sz]ed) form",
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
    r"| )*(?:series|sum))?(?: of (?:the )?first \x00letter\x00 (?:odd |even |positive |natural |square |cube "
    r"|triangular )*(?:numbers|integers|cubes|squares|terms|positive integers))?|(?:exact |numerical )?value of"
    r" (?:the|this|following|given|infinite|geometric"
    r"|telescoping| )*series"
    r"|to (?:what|which) (?:value|number|sum) does (?:the|this|following|given|infinite|geometric| )*series converge",
    "telescopes": r"(?:show that |observe that |note that )?(?:the )?(?:series|partial sums?|sum)"
    r" telescopes?(?:,? and)?"
    r"|(?:if|assuming|since|given that) (?:it|the series) converges",
    "solution": r"(?:general )?solutions?|(?:all )?functions? (?:(?:that|which) )?(?:satisf(?:y|ies|ying)|solves?)"
    r"|solve",
    "initial": r"(?:that )?(?:satisf[a-z]+|subject to|with|given|using)(?: the| these| this| stated| given| all|"
    r" both)*"
    r" (?:initial )?(?:conditions?|values?|data)|initial[- ]value problems?|ivps?",
    "to what": r"to (?:what|which)(?: (?:value|number|limit))?|what (?:value|number|limit)(?= (?:does|do|will))",
    "converges": r"converges?|convergent",
}
TASKS: tuple[Task, ...] = (
    Task("Evaluate the limit.", LIMIT, (), ("exists", "algebra"), ("limit",), ("limit",)),
    Task("Evaluate the integral{rounded}.", INTEGRAL, (), ("diverges",), ("integral",), ("integral",)),
    Task("Find the sum{rounded}.", SUM, (), ("series", "telescopes"), ("sum",), ("sum",)),
    Task("Find the sum in factored form.", SUM, ("factored form",), ("series",), ("sum",), ("sum",)),
    Task("Solve the differential equation.", rf"^(?!.*{START}).*(?:{ODE})", ("solution",), ("ode",), ("ode",)),
    Task(
        "Solve the differential equation.",
        rf"(?:{ODE}).*{START}",
        ("solution",),
        ("ode", "initial", "condition"),
        ("ode",),
    ),
    Task(
        "Find the limit of the sequence.",
        SEQUENCE,
        ("limit|to what",),
        ("sequence", "exists", "converges", "index"),
    ),
)
