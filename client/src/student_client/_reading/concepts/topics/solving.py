"""Equations, inequalities and systems."""

from __future__ import annotations

from ..marks import MARK
from ..task import EQUATION, INEQUALITY, SYSTEM, S, Task

THINGS: dict[str, str] = {
    "solve": r"(?:the )?set of all(?: real)?(?: numbers| values of)?(?: \x00letter\x00)?|solve[sd]?|solving"
    r"|solution sets?|(?:each |every )?solutions?|roots?"
    r"|zero(?:e?s)?|(?:all |the "
    r"|possible |every )*values? of"
    rf" {MARK}letter{MARK} (?:that|which|satisfying|so that|such that|for which)(?: (?:satisf(?:y|ies)|solves?"
    rf"|makes?|the"
    rf"|this|equation|inequality|is|holds?|true|valid|satisfied))*|(?:(?:the|all|every) )?(?:numbers?"
    rf"|{MARK}letter{MARK})"
    rf" (?:(?:that|which) )?(?:satisf(?:y|ies|ying)|solves?)|for (?:which|what)(?: real)?(?: values? of| numbers?)?"
    rf" {MARK}(?:letter"
    rf"|interval){MARK}"
    r" (?:is|does) (?:the |this )?(?:inequality|equation|equality|statement)(?: (?:true|hold|satisfied|valid))"
    r"|(?:(?:that|which) )?satisf(?:y|ies|ying)|for which|such that",
    "general": r"general solutions?|all solutions",
    "check": r"(?:discard|reject|exclude)(?: any| the| all)* (?:extraneous|false)(?: (?:solutions?|roots?|ones))?"
    r"|extraneous (?:solutions?|roots?|ones)|check (?:each|every|your|all) (?:candidates?|solutions?|roots?)"
    r"|arguments? of (?:a|the|any|each) logarithms?(?: (?:has|have|must|needs?)(?: to)? be)? positive",
    "subject": r"subject(?: of)?|rearrange|isolate",
    "real": r"(?:over the |for )?real(?: numbers?(?! of)| solutions?| roots?| values?(?: of)?)?|reals",
    "complex": r"complex(?: numbers?(?! of)| solutions?| roots?| zeros)?(?: \x00letter\x00)?(?: (?:that|which)"
    r" satisf(?:y|ies))?",
    "equal roots": r"(?:the|this|equation|quadratic|it|has|have|roots|are| )*(?:two )?(?:equal|repeated"
    r"|coincident)(?: real)?(?: (?:roots?|solutions?))?"
    r"|(?:the|this|equation|quadratic|it|has|have| )*(?:an? )?(?:double|repeated) root",
    "points": r"(?:the )?(?:coordinates of )?(?:the |all )?(?:points?|intersections?)(?: of intersection)?"
    r"|intersection points?|points"
    r"|(?:at|in) (?:which|what) points?|where",
    "meet": r"(?:at which |where |do |does )?(?:meets?|intersects?|cross(?:es)?|cuts?)(?: each other)?|of"
    r" intersection|in common",
}
TASKS: tuple[Task, ...] = (
    Task("Solve the equation{rounded}.", EQUATION, ("solve",), ("equation", "check"), S),
    Task("Find the general solution.", r"\\?(?:sin|cos|tan).*=", ("general",), ("solve", "equation", "radians"), S),
    Task("Find all real solutions.", EQUATION, ("solve", "real|reals"), ("equation", "check"), S),
    Task("Find all complex solutions.", EQUATION, ("solve", "complex|complexes"), ("equation", "check"), S),
    Task("Find all solutions in the interval {interval}.", EQUATION, ("solve",), ("equation", "check"), S),
    Task("Find all solutions with {condition}.", EQUATION, (), ("equation", "check"), S, ("solve",)),
    Task("Solve for {for}.", EQUATION, (), ("equation",), S, ("solve", "subject")),
    Task(
        "Find all values of {unknown} for which the equation has two equal roots.",
        EQUATION,
        ("equal roots",),
        ("equation",),
        ("equation", "discriminant"),
    ),
    Task("Solve the inequality.", INEQUALITY, ("solve",), ("inequality", "real"), S),
    Task(
        "Solve the inequality on the interval {interval}.",
        INEQUALITY,
        ("solve",),
        ("inequality", "real"),
        ("notation",),
    ),
    Task(
        "Solve the system of equations.",
        SYSTEM,
        ("solve jointly|meet",),
        ("system",),
        ("system",),
        ("points", "solve jointly", "meet"),
    ),
)
