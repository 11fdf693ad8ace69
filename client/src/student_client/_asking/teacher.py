"""What is known of teacher models, as data: how to ask them, what they cost, how long they will be there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class TeacherModel:
    """One model's particulars.

    Args:
        parameters: what its requests need beyond those the student gets.
        takes_temperature: False where the model may refuse ``temperature``.
        length_parameter: its name for the most tokens of an answer.
        price_in: US dollars a million tokens of prompt, or None where not known.
        price_out: US dollars a million tokens of answer, or None where not known.
        ends: the announced date of its end, or None.
        successor: the model its maker names for the time after.
    """

    parameters: Mapping[str, Any] = field(default_factory=dict)
    takes_temperature: bool = True
    length_parameter: str = "max_tokens"
    price_in: float | None = None
    price_out: float | None = None
    ends: str | None = None
    successor: str | None = None

    def cost(self, tokens_in: int | None, tokens_out: int | None) -> float | None:
        """Return the price of one request in US dollars, or None where it cannot be known."""
        if self.price_in is None or self.price_out is None or tokens_in is None or tokens_out is None:
            return None
        return (tokens_in * self.price_in + tokens_out * self.price_out) / 1e6


# Prices and dates: the maker's pricing and deprecation pages, read in November 2026.
KNOWN = {
    "gpt-4o-mini": TeacherModel(price_in=0.15, price_out=0.60, ends="2027-01-14", successor="gpt-6-luna"),
    # A reasoning model: it refuses max_tokens and may refuse temperature; effort "none" keeps it from thinking aloud.
    "gpt-6-luna": TeacherModel(
        parameters={"reasoning_effort": "none"},
        takes_temperature=False,
        length_parameter="max_completion_tokens",
        price_in=0.10,
        price_out=0.50,
    ),
}


def teacher_model(name: str) -> TeacherModel:
    """Return what is known of a model; of an unknown one, that it is asked like the student and costs who knows."""
    return KNOWN.get(name, TeacherModel())


def end_notice(name: str) -> str | None:
    """Return one line about a model's announced end, or None."""
    model = teacher_model(name)
    if model.ends is None:
        return None
    return f"the teacher {name} is announced to be switched off on {model.ends}. Fix: TEACHER_MODEL={model.successor}"
