"""Says what a known formula is asked in words that a person can check: "the distance of (3, 4) and (0, 0)"."""

from __future__ import annotations

import re
from collections.abc import Callable

from ..formulas.tree import Node

_INTERNAL = """
    letters value named order explicit implicit pair basis initial method said sign rolled total three four flat solid
    singular
"""
_UNTOLD = frozenset(_INTERNAL.split())
"""The roles that are left out if no template names them."""
_AT = "< at {at:point}>"
_CURVE = "{function:first}"
_SURFACE = "{function}"
_ROOTS = "of the roots of {polynomial} = 0"
_UNKNOWN = "the value of {letter} "
_TEMPLATES: dict[str, dict[str, str]] = {
    "points": {
        "midpoint": "the midpoint of {point:point}",
        "distance": "the distance of {point:point}",
        "slope": "the slope of the line through {point:point}",
        "line": "the line through {point:point}",
        "bisector": "the perpendicular bisector of {point:point}",
        "area": "the area of the triangle or polygon with the vertices {point:point}",
        "perimeter": "the perimeter of the triangle or polygon with the vertices {point:point}",
        "centroid": "the centroid of {point:point}",
        "circle": "the circle with the diameter from {point:point}",
        "ratio": "the ratio in which the {axis}-axis divides the segment of {point:point}",
        "section": "the point that divides the segment of {point:point} in the ratio {parts}",
        "letter": _UNKNOWN + "for which {point:point} are on one line",
    },
    "line": {
        "distance": "the distance of {place:point} from {zero} = 0",
        "parallel": "the line through {place:point} parallel to {zero} = 0",
        "perpendicular": "the line through {place:point} perpendicular to {zero} = 0",
        "": "the {thing} of {zero} = 0",
    },
    "conic": {"tangent": "the tangent of {zero} = 0 at {place:point}", "": "the {thing} of {zero} = 0"},
    "parabola": {
        "axis": "the axis of symmetry of y = {function}",
        "minimum": "the least value of {function}",
        "maximum": "the greatest value of {function}",
        "square": "{function} with the square completed",
        "": "the {thing} of y = {function}",
    },
    "wave": {"": "the {thing} of {function}, in which the wave is a sine or cosine of {angle}"},
    "sum of waves": {
        "sin+": "{function} as R*sin(x + a)",
        "sin-": "{function} as R*sin(x - a)",
        "cos+": "{function} as R*cos(x + a)",
        "cos-": "{function} as R*cos(x - a)",
    },
    "expansion": {
        "coefficient": "the coefficient of {of} in the expansion of {power}",
        "term": "term {nth} in the expansion of {power}",
        "constant": "the term without {letter} in the expansion of {power}",
        "free": "the constant term in the expansion of {power}",
    },
    "roots": {
        "expression": f"{{of}} {_ROOTS}, alpha and beta",
        "squares": f"the sum of the squares {_ROOTS}",
        "reciprocals": f"the sum of the reciprocals {_ROOTS}",
        "": f"the {{thing}} {_ROOTS}",
    },
    "remainder": {
        "letter": _UNKNOWN + "in {polynomial}, whose remainder is {condition:remainder}",
        "remainder": "the remainder of {polynomial} divided by {divisor}",
        "other zeros": "the other zeros of {polynomial}<, of which {condition} is a factor>< beside {root}>",
    },
    "sequence": {
        "nth": "term {nth} of {term}, ...",
        "general": "the general term of {term}, ...",
        "sum": "the sum of {term}, ...< to {last}>< for {count} terms>",
        "endless": "the sum without end of {term}, ...",
        "difference": "the common difference of {term}, ...",
        "ratio": "the common ratio of {term}, ...",
        "how many": "the number of terms of {term}, ..., {last}",
        "count": "the number of terms of {term}, ... with the sum {total}",
    },
    "sum of terms": {
        "general": "the general term of the sequence whose first n terms have the sum {sum}",
        "nth": "term {nth} of the sequence whose first n terms have the sum {sum}",
        "difference": "the common difference of the sequence whose first n terms have the sum {sum}",
    },
    "terms": {"letter": _UNKNOWN + "for which {term} are terms of a< {arithmetic:role}>< {geometric:role}> sequence"},
    "numbers": {
        "gcd": "the greatest common divisor of {number}",
        "lcm": "the least common multiple of {number}",
        "deviation": "the standard deviation of {number}",
        "sample deviation": "the sample standard deviation of {number}",
    },
    "letters": {"arrangements": "the number of arrangements of letters that occur {often} times"},
    "complex number": {"real": "the real part of {number}", "imaginary": "the imaginary part of {number}"},
    "motions": {
        "distance": "the total distance of {position:first}{velocity:first} from {span:to}",
        "": "the {thing} of a motion with the position {position:first}<, at {at:point}>",
    },
    "surfaces": {
        "steepest": f"the greatest rate of change of {_SURFACE}{_AT}",
        "direction": f"the direction of the greatest rate of change of {_SURFACE}{_AT}",
        "extremes": f"the greatest and the least value of {_SURFACE}< with {{constraint:equal}}>",
        "": f"the {{thing}} of {_SURFACE}{_AT}",
    },
    "levels": {
        "distance": "the distance of {at:point} from {zero} = 0",
        "closest": "the point of {zero} = 0 closest to {at:point}",
        "tangent plane": f"the tangent plane of {{zero}} = 0{_AT}",
        "": "{thing} along {zero} = 0",
    },
    "constraints": {
        "extremes": "the greatest and the least value of {function} with {constraint:equal}",
        "": "the {thing} value of {function} with {constraint:equal}",
    },
    "functions with constraints": {
        "extremes": "the greatest and the least value of {function} with {constraint:equal}",
        "": "the {thing} value of {function} with {constraint:equal}",
    },
    "curves": {
        "extremes": f"the greatest and the least value of {_CURVE} from {{span:to}}",
        "flat points": f"the points of {_CURVE} with a horizontal tangent",
        "sloped points": f"the points of {_CURVE} with the slope {{sloped points}}",
        "derivative of order": f"the derivative of order {{derivative of order}} of {_CURVE}",
        "slope of the inverse": f"the derivative of the inverse of {_CURVE} at {{slope of the inverse}}",
        "": f"the {{thing}} of {_CURVE}{_AT}",
    },
    "slopes in space": {
        "along": f"the derivative of {_SURFACE}{_AT}< in the direction {{direction}}>< towards {{towards:point}}>",
        "second": f"the second derivatives of {_SURFACE}{_AT}",
        "": f"the {{thing}} of {_SURFACE}{_AT}",
    },
    "matrices": {
        "lu": "the factors L and U of {table}",
        "diagonalization": "P and D of {table} = P*D*P^(-1)",
        "power": "{table} to the power {power}",
        "homogeneous": "all solutions of A*x = 0 for A = {table}",
        "": "the {thing} of {table}",
    },
    "two matrices": {
        "product": "the product of {table}",
        "other product": "the product of {table}, the last one first",
        "least squares": "the least-squares solution of A*x = {vector} for A = {table}",
    },
    "vector lists": {
        "orthonormal": "the orthonormal basis that Gram and Schmidt make of {vectors}",
        "orthogonal": "the orthogonal basis that Gram and Schmidt make of {vectors}",
        "dependent": "the {dependent} for which {vectors} are linearly dependent",
        "coordinates": "the coordinates of {vector} in the basis {basis}",
    },
    "two dice": {"": "the probability that the sum of two dice is {thing} {value}"},
    "binomial distribution": {
        "equal": "P(X = {equal}) for {binomial:trials}",
        "at least": "P(X >= {least}) for {binomial:trials}",
        "at most": "P(X <= {most}) for {binomial:trials}",
        "more": "P(X > {more}) for {binomial:trials}",
        "less": "P(X < {less}) for {binomial:trials}",
        "": "the {thing} for {binomial:trials}",
    },
    "ratio of sides": {"": "the {thing} if {function} of {of} is {value}"},
    "broken functions": {"continuous": "the {free letter} for which {pieces} meet at {break}"},
    "families of curves": {"orthogonal": "the curves orthogonal to {zero} = 0 for every {free letter}"},
    "function lists": {"wronskian": "the Wronskian of {functions}"},
    "told sequence": {"": "the {thing} of the {kind} sequence with the terms {said:point}"},
    "slopes along curves": {"chain": "the derivative of {function}< in {along}>"},
    "maps": {
        "first": "dy/dx of the curve {curve}",
        "second": "d^2y/dx^2 of the curve {curve}",
        "jacobian": "the Jacobian determinant of {map}",
    },
    "slopes": {
        "solution": "the solution of {ode} = 0< with {value:start}>",
        "particular": "a particular solution of {ode} = 0",
        "general solution": "the general solution of {ode} = 0",
        "equilibria": "the constant solutions of {ode} = 0",
        "stable": "the stable constant solutions of {ode} = 0",
    },
    "systems": {"no solution": "the {parameter} for which {zero} = 0 has no solution"},
    "determinants": {
        "value": "the determinant of {factor}*A^({power}) for a matrix A with {rows} rows and determinant {whole}",
    },
    "power series": {
        "radius": "the radius of convergence of the series of {series:first}",
        "interval": "the interval of convergence of the series of {series:first}",
        "both": "the radius and the interval of convergence of the series of {series:first}",
    },
    "steps of Newton's method": {"index": "x_{index} of Newton's method for {function:first} from x_{start:equal}"},
    "recurrences": {
        "formula": "the formula of the sequence of the recurrence {rule:equal}",
        "limit": "the limit of the sequence of the recurrence {rule:equal}",
    },
    "formulas with a constant": {"value": "the value of {value:at} by {formula:first}, if {pair:pairs}"},
    "real parts": {"letters": "the real {letters} for which {equation:equal}"},
    "matrices with a letter": {
        "determinant": "the determinant of {table:first}",
        "zeros": "the letter for which {table:first} is singular",
        "values": "the letter for which {table:first} has the determinant <{level}><{singular:zero}>",
    },
    "polar curves": {"loop": "the area of one loop of r = {polar:first}", "area": "the area within r = {polar:first}"},
    "space points": {"plane": "the plane through {point:point}", "triangle": "the area of the triangle {point:point}"},
    "templates": {"polynomial": "the function {function}", "coefficients": "the {unknowns} of {function}"},
    "triangle": {
        "side": "a side of the triangle with {part:equal}",
        "angle": "the angle {angle} of the triangle with {part:equal}",
        "area": "the area of the triangle with {part:equal}",
    },
    "integrals over regions": {"value": "the integral of {function} over a region"},
    "integrals along paths": {"value": "the integral along a path of <{field}><{density}>"},
    "iterated integrals": {"value": "the integral of {integrand}<, {integral:integral}>"},
}  # fmt: skip


def _point(parts: list[str]) -> str:
    """Return a place: ``t = 2``, one number, or coordinates."""
    if len(parts) == 2 and parts[0].isalpha():
        return " = ".join(parts)
    return parts[0] if len(parts) == 1 else f"({', '.join(parts)})"


def _pairs(parts: list[str]) -> str:
    """Return letters with their values: ``x = 4, y = 5``."""
    return ", ".join(map(" = ".join, zip(parts[::2], parts[1::2], strict=True)))


_ROLE, _PLACE, _OPTIONAL = re.compile(r"\{([^:}]+)"), re.compile(r"\{([^}]+)\}"), re.compile(r"<([^<>]*\{[^<>]*)>")
_WAYS: dict[str, Callable[[list[str]], str]] = {
    "": ", ".join,
    "first": lambda parts: parts[0],
    "point": _point,
    "equal": lambda parts: " = ".join(parts[:2]),
    "pairs": _pairs,
    "at": lambda parts: f"{parts[0]} at {_pairs(parts[1:])}",
    "to": " to ".join,
    "trials": lambda parts: f"{parts[0]} trials of probability {parts[1]}",
    "remainder": lambda parts: f"{[*parts, '0'][1]} on division by {parts[0]}",
    "start": lambda parts: f"{parts[0]}({parts[1]}) = {parts[2]}",
    "integral": lambda parts: f"{parts[0]} from {parts[1]} to {parts[2]}",
}
"""How the parts of a role are said together."""
_LISTED = {"between": " <= ".join, "curve": " = ".join, "span": " to ".join, "direct": " ".join, "inverse": " ".join}
"""How those of roles are that no template names."""


def in_words(expression: Node, thing: str, rounded: str = "") -> str:
    """Return a question of a known formula in words.

    Args:
        expression: what is printed and given, as the engine hands it on.
        thing: what is asked.
        rounded: how the answer is rounded, as the engine says it.

    >>> from ..formulas.tree import Node, number
    >>> points = [Node("point", (number(3), number(4))), Node("point", (number(0), number(0)))]
    >>> in_words(Node("points", tuple(points)), "slope")
    'the slope of the line through (3, 4), (0, 0)'
    """
    given: dict[str, list[list[str]]] = {}
    for part in expression.args:
        given.setdefault(part.head, []).append([str(one) for one in part.args])
    templates, first = _TEMPLATES.get(expression.head, {}), next(iter(given))
    told = set(_UNTOLD)

    def kept(found: re.Match[str]) -> str:
        return found[1] if set(_ROLE.findall(found[1])) <= set(given) else ""

    template = _OPTIONAL.sub(kept, templates.get(thing.strip()) or templates.get("", ""))
    if not template or not set(_ROLE.findall(template)) <= {*given, "thing"}:
        template = f"the {{thing}} of {{{first}}}"
    else:
        told.add(thing)

    def said(found: re.Match[str]) -> str:
        role, _, way = found[1].partition(":")
        told.add(role)
        if role == "thing" or way in {"role", "zero"}:
            return {"role": role, "zero": "0"}.get(way, thing.strip())
        return ", ".join(_WAYS[way](parts) for parts in given[role] if parts)

    text = _PLACE.sub(said, template).replace(" - 0 = 0", " = 0")
    for role in [role for role in given if role not in told]:
        way = _LISTED.get(role, _point)
        text = ", ".join([text, f"{role} {', '.join(way(parts) for parts in given[role] if parts)}".strip()])
    return ", ".join(filter(None, (text, _rounded(rounded))))


def _rounded(how: str) -> str:
    """Return a rounding in words: "places 2", "digits 3", "unit 1/10", "degrees 1"."""
    kind, _, size = how.partition(" ")
    if not how:
        return ""
    if kind in {"places", "digits"}:
        return f"rounded to {size} {'decimal places' if kind == 'places' else 'significant digits'}"
    return f"{'in degrees, ' if kind == 'degrees' else ''}rounded to a multiple of {size}"
