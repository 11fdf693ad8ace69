"""Questions about matrices, vectors and whole numbers are understood by the things that they name."""

from __future__ import annotations

import pytest
from student_client import Problem
from student_client._reading.readings import readings
from student_client._reading.statement import NotRead

A = r"A = \begin{pmatrix} 4 & -2 \\ 1 & 1 \end{pmatrix}"
BARE = r"\begin{pmatrix} 4 & -2 \\ 1 & 1 \end{pmatrix}"
PAIR = rf"{BARE} + \begin{{pmatrix}} 0 & 3 \\ 2 & -1 \end{{pmatrix}}"
TWO = rf"{A}, \quad B = \begin{{pmatrix}} 0 & 3 \\ 2 & -1 \end{{pmatrix}}"
VECTORS = (
    r"\mathbf{a} = 2\mathbf{i} - \mathbf{j} + 3\mathbf{k}, \quad \mathbf{b} = \mathbf{i} + 4\mathbf{j} - 2\mathbf{k}"
)
VECTOR = r"\mathbf{v} = 3\mathbf{i} + 2\mathbf{j}"
POINTS = r"P = (1, 2, 3), \quad Q = (4, -2, 5)"
EQUATION = rf"{BARE} \begin{{pmatrix}} x \\ y \end{{pmatrix}} = \begin{{pmatrix}} 2 \\ 3 \end{{pmatrix}}"
AUGMENTED = r"\left[ \begin{array}{cc|c} 1 & 2 & 5 \\ 3 & -1 & 1 \end{array} \right]"
M, U, V = "[[4, -2], [1, 1]]", "[[2], [-1], [3]]", "[[1], [4], [-2]]"
SYSTEM = "all solutions in x, y of 4*x + (-2)*y = 2, 1*x + 1*y = 3"


@pytest.mark.parametrize(
    ("objective", "expression", "read"),
    [
        (r"Compute $\operatorname{tr}(A)$.", A, "4 + 1, simplified"),
        (r"Find $\mathbf{A}^{\mathsf{T}}$, showing your working.", A, f"the value of transpose({M})"),
        ("Find the multiplicative inverse of the matrix.", BARE, f"the value of {M}^(-1)"),
        ("Find the inverse by augmenting with the identity matrix and row reducing.", BARE, f"the value of {M}^(-1)"),
        ("Show that $A$ is invertible and compute its inverse.", A, f"the value of {M}^(-1)"),
        ("Use cofactor expansion along the first column to evaluate det(A).", A, f"the determinant of {M}"),
        ("Solve the characteristic equation of A to obtain its eigenvalues.", A, f"the eigenvalues of {M}"),
        ("Find vectors that span the null space of the matrix.", BARE, f"a basis of the null space of {M}"),
        ("Apply Gaussian elimination to bring A to its row canonical form.", A, f"the reduced row echelon form of {M}"),
        ("Calculate $A^3$ by repeated multiplication.", A, f"the value of {M}^3"),
        ("Find the square of the matrix A.", A, f"the value of {M}^2"),
        ("Write as a single matrix.", PAIR, f"the value of {M} + [[0, 3], [2, -1]]"),
        ("Compute the matrix product $AB$, if it is defined.", TWO, f"the value of {M}*[[0, 3], [2, -1]]"),
        ("Solve the matrix equation.", EQUATION, SYSTEM),
        ("Use the inverse matrix to solve the system.", EQUATION, SYSTEM),
        (
            "Write the solution of the linear system represented by the augmented matrix.",
            AUGMENTED,
            "all solutions in x, y of 1*x + 2*y = 5, 3*x + (-1)*y = 1",
        ),
        (r"Work out $\mathbf{a}.\mathbf{b}$.", VECTORS, f"the value of dot({U}, {V})"),
        ("Find the vector product of a and b.", VECTORS, f"the value of cross({U}, {V})"),
        ("Find the resultant of the vectors a and b.", VECTORS, f"the value of {U} + {V}"),
        ("Find the area of the triangle with sides a and b.", VECTORS, f"the value of norm(cross({U}, {V}))/2"),
        (r"Find $3\mathbf{a} - 2\mathbf{b}$ in its simplest form.", VECTORS, f"the value of 3*{U} - 2*{V}"),
        (r"Compute the vector sum $\mathbf{a} + \mathbf{b}$.", VECTORS, f"the value of {U} + {V}"),
        ("How long is the vector?", VECTOR, "the value of norm([[3], [2]])"),
        (r"Find $\dim \operatorname{Col} A$.", A, f"the rank of {M}"),
        (r"Decide whether $\mathbf{A}^{-1}$ exists.", A, f"the invertibility of {M}"),
        ("Calculate 7 factorial.", "7!", "factorial(7), simplified"),
        ("Which conic section does the equation describe?", "x^2 + y^2 = 4", "the conic of x^2 + y^2 = 4"),
        ("Work out the modulus of the vector.", VECTOR, "the value of norm([[3], [2]])"),
        (r"Determine the unit vector $\hat{\mathbf{v}}$.", VECTOR, "the value of [[3], [2]]/norm([[3], [2]])"),
        (
            "Find the unit vector in the opposite direction to v.",
            VECTOR,
            "the value of -[[3], [2]]/norm([[3], [2]])",
        ),
        (r"Find the vector $\overrightarrow{QP}$.", POINTS, "the value of [[1 - 4], [2 - (-2)], [3 - 5]]"),
        ("Use Euclid's algorithm to find the highest common factor of 84 and 30.", "84, 30", "gcd(84, 30), simplified"),
        ("Compute the LCM.", r"\operatorname{lcm}(18, 24)", "lcm(18, 24), simplified"),
        ("Use a factor tree to write the number as a product of prime factors.", "180", "180, factored into primes"),
        ("Work out the value of the combination.", "{}^{12}C_4", "binomial(12, 4), simplified"),
        ("Evaluate the permutation.", "P(7, 3)", "factorial(7)/factorial(4), simplified"),
        ("In how many ways can 3 people be chosen from 7 people?", r"\binom{7}{3}", "binomial(7, 3), simplified"),
        (
            "Find the number of distinct arrangements of the letters in BANANA.",
            r"\frac{6!}{3!\,2!}",
            "factorial(6)/(factorial(3)*factorial(2)), simplified",
        ),
        (
            "Is the system consistent or inconsistent?",
            "x + y = 2, x - y = 5",
            "the solvability of x + y = 2, x - y = 5",
        ),
        ("Test the function for symmetry: is it even, odd or neither?", "f(x) = x^3", "the parity of x^3 in x"),
    ],
)
def test_readings_find_the_task(objective: str, expression: str, read: str) -> None:
    assert [str(one) for one in readings(Problem(objective, expression, ["x", "y"][: 1 + ("y" in expression)]))] == [
        read
    ]


@pytest.mark.parametrize(
    ("objective", "expression"),
    [
        (r"Find $\det(A)^2$.", A),
        (r"Find $\operatorname{tr}(A)^2$.", A),
        ("Find the product of B and A.", TWO),
        ("Find the sum of the entries of A.", A),
        ("Find the norm of the matrix.", BARE),
        ("Find the angle between a and a + b.", VECTORS),
        ("Find the magnitude of the cross product of a and b.", VECTORS),
        (r"Find $2|\mathbf{v}|$.", VECTOR),
        ("Find the direction of the vector.", VECTOR),
        (r"Find the midpoint of $\overrightarrow{PQ}$.", POINTS),
        ("Find the determinant of the coefficient matrix.", EQUATION),
        ("How many solutions are there with x > 0?", AUGMENTED),
        ("Find the gcd of 84 and 60.", "84, 30, 60"),
        ("Find the least common multiple.", r"\gcd(84, 30)"),
        ("Find the largest prime factor.", "360"),
        ("Find the exponent of 2 in the prime factorization.", "360"),
        ("Evaluate.", "x^{10} C_3"),
        ("Evaluate.", "P(7, 3)"),
        ("In how many ways can 2 people be chosen from 7 people?", r"\binom{7}{3}"),
        ("In how many ways can 3 people be chosen from 7 people if two refuse to work together?", r"\binom{7}{3}"),
        ("In how many ways can the letters of the word LEVEL be arranged?", "5!"),
        ("In how many ways can 6 people sit around a table?", "6!"),
        ("In how many ways can 3 cards be drawn from 10 cards with replacement?", r"\binom{10}{3}"),
        ("Find the number of permutations.", r"\binom{7}{3}"),
        ("Find the sum of the magnitudes of a and b.", VECTORS),
        ("Is the graph symmetric about the x-axis?", "f(x) = x^3"),
    ],
)
def test_readings_leave_other_questions(objective: str, expression: str) -> None:
    with pytest.raises(NotRead):
        readings(Problem(objective, expression, ["x", "y"][: 1 + ("y" in expression)]))
