"""Finds directions, points of space and powers of an expansion in an objective."""

from __future__ import annotations

from collections.abc import Iterator


def further_places(variable: str, number: str) -> Iterator[tuple[str, str]]:
    """Yield the kinds of these formulas with their patterns.

    Args:
        variable: a pattern of the problem's letters.
        number: a pattern of a number.
    """
    unit = r"(?:\\hat ?\{? ?)?\\?[ij](?:math)?(?: ?\})?"
    vector = (
        rf"(?:(?:\\langle|⟨|<|\() ?{number} ?, ?{number} ?(?:\\rangle|⟩|>|\))"
        rf"|(?:{number})? ?{unit} ?[-+] ?(?:{number})? ?{unit}|[-−] ?{unit} ?[-+] ?(?:{number})? ?{unit})"
    )
    yield (
        "direction",
        rf"(?:in|along) the direction (?:of |given by |determined by )?(?:the )?(?:given |unit )?(?:vector )?"
        rf"(?:[a-z] ?= ?)?(?P<it>{vector})",
    )
    yield (
        "spot",
        rf"(?:at )?(?:the )?(?:given )?(?:point )?(?:[PQ] ?(?=\())?(?P<it>\( ?{number} ?, ?{number} ?, ?{number} ?\))",
    )
    yield "power", rf"coefficient of (?:the )?(?P<it>{variable}(?: ?\^ ?\{{?\d\}}?)?)(?![\w(^])(?:[- ]term)?"
