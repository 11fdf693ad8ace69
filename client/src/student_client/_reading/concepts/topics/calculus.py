"""Derivatives, tangents, averages, motion, values and transforms of a printed function."""

from __future__ import annotations

from ..task import EQUATION, FUNCTION, D, F, Task

THINGS: dict[str, str] = {
    "derivative": r"(?:value of (?:the |its )?)?(?:first )?derivatives?|differentiate|differentiating"
    r"|(?:instantaneous )?rate of change|slope function|gradient function",
    "second derivative": r"second[- ](?:order )?derivatives?|differentiate twice",
    "third derivative": r"third[- ](?:order )?derivatives?",
    "partial derivative": r"(?:first )?partial derivatives?|differentiate partially",
    "antiderivative": r"antiderivatives?|primitives?(?: functions?)?|indefinite integrals?|antidifferentiate",
    "slope": r"(?:slopes?|gradients?|steepness)(?: m)?(?: of)?(?: (?:the|a))?(?: tangents?(?: lines?)?(?: to)?)?",
    "tangent": r"(?:(?:an? |the )?equations? (?:of|for) )?(?:the |a )?(?:line )?tangents?(?: lines?)?(?: to)?(?:"
    r" (?:the|this) (?:curve|graph))?(?: is)?(?: drawn)?(?: at the point)?"
    r"|(?:the )?equations?,?(?: in the form y ?= ?m ?x ?\+ ?[bc])? ?,? (?:of|for) the line tangent to",
    "normal": r"(?:(?:an? |the )?equations? (?:of|for) )?(?:the |a )?normals?(?: lines?)?(?: to)?(?: (?:the|this)"
    r" (?:curve|graph))?(?: is)?(?: drawn)?",
    "line form": r"in (?:the )?(?:slope[- ]intercept )?form(?: y ?= ?m ?x ?\+ ?[bc])?",
    "mean": r"(?:average|mean) values?",
    "mean rate": r"average rate of change|mean rate of change",
    "critical points": r"(?:critical|stationary) points?(?: ?\( ?\x00letter\x00 ?, ?\x00letter\x00 ?\))?",
    "surface": r"surfaces?",
    "partials": r"(?:where|at which) (?:both|the|all|its)*(?: first)?(?:[- ]order)? partial derivatives (?:vanish"
    r"|are zero|equal zero)",
    "parametric": r"parametric(?:ally| equations?)?",
    "parameter": r"in terms of (?:the parameter )?\x00letter\x00|parameter",
    "inverse": r"inverses?(?: functions?)?",
    "evaluate": r"(?:function |numerical |exact )?values?(?: of)?|y-value|evaluate (?:the |this )?(?:function"
    r"|expression|it|this|\x00name\x00)",
    "behaviour": r"limits?|limiting values?",
    "velocity": r"(?:instantaneous )?velocit(?:y|ies)",
    "acceleration": r"(?:instantaneous )?acceleration",
    "displacement": r"(?:the |its )?(?:position|displacement)(?: function)?(?: is)?(?: given)?",
    "tangent line": r"(?:the )?tangents?(?: lines?)?(?: to)?",
}
TASKS: tuple[Task, ...] = (
    Task("Find the derivative.", FUNCTION, ("derivative",), (*F, "condition"), D),
    Task("Find the derivative at {place}.", FUNCTION, ("derivative",), F, D),
    Task("Find the second derivative.", FUNCTION, ("second derivative|d2",), (*F, "condition"), D),
    Task("Find the second derivative at {place}.", FUNCTION, ("second derivative",), F, D),
    Task("Find the third derivative.", FUNCTION, ("third derivative",), F, D),
    Task("Find dy/dx.", FUNCTION, ("dy/dx",), (*F, "equation", "condition"), D, ("derivative",)),
    Task("Find dy/dx at {point}.", EQUATION, ("dy/dx|slope",), (*F, "equation", "tangent line"), D, ("slope",)),
    Task(
        "Find the partial derivative with respect to {respect}.",
        FUNCTION,
        ("partial derivative|derivative",),
        F,
        D,
    ),
    Task("Find an antiderivative.", FUNCTION, ("antiderivative",), F, ("integral",)),
    Task("Find the equation of the tangent line at {place}.", FUNCTION, ("tangent",), (*F, "line form")),
    Task("Find the equation of the normal line at {place}.", FUNCTION, ("normal",), (*F, "line form")),
    Task("Find the slope of the tangent line at {place}.", FUNCTION, ("slope",), (*F, "tangent line")),
    Task("Find the average rate of change on {interval}.", FUNCTION, ("mean rate",), F),
    Task("Find the inverse function.", FUNCTION, ("inverse",), F),
    Task("Find the value at {place}.", FUNCTION, ("evaluate",), F),
    Task("Find the limit as {approach}.", FUNCTION, ("behaviour",), (*F, "exists"), ("limit",)),
    Task("Find the velocity at {place}.", r"^\s*\$?[sxhyr]\s*\(\s*t\s*\)\s*=", ("velocity",), ("displacement",)),
    Task(
        "Find the acceleration at {place}.", r"^\s*\$?[sxhyr]\s*\(\s*t\s*\)\s*=", ("acceleration",), ("displacement",)
    ),
    Task(
        "Find the critical points.",
        r"^\s*\$?\w\s*\(\s*x\s*,\s*y\s*\)\s*=|^\s*z\s*=",
        ("critical points",),
        ("surface", "partials", *F),
    ),
    Task("Find dy/dx.", r"x ?=.*t.*y ?=.*t", ("dy/dx",), ("parametric", "function", "parameter"), D),
    Task("Find the velocity.", r"^\s*\$?[sxhyr]\s*\(\s*t\s*\)\s*=", ("velocity",), ("displacement",)),
    Task("Find the acceleration.", r"^\s*\$?[sxhyr]\s*\(\s*t\s*\)\s*=", ("acceleration",), ("displacement",)),
)
