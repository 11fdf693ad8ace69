r"""Takes a function's name out of the declared variables: in `f(x) = x^2` with x and f declared, f is a function."""

from __future__ import annotations

import re

from .._problem import Problem

_COMMAND = re.compile(r"\\[A-Za-z]+")
_LEFT = re.compile(r"(?:^|[,;]|quad)\s*\$?(?P<name>[A-Za-xz])'*\s*\(\s*(?P<argument>\\?[A-Za-z]+)\s*[,)]")
"""The beginning of a definition; y stays a variable, as in a differential equation."""
_CALLED = r"'*\s*\("


def without_functions(problem: Problem) -> Problem:
    r"""Return a problem whose variables do not name a function that it defines.

    >>> without_functions(Problem("Find the third derivative.", r"f(x) = x^4 \ln x", ["x", "f"])).variables
    ('x',)
    >>> without_functions(Problem("Solve for f.", r"f(x) = 3", ["x", "f"])).variables
    ('x', 'f')
    """
    functions = {
        found["name"]
        for found in _LEFT.finditer(problem.expression)
        if found["argument"].strip("\\") in {*problem.variables} - {found["name"]}
    }
    named = [name for name in problem.variables if name in functions and _is_function(name, problem)]
    left = [name for name in problem.variables if name not in named]
    return Problem(problem.objective, problem.expression, left, problem.assume) if named and left else problem


def _is_function(name: str, problem: Problem) -> bool:
    """Return whether a letter always has an argument where it is printed, and nobody solves for it."""
    printed = _COMMAND.sub(" ", problem.expression)
    solved = re.search(rf"\b(?:[Ff]or|[Mm]ake) \$?{name}\$?(?![\w(^'])", problem.objective)
    return not solved and len(re.findall(name, printed)) == len(re.findall(name + _CALLED, printed))
