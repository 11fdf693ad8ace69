r"""The grammar of derivatives, integrals and limits, on top of the expressions of ``parser.py``.

body     = operator {operator} operand | integral | limit | total | bracket "'" {"'"} | equation
operator = \frac{d^n}{dx^n} | \frac{\partial^2}{\partial x \partial y} | d/dx
total    = (\sum | \prod) "_{" letter "=" sum "}" "^" argument product
integral = \int [bounds] (sum "d" variable | \frac{[sum] "d" variable}{sum})
limit    = \lim_{approach} sum | \underset{approach}{\lim} sum | "lim" approach sum
approach = variable "->" sum [side]          side: ^+, ^{-}, +
"""

from __future__ import annotations

from ..statement import NotRead, Operation, Statement, Tool
from . import ambiguity
from .arithmetic import RELATIONS
from .parser import Parser
from .tree import ONE, Node, number

MAX_ORDER = 9
"""Most derivatives of derivatives."""

_EQUATION = "an equation cannot be integrated, differentiated or have a limit"
_ORDERS = {number(order): order for order in range(1, MAX_ORDER + 1)}


class Calculus(Parser):
    """The productions of an expression with the notation of calculus around it."""

    def body(self) -> Statement:
        if self.at_operator():
            return self.derivative()
        if self.at_command("int", "lim", "underset", "sum", "prod"):
            read = {"int": self.integral, "sum": self.total, "prod": self.total}.get(self.next.text, self.limit)()
            if self.sees_any({"=", *RELATIONS}):
                raise NotRead(_EQUATION)
            return read
        return self.primed() if self.at_primed() else Statement(self.equation())

    def variable(self) -> str:
        token = self.take()
        if token.kind not in {"letter", "greek"} or token.text not in self.variables:
            raise NotRead(f"{token.text[:20]!r} is not a variable of the problem")
        return token.text

    def place(self) -> Node:
        """Read a point, which may be infinity."""
        value = self.sum()
        ambiguity.check_point(value)
        return value

    def at_d(self, offset: int) -> bool:
        token = self.peek(offset)
        return token[:2] == ("letter", "d") or token[:2] == ("command", "partial")

    def at_operator(self) -> bool:
        r"""Return whether ``\frac{d…}{d…}`` or ``d/d…`` comes next, without a function in the numerator."""
        if self.at_d(0):
            return "d" not in self.variables and self.peek(1).text in {"/", "^"}
        if not self.at_command("frac") or self.peek(1).text != "{" or not self.at_d(2):
            return False
        if self.peek(3).text not in {"}", "^"}:
            if self.peek(4).text == "}" and self.sees_at(5, "{") and self.at_d(6) and self.peek(7).kind != "symbol":
                raise NotRead("a fraction of differentials is not understood")
            return False
        if "d" in self.variables and self.peek(2).text == "d":
            if not self.at_d(self.closing(1) + 2 - self.position):
                return False
            raise NotRead("d could be a differential or the variable")
        return True

    def derivative(self) -> Statement:
        operations: list[Operation] = []
        total = False
        while self.at_operator():
            total = total or self.peek(0 if self.at_d(0) else 2).text == "d"
            operations += [Operation("differentiate", name) for name in self.operator()]
            if len(operations) > MAX_ORDER:
                raise NotRead(f"more than {MAX_ORDER} derivatives")
        return Statement(self.operand(), tuple(reversed(operations)), total=total)

    def operator(self) -> list[str]:
        """Return the variables of one operator, as they are printed."""
        braced = self.at_command("frac")
        self.position += 2 if braced else 0
        sign = self.take().text
        order = self.order()
        for text in ("}", "{") if braced else ("/",):
            self.expect(text)
        names: list[str] = []
        while self.at_d(0) and self.next.text == sign and (braced or not names):
            self.take()
            name = self.variable()
            names += [name] * self.order()
        if braced:
            self.expect("}")
        unclear = not braced and self.next.glued and self.next.kind != "symbol"
        if len(names) != order or unclear:
            raise NotRead("the sign of the derivative is not understood")
        return names

    def order(self) -> int:
        order = self.argument() if self.accept("^") else ONE
        if order not in _ORDERS:
            raise NotRead("the order of the derivative is not understood")
        return _ORDERS[order]

    def operand(self) -> Node:
        r"""Read the expression that is differentiated; refuse an unclear end: ``\frac{d}{dx} x^2 + x``."""
        if self.at_bracket({"(", "["}) and self.has_letters(self.closing()):
            self.grouping = self.position
            after = self.peek(self.closing() + 1 - self.position)
            if after.text == "^":
                raise NotRead("a power after the brackets could be the derivative's; put braces around all of it")
            if after.kind not in {"end", "word"} and after.text not in {",", "|_", "="}:
                raise NotRead("a product after a derivative needs brackets")
        value = self.term()
        if self.sees_any({"+", "-"}):
            raise NotRead("a sum after a derivative needs brackets")
        if self.sees_any({"=", *RELATIONS}):
            raise NotRead(_EQUATION)
        return value

    def has_letters(self, closing: int) -> bool:
        r"""Return whether brackets hold more than a number, so that not only they may be differentiated."""
        inside = self.tokens[self.position : closing]
        letters = any(token.kind in {"letter", "greek"} for token in inside)
        return letters or self.sees_at(closing + 1 - self.position, "^")

    def at_primed(self) -> bool:
        return self.sees_any({"(", "["}) and self.peek(self.closing() + 1 - self.position).text == "'"

    def primed(self) -> Statement:
        """Read ``(x^2 + x)''``."""
        self.grouping = self.position
        value = self.bracket()
        order = 0
        while self.accept("'"):
            order += 1
        if order > MAX_ORDER:
            raise NotRead(f"more than {MAX_ORDER} derivatives")
        names = [name for name in self.variables if name in value.names()] or self.variables
        if len(names) > 1:
            raise NotRead("a prime needs a problem with one variable")
        return Statement(value, (Operation("differentiate", names[0]),) * order, total=True)

    def integral(self) -> Statement:
        sign = self.take()
        if sign.word and self.next[:2] == ("word", "of"):
            self.take()
        bounds = self.bounds(whole_number=sign.word)
        if self.at_command("int"):
            return self.iterated(bounds)
        if self.at_command("frac") and self.peek(1).text == "{" and self.differential_closes_numerator():
            integrand, name = self.integrated_fraction()
        else:
            integrand, name = self.integrand()
        return Statement(integrand, (Operation("integrate", name, bounds=bounds),))

    def iterated(self, bounds: tuple[Node, Node] | None) -> Statement:
        r"""Read the inside of ``\int_0^1 \int_0^x y\,dy\,dx``, and the differential after it."""
        inner = self.integral()
        if bounds is None or any(step.bounds is None for step in inner.operations) or not self.at_d(0):
            raise NotRead("an integral of an integral needs bounds, and its differentials in a row")
        if len(inner.operations) > 2:
            raise NotRead("more than three integrals are not understood")
        self.take()
        return Statement(inner.expression, (*inner.operations, Operation("integrate", self.variable(), bounds=bounds)))

    def bounds(self, *, whole_number: bool) -> tuple[Node, Node] | None:
        found: dict[str, Node] = {}
        while self.sees_any({"_", "^"} - found.keys()):
            end = self.take().text
            found[end] = self.bound(whole_number=whole_number)
        if len(found) == 1:
            raise NotRead("the integral has one bound")
        return (found["_"], found["^"]) if found else None

    def bound(self, *, whole_number: bool) -> Node:
        if not self.sees("{"):
            bound = self.single(whole_number=whole_number, below=True)
            ambiguity.check_point(bound)
            return bound
        closing = self.closing()
        self.take()
        with self.until(closing):
            bound = self.place()
        self.expect("}")
        return bound

    def integrand(self) -> tuple[Node, str]:
        """Read the integrand up to its dx."""
        self.in_integral = True
        value = ONE if self.at_differential() else self.integrated_sum()
        if not self.at_differential():
            raise NotRead("the integral does not end with dx")
        self.in_integral = False
        self.take()
        return value, self.variable()

    def integrated_sum(self) -> Node:
        r"""Read a sum; in ``\int {x + 1}\,dx`` the outer braces are invisible."""
        if self.sees("{") and self.at_differential(self.closing() + 1 - self.position):
            self.take()
            return self.closed("}")
        return self.sum()

    def differential_closes_numerator(self) -> bool:
        closing = self.closing(1)
        return [token.text for token in self.tokens[closing - 2 : closing - 1]] == ["d"]

    def integrated_fraction(self) -> tuple[Node, str]:
        r"""Read ``\frac{dx}{x}``, which must be all of the integrand."""
        self.take()
        closing = self.closing()
        self.take()
        with self.until(closing):
            numerator, name = self.integrand()
        self.expect("}")
        return self.quotient(numerator, self.argument()), name

    def total(self) -> Statement:
        r"""Read ``\sum_{k=1}^{n} k^2``; a sum of terms after it needs brackets."""
        tool: Tool = "sum" if self.take().text == "sum" else "product"
        if not self.accept("_"):
            raise NotRead("the sum does not say from where")
        closing = self.closing()
        self.expect("{")
        with self.until(closing):
            index = self.take()
            if index.kind not in {"letter", "greek"} or not self.accept("="):
                raise NotRead("the sum does not say from where")
            low = self.place()
        self.expect("}")
        if not self.accept("^"):
            raise NotRead("the sum does not say how far it goes")
        high = self.bound(whole_number=False)
        if index.text in low.names() | high.names():
            raise NotRead(f"a bound of the sum depends on {index.text}")
        outer, self.variables = self.variables, (*self.variables, index.text)
        term = self.term()
        self.variables = outer
        if self.sees_any({"+", "-", "=", *RELATIONS}):
            raise NotRead("the text after the terms of a sum could belong to the sum, or not")
        return Statement(term, (Operation(tool, index.text, bounds=(low, high)),))

    def limit(self) -> Statement:
        if self.next.text == "underset":
            self.take()
            operation = self.braced_approach()
            for text in ("{", "lim", "}"):
                if self.take().text != text:
                    raise NotRead("\\underset is only understood in a limit")
        else:
            word = self.take().word
            below = self.accept("_")
            if (below and self.sees("{")) or (word and self.sees_any({"{", "("})):
                operation = self.braced_approach()
            elif word:
                operation = self.plain_approach()
            else:
                raise NotRead("the limit does not say where it goes")
        return Statement(self.sum(), (operation,))

    def braced_approach(self) -> Operation:
        closing = self.closing()
        self.take()
        with self.until(closing):
            operation = self.approach()
        self.take()
        return operation

    def plain_approach(self) -> Operation:
        """Read ``x -> 0``, whose point ends at a space."""
        end = self.position + 3
        while end < self.stop and self.tokens[end].glued:
            end += 1
        with self.until(min(end, self.stop)):
            operation = self.approach()
        if self.sees("+") or (self.sees("-") and not self.peek(1).glued):
            raise NotRead(f"{self.next.text!r} after the limit's point could be its side")
        return operation

    def approach(self) -> Operation:
        name = self.variable()
        if not self.accept("->"):
            raise NotRead("the limit does not say where it goes")
        point = self.place()
        if name in point.names():
            raise NotRead(f"the point of the limit depends on {name}")
        side = None
        if self.at_side():
            if ambiguity.is_infinite(point):
                raise NotRead("infinity has one side")
            side = next(token.text for token in self.tokens[self.position : self.stop] if token.text in {"+", "-"})
            self.position = self.stop
        return Operation("limit", name, point, side=side)
