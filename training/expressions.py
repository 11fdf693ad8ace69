"""Random expressions of textbooks' families, from a single power to sums of nested fractions."""

from __future__ import annotations

from collections.abc import Callable

from training.factors import FUNCTIONS, Factors
from training.notation import Node


class Maker(Factors):
    """Makes whole expressions in one variable, with some letters for constants, in one style."""

    def argument(self, depth: int = 1) -> Node:  # noqa: PLR0911 - one return a family
        """Return the argument of a function."""
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
        """Return a function of an argument, sometimes squared."""
        name = self.rng.choice(FUNCTIONS)
        argument = self.argument(depth)
        if name == "exp":
            return self.w.exp(argument)
        power = self.rng.choice((2, 2, 2, 3, 4)) if self.rng.random() < 0.15 else 1
        return self.w.func(name, argument, power)

    def atom(self, depth: int = 1) -> Node:  # noqa: PLR0911 - one return a family
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
        """Return a product of one to three factors, sometimes with a coefficient."""
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

    def simple(self) -> Node:
        """Return a short expression, as at the beginning of textbooks."""
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
        """Return a long sum, as in textbooks, with many repeated parts."""
        count = self.rng.randint(4, 9)
        if self.rng.random() < 0.6:
            terms = [
                (self.sign(), self.monomial() if self.rng.random() < 0.8 else self.constant()) for _ in range(count)
            ]
            return self.w.add(terms)
        return self.sum(0, max(3, count - 3))

    def any(self, depth: int = 1) -> Node:  # noqa: PLR0911 - one return a family
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
