r"""Completes a question with its unspoken parts.

A variable that is not named is the function's argument in ``f(t) = …``, else the only one of the problem's that
the expression has, else the only one that is usually unknown (x, y, z, t, …, not a, b, c). If several remain,
the caller judges each.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from .formulas.tree import ZERO, Differential, Equation, Inequality, Node, Printed, System
from .questions.clauses import CALCULUS, REWRITING
from .questions.words import Letters
from .statement import Choices, NotRead, Operation, Question, Range, Statement

_KEPT = {
    "solve": frozenset({"critical", "stationary", "complex"}),
    "integrate": frozenset({"area"}),
    "factor": frozenset({"primes", "linear", "product"}),
    "numeric": frozenset({"places", "digits"}),
    "simplify": frozenset({"single", "condense", "rationalized"}),
    "rewrite": frozenset({"partial", "division", "square", "logs", "rectangular", "sincos", "angles"}),
}
"""Words that matter for an answer."""


@dataclass(frozen=True)
class Completer:
    """Adds the variables that are not named, and refuses a question that remains incomplete."""

    statement: Statement
    letters: Letters
    choices: Choices
    constants: Collection[str] = ()

    def complete(self, steps: Question) -> Question:
        """Return a question with all its variables."""
        self._check(steps)
        if isinstance(self.statement.expression, Node) and self.statement.expression.has("matrix"):
            return (_of_matrices(steps, self.statement.expression),)
        if isinstance(self.statement.expression, Differential):
            return (self._of_differential(steps, self.statement.expression),)
        if isinstance(self.statement.expression, System):
            return (self._of_system(steps),)
        at = tuple(dict.fromkeys(step.variable for step in steps if step.tool == "substitute" and step.variable))
        named = next((step.variable for step in steps if step.variable and step.tool != "substitute"), None)
        done: list[Operation] = []
        for step in steps:
            variable = step.variable
            unnamed = not (variable or named or at or self.statement.argument)
            if step.word == "gradient" and unnamed and len(self._candidates()) > 1:
                raise NotRead("a gradient in several variables is not understood")
            if step.tool == "implicit":
                done.append(_curved(step, self.statement.expression.names()))
                continue
            if "maclaurin" in (step.word or ""):
                if step.point not in {None, ZERO}:
                    raise NotRead("a Maclaurin polynomial is around 0")
                step = replace(step, point=ZERO)  # noqa: PLW2901 - the same step, with its point
            if variable is None and (step.tool not in REWRITING | {"numeric"} or _is_in_variable(step)):
                variable = self._derived(at) if step.tool == "differentiate" and not named else named
                variable = variable or self._default()
                named = variable
            if step.tool in _TRANSFORMS and any(other.tool == "substitute" for other in steps):
                raise NotRead("a transform of a value, or at a point, is not understood")
            done.append(_transformed(_public(replace(step, variable=variable)), self.statement.expression.names()))
        self._check_letters(done)
        return tuple(self._fitted(step) for step in done)

    def _fitted(self, step: Operation) -> Operation:
        """Return "solve" with its ends settled, or as the operation for an inequality."""
        if step.within is not None and step.variable not in self._candidates():
            raise NotRead(f"it is not clear whether {step.variable} is asked, or only lies in {step.within}")
        if step.within is not None and step.within.vague:
            included = self.choices.pick("ends", ("included", "left out")) == "included"
            step = replace(step, within=Range(step.within.low, step.within.high, (included, included)))
        if step.tool != "solve" or not isinstance(self.statement.expression, Inequality):
            return step
        if step.word:
            raise NotRead(f"{step.word} of an inequality is not understood")
        return replace(step, tool="solve_inequality")

    def _of_differential(self, steps: Question, printed: Differential) -> Operation:
        """Return "solve" of a differential equation."""
        step = steps[-1]
        if len(steps) > 1 or step.within or step.word or step.variable not in {None, printed.function}:
            raise NotRead("the question about the differential equation is not understood")
        return Operation("dsolve", printed.variable, names=(printed.function,))

    def _of_system(self, steps: Question) -> Operation:
        """Return "solve" of a system, in all of its unknowns."""
        step = steps[-1]
        if any(other.tool == "numeric" for other in steps):
            raise NotRead("decimals of a system's solutions are not understood")
        printed = self.statement.expression
        if not isinstance(printed, System):
            raise NotRead("the expression is not a system of equations")
        if step.within:
            raise NotRead("a system is only solved among all numbers, not in an interval")
        names = tuple(name for name in self.letters.declared if name in printed.names())
        if len(names) != len(printed.equations) and len(printed.names()) > len(names):
            raise NotRead("it is not clear which letters of the system are unknown")
        return Operation("solve_system", names=names, word=step.word, real=step.real)

    def _derived(self, at: tuple[str, ...]) -> str | None:
        """Return the variable of a derivative at a point: the function's argument, else the point's."""
        if self.statement.argument or not at:
            return self.statement.argument
        candidates = self._candidates()
        both = tuple(name for name in at if name in candidates)
        return self._pick("derivative", both or tuple(dict.fromkeys((*at, *candidates))))

    def _candidates(self) -> tuple[str, ...]:
        names = tuple(name for name in self.letters.unknowns() if name not in self.constants)
        if not names and self.constants:
            raise NotRead(f"{', '.join(sorted(self.constants))} is said to be constant, and no other letter is unknown")
        return names or self.letters.unknowns()

    def _default(self) -> str:
        """Return the default variable if none is named."""
        if self.statement.argument:
            return self.statement.argument
        present = self.statement.expression.names()
        if present and not present & set(self.letters.declared):
            raise NotRead(f"the variable {self.letters.declared[0]} is not in the expression")
        said = self.choices.picked.get("variable")
        return said if said in present else self._pick("variable", self._candidates())

    def _pick(self, topic: str, options: tuple[str, ...]) -> str:
        return options[0] if len(options) == 1 else self.choices.pick(topic, options)

    def _check(self, steps: Question) -> None:
        """Refuse a contradiction: a definite integral without bounds, "solve" of ``y = x^2``."""
        statement = self.statement
        for index, step in enumerate(steps):
            words = (step.word or "").split()
            if "mixed" in words and not statement.operations:
                raise NotRead("a mixed derivative does not say in which variables")
            if "specified" in words and len(self.letters.declared) != 1:
                raise NotRead("the variable to solve for is not named")
            if (
                "intercept" in words
                and not isinstance(statement.expression, Node)
                and len(statement.expression.names()) > 1
            ):
                raise NotRead("an axis intercept of a curve of two letters is not understood")
            if "factors" in words and not statement.expression.names():
                raise NotRead("'factors' of a number could be its divisors")
            if step.tool == "integrate" and {"definite", "area"} & set(words) and step.bounds is None:
                raise NotRead("a definite integral needs bounds, but has none")
            if step.tool == "integrate" and "indefinite" in words and step.bounds is not None:
                raise NotRead("an indefinite integral has no bounds, but some are given")
            _check_ends(step)
            _check_form(step, statement.expression)
            if step.tool in {"limit", "substitute"} and step.point is None:
                raise NotRead(f"the {step.tool.replace('substitute', 'evaluation')} has no point")
            if "common" in words and not (
                isinstance(statement.expression, Node) and statement.expression.head in _COMMON
            ):
                raise NotRead("it is not clear which numbers' common divisor or multiple is asked")
            if (
                not isinstance(statement.expression, Node)
                and step.tool not in ("solve", "numeric")
                and not _follows_curve(statement, steps)
            ):
                raise NotRead(f"an equation can only be solved: {step.tool!r} is not understood")
            if step.tool == "solve" and [other.tool for other in steps[index + 1 :]] not in ([], ["numeric"]):
                raise NotRead("an operation on solutions is not understood")
            defined = statement.function and not statement.argument and isinstance(statement.expression, Node)
            if step.tool == "solve" and not index and "zeros" not in words and defined:
                raise NotRead(f"{statement.function} = … could be the equation to solve")

    def _check_letters(self, steps: list[Operation]) -> None:
        """Refuse a value for a letter that is not in the expression, and a step in a letter that has a value."""
        present = self.statement.expression.names()
        for index, step in enumerate(steps):
            others = {other.variable for other in steps if other is not step} | {self.statement.argument}
            if step.tool == "substitute" and present and step.variable not in present | others:
                raise NotRead(f"{step.variable!r} is not in the expression")
            gone = any(_removes(other) for other in steps[:index] if other.variable == step.variable)
            if gone and step.tool in CALCULUS | {"solve", "substitute"}:
                raise NotRead(f"{step.variable!r} already has a value before {step.tool!r}")


_COMMON = frozenset({"gcd", "lcm"})


def _follows_curve(statement: Statement, steps: Question) -> bool:
    """Return whether an implicit derivative is asked of an equation."""
    return isinstance(statement.expression, Equation) and steps[0].tool == "implicit"


def _curved(step: Operation, present: Collection[str]) -> Operation:
    """Return an implicit derivative with both of its letters: of y in x if they are not named."""
    if step.names and step.variable in present and step.names[0] in present:
        return step
    if step.names or step.variable or not {"x", "y"} <= set(present):
        raise NotRead("it is not clear which letter's derivative is asked")
    return replace(step, variable="x", names=("y",))


_TRANSFORMS = frozenset({"laplace", "inverse_laplace"})


def _transformed(step: Operation, present: Collection[str]) -> Operation:
    """Return a Laplace transform with the customary letter of its result: s, or t of an inverse transform."""
    if step.tool not in _TRANSFORMS:
        return step
    old, new = ("t", "s") if step.tool == "laplace" else ("s", "t")
    if new in present or (step.variable == new and not present):
        raise NotRead(f"{new!r} is the customary letter of the result, and is in the expression already")
    return replace(step, variable=step.variable if present else old, names=(new,))


def _is_in_variable(step: Operation) -> bool:
    """Return whether something is rewritten in one variable, either a named one or the default."""
    return step.tool == "collect" or (step.tool == "rewrite" and step.word in {"partial", "division", "square"})


def _removes(step: Operation) -> bool:
    """Return whether a step eliminates its variable."""
    places = (*(step.bounds or ()), *((step.point,) if step.point else ()))
    return bool(places) and all(step.variable not in place.names() for place in places)


def _public(step: Operation) -> Operation:
    """Return a step with only those words that matter for its answer."""
    words = ["single" if word in {"sum", "difference", "quotient"} else word for word in (step.word or "").split()]
    kept = next((word for word in words if word in _KEPT.get(step.tool, ())), None)
    return replace(step, word=kept)


_OF_MATRIX = frozenset({"determinant", "eigenvalues", "row_reduce", "rank", "basis", "eigenvectors"})
"""Questions about the matrix that is printed, or that the printed calculation gives."""


def _of_matrices(steps: Question, printed: Node) -> Operation:
    """Return the question about matrices: one operation on the printed expression."""
    asked = [step for step in dict.fromkeys(steps) if step.tool != "simplify"]
    named = {"expand": "mul", "inverse": "inverse"}
    if not asked and printed.head == "matrix":
        raise NotRead("the words do not say what to do with the matrix")
    if not asked:
        return Operation("matrix")
    tool, word = asked[0].tool, asked[0].word or ""
    if len(asked) > 1 or tool not in {"matrix", *_OF_MATRIX, *named}:
        raise NotRead("the question about the matrices is not understood")
    if tool in _OF_MATRIX:
        return Operation(tool, word=asked[0].word)
    if named.get(tool, word) != ("inverse" if _is_inverse(printed) else printed.head):
        raise NotRead(
            f"{named.get(tool, word)!r} is not the printed operation on the matrices, as in A^{{-1}} or u \\cdot v"
        )
    return Operation("matrix")


def _is_inverse(printed: Node) -> bool:
    return printed.head == "pow" and printed.args[0].head == "matrix" and str(printed.args[1]) in {"-1", "(-1)"}


def _check_form(step: Operation, printed: Printed) -> None:
    """Refuse a form that the expression cannot have, and a derivative along something other than an equation."""
    if step.tool == "implicit" and not isinstance(printed, Equation):
        raise NotRead("the derivative of one letter in another is only understood along an equation")
    if step.tool != "rewrite" or not isinstance(printed, Node):
        return
    needed = {"logs": "log", "partial": "div", "division": "div", "rectangular": "constant"}.get(step.word or "")
    if needed is not None and not printed.has(needed):
        raise NotRead(f"{_FORM_NAMES[step.word or '']} is not understood for this expression")


_FORM_NAMES = {
    "logs": "expanded logarithms",
    "partial": "partial fractions",
    "division": "a quotient and remainder",
    "rectangular": "the form a + bi",
}


def _check_ends(step: Operation) -> None:
    """Refuse a sum without bounds, and a series without a point or an end."""
    if step.tool in {"sum", "product"} and step.bounds is None:
        raise NotRead(f"the {step.tool} has no bounds")
    if step.tool == "taylor" and step.degree is None and step.terms is None:
        raise NotRead("the words do not say up to which degree the series goes")
    if step.tool == "taylor" and step.point is None and "maclaurin" not in (step.word or ""):
        raise NotRead("the words do not say around which point the series is")
