"""Plans with one thing changed, and a judge of results that shares no code with the verifier."""

from __future__ import annotations

import json
import random
import re
import signal
from typing import Any

import mpmath
import sympy
from student_client._errors import InvalidPlan
from student_client._plan import Plan
from student_client._reading.formulas.sympy_syntax import ExpressionError, parse_expression

SWAPPED = {"sin": "cos", "cos": "sin", "tan": "sin", "exp": "sin", "log": "exp", "sqrt": "exp", "Abs": "sqrt"}
OPERATORS = {"+": "-", "-": "+", "*": "+", "/": "*"}
KINDS = (("integrate", "differentiate", "solve"), ("simplify", "expand", "factor"), ("limit", "substitute"))


def mutate(plan: Plan, rng: random.Random) -> Plan | None:
    """Change one thing; None if the result is not a plan."""
    data = json.loads(plan.to_json())
    step = rng.choice(data["steps"][:-1])
    arguments = step["args"]
    what = rng.random()
    if what < 0.1:
        same = next(tools for tools in KINDS if step["tool"] in tools)
        step["tool"] = rng.choice([tool for tool in same if tool != step["tool"]])
    elif what < 0.15 and "var" in arguments:
        arguments["var"] = rng.choice("uvxyz")
    elif what < 0.35 and "point" in arguments:
        arguments["point"] = _changed(arguments["point"], rng)
    elif what < 0.4 and len(data["steps"]) > 2:
        data["steps"][-1]["payload"]["result"] = f"R{rng.randint(1, len(data['steps']) - 1)}"
    else:
        arguments["expr"] = _changed(arguments["expr"], rng)
    try:
        changed = Plan.parse(json.dumps(data))
    except InvalidPlan:
        return None
    return None if changed == plan else changed


def _changed(text: str, rng: random.Random) -> str:
    number = r"(?<![A-Za-z\d.])\d+(?!\.)"
    ways = (
        lambda: _replaced(text, number, lambda n: str(int(n) + rng.choice((1, 2, 10))), rng),
        lambda: _replaced(text, number, lambda n: f"(-{n})", rng),
        lambda: _replaced(text, "|".join(SWAPPED), SWAPPED.__getitem__, rng),
        lambda: _replaced(text, r"(?<![*(,])[-+*/](?!\*)", OPERATORS.__getitem__, rng),
        lambda: _replaced(text, r"\b[a-z]\b", lambda name: rng.choice(("y", "t", f"(2*{name})", f"(-{name})")), rng),
        lambda: _dropped(text, rng),
        lambda: _wrapped(text, rng),
        lambda: _wrapped(text, rng),
    )
    return rng.choice(ways)()


def _wrapped(text: str, rng: random.Random) -> str:
    if text.startswith("Eq("):
        return f"Eq({rng.choice(('1+', '2*', '-'))}{text[3:]}"
    return rng.choice(("-({})", "2*({})", "({})+1", "({})+x", "({})*x", "({})/3", "({})**2")).format(text)


def _replaced(text: str, pattern: str, change: Any, rng: random.Random) -> str:
    found = list(re.finditer(pattern, text))
    if not found:
        return f"({text})*2" if not text.startswith("Eq(") else text
    match = rng.choice(found)
    return text[: match.start()] + change(match[0]) + text[match.end() :]


def _dropped(text: str, rng: random.Random) -> str:
    """Drop a term or a factor."""
    try:
        expression = parse_expression(text)
    except ExpressionError:  # it refers to a step
        return f"{text} + 1"
    parts = list(expression.args)
    if len(parts) < 2 or not isinstance(expression, sympy.Add | sympy.Mul):
        return f"({text})/2" if isinstance(expression, sympy.Expr) else text
    parts.pop(rng.randrange(len(parts)))
    return sympy.sstr(expression.func(*parts))


ORACLE_SECONDS = 3


def differs(right: str, other: str, *, antiderivatives_in: str | None) -> bool | None:
    """Return whether two results, as text, are different answers: by double-precision numbers at random places.

    None if they have no numbers, or not in time: mpmath may sum a special function's series for an hour.
    """
    if right == other:
        return False
    before = signal.signal(signal.SIGALRM, _out_of_time)
    signal.setitimer(signal.ITIMER_REAL, ORACLE_SECONDS)
    try:
        return _differs(right, other, antiderivatives_in)
    except TimeoutError:
        return None
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _out_of_time(number: int, frame: Any) -> None:
    raise TimeoutError


def _differs(right: str, other: str, antiderivatives_in: str | None) -> bool:
    left, given = (sympy.sympify(text) for text in (right, other))
    if not isinstance(left, list) and not isinstance(given, list):
        left, given = (_real(made) for made in (left, given))
    if isinstance(left, list) != isinstance(given, list):
        return True
    if isinstance(left, list):
        return _different_lists(left, given)
    names = sorted(left.free_symbols | given.free_symbols, key=str)
    if antiderivatives_in:
        left, given = (sympy.diff(made, sympy.Symbol(antiderivatives_in, real=True)) for made in (left, given))
    pairs = [(_numbers(left, names, seed), _numbers(given, names, seed)) for seed in range(8)]
    return any(_apart(a, b) for a, b in pairs if a is not None and b is not None)


def _real(expression: Any) -> Any:
    return expression.xreplace({name: sympy.Symbol(name.name, real=True) for name in expression.free_symbols}).doit()


def _numbers(expression: Any, names: list[Any], seed: int) -> Any:
    source = random.Random(f"oracle {seed}")
    places = [mpmath.mpf(source.uniform(0.3, 2.5)) for _ in names]
    try:
        value = sympy.lambdify(names, expression, "mpmath")(*places)
    except (ArithmeticError, TypeError, ValueError, NameError, NotImplementedError):
        return None
    return mpmath.mpmathify(value)


def _apart(left: Any, right: Any) -> bool:
    if mpmath.isinf(left) or mpmath.isinf(right):
        return bool(left != right)
    return bool(abs(left - right) > 1e-7 * (1 + abs(left)))


def _different_lists(left: list[Any], given: list[Any]) -> bool:
    names = sorted(set().union(*(made.free_symbols for made in [*left, *given])), key=str)
    one, two = ([_numbers(made, names, 1) for made in made_list] for made_list in (left, given))
    if None in one or None in two:
        raise TimeoutError
    return any(all(_apart(a, b) for b in two) for a in one) or any(all(_apart(a, b) for b in one) for a in two)
