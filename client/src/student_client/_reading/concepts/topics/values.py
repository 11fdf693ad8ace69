"""Values of numbers, and complex numbers."""

from __future__ import annotations

from ..marks import MARK
from ..task import Task

_COMPLEX = r"(?:complex )?numbers?(?! of)"
_KIND = r"(?:numerical|numeric|arithmetic(?:al)?|trigonometric|logarithmic|exponential|exact)"
_NOUN = r"(?:expression|number|ratio|logarithm|power|root|quantity|sum|difference|product|quotient|calculation)"
THINGS: dict[str, str] = {
    "complex form": r"(?:in|to|into) (?:its )?(?:standard|rectangular|cartesian|algebraic) form"
    r"|(?:standard|rectangular|cartesian|algebraic) form|complex numbers?|quotient"
    r"|from (?:its |the )?(?:polar|exponential|trigonometric|modulus-argument)(?: form)?|polar form",
    "cartesian": r"(?:convert )?(?:from (?:its |the )?(?:polar|exponential|trigonometric|modulus-argument)(?: form)?"
    r" )?(?:in|to|into|as) (?:its |an? |the )?(?:rectangular|cartesian) form|(?:with|showing) (?:its |the |exact"
    r" )*real and imaginary parts",
    "complex operation": r"(?:product|sum|difference|quotient) of (?:the |these |two )*complex numbers",
    "complex number": _COMPLEX,
    "modulus": rf"(?:modulus|magnitude|absolute value)(?: of)?(?: {MARK}letter{MARK})?",
    "argument": r"principal (?:argument|value of (?:the|its) argument)(?: of)?",
    "conjugate": r"(?:complex )?conjugate(?: of)?",
    "real part": r"real part(?: of)?",
    "imaginary part": r"imaginary part(?: of)?",
    "number value": rf"(?:{_KIND} )*values?(?: of)?(?: (?:the|this|following|given))*(?: {_KIND})?(?: {_NOUN})?(?:"
    rf" exactly)?"
    rf"|(?:evaluate|compute|calculate|work out)(?: (?:the|this|following|given|{_KIND}))* {_NOUN}(?: exactly)?",
}
_PRINTED = r"^(?:\s*\$?[zw]\s*=)?(?!.*[=<>,])(?!.*(?<![\\a-zA-Z])[a-df-hj-zA-Z](?![a-zA-Z]))"
_I = rf"{_PRINTED}.*(?<![\\a-zA-Z])i(?![a-zA-Z])"
_NUMBER = rf"{_PRINTED}(?!.*(?<![\\a-zA-Z])i(?![a-zA-Z]))(?=.*\d)"
TASKS: tuple[Task, ...] = (
    Task("Write the expression in the form a + bi.", r"i", ("a+bi",), ("simplify",), (), ("algebra", "complex form")),
    Task("Write the expression in the form a + bi.", _I, ("cartesian",), ("complex number", "simplify")),
    Task("Write the expression in the form a + bi.", _I, ("complex operation",), ("simplify",)),
    *(
        Task(f"Find the {one}.", _I, (name,), ("complex number",))
        for name, one in (
            ("modulus", "modulus"),
            ("argument", "principal argument"),
            ("conjugate", "conjugate"),
            ("real part", "real part"),
            ("imaginary part", "imaginary part"),
        )
    ),
    Task("Evaluate{rounded}.", _NUMBER, ("number value",), ("simplifying",)),
)
