"""Whole numbers and counting."""

from __future__ import annotations

from ..task import NUMBERS, Task

_COMMON = r"(?:(?:greatest|highest|largest) common (?:divisors?|factors?)|\\?gcd|g\.c\.d\.?|hcf|gcf"
_MULTIPLE = r"(?:(?:least|lowest|smallest) common (?:positive )?multiples?|\\?lcm|l\.c\.m\.?"
THINGS: dict[str, str] = {
    "gcd": rf"{_COMMON}(?: ?\((?:gcd|hcf|gcf)\))?(?: of (?:these|the) two(?![ -]))?)",
    "lcm": rf"{_MULTIPLE}(?: ?\(lcm\))?)",
    "primes": r"(?:(?:the |this )?(?:given |following |whole |positive |composite )*(?:number|integer)(?:"
    r" \x00name\x00)? (?:as|in terms of|into) )?(?:(?:its )?(?:complete |canonical )*prime[- ](?:factori[sz]ation"
    r"|decomposition|factor decomposition)|(?:(?:as|into) )?(?:a |the )?products? of (?:its |the |powers of )?(?:prime"
    r"(?:s| numbers| factors| powers)|powers of (?:its )?primes?(?: numbers| factors)?)|(?:in|into|as) (?:its"
    r" )?primes?(?: factors| powers)?|powers of primes)",
    "prime form": r"in (?:index|exponential|exponent|power) (?:form|notation)|(?:with|using) (?:exponents|powers"
    r"|indices|index notation)|factor(?:i[sz]e)?|decompose",
    "combinations": r"(?:value of (?:the |this )?|number of )?(?:combinations?|binomial coefficients?)",
    "permutations": r"(?:value of (?:the |this )?|number of )?permutations?",
    "factorials": r"(?:value of (?:the |this )?)?(?:factorials?(?: expressions?)?|(?:expression |quotient |ratio "
    r"|product )?(?:involving|containing|with|of)(?: the)? factorials)|simplify",
}
_LIST = rf"{NUMBERS}|^\\(?:gcd|lcm)\s*(?:\\left\s*)?\([\d\s,]+(?:\\right\s*)?\)$"
TASKS: tuple[Task, ...] = (
    Task("Find the greatest common divisor.", _LIST, ("gcd",), ("number",), ("whole",)),
    Task("Find the least common multiple.", _LIST, ("lcm",), ("number",), ("whole",)),
    Task("Find the prime factorization.", r"^[\d\s$]+$", ("primes",), ("number",), ("whole",), ("prime form",)),
    Task("Evaluate.", r"^\\[dt]?binom\{\d+\}\{\d+\}$", ("combinations",), (), ("count",)),
    Task("Evaluate.", r"^\\frac\{\d+!\}\{\d+!\}$", ("permutations",), (), ("count",)),
    Task(
        "Evaluate.",
        r"^[\d\s!+\-*()]*!(?:[\d\s!{}()+\-*]|\\[dt]?frac|\\cdot|\\times|\\,)*$|^\\[dt]?frac\{[^a-z]*!",
        ("factorials",),
    ),
)
