"""Other ways to print a problem: as a program prints it, as a command, again in its objective, in other signs."""

from __future__ import annotations

import random
import re
from dataclasses import replace

from training.author import Sample
from training.wordings import phrases

_OPERATOR = re.compile(
    r"int|lim|->|\\(?:sum|prod|det|circ|[cl]?dots|langle|mathbf|hat|vec|partial)|begin\{v|d\^?\d?/d|frac\{d|[∫'|]"
)
"""Notation that says what to do, or that no program prints."""
_KINDS = frozenset(
    phrases(
        """integrate|differentiate|solve|simplify|expand|factor|inequality|system|determinant|eigenvalues|eigenvectors|
        rank|basis|inverse|
        implicit|collect|taylor|tangent|increasing|row reduction|formula|discriminant|general solution|limit|
        differential equation|slope at a point|definite integral|one-sided limit|second derivative|
        rewrite: partial fractions|rewrite: completed square|rewrite: a+bi|rewrite: single logarithm|
        rewrite: expanded logarithms|critical points"""
    )
)
"""Kinds whose expression may be printed as SymPy's text, because their objectives say what to do."""
_NEUTRAL = re.compile(
    r"(?i)^\W*(?:evaluate|compute|find|calculate|work out|determine|do it|what is this)\b[^a-z]*(?:\w+ ){0,2}\w*\W*$"
)
_VERBS = {
    "integrate": phrases(
        """integrate {e}|find the integral of {e}|what is the integral of {e}|find the antiderivative of {e}|
        what is the indefinite integral of {e}?|whats the integral of {e} ?|find \\int {e} d{v}|∫ {e} d{v}|int {e} d{v}|
        integral of {e}|antiderivative of {e}|integral of {e} with respect to {v}|how do you integrate {e}?|
        find an antiderivative of {e}|please integrate {e}|integrate {e} d{v}|\\int {e} \\, d{v}"""
    ),
    "differentiate": phrases(
        """differentiate {e}|find the derivative of {e}|derivative of {e}|d/d{v} {e}|d/d{v} of {e}|d/d{v}({e})|
        what is the derivative of {e}?|whats the derivative of {e} ?|differentiate {e} with respect to {v}|
        derivative of {e} with respect to {v}|how do I differentiate {e}?|I need the derivative of {e}|
        find \\frac{d}{d{v}}({e})|if y = {e}, find dy/d{v}|if y = {e}, then dy/d{v} equals|y = {e}, dy/d{v} = ?|
        I need dy/d{v} for y = {e}, please show the steps|f({v}) = {e}, f'({v}) = ?|let y = {e}. Find dy/d{v}"""
    ),
    "solve": phrases(
        """solve {e}|solve {e} for {v}|solve {e} for {v}|find {v} if {e}|{e}, {v} = ?|what is {v} if {e}?|
        solve for {v}: {e}|
        find the solutions of {e}|how do you solve {e}?|find all solutions of {e}|solve the equation {e}|
        find all real numbers {v} with {e}|please to solve {e}|if {e}, what is {v}?|which {v} satisfy {e}?"""
    ),
    "simplify": phrases("simplify {e}|simplify {e}|what is {e} in simplest form?|simplify fully {e}"),
    "expand": phrases("expand {e}|multiply out {e}|expand {e} and collect terms|expand {e}"),
    "factor": phrases(
        """factor {e}|factorise {e}|factorize {e}|factor {e} completely|write {e} as a product of factors|
        can {e} be factored?|what are the factors of {e}?"""
    ),
    "inequality": phrases("solve {e}|solve the inequality {e}|for which {v} is {e}?|when is {e}?"),
}
_COMMANDS = {
    "integrate": phrases("integrate({p}, {v})|int({p}, {v})|integral({p}, {v})|Integrate[{p}, {v}]|integrate {p} d{v}"),
    "definite integral": phrases(
        """integrate({p}, ({v}, {a}, {b}))|integrate({p}, {v}, {a}, {b})|int({p}, {v}={a}..{b})|
        integrate {p} from {a} to {b}|integrate {p} from {v} = {a} to {b}|integral of {p} from {a} to {b}|
        what is the integral of {p} from {a} to {b}|∫ {p} d{v} from {a} to {b}|int_{a}^{b} {p} d{v}"""
    ),
    "differentiate": phrases("diff({p}, {v})|d/d{v}({p})|derivative({p}, {v})|diff({p})|({p})'|D[{p}, {v}]"),
    "solve": phrases("solve({p}, {v})|solve({p})|solve {p}|solve({q} = {z}, {v})|Solve[{q} == {z}, {v}]"),
    "simplify": phrases("simplify({p})|simplify {p}"),
    "expand": phrases("expand({p})|expand {p}"),
    "factor": phrases("factor({p})|factor {p}|factorise({p})"),
    "limit": phrases(
        """limit({p}, {v}, {t})|lim({p}, {v}={t})|lim({v}->{t}) {p}|limit of {p} as {v} -> {t}|lim {v}->{t} {p}|
        lim {p}, {v}->{t}|limit({p}, {v}->{t})|limit of {p} as {v} approaches {t}|limit of {p} at {v} = {t}|
        lim ({p}), {v} -> {t}"""
    ),
    "determinant": phrases("det({p})|det {p}|determinant of {p}|det {l}|compute det {l}|determinant {l}"),
    "eigenvalues": phrases("eigenvalues({p})|eigenvalues of {p}|eigenvalues of {l}|eigen values of {l}"),
    "eigenvectors": phrases("eigenvectors({p})|eigenvectors of {p}|eigenvectors of {l}|eigenvects({p})"),
    "rank": phrases("rank({p})|rank of {p}|rank of {l}|rank {l}"),
    "row reduction": phrases("rref({p})|rref {p}|rref of {l}|row reduce {l}"),
}


def _spaced(py: str) -> str:
    """Return SymPy's text as a program prints it."""
    text = py.replace(",", ", ")
    depth, made = 0, ""
    for index, char in enumerate(text):
        depth += (char in "([") - (char in ")]")
        binary = char in "+-" and index and text[index - 1] not in "(*/,[ e<>="
        made += f" {char} " if binary and depth < 3 else char
    return made


def _typed(text: str, rng: random.Random) -> str:
    """Return the text as people type it: with ^, and sometimes without the signs of products."""
    text = text.replace("**", "^").replace("log(", rng.choice(("ln(", "log(", "ln(")))
    return re.sub(r"(?<=[0-9])\*(?=[a-zA-Z(])", "", text) if rng.random() < 0.5 else text


def program(rng: random.Random, drawn: Sample) -> Sample:
    """Print the expression as SymPy's text, and sometimes the objective as a command."""
    steps = [step for step in drawn.plan.steps if step.type == "tool"]
    args = {key: value for key, value in dict(steps[0].args).items() if value}
    commands = _COMMANDS.get(drawn.kind, ()) if len(steps) == 1 else ()
    exact = rng.random() < 0.55
    py = _spaced(args["expr"])
    shown = py if exact else _typed(py, rng)
    told = drawn.objective
    sides = re.fullmatch(r"Eq\((.*), (.*?)\)", py)
    if sides and (not exact or rng.random() < 0.2) and "Eq" not in sides[1]:
        shown = f"{sides[1]} = {sides[2]}" if exact else _typed(f"{sides[1]} = {sides[2]}", rng)
    elif "Eq(" in py:
        shown = py
    if commands and (rng.random() < 0.6 or _NEUTRAL.match(told)):
        lists = re.fullmatch(r"Matrix\((.*)\)", py)
        names = {"p": shown, "l": lists[1] if lists else py, "v": args.get("var", "x"), "t": args.get("point", "")}
        names |= {"a": args.get("lower", ""), "b": args.get("upper", ""), "q": shown.partition(" = ")[0]}
        names["z"] = shown.partition(" = ")[2] or "0"
        text = rng.choice(commands)
        told = re.sub(r"\{(\w)\}", lambda found: names.get(found[1], found[0]), text)
        shown = names["l"] if "{l}" in text else shown
    elif _NEUTRAL.match(told) and drawn.kind not in ("solve", "simplify"):
        return drawn
    return replace(drawn, objective=told, expression=shown) if len(told) < 190 else drawn


def repeated(rng: random.Random, drawn: Sample) -> Sample:
    """Name the expression in the objective, too."""
    variable = drawn.variables[0] if drawn.variables else "x"
    body = (
        drawn.expression.partition("=")[2].strip() if re.match(r"[a-zA-Z](\(\w+\))?'? ?= ?", drawn.expression) else ""
    )
    body = body if body and drawn.kind != "solve" else drawn.expression
    body = f"${body}$" if rng.random() < 0.25 else body
    text = rng.choice(_VERBS[drawn.kind])
    if "y = {e}" in text and drawn.kind == "differentiate" and "'" in drawn.expression:
        return drawn
    step = drawn.plan.steps[0]
    names = {"e": body, "v": step.args.var or variable if step.type == "tool" else variable}
    told = re.sub(r"\{(\w)\}", lambda found: names.get(found[1], found[0]), text)
    told = told[:1].upper() + told[1:] if rng.random() < 0.5 and told[1:2].isalpha() else told
    told += "" if told.endswith("?") else rng.choice(("", "", ".", ".", ", please", "?"))
    return replace(drawn, objective=told) if len(told) < 190 else drawn


def signed(rng: random.Random, tex: str) -> str:
    """Return the expression in other signs: an upright d, commas in decimals, a wide fraction."""
    pick = rng.random()
    if pick < 0.5:
        tex = re.sub(r"\\frac\{d(\^\d|\^\{\d\})? ?(\\?\w*)\}\{d", r"\\frac{\\mathrm{d}\1\2}{\\mathrm{d}", tex)
        return re.sub(r"(\\[,;]| )d([a-z]|\\theta)$", r"\1\\mathrm{d}\2", tex)
    if pick < 0.62:
        return re.sub(r"(?<=\d)\.(?=\d)", rng.choice((",", "{,}")), tex)
    if pick < 0.72:
        return tex.replace(r"\frac", r"\dfrac")
    if pick < 0.78:
        return re.sub(r"\\tan(?![a-z])", r"\\operatorname{tg}", tex)
    if pick < 0.84:
        return re.sub(r"\\ln(?![a-z])", r"\\log", tex) if "log_" not in tex else tex
    return rf"\displaystyle {tex}" if tex[:1] == "\\" and "displaystyle" not in tex else tex


CONSTANT = phrases(
    """, where {k} is a constant|, where {k} is a constant|(where {k} is a constant)|, where {k} is a positive constant|
    , where {k} is a nonzero constant|. Assume that {k} is a constant|, {k} is a constant|({k} is constant)|
    . Here {k} is a constant"""
)
CONSTANTS = phrases(
    """, where {k} are constants|, where {k} are constants|(where {k} are constants)|, where {k} are positive constants|
    . Assume that {k} are constants|. Assume that {k} are positive constants|, {k} being constants"""
)
_IN_ONE = frozenset(
    phrases(
        "integrate|differentiate|definite integral|limit|second derivative|third derivative|slope at a point|taylor"
    )
)
"""Kinds in one variable, whose other letters are constants."""


def constants(rng: random.Random, drawn: Sample) -> Sample:
    """Say of the other letters that they are constants."""
    step = drawn.plan.steps[0]
    names = re.findall(r"(?<![A-Za-z_])[A-Za-z](?:_\d)?(?![A-Za-z_(])", step.args.expr) if step.type == "tool" else []
    letters = [name for name in dict.fromkeys(names) if step.type == "tool" and name not in (step.args.var, "E", "I")]
    if not letters or len(drawn.objective) > 120:
        return drawn
    rng.shuffle(letters)
    listed = ", ".join(letters[:-1]) + " and " + letters[-1] if len(letters) > 1 else letters[0]
    remark = rng.choice(CONSTANTS if len(letters) > 1 else CONSTANT).replace("{k}", listed)
    text = drawn.objective.rstrip(".?!: ")
    return replace(drawn, objective=text + (remark if remark[0] in ".," else " " + remark) + rng.choice((".", "", "")))


def varied(rng: random.Random, drawn: Sample) -> Sample:
    """Print a problem in another way, sometimes."""
    pick = rng.random()
    if drawn.kind in _IN_ONE and pick > 0.75:
        return constants(rng, drawn)
    plain = not _OPERATOR.search(drawn.expression)
    if pick < 0.07 and plain and drawn.kind in _KINDS:
        return program(rng, drawn)
    if pick < 0.11 and plain and drawn.kind in _VERBS and len(drawn.plan.steps) == 2:
        return repeated(rng, drawn)
    if pick < 0.2 and "\\" in drawn.expression:
        return replace(drawn, expression=signed(rng, drawn.expression))
    return drawn
