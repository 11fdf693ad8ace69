"""Parts of expressions: numbers, powers, polynomials and roots, in one variable and some letters for constants."""

from __future__ import annotations

import random

from training.notation import GREEK, Node, Style, Writer

VARIABLES: tuple[str, ...] = (
    ("x",) * 60 + ("t",) * 8 + ("y",) * 6 + ("z",) * 5 + tuple("uvwnmpqrskabch") + ("theta",) * 3
)
VARIABLES = (*VARIABLES, "phi", "alpha", "A", "T", "V", "P", "R", "omega", "x_1")
CONSTANTS: tuple[str, ...] = (
    *"aaabbbcckknmpqrstuvwyzABCD",
    *["alpha", "beta", "gamma", "lambda", "mu", "omega", "theta", "pi", "pi"],
)
CONSTANTS = (*CONSTANTS, *"RTAKLMPVghr", "v_0", "x_0", "P_0", "q_0", "s_0", "tau", "k_1", "c_2")
FUNCTIONS: tuple[str, ...] = ("sin",) * 9 + ("cos",) * 9 + ("tan",) * 4 + ("log",) * 8 + ("exp",) * 9
FUNCTIONS += ("atan", "asin", "acos", "sinh", "cosh", "tanh", "sec", "csc", "cot")
TRIG = ("sin", "sin", "cos", "cos", "tan", "sec")


def pick_names(rng: random.Random) -> tuple[str, tuple[str, ...]]:
    """Return the variable and the letters that may stand for constants."""
    variable = rng.choice(VARIABLES)
    others = [name for name in CONSTANTS if name != variable]
    count = rng.choice((0, 0, 0, 0, 0, 0, 1, 1, 1, 2, 3))
    drawn = [rng.choice(others) for _ in range(count)]
    if drawn and variable != "x" and rng.random() < 0.6:
        drawn[0] = "x"
    elif drawn and rng.random() < 0.15:
        drawn[0] = "y" if variable != "y" else "x"
    return variable, tuple(dict.fromkeys(drawn))


class Factors:
    """Makes the parts of expressions in one style."""

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
        """Return a number: usually a digit, or a decimal in problems with decimals."""
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
        """Return a number, a letter for a number, or a small fraction."""
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
        """Return a polynomial, usually with falling powers, sometimes in any order."""
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

    def radical(self) -> Node:
        """Return a root of an expression."""
        degree = self.rng.choice((2, 2, 2, 2, 2, 3, 3, 4, 5))
        inner = self.rng.choice((lambda: self.x, lambda: self.x, self.linear, lambda: self.polynomial(2), self.power))()
        return self.w.root(inner, degree)

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


def greek(name: str) -> str:
    """Return a variable's name in LaTeX."""
    return f"\\{name}" if name in GREEK else name
