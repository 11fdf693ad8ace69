"""The words of further.py, as data."""

from __future__ import annotations

from training.phrasing import tailed
from training.wordings import phrases

SLOTS = {
    "both": tailed("||{p} and {q}|{p} and {q}|the vectors {p} and {q}|the given vectors|the two vectors"),
    "mat": tailed("||of the matrix|of {m}|of {m}|of the matrix {m}|of the given matrix"),
    "seq": tailed("||of the sequence|of the sequence|of this sequence|of the given sequence"),
    "ftc": tailed("||||using the Fundamental Theorem of Calculus|by Part 1 of the Fundamental Theorem of Calculus"),
}
PROJECTION = phrases(
    """<find> the projection of {p} onto {q}|find the vector projection of {p} onto {q}|find proj_{q} {p}|
    find the orthogonal projection of {p} onto {q}|project {p} onto {q}|compute the projection of {p} onto {q}|
    find the projection of the vector {p} onto {q}|find \\operatorname{{proj}}_{{{q}}} {p}"""
)
ALONG = phrases(
    """<find> the scalar projection of {p} onto {q}|find the scalar component of {p} along {q}|find comp_{q} {p}|
    find the scalar component of {p} in the direction of {q}|find the component of {p} along {q}|
    compute the scalar projection of {p} onto {q}"""
)
AREA = phrases(
    """<find> the area of the parallelogram spanned by<both>|find the area of the parallelogram with sides {p} and {q}|
    find the area of the parallelogram determined by {p} and {q}|what is the area of the parallelogram formed by<both>?|
    find the area of the parallelogram whose adjacent sides are {p} and {q}|calculate the area of the parallelogram"""
)
TRIPLE = phrases(
    """<find> the scalar triple product {e}|find {e}|compute {e}|find the scalar triple product|calculate {e}|
    evaluate the scalar triple product {e}|compute the scalar triple product of the vectors"""
)
VOLUME = phrases(
    """find the volume of the parallelepiped spanned by the vectors|
    find the volume of the parallelepiped determined by {p}, {q} and {r}"""
)
CHARACTERISTIC = phrases(
    """<find> the characteristic polynomial<mat> as det({m} - lambda I)|
    find the characteristic polynomial det({m} - \\lambda I)|
    find the characteristic polynomial p(\\lambda) = det({m} - \\lambda I)|compute det({m} - \\lambda I)|
    find the characteristic polynomial<mat>|determine the characteristic polynomial<mat>|characteristic polynomial<mat>|
    find \\det({m} - \\lambda I)|write down the characteristic polynomial<mat>"""
)
ACCUMULATED = phrases(
    """find {c}'({v})|find the derivative of {c}|find the derivative<ftc>|differentiate the function<ftc>|
    find {c}'({v})<ftc>|
    use the Fundamental Theorem of Calculus to find the derivative of {c}({v})|find the derivative of the function<ftc>|
    use Part 1 of the Fundamental Theorem of Calculus to find {c}'({v})|compute the derivative|differentiate {c}|
    use the fundamental theorem of calculus to find {c}'({v})|find d{c}/d{v}"""
)
SEQUENCE = phrases(
    """find the limit<seq>|find the limit<seq>|find the limit<seq>, if it exists|what is the limit<seq>?|
    what does the sequence converge to?|does the sequence converge? If so, find its limit|
    determine whether the sequence converges. If it converges, find the limit|find the limit as {v} tends to infinity|
    determine whether the sequence converges or diverges. If it converges, find its limit|calculate the limit<seq>|
    find the limit of a_{v} as {v} goes to infinity|as {v} goes to infinity, what does the sequence approach?|
    calculate the limit for {v} to infinity|to which number does the sequence converge?|limit of the sequence"""
)
SUM_AND_DIFFERENCE = phrases(
    """find {p} + {q} and {p} - {q}|compute {p} + {q} and {p} - {q}|find {p} + {q}, {p} - {q}|
    calculate {p} + {q} and {p} - {q}|find both {p} + {q} and {p} - {q}|determine {p} + {q} and {p} - {q}"""
)
PRODUCTS = phrases(
    """find {p}{q} and {q}{p}|compute {p}{q} and {q}{p}|find the products {p}{q} and {q}{p}|calculate {p}{q} and {q}{p}|
    find both {p}{q} and {q}{p}"""
)
