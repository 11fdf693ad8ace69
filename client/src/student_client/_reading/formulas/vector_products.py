r"""Reads the sign between two vectors: a dot is the scalar product, a cross the vector product.

Columns have no matrix product, so the sign of a formula with one kind of sign can mean nothing else.
"""

from __future__ import annotations

import re

from ..statement import NotRead
from .tree import Node, call, mul

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
