"""What a printed limit is asked for."""

from __future__ import annotations

from ..task import LIMIT, Task

THINGS: dict[str, str] = {
    "limit": r"(?:(?:numerical |exact )?value of (?:the |this |its )?)?(?:trigonometric |infinite )?limits?(?: of "
    r"(?:the|this|following|given| )*(?:function|expression|quotient|sequence))?|limiting value|evaluate (?:the |this "
    r"|following )*indeterminate form",
    "exists": r"if it exists|or (?:state|show|explain|say|write)(?: that| why)? (?:it does not|it doesn't|no"
    r" limit) exists?",
    "to what": r"to (?:what|which)(?: (?:value|number|limit))?|what (?:value|number|limit)(?= (?:does|do|will))",
    "converges": r"converges?|convergent",
}
TASKS: tuple[Task, ...] = (Task("Evaluate the limit.", LIMIT, (), ("exists", "algebra"), ("limit",), ("limit",)),)
