"""Printed differential equations, with or without values, and Laplace transforms of a printed function."""

from __future__ import annotations

from ..marks import MARK
from ..task import HALVED, ODE, START, Task

THINGS: dict[str, str] = {
    "solution": r"(?:(?:general|explicit|complete|exact|real) )*solutions?(?: curves?)?|(?:all )?functions? (?:(?:that"
    r"|which) )?(?:satisf(?:y|ies|ying)|solves?)|solve",
    "particular": r"particular|unique|specific",
    "unknown function": r"(?:the )?(?:(?:unknown|explicit|position) )?functions?|(?:the )?position(?: of (?:the|a) "
    rf"(?:particle|object|body|car|ball))?(?: at (?:any )?time {MARK}letter{MARK})?",
    "unknown velocity": r"(?:the )?velocity(?: function)?",
    "initial": r"(?:and )?(?:(?:the|these|both) )*(?:initial|boundary|starting) (?:conditions?|values?|data)|(?:that"
    r" )?(?:satisf[a-z]+|subject to|with|given|using|for)(?: the| these| this| stated| given| all| both)* (?:initial "
    r"|boundary |starting )?(?:conditions?|values?|data)|(?:initial|boundary)[- ]value problems?|ivps?|bvps?",
    "curve": r"(?:(?:the )?equation (?:of|for) )?(?:the )?(?:(?:solution|integral|particular) )*curve",
    "slope given": r"whose (?:gradient|slope)(?: function| at any point)?(?: is)?(?: given)?(?: by)?|satisf(?:ies"
    r"|ying)",
    "family": r"explicitly|in explicit form|find the (?:(?:particular integral|complementary function|characteristic"
    r" equation|auxiliary equation|integrating factor)(?: and (?:a|the) )?)+,?(?: and| hence| then)*(?= (?:find|write"
    r" down|state|give) the general solution)|(?:(?:with|having) )?constant coefficients|(?:is|are) (?:separable"
    r"|linear|exact|homogeneous)(?:,? and)|family of solutions",
    "laplace": r"laplace transforms?",
    "inverse laplace": r"inverse (?:laplace )?transforms?|invert (?:the|this) (?:laplace )?transform|(?:(?:the"
    r" )?function(?: \x00image\x00)? )?(?:with|having) (?:the )?(?:following |given )?laplace transform|functions?(?:"
    r" of \x00letter\x00)? (?:whose laplace transform is(?: (?:given|shown|printed|the following))?|from its laplace"
    r" transform)|from its laplace transform|(?:if|when|whose|given that) (?:its |the )?laplace transform is(?: "
    r"(?:given|shown|printed))?",
}
TASKS: tuple[Task, ...] = (
    Task(
        "Solve the differential equation.",
        rf"^(?!.*{START}).*(?:{ODE})",
        ("solution",),
        ("ode", "family", *HALVED),
        ("ode",),
    ),
    Task(
        "Solve the differential equation.",
        rf"(?:{ODE}).*{START}",
        ("solution",),
        ("ode", "initial", *HALVED, "particular", "family"),
        ("ode",),
    ),
    Task(
        "Solve the differential equation.",
        rf"^\s*\$?s'\s*\(\s*t\s*\).*{START}",
        ("unknown function",),
        ("ode", "initial"),
    ),
    Task(
        "Solve the differential equation.",
        rf"^\s*\$?v'\s*\(\s*t\s*\).*{START}",
        ("unknown velocity",),
        ("ode", "initial"),
    ),
    Task(
        "Find the solution through {through}.",
        rf"^(?!.*{START}).*(?:{ODE})",
        ("solution|curve",),
        ("ode", "family", "slope given", "particular"),
        ("ode",),
    ),
    Task("Find the Laplace transform.", r"t", ("laplace",), ("function", "image", "from zero"), ("table",)),
    Task("Find the inverse Laplace transform.", r"s", ("inverse laplace",), ("function", "image"), ("table",)),
)
