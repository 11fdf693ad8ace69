"""The parts of the patterns for whole sentences: what asks, what is asked of, and at which place."""

from __future__ import annotations

FIND = (
    r"(?:find|determine|state|give|compute|calculate|what is|what's|write(?: down)?|work out|evaluate|obtain|specify"
    r"|list|name|identify)(?: an?| the)?"
)
KIND = (
    r"(?:given |following |above |real |rational |radical |square root |logarithmic |piecewise |real-valued "
    r"|exponential |trigonometric )*"
)
F = (
    rf"(?:(?:the |this )?(?:graph of )?(?:the |this |each )?{KIND}(?:function|curve|graph|expression|equation|cubic"
    rf"|polynomial|quadratic|parabola|quartic)"
    r"(?: (?:of )?(?:the function )?[fghy](?:\([a-z]\))?)?|[fghy](?:\([a-z]\))?)"
)
TO = rf"(?:to|of|for|at|on) {F}"
AT_X = r"(?:at|when|where)(?: the point)?(?: where| with)? (?:(?P<name>[a-z]) ?= ?)?(?P<a>[^,()=]+?)"
AT_POINT = r"at (?:the )?(?:given )?(?:point )?(?:[A-Z] ?)?\((?P<a>[^,()]+),(?P<b>[^,()]+)\)"
BETWEEN = (
    r"(?:on|over|in|for) (?:the )?(?:given )?(?:closed )?(?:interval )?(?:\[(?P<a>[^,]+),(?P<b>[^,]+)\]|(?P<c>[^\s]+)"
    r" ?(?:\\le|\\leq|<=|≤) ?[a-z] ?(?:\\le|\\leq|<=|≤) ?(?P<d>[^\s]+))|(?:over the interval |on the interval )?"
    r"(?:from|between) (?:[a-z] ?= ?)?(?P<e>[^\s]+) (?:to|and) (?:[a-z] ?= ?)?(?P<f>[^\s]+)"
)
