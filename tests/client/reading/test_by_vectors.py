"""Vectors and points as books print them, and the questions about them, are understood."""

from __future__ import annotations

import pytest
from student_client import Problem
from student_client._reading.formulas.vector_notation import Printed, printed_vectors
from student_client._reading.readings import readings
from student_client._reading.statement import NotRead

UNITS = (
    r"\mathbf{a} = 2\mathbf{i} + p\mathbf{j} - 3\mathbf{k}, \quad \mathbf{b} = 4\mathbf{i} - \mathbf{j} + p\mathbf{k}"
)
PLANE = r"\vec{a} = 6\hat{i} + p\hat{j} \text{ and } \vec{b} = 2\hat{i} - 5\hat{j}"
PLACES = r"\overrightarrow{OA} = \begin{pmatrix} 1 \\ 2 \\ 2 \end{pmatrix}, \quad \overrightarrow{OB} = (4, 0, 3)"
POINTS = r"A(1, 0, 2), \quad B(3, 1, 4), \quad C(1, 4, -1)"
CORNERS = r"A(1, 0, 0), \quad B(1, 2, 0), \quad C(3, 1, 4)"
SIDES = r"\overrightarrow{AB} = \langle 2, 1, -1 \rangle, \quad \overrightarrow{AC} = \langle 1, 3, 1 \rangle"
TWO = r"\mathbf{a} = (1, 0, 1), \quad \mathbf{b} = (0, 1, 1)"
PAIR = r"P(2, -1, 7), \quad Q(1, -3, 5)"
THREE = r"\mathbf{a} = (1, 2, -1), \quad \mathbf{b} = (3, 0, 2), \quad \mathbf{c} = (2, -1, 4)"
AB, AC = "[[2], [1], [2]]", "[[0], [4], [-3]]"
COSINE = f"dot({AB}, {AC})/(norm({AB})*norm({AC}))"
DEGREES = "180/pi*acos((1*4 + 2*0 + 2*3)/(sqrt(1*1 + 2*2 + 2*2)*sqrt(4*4 + 0*0 + 3*3)))"


def read(objective: str, expression: str) -> str:
    return str(readings(Problem(objective, expression, ["p", "a", "b", "O", "A", "B", "C"]))[0])


@pytest.mark.parametrize(
    ("printed", "vectors"),
    [
        (UNITS, [("a", ("2", "p", "-3")), ("b", ("4", "-1", "p"))]),
        (PLANE, [("a", ("6", "p")), ("b", ("2", "-5"))]),
        (PLACES, [("OA", ("1", "2", "2")), ("OB", ("4", "0", "3"))]),
        (r"\vec v = (t+1)\mathbf{j} - \frac{1}{2}\mathbf{k}", [("v", ("0", "(t+1)", r"-\frac{1}{2}"))]),
        (r"\left\{ \begin{bmatrix} 1 \\ 2 \end{bmatrix}, \begin{bmatrix} 3 \\ 4 \end{bmatrix} \right\}",
         [("", ("1", "2")), ("", ("3", "4"))]),
        (r"\mathbf{v}_1 = (1, 2), \mathbf{v}_2 = (0, 1)", [("v_1", ("1", "2")), ("v_2", ("0", "1"))]),
        (r"\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}", []),
        (r"\mathbf{a} = (1, 2), \quad x + y = 3", []),
        (r"\mathbf{a} = (1, 2), \quad \mathbf{b} = (1, 2, 3)", []),
        (r"\mathbf{a} = (1, 2) + t(3, 4)", []),
    ],
)  # fmt: skip
def test_printed_vectors(printed: str, vectors: list[tuple[str, tuple[str, ...]]]) -> None:
    assert printed_vectors(printed) == [Printed(name, entries) for name, entries in vectors]


@pytest.mark.parametrize(
    ("objective", "expression", "asked"),
    [
        ("Find the scalar $p$ such that the two vectors are perpendicular.", UNITS,
         "all real solutions in p of 2*4 + p*(-1) + (-3)*p = 0"),
        (r"If $\vec{a}$ is parallel to $\vec{b}$, find $p$.", PLANE, "all real solutions in p of 6*(-5) - 2*p = 0"),
        (r"For what value of $p$ is $\mathbf{a} \cdot \mathbf{b} = 0$?", PLANE,
         "all real solutions in p of 6*2 + p*(-5) = 0"),
        ("Relative to an origin $O$, the position vectors of $A$ and $B$ are given. Use the scalar product to find"
         " angle $AOB$ in degrees, correct to one decimal place.", PLACES, f"{DEGREES}, to 1 places"),
        (r"Find $\angle AOB$ to the nearest degree.", PLACES, f"{DEGREES}, to 2 digits"),
        ("Find the size of the acute angle between the two vectors, giving your answer in degrees to 1 d.p.", TWO,
         "180/pi*acos((1*0 + 0*1 + 1*1)/(sqrt(1*1 + 0*0 + 1*1)*sqrt(0*0 + 1*1 + 1*1))), to 1 places"),
        (r"Evaluate $(\mathbf{a} + \mathbf{b}) \cdot (\mathbf{a} - \mathbf{b})$.", TWO,
         "the value of dot([[1], [0], [1]] + [[0], [1], [1]], [[1], [0], [1]] - [[0], [1], [1]])"),
        (r"Find $\mathbf{a} \times (\mathbf{b} \times \mathbf{c})$.", THREE,
         "the value of cross([[1], [2], [-1]], cross([[3], [0], [2]], [[2], [-1], [4]]))"),
        ("A parallelogram has adjacent sides represented by the vectors below. Find its exact area.", TWO,
         "the value of norm(cross([[1], [0], [1]], [[0], [1], [1]]))"),
        ("Find the cosine of angle $BAC$.", POINTS, f"the value of {COSINE}"),
        ("Find the area of the triangle $ABC$ whose vertices are given.", POINTS,
         "the area of the triangle (1, 0, 2), (3, 1, 4), (1, 4, -1)"),
        ("Two sides of the triangle $ABC$ are represented by the vectors below. Find the area of the triangle.", SIDES,
         "the value of norm(cross([[2], [1], [-1]], [[1], [3], [1]]))/2"),
        ("Find the volume of the tetrahedron with vertices $O$, $A$, $B$ and $C$, where $O$ is the origin.", CORNERS,
         "the value of abs(dot([[1], [0], [0]], cross([[1], [2], [0]], [[3], [1], [4]])))/6"),
        ("Find the volume of the parallelepiped whose edges are represented by the vectors below.", THREE,
         "the value of abs(dot([[1], [2], [-1]], cross([[3], [0], [2]], [[2], [-1], [4]])))"),
        (r"Find $|\overrightarrow{AB}|$.", PLACES, "the value of norm([[3], [-2], [1]])"),
        ("Find, as a simplified surd, how far apart the points are.", PAIR, "the value of norm([[-1], [-2], [-2]])"),
        (r"Find $|\mathbf{a} - 2\mathbf{b}|$.", TWO,
         "the value of norm([[1*1 - 2*0], [1*0 - 2*1], [1*1 - 2*1]])"),
        ("Write down the position vector of the midpoint of $AB$.", PLACES,
         "the value of 1*[[5/2], [2/2], [5/2]]"),
        ("Are the vectors linearly independent or linearly dependent in $\\mathbb{R}^3$?", TWO,
         "the linear independence of [[1, 0], [0, 1], [1, 1]]"),
    ],
)  # fmt: skip
def test_by_vectors(objective: str, expression: str, asked: str) -> None:
    assert read(objective, expression) == asked


@pytest.mark.parametrize(
    ("objective", "expression"),
    [
        ("Find $p$ for which the vectors are not perpendicular.", UNITS),
        ("Find the angle between the vectors, correct to 1 decimal place.", TWO),
        (r"Find the obtuse angle $AOB$ to the nearest degree.", PLACES),
        (r"Find the reflex angle $AOB$ to the nearest degree.", PLACES),
        (r"Find the angle between $\mathbf{a}$ and $\mathbf{a} + \mathbf{b}$.", TWO),
        ("Find the sine of angle $BAC$.", POINTS),
        ("Find the perimeter of the triangle $ABC$.", POINTS),
        ("Find the length of the median from $A$.", POINTS),
        ("The point $M$ is the midpoint of $AB$. Find the length of $OM$.", PLACES),
        (r"The vector $\overrightarrow{OC}$ is twice $\overrightarrow{OA}$. Find the length of $BC$.", PLACES),
        ("Find the shortest distance from $C$ to the line $AB$.", POINTS),
        ("$ABCD$ is a parallelogram. Find the length of $BD$.", POINTS),
        ("Find the volume of the tetrahedron $ABCD$.", CORNERS),
        (r"Find $|\mathbf{a}| - |\mathbf{b}|$.", TWO),
        (r"Find the value of $p$ for which $\mathbf{a}$ is perpendicular to $\mathbf{a} + \mathbf{b}$.", PLANE),
        ("Find the vector of length 5 in the direction of the vector.", r"\mathbf{v} = 2\mathbf{i} - \mathbf{j}"),
    ],
)
def test_by_vectors_refuses(objective: str, expression: str) -> None:
    with pytest.raises(NotRead):
        read(objective, expression)
