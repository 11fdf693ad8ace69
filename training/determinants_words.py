"""The words of determinants and eigenvalues, as data; ``{m}`` is a name, ``{e}`` a formula such as det(A)."""

from __future__ import annotations

from training.phrasing import tailed
from training.wordings import phrases

SLOTS = {
    "get": phrases("find|find|find|compute|calculate|determine|evaluate|work out"),
    "of": tailed(
        """|of the matrix|of the matrix|of this matrix|of the following matrix|of the given matrix|
        of the matrix below"""
    ),
    "by": tailed(
        """||||by cofactor expansion|using cofactor expansion|by expansion of minors|using row operations|
        by row reduction"""
    ),
    "all": phrases("""the eigenvalues|the eigenvalues|the eigenvalues|all eigenvalues|all the eigenvalues"""),
}
VALUE = phrases(
    """evaluate|evaluate|compute|calculate|work out|find the value|find|compute this|evaluate this|simplify|
    determine"""
)
BARS = phrases(
    """evaluate the determinant|evaluate the determinant|evaluate the determinant|<get> the determinant|
    <get> the determinant|<find> the determinant|determinant|evaluate the following determinant|
    <get> the value of the determinant|<get> this determinant|calculate this determinant|what is this determinant?|
    evaluate the determinant<by>|<get> the determinant<by>|find the value of the determinant|
    expand and evaluate the determinant|what is the value of this determinant?"""
)
THREE = phrases(
    """<get> the determinant by cofactor expansion|use cofactor expansion to find the determinant|
    evaluate the determinant by cofactor expansion|<get> the determinant of the 3x3 matrix|
    use row operations to find the determinant"""
)
PLAIN = phrases(
    """<get> the determinant<of>|<get> the determinant<of>|<get> the determinant<of>|<get> the determinant<of><by>|
    <find> the determinant<of>|<find> the determinant|determinant|determinant<of>|what is the determinant<of>?|
    find the determinant of the matrix|take the determinant<of>|evaluate the determinant<of>"""
)
NAMED = phrases(
    """find {e}|find {e}|find {e}|<get> {e}|<get> {e}|<get> {e}|compute {e}|what is {e}?|<get> the determinant of {m}|
    <get> the determinant of {m}|<get> the determinant of the matrix {m}|<find> the determinant of {m}|<find> {e}|
    what is the determinant of {m}?|<get> {e}<by>|let {m} be the matrix below. Find {e}|
    given the matrix {m}, find {e}|if {m} is the matrix below, find {e}|
    given that {m} is the matrix below, calculate {e}|for the matrix {m} below, find {e}"""
)
FORMULA = phrases(
    """find {e}|find {e}|compute {e}|calculate {e}|determine {e}|evaluate {e}|what is {e}?|work out {e}|
    given {m}, find {e}|for the matrices below, find {e}|<find> {e}"""
)
SINGULAR = phrases(
    """find the values of {v} for which the matrix is singular|for what values of {v} is the matrix singular?|
    for which values of {v} is the matrix singular?|find the value of {v} for which the matrix is singular|
    for which value of {v} is the matrix singular?|find {v} such that the determinant is zero|
    find all values of {v} for which the matrix is singular|find the values of {v} for which the determinant is zero|
    for what values of {v} is the determinant zero?|find all values of {v} for which the matrix is not invertible|
    for which {v} is the matrix not invertible?|for what value of {v} does the matrix have no inverse?|
    find the values of {v} that make the matrix singular|determine all values of {v} for which the matrix is singular|
    find {v} if the matrix is singular|the determinant of the matrix is 0. Find {v}"""
)
EIGEN = phrases(
    """find <all><of>|find <all><of>|find <all><of>|find <all>|<get> <all><of>|<get> <all><of>|<find> <all><of>|
    <find> <all>|eigenvalues|eigenvalues<of>|what are <all><of>?|what are the eigenvalues of this matrix?|
    find the characteristic roots of the matrix|find all eigenvalues, real or complex|
    use the characteristic polynomial to find the eigenvalues|find its eigenvalues"""
)
EIGEN_NAMED = phrases(
    """find <all> of {m}|find <all> of {m}|<get> <all> of {m}|<get> <all> of {m}|<find> <all> of {m}|
    find <all> of the matrix {m}|<get> <all> of the matrix {m}|what are the eigenvalues of {m}?|
    let {m} be the matrix below. Find its eigenvalues|given the matrix {m}, find its eigenvalues|
    find the eigenvalues of the given matrix {m}"""
)
EIGEN_REMARKS = phrases(
    """. They may be complex|. Give exact values|. Show the characteristic polynomial|(they may be complex)|
    by solving the characteristic equation|using the characteristic equation"""
)
