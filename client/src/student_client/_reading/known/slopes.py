"""Families of differential equations: solutions, steps of Euler's method, Wronskians, equilibria, trajectories."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..formulas.differential import parse_differential
from ..formulas.tree import Differential, Equation, Node, add, neg, symbol
from ..statement import Choices
from .family import Family, Given
from .printed_parts import Told
from .usual_words import NUMBER, letters


def _ode(expression: str, variables: Sequence[str]) -> Given | None:
    """Return a differential equation with its values, its letters and its order."""
    if re.match(r"\s*\$?[a-zA-Z]'+\s*\(", expression):  # f'(x) = x^2 gives a derivative
        return None
    read = parse_differential("differential equation", expression, variables, Choices({}))
    asked = read.expression if read else None
    if not isinstance(asked, Differential):
        return None
    zero = add(asked.equation.left, neg(asked.equation.right))
    given: Given = {"ode": [(zero,)], "letters": [letters(asked.variable, asked.function)]}
    order = symbol(asked.function + "'" * asked.order)
    given["order"] = [(order,)]
    for at, place, value in asked.conditions:
        given.setdefault("value", []).append((symbol(asked.function + "'" * at), place, value))
    return given


def _exact(expression: str, variables: Sequence[str]) -> Given | None:
    """Return ``M dx + N dy = 0``."""
    text = re.sub(r"\\[,;:! ]", " ", expression.replace("$", ""))
    found = re.fullmatch(r"\s*(.+?)\s*d\s*x\s*([-+])\s*(.+?)\s*d\s*y\s*=\s*0\s*\.?", text)
    if not found:
        return None
    first, second = (Told(_bare(part), tuple(variables), ()).parts(1)[0].node for part in (found[1], found[3]))
    if not first.names() | second.names() <= {"x", "y"}:
        return None
    return {"form": [(first, neg(second) if found[2] == "-" else second)]}


def _bare(text: str) -> str:
    """Return a formula without the brackets around all of it; a sum must have them."""
    inner = re.fullmatch(r"\((.*)\)", text.strip())
    depth = 0
    for sign in inner[1] if inner else "":
        depth += (sign == "(") - (sign == ")")
        if depth < 0:
            return text
    return inner[1] if inner else text


def _functions(expression: str, variables: Sequence[str]) -> Given | None:
    """Return two or three functions of one letter."""
    parts = Told(expression, tuple(variables), ()).parts()
    bodies = [part.body for part in parts]
    nodes = [body for body in bodies if isinstance(body, Node) and body.head != "matrix"]
    own = frozenset().union(*(node.names() for node in nodes))
    if len(nodes) not in {2, 3} or len(nodes) < len(bodies) or len(own) != 1:
        return None
    if [part.name for part in parts] == ["x", "y"]:
        return None
    return {"functions": [(node,) for node in nodes], "letters": [letters(next(iter(own)))]}


def _family(expression: str, variables: Sequence[str]) -> Given | None:
    """Return an equation in x, y and one constant."""
    parts = Told(expression, tuple(variables), ()).parts()
    if len(parts) != 1 or (not isinstance(parts[0].body, Equation) and parts[0].name not in {"x", "y"}):
        return None
    zero = parts[0].zero
    rest = zero.names() - {"x", "y"}
    if len(rest) != 1 or not {"x", "y"} <= zero.names():
        return None
    return {"zero": [(zero,)], "free letter": [letters(next(iter(rest)))]}


def _linear(expression: str, variables: Sequence[str]) -> Given | None:
    r"""Return the matrix of ``x' = Ax``, or of two printed equations."""
    found = re.fullmatch(
        r"\s*\$?\\(?:mathbf|vec|boldsymbol)\s*\{?\s*([a-z])\s*\}?\s*'\s*(?:\(\s*t\s*\)\s*)?=\s*(?P<matrix>\\begin\{"
        r"([pb])matrix\}.*\\end\{\3matrix\})\s*(?:\\[,;]\s*)?\\(?:mathbf|vec|boldsymbol)\s*\{?\s*\1\s*\}?"
        r"(?:\s*\(\s*t\s*\))?\s*\.?\$?\s*",
        expression,
    )
    if not found:
        return None
    matrix = Told(found["matrix"], tuple(variables), ()).parts(1)[0].node
    return {"table": [(matrix,)], "letters": [letters("t")]} if not matrix.names() else None


_EQUATION = (
    r"(?:(?:the|this|given|following|ordinary|linear|separable|bernoulli|exact|first[- ]order|second[- ]order"
    r"|cauchy[-–]euler|euler|logistic|autonomous) )*(?:differential equations?|equations?|problems?|ode|d\.e\.)"
)
_METHOD = r"(?:the )?(?:method of )?(?:undetermined coefficients|variation of parameters)|(?:by|using|with|use)"
SLOPES = Family(
    name="slopes",
    printed=_ode,
    things={
        "euler": rf"(?:(?:approximat(?:ion|e value)s?|estimate|value) (?:to|of|for) )?y ?\( ?({NUMBER}) ?\)",
        "particular": r"(?:a |one )?particular (?:solution|integral)s?(?: y_\{?p\}?)?(?: (?:of|to|for))?",
        "equilibria": r"(?:all |the )?(?:equilibrium (?:solutions?|points?|values?)|equilibria|critical points|constant"
        r" solutions)",
        "general solution": r"(?:general|complete) solutions?(?: (?:of|to|for))?",
        "solution": r"solutions?(?: (?:of|to|for))?",
    },
    does={
        "euler ": rf"(?:approximate|estimate)(?: the value of)? y ?\( ?({NUMBER}) ?\)",
        "solution ": rf"solve(?: {_EQUATION})?",
        "stable": r"(?:decide|determine|state|say)(?: which| whether| if)*(?: (?:of|one|ones))*(?: (?:them|these|it"
        r"|each))*(?: (?:is|are))? (?:asymptotically )?stable",
    },
    nouns=rf"{_EQUATION}|{_METHOD}|on (?:the interval )?\(0, ?"
    r"(?:\\infty|∞)\)|for x ?> ?0|interval|x ?> ?0|(?:by )?separation of variables|separating (?:the )?variables",
    givens={
        "initial": r"(?:the )?initial[- ]value problems?|ivp|(?:and )?(?:the |with )*(?:given )?initial conditions?",
        "method": r"(?:use|by|using|with)? ?(?:euler's|the euler) method",
        "step": r"(?:with |using |a |and )*(?:step[- ]?(?:size|length)|steps? of(?: size| length)?|h)(?: of)?(?: h)?"
        rf" ?=? ?({NUMBER})",
    },
    needs={"euler": ("method", "step"), "euler ": ("method", "step")},
    allows=("initial",),
)
FORMS = Family(
    name="exact equations",
    printed=_exact,
    things={"solution": r"(?:(?:general|implicit) )*solutions?(?: (?:of|to|for))?"},
    does={"solution ": rf"solve(?: {_EQUATION}| it)?"},
    nouns=rf"{_EQUATION}|(?:determine|decide|check|test|show|verify)(?: whether| if| that) (?:the|this|it)"
    rf"(?: {_EQUATION})? is exact|exact|(?:and )?if (?:it is|so)|is exact",
)
WRONSKIANS = Family(
    name="function lists",
    printed=_functions,
    things={"wronskian": r"wronskian(?: W)?(?: ?\( ?[a-z_{}\d]+, ?[a-z_{}\d]+ ?\))?(?: (?:of|for))?"},
    nouns=r"(?:the )?(?:given |two |three |following )*(?:pair|set|list)?(?: of)?(?: the)?(?: given| two)?"
    r" ?(?:functions|solutions)",
)
TRAJECTORIES = Family(
    name="families of curves",
    printed=_family,
    things={"orthogonal": r"(?:family of )?orthogonal trajectories(?: (?:of|to|for))?"},
    nouns=r"(?:the )?(?:given |one-parameter )?famil(?:y|ies)(?: of (?:curves|parabolas|circles|hyperbolas|ellipses"
    r"|lines))?|curves"
    r"|[a-z] is (?:an? )?(?:arbitrary )?(?:constant|parameter)|(?:an? )?arbitrary (?:constant|parameter)",
)
LINEAR_SYSTEMS = Family(
    name="linear systems of equations",
    printed=_linear,
    things={"solution": r"general solution(?: (?:of|to|for))?"},
    does={"solution ": r"solve(?: the (?:linear )?system(?: of (?:linear )?differential equations)?)"},
    nouns=r"(?:the )?(?:(?:linear|homogeneous|given|following|first[- ]order) )*systems?(?: of (?:linear"
    r" )?(?:differential )?"
    r"equations)?|x' ?= ?Ax|\\mathbf ?\{? ?x ?\}?' ?= ?A ?\\mathbf ?\{? ?x ?\}?|differential|equations",
)
FAMILIES = (SLOPES, FORMS, WRONSKIANS, TRAJECTORIES, LINEAR_SYSTEMS)
"""The families of this module."""
