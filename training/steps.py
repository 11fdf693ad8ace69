"""The words of problems in two steps, as data; see wordings.py."""

from __future__ import annotations

from training.wordings import phrases, tails

STEP = {
    "integrate": phrases(
        """integrate|integrate|find the integral|find the antiderivative|take the antiderivative|
        compute the integral"""
    ),
    "differentiate": phrases(
        """differentiate|differentiate|find the derivative|take the derivative|compute the derivative|derive"""
    ),
    "simplify": phrases("""simplify|simplify|reduce|simplify fully|tidy up"""),
    "expand": phrases("""expand|expand|multiply out|expand the brackets|expand fully"""),
    "factor": phrases("""factor|factor|factorise|factorize|factor completely"""),
    "solve": phrases("""solve|solve for {v}|find the roots|find the zeros"""),
    "substitute": phrases(
        """evaluate at {at}|evaluate at {at}|substitute {e}|plug in {e}|find the value at {at}|set {e}|put {e}|
        evaluate for {e}"""
    ),
}
"""One step of two, as a verb."""
ING = {
    "integrate": "integrating",
    "differentiate": "differentiating",
    "simplify": "simplifying",
    "expand": "expanding",
    "factor": "factoring",
}
DONE = {
    "simplify": phrases("""simplified|in simplest form|reduced"""),
    "expand": phrases("""expanded|in expanded form|multiplied out"""),
    "factor": phrases("""factored|factorised|factorized|in factored form"""),
}
"""The result of a step, as an adjective."""
RESULT = tails("""|||the result|the result|it|the answer|your answer|that|what you get""")
"""The object of the second step."""
JOIN = phrases(
    """{a} then {b}|{a} then {b}|{a}, then {b}|{a}, then {b}|{a} and {b}|{a} and {b}|{a} and then {b}|
    first {a}, then {b}|first {a} and then {b}|{a}. Then {b}|{a}; then {b}|{a}; {b}|{a} & {b}|{a}, {b}|
    {a} and afterwards {b}|{a} and finally {b}|{a}, and {b}|{a} -> {b}|{a}, after that {b}|{a} next {b}|{a} + {b}|
    start by {ing}, then {b}|{b} after {ing}|after {ing}, {b}|{a} before you {b}"""
)
"""Joints of two steps."""
