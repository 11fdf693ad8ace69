"""Says in words which option of a topic a reading takes."""

from __future__ import annotations

from .formulas.ambiguity import EVERY

_LABELS = {
    ("log", "e"): "log is the natural logarithm",
    ("brackets", "group"): "square brackets group",
    ("brackets", "floor"): "square brackets are the greatest integer",
    ("inverse", "function"): "the exponent -1 is the inverse function",
    ("inverse", "reciprocal"): "the exponent -1 is the reciprocal",
    ("angle", "radians"): "angles are in radians",
    ("angle", "degrees"): "angles are in degrees",
    ("angle", EVERY): "each angle is in degrees",
    ("arccot", "0 to pi"): "arccot has the range 0 to pi",
    ("arccot", "-pi/2 to pi/2"): "arccot has the range -pi/2 to pi/2",
    ("point", "the last"): "the point belongs to the last thing asked",
    ("point", "all"): "the point belongs to all that is asked",
    ("and", "then"): "one is done after the other",
    ("and", "also"): "each is an answer of its own",
    ("ends", "included"): "the ends belong to the numbers between them",
    ("ends", "left out"): "the ends do not belong to the numbers between them",
    ("limit", "two-sided"): "the limit is from both sides",
    ("limit", "one-sided"): "the limit is from the side where there are values",
    ("y", "constant"): "y does not depend on the variable",
    ("y", "function"): "y depends on the variable",
}


def label(topic: str, option: str) -> str:
    """Return an option's meaning, for a person."""
    if topic == "log" and option != "e":
        return f"log has the base {option}"
    return f"the variable is {option}" if topic == "variable" else _LABELS.get((topic, option), f"{topic} = {option}")
