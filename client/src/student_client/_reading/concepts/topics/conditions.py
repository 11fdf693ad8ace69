"""Numbers that a condition or a theorem fixes: constants, coefficients, densities, approximations."""

from __future__ import annotations

from ..task import EQUATION, FUNCTION, MATRIX, VECTORS, F, Task, asks

THINGS: dict[str, str] = {
    "mean value theorem": r"(?:(?:that|which|whose|to) )?(?:(?:satisf(?:y|ies)|existence|is|are|guaranteed?|by|given"
    r"|promised|fulfil?s?|its|the|conclusion|of|for) )*(?:mean[- ]value theorem|mvt)(?: (?:guarantees?|promises|for"
    r"|says exists?))*",
    "its numbers": r"(?:(?:all|every|each|any|the|exact|possible) )*(?:numbers?|values?|points?)(?: of)?|c(?= |$)",
    "expansion of": r"(?:(?:binomial|full|complete|series) )?expansions?(?: of)?|(?:when |if |after )?(?:(?:this|it"
    r"|the (?:binomial|expression|power)|\x00name\x00) )?(?:is |has been )?(?:fully )?expanded|binomials?|powers?"
    r"|brackets?",
    "expected value": r"(?:mathematical )?expect(?:ed value|ation)|mean(?: value)?",
    "random variable": r"(?:an? |the )?(?:continuous )?random variable(?: x)?(?: (?:with|whose))?|x",
    "solves": r"an? (?:solution|root|zero)(?: (?:of|to))?|satisf(?:y|ies)|solves",
    "true": r"true|(?<=or )false|correct|that",
    "difference quotient": r"(?:simplified )?difference quotient(?: (?:of|for))?",
}
_OF_X = r"^\s*\$?\s*[a-zA-Z]\s*\(\s*[xt]\s*\)\s*="
_SPANS = ("", " on {span}")
TASKS: tuple[Task, ...] = (
    Task(
        "Find all numbers c that satisfy the conclusion of the Mean Value Theorem on {interval}.",
        FUNCTION,
        ("mean value theorem", "its numbers"),
        F,
    ),
    Task(
        "Find the value of {constant} for which {factor} is a factor of the polynomial.",
        r"^(?!.*frac).*\^",
        ("constant", "factor"),
    ),
    Task(
        "Find the value of {constant} for which division by {remainder}.",
        r"^(?!.*frac).*\^",
        ("constant", "remainder"),
        (),
        ("equation", "factor"),
    ),
    Task(
        "Find the values of {constant} for which the vectors are perpendicular.", VECTORS, ("constant", "perpendicular")
    ),
    Task("Find the values of {constant} for which the vectors are parallel.", VECTORS, ("constant", "parallel to")),
    Task("Find the values of {constant} for which the matrix is singular.", MATRIX, ("constant", "singular")),
    *(
        Task(f"Find the value of {{constant}} for which the function is a {{density}}{span}.", _OF_X, ("constant",))
        for span in _SPANS
    ),
    *(
        Task(f"Find the mean of the {{density}}{span}.", _OF_X, ("expected value",), ("random variable",))
        for span in _SPANS
    ),
    Task("Find the coefficient of {power}.", FUNCTION, ("power",), (*F, "expansion of"), ("expansion",)),
    Task("Take one step of Newton's method from {newton}.", FUNCTION, ("newton",), F),
    Task("Find the value that makes the function continuous at {continued}.", FUNCTION, ("continued",), F),
    Task("Find the difference quotient.", FUNCTION, ("difference quotient",), (*F, "simplifying")),
    asks("Determine whether {place} is a solution.", rf"{EQUATION}|{FUNCTION}", ("solves",), "equation", "true"),
)
