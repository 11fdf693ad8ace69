"""All tasks of the concept reader."""

from __future__ import annotations

from .task import Task
from .topics import (
    algebra,
    calculus,
    differential_equations,
    graphs,
    integrals,
    letters,
    matrices,
    numbers,
    operations,
    series,
    solving,
    values,
    vectors,
    words,
)

TASKS: tuple[Task, ...] = (
    *operations.TASKS,
    *integrals.TASKS,
    *series.TASKS,
    *differential_equations.TASKS,
    *solving.TASKS,
    *letters.TASKS,
    *calculus.TASKS,
    *graphs.TASKS,
    *algebra.TASKS,
    *values.TASKS,
    *matrices.TASKS,
    *numbers.TASKS,
    *vectors.TASKS,
    *words.TASKS,
)
