"""Known teacher models, as data: their request parameters, their prices, and the dates of their end."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class TeacherModel:
    """One model's properties.

    Args:
        parameters: the parameters that its requests need in addition to the student's.
        takes_temperature: False if the model may refuse ``temperature``.
        length_parameter: its name for the parameter that limits an answer's tokens.
        price_in: US dollars per million tokens of prompt, or None if not known.
        price_out: US dollars per million tokens of answer, or None if not known.
        ends: the date on which its maker will switch it off, or None.
        successor: the model that its maker names as a replacement.
    """

    parameters: Mapping[str, Any] = field(default_factory=dict)
    takes_temperature: bool = True
    length_parameter: str = "max_tokens"
    price_in: float | None = None
    price_out: float | None = None
    ends: str | None = None
    successor: str | None = None

    def cost(self, tokens_in: int | None, tokens_out: int | None) -> float | None:
        """Return the price of one request in US dollars, or None if it is not known."""
        if self.price_in is None or self.price_out is None or tokens_in is None or tokens_out is None:
            return None
        return (tokens_in * self.price_in + tokens_out * self.price_out) / 1e6


# Take prices and dates from the maker's pricing and deprecation pages, read in November 2026.
KNOWN = {
    "gpt-4o-mini": TeacherModel(price_in=0.15, price_out=0.60, ends="2027-01-14", successor="gpt-6-luna"),
    # Ask a reasoning model without max_tokens, which it refuses, and without thinking, by effort "none".
    "gpt-6-luna": TeacherModel(
        parameters={"reasoning_effort": "none"},
        takes_temperature=False,
        length_parameter="max_completion_tokens",
        price_in=0.10,
        price_out=0.50,
    ),
}


def teacher_model(name: str) -> TeacherModel:
    """Return a model's properties. An unknown model is asked like the student, and its price is None."""
    return KNOWN.get(name, TeacherModel())


def end_notice(name: str) -> str | None:
    """Return one line about the announced end of a model, or None."""
    model = teacher_model(name)
    if model.ends is None:
        return None
    return f"the teacher {name} is announced to be switched off on {model.ends}. Fix: TEACHER_MODEL={model.successor}"
