"""Matrices."""

from __future__ import annotations

from ..task import MATRIX, M, Task

THINGS: dict[str, str] = {
    "matrix product": r"products?|multiply|(?:matrix )?multiplication(?: of)?",
    "determinant": r"(?:value of (?:the |this )?)?(?:(?:\d ?(?:x|by|\\times) ?\d|(?:second|third|fourth)[- ]order)"
    r" determinant|determinants?)|det(?: of)?|expand the determinant(?: (?:along|about|by|down|across) (?:the )?"
    r"(?:first|second|third|top|bottom|middle|last) (?:row|column))?",
    "eigenvalues": r"(?:which numbers are (?:the )?)?eigenvalues?|(?:characteristic|proper|latent) (?:values|roots)"
    r"|spectrum",
    "their names": r"solve (?:the|its) characteristic (?:equation|polynomial)(?: of(?: the| this| matrix|"
    r" \x00name\x00)*)?,? (?:to|and)"
    r"|\\lambda|λ|(?:real (?:or|and) complex|\\lambda_\{?1\}?(?: and|,) \\lambda_\{?2\}?)",
    "eigenvectors": r"(?:for each (?:of its |of the )?eigenvalues?(?: of (?:the|this|a) (?:given )?matrix)?,? (?:find"
    r"|determine|give|compute) (?:an?|the|its|all) (?:corresponding )?eigenvectors?|(?:(?:full |complete )?set of )?"
    r"(?:linearly independent )?(?:corresponding |associated )?(?:eigenvectors?|eigenpairs?|bas[ei]s (?:for|of) "
    r"(?:each|every|all)(?: of the| of its| the)? eigenspaces?|eigenspaces?)(?: (?:(?:belonging|corresponding"
    r"|associated) (?:to|with)|for|of)(?: each| every| all)?(?: of)?(?: the| its| these)?(?: distinct| given)*"
    r" eigenvalues?)?)(?: (?:belonging|corresponding|associated) (?:to|with)(?: each(?: of)?)?)?",
    "rank": r"rank|dimension of (?:the|its) (?:column|row) space|(?:number of|how many) (?:pivots?(?: positions?)?"
    r"|pivot columns|leading ones|(?:linearly )?independent (?:rows|columns))",
    "nullity": r"nullity|dimension of (?:the|its) (?:null ?space|kernel)",
    "trace": r"trace",
    "transpose": r"transposes?|transposed",
    "row reduce": r"(?:(?:in|into|to) )?(?:its )?(?:(?:reduced )?row[- ]echelon form|reduced echelon form|row"
    r" canonical form|rref|row[- ]reduced?(?: echelon)? form)(?: of)?|row[- ]reduce",
    "reduce": r"reduce|transform|bring",
    "null space": r"null ?spaces?|kernel|solution space|(?:all )?solutions of (?:the )?homogeneous (?:linear )?system",
    "homogeneous": r"(?:of (?:the )?homogeneous (?:linear )?(?:system|equation) )?a ?\x00letter\x00 ?= ?0",
    "column space": r"(?:column space|image|range)(?: of)?|(?:(?:vector )?(?:sub)?space )?(?:that is )?spanned by "
    r"(?:the|its) columns?(?: vectors)?|columns of|space spanned by the columns(?: of)?",
    "row space": r"row space|(?:(?:vector )?(?:sub)?space )?(?:that is )?spanned by (?:the|its) rows?(?: vectors)?"
    r"|space spanned by the rows(?: of)?",
    "basis": r"bas[ie]s(?: (?:vectors|for|of))?|(?:set of )?vectors that (?:form|forms|span|spans|generate)(?: (?:a"
    r" )?basis (?:for|of))?|spanning set(?: for| of)?",
    "span": r"(?:the )?columns? of(?: the matrix)?(?: \x00name\x00)? spans? (?:a )?subspaces?|spans?|spanned",
    "characteristic polynomial": r"characteristic polynomial",
    "matrix exists": r"if (?:it|the inverse) exists|if (?:it is|it's|the matrix is) (?:invertible|non-?singular)"
    r"|(?:show|verify|check|prove|confirm) that (?:the |this |it )?(?:matrix )?(?:\x00name\x00 )?is (?:invertible"
    r"|non-?singular)(?:,? and)?",
    "matrix sum": r"(?:matrix |vector )?(?:sum|add(?:ition)?)(?: of)?|resultant(?: vector)?",
    "matrix difference": r"(?:matrix )?(?:difference|subtract(?:ion)?)(?: of| between)?",
    "single matrix": r"(?:as |to |in the form of )?(?:a )?single matrix|(?:scalar multiple|scalar multiplication"
    r"|scalar product)(?: of)?"
    r"|(?:perform|carry out|do) (?:the )?(?:indicated |following |given )*(?:matrix )?operations?|simplify",
    "carry out": r"perform|carry out|do",
    "inverse matrix": r"(?:multiplicative )?inverses?(?: matrix)?|invert|\x00inverse\x00",
}
_OPEN, _CLOSE = r"(?:\\begin|(?:\\left\s*)?\\langle)", r"(?:\\end\{.?matrix\}|\\rangle)"
_BETWEEN = rf"^[^=]*{_CLOSE}\s*SIGN\s*\d*\s*{_OPEN}(?!.*{_CLOSE}\s*[-+^\\])"
_SINGLE = r"^[^=]*(?:\\end\{.?matrix\}\s*[-+]|^[-\d]\d*\s*\\begin\{.?matrix\})"
_ENTRIES = ("matrix", "vectors", "carry out")
TASKS: tuple[Task, ...] = (
    Task(
        "Find the product of the matrices.",
        r"\\end\{.matrix\}[^,;=]*\\begin",
        ("matrix product",),
        ("matrix", "carry out"),
        ("matrix",),
    ),
    Task("Evaluate.", _BETWEEN.replace("SIGN", "[+]"), ("matrix sum",), _ENTRIES, ("matrix",)),
    Task(
        "Evaluate.",
        _BETWEEN.replace("SIGN", "[-−]"),
        ("matrix difference",),
        _ENTRIES,
        ("matrix",),
    ),
    Task("Evaluate.", _SINGLE, ("single matrix",), ("matrix", "carry out"), ("matrix",)),
    Task("Find the determinant.", MATRIX, ("determinant",), M, M),
    Task(
        "Find the inverse of the matrix.",
        MATRIX,
        ("inverse matrix|inverse",),
        ("matrix", "inverse exists", "matrix exists"),
        M,
    ),
    Task("Find the eigenvalues of the matrix.", MATRIX, ("eigenvalues",), ("matrix", "their names"), M),
    Task("Find the eigenvectors of the matrix.", MATRIX, ("eigenvectors",), ("matrix",), M, ("eigenvalues",)),
    Task("Find the rank of the matrix.", MATRIX, ("rank",), M, M),
    Task("Find the nullity of the matrix.", MATRIX, ("nullity",), M, M),
    Task("Find the trace of the matrix.", MATRIX, ("trace",), M),
    Task("Find the transpose of the matrix.", MATRIX, ("transpose",), M),
    Task("Find the reduced row echelon form.", MATRIX, ("row reduce",), ("matrix", "reduce"), M),
    Task(
        "Find a basis for the null space of the matrix.", MATRIX, ("basis", "null space"), ("matrix", "homogeneous"), M
    ),
    Task("Find a basis for the column space of the matrix.", MATRIX, ("basis", "column space"), ("matrix", "span"), M),
    Task("Find a basis for the row space of the matrix.", MATRIX, ("basis", "row space"), ("matrix", "span"), M),
    Task(
        "Find the characteristic polynomial of the matrix.",
        MATRIX,
        ("characteristic polynomial",),
        ("matrix", "expand"),
    ),
)
