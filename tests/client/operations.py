"""Operations with their arguments and words, how the verifier reads them, a right plan and a wrong one."""

from __future__ import annotations

from .plans import plan
from .properties import IN_X, PROPERTIES

X2 = "x^2 + 1"
POWER = r"x^3 \cdot e^{2x}"
CASES = [
    # operation, expression, arguments, objective, what the verifier reads, a right plan, a wrong plan
    (
        "integrate", X2, {}, "integrate with respect to x",
        [{"operation": "integrate", "variable": "x"}],
        plan("integrate | x**2 + 1 | x"), plan("integrate | x**2 | x"),
    ),
    (
        "integrate", r"\int x^2 \sin x\,dx", {}, "integrate with respect to x",
        [{"operation": "integrate", "variable": "x"}],
        plan("integrate | x**2*sin(x) | x"), plan("integrate | x**2*cos(x) | x"),
    ),
    (
        "integrate", X2, {"lower": 0, "upper": "1"}, "integrate with respect to x from 0 to 1",
        [{"operation": "integrate", "variable": "x", "lower": "0", "upper": "1"}],
        plan("integrate | x**2 + 1 | x", "substitute | R1 | x | 1", "substitute | R1 | x | 0", "simplify | R2 - R3"),
        plan("integrate | x**2 + 1 | x", "substitute | R1 | x | 2", "substitute | R1 | x | 0", "simplify | R2 - R3"),
    ),
    (
        "differentiate", "t^3 x", {"variable": "t", "variables": ["x", "t"]}, "differentiate with respect to t",
        [{"operation": "differentiate", "variable": "t"}],
        plan("differentiate | t**3*x | t"), plan("differentiate | t**3*x | x"),
    ),
    (
        "differentiate", POWER, {"order": 2}, "second derivative with respect to x",
        [{"operation": "differentiate", "variable": "x", "order": "2"}],
        plan("differentiate | x**3*exp(2*x) | x", "differentiate | R1 | x"), plan("differentiate | x**3*exp(2*x) | x"),
    ),
    (
        "differentiate", "x^5", {"order": 3}, "third derivative with respect to x",
        [{"operation": "differentiate", "variable": "x", "order": "3"}],
        plan("differentiate | x**5 | x", "differentiate | R1 | x", "differentiate | R2 | x"),
        plan("differentiate | x**5 | x", "differentiate | R1 | x"),
    ),
    (
        "differentiate", "x^5", {"order": 4}, "fourth derivative with respect to x",
        [{"operation": "differentiate", "variable": "x", "order": "4"}],
        plan("differentiate | x**5 | x", *(f"differentiate | R{n} | x" for n in (1, 2, 3))),
        plan("differentiate | x**5 | x", *(f"differentiate | R{n} | x" for n in (1, 2))),
    ),
    (
        "differentiate", "x^3", {"at": "-1/2"}, "derivative with respect to x at x = -1/2",
        [{"operation": "differentiate", "variable": "x"}, {"operation": "evaluate", "variable": "x", "at": "-1/2"}],
        plan("differentiate | x**3 | x", "substitute | R1 | x | -1/2"),
        plan("substitute | x**3 | x | -1/2"),
    ),
    (
        "differentiate", "x^4", {"at": 2, "order": 2}, "second derivative with respect to x at x = 2",
        [
            {"operation": "differentiate", "variable": "x", "order": "2"},
            {"operation": "evaluate", "variable": "x", "at": "2"},
        ],
        plan("differentiate | x**4 | x", "differentiate | R1 | x", "substitute | R2 | x | 2"),
        plan("differentiate | x**4 | x", "substitute | R1 | x | 2"),
    ),
    (
        "solve", "x^2 - 5x + 6 = 0", {}, "solve for x", [{"operation": "solve", "variable": "x"}],
        plan("solve | x**2 - 5*x + 6 | x"), plan("solve | x**2 - 5*x - 6 | x"),
    ),
    (
        "factor", "x^2 + 5x + 6", {}, "factor", [{"operation": "factor"}],
        plan("factor | x**2 + 5*x + 6"), plan("expand | x**2 + 5*x + 6"),
    ),
    (
        "expand", "(2x-3)(x+4)", {}, "expand", [{"operation": "expand"}],
        plan("expand | (2*x-3)*(x+4)"), plan("expand | (2*x+3)*(x+4)"),
    ),
    (
        "simplify", r"\frac{x^2-1}{x-1}", {}, "simplify", [{"operation": "simplify"}],
        plan("simplify | (x**2-1)/(x-1)"), plan("simplify | (x**2+1)/(x-1)"),
    ),
    (
        "limit", r"\frac{\sin 3x}{x}", {"at": 0}, "limit as x approaches 0",
        [{"operation": "limit", "variable": "x", "at": "0"}],
        plan("limit | sin(3*x)/x | x | 0"), plan("limit | sin(2*x)/x | x | 0"),
    ),
    (
        "limit", r"\frac{1}{t} + 1", {"variable": "t", "at": "oo"}, "limit as t approaches oo",
        [{"operation": "limit", "variable": "t", "at": "oo"}],
        plan("limit | 1/t + 1 | t | oo"), plan("limit | 1/t | t | oo"),
    ),
    (
        "limit", r"x \ln x", {"at": 0, "side": "+"}, "limit as x approaches 0 from the right",
        [{"operation": "limit", "variable": "x", "at": "0", "side": "+"}],
        plan("limit | x*log(x) | x | 0"), plan("limit | x*log(x) + 1 | x | 0"),
    ),
    (
        "evaluate", "x^3 - 4x + 1", {"at": 2}, "evaluate at x = 2",
        [{"operation": "evaluate", "variable": "x", "at": "2"}],
        plan("substitute | x**3 - 4*x + 1 | x | 2"), plan("substitute | x**3 - 4*x + 1 | x | 3"),
    ),
    (
        "sum", "k^2", {"variable": "k", "lower": 1, "upper": 9}, "sum with respect to k from 1 to 9",
        [{"operation": "sum", "variable": "k", "lower": "1", "upper": "9"}],
        plan("sum | k**2 | k | 1 | 9"), plan("sum | k**2 | k | 0 | 8"),
    ),
    (
        "taylor", "e^x", {"at": 0, "degree": 3}, "Taylor polynomial of degree 3 at x = 0",
        [{"operation": "taylor", "variable": "x", "at": "0", "degree": "3"}],
        plan("taylor | exp(x) | x | 0 | 3"), plan("taylor | exp(x) | x | 0 | 2"),
    ),
    (
        "numeric", r"\pi", {"digits": 4}, "evaluate to 4 significant figures",
        [{"operation": "numeric", "digits": "4"}],
        plan("numeric | pi | 4"), plan("numeric | pi | 3"),
    ),
    (
        "rewrite", r"\frac{1}{x^2-1}", {"form": "partial fractions"}, "partial fraction decomposition",
        [{"operation": "rewrite", "variable": "x", "form": "partial fractions"}],
        plan("rewrite | 1/(x**2-1) | x | partial fractions"), plan("rewrite | 1/(x**2-4) | x | partial fractions"),
    ),
    (
        "implicit", "x^2 + y^2 = 1", {"variables": ["x", "y"], "function": "y"}, "find dy/dx",
        [{"operation": "implicit", "variable": "x", "function": "y"}],
        plan("implicit | Eq(x**2 + y**2, 1) | x | y"), plan("implicit | Eq(x**2 + y**2, 1) | y | x"),
    ),
    (
        "collect", "ax + bx", {"variables": ["x", "a", "b"]}, "collect terms in x",
        [{"operation": "collect", "variable": "x"}],
        plan("collect | a*x + b*x | x"), plan("collect | a*x - b*x | x"),
    ),
    (
        "inverse", "2x + 1", {}, "inverse function",
        [{"operation": "inverse", "variable": "x"}],
        plan("inverse | 2*x + 1 | x"), plan("inverse | 2*x - 1 | x"),
    ),
    (
        "domain", r"\sqrt{9 - x^2}", {}, "find the domain of the function",
        [{"operation": "domain", "variable": "x"}],
        plan("solve_inequality | 9 - x**2 >= 0 | x"), plan("solve_inequality | 9 - x**2 > 0 | x"),
    ),
    (
        "dsolve", "y' = 2y", {"variables": ["x", "y"]}, "solve the differential equation",
        [{"operation": "dsolve", "variable": "x"}],
        plan("dsolve | Eq(diff(y, x), 2*y) | x | y"), plan("dsolve | Eq(diff(y, x), 3*y) | x | y"),
    ),
    (
        "laplace", r"\sin 2t", {"variable": "t"}, "find the Laplace transform",
        [{"operation": "laplace", "variable": "t", "to": "s"}],
        plan("laplace | sin(2*t) | t | s"), plan("laplace | cos(2*t) | t | s"),
    ),
    (
        "inverse_laplace", r"\frac{1}{s - 3}", {"variable": "s"}, "find the inverse Laplace transform",
        [{"operation": "inverse_laplace", "variable": "s", "to": "t"}],
        plan("inverse_laplace | 1/(s - 3) | s | t"), plan("inverse_laplace | 1/(s + 3) | s | t"),
    ),
    (
        "solve_system", "x + y = 3, x - y = 1", {"variables": ["x", "y"]}, "solve the system",
        [{"operation": "solve_system"}],
        plan("solve_system | Eq(x + y, 3), Eq(x - y, 1) | x, y"),
        plan("solve_system | Eq(x + y, 3), Eq(x - y, 2) | x, y"),
    ),
    (
        "matrix", r"\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}^2", {}, "compute",
        [{"operation": "matrix"}],
        plan("matrix | Matrix([[1, 2], [3, 4]])**2"), plan("matrix | Matrix([[1, 2], [3, 4]])**3"),
    ),
    (
        "determinant", r"\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}", {}, "determinant",
        [{"operation": "determinant"}],
        plan("determinant | Matrix([[1, 2], [3, 4]])"), plan("determinant | Matrix([[1, 2], [3, 5]])"),
    ),
    (
        "classify", "x^3 + x", {"property": "parity"}, "determine whether the function is even, odd, or neither",
        [{"operation": "classify", "variable": "x", "property": "parity"}],
        plan("classify | x**3 + x | x | parity"), plan("classify | x**2 | x | parity"),
    ),
    (
        "classify", r"\sum_{n=1}^{\infty} \frac{1}{n}", {"property": "convergence", "variable": "n"},
        "determine whether the series converges absolutely, converges conditionally, or diverges",
        [{"operation": "classify", "variable": "n", "property": "convergence"}],
        plan("classify | 1/n | n | convergence"), plan("classify | 1/n**2 | n | convergence"),
    ),
    (
        "classify", "x^2 = 4", {"property": "truth", "at": 2}, "determine whether x = 2 is a solution",
        [{"operation": "classify", "variable": "x", "property": "truth", "at": "2"}],
        plan("classify | Eq(x**2, 4) | x | 2 | truth"), plan("classify | Eq(x**2, 9) | x | 2 | truth"),
    ),
    (
        "classify", "91", {"property": "primality"}, "determine whether the number is prime or composite",
        [{"operation": "classify", "property": "primality"}],
        plan("classify | 91 | primality"), plan("classify | 97 | primality"),
    ),
    *(
        ("classify", expression, {"property": name, "variables": ["x", "y"]} | at, words,
         [{"operation": "classify"} | ({"variable": "x"} if name in IN_X else {}) | {"property": name} | at],
         plan(f"classify | {right} | {name}"), plan(f"classify | {wrong} | {name}"))
        for name, at, words, expression, right, wrong in PROPERTIES
    ),
    (
        "classify", "x^2 - 2x", {"property": "stationary point", "at": 1},
        "determine the nature of the stationary point at x = 1",
        [{"operation": "classify", "variable": "x", "property": "stationary point", "at": "1"}],
        plan("classify | x**2 - 2*x | x | 1 | stationary point"),
        plan("classify | 2*x - x**2 | x | 1 | stationary point"),
    ),
    (
        "eigenvalues", r"\begin{pmatrix} 4 & 1 \\ 2 & 3 \end{pmatrix}", {}, "eigenvalues",
        [{"operation": "eigenvalues"}],
        plan("eigenvalues | Matrix([[4, 1], [2, 3]])"), plan("eigenvalues | Matrix([[4, 1], [2, 2]])"),
    ),
    (
        "row_reduce", r"\begin{pmatrix} 1 & 2 \\ 2 & 4 \end{pmatrix}", {}, "find the reduced row echelon form",
        [{"operation": "row_reduce"}],
        plan("row_reduce | Matrix([[1, 2], [2, 4]])"), plan("row_reduce | Matrix([[1, 2], [2, 3]])"),
    ),
    (
        "rank", r"\begin{pmatrix} 1 & 2 \\ 2 & 4 \end{pmatrix}", {}, "rank",
        [{"operation": "rank"}],
        plan("rank | Matrix([[1, 2], [2, 4]])"), plan("rank | Matrix([[1, 2], [2, 3]])"),
    ),
    (
        "nullity", r"\begin{pmatrix} 1 & 2 & 3 \\ 2 & 4 & 6 \end{pmatrix}", {}, "nullity",
        [{"operation": "nullity"}],
        plan("rank | Matrix([[1, 2, 3], [2, 4, 6]])", "simplify | 3 - R1"),
        plan("rank | Matrix([[1, 2, 3], [2, 4, 6]])", "simplify | 2 - R1"),
    ),
    (
        "basis", r"\begin{pmatrix} 1 & 2 \\ 2 & 4 \end{pmatrix}", {"space": "null space"},
        "find a basis for the null space",
        [{"operation": "basis", "space": "null space"}],
        plan("basis | Matrix([[1, 2], [2, 4]]) | null space"), plan("basis | Matrix([[1, 3], [2, 6]]) | null space"),
    ),
    (
        "basis", r"\begin{pmatrix} 1 & 2 \\ 3 & 6 \end{pmatrix}", {"space": "row space"},
        "find a basis for the row space",
        [{"operation": "basis", "space": "row space"}],
        plan("basis | Matrix([[1, 2], [3, 6]]) | row space"), plan("basis | Matrix([[1, 2], [3, 6]]) | column space"),
    ),
    (
        "eigenvectors", r"\begin{pmatrix} 4 & 1 \\ 2 & 3 \end{pmatrix}", {}, "eigenvectors",
        [{"operation": "eigenvectors"}],
        plan("eigenvectors | Matrix([[4, 1], [2, 3]])"), plan("eigenvalues | Matrix([[4, 1], [2, 3]])"),
    ),
]  # fmt: skip
