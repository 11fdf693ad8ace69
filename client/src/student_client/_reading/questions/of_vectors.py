"""Reads whole sentences about vectors by name, and about the eigenvectors of one eigenvalue."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from ..formulas.matrix_notation import parse_matrices
from ..formulas.named_matrices import named_values
from ..formulas.notation import parse_point
from ..formulas.tree import TWO, Node, add, call, div, matrix, mul, neg, number, power
from ..statement import Choices, NotRead, Operation, Statement
from .of_functions import Asked, Reader
from .sentence_parts import FIND


def _vectors(
    found: re.Match[str], groups: Sequence[str], given: tuple[str, Sequence[str], Choices]
) -> list[Node] | None:
    """Return the vectors of a sentence in its order; None if they are not printed."""
    expression, variables, choices = given
    named = named_values(expression)
    printed = named or {str(at): text for at, text in enumerate(_BARE.findall(expression))}
    if named is None and not _is_bare(expression):
        return None
    said = found.groupdict()
    silent = not any(said.get(group) or said.get(f"{group}_value") for group in groups)
    asked = [*printed] if silent else [_name(found[one], found[f"{one}_value"], printed) for one in groups]
    vectors = [_vector(printed[name], variables, choices) for name in asked if name is not None]
    nodes = [vector for vector in vectors if vector is not None]
    return nodes if len(nodes) == len(asked) == len(groups) else None


def _is_bare(expression: str) -> bool:
    """Return whether only vectors are printed, perhaps with names such as AB for the way from A to B."""
    return _SIDE.sub("", _BARE.sub("", expression)).strip(" ,.$\\") in {"", "and"}


def printed_vectors(expression: str, variables: Sequence[str], choices: Choices) -> list[Node]:
    """Return all vectors that are printed, with or without names; none if something else is printed, too."""
    named = named_values(expression)
    printed = [*named.values()] if named else _BARE.findall(expression)
    if named is None and not _is_bare(expression):
        return []
    found = [_vector(text, variables, choices) for text in printed]
    return [one for one in found if one is not None] if None not in found else []


def _name(name: str | None, value: str | None, printed: Mapping[str, str]) -> str | None:
    """Return the name of a printed vector that a sentence names, or writes once more."""
    if value is None:
        return name if name in printed else None
    same = [key for key, text in printed.items() if _short(text) == _short(value)]
    return next((key for key in same if name in {None, key}), None)


def _short(text: str) -> str:
    return re.sub(r"\\[a-z]+|[^-\w./,]", "", text)


def _vector(text: str, variables: Sequence[str], choices: Choices) -> Node | None:
    read = parse_matrices("vector", text, variables, choices)
    node = read.expression if read else None
    is_vector = isinstance(node, Node) and node.head == "matrix" and node.rows in {1, len(node.args)}
    return node if isinstance(node, Node) and is_vector else None


def _of(make: Callable[..., Node], *groups: str) -> Reader:
    """Return a reader of a question about so many vectors."""

    def read(found: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Asked | None:
        made = _vectors(found, groups, (expression, variables, choices))
        return (Statement(make(*made)), ((Operation("matrix"),),)) if made else None

    return read


def _cosine(one: Node, two: Node) -> Node:
    return div(call("dot", one, two), mul(call("norm", one), call("norm", two)))


def _angle(one: Node, two: Node) -> Node:
    return call("acos", _cosine(one, two))


def _length_along(one: Node, two: Node) -> Node:
    return div(call("dot", one, two), call("norm", two))


def _projection(one: Node, two: Node) -> Node:
    return mul(div(call("dot", one, two), power(call("norm", two), TWO)), two)


def _area(one: Node, two: Node) -> Node:
    return call("norm", call("cross", one, two))


def _half_area(one: Node, two: Node) -> Node:
    return div(_area(one, two), TWO)


def _triple(one: Node, two: Node, three: Node) -> Node:
    return call("dot", one, call("cross", two, three))


def _volume(one: Node, two: Node, three: Node) -> Node:
    return call("abs", _triple(one, two, three))


def _sixth(one: Node, two: Node, three: Node) -> Node:
    return div(_volume(one, two, three), number(6))


def trace(_: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Asked | None:
    """Return the sum of the entries of a square matrix from its first to its last one, to be calculated."""
    read = parse_matrices("matrix", expression, variables, choices)
    printed = read.expression if read and not read.operations else None
    if not isinstance(printed, Node) or printed.head != "matrix" or printed.rows**2 != len(printed.args):
        return None
    return Statement(add(*printed.args[:: printed.rows + 1])), ((Operation("simplify"),),)


def opposite(_: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Asked | None:
    """Return minus a vector over its length."""
    named = named_values(expression)
    vector = _vector(next(iter(named.values())) if named else expression, variables, choices)
    if vector is None or len(named or "1") != 1:
        return None
    return Statement(neg(div(vector, call("norm", vector)))), ((Operation("matrix"),),)


def eigenspace(found: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Asked | None:
    """Return the question for the null space of a matrix minus an eigenvalue times the identity, or its dimension."""
    read = parse_matrices("matrix", expression, variables, choices)
    printed = read.expression if read else None
    if not isinstance(printed, Node) or printed.head != "matrix" or printed.rows**2 != len(printed.args):
        return None
    value = parse_point(found["a"], [], choices)
    if value.names():
        raise NotRead(f"{found['a']!r} is not a number")
    entries = (
        add(entry, neg(value)) if at % (printed.rows + 1) == 0 else entry for at, entry in enumerate(printed.args)
    )
    asked = Operation("rank", word="nullity") if found["size"] else Operation("basis", word="null")
    return Statement(matrix(printed.rows, tuple(entries))), ((asked,),)


_BARE = re.compile(
    r"(?:\\left ?)?(?:\\langle|⟨)[^⟩=]*?(?:\\right ?)?(?:\\rangle|⟩)|\\begin\{[pb]matrix\}[^=]*?\\end\{[pb]matrix\}"
)
_SIDE = re.compile(r"\\overrightarrow\s*\{\s*[A-Z]{2}\s*\}\s*=|\\q?quad(?![a-z])|\\[,;: ]")
_STYLE = r"(?:\\(?:mathbf|vec|boldsymbol|bm|overrightarrow)\s*\{?\s*)?"
_ROW = r"(?:<|\\langle|⟨)[^<>⟩=]*?(?:>|\\rangle|⟩)"
_ONE, _TWO, _THREE = (
    rf"(?:(?:the )?vector )?(?:{_STYLE}(?P<{name}>[A-Za-z])\}}?)?(?:(?:(?<=[A-Za-z}}]) ?= ?)?(?P<{name}_value>{_ROW}))?"
    r"(?<=[A-Za-z}>⟩])"
    for name in ("one", "two", "three")
)
_BOTH = rf"(?: ?(?:the )?(?:two |these |given |following )*(?:vectors)?(?: ?{_ONE} and {_TWO})?)?"
_ALL = rf"(?: ?(?:the )?(?:three |these |given |following )*(?:vectors)?(?: ?{_ONE}, {_TWO},? and {_THREE})?)?"
_PRODUCT = rf"{_ONE} ?(?:\\cdot|·|⋅|\.) ?\(?{_TWO} ?(?:\\times|×|x) ?{_THREE}\)?"
_ASK = rf"(?:{FIND} )?"
_RADIANS = r"(?:,? \(?in radians\)?)?"
_ONTO = rf"of {_ONE} on ?to (?:the (?:line|subspace) spanned by )?{_TWO}"
_NAMED = rf"\}}?_\{{?{_TWO}\}}? ?[({{]?{_ONE}[)}}]?"
_WORD = r"(?:\\(?:operatorname|text|mathrm) ?\{)?"
_VALUE = (
    r"(?:the )?(?:given )?(?:eigenvalue(?: of)? )?(?:(?:\\?lambda|λ)(?:_\{?\d\}?)? ?= ?)?"
    r"(?P<a>[-+−]? ?(?:\d|\\|\(|√)[^,;=]*?)"
)
_TABLE: tuple[tuple[str, Reader], ...] = (
    (rf"{_ASK}(?:exact )?(?:value of the )?angle(?: (?:\\theta|θ|theta))?{_RADIANS}(?: between{_BOTH})?{_RADIANS}",
     _of(_angle, "one", "two")),
    (rf"{_ASK}(?:exact )?(?:value of the )?cosine of the angle(?: (?:\\theta|θ|theta))?(?: between{_BOTH})?",
     _of(_cosine, "one", "two")),
    (rf"{_ASK}(?:vector |orthogonal )?projection {_ONTO}", _of(_projection, "one", "two")),
    (rf"{_ASK}{_WORD}proj{_NAMED}", _of(_projection, "one", "two")),
    (rf"{_ASK}scalar (?:projection|component) {_ONTO}", _of(_length_along, "one", "two")),
    (rf"{_ASK}scalar component of {_ONE} (?:along|in the direction of) {_TWO}", _of(_length_along, "one", "two")),
    (rf"{_ASK}{_WORD}comp{_NAMED}", _of(_length_along, "one", "two")),
    (rf"{_ASK}area of (?:the |a )?parallelogram(?: (?:that is )?(?:(?:spanned|determined|formed) by|whose"
     rf" (?:adjacent )?sides are|(?:with|having) (?:adjacent )?sides){_BOTH})?", _of(_area, "one", "two")),
    (rf"{_ASK}area of (?:the |a )?triangle (?:(?:that is )?(?:spanned|determined|formed) by|whose (?:two )?"
     rf"(?:adjacent )?sides are|(?:with|having) (?:two )?(?:adjacent )?sides){_BOTH}", _of(_half_area, "one", "two")),
    (rf"{_ASK}(?:sum|resultant)(?: vector)? (?:of{_BOTH})", _of(add, "one", "two")),
    (rf"{_ASK}trace(?: of (?:(?:the |this )?(?:square )?matrix(?: [A-Z])?|[A-Z]))?", trace),
    (rf"{_ASK}unit vector in the (?:opposite direction (?:to|of|from)|direction opposite (?:to|of)) (?:the )?"
     rf"(?:vector(?: {_STYLE}[a-z]\}}?)?|{_STYLE}[a-z]\}}?)", opposite),
    (rf"{_ASK}(?:value of )?(?:the )?(?:(?:scalar )?triple product )?{_PRODUCT}", _of(_triple, "one", "two", "three")),
    (rf"{_ASK}scalar triple product(?: of{_ALL})?", _of(_triple, "one", "two", "three")),
    (rf"{_ASK}volume of (?:the |a )?parallelepiped (?:that is )?(?:(?:spanned|determined|formed) by|whose adjacent"
     rf" edges are|(?:with|having) adjacent edges){_ALL}", _of(_volume, "one", "two", "three")),
    (r"find the volume of the tetrahedron formed by the vectors", _of(_sixth, "one", "two", "three")),
    (rf"project {_ONE} on ?to {_TWO}", _of(_projection, "one", "two")),
    (rf"{_ASK}(?P<size>geometric multiplicity) of {_VALUE}(?: of (?:the matrix|[A-Z]|the matrix [A-Z]))?", eigenspace),
    (rf"{FIND} (?:(?P<size>dimension of )(?:the )?)?(?:(?:basis|bases) (?:for|of) )?(?:the )?(?:eigenspace"
     r"|(?:all )?eigenvectors?)(?: of (?:the matrix|[A-Z]|the matrix [A-Z]))?"
     rf" (?:that corresponds? to|corresponding to|associated (?:with|to)|belonging to|for|with) {_VALUE}", eigenspace),
)  # fmt: skip
VECTORS = tuple((re.compile(pattern, re.IGNORECASE), reader) for pattern, reader in _TABLE)
"""Patterns, each with what reads the question from it."""
