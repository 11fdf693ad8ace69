"""The words that ask for a form, a sum, or a series, written as in :mod:`student_client._reading.questions.phrases`."""

from __future__ import annotations

from collections.abc import Sequence

_NULL = ("null space", "nullspace", "null-space", "kernel")
_COLUMN = ("column space", "image", "range", "columnspace")
_ROW = ("row space", "rowspace")


def _of(things: str, spaces: Sequence[str]) -> str:
    """Return phrases for something of a space, such as "basis for null space"."""
    return "|".join(f"{thing} {link} {space}" for thing in things.split("|") for link in _LINKS for space in spaces)


_LINKS = ("for", "of")
VERBS: dict[str, str] = {
    "rewrite:partial": """decompose into partial fractions|write partial fraction decomposition|
        resolve into partial fractions|express in partial fractions|express as partial fractions|
        write in partial fractions|split into partial fractions|write as partial fractions|
        write as a sum of partial fractions|express as a sum of partial fractions|
        write as a sum of simpler fractions|expand in partial fractions|expand into partial fractions|
        expand as partial fractions|expand using partial fractions""",
    "rewrite:division": """divide using long division|perform long division|divide using polynomial long division|
        use long division to divide|divide polynomials|use polynomial long division|perform polynomial division|
        do long division|divide using synthetic division|use synthetic division to divide|divide by long division|
        use long division|use synthetic division|use polynomial long division to rewrite|
        use long division to rewrite|perform polynomial long division|perform division""",
    "rewrite:square": """complete square|write in vertex form|express in vertex form|rewrite in vertex form|
        write in completed square form|express in completed square form|rewrite by completing square|
        write in form a({v} - h)^2 + k|express in form a({v} - h)^2 + k|rewrite in form a({v} - h)^2 + k|
        put in vertex form|convert to vertex form|write in form a({v} + p)^2 + q|express in form a({v} + p)^2 + q|
        write in form ({v} + p)^2 + q|express in form ({v} + p)^2 + q|express in form a({v} + b)^2 + c|
        write in form a({v} + b)^2 + c|express in form ({v} + a)^2 + b|write in form ({v} + a)^2 + b""",
    "rewrite:logs": """expand logarithm|expand logarithmic expression|expand logarithm as much as possible|
        write as a sum or difference of logarithms|expand using properties of logarithms|
        expand using laws of logarithms|use properties of logarithms to expand|write as a sum of logarithms|
        use laws of logarithms to expand|express as a sum or difference of logarithms|
        express as a sum of logarithms|expand log|write as sum or difference of logarithms|
        use properties of logarithms to expand expression|expand logarithmic expression as much as possible""",
    "rewrite:rectangular": """write in form a + bi|express in form a + bi|write in standard form a + bi|
        write answer in form a + bi|give answer in form a + bi|simplify to form a + bi|write in rectangular form|
        express in rectangular form|express answer in form a + bi|write result in form a + bi|
        simplify and write in form a + bi|perform operation and write result in form a + bi|
        write quotient in form a + bi|write product in form a + bi|evaluate in form a + bi|
        evaluate and write in form a + bi|put in form a + bi|rewrite in form a + bi|
        write complex number in standard form|express complex number in standard form|
        write complex number in form a + bi|express complex number in form a + bi""",
    "rewrite:sincos": """write in terms of sine and cosine|express in terms of sine and cosine|
        rewrite in terms of sine and cosine|write in terms of sines and cosines|express in terms of sines and cosines|
        rewrite in terms of sines and cosines|write using only sines and cosines|
        write in terms of sine and cosine only|express in terms of sine and cosine only""",
    "rewrite:angles": """expand using angle addition formulas|expand using addition formulas|
        expand trigonometric function|
        write in terms of functions of {v}|expand using double angle formulas|expand using double-angle formulas|
        expand using sum formulas|expand using sum formula|expand using compound angle formulas|
        expand using addition formula""",
    "integrate:definite": """determine whether integral converges or diverges|
        determine if integral converges or diverges|determine whether improper integral converges or diverges|
        determine whether integral is convergent or divergent""",
    "sum": """determine whether series converges or diverges|determine if series converges or diverges|
        determine whether series is convergent or divergent|determine whether infinite series converges or diverges|
        determine whether geometric series converges or diverges|
        determine whether geometric series is convergent or divergent""",
    "implicit": """differentiate implicitly|implicitly differentiate|find derivative implicitly""",
    "row_reduce": """row reduce|row-reduce|put in rref|put in reduced row echelon form|put into rref|
        put into reduced row echelon form|reduce to rref|reduce to reduced row echelon form|transform to rref|
        row reduce to rref|row reduce to reduced row echelon form|row reduce to echelon form|
        transform to reduced row echelon form|transform into reduced row echelon form|
        bring to reduced row echelon form|bring into reduced row echelon form|convert to reduced row echelon form|
        convert to rref|write in reduced row echelon form|write in rref|reduce to reduced echelon form|
        put in reduced echelon form|row reduce to reduced echelon form|transform into reduced echelon form""",
    "collect": """collect|collect terms in {v}|collect powers of {v}|arrange in powers of {v}|
        collect in powers of {v}""",
    "taylor": """expand as a taylor series|expand in a taylor series|expand into a taylor series|
        expand as a taylor polynomial|taylor expand""",
    "taylor:maclaurin": """expand as a maclaurin series|expand in a maclaurin series|expand into a maclaurin series|
        expand as a maclaurin polynomial""",
}
"""Imperatives."""

NOUNS: dict[str, str] = {
    "determinant": "determinant|determinant of matrix",
    "eigenvalues": "eigenvalues|eigenvalues of matrix|characteristic roots",
    "row_reduce": """reduced row echelon form|reduced row-echelon form|row reduced echelon form|
        row-reduced echelon form|reduced echelon form|row reduced form|rref|row echelon form|echelon form""",
    "rank": f"rank|rank of matrix|{_of('dimension', _COLUMN + _ROW)}",
    "rank:nullity": f"nullity|nullity of matrix|{_of('dimension', _NULL)}",
    "basis:null": f"{'|'.join(_NULL)}|{_of('basis|a basis|bases', _NULL)}",
    "basis:column": f"column space|columnspace|{_of('basis|a basis|bases', _COLUMN)}",
    "basis:row": f"row space|rowspace|{_of('basis|a basis|bases', _ROW)}",
    "eigenvectors": """eigenvectors|eigenvectors of matrix|corresponding eigenvectors|eigenspaces|
        corresponding eigenspaces|associated eigenvectors|characteristic vectors|their corresponding eigenvectors|
        basis for each eigenspace|a basis for each eigenspace|bases for eigenspaces|a basis of each eigenspace|
        basis of each eigenspace|a basis for each corresponding eigenspace|basis for each corresponding eigenspace|
        a basis for corresponding eigenspaces|linearly independent eigenvectors|their eigenvectors""",
    "matrix:dot": """dot product|scalar product|dot product of vectors|dot product of two vectors""",
    "matrix:cross": """cross product|cross product of vectors|cross product of two vectors""",
    "matrix:norm": """magnitude|norm|magnitude of vector|length of vector|norm of vector""",
    "matrix:transpose": "transpose|transpose of matrix",
    "matrix:mul": "matrix product",
    "laplace": "laplace transform|unilateral laplace transform|one-sided laplace transform|laplace transforms",
    "inverse_laplace": "inverse laplace transform|inverse laplace|laplace inverse|inverse of laplace transform",
    "inverse": """inverse function|inverse of function|inverse|formula for inverse|{f}^{-1}({v})|{f}^{-1}|{f}^-1({v})|
        {f}^-1|formula for inverse function|inverse of {f}|inverse function {f}^{-1}|inverse function {f}^{-1}({v})""",
    "implicit": """d{v}/d{v}|\\frac{d{v}}{d{v}}|implicit derivative|slope d{v}/d{v}""",
    "simplify:common": """greatest common divisor of numbers|greatest common factor of numbers|
        greatest common divisor of integers|greatest common factor of integers|highest common factor of numbers|
        least common multiple of numbers|lowest common multiple of numbers|least common multiple of integers|
        greatest common divisor|gcd|highest common factor|hcf|least common multiple|
        lowest common multiple|lcm""",
    "simplify:count": "binomial coefficient|number of combinations",
    "rewrite:partial": """partial fraction decomposition|partial fractions decomposition|partial fractions|
        partial fraction expansion""",
    "rewrite:division": "quotient and remainder",
    "rewrite:square": "vertex form|completed square form",
    "sum": """sum|sum of series|sum of infinite series|sum of following series|infinite sum|value of sum|summation|
        sum of infinite geometric series|sum of geometric series|series|infinite series|geometric series|
        sum of convergent series|closed form of sum|closed form|sum of finite series|
        sum of infinite geometric sequence|sum of telescoping series|telescoping series""",
    "taylor": """taylor polynomial|taylor series|taylor expansion|taylor approximation|taylor series expansion|
        series expansion|power series expansion|terms of taylor series""",
    "taylor:maclaurin": """maclaurin polynomial|maclaurin series|maclaurin expansion|maclaurin series expansion|
        maclaurin approximation|terms of maclaurin series""",
}
"""Things to find."""
