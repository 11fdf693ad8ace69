"""Words a question so that a person can check it."""

from __future__ import annotations

from collections.abc import Callable

from .formulas.tree import Node, Printed
from .questions.of_solutions import TOGETHER
from .statement import Operation, Question

_NOUNS = {
    "differentiate": "the derivative",
    "integrate": "the integral",
    "simplify": "simplified",
    "rewrite": "written",
    "collect": "collected",
    "expand": "expanded",
    "factor": "factored",
}
_FORMS = {
    "primes": " into primes",
    "partial": " in partial fractions",
    "division": " as quotient and remainder",
    "square": " as a completed square",
    "logs": " with logarithms expanded",
    "rectangular": " as a + bi",
    "sincos": " in sines and cosines",
    "angles": " in functions of single angles",
    "linear": " into linear factors",
    "product": " as a product",
    "single": " to one fraction",
    "condense": " to one logarithm",
    "rationalized": " with no root in the denominator",
}


def told_question(question: Question, expression: Printed) -> str:
    """Return one question in words, the last operation first."""
    if question and question[-1].word == "known" and isinstance(expression, Node):
        from .known.in_words import in_words  # noqa: PLC0415 - most problems do not need it

        return in_words(expression, *question[-1].names)
    text = str(expression)
    for step in question:
        text = _asked(step, text)
    return text


def _asked(step: Operation, text: str) -> str:
    if step.word in TOGETHER:
        return f"the {TOGETHER[step.word]} of {text}"
    told = _TOLD.get(step.tool)
    return f"{text}, {_NOUNS[step.tool]}{_FORMS.get(step.word or '', '')}" if told is None else told(step, text)


def _integral(step: Operation, text: str) -> str:
    bounds = f" from {step.bounds[0]} to {step.bounds[1]}" if step.bounds else ""
    known = f" that is {step.value} at {step.variable} = {step.point}" if step.point is not None else ""
    return f"the integral in {step.variable} of {text}{bounds}{known}"


def _limit(step: Operation, text: str) -> str:
    side = {"+": " from above", "-": " from below", None: ""}[step.side]
    return f"the limit of {text} as {step.variable} goes to {step.point}{side}"


def _solutions(step: Operation, text: str) -> str:
    if step.word == "vertical":
        return f"all real {step.variable} with {text} = 0 and {step.value} not zero"
    if step.word == "inflection":
        return f"all real {step.variable} at which {text} changes its sign"
    numbers = f" with {step.variable} in {step.within}" if step.within else ""
    if step.word == "level":
        return f"all real {step.variable} at which {text} = {step.value}{numbers}"
    if step.word == "distinct" and step.real:
        return f"all distinct real solutions in {step.variable} of {text}{numbers}"
    kind = f"{step.word} " if step.word and step.word != "preimage" else "real " if step.real else ""
    what = text if " = " in text else f"{text} = 0"
    return f"all {kind}{'numbers' if step.word == 'critical' else 'solutions'} in {step.variable} of {what}{numbers}"


_TOLD: dict[str, Callable[[Operation, str], str]] = {
    "differentiate": lambda step, text: f"the derivative in {step.variable} of {text}",
    "integrate": _integral,
    "limit": _limit,
    "sum": lambda step, text: f"the sum of {text} over {_index(step)}",
    "product": lambda step, text: f"the product of {text} over {_index(step)}",
    "taylor": lambda step, text: (
        _line(step, text)
        if (step.word or "").startswith("normal")
        else f"the tangent of {text} at {step.variable} = {step.point}"
        if (step.word, step.degree) == ("tangent", 1)
        else f"the Taylor polynomial of {text} around {step.variable} = {step.point}{_length(step)}"
    ),
    "implicit": lambda step, text: (
        f"the {'second ' * (step.degree == 2)}derivative of {', '.join(step.names)} in {step.variable} along {text}"
    ),
    "inverse": lambda step, text: f"the inverse function of {text} in {step.variable}",
    "laplace": lambda step, text: f"the Laplace transform of {text} from {step.variable} to {', '.join(step.names)}",
    "inverse_laplace": lambda step, text: (
        f"the inverse Laplace transform of {text} from {step.variable} to {', '.join(step.names)}"
    ),
    "matrix": lambda step, text: f"the value of {text}",
    "determinant": lambda step, text: f"the determinant of {text}",
    "eigenvalues": lambda step, text: f"the eigenvalues of {text}",
    "classify": lambda step, text: f"the {step.word} of {text}{_place(step)}",
    "row_reduce": lambda step, text: f"the reduced row echelon form of {text}",
    "basis": lambda step, text: f"a basis of the {step.word} space of {text}",
    "eigenvectors": lambda step, text: f"the eigenvalues and eigenvectors of {text}",
    "rank": lambda step, text: f"the {'dimension of the null space' if step.word else 'rank'} of {text}",
    "dsolve": lambda step, text: f"{', '.join(step.names)} as a function of {step.variable}, with {text}",
    "numeric": lambda step, text: f"{text}, to {step.degree} {step.word}",
    "substitute": lambda step, text: f"{text} at {step.variable} = {step.point}",
    "solve": _solutions,
    "solve_inequality": lambda step, text: f"all real {step.variable} {_holds(step, text)}{_within(step)}",
    "solve_system": lambda step, text: f"all {_numbers(step)}solutions in {', '.join(step.names)} of {text}",
}
"""The wording of each operation on its argument."""


def _line(step: Operation, text: str) -> str:
    return f"the {'slope of the ' * (step.word == 'normal slope')}normal of {text} at {step.variable} = {step.point}"


def _index(step: Operation) -> str:
    return f"{step.variable} from {step.bounds[0]} to {step.bounds[1]}" if step.bounds else str(step.variable)


def _length(step: Operation) -> str:
    return f" with {step.terms} nonzero terms" if step.degree is None else f" up to degree {step.degree}"


def _holds(step: Operation, text: str) -> str:
    sign = {"increasing": " > 0", "decreasing": " < 0", "concave up": " > 0", "concave down": " < 0"}
    return f"at which {text} has a value" if step.word == "domain" else f"with {text}{sign.get(step.word or '', '')}"


def _place(step: Operation) -> str:
    if step.bounds is not None:
        return f" over {_index(step)}"
    at = "" if step.point is None else f" = {step.point}"
    return "" if step.variable is None else f" {'in' if step.point is None else 'at'} {step.variable}{at}"


def _within(step: Operation) -> str:
    return f" and {step.variable} in {step.within}" if step.within else ""


def _numbers(step: Operation) -> str:
    return "complex " if step.word == "complex" else "real " if step.real else ""
