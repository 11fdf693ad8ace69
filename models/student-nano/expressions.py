"""Random expressions: the families that textbooks use, from a single power to sums of nested fractions."""

from __future__ import annotations

import random
from collections.abc import Callable

from notation import GREEK, Node, Style, Writer

VARIABLES = ("x",) * 60 + ("t",) * 8 + ("y",) * 6 + ("z",) * 5 + tuple("uvwnmpqrskabch") + ("theta",) * 3
VARIABLES += ("phi", "alpha", "A", "T", "V", "P", "omega", "x_1")
CONSTANTS = tuple("aaabbbcckknmpqrstuvwyzABCD") + (
    "alpha",
    "beta",
    "gamma",
    "lambda",
    "mu",
    "omega",
    "theta",
    "pi",
    "pi",
)
FUNCTIONS = ("sin",) * 9 + ("cos",) * 9 + ("tan",) * 4 + ("log",) * 8 + ("exp",) * 9
FUNCTIONS += ("atan", "asin", "acos", "sinh", "cosh", "tanh", "sec", "csc", "cot")
TRIG = ("sin", "sin", "cos", "cos", "tan", "sec")


def pick_names(rng: random.Random) -> tuple[str, tuple[str, ...]]:
    """Return the variable and the letters that may stand for constants."""
    variable = rng.choice(VARIABLES)
    others = [name for name in CONSTANTS if name != variable]
    count = rng.choice((0, 0, 0, 0, 0, 0, 0, 1, 1, 2, 3))
    return variable, tuple(dict.fromkeys(rng.choice(others) for _ in range(count)))


class Maker:
    """Makes expressions in one variable, with some letters for constants, in one style."""

    def __init__(
        self, rng: random.Random, variable: str, constants: tuple[str, ...], style: Style | None = None
    ) -> None:
        self.rng = rng
        self.variable = variable
        self.constants = constants
        self.style = style or Style.random(rng)
        self.w = Writer(rng, self.style)
        self.decimal = rng.random() < 0.08
        self.large = rng.random() < 0.15

    @property
    def x(self) -> Node:
        """The variable."""
        return self.w.sym(self.variable)

    def number(self, low: int = 2) -> Node:
        """Return a number: a digit mostly, a decimal in problems that have them."""
        rng = self.rng
        if self.decimal and rng.random() < 0.5:
            return self.w.num(
                rng.choice((f"0.{rng.randint(1, 99)}", f"{rng.randint(1, 20)}.{rng.randint(1, 99)}", "0.5", "1.5"))
            )
        if self.large and rng.random() < 0.5:
            return self.w.num(
                rng.choice((rng.randint(10, 99), rng.randint(10, 99), rng.randint(100, 999), rng.randint(1000, 9999)))
            )
        return self.w.num(rng.choice((rng.randint(low, 9), rng.randint(low, 9), rng.randint(low, 20))))

    def constant(self) -> Node:
        """Return a number, a letter that stands for one, or a small fraction."""
        rng = self.rng
        if self.constants and rng.random() < 0.6:
            return self.w.sym(rng.choice(self.constants))
        if rng.random() < 0.1:
            return self.w.frac(self.w.num(rng.randint(1, 9)), self.w.num(rng.randint(2, 12)))
        if rng.random() < 0.04:
            return rng.choice((self.w.sym("pi"), self.w.root(self.number()), self.w.e()))
        return self.number(low=1)

    def sign(self) -> str:
        """Return a sign."""
        return self.rng.choice("++-")

    def power(self, highest: int = 6) -> Node:
        """Return the variable or a power of it."""
        degree = self.rng.choice((1, 2, 2, 3, 3, self.rng.randint(2, highest), self.rng.randint(2, highest)))
        return self.x if degree == 1 else self.w.power(self.x, self.w.num(degree))

    def odd_power(self) -> Node:
        """Return a power with a negative, fractional or literal exponent."""
        w, rng = self.w, self.rng
        pick = rng.random()
        if pick < 0.4:
            exponent = w.neg(w.num(rng.randint(1, 6)))
        elif pick < 0.75:
            exponent = w.frac(w.num(rng.randint(1, 7)), w.num(rng.randint(2, 5)), slash=rng.random() < 0.5)
            exponent = w.neg(exponent) if rng.random() < 0.25 else exponent
        elif pick < 0.9 and self.constants:
            exponent = w.sym(rng.choice(self.constants))
            exponent = (
                w.add([("+", exponent), (self.sign(), w.num(rng.randint(1, 3)))]) if rng.random() < 0.4 else exponent
            )
        else:
            exponent = w.num(rng.choice(("0.5", "1.5", "2.5", "10", "12", "20")))
        return w.power(self.x, exponent)

    def linear(self) -> Node:
        """Return a times x plus b, in either order."""
        term = self.x if self.rng.random() < 0.45 else self.w.mul(self.constant(), self.x)
        terms = [(self.sign() if self.rng.random() < 0.3 else "+", term), (self.sign(), self.constant())]
        return self.w.add(terms if self.rng.random() < 0.8 else terms[::-1])

    def monomial(self) -> Node:
        """Return one term of a polynomial: coefficient, letters and power."""
        w, rng = self.w, self.rng
        factors = []
        if rng.random() < 0.6:
            factors.append(self.number())
        elif rng.random() < 0.15:
            factors.append(w.frac(w.num(rng.randint(1, 9)), w.num(rng.randint(2, 12))))
        if rng.random() < 0.04:
            factors.append(w.sym("pi"))
        if self.constants and rng.random() < 0.45:
            letter = w.sym(rng.choice(self.constants))
            factors.append(letter if rng.random() < 0.6 else w.power(letter, w.num(rng.randint(2, 5))))
        factors.append(self.power())
        if rng.random() < 0.06:
            return w.frac(w.mul(*factors), w.num(rng.randint(2, 9)))
        return w.mul(*factors)

    def polynomial(self, count: int | None = None) -> Node:
        """Return a polynomial; its powers fall mostly, in any order now and then."""
        w, rng = self.w, self.rng
        count = count or rng.choice((1, 2, 2, 3, 3, 3, 4, 4, 5, 6))
        if rng.random() < 0.6 and count > 1:
            degrees = sorted(rng.sample(range(1, max(count, 3) + rng.randint(1, 2)), count - 1), reverse=True)
            terms = []
            for degree in degrees:
                body = self.x if degree == 1 else w.power(self.x, w.num(degree))
                terms.append((self.sign(), body if rng.random() < 0.3 else w.mul(self.constant(), body)))
            terms.append((self.sign(), self.constant()))
            if rng.random() < 0.12:
                terms.reverse()
        else:
            terms = [(self.sign(), self.monomial() if rng.random() < 0.85 else self.constant()) for _ in range(count)]
        if rng.random() < 0.75:
            terms[0] = ("+", terms[0][1])
        return w.add(terms)

    def argument(self, depth: int = 1) -> Node:
        """Return what stands inside a function."""
        w, rng = self.w, self.rng
        pick = rng.random()
        if pick < 0.36:
            return self.x
        if pick < 0.6:
            return w.mul(self.constant() if rng.random() < 0.4 else self.number(), self.x)
        if pick < 0.7:
            return self.linear()
        if pick < 0.76:
            return self.power(4)
        if pick < 0.82:
            over = rng.random() < 0.3
            top = w.num(1) if rng.random() < 0.3 else self.power(2) if rng.random() < 0.3 else self.x
            ratio = w.frac(top, self.number() if rng.random() < 0.7 else self.x, slash=over)
            return w.neg(ratio) if rng.random() < 0.3 else ratio
        if pick < 0.9:
            body = self.x if rng.random() < 0.4 else w.mul(self.number(), self.x)
            return w.neg(body if rng.random() < 0.7 else self.power(3))
        if pick < 0.93 or not depth:
            return w.root(self.x)
        return self.any(depth - 1)

    def function(self, depth: int = 1) -> Node:
        """Return a function of something, squared now and then."""
        name = self.rng.choice(FUNCTIONS)
        argument = self.argument(depth)
        if name == "exp":
            return self.w.exp(argument)
        power = self.rng.choice((2, 2, 2, 3, 4)) if self.rng.random() < 0.15 else 1
        return self.w.func(name, argument, power)

    def radical(self) -> Node:
        """Return a root of something."""
        degree = self.rng.choice((2, 2, 2, 2, 2, 3, 3, 4, 5))
        inner = self.rng.choice((lambda: self.x, lambda: self.x, self.linear, lambda: self.polynomial(2), self.power))()
        return self.w.root(inner, degree)

    def atom(self, depth: int = 1) -> Node:
        """Return one factor."""
        w, rng = self.w, self.rng
        pick = rng.random()
        if pick < 0.4:
            return self.power()
        if pick < 0.47:
            return self.odd_power()
        if pick < 0.74:
            return self.function(depth)
        if pick < 0.82:
            return self.radical()
        if pick < 0.86:
            return w.power(self.number(), self.x if rng.random() < 0.7 else self.argument(0))
        if pick < 0.94:
            inner = self.linear() if rng.random() < 0.6 else self.polynomial(rng.choice((2, 2, 3)))
            return w.paren(inner) if rng.random() < 0.4 else w.power(inner, w.num(rng.randint(2, 6)))
        if pick < 0.95:
            return w.absolute(self.x if rng.random() < 0.4 else self.linear())
        if pick < 0.96:
            return w.log_base(self.argument(0), rng.choice((2, 2, 3, 10, 5)))
        return self.quotient(0)

    def term(self, depth: int = 1) -> Node:
        """Return a product of one to three factors with a coefficient now and then."""
        factors = [self.atom(depth) for _ in range(self.rng.choice((1, 1, 1, 2, 2, 3)))]
        if self.rng.random() < 0.4:
            factors.insert(0, self.constant())
        return self.w.mul(*factors)

    def sum(self, depth: int = 1, count: int | None = None) -> Node:
        """Return a sum of terms of any kind."""
        terms = []
        for _ in range(count or self.rng.choice((2, 2, 2, 3, 3, 4))):
            pick = self.rng.random()
            body = self.monomial() if pick < 0.35 else self.constant() if pick < 0.48 else self.term(depth)
            terms.append((self.sign(), body))
        if self.rng.random() < 0.75:
            terms[0] = ("+", terms[0][1])
        return self.w.add(terms)

    def product(self, depth: int = 1) -> Node:
        """Return a product of two or three factors."""
        factors = [self.atom(depth), self.atom(depth)]
        if self.rng.random() < 0.25:
            factors.append(self.atom(depth))
        if self.rng.random() < 0.4:
            factors[self.rng.randrange(2)] = self.w.paren(
                self.sum(0, 2) if self.rng.random() < 0.4 else self.polynomial(2)
            )
        if self.rng.random() < 0.3:
            factors.insert(0, self.constant())
        return self.w.mul(*factors)

    def letters(self, count: int | None = None) -> Node:
        """Return a sum of terms in several letters, linear or not: 5a - 2b + 3a, 8xy - 12x^2y."""
        w, rng = self.w, self.rng
        pool = [c for c in "abcxyzmnpq" if c != self.variable]
        names = [self.variable, *rng.sample(pool, rng.choice((1, 1, 1, 2)))]
        linear = rng.random() < 0.45
        terms = []
        for _ in range(count or rng.choice((2, 3, 3, 4, 5))):
            chosen = [rng.choice(names)] if linear else [n for n in names if rng.random() < 0.7]
            factors = [
                w.sym(n) if linear or rng.random() < 0.5 else w.power(w.sym(n), w.num(rng.randint(2, 5)))
                for n in chosen
            ]
            if rng.random() < 0.65 or not factors:
                factors.insert(0, self.number())
            terms.append((self.sign(), w.mul(*factors)))
        if rng.random() < 0.85:
            terms[0] = ("+", terms[0][1])
        return w.add(terms)

    def simple(self) -> Node:
        """Return one of the short expressions that textbooks begin with."""
        w, rng = self.w, self.rng
        f = self.x if rng.random() < 0.6 else w.mul(w.num(rng.randint(2, 9)), self.x)
        named = (
            w.exp(f)
            if rng.random() < 0.3
            else w.func(
                rng.choice(("sin", "cos", "tan", "log", "sin", "cos", "log", "atan")), f, rng.choice((1, 1, 1, 2, 3))
            )
        )
        options: tuple[Callable[[], Node], ...] = (
            lambda: named,
            lambda: w.mul(self.power(3), named),
            lambda: w.mul(self.number(), named),
            lambda: self.polynomial(2),
            lambda: w.frac(w.num(rng.randint(1, 9)), self.power()),
            lambda: self.power(9),
            lambda: w.mul(self.number(), self.power()),
            lambda: w.add([("+", self.power(3)), (self.sign(), named)]),
            lambda: w.frac(named, self.power(3)),
            self.radical,
            self.linear,
            self.odd_power,
            lambda: w.power(w.paren(self.linear()), w.num(rng.randint(2, 9))),
            lambda: w.frac(self.linear(), self.linear()),
            lambda: self.x,
            lambda: w.frac(self.x, self.polynomial(2)),
            lambda: w.mul(named, w.exp(self.x)),
            self.number,
            lambda: w.add([("+", named), (self.sign(), self.constant())]),
        )
        return rng.choice(options)()

    def quotient(self, depth: int = 1) -> Node:
        """Return a fraction of any two expressions."""
        parts: tuple[Callable[[], Node], ...] = (
            lambda: self.w.num(self.rng.randint(1, 9)),
            lambda: self.x,
            self.linear,
            self.power,
            self.number,
            self.monomial,
            lambda: self.polynomial(2),
            lambda: self.polynomial(3),
            self.radical,
            self.constant,
            lambda: self.function(0),
            lambda: self.function(0),
            lambda: self.atom(0),
            lambda: self.term(0),
            lambda: self.sum(0, 2),
            lambda: self.product(0),
        )
        top = self.rng.choice(parts)()
        bottom = self.rng.choice(parts)() if not depth or self.rng.random() < 0.85 else self.any(0)
        if bottom.kind == "num" and top.kind == "num":
            bottom = self.linear()
        return self.w.frac(top, bottom)

    def long_sum(self) -> Node:
        """Return a long sum, as long as textbooks have them, with much that repeats."""
        count = self.rng.randint(4, 9)
        if self.rng.random() < 0.6:
            terms = [
                (self.sign(), self.monomial() if self.rng.random() < 0.8 else self.constant()) for _ in range(count)
            ]
            return self.w.add(terms)
        return self.sum(0, max(3, count - 3))

    def any(self, depth: int = 1) -> Node:
        """Return an expression of any family."""
        pick = self.rng.random()
        if depth and self.rng.random() < 0.25:
            return self.simple() if self.rng.random() < 0.85 else self.letters()
        if pick < 0.2:
            return self.polynomial()
        if pick < 0.38:
            return self.sum(depth)
        if pick < 0.52:
            return self.product(depth)
        if pick < 0.7:
            return self.quotient(depth)
        if pick < 0.8:
            return self.function(depth)
        if pick < 0.9:
            return self.term(depth)
        if pick < 0.94:
            inner = self.w.paren(self.sum(0) if self.rng.random() < 0.5 else self.polynomial())
            return self.w.power(inner, self.rng.choice((self.w.num(self.rng.randint(2, 9)), self.w.neg(self.w.num(2)))))
        return self.radical() if depth < 1 or self.rng.random() < 0.5 else self.w.root(self.sum(0, 2))


def greek(name: str) -> str:
    """Return a variable's name as LaTeX shows it."""
    return f"\\{name}" if name in GREEK else name
