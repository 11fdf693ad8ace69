r"""Reads matrices, such as ``\begin{pmatrix} 1 \\ 2 \end{pmatrix}``, and vectors, such as ``\langle 1, 2 \rangle``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..statement import Choices, NotRead, Operation, Statement
from .parser import parse_latex
from .tree import Node, call, matrix, mul, number, power, symbol

_DOT, _CROSS = re.compile(r"\\cdot(?![a-z])|·|⋅"), re.compile(r"\\times(?![a-z])|×")


def of_vectors(node: Node, printed: str) -> Node:
    """Return a formula with the products of its column vectors.

    Args:
        node: the formula as it is read, in which each product is that of matrices.
        printed: its notation.

    Raises:
        NotRead: three vectors stand side by side.
    """
    kind = "dot" if _DOT.search(printed) else "cross" if _CROSS.search(printed) else ""
    return _made(node, kind) if kind and bool(_DOT.search(printed)) is not bool(_CROSS.search(printed)) else node


def _made(node: Node, kind: str) -> Node:
    if node.head == "matrix" or not node.args:
        return node
    parts = tuple(_made(part, kind) for part in node.args)
    vectors = [part for part in parts if _is_column(part)]
    if node.head != "mul" or len(vectors) < len(("one", "two")):
        return Node(node.head, parts, node.value)
    if len(vectors) > len(("one", "two")):
        raise NotRead("a product of three vectors is not clear")
    made = call(kind, *vectors)
    scalars = [part for part in parts if part not in vectors]
    return mul(*scalars, made) if scalars else made


def _is_column(node: Node) -> bool:
    """Return whether a formula is a column vector with two entries or more."""
    if node.head == "matrix":
        return node.rows == len(node.args) > 1
    if node.head in {"add", "neg", "cross"}:
        return all(map(_is_column, node.args))
    if node.head == "div":
        return _is_column(node.args[0])
    return node.head == "mul" and sum(map(_is_column, node.args)) == 1 and not _has_matrix(node)


def _has_matrix(node: Node) -> bool:
    """Return whether a factor has a matrix of several columns."""
    return any(part.has("matrix") and not _is_column(part) for part in node.args)


MAX_ENTRIES = 25
_MATRIX = re.compile(
    r"\\begin\{(?P<kind>[pbvB]?matrix|array)\}(?:\{[lcr|]*\})?(?P<inside>.*?)\\end\{(?P=kind)\}", re.DOTALL
)
_ANGLES = re.compile(r"(?:\\left)?\s*(?:\\langle|⟨)(?P<inside>[^⟩]*?)(?:\\right)?\s*(?:\\rangle|⟩)")
_TUPLE = re.compile(r"\((?P<inside>[^()]+,[^()]+)\)")
_VECTOR = re.compile(r"\b(?:vectors?|dot product|cross product|scalar product)\b", re.IGNORECASE)
_NAMED = re.compile(r"\s*(?:\\mathbf\{)?([A-Z])\}?\s*=\s*(?=\\begin|\\left)")
_PAIR = re.compile(r"\s*\{(mtx[a-z])\}\s*(\\cdot|·|\\times|×|,|\\text\s*\{\s*and\s*\}|\band\b)\s*\{(mtx[a-z])\}\s*")
_NORM = re.compile(
    r"\s*(?:\\left)?\s*(?:\\\||\|\|?|\\lVert|‖)\s*\{(mtx[a-z])\}\s*(?:\\right)?\s*(?:\\\||\|\|?|\\rVert|‖)\s*"
)
_PAIRS = {"\\cdot": "dot", "·": "dot", "\\times": "cross", "×": "cross"}


def parse_matrices(objective: str, text: str, variables: Sequence[str], choices: Choices) -> Statement | None:
    """Return an expression with matrices; None if the text has none.

    Raises:
        NotRead: a part is not understood.
    """
    found: dict[str, Node] = {}
    kinds: list[str] = []

    def put(match: re.Match[str]) -> str:
        name = f"mtx{chr(ord('a') + len(found))}"
        if len(found) > 5:
            raise NotRead("there are too many matrices")
        groups = match.groupdict()
        kinds.append(groups.get("kind") or "vector")
        found[name] = _rows(groups["inside"], variables, choices, vector="kind" not in groups)
        return f"{{{name}}}"

    if re.search(r"\\begin\{array\}[^=]*=", text):
        return None  # equations
    named = _NAMED.match(text)
    marked = _MATRIX.sub(put, text[named.end() :] if named else text)
    marked = _ANGLES.sub(put, marked)
    if _VECTOR.search(objective):
        marked = _TUPLE.sub(put, marked)
    if not found:
        return None
    marked = re.sub(r"\\left\s*[(\[]\s*(\{mtx[a-z]\})\s*\\right\s*[)\]]", r"\1", marked)
    function = named[1] if named else None
    if kinds == ["vmatrix"] and re.fullmatch(r"\s*\{mtxa\}\s*", marked):
        return Statement(found["mtxa"], (Operation("determinant"),))
    if "vmatrix" in kinds:
        raise NotRead("a determinant within an expression is not understood")
    return Statement(_expression(objective, marked, found, variables, choices), function=function)


def _expression(
    objective: str, marked: str, found: dict[str, Node], variables: Sequence[str], choices: Choices
) -> Node:
    norm, pair = _NORM.fullmatch(marked), _PAIR.fullmatch(marked)
    if norm:
        return call("norm", found[norm[1]])
    if pair:
        kind = _PAIRS.get(pair[2]) or _named_product(objective)
        vectors = all(_is_vector(found[name]) for name in (pair[1], pair[3]))
        if kind and vectors:
            return call(kind, found[pair[1]], found[pair[3]])
        if pair[2] not in {"\\cdot", "·"}:
            raise NotRead("the operation on the two matrices is not understood")
    read = parse_latex(
        re.sub(r"\^\{?\s*(?:T|\\top|\\mathsf\{T\})\s*\}?", "^{tsp}", marked), (*variables, *found, "tsp"), choices
    )
    if not isinstance(read, Node):
        raise NotRead("an equation of matrices is not understood")
    return of_vectors(_named(objective, _transposed(read), found).put(found), marked)


_PART = r"\b(?:determinant|trace|rank|nullity|eigenvalues?|eigenvectors?)\b"
_CHANGED = r"\b(?:inverse|transpose)\b"
_JOIN = r"(?:(?!\bof (?:the|its) (?:inverse|transpose)\b).)*?(?:\band\b|[.;?,]).*?"
_BOTH = re.compile(rf"{_PART}{_JOIN}{_CHANGED}|{_CHANGED}{_JOIN}{_PART}", re.IGNORECASE | re.DOTALL)
"""Words that ask for the inverse and for the determinant, which is then not that of the inverse."""


def _named(objective: str, read: Node, found: dict[str, Node]) -> Node:
    """Return the part of a single matrix or vector that the words name: its inverse, its transpose, its length."""
    if read.head != "symbol":
        if read.head in {"pow", "transpose"} and re.search(r"\b(?:inverse|transpose)\b", objective, re.IGNORECASE):
            raise NotRead(
                "the matrix could be printed as an inverse or a transpose, or itself be inverted or transposed"
            )
        return read
    if _BOTH.search(objective):
        raise NotRead("it is not clear whether both are asked of the printed matrix, or one of the other")
    if re.search(r"\binverse\b", objective, re.IGNORECASE):
        return power(read, number(-1))
    if re.search(r"\btranspose\b", objective, re.IGNORECASE):
        return call("transpose", read)
    if not re.search(r"\b(?:magnitude|length|norm)\b", objective, re.IGNORECASE):
        return read
    if read.name in found and not _is_vector(found[str(read.name)]):
        raise NotRead("a matrix has several norms")
    return call("norm", read)


def _named_product(objective: str) -> str:
    words = objective.lower()
    dot, cross = re.search(r"\b(?:dot|scalar) product\b", words), re.search(r"\b(?:cross|vector) product\b", words)
    return "dot" if dot and not cross else "cross" if cross and not dot else ""


def _is_vector(node: Node) -> bool:
    return node.rows in {1, len(node.args)}


def _transposed(node: Node) -> Node:
    if node.head == "pow" and node.args[1] == symbol("tsp"):
        return call("transpose", node.args[0])
    return Node(node.head, tuple(_transposed(part) for part in node.args), node.value) if node.args else node


def _rows(inside: str, variables: Sequence[str], choices: Choices, *, vector: bool) -> Node:
    if vector:
        rows = [[part] for part in inside.split(",")]
    else:
        rows = [row.split("&") for row in re.split(r"\\\\(?:\[[^\]]*\])?", inside) if row.strip()]
    if len({len(row) for row in rows}) != 1 or not 1 < len(rows) * len(rows[0]) <= MAX_ENTRIES:
        raise NotRead("the rows of a matrix are not of one length, or there are too many entries")
    entries = [parse_latex(entry, variables, choices) for row in rows for entry in row]
    nodes = tuple(entry for entry in entries if isinstance(entry, Node))
    if len(nodes) < len(entries):
        raise NotRead("an entry of a matrix is not an expression")
    return matrix(len(rows), nodes)
