"""All topics of the concept reader, with their tasks and things."""

from __future__ import annotations

from .task import Task
from .topics import (
    algebra,
    calculus,
    conditions,
    differential_equations,
    graphs,
    integrals,
    letters,
    many_variables,
    matrices,
    numbers,
    operations,
    printed,
    series,
    solving,
    values,
    vectors,
    words,
)

_TOPICS = (
    operations,
    integrals,
    series,
    differential_equations,
    solving,
    letters,
    calculus,
    graphs,
    algebra,
    values,
    matrices,
    numbers,
    vectors,
    words,
    many_variables,
    conditions,
)
TASKS: tuple[Task, ...] = tuple(task for topic in _TOPICS for task in topic.TASKS)
THINGS: dict[str, str] = printed.THINGS | {name: said for topic in _TOPICS for name, said in topic.THINGS.items()}
"""Each thing with a regular expression of its names, in small letters; a word may name several things."""
