"""The family of power series: their radius and their interval of convergence."""

from __future__ import annotations

from collections.abc import Sequence

from ..formulas.tree import symbol
from ..questions.of_power_series import power_series
from ..statement import Choices
from .family import Family, Given


def _series(expression: str, variables: Sequence[str]) -> Given | None:
    """Return a printed power series."""
    if "sum" not in expression:
        return None
    found = power_series(expression.replace("$", ""), variables, Choices({}))
    parts = (found.term, symbol(found.index), found.start, symbol(found.name), found.centre, found.radius)
    return {"series": [parts]}


_OF = r"(?: (?:of|for) (?:the|this) (?:(?:power|given|following) )*series)?"
POWER_SERIES = Family(
    name="power series",
    printed=_series,
    things={
        "radius": rf"radius of convergence{_OF}",
        "interval": rf"(?:interval|set) of convergence{_OF}|(?:all |the |real )*(?:values of )?[a-z] for which"
        r" (?:the|this) (?:(?:power|given|following) )*series converges",
        "both": rf"radius(?: of convergence)?(?:,? and)(?: the| also| then)* interval of convergence{_OF}",
    },
    does={
        "interval ": r"for (?:what|which)(?: real)? (?:values of )?[a-z] (?:does|is) (?:the|this) (?:(?:power|given"
        r"|following) )*series (?:converge|convergent)(?:[.?;] ?(?:state|give|write|find)"
        r"(?: your answer as)? the interval of convergence)?",
    },
    nouns=r"(?:power )?series|(?:use|using|by) (?:the )?(?:ratio|root) test(?: to)?|interval|including the end-?points",
)
FAMILIES = (POWER_SERIES,)
"""The families of this module."""
