"""One letter of several: the subject of a formula, a parameter of a quadratic, its discriminant."""

from __future__ import annotations

from ..task import EQUATION, FUNCTION, S, Task

_HAVE = (
    r"(?:(?:given that|if|there|so that|such that|the|this|given|quadratic|"
    r"equation|function|polynomial|it|its|has|have|does|roots|are) )*"
)
_ARE = (
    r"(?:are |will )?(?:the|its|both) (?:two )?roots"
    r"(?: of (?:the|this) (?:quadratic )?(?:equation|quadratic))?(?: are| be)?"
)
_ROOTS = r"(?:roots?|solutions?|zeros)"
THINGS: dict[str, str] = {
    "subject": r"chang(?:e|ing)|(?:the )?subject(?: of)?|rearrang(?:e|ing)|isolate|transpos(?:e|ing)",
    "equal roots": rf"{_HAVE}(?:two )?(?:equal|repeated|coincident|identical)(?: real)?(?: {_ROOTS})?|{_ARE} (?:real"
    rf" and )?equal|{_HAVE}(?:an? (?:double|repeated)|exactly one repeated)(?: (?:real|distinct))* {_ROOTS}",
    "one root": rf"{_HAVE}(?:exactly|just|only) one(?: (?:real|distinct))* {_ROOTS}",
    "no real roots": rf"{_HAVE}(?:no|not have(?: any)?) real {_ROOTS}",
    "real roots": rf"{_HAVE}real {_ROOTS}|{_ARE} real",
    "distinct roots": rf"{_HAVE}(?:two )?(?:(?:distinct|different|unequal),? (?:and )?real|real,? (?:and )?(?:distinct"
    rf"|different|unequal))(?: {_ROOTS})?",
    "distinct real": rf"{_ARE} real and (?:distinct|different|unequal)",
    "discriminant": r"b\^ ?\{?2\}? ?- ?4 ?a ?c|(?:value of (?:the |its )?)?discriminant(?: of)?(?: b\^2 ?- ?4 ?a ?c)?",
    "quadratic": r"quadratic(?: (?:equation|expression|function|polynomial|trinomial))?|equation|polynomial|trinomial",
}
TASKS: tuple[Task, ...] = (
    Task("Solve for {for}.", EQUATION, ("for",), ("equation",), S, ("solve", "subject")),
    *(
        Task(
            f"Find all values of {{unknown}} for which the equation has {said}.",
            EQUATION,
            (thing,),
            ("quadratic",),
            ("equation", "discriminant"),
        )
        for thing, said in (
            ("equal roots", "two equal roots"),
            ("one root", "exactly one solution"),
            ("no real roots", "no real roots"),
            ("real roots", "real roots"),
            ("distinct roots", "two different real roots"),
        )
    ),
    Task("Find the discriminant.", rf"{EQUATION}|{FUNCTION}", ("discriminant",), ("quadratic",)),
)
