"""Differential equations, with and without values."""

from __future__ import annotations

from training import objectives as say
from training.author import Author, Sample, call, plan_of
from training.expressions import Maker
from training.notation import Node
from training.wordings import phrases

PAIRS: tuple[tuple[str, str], ...] = (("x", "y"),) * 14 + (("t", "y"),) * 5 + (("t", "x"),) * 3
PAIRS += (("t", "N"), ("t", "P"), ("t", "v"), ("t", "T"), ("x", "u"), ("t", "Q"), ("x", "f"), ("s", "r"), ("t", "A"))
GENERAL = phrases(
    """solve the differential equation|solve the differential equation|find the general solution|
    find the general solution|find the general solution of the differential equation|general solution|solve the ODE|
    solve|find {f}({v})|solve for {f}|solve the first-order differential equation|
    solve the separable differential equation|solve by separating the variables|
    find the general solution to the differential equation|solve the ordinary differential equation|
    find all solutions|solve the linear differential equation|solve by separation of variables|
    use an integrating factor to solve|solve using an integrating factor|differential equation|
    find the solution of the differential equation|determine the general solution|
    give the general solution of the differential equation|solve the following differential equation|
    find {f} as a function of {v}|solve the equation for {f}({v})|what is the general solution?|
    solve the homogeneous equation|find the family of solutions|obtain the general solution|
    separate the variables and solve"""
)
SECOND = phrases(
    """solve the second-order differential equation|find the general solution of the second-order equation|
    solve the homogeneous linear differential equation|
    find the general solution of the second order differential equation|
    solve the linear equation with constant coefficients|find the complementary function and general solution"""
)
VALUED = phrases(
    """solve the initial value problem|solve the initial value problem|solve the initial-value problem|solve the IVP|
    find the particular solution|find the particular solution of the differential equation|
    solve the differential equation|solve|find {f}({v})|find the solution that satisfies the initial condition|
    find {f} as a function of {v}|find the solution of the differential equation that satisfies the given condition|
    particular solution|solve the differential equation with the given initial condition|initial value problem|
    find {f} in terms of {v}|find the particular solution that satisfies the initial condition|
    solve the initial value problem for {f}({v})"""
)
SAID = phrases(
    """solve the differential equation given that {f} = {b} when {v} = {a}|
    solve the initial value problem with {f}({a}) = {b}|
    find the particular solution for which {f} = {b} when {v} = {a}|solve, given {f}({a}) = {b}|
    solve with {f}({a}) = {b}|find the solution with {f}({a}) = {b}|
    solve the differential equation with the initial condition {f}({a}) = {b}|
    given that {f} = {b} when {v} = {a}, find {f} in terms of {v}|find {f} if {f}({a}) = {b}|
    find the particular solution of the differential equation, given that {f} = {b} at {v} = {a}|
    solve the separable equation with {f}({a}) = {b}|find the solution that satisfies {f}({a}) = {b}|
    the curve passes through ({a}, {b}). Find the equation of the curve|{f}({a}) = {b}. Find {f}({v})|
    find the equation of the curve through the point ({a}, {b}) with this gradient|
    the gradient of a curve is given and the curve passes through ({a}, {b}). Find its equation|
    if {f}({a}) = {b}, find {f}({v})|find {f}({v}), if {f}({a}) = {b}|
    initially ({v} = {a}), {f} = {b}. Find {f} at {v}"""
)
BETWEEN = (", ", ", ", ", ", r", \quad ", r",\ ", r", \; ", r",\quad ", "; ", r" \text{ and } ", r"; \quad ")


class Equation:
    """Writes an equation for a function of a variable, in one notation."""

    def __init__(self, author: Author) -> None:
        self.author, self.rng = author, author.rng
        self.x, self.y = author.rng.choice(PAIRS)
        author.variable, author.constants = self.x, ()
        letters = ("k",) if author.chance(0.1) else ()
        self.m = author.m = Maker(author.rng, self.x, letters, author.m.style)
        self.m.decimal, self.m.large = author.chance(0.04), False
        author.plain_text = self.m.style.ascii
        self.w = self.m.w
        self.prime = author.chance(0.5) or author.plain_text
        self.called = author.chance(0.1) or self.y == "f"
        self.fraction = author.rng.choice((r"\frac", r"\frac", r"\frac", r"\dfrac"))

    def d(self, order: int = 1) -> Node:
        """Return the function's derivative."""
        x, y = self.x, self.y
        py = f"diff({y},{x})" if order == 1 else f"diff({y},{x},{order})"
        if self.prime:
            return Node(y + "'" * order + (f"({x})" if self.called else ""), py, None, "sym")
        if self.author.plain_text:
            return Node(f"d{y}/d{x}" if order == 1 else f"d^{order}{y}/d{x}^{order}", py, None, "sym")
        power = "" if order == 1 else f"^{order}"
        return Node(rf"{self.fraction}{{d{power}{y}}}{{d{x}{power}}}", py, None, "frac")

    def f(self) -> Node:
        """Return the function."""
        return Node(f"{self.y}({self.x})" if self.called and self.prime else self.y, self.y, None, "sym")

    def times(self, count: int, node: Node) -> list[tuple[str, Node]]:
        """Return a term of a sum with a whole coefficient, or none."""
        if not count:
            return []
        sign = "-" if count < 0 else "+"
        return [(sign, node if abs(count) == 1 else self.w.mul(self.w.num(abs(count)), node))]

    def side(self) -> Node:
        """Return a function of the variable alone."""
        rng, m, w = self.rng, self.m, self.w
        return rng.choice(
            (
                lambda: m.power(4),
                lambda: w.mul(m.number(), m.power(3)),
                lambda: m.polynomial(2),
                lambda: w.exp(m.argument(0)),
                lambda: w.func(rng.choice(("sin", "cos")), m.argument(0)),
                m.linear,
                lambda: m.number(low=1),
                lambda: w.mul(m.power(2), w.exp(m.x)),
            )
        )()

    def first(self) -> tuple[Node, Node]:
        """Return the sides of an equation of the first order."""
        rng, m, w, d, y = self.rng, self.m, self.w, self.d(), self.f()
        k = m.number() if not m.constants or rng.random() < 0.3 else w.sym("k")
        square = w.power(self.f(), w.num(2)) if not self.called else w.mul(y, y)
        zero = w.num(0)
        options = (
            lambda: (d, w.mul(k, y)),
            lambda: (d, w.neg(w.mul(k, y))),
            lambda: (d, w.mul(m.power(3), y)),
            lambda: (d, w.mul(m.number(), m.power(3), y)),
            lambda: (d, w.frac(m.x, y)),
            lambda: (d, w.frac(y, m.x)),
            lambda: (d, w.frac(m.power(3), square)),
            lambda: (d, self.side()),
            lambda: (d, self.side()),
            lambda: (d, w.mul(self.side(), square)),
            lambda: (d, w.add([("+", y), (m.sign(), self.side())])),
            lambda: (w.add([("+", d), (m.sign(), w.mul(k, y))]), self.side()),
            lambda: (w.add([("+", d), (m.sign(), w.mul(k, y))]), self.side()),
            lambda: (w.add([("+", d), (m.sign(), w.mul(k, y))]), zero),
            lambda: (w.add([("+", d), (m.sign(), y)]), self.side()),
            lambda: (w.add([("+", w.mul(m.x, d)), (m.sign(), y)]), rng.choice((self.side(), zero))),
            lambda: (w.add([("+", d), (m.sign(), w.frac(y, m.x))]), self.side()),
            lambda: (d, w.neg(w.mul(k, w.paren(w.add([("+", y), ("-", m.number())]))))),
            lambda: (d, w.mul(k, y, w.paren(w.add([("+", w.num(1)), ("-", y)])))),
            lambda: (w.mul(y, d), self.side()),
            lambda: (d, w.exp(w.add([("+", m.x), (m.sign(), y)])) if not self.called else self.side()),
            lambda: (d, w.add([("+", w.num(1)), ("+", square)])),
            lambda: (d, w.mul(w.paren(m.linear()), y)),
        )
        return rng.choice(options)()

    def second(self) -> tuple[Node, Node]:
        """Return the sides of a linear equation of the second order with whole coefficients."""
        rng, w = self.rng, self.w
        a = rng.choice((1, 1, 1, 1, 1, 2, 4))
        b = rng.choice((0, 0, rng.randint(-9, 9), rng.randint(-6, 6), rng.randint(1, 6)))
        c = rng.choice((1, 4, 9, rng.randint(-12, 12), rng.randint(1, 12), -1, -4))
        terms = self.times(a, self.d(2)) + self.times(b, self.d()) + self.times(c, self.f())
        right = w.num(0) if rng.random() < 0.65 else self.side()
        if len(terms) == 2 and b == 0 and rng.random() < 0.25:
            return terms[0][1], w.neg(terms[1][1]) if terms[1][0] == "+" else terms[1][1]
        return w.add(terms), right

    def value(self, order: int, at: str) -> tuple[str, str, str]:
        """Return a condition: as written, as SymPy text, and its value."""
        b = str(self.rng.choice((0, 1, 1, 2, 3, -1, 4, 5, self.rng.randint(-9, 20), self.rng.randint(1, 200))))
        gap = " " if self.author.chance(0.85) else ""
        primes = "'" * order
        inner = self.y if not order else f"diff({self.y},{self.x})"
        return f"{self.y}{primes}({at}){gap}={gap}{b}", f"Eq({inner}({at}),{b})", b


def dsolve(author: Author) -> Sample:
    """Solve a differential equation."""
    rng, eq = author.rng, Equation(author)
    two = author.chance(0.4)
    left, right = eq.second() if two else eq.first()
    gap = " " if author.chance(0.85) else ""
    tex, pieces = f"{left.tex}{gap}={gap}{right.tex}", [f"Eq({left.py},{right.py})"]
    at = rng.choice(("0", "0", "0", "0", "1", "pi" if two else "2"))
    valued = author.chance(0.45)
    given = [eq.value(0, at)] + ([eq.value(1, at)] if two else []) if valued else []
    pieces += [py for _, py, _ in given]
    names = {"v": eq.x, "f": eq.y, "a": at}
    if valued and not two and author.chance(0.45) and at != "pi":
        objective = say.finish(rng, rng.choice(SAID), b=given[0][2], **names)
    elif valued and author.chance(0.1):
        told = " and ".join(text for text, _, _ in given)
        objective = say.finish(rng, "solve the initial value problem, {c}", c=told, **names)
    elif valued:
        between = rng.choice(BETWEEN) if not author.plain_text else ", "
        conditions = [text.replace("(pi)", r"(\pi)") if not author.plain_text else text for text, _, _ in given]
        tex += between + rng.choice((", ", between)).join(conditions)
        objective = say.finish(rng, rng.choice(VALUED), **names)
    else:
        forms = (*GENERAL, *SECOND, *SECOND) if two else GENERAL
        if two:
            forms = tuple(
                text for text in forms if "first" not in text and "separ" not in text and "factor" not in text
            )
        objective = say.finish(rng, rng.choice(forms), **names)
    shown = [eq.x, eq.y] + (["k"] if "k" in tex and author.chance(0.6) else [])
    if author.chance(0.25):
        rng.shuffle(shown)
    if not eq.prime and author.chance(0.2):
        shown = [eq.y]
    plan = plan_of(call("dsolve", ",".join(pieces), eq.x, eq.y))
    return Sample("differential equation", objective, tex, tuple(shown), plan)
