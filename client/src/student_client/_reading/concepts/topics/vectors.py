"""Vectors, and formulas of named matrices and vectors."""

from __future__ import annotations

from ..task import MATRIX, VECTORS, Task

THINGS: dict[str, str] = {
    "cross": r"(?:cross|vector)(?: \((?:or )?(?:cross|vector)\))? products?",
    "dot": r"(?:dot|scalar|inner)(?: \((?:or )?(?:dot|scalar|inner)\))? products?",
    "angle": r"(?:(?:size|measure) of (?:the )?)?angles?(?: \\?(?:theta|alpha|phi|θ))?(?: between)?",
    "cosine": r"cosine of (?:the )?angle(?: \\?(?:theta|alpha|phi|θ))?(?: between)?|\\?cos ?\(?\\?theta\)?,? (?:where"
    r"|if|when) \\?theta is the angle(?: between)?",
    "radians": r"(?:(?:measured |expressed )?in )?radians|between",
    "magnitude": r"how long (?:is|are)|magnitude|length|(?:euclidean )?norm|modulus|absolute value|size",
    "unit vector": r"(?:unit vectors?|vectors? of (?:unit length|length (?:1|one)))(?: (?:that (?:has|points in)|"
    r"(?:having|pointing|lying)?(?: ?in)?) the same direction(?: as)?| (?:that points )?in (?:the|its) direction(?:"
    r" of)?)?|normali[sz]e|(?:normali[sz]ed|normali[sz]ation(?: of)?)",
    "opposite": r"unit vector (?:in the (?:opposite direction(?: to| of)?|direction opposite(?: to| of)?)|(?:pointing"
    r"|that points) in the opposite direction(?: to| of)?)",
    "parallelogram": r"area of (?:the |a )?parallelogram(?: (?:that is )?(?:(?:spanned|determined|formed|defined) by|"
    r"(?:with|whose|having|that has)(?: the)?(?: two)?(?: adjacent)? (?:sides|edges)(?: are)?))?",
    "triangle": r"area of (?:the |a )?triangle(?: [a-z]{3}(?= |$))? (?:two of whose sides are|from the vectors along"
    r" two of its sides|(?:that is )?(?:spanned|determined|formed|defined) by|(?:with|whose|having|that has)(?: the)?"
    r"(?: two)?(?: of its)?(?: adjacent)? (?:sides|edges)(?: are)?)",
    "parallelepiped": r"volume of (?:the |a )?(?:parallelepiped|box)(?: (?:that is )?(?:(?:spanned|determined|formed"
    r"|defined) by|(?:with|whose|having|that has)(?: the)?(?: three)?(?: adjacent| concurrent| coterminous)? (?:sides"
    r"|edges)(?: are)?))?",
    "tetrahedron": r"volume of (?:the |a )?(?:tetrahedron|triangular pyramid)(?: (?:that is )?(?:(?:spanned|determined"
    r"|formed|defined) by|(?:with|whose|having|that has)(?: the)?(?: three)?(?: adjacent| concurrent| coterminous)?"
    r" edges(?: are)?))?",
    "vector sum": r"sum|resultant(?: vector)?",
    "combination": r"linear combination|value(?: of)?|vectors?|simplest form|matri(?:x|ces)",
    "defined": r"as a (?:single |column |row )?(?:vector|matrix)|in component form|if (?:it is |they are |this is"
    r" )?(?:defined|possible)",
}
_V = ("vectors",)
_NAMED = r"=\s*(?:\\left|\(|\\langle|<|\\begin|[-\d]*\s*\\(?:mathbf|hat|vec|bm))"
TASKS: tuple[Task, ...] = (
    Task("Find the cross product of the vectors.", VECTORS, ("cross",), _V, ("vector",)),
    Task("Find the dot product of the vectors.", VECTORS, ("dot",), _V, ("vector",)),
    Task("Find the angle between the vectors.", VECTORS, ("angle",), ("vectors", "radians"), ("vector",)),
    Task("Find the cosine of the angle between the vectors.", VECTORS, ("cosine",), _V, ("vector",)),
    Task("Find the magnitude of the vector.", VECTORS, ("magnitude",), _V, ("vector",)),
    Task("Find the unit vector in the direction of the vector.", VECTORS, ("unit vector",), _V),
    Task("Find the unit vector in the opposite direction to the vector.", VECTORS, ("opposite",), _V),
    Task("Find the area of the parallelogram spanned by the vectors.", VECTORS, ("parallelogram",), _V, ("vector",)),
    Task("Find the area of the triangle formed by the vectors.", VECTORS, ("triangle",), _V, ("vector",)),
    Task(
        "Find the volume of the parallelepiped spanned by the vectors.", VECTORS, ("parallelepiped",), _V, ("vector",)
    ),
    Task("Find the volume of the tetrahedron formed by the vectors.", VECTORS, ("tetrahedron",), _V, ("vector",)),
    Task("Find the projection of {onto}.", VECTORS, ("onto",)),
    Task("Find the sum of the vectors.", VECTORS, ("vector sum", "vectors"), _V),
    Task("Find {formula}.", _NAMED, ("formula",), ("defined", "simplify"), ("matrix", "vector"), ("combination",)),
    Task("Find the product {formula}.", MATRIX, ("formula", "matrix product"), ("matrix", "defined")),
    Task("Find the dot product {formula}.", _NAMED, ("formula", "dot"), _V),
    Task("Find the cross product {formula}.", _NAMED, ("formula", "cross"), _V),
)
