"""Functions of several letters: gradients, tangent planes, the chain rule, integrals over regions."""

from __future__ import annotations

from ..task import F, Task

_SURFACE = r"^\s*\$?(?:[A-Za-z]\s*\(\s*x\s*,\s*y\s*\)|z)\s*="
_MANY = r"^\s*\$?(?:\\displaystyle\s*)?\\ii+nt"
THINGS: dict[str, str] = {
    "gradient": r"gradient(?: vector)?(?: of)?(?: (?:at|the|\x00name\x00))*",
    "directional derivative": r"directional derivative(?: of)?|(?:instantaneous )?rate of change(?: of)?",
    "tangent plane": r"(?:(?:an? |the )?equation (?:of|for) )?(?:an? |the )?(?:tangent plane|plane (?:that is |which"
    r" is )?tangent)(?: (?:to|of))?",
    "surface": r"(?:(?:elliptic|hyperbolic|circular) )?(?:surface|paraboloid|graph|ellipsoid|hyperboloid)",
    "whole integral": r"(?:(?:exact )?value of )?(?:(?:the|this|double|triple|multiple|iterated|following|given)"
    r" )*integral|integrate",
}
TASKS: tuple[Task, ...] = (
    Task("Find the gradient at {point}.", _SURFACE, ("gradient",), F),
    Task(
        "Find the directional derivative at {point} in the direction of {direction}.",
        _SURFACE,
        ("directional derivative",),
        F,
    ),
    *(
        Task(f"Find the tangent plane at {{{place}}}.", _SURFACE, ("tangent plane",), (*F, "surface"))
        for place in ("point", "spot")
    ),
    Task(
        "Find the derivative of {chain} along {inner}.",
        r"^\s*\$?[zwuf]\s*(?:\(\s*x\s*,\s*y\s*\)\s*)?=",
        ("chain",),
        F,
        ("derivative",),
    ),
    Task("Evaluate the integral over the region with {over}.", _MANY, ("whole integral",), (), ("integral",)),
)
