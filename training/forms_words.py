"""The words of other forms, as data; ``{s}`` is the expression, ``{h}`` and ``{q}`` shapes such as a(x - h)^2 + k."""

from __future__ import annotations

import random

from training.phrasing import tailed
from training.wordings import phrases

SLOTS = {
    "get": phrases("find|find|find|compute|calculate|determine|work out"),
    "write": phrases("write|write|write|express|express|rewrite|put|give"),
    "it": tailed(
        """||the expression|the expression|the following|the following expression|this|this expression|it|
        the given expression|the expression below"""
    ),
    "fraction": tailed(
        """||the expression|the fraction|the fraction|the rational expression|the rational function|the following|
        this|the following rational expression|the function"""
    ),
    "of": tailed(
        """||of the expression|of the fraction|of the rational expression|of the rational function|of the following|
        of this"""
    ),
    "quadratic": tailed(
        """||the quadratic|the quadratic|the expression|the quadratic expression|the function|the quadratic function|
        the polynomial|the following|this"""
    ),
    "number": tailed(
        """||the expression|the expression|the number|the complex number|the complex number|the following|this|
        the result|the quotient|the answer"""
    ),
    "in": phrases("in|in|in|in|using|by|into"),
}
PARTIAL = phrases(
    """find the partial fraction decomposition<of>|find the partial fraction decomposition<of>|
    find the partial fraction decomposition<of>|<find> the partial fraction decomposition<of>|
    decompose<fraction> into partial fractions|decompose<fraction> into partial fractions|
    decompose into partial fractions|express<fraction> in partial fractions|express<fraction> in partial fractions|
    express<fraction> as partial fractions|write<fraction> in partial fractions|write<fraction> as partial fractions|
    resolve<fraction> into partial fractions|split<fraction> into partial fractions|partial fractions|
    partial fraction decomposition|partial fraction decomposition<of>|write the partial fraction decomposition<of>|
    express<fraction> as a sum of partial fractions|write<fraction> as a sum of partial fractions|
    <write> {s} in partial fractions|find the partial fractions of<fraction>|
    use partial fractions to decompose<fraction>|write<fraction> as a sum of simpler fractions|
    <find> the partial fraction expansion<of>|write in partial fraction form|expand<fraction> in partial fractions|
    what is the partial fraction decomposition<of>?|apply partial fraction decomposition"""
)
DIVISION = phrases(
    """divide using long division|divide using long division|divide using polynomial long division|
    perform the long division|use long division to divide|use polynomial long division|
    find the quotient and the remainder|find the quotient and the remainder|find the quotient and remainder|
    find the quotient and remainder|<get> the quotient and the remainder|quotient and remainder|long division|
    polynomial long division|polynomial division|divide the polynomials|divide the polynomials using long division|
    perform polynomial long division|use long division to find the quotient and the remainder|
    use long division to find the quotient and remainder|
    use polynomial long division to find the quotient and remainder|divide, giving the quotient and the remainder|
    use long division to rewrite<it>|perform the division|write as a quotient plus a remainder over the divisor|
    use synthetic division to find the quotient and remainder|divide using synthetic division|use synthetic division|
    what are the quotient and the remainder?|determine the quotient and remainder|
    express as a polynomial plus a proper fraction|perform the polynomial division|divide by long division|
    find the quotient and remainder using long division"""
)
SQUARE = phrases(
    """complete the square|complete the square|complete the square|complete the square|complete the square in {v}|
    complete the square for<quadratic>|complete the square for<quadratic>|<write><quadratic> in vertex form|
    <write><quadratic> in vertex form|<write><quadratic> in completed square form|
    rewrite<quadratic> by completing the square|<write><quadratic> in the form {h}|<write><quadratic> in the form {h}|
    <write> {s} in the form {h}|express {s} in the form {h}|<write> in the form {h}|convert<quadratic> to vertex form|
    vertex form|find the vertex form<of2>|find the vertex form of the quadratic|
    by completing the square, write<quadratic> in the form {h}|
    by completing the square, express<quadratic> in the form {h}|complete the square on<quadratic>|
    put<quadratic> in vertex form by completing the square|
    use completing the square to write<quadratic> in vertex form|write in vertex form|
    express in completed square form|completing the square|write<quadratic> in the form {h}, where {q} are constants|
    express<quadratic> in the form {h}, where {q} are integers|complete the square and write in vertex form|
    write the equation in vertex form|rewrite in vertex form by completing the square"""
)
SLOTS["of2"] = tailed("""|of the parabola|of the function|of the quadratic function|of the expression""")
RECTANGULAR = phrases("a + bi|a + bi|a + bi|a + bi|a+bi|a+bi|a + ib|x + iy|x + yi|$a + bi$")
COMPLEX = phrases(
    """<write><number> in the form {z}|<write><number> in the form {z}|<write><number> in the form {z}|
    <write><number> in the form {z}|<write> in the form {z}|simplify and write in the form {z}|
    simplify. Write your answer in the form {z}|express the answer in the form {z}|give your answer in the form {z}|
    <write><number> in the form {z}, where a and b are real|write<number> in standard form|
    write<number> in standard form|express<number> in standard form {z}|evaluate and write in the form {z}|
    simplify, giving your answer in the form {z}|perform the indicated operation and write the result in the form {z}|
    write the complex number in standard form|perform the operation and write the result in standard form|
    <write><number> in rectangular form|express<number> in cartesian form|
    evaluate, giving your answer in the form {z}|<get> the value in the form {z}|simplify to the form {z}|
    calculate and express in the form {z}|write the complex number in the form {z}|
    express the complex number in the form {z}|simplify the complex expression to the form {z}|
    what is this in the form {z}?|rewrite<number> as {z}"""
)
COMPLEX_REMARKS = phrases(""". Simplify fully|. Show your working|, where a and b are real numbers|. Use i^2 = -1""")


def shapes(rng: random.Random, variable: str) -> dict[str, str]:
    """Return a completed square's shape, and its letters as words."""
    h, k = rng.choice(("hk",) * 4 + ("pq", "pq", "bc", "mn", "de"))
    sign = rng.choice("--+" if h == "h" else "+++-")
    gap = rng.choice((" ", " ", ""))
    power = rng.choice(("^2", "^2", "^2", "²"))
    return {"h": f"a({variable}{gap}{sign}{gap}{h}){power}{gap}+{gap}{k}", "q": f"a, {h} and {k}"}
