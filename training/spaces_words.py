"""The words of echelon forms, ranks, bases and eigenvectors, as data; ``{m}`` is the matrix's name."""

from __future__ import annotations

from training.phrasing import tailed
from training.wordings import phrases

SLOTS = {
    "of": tailed(
        """|of the matrix|of the matrix|of this matrix|of the following matrix|of the given matrix|of {m}|of {m}|
        of the matrix {m}|of the matrix {m}|of the matrix below"""
    ),
    "it": phrases("the matrix|the matrix|the matrix {m}|{m}|{m}|this matrix|the following matrix|the given matrix"),
    "how": tailed("""|||using row operations|by elementary row operations|by Gauss-Jordan elimination|
    by row reduction"""),
    "rref": phrases(
        """reduced row echelon form|reduced row echelon form|reduced row-echelon form|rref|RREF|reduced echelon form|
        row reduced echelon form|reduced row echelon form (rref)"""
    ),
}
REDUCED = phrases(
    """<find> the <rref><of>|<find> the <rref><of>|<find> the <rref><of><how>|row reduce <it>|row reduce <it><how>|
    row-reduce <it>|reduce <it> to <rref>|bring <it> to <rref>|put <it> in <rref>|put <it> into <rref>|
    transform <it> into <rref><how>|write <it> in <rref>|convert <it> to <rref>|<rref>|<rref><of>|rref({m})|
    row reduce <it> to <rref>|use Gauss-Jordan elimination to reduce <it>|use row operations to put <it> in <rref>|
    row reduce <it> to <rref><how>|find rref({m})|carry out row reduction on <it>|what is the <rref><of>?"""
)
RANK = phrases(
    """<find> the rank<of>|<find> the rank<of>|<find> the rank<of>|<find> the rank<of><how>|rank|rank<of>|
    what is the rank<of>?|determine the rank<of>|calculate rank({m})|find rank({m})|find rank {m}|
    how many linearly independent rows does <it> have?|find the dimension of the column space<of>|
    find the dimension of the row space<of>|how many pivots does <it> have?|compute the rank<of><how>|
    find the number of linearly independent columns<of>|find the column rank<of>|rank({m}) = ?"""
)
NULLITY = phrases(
    """<find> the nullity<of>|<find> the nullity<of>|find the dimension of the null space<of>|nullity|nullity<of>|
    what is the nullity<of>?|find the dimension of the kernel<of>|what is the dimension of the null space<of>?|
    find nullity({m})"""
)
BASIS = phrases(
    """<find> a basis for the {s}<of>|<find> a basis for the {s}<of>|<find> a basis for the {s}<of>|basis for the {s}|
    <find> a basis of the {s}<of>|find a basis for the {s}<of><how>|what is a basis for the {s}<of>?|
    basis of the {s}<of>|
    find vectors that form a basis for the {s}<of>|determine a basis of the {s}<of>|find a basis for {w}({m})|
    find the {s}<of>. Give a basis|find a set of vectors that spans the {s}<of> and is linearly independent"""
)
SPACES = {
    "null space": (phrases("null space|null space|null space|nullspace|kernel|kernel"), "Nul ker null N"),
    "column space": (phrases("column space|column space|column space|image|range|columnspace"), "Col im col C"),
    "row space": (phrases("row space|row space|row space|rowspace"), "Row row R"),
}
"""Each space's names, and how people write it before the matrix's name."""
EIGENVECTORS = phrases(
    """<find> the eigenvectors<of>|<find> the eigenvectors<of>|<find> the eigenvalues and eigenvectors<of>|
    <find> the eigenvalues and eigenvectors<of>|find the eigenvalues and the corresponding eigenvectors<of>|
    find all eigenvalues and eigenvectors<of>|find the eigenvalues and a basis for each eigenspace<of>|eigenvectors<of>|
    eigenvectors|eigenvalues and eigenvectors|find a basis for each eigenspace<of>|determine the eigenvectors<of>|
    find the eigenvalues<of> and their corresponding eigenvectors|find the eigenspaces<of>|compute the eigenspaces<of>|
    calculate the eigenvectors and eigenvalues<of>|find all eigenvectors<of>|what are the eigenvectors<of>?|
    find the characteristic vectors<of>|find linearly independent eigenvectors<of>|find the eigenpairs<of>|
    find the eigenvalues and associated eigenvectors<of>|find the eigenvalues and bases for the eigenspaces<of>"""
)
UNNAMED = {slot: tuple(text for text in texts if "{m}" not in text) for slot, texts in SLOTS.items()}
"""The slots for a matrix without a name."""
