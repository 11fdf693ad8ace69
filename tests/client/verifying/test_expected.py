# ruff: noqa: E501 - one plan a line
"""The answers of known formulas of university books: a plan's answer is the one that is worked out, and no other."""

from __future__ import annotations

import pytest
from student_client._verifying.judge import judge

from ..problems import read

FIELD = r"\mathbf{F}(x,y,z) = xz\,\mathbf{i} + xyz\,\mathbf{j} - y^2\,\mathbf{k} ; x, y, z"
FLAT = r"\mathbf{F}(x,y) = (3 + 2xy)\,\mathbf{i} + (x^2 - 3y^2)\,\mathbf{j} ; x, y"
CURVE = r"\mathbf{r}(t) = \langle \cos t, \sin t, t \rangle ; t"
MATRIX = r"A = \begin{bmatrix} 7 & 2 \\ -4 & 1 \end{bmatrix} ; x"
WIDE = r"A = \begin{bmatrix} 1 & 3 & -3 & 7 \\ 0 & 1 & -4 & 5 \end{bmatrix} ; x"
VECTORS = r"\mathbf{v}_1 = (1,1,0),\ \mathbf{v}_2 = (1,0,1) ; x"
MOTION = "s(t) = t^3 - 6t^2 + 9t ; s, t"

RIGHT_AND_WRONG = [
    ("Find the divergence of F.", FIELD, "simplify | z + x*z", "simplify | z + x*z - 2*y"),
    ("Find the curl of F.", FIELD, "matrix | Matrix([-2*y - x*y, x, y*z])", "matrix | Matrix([2*y + x*y, -x, -y*z])"),
    ("Find the curl and the divergence.", FIELD, "matrix | Matrix([-2*y - x*y, x, y*z]) ; simplify | z + x*z ; final R1, R2", "matrix | Matrix([-2*y - x*y, x, y*z]) ; simplify | z + x*z ; final R2, R1"),
    ("Find a potential function.", FLAT, "expand | 3*x + x**2*y - y**3 + 7", "expand | 3*x + x**2*y - y**2"),
    ("Find the unit tangent vector at t = 0.", CURVE, "matrix | Matrix([0, 1, 1])/sqrt(2)", "matrix | Matrix([0, 1, 1])"),
    ("Find the curvature.", CURVE, "simplify | 1/2", "simplify | 1/4"),
    ("Find the arc length from the point (1,0,0) to the point (1,0,2\\pi).", CURVE, "integrate | sqrt(2) | t | 0 | 2*pi", "integrate | sqrt(2) | t | 0 | pi"),
    ("Find the Jacobian.", r"x = u^2 - v^2,\quad y = 2uv ; u, v", "determinant | Matrix([[2*u, -2*v], [2*v, 2*u]])", "determinant | Matrix([[2*u, 2*v], [2*v, 2*u]])"),
    ("Find dy/dx and d^2y/dx^2.", r"x = t^2 + 1,\quad y = t^2 + t ; x, y, t", "simplify | (2*t + 1)/(2*t) ; simplify | -1/(4*t**3) ; final R1, R2", "simplify | (2*t + 1)/(2*t) ; simplify | -1/(2*t**2) ; final R1, R2"),
    ("Find the maximum rate of change of f at (2, 0).", r"f(x,y) = x e^y ; x, y", "simplify | sqrt(5)", "simplify | sqrt(3)"),
    ("Find the equation of the tangent plane at (1, 1, 1).", "x^2 + y^2 + z^2 = 3 ; x, y, z", "simplify | Eq(2*x + 2*y + 2*z, 6)", "simplify | Eq(x + y + z, 2)"),
    ("Use Lagrange multipliers to find the maximum value of f(x, y) = x^2 + 2y^2 subject to the constraint.", "x^2 + y^2 = 1 ; x, y", "simplify | 1 + 1", "simplify | 1"),
    ("Find the distance from the point (1, -2, 4) to the plane.", "3x + 2y + 6z = 5 ; x, y, z", "simplify | Abs(3 - 4 + 24 - 5)/sqrt(49)", "simplify | 18/49"),
    ("Find an equation of the plane through the points.", r"P(1,3,2),\ Q(3,-1,6),\ R(5,2,0) ; x, y, z", "simplify | Eq(6*x + 10*y + 7*z, 50)", "simplify | Eq(6*x + 10*y + 7*z, 40)"),
    ("Find \\partial z/\\partial x.", "x^3 + y^3 + z^3 + 6xyz = 1 ; x, y, z", "simplify | -(x**2 + 2*y*z)/(z**2 + 2*x*y)", "simplify | (x**2 + 2*y*z)/(z**2 + 2*x*y)"),
    ("Reverse the order of integration and evaluate.", r"\int_0^1 \int_x^1 \sin(y^2)\,dy\,dx ; x, y", "integrate | y*sin(y**2) | y | 0 | 1", "integrate | sin(y**2) | y | 0 | 1"),
    ("Find the limit.", r"\lim_{(x,y)\to(0,0)} \frac{3x^2y}{x^2+y^2} ; x, y", "limit | 3*r*cos(t)**2*sin(t) | r | 0", "simplify | 3"),
    ("Use the trapezoidal rule with n = 2 to approximate the integral.", r"\int_0^2 x^3\,dx ; x", "simplify | 0/2 + 1 + 8/2", "simplify | 4"),
    ("Use Simpson's rule with n = 4 to approximate the integral, to 3 decimal places.", r"\int_0^2 e^x\,dx ; x", "numeric | (1 + 4*exp(1/2) + 2*E + 4*exp(3/2) + exp(2))/6 | 4", "numeric | exp(2) - 1 | 4"),
    ("Use a linear approximation to estimate the number.", r"\sqrt{99.8} ; x", "simplify | 10 - 1/100", "numeric | sqrt(998/10) | 6"),
    ("Find the area of one loop.", r"r = \cos 2\theta ; r, theta", "integrate | cos(2*theta)**2/2 | theta | -pi/4 | pi/4", "integrate | cos(2*theta)**2 | theta | -pi/4 | pi/4"),
    ("Find its acceleration when the velocity is zero.", MOTION, "simplify | 6 - 12 ; simplify | 18 - 12 ; final R1, R2", "simplify | 6 - 12"),
    ("Find the total distance from t = 0 to t = 3.", MOTION, "integrate | Abs(3*t**2 - 12*t + 9) | t | 0 | 3", "integrate | 3*t**2 - 12*t + 9 | t | 0 | 3"),
    ("Find the 50th derivative.", r"f(x) = \cos 2x ; x", "simplify | -2**50*cos(2*x)", "simplify | 2**50*cos(2*x)"),
    ("Find (f^{-1})'(3).", r"f(x) = 2x + \cos x + 2 ; x", "simplify | 1/(2 - 0)", "simplify | 1/(2 - sin(3))"),
    ("Find the absolute maximum and minimum values of f on [-1, 4].", "f(x) = x^3 - 6x^2 + 9x + 2 ; x", "simplify | 4 + 2 ; simplify | -16 + 2 ; final R1, R2", "simplify | 4 + 2 ; simplify | 2 ; final R1, R2"),
    ("Find the points on the curve where the tangent is horizontal.", "y = x^3 - 3x ; x, y", "solve_system | Eq(3*x**2 - 3, 0), Eq(y, x**3 - 3*x) | x, y", "solve_system | Eq(x, 1), Eq(y, x**3 - 3*x) | x, y"),
    ("Find the rank and the nullity of the matrix.", WIDE, "rank | Matrix([[1, 3, -3, 7], [0, 1, -4, 5]]) ; simplify | 4 - R1 ; final R1, R2", "rank | Matrix([[1, 3, -3, 7], [0, 1, -4, 5]]) ; simplify | 3 - R1 ; final R1, R2"),
    ("Write down the characteristic polynomial of", MATRIX, "expand | (x - 7)*(x - 1) + 8", "expand | (x - 7)*(x - 1) - 8"),
    ("Diagonalize the matrix.", MATRIX, "matrix | Matrix([[1, 1], [-1, -2]]) ; matrix | Matrix([[5, 0], [0, 3]]) ; final R1, R2", "matrix | Matrix([[1, 1], [-1, -2]]) ; matrix | Matrix([[3, 0], [0, 5]]) ; final R1, R2"),
    ("Find an LU factorization.", r"A = \begin{bmatrix} 2 & 5 \\ 6 & -7 \end{bmatrix} ; x", "matrix | Matrix([[1, 0], [3, 1]]) ; matrix | Matrix([[2, 5], [0, -22]]) ; final R1, R2", "matrix | Matrix([[2, 0], [6, -22]]) ; matrix | Matrix([[1, 5/2], [0, 1]]) ; final R1, R2"),
    ("Describe all solutions of Ax = 0 in parametric vector form.", WIDE, "matrix | s*Matrix([-9, 4, 1, 0]) + t*Matrix([8, -5, 0, 1])", "matrix | s*Matrix([-9, 4, 1, 0])"),
    ("Find the least-squares solution of Ax = b.", r"A = \begin{bmatrix} 1 & 1 \\ 1 & 2 \\ 1 & 3 \end{bmatrix},\ b = \begin{bmatrix} 1 \\ 2 \\ 2 \end{bmatrix} ; x", "matrix | Matrix([[3, 6], [6, 14]])**-1*Matrix([5, 11])", "matrix | Matrix([0, 1])"),
    ("Find an orthonormal basis of the span of the vectors.", VECTORS, "matrix | Matrix([1, 1, 0])/sqrt(2) ; matrix | Matrix([1, -1, 2])/sqrt(6) ; final R1, R2", "matrix | Matrix([1, 1, 0])/sqrt(2) ; matrix | Matrix([1, 0, 1])/sqrt(2) ; final R1, R2"),
    ("For what value of h are the vectors linearly dependent?", r"\begin{bmatrix}1\\2\end{bmatrix},\ \begin{bmatrix}3\\h\end{bmatrix} ; h", "solve | h - 6 | h", "solve | h - 3 | h"),
    ("Find the value of y only.", r"x + y = 23, \quad 5x + 10y = 170 ; x, y", "solve_system | Eq(x + y, 23), Eq(5*x + 10*y, 170) | x, y", "solve_system | Eq(x + y, 23), Eq(5*x + 10*y, 180) | x, y"),
    ("The area of a circle is 49π square inches. Find its radius.", r"A = \pi r^2 ; A, r", "solve | Eq(pi*r**2, 49*pi) | r | (0, oo)", "simplify | 49/2"),
    ("A cone has radius 6 cm and slant height 10 cm. Find its volume.", r"V = \frac{1}{3}\pi r^2 h ; V, r, h", "substitute | pi*r**2*8/3 | r | 6", "simplify | pi*36*10/3"),
    ("If y varies inversely as the square of x, and y = 9 when x = 2, find y when x = 6.", r"y = \frac{k}{x^2} ; x, y, k", "solve | Eq(36*y, 36) | y", "simplify | 9*2/6"),
    ("The second term of an arithmetic sequence is 7 and the sixth term is 27. Find the tenth term.", r"a + d = 7, \quad a + 5d = 27 ; a, d", "simplify | 2 + 9*5", "simplify | 2 + 10*5"),
    ("Use Cramer's rule to solve for x only.", r"\begin{cases} 3x - 2y = 6 \\ -5x + 4y = 8 \end{cases} ; x, y", "simplify | (6*4 + 2*8)/(3*4 - 2*5)", "simplify | 27"),
    ("For which values of k does the system have no solution?", r"\begin{cases} x + ky = 1 \\ kx + y = -1 \end{cases} ; x, y, k", "solve | k - 1 | k", "solve | k**2 - 1 | k"),
    ("Use Euler's method with step size 0.1 to approximate y(0.2).", r"y' = x + y,\quad y(0)=1 ; x, y", "simplify | 11/10 + (1/10)*(1/10 + 11/10)", "simplify | 11/10"),
    ("Find the Wronskian of the functions.", r"e^{2t},\quad te^{2t} ; t", "simplify | exp(4*t)", "simplify | exp(2*t)"),
    ("Find a particular solution.", "y'' + 3y' + 2y = 6e^{x} ; x, y", "simplify | exp(x)", "simplify | 2*exp(x)"),
    ("Solve the exact equation.", r"(2xy + 3)\,dx + (x^2 - 1)\,dy = 0 ; x, y", "simplify | Eq(x**2*y + 3*x - y, C)", "simplify | Eq(x**2*y + 3*x, C)"),
    ("Find the orthogonal trajectories.", "x = k y^2 ; x, y, k", "simplify | Eq(2*x**2 + y**2, C)", "simplify | Eq(x**2 + 2*y**2, C)"),
    ("Find the equilibrium solutions.", r"\frac{dy}{dt} = y(3-y)(y+2) ; y, t", "solve | y*(3 - y)*(y + 2) | y", "solve | (3 - y)*(y + 2) | y"),
    ("Solve the system.", r"\mathbf{x}' = \begin{pmatrix} 1 & 1 \\ 4 & 1 \end{pmatrix}\mathbf{x} ; t", "matrix | C1*exp(3*t)*Matrix([1, 2]) + C2*exp(-t)*Matrix([1, -2])", "matrix | C1*exp(3*t)*Matrix([1, 2]) + C2*exp(t)*Matrix([1, -2])"),
    ("The radius of a sphere was measured to be 21 cm with a possible error of at most 0.05 cm. Use differentials to estimate the maximum error in the computed volume.", r"V = \frac{4}{3}\pi r^3 ; V, r", "simplify | 4*pi*21**2/20", "simplify | 4*pi*21**2"),
    ("For what value of the constant c is the function continuous on (-\\infty, \\infty)?", r"f(x) = \begin{cases} cx^2 + 2x & x < 2 \\ x^3 - cx & x \ge 2 \end{cases} ; c, x", "solve | Eq(4*c + 4, 8 - 2*c) | c", "solve | Eq(4*c + 4, 8 - c) | c"),
    ("Find the quadratic polynomial whose graph passes through the points (1, 4), (2, 0), (3, 12).", "p(x) = a + bx + cx^2 ; a, b, c, x", "expand | 24 - 28*x + 8*x**2", "expand | 24 - 28*x + 7*x**2"),
    ("If A is a 3 \\times 3 matrix with det(A) = 5, find the determinant.", r"\det(2A^{-1}) ; x", "simplify | 2**3/5", "simplify | 2/5"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "printed", "good", "bad"), RIGHT_AND_WRONG)
def test_judged_accepts_only_the_answer(words: str, printed: str, good: str, bad: str) -> None:
    status = [judge(*read(f"p :: {words} ; {printed} ; {steps}")[1:]).status for steps in (good, bad)]
    assert status[0] == "accepted"
    assert status[1] != "accepted"


def test_there_needs_all_coordinates() -> None:
    asked = f"p :: Find the divergence at the point (1, 2). ; {FIELD} ; simplify | 4*z"
    assert judge(*read(asked)[1:]).status == "undecided"
