"""Objectives of the newer families: sentences with slots, and remarks that suit the family."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping, Sequence

from training import objectives as say
from training.wordings import phrases

FIND = phrases(
    """find|find|find|find|compute|calculate|determine|evaluate|work out|give|obtain|state|what is|what is|I need|
    write down|what's"""
)
OPENINGS = phrases(
    """exercise {n}.|exercise {n}:|problem {n}.|problem {n}{l}.|question {n}:|Q{n}.|{n})|({l})|{l})|{n}.|
    homework:|exam question:|practice:|from my textbook:|for my homework:|I am stuck:|I need help:|as a check:|
    can someone help?|hi,|hello, please help:|without a calculator:|show your work:"""
)
"""Texts before an objective, as in :mod:`training.contexts`."""
REMARKS = phrases(
    """. Show your work|. Show all your steps|. Show each step|. Explain your steps|. Give an exact answer|step by step|
    by hand|without a calculator|. Do not use a calculator|. Check your answer|. Thanks|, thank you|, please|
    . Simplify your answer|. No decimals|. [{n} marks]|({n} marks)|. Justify your answer|, showing your working|
    (Enter your answer using interval notation.)|(Enter your answers as a comma-separated list.)|({n} pts)|pls|
    . If there is no solution, enter NO SOLUTION|, if possible|. Sketch the graph|. Use a graphing utility to check|
    . Show all work, no credit without it|, giving exact answers|. Separate your answers with commas|im so lost|
    . Use your calculator only to check|, exact answer|, leaving your answer in exact form|. Assume that it exists"""
)
"""Texts after any objective."""


def asked(
    rng: random.Random,
    forms: Sequence[str],
    slots: Mapping[str, Sequence[str]] | None = None,
    remarks: Sequence[str] = (),
    **names: str,
) -> str:
    """Return an objective.

    Args:
        rng: the source of all choices.
        forms: sentences, with slots such as ``<find>`` and names such as ``{v}``.
        slots: texts of the slots beside ``<find>``; each may have names and further slots.
        remarks: texts behind it that suit the family alone.
        names: the names' values, which no change of case touches.
    """
    text = rng.choice(forms)
    while slot := re.search(r"<(\w+)>", text):
        chosen = rng.choice(FIND if slot[1] == "find" else (slots or {})[slot[1]])
        text = text[: slot.start()] + chosen + text[slot.end() :]
    if re.match(r"what|which|how|can ", text) and rng.random() < 0.85 and not text.endswith("?"):
        text += "?"
    return say.finish(rng, text, lambda random, told: _noted(random, told, remarks), **names)


def _noted(rng: random.Random, text: str, remarks: Sequence[str]) -> str:
    """Put a text before an objective, and a remark after it, sometimes."""
    if rng.random() < 0.06:
        opening = rng.choice(OPENINGS).replace("{l}", rng.choice("abcdefg"))
        text = f"{opening} {text[:1].upper() + text[1:] if rng.random() < 0.5 else text}"
    if rng.random() < 0.07 + (0.07 if remarks else 0):
        remark = rng.choice(remarks if remarks and rng.random() < 0.5 else REMARKS)
        text = text.rstrip("?.") + remark if remark[0] in ".,;" else f"{text} {remark}"
    return text.replace("{n}", str(rng.randint(1, 30)))


def tailed(text: str) -> tuple[str, ...]:
    """Split at bars; a part that is not empty and begins with no comma gets a space in front."""
    return tuple(part if part[:1] in ("", ",", ":") else f" {part}" for part in phrases(text))
