"""The tasks of the concept reader: the things that each must and may name, what is printed, and its usual words."""

from __future__ import annotations

from dataclasses import dataclass

_FUNCTION = r"^(?!.*(?:\\int|\\sum|\\prod|\\lim(?![a-z])|\\begin|[<>]|\\[lg]eq?\b|'|=.*=)).*[a-z]"
_EQUATION = (
    r"^(?!.*(?:\\int|\\sum|\\prod|\\lim(?![a-z])|\\begin|[<>]|\\[lg]eq?\b|'|\bd[a-zA-Z]\b|\\frac\{d))[^=]*=[^=]*$"
)
_INEQUALITY = r"[<>≤≥]|\\(?:leq?|geq?|lt|gt)(?![a-z])"
_SYSTEM = r"^(?!.*(?:'|\\frac\{d)).*=.*(?:,|;|\\\\|\band\b).*="
_MATRIX = r"^(?!.*\{[lcr]*\|[lcr|]*\}).*(?:matrix|array|\[\[)"
_VECTORS = r"[(<\[]|\\langle|matrix"
_ODE = r"'|\\[dt]?frac\s*\{\s*(?:d|\\mathrm\{d\})|\bd[a-zA-Z]/d[a-z]|\\d?dot|\bdiff\("
_START = r"[A-Za-z]'*\(\s*-?[\d.]+\s*\)\s*="
_LIMIT = r"^\s*\$?(?:\\displaystyle\s*)?\\lim|^\s*lim"
_INTEGRAL = r"^\s*\$?(?:\\displaystyle\s*)?\\i+nt|^\s*int"
_SUM = r"^\s*\$?(?:\\displaystyle\s*)?(?:S\s*=\s*)?\\sum|^\s*sum"
_ENDLESS = r"^(?=.*(?:infty|∞|oo)).*\\sum"
_SEQUENCE = r"^\s*\$?\\?\{?\(?[a-zA-Z]_\{?[a-z]\}?\)?\s*="
_NUMBERS = r"^[\d\s,;$]+(?:\\text\{ ?and ?\})?[\d\s,;$]*$"
_NO_LETTERS = r"^(?!.*(?<![\\a-zA-Z])[a-zA-Z](?![a-zA-Z])).*(?:[=<>]|\\[lg]eq?)"


@dataclass(frozen=True)
class Task:
    """What can be asked.

    Args:
        words: the usual words, with ``{place}``, ``{interval}`` or the like for a formula that must be given.
        printed: a regular expression that the problem's expression matches.
        needs: things or formulas of which each must be named; ``a|b`` is either.
        allows: further ones that may be named.
        ways: the ways to the answer that may be named.
        finds: further things that may be asked for, in place of those that it needs.
        by_word: True if a word is the answer.
    """

    words: str
    printed: str
    needs: tuple[str, ...]
    allows: tuple[str, ...] = ()
    ways: tuple[str, ...] = ()
    finds: tuple[str, ...] = ()
    by_word: bool = False

    @property
    def names(self) -> set[str]:
        """All things and formulas that may be named."""
        return {one for needs in (*self.needs, *self.allows, *self.finds) for one in needs.split("|")}


_F = ("function", "algebra", "reals")
_D = ("derivative",)
_M = ("matrix",)
_S = ("equation", "inequality", "notation")


def _asks(words: str, printed: str, needs: tuple[str, ...], *allows: str, ways: tuple[str, ...] = ()) -> Task:
    """Return a task whose answer is a word."""
    return Task(words, printed, needs, allows, ways, by_word=True)


_OPERATIONS = (
    Task("Evaluate the limit.", _LIMIT, (), ("exists", "algebra"), ("limit",), ("limit",)),
    Task("Evaluate the integral{rounded}.", _INTEGRAL, (), ("diverges",), ("integral",), ("integral",)),
    Task("Find the sum{rounded}.", _SUM, (), ("series", "telescopes"), ("sum",), ("sum",)),
    Task("Solve the differential equation.", rf"^(?!.*{_START}).*(?:{_ODE})", ("solution",), ("ode",), ("ode",)),
    Task("Solve the differential equation.", rf"(?:{_ODE}).*{_START}", ("solution",), ("ode", "initial"), ("ode",)),
    Task(
        "Find the limit of the sequence.",
        _SEQUENCE,
        ("limit|to what",),
        ("sequence", "exists", "converges", "index"),
    ),
)
_SOLVING = (
    Task("Solve the equation{rounded}.", _EQUATION, ("solve",), ("equation", "check"), _S),
    Task("Find the general solution.", r"\\?(?:sin|cos|tan).*=", ("general",), ("solve", "equation", "radians"), _S),
    Task("Find all real solutions.", _EQUATION, ("solve", "real|reals"), ("equation", "check"), _S),
    Task("Find all complex solutions.", _EQUATION, ("solve", "complex|complexes"), ("equation", "check"), _S),
    Task("Find all solutions in the interval {interval}.", _EQUATION, ("solve",), ("equation", "check"), _S),
    Task("Find all solutions with {condition}.", _EQUATION, (), ("equation", "check"), _S, ("solve",)),
    Task("Solve for {for}.", _EQUATION, (), ("equation",), _S, ("solve", "subject")),
    Task(
        "Find all values of {unknown} for which the equation has two equal roots.",
        _EQUATION,
        ("equal roots",),
        ("equation",),
        ("equation", "discriminant"),
    ),
    Task("Solve the inequality.", _INEQUALITY, ("solve",), ("inequality", "real"), _S),
    Task(
        "Solve the inequality on the interval {interval}.",
        _INEQUALITY,
        ("solve",),
        ("inequality", "real"),
        ("notation",),
    ),
    Task(
        "Solve the system of equations.",
        _SYSTEM,
        ("solve jointly|meet",),
        ("system",),
        ("system",),
        ("points", "solve jointly", "meet"),
    ),
)
_CALCULUS = (
    Task("Find the derivative.", _FUNCTION, ("derivative",), (*_F, "condition"), _D),
    Task("Find the derivative at {place}.", _FUNCTION, ("derivative",), _F, _D),
    Task("Find the second derivative.", _FUNCTION, ("second derivative|d2",), (*_F, "condition"), _D),
    Task("Find the second derivative at {place}.", _FUNCTION, ("second derivative",), _F, _D),
    Task("Find the third derivative.", _FUNCTION, ("third derivative",), _F, _D),
    Task("Find dy/dx.", _FUNCTION, ("dy/dx",), (*_F, "equation", "condition"), _D, ("derivative",)),
    Task("Find dy/dx at {point}.", _EQUATION, ("dy/dx|slope",), (*_F, "equation", "tangent line"), _D, ("slope",)),
    Task(
        "Find the partial derivative with respect to {respect}.",
        _FUNCTION,
        ("partial derivative|derivative",),
        _F,
        _D,
    ),
    Task("Find an antiderivative.", _FUNCTION, ("antiderivative",), _F, ("integral",)),
    Task("Find the equation of the tangent line at {place}.", _FUNCTION, ("tangent",), (*_F, "line form")),
    Task("Find the equation of the normal line at {place}.", _FUNCTION, ("normal",), (*_F, "line form")),
    Task("Find the slope of the tangent line at {place}.", _FUNCTION, ("slope",), (*_F, "tangent line")),
    Task(
        "Find the maximum value of the function on the interval {interval}.",
        _FUNCTION,
        ("maximum value",),
        _F,
    ),
    Task(
        "Find the minimum value of the function on the interval {interval}.",
        _FUNCTION,
        ("minimum value",),
        _F,
    ),
    Task("Find the maximum value.", _FUNCTION, ("maximum value",), _F),
    Task("Find the minimum value.", _FUNCTION, ("minimum value",), _F),
    Task("Find the average value on {interval}.", _FUNCTION, ("mean",), _F),
    Task("Find the average rate of change on {interval}.", _FUNCTION, ("mean rate",), _F),
    Task("Find the intervals on which the function is increasing.", _FUNCTION, ("intervals", "rising"), _F),
    Task("Find the intervals on which the function is decreasing.", _FUNCTION, ("intervals", "falling"), _F),
    Task("Find the intervals on which the function is concave up.", _FUNCTION, ("intervals", "concave up"), _F),
    Task("Find the intervals on which the function is concave down.", _FUNCTION, ("intervals", "concave down"), _F),
    Task("Find the vertical asymptotes.", _FUNCTION, ("vertical asymptotes",), (*_F, "equation", "abscissa", "where")),
    Task("Find the horizontal asymptotes.", _FUNCTION, ("horizontal asymptotes",), (*_F, "equation")),
    Task("Find the x-coordinate of the inflection point.", _FUNCTION, ("inflection", "abscissa|at which"), _F),
    Task("Find the critical numbers.", _FUNCTION, ("critical numbers",), _F),
    Task("Find the domain.", _FUNCTION, ("domain",), _F, ("notation",)),
    Task("Find the inverse function.", _FUNCTION, ("inverse",), _F),
    Task("Find the x-intercepts.", _FUNCTION, ("x-intercepts",), (*_F, "real")),
    Task("Find the y-intercept.", _FUNCTION, ("y-intercept",), _F),
    Task("Find the value at {place}.", _FUNCTION, ("evaluate",), _F),
    Task("Find the limit as {approach}.", _FUNCTION, ("behaviour",), (*_F, "exists"), ("limit",)),
    Task("Find the velocity.", r"^\s*\$?[sxhyr]\s*\(\s*t\s*\)\s*=", ("velocity",), ("displacement",)),
    Task("Find the acceleration.", r"^\s*\$?[sxhyr]\s*\(\s*t\s*\)\s*=", ("acceleration",), ("displacement",)),
    Task("Find the Laplace transform.", r"t", ("laplace",), ("function", "image")),
    Task("Find the inverse Laplace transform.", r"s", ("inverse laplace",), ("function", "image")),
)
_ALGEBRA = (
    Task("Factor completely.", _FUNCTION, ("factor",), _F),
    Task("Expand.", _FUNCTION, ("expand",), _F, (), ("simplify",)),
    Task("Simplify.", _FUNCTION, ("simplify",), (*_F, "single")),
    Task("Write as partial fractions.", r"frac|/", ("partial fractions",), (*_F, "sum")),
    Task("Complete the square.", _FUNCTION, ("completed square",), (*_F, "equation")),
    Task("Rationalize the denominator.", r"sqrt|√", ("rationalized",), ("algebra", "simplify")),
    Task("Divide using long division.", r"frac|/|\\div", ("long division",), ("algebra",)),
    Task("Write the expression in the form a + bi.", r"i", ("a+bi",), ("simplify",), (), ("algebra", "complex form")),
    Task(
        "Expand using the addition formula.",
        r"\\?(?:sin|cos)\W*\d",
        ("in sines",),
        ("algebra", "angle formula"),
        ("derivative",),
    ),
    Task("Find the greatest common divisor.", _NUMBERS, ("gcd",), ("number",)),
    Task("Find the least common multiple.", _NUMBERS, ("lcm",), ("number",)),
    Task("Find the prime factorization.", r"^[\d\s$]+$", ("primes",), ("number",)),
    Task("Write as a single logarithm.", r"log|ln", ("single logarithm",), ("logarithm", *_F)),
    Task("Expand the logarithm.", r"log|ln", ("expanded logarithms", "logarithm"), _F),
)
_MATRICES = (
    Task("Find the product of the matrices.", r"\\end\{.matrix\}[^,;]*\\begin", ("matrix product",), _M),
    Task("Find the determinant.", _MATRIX, ("determinant",), _M, _M),
    Task("Find the inverse of the matrix.", _MATRIX, ("inverse",), ("matrix", "inverse exists"), _M),
    Task("Find the eigenvalues of the matrix.", _MATRIX, ("eigenvalues",), _M, _M),
    Task("Find the eigenvectors of the matrix.", _MATRIX, ("eigenvectors",), ("matrix",), _M, ("eigenvalues",)),
    Task("Find the rank of the matrix.", _MATRIX, ("rank",), _M, _M),
    Task("Find the reduced row echelon form.", _MATRIX, ("row reduce",), _M, _M),
    Task("Find a basis for the null space of the matrix.", _MATRIX, ("basis", "null space"), _M, _M),
    Task(
        "Find a basis for the column space of the matrix.", _MATRIX, ("basis", "column space"), ("matrix", "span"), _M
    ),
    Task("Find a basis for the row space of the matrix.", _MATRIX, ("basis", "row space"), _M, _M),
    Task(
        "Find the characteristic polynomial of the matrix.",
        _MATRIX,
        ("characteristic polynomial",),
        ("matrix", "expand"),
    ),
    Task("Find the cross product of the vectors.", _VECTORS, ("cross",), ("vectors",)),
    Task("Find the dot product of the vectors.", _VECTORS, ("dot",), ("vectors",)),
    Task("Find the angle between the vectors.", _VECTORS, ("angle", "vectors"), ("radians",)),
)
_WORDS = (
    _asks("Determine whether the number is prime or composite.", r"^[\d\s^{}+*\-]+$", ("prime",), "number"),
    _asks(
        "Determine whether the function is even, odd or neither.",
        rf"(?=.*[tuxyz]){_FUNCTION}",
        ("even or odd",),
        "plain function",
    ),
    _asks("Determine whether the number is rational or irrational.", r"^[^=]+$", ("rational or irrational",), "number"),
    _asks("Determine whether the statement is true or false.", _NO_LETTERS, ("true or false",), "statement"),
    _asks(
        "Determine whether the sequence is increasing, decreasing or neither.",
        _SEQUENCE,
        ("increasing",),
        "sequence",
        "index",
    ),
    _asks(
        "Determine whether the function is increasing or decreasing at {place}.",
        _FUNCTION,
        ("increasing",),
        "plain function",
    ),
    _asks(
        "Determine whether the curve is concave up or concave down at {place}.",
        _FUNCTION,
        ("concave",),
        "plain function",
    ),
    _asks("Determine whether the function is continuous at {place}.", r"", ("continuous",), "plain function", "number"),
    _asks("Classify the discontinuity at {place}.", r"", ("discontinuity",), "plain function", "undefined"),
    _asks(
        "Determine whether the stationary point at {place} is a maximum, a minimum or neither.",
        _FUNCTION,
        ("stationary point",),
        "plain function",
        "extremum",
        "which of",
    ),
    _asks("Determine whether the lines are parallel, perpendicular or neither.", r"=.*=", ("lines", "parallel")),
    _asks("Determine whether the vectors are parallel, orthogonal or neither.", _VECTORS, ("vectors", "parallel")),
    _asks(
        "Determine whether the vectors are linearly independent or linearly dependent.",
        _VECTORS,
        ("vectors", "independent"),
    ),
    _asks("Determine whether the matrix is invertible.", _MATRIX, ("inverse exists",), "matrix", ways=_M),
    _asks("Classify the conic section.", r"=", ("conic",), "equation", "graph of"),
    _asks(
        "Determine whether the series converges or diverges.",
        _ENDLESS,
        ("convergence",),
        "plain series",
        ways=("series",),
    ),
    _asks(
        "Determine whether the series converges absolutely, converges conditionally or diverges.",
        _ENDLESS,
        ("convergence", "absolute"),
        "plain series",
        ways=("series",),
    ),
    Task(
        "Use the discriminant to determine the number and type of the roots.",
        _EQUATION,
        ("nature",),
        ("equation", "distinct"),
        ("discriminant",),
        ("nature",),
        by_word=True,
    ),
    Task(
        "Determine whether the system has no solution, one solution or infinitely many solutions.",
        _SYSTEM,
        ("how many",),
        ("system", "counts"),
        finds=("how many",),
        by_word=True,
    ),
)
TASKS: tuple[Task, ...] = (*_OPERATIONS, *_SOLVING, *_CALCULUS, *_ALGEBRA, *_MATRICES, *_WORDS)
