"""The words of problems with vectors, as data; ``{m}`` and ``{n}`` are names, ``{p}`` both, ``{e}`` a formula."""

from __future__ import annotations

from training.phrasing import tailed
from training.wordings import phrases

SLOTS = {
    "get": phrases("find|find|find|compute|calculate|determine|evaluate|work out"),
    "of": tailed(
        """of the vectors|of the vectors|of the two vectors|of the given vectors|of these vectors|
        of the following vectors|of the vectors below|of the two vectors below"""
    ),
    "one": tailed("""of the vector|of the vector|of the given vector|of this vector|of the following vector"""),
    "given": tailed("""for the given vectors|for the vectors below|for the vectors {p}"""),
    "let": phrases(
        """given the vectors {p}, |given {p}, |for the vectors {p}, |if {p} are as given, |given vectors {p}, """
    ),
}
NAMED = phrases(
    """<get> {e}<given>|<get> {e}<given>|<get> {e}|<get> {e}|<get> {e}|<let>find {e}|<let>compute {e}|
    <let>calculate {e}|what is {e}?|<find> {e}"""
)
VALUE = phrases("""compute|evaluate|calculate|work out|find|compute this|evaluate the expression|simplify""")
SUMS = phrases("""<find> the resulting vector|perform the indicated operations""")
VECTORS = {
    "dot": {
        "plain": phrases(
            """<get> the dot product<of>|<get> the dot product<of>|<get> the dot product<of>|<find> the dot product|
            <find> the dot product<of>|<get> the scalar product<of>|<find> the scalar product|dot product|
            scalar product|dot product<of>|what is the dot product<of>?|take the dot product<of>"""
        ),
        "named": phrases(
            """<get> {e}|<get> {e}|<get> {e}|<get> {e}|<let>find {e}|<let>compute {e}|<let>calculate {e}|what is {e}?|
            find the dot product {e}|<get> the dot product of {p}|<get> the dot product of {p}|
            <get> the scalar product of {p}|find the dot product of the vectors {p}|<find> {e}|
            calculate the scalar product {e}|<get> the dot product {e}"""
        ),
    },
    "cross": {
        "plain": phrases(
            """<get> the cross product<of>|<get> the cross product<of>|<get> the cross product<of>|
            <find> the cross product|<find> the cross product<of>|<get> the vector product<of>|
            <find> the vector product|cross product|cross product<of>|what is the cross product<of>?|
            take the cross product<of>"""
        ),
        "named": phrases(
            """<get> {e}|<get> {e}|<get> {e}|<get> {e}|<let>find {e}|<let>compute {e}|<let>calculate {e}|what is {e}?|
            find the cross product {e}|<get> the cross product of {p}|<get> the cross product of {p}|
            <get> the vector product of {p}|find the cross product of the vectors {p}|<find> {e}|
            <get> the cross product {e}"""
        ),
    },
    "norm": {
        "plain": phrases(
            """<get> the magnitude<one>|<get> the magnitude<one>|<get> the magnitude<one>|<get> the length<one>|
            <get> the length<one>|<get> the norm<one>|<find> the magnitude|<find> the length<one>|magnitude|
            magnitude<one>|norm<one>|what is the length of this vector?|what is the magnitude of the vector?|
            <get> the Euclidean norm<one>"""
        ),
        "named": phrases(
            """<get> {e}|<get> {e}|<get> {e}|<get> the magnitude of {m}|<get> the magnitude of the vector {m}|
            <get> the length of {m}|<get> the norm of {m}|find the magnitude {e}|what is {e}?|
            what is the length of {m}?|<get> the length of the vector {m}|<find> {e}|given the vector {m}, find {e}|
            <find> the magnitude of {m}"""
        ),
    },
    "unit": {
        "plain": phrases(
            """find a unit vector in the direction of the vector|find a unit vector in the same direction|
            find the unit vector in the direction of the given vector|
            find a unit vector in the same direction as the vector"""
        ),
        "named": phrases(
            """find a unit vector in the direction of {m}|find the unit vector in the direction of {m}|
            find a unit vector in the same direction as {m}|determine the unit vector in the direction of {m}|
            what is the unit vector in the direction of {m}?"""
        ),
    },
}
VECTOR_REMARKS = {
    "norm": phrases(
        """. Leave your answer as a surd|. Give an exact answer|in simplest radical form|. Simplify the root"""
    ),
    "unit": phrases(""". Give an exact answer|. Leave roots in your answer"""),
}
