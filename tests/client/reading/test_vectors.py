"""Sentences about vectors by name."""

from __future__ import annotations

import pytest
from student_client import Problem
from student_client._reading.readings import readings
from student_client._reading.statement import NotRead

NAMED = r"\mathbf{u} = \langle 1, 2 \rangle, \mathbf{v} = \langle 3, -1 \rangle"
BARE = r"\langle 1, 2 \rangle, \langle 3, -1 \rangle"
COLUMNS = r"u = \begin{pmatrix} 1 \\ 2 \end{pmatrix}, v = \begin{pmatrix} 3 \\ -1 \end{pmatrix}"
THREE = r"u = \langle 1, 2 \rangle, v = \langle 3, -1 \rangle, w = \langle 5, 6 \rangle"
SPACE = r"u = \langle 1, 2, 3 \rangle, v = \langle 3, -1, 0 \rangle, w = \langle 0, 5, 6 \rangle"
TRIPLE = "dot([[1], [2], [3]], cross([[0], [5], [6]], [[3], [-1], [0]]))"
U, V = "[[1], [2]]", "[[3], [-1]]"
ANGLE = f"the value of acos(dot({U}, {V})/(norm({U})*norm({V})))"
ONTO = f"the value of dot({U}, {V})/norm({V})^2*{V}"
AREA = f"the value of norm(cross({U}, {V}))"
LENGTH = f"the value of dot({U}, {V})/norm({V})"


@pytest.mark.parametrize(
    ("objective", "expression", "read"),
    [
        ("Find the angle between u and v.", NAMED, ANGLE),
        ("what's the angle between these two vectors", BARE, ANGLE),
        ("Find the exact angle (in radians) between the vectors u = <1, 2> and v = <3, -1>.", NAMED, ANGLE),
        ("Find the angle between u and v in radians.", COLUMNS, ANGLE),
        ("Find the angle between u and v.", THREE, ANGLE),
        ("Find the cosine of the angle between u and v.", NAMED, ANGLE.replace("acos", "")[:-1].replace("of (", "of ")),
        ("Find the projection of u onto v.", NAMED, ONTO),
        (r"Compute \operatorname{proj}_{\mathbf{v}} \mathbf{u}", NAMED, ONTO),
        (r"Find the projection of \langle 1, 2 \rangle onto \langle 3, -1 \rangle.", BARE, ONTO),
        ("Find the scalar projection of u onto v.", NAMED, LENGTH),
        ("Find the scalar component of u along v.", NAMED, LENGTH),
        ("Find the area of the parallelogram spanned by u and v.", NAMED, AREA),
        ("project u onto v", NAMED, ONTO),
        ("Find the projection of a onto b.", NAMED.replace("{u}", "{a}").replace("{v}", "{b}"), ONTO),
        ("Find u · (w × v).", SPACE, f"the value of {TRIPLE}"),
        ("Find a · (w × v).", SPACE.replace("u =", "a ="), f"the value of {TRIPLE}"),
        ("Find the scalar triple product of u, w and v.", SPACE, f"the value of {TRIPLE}"),
        ("Find the volume of the parallelepiped spanned by u, w, and v.", SPACE, f"the value of abs({TRIPLE})"),
        (r"Find the area of the parallelogram with sides u and v.", rf"\displaystyle {NAMED}", AREA),
        ("Find a unit vector in the direction of v.", NAMED, f"the value of {V}/norm({V})"),
        ("Normalize the vector v.", r"v = \langle 3, -1 \rangle", f"the value of {V}/norm({V})"),
        ("Find the dot product of v and v.", NAMED, f"the value of dot({V}, {V})"),
    ],
)
def test_vectors_are_read(objective: str, expression: str, read: str) -> None:
    assert [str(one) for one in readings(Problem(objective, expression, ["x"]))] == [read]


@pytest.mark.parametrize(
    ("objective", "expression"),
    [
        ("Find the angle between u and v in degrees.", NAMED),
        ("Find the angle between the lines with directions u and v.", NAMED),
        ("Find the angle between u and w.", NAMED),
        ("Find the angle between the vectors.", THREE),
        ("Find the angle between u = <1, 3> and v = <3, -1>.", NAMED),
        ("Find the projection of u on v.", NAMED),
        (r"Find the projection of \langle 1, 2 \rangle onto \langle 3, 1 \rangle.", BARE),
        ("Find a unit vector in the direction of w.", NAMED),
        ("Find the triple product.", SPACE),
        ("Find the scalar triple product of u and v.", SPACE),
        ("Find the area of the triangle with vertices u and v.", NAMED),
        (
            "Find the angle between u and v.",
            r"u = \begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}, v = \langle 1, 2 \rangle",
        ),
    ],
)
def test_vectors_refuse_others(objective: str, expression: str) -> None:
    with pytest.raises(NotRead):
        readings(Problem(objective, expression, ["x"]))
