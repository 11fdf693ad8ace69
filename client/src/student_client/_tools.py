"""The tools that a plan may use: a table for the schema, the executor, the verifier, the prompt and docs/tools.md."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ._properties import PROPERTIES, properties_page


@dataclass(frozen=True)
class Tool:
    """One way to call a tool.

    Args:
        name: its name in a plan.
        arguments: the names of its arguments, in order; each is a row of :data:`ARGUMENTS`.
        computes: its result, in words.
        checked: how the verifier checks the result, by another method than the one that computes it.
    """

    name: str
    arguments: tuple[str, ...]
    computes: str
    checked: str

    def __str__(self) -> str:
        return f"{self.name}({', '.join(self.arguments)})"


FORMS: dict[str, str] = {
    "partial fractions": "a sum of numerators over powers of irreducible factors of a higher degree, and a polynomial",
    "quotient and remainder": "a polynomial, and a remainder of a lower degree over the divisor",
    "completed square": "a*(x - h)**2 + k",
    "expanded logarithms": "logarithms of letters, primes and irreducible sums alone",
    "single logarithm": "one logarithm at most",
    "rationalized denominator": "no root in the denominator",
    "a+bi": "a real number plus a real number times I",
    "sines and cosines": "no tangent, cotangent, secant or cosecant",
    "single angles": "sines and cosines of letters alone, not of sums or multiples",
}
"""The forms of ``rewrite``, with the meaning of each."""

MAX_STEPS = 8
"""Most steps in a plan. The longest of the documented problems needs three."""
MAX_TEXT = 500
"""Longest expression in characters. Problems are textbook-sized; a longer text is a model that does not stop."""
MAX_NAME = 32
"""Longest name of a variable in characters."""
RESULTS = tuple(f"R{step}" for step in range(1, MAX_STEPS))
"""The steps that a plan can name as its answer: all but the last, which contains the name."""

SIDES = ("+", "-")
"""The sides of a limit: from above, from below."""

SPACES = ("null space", "column space", "row space")
"""The spaces of a matrix that have a basis."""

ARGUMENTS: dict[str, str] = {
    "expr": "an expression in SymPy's syntax, or Eq(left, right) if an equation is asked",
    "var": "a variable's name, such as x",
    "vars": "variables' names, such as x, y",
    "point": "an expression, or oo or -oo for a limit at infinity",
    "lower": "an expression, or -oo",
    "upper": "an expression, or oo",
    "degree": "a whole number such as 4",
    "form": "one of the forms below",
    "space": "null space, column space or row space",
    "function": "the letter that depends on the variable, such as y",
    "digits": "a whole number such as 4",
    "dir": "+ for the limit from above, - for the limit from below",
    "domain": "an interval such as [0, 2*pi) or (0, oo), real, complex, or general (periodic, any integer n)",
    "to": "the letter of a transform, such as s",
    "property": "one of the properties below",
}
"""Each argument, and its possible values."""

LENGTHS = {"var": MAX_NAME, "function": MAX_NAME, "to": MAX_NAME, "degree": 2, "digits": 2}
"""The longest text of an argument; of each other one it is :data:`MAX_TEXT`."""

_DERIVATIVE = "the derivative made by our own rules has the same values"

TABLE: tuple[Tool, ...] = (
    Tool("integrate", ("expr", "var"), "an antiderivative", "its derivative by our own rules is the integrand"),
    Tool("differentiate", ("expr", "var"), "the derivative, once", _DERIVATIVE),
    Tool(
        "solve",
        ("expr", "var"),
        "all solutions of an equation, or zeros of an expression",
        "each is put back; polynomial roots are isolated exactly, other zeros by ball arithmetic",
    ),
    Tool("simplify", ("expr",), "a shorter form", "the same values, and no shorter form is at hand"),
    Tool("expand", ("expr",), "all products of sums multiplied out", "the same values, and no product of sums is left"),
    Tool("factor", ("expr",), "irreducible factors over the rational numbers", "the same values, each irreducible"),
    Tool("limit", ("expr", "var", "point"), "the limit from both sides", "balls at 2^-4 to 2^-256 from the point"),
    Tool("substitute", ("expr", "var", "point"), "the value at a point", "the printed expression's ball there"),
    Tool(
        "integrate",
        ("expr", "var", "lower", "upper"),
        "a definite integral; oo or -oo if it diverges to that",
        "rigorous quadrature, and the difference of an antiderivative that is checked by its derivative",
    ),
    Tool("limit", ("expr", "var", "point", "dir"), "the limit from one side", "balls at 2^-4 to 2^-256 on that side"),
    Tool(
        "solve",
        ("expr", "var", "domain"),
        "all solutions in an interval, among the real or complex numbers, or in general: as families in n",
        "each is put back and lies there; all zeros there, or in one proved period, are isolated",
    ),
    Tool(
        "solve_inequality",
        ("expr", "var"),
        "the real numbers for which an inequality such as x**2 < 4 or 1 < 2*x <= 4 holds, as intervals",
        "the sides' signs by balls between all zeros and breaks, which are isolated, and at each of them",
    ),
    Tool(
        "solve_inequality",
        ("expr", "var", "domain"),
        "the numbers of an interval for which an inequality holds",
        "as above, and each lies in the interval",
    ),
    Tool(
        "solve_system",
        ("expr", "vars"),
        "all solutions of equations such as Eq(x + y, 3), Eq(x - y, 1)",
        "each is put back; linear systems by rank, two curves by all pairs of the resultants' roots",
    ),
    Tool(
        "sum",
        ("expr", "var", "lower", "upper"),
        "the sum over whole numbers var, up to a letter or oo, too",
        "terms one by one; without end by a ratio below one, or the polygamma functions of the poles",
    ),
    Tool("product", ("expr", "var", "lower", "upper"), "the product over whole numbers var", "factors one by one"),
    Tool(
        "taylor",
        ("expr", "var", "point", "degree"),
        "the Taylor polynomial around a point, up to a degree",
        "the coefficients of the printed expression's power series, by balls",
    ),
    Tool(
        "implicit",
        ("expr", "var", "function"),
        "the derivative of a letter along an equation in two, such as dy/dx",
        "minus the quotient of the partial derivatives, by our own rules",
    ),
    Tool(
        "numeric",
        ("expr", "digits"),
        "the value as a decimal with so many significant digits",
        "the printed expression's ball, rounded",
    ),
    Tool(
        "inverse",
        ("expr", "var"),
        "the inverse function, in the same letter",
        "applied after the function, it gives the letter back wherever the function has a value",
    ),
    Tool(
        "dsolve",
        ("expr", "var", "function"),
        "the solution of a differential equation such as Eq(diff(y, x), 2*y), and of values such as Eq(y(0), 1)",
        "it is put in; a linear equation has as many independent constants as its order, values leave none",
    ),
    Tool(
        "laplace",
        ("expr", "var", "to"),
        "the Laplace transform of a function of var, in the letter to",
        "our own table for sums of powers, exponentials, sines and cosines",
    ),
    Tool(
        "inverse_laplace",
        ("expr", "var", "to"),
        "the function of to with a Laplace transform in var",
        "its transform by our own table is the problem's",
    ),
    Tool(
        "matrix",
        ("expr",),
        "the value of an expression with matrices such as Matrix([[1, 2], [3, 4]]): sums, products, powers (** -1 is "
        "the inverse), transpose(A), dot(u, v), cross(u, v), norm(v)",
        "worked out entry by entry by our own rules",
    ),
    Tool("determinant", ("expr",), "the determinant of a matrix", "expanded by its first row, by our own rules"),
    Tool(
        "eigenvalues",
        ("expr",),
        "the different eigenvalues of a matrix",
        "the isolated roots of the characteristic polynomial, made by our own rules",
    ),
    Tool("row_reduce", ("expr",), "the reduced row echelon form of a matrix", "our own elimination with exact numbers"),
    Tool("rank", ("expr",), "the rank of a matrix", "our own elimination with exact numbers"),
    Tool(
        "basis",
        ("expr", "space"),
        "a basis of a space of a matrix, as a list of vectors",
        "each is in the space, none depends on the others, and there are as many as the dimension",
    ),
    Tool(
        "eigenvectors",
        ("expr",),
        "the different eigenvalues of a matrix, each with a basis of its eigenvectors",
        "A*v = lambda*v exactly, independent and as many as the eigenspace has, and no eigenvalue is missing",
    ),
    Tool("rewrite", ("expr", "form"), "the expression in another form", "the same values, and the form is seen in it"),
    Tool(
        "rewrite", ("expr", "var", "form"), "the same, in one variable", "the same values, and the form is seen in it"
    ),
    Tool(
        "collect", ("expr", "var"), "powers of a variable, each once", "the same values, and each power is there once"
    ),
    Tool("classify", ("expr", "property"), "the word that tells a property", "proved as below, or undecided"),
    Tool("classify", ("expr", "var", "property"), "the same, in one variable", "proved as below, or undecided"),
    Tool("classify", ("expr", "var", "point", "property"), "the same, at a point", "proved as below, or undecided"),
)
"""All tools."""


NAMES = ", ".join(map(str, TABLE))
"""All tools with their arguments, as prompts name them."""


def groups() -> Iterator[tuple[tuple[str, ...], list[str]]]:
    """Yield each list of arguments, and the names of the tools that accept it."""
    found: dict[tuple[str, ...], list[str]] = {}
    for tool in TABLE:
        found.setdefault(tool.arguments, []).append(tool.name)
    yield from found.items()


def step_schemas(*, lengths: bool = False) -> list[dict[str, Any]]:
    """Return the JSON schema of a step for each group of tools, optionally with lengths of strings."""
    return [
        _object(
            type={"type": "string", "enum": ["tool"]},
            tool={"enum": names, "type": "string"},
            args=_object(**{argument: _schema(argument, lengths=lengths) for argument in arguments}),
        )
        for arguments, names in groups()
    ]


def final_schema() -> dict[str, Any]:
    """Return the JSON schema of the last step."""
    result = {"type": "string", "enum": [*RESULTS]}
    several = {"items": result, "maxItems": MAX_STEPS, "minItems": 1, "type": "array"}
    return _object(type={"type": "string", "enum": ["final"]}, payload=_object(result={"anyOf": [result, several]}))


def _object(**properties: Any) -> dict[str, Any]:
    return {"additionalProperties": False, "properties": properties, "required": [*properties], "type": "object"}


def _schema(argument: str, *, lengths: bool) -> dict[str, Any]:
    options = {"dir": SIDES, "form": FORMS, "space": SPACES, "property": PROPERTIES}.get(argument)
    if options is not None:
        return {"type": "string", "enum": list(options)}
    return {"type": "string"} | ({"maxLength": LENGTHS.get(argument, MAX_TEXT)} if lengths else {})


_TAKES = {name: [tool.arguments for tool in TABLE if tool.name == name] for name in {tool.name for tool in TABLE}}


def takes(name: str) -> list[tuple[str, ...]]:
    """Return the lists of arguments that a tool accepts; none if there is no such tool.

    >>> takes("limit")
    [('expr', 'var', 'point'), ('expr', 'var', 'point', 'dir')]
    """
    return _TAKES.get(name, [])


def named(tool: str, values: Sequence[str]) -> dict[str, str]:
    """Return arguments by name: those of the first row of the table with as many.

    >>> named("limit", ["1/x", "x", "0", "+"])
    {'expr': '1/x', 'var': 'x', 'point': '0', 'dir': '+'}
    """
    fits = [arguments for arguments in takes(tool) if len(arguments) == len(values)] or [tuple(ARGUMENTS)]
    return dict(zip(fits[0], values, strict=False))


def page() -> str:
    """Return the tables of docs/tools.md."""
    rows = [f"| `{tool}` | {_cell(tool.computes)} | {_cell(tool.checked)} |" for tool in TABLE]
    arguments = [f"| `{name}` | {_cell(meaning)} |" for name, meaning in ARGUMENTS.items()]
    forms = [f"| `{name}` | {_cell(meaning)} |" for name, meaning in FORMS.items()]
    return "\n".join(
        [
            *("| tool | result | checked by |", "|---|---|---|", *rows, ""),
            *("| argument | is |", "|---|---|", *arguments, ""),
            *("| form | is |", "|---|---|", *forms, ""),
            properties_page(),
        ]
    )


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
