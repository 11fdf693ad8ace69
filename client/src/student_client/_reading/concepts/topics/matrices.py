"""Matrices and vectors."""

from __future__ import annotations

from ..task import MATRIX, VECTORS, M, Task

THINGS: dict[str, str] = {
    "matrix product": r"products?|multiply",
    "determinant": r"determinants?|det(?: of)?",
    "eigenvalues": r"(?:which numbers are (?:the )?)?eigenvalues?|characteristic values",
    "eigenvectors": r"(?:for each eigenvalue(?: of (?:the|this|a) (?:given )?matrix)?,? (?:find|determine|give|compute)"
    r" (?:an?|the|its|all) )?(?:corresponding )?eigenvectors?(?: (?:belonging|corresponding|associated) (?:to|with)(?:"
    r" each(?: of)?)?)?",
    "rank": r"rank",
    "row reduce": r"(?:reduced )?row[- ]echelon form|rref|row[- ]reduced? form|row[- ]reduce",
    "null space": r"null ?spaces?|kernel|solution space",
    "column space": r"column space|columns of|space spanned by the columns(?: of)?",
    "row space": r"row space|space spanned by the rows(?: of)?",
    "basis": r"bas[ie]s",
    "span": r"(?:the )?columns? of(?: the matrix)?(?: \x00name\x00)? spans? (?:a )?subspaces?|spans?|spanned",
    "characteristic polynomial": r"characteristic polynomial",
    "cross": r"cross product|vector product",
    "dot": r"dot product|scalar product|inner product",
    "angle": r"angle(?: between)?",
    "radians": r"(?:in )?radians",
}
TASKS: tuple[Task, ...] = (
    Task("Find the product of the matrices.", r"\\end\{.matrix\}[^,;]*\\begin", ("matrix product",), M),
    Task("Find the determinant.", MATRIX, ("determinant",), M, M),
    Task("Find the inverse of the matrix.", MATRIX, ("inverse",), ("matrix", "inverse exists"), M),
    Task("Find the eigenvalues of the matrix.", MATRIX, ("eigenvalues",), M, M),
    Task("Find the eigenvectors of the matrix.", MATRIX, ("eigenvectors",), ("matrix",), M, ("eigenvalues",)),
    Task("Find the rank of the matrix.", MATRIX, ("rank",), M, M),
    Task("Find the reduced row echelon form.", MATRIX, ("row reduce",), M, M),
    Task("Find a basis for the null space of the matrix.", MATRIX, ("basis", "null space"), M, M),
    Task("Find a basis for the column space of the matrix.", MATRIX, ("basis", "column space"), ("matrix", "span"), M),
    Task("Find a basis for the row space of the matrix.", MATRIX, ("basis", "row space"), M, M),
    Task(
        "Find the characteristic polynomial of the matrix.",
        MATRIX,
        ("characteristic polynomial",),
        ("matrix", "expand"),
    ),
    Task("Find the cross product of the vectors.", VECTORS, ("cross",), ("vectors",)),
    Task("Find the dot product of the vectors.", VECTORS, ("dot",), ("vectors",)),
    Task("Find the angle between the vectors.", VECTORS, ("angle", "vectors"), ("radians",)),
)
