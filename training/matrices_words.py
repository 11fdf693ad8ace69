"""The words of problems with matrices, as data; ``{e}`` is an expression of named ones, ``{m}`` their names."""

from __future__ import annotations

from training.phrasing import tailed
from training.wordings import phrases

SLOTS = {
    "get": phrases("find|find|compute|calculate|determine|evaluate|work out"),
    "of": tailed(
        """of the matrix|of the matrix|of this matrix|of the following matrix|of the given matrix|of the matrix below|
        of"""
    ),
    "ofm": tailed("""of {m}|of {m}|of the matrix {m}|of matrix {m}|of the matrix|of the given matrix {m}"""),
    "if": tailed(""", if it exists|if it exists|, if possible|(if it exists)"""),
    "given": tailed("""|for the given matrices|for the matrices below|, where {m} are given below"""),
    "let": phrases(
        """given {m}, |given the matrices below, |if {m} are as given, |for the matrices {m}, |let {m} be as given. |
        for the given matrices, |with {m} as below, """
    ),
    "both": phrases("""the matrices|the two matrices|these matrices|the following matrices|the given matrices"""),
}
ANY = phrases(
    """compute|evaluate|calculate|work out|find|simplify|compute the following|evaluate the following|
    evaluate the expression|compute this|perform the indicated operations|perform the indicated operation|evaluate"""
)
SUM = phrases("""find the sum of <both>|<find> the sum|add <both>|add""")
DIFFERENCE = phrases("""<find> the difference|subtract <both>|subtract|find the difference of <both>""")
MULTIPLE = phrases(
    """multiply the matrix by the scalar|perform the scalar multiplication|multiply by the scalar|multiply out|
    find the product of the scalar and the matrix"""
)
PRODUCT = phrases(
    """multiply|multiply|multiply <both>|<find> the product|<find> the product|<find> the matrix product|
    find the product of <both>|compute the matrix product|carry out the multiplication|multiply <both>, if possible|
    calculate the product of the two matrices"""
)
NAMED = phrases(
    """<get> {e}<given>|<get> {e}<given>|<find> {e}|find {e}|find {e}|find {e}|compute {e}|compute {e}|calculate {e}|
    evaluate {e}|determine {e}|work out {e}|<let>find {e}|<let>compute {e}|<let>calculate {e}|what is {e}?|
    find the matrix {e}|compute the matrix {e}|determine the matrix {e}|calculate the matrix {e}|
    find {e} for the given matrices"""
)
SINGLE = {
    "inverse": {
        "plain": phrases(
            """find the inverse<of><if>|find the inverse<of><if>|find the inverse<of><if>|<find> the inverse<of>|
            <find> the inverse<of><if>|<find> the inverse matrix|inverse|inverse matrix|invert the matrix|
            inverse of the matrix|use row reduction to find the inverse<of>|use the adjugate to find the inverse<of>|
            find the inverse<of> using elementary row operations|find the inverse<of> by Gauss-Jordan elimination|
            what is the inverse of this matrix?|<find> the inverse"""
        ),
        "named": phrases(
            """find {e}<if>|find {e}<if>|find {e}|compute {e}|calculate {e}|determine {e}|what is {e}?|
            find the inverse<ofm><if>|find the inverse<ofm>|<find> the inverse<ofm>|<find> the inverse {e}|
            find the inverse matrix {e}|invert the matrix {m}|if {m} is invertible, find its inverse|<find> {e}"""
        ),
    },
    "transpose": {
        "plain": phrases(
            """find the transpose<of>|find the transpose<of>|<find> the transpose<of>|<find> the transpose|transpose|
            transpose the matrix|transpose this matrix|write down the transpose<of>|what is the transpose of this?|
            take the transpose<of>|transpose of the matrix"""
        ),
        "named": phrases(
            """find {e}|find {e}|compute {e}|what is {e}?|determine {e}|find the transpose<ofm>|
            <find> the transpose<ofm>|transpose {m}|find the transpose {e}|<find> {e}|find the transpose matrix {e}"""
        ),
    },
    "power": {
        "plain": phrases("""raise the matrix to the power {p}|take the matrix to the power {p}"""),
        "named": phrases(
            """find {e}|find {e}|compute {e}|compute {e}|calculate {e}|work out {e}|evaluate {e}|determine {e}|
            what is {e}?|find the matrix {e}|<find> {e}|raise {m} to the power {p}|find {m} to the power {p}"""
        ),
    },
}
