r"""Families of linear algebra: one matrix, several matrices or vectors, a system, data points."""

from __future__ import annotations

from collections.abc import Sequence

from ..formulas.tree import Equation, Node
from .family import Family, Given
from .printed_parts import Part, Told
from .usual_words import letters, styled


def _told(expression: str, variables: Sequence[str]) -> list[Part]:
    return Told(expression, tuple(variables), ()).parts()


def _tables(expression: str, variables: Sequence[str]) -> list[Node] | None:
    """Return all printed matrices and vectors; None if something else is printed, too."""
    bodies = [part.body for part in _told(expression, variables)]
    nodes = [body for body in bodies if isinstance(body, Node) and body.head == "matrix"]
    return nodes if nodes and len(nodes) == len(bodies) else None


def _is_vector(node: Node) -> bool:
    return node.rows in {1, len(node.args)}


def _matrix(expression: str, variables: Sequence[str]) -> Given | None:
    found = _tables(expression, variables)
    if found is None or len(found) != 1 or _is_vector(found[0]) or "vmatrix" in expression:
        return None
    return {"table": [(found[0],)]}


def _two(expression: str, variables: Sequence[str]) -> Given | None:
    """Return a matrix A, and a matrix B or a vector b."""
    parts = _told(expression, variables)
    found = _tables(expression, variables)
    if found is None or len(found) != 2 or _is_vector(found[0]) or parts[0].name != "A":
        return None
    if parts[1].name == "b" and _is_vector(found[1]):
        return {"table": [(found[0],)], "vector": [(found[1],)]}
    return {"table": [(found[0],), (found[1],)]} if parts[1].name == "B" else None


def _vectors(expression: str, variables: Sequence[str]) -> Given | None:
    """Return vectors of the same length."""
    found = _tables(expression, variables)
    if found is None or len(found) < 2 or not all(map(_is_vector, found)) or len({len(one.args) for one in found}) != 1:
        return None
    return {"vectors": [(one,) for one in found]}


def _system(expression: str, variables: Sequence[str]) -> Given | None:
    """Return linear equations."""
    parts = _told(expression, variables)
    if len(parts) < 2 or not all(isinstance(part.body, Equation) or part.name for part in parts):
        return None
    if any(isinstance(part.body, Node) and part.body.head == "matrix" for part in parts):
        return None
    zeros = [part.zero for part in parts]
    own = frozenset().union(*(zero.names() for zero in zeros))
    unknowns = [name for name in variables if name in own & set("xyzuvwpq")]
    if len(own) == len(parts) and own <= set(variables):
        unknowns = [name for name in variables if name in own]
    rest = sorted(own - set(unknowns))
    if len(rest) > 1 or not unknowns:
        return None
    given: Given = {"zero": [(zero,) for zero in zeros], "unknowns": [letters(*unknowns)]}
    return given | ({"parameter": [letters(rest[0])]} if rest else {})


_A = styled("(?-i:[A-Z])")
_P = r"(?:an? )?(?:invertible )?(?:matrix )?(?-i:[PSX])(?: that is invertible)?"
_DIAGONAL = r"(?:an? )?(?:diagonal )?(?:matrix )?(?-i:[DΛ])"
_V = r"(?:\\(?:mathbf|vec|boldsymbol) ?\{? ?)?[a-z](?: ?\}?)(?:_\{?\d\}?)?"
MATRICES = Family(
    name="matrices",
    printed=_matrix,
    things={
        "rank": rf"rank(?: of(?: the matrix)?(?: {_A})?)?|rank ?\(? ?{_A} ?\)?",
        "nullity": rf"nullity(?: of {_A})?|dimensions? of (?:the|its) (?:null ?space|kernel)(?: of {_A})?"
        rf"|dim ?\(? ?(?:nul|ker|null) ?\(? ?{_A} ?\)?",
        "characteristic polynomial": rf"characteristic (?:polynomial|equation)(?: (?:of|for))?(?: the)?(?:"
        rf" matrix)?(?: {_A})?",
        "diagonalization": rf"(?:matrices )?(?:{_P} and {_DIAGONAL}|{_DIAGONAL} and {_P}) (?:such that|with|so that"
        rf"|for which|satisfying) (?:{_A} ?= ?(?-i:[PSX]) ?(?-i:[DΛ]) ?(?-i:[PSX]) ?\^ ?\{{? ?-1 ?\}}?"
        rf"|(?-i:[PSX]) ?\^ ?\{{? ?-1 ?\}}? ?{_A} ?(?-i:[PSX]) ?= ?(?-i:[DΛ]))",
        "power": rf"{_A} ?\^ ?\{{? ?(\d{{1,3}}) ?\}}?",
        "lu": rf"(?:an? )?LU[- ](?:factori[sz]ation|decomposition)(?: of)?(?: the matrix)?(?: {_A})?",
        "homogeneous": r"(?:all |the )?(?:general )?solutions?(?: (?:of|to))?(?: the)?(?: homogeneous)?(?: (?:system"
        rf"|equation))? {_A} ?{_V} ?= ?0|(?:general )?solution of the homogeneous system",
    },
    does={
        "diagonalization ": rf"diagonali[sz]e(?: the matrix)?(?: {_A})?",
        "homogeneous ": r"(?:describe|write)(?: all)?(?: the)? solutions (?:of|to)(?: the)?(?: homogeneous)?(?: "
        rf"(?:system|equation))? {_A} ?{_V} ?= ?0",
    },
    nouns=r"(?-i:D) is (?:a )?diagonal(?: matrix)?|(?-i:P) is (?:an )?invertible(?: matrix)?|"
    rf"(?:(?:the|this|square|given|symmetric|coefficient) )*matri(?:x|ces)(?: {_A})?|{_A}|if possible|possible"
    r"|in (?:parametric )?vector form|parametric vector form|in parametric form|let"
    r"|with L unit lower triangular|unit lower triangular|L|all|where",
    givens={"equivalent": r"is row equivalent to|row equivalent"},
    allows=("equivalent",),
    yields={"diagonalization ": ("diagonalization",)},
)
PAIRS = Family(
    name="two matrices",
    printed=_two,
    things={
        "product": r"(?:matrix )?(?:products? )?(?-i:AB)(?! ?\^)|(?:matrix )?product of (?:the (?:two )?matrices|A"
        r" and B)",
        "other product": r"(?:product )?(?-i:BA)(?! ?\^)",
        "least squares": r"(?:the |a )?least[- ]squares solutions?(?: \\hat ?\{? ?x ?\}?)?",
    },
    nouns=rf"(?:(?:the|both|two) )*(?:matri(?:x|ces))(?: displayed| A and B| A| B)?|A and B|A|b|B|(?:inconsistent|over"
    rf"determined|linear)* ?(?:system|equation) ?(?:A ?{_V} ?= ?{_V})?|A ?{_V} ?= ?{_V}|inconsistent|displayed|normal"
    r" equations|if (?:it is )?(?:defined|possible)",
)
VECTORS_LISTED = Family(
    name="vector lists",
    printed=_vectors,
    things={
        "orthonormal": r"(?:an? )?orthonormal (?:basis|set|vectors)(?: (?:of|for|from))?",
        "orthogonal": r"(?:an? )?orthogonal (?:basis|set)(?: (?:of|for|from))?",
        "dependent": r"values? of ([a-z])(?: (?:for which|that makes?|such that|so that))?(?: the)?(?: (?:given"
        r"|following|three|two|these))*(?: vectors)?(?: (?:are|is|be))? ?(?:a )?linearly dependent(?: set)?",
    },
    does={
        "dependent ": r"for (?:what|which) values? of ([a-z]) are (?:the |these )?(?:given |following |three )?vectors"
        r" linearly dependent|are linearly dependent"
    },
    nouns=rf"(?:(?:the|these|given|following|two|three|set of) )*vectors?(?: {_V}(?:,? (?:and )?{_V})*)?|(?:apply|use"
    r"|by)(?: the)? gram[-–]schmidt(?: (?:process|algorithm|procedure|method|orthogonali[sz]ation))*|(?:sub)?space(?:"
    r" spanned)?|span(?:ned)?|basis|columns?|obtain|produce|(?:the )?(?:euclidean )?(?:standard )?inner product|W",
)
SYSTEMS = Family(
    name="systems",
    printed=_system,
    things={
        "value": r"(?:value of )?([a-z])(?: only| alone)?",
        "no solution": r"values? of (?:the (?:constant|parameter) )?([a-z])(?: (?:for which|such that|so that|that"
        r" makes?))?(?: the)?(?: (?:linear|given|following))*(?: system)?(?: of equations)?(?: (?:has|have|will have"
        r"|is))? ?(?:no solutions?|inconsistent)",
    },
    does={
        "value ": r"solve (?:the system )?(?:only )?for ([a-z])(?: only| alone)?(?! and|,)",
        "no solution ": r"for (?:what|which) values? of (?:the constant )?([a-z]) does (?:the|this) (?:linear )?system"
        r"(?: of equations)? have no solutions?",
    },
    nouns=r"(?:use|by|using|with) cramer's rule|cramer's rule|(?:the )?(?:linear )?systems?(?: of (?:linear"
    r" )?equations)?",
)
FAMILIES = (MATRICES, PAIRS, VECTORS_LISTED, SYSTEMS)
"""The families of this module."""
