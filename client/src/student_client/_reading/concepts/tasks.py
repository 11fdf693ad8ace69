"""All tasks of the concept reader."""

from __future__ import annotations

from .task import Task
from .topics import algebra, calculus, graphs, matrices, numbers, operations, solving, vectors, words

TASKS: tuple[Task, ...] = (
    *operations.TASKS,
    *solving.TASKS,
    *calculus.TASKS,
    *graphs.TASKS,
    *algebra.TASKS,
    *matrices.TASKS,
    *numbers.TASKS,
    *vectors.TASKS,
    *words.TASKS,
)
