r"""Says a task plainly that names quantities, methods or sizes: "solve for the voltage V" of an equation with V.

It is tried only if a problem is not understood as it is. Each part is left out only if the expression agrees with it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from fractions import Fraction

from ..formulas.coefficients import NoPolynomial, coefficients
from ..formulas.exact import exact
from ..formulas.notation import parse_statement
from ..formulas.same_notation import canonical
from ..formulas.tree import Equation, Node, add, neg
from ..statement import Choices, NotRead
from .landing import landing
from .lightening import letters_of
from .limiting import VALUE
from .plainer_rules import (
    ABOUT_DETERMINANTS,
    ABOUT_INTEGRALS,
    ABOUT_LIMITS,
    ABOUT_SUMS,
    ANYWHERE,
    INITIALS,
    SIGNED,
    UNSIGNED,
)

_QUANTITY = (
    rf"(?:[a-z]+-)?(?:(?:total|unknown|mesh|loop|branch|node|nodal|input|output|net) )*(?P<noun>{SIGNED}|{UNSIGNED})"
)
_LETTER = r"\$?(?P<name>\\?[A-Za-z]+(?:_\{?\w+\}?)?)\$?(?![\w(])"
_SOLVED = re.compile(
    rf"\b(?P<verb>(?:solve|rearrange)(?: (?:it|this|the (?:equation|formula)))?(?: (?:for|to find))|isolate|make)"
    rf" the {_QUANTITY},? {_LETTER}",
    re.IGNORECASE,
)
_SEVERAL = re.compile(
    rf"\b(?P<verb>find|determine|calculate|compute|solve for) (?:the )?{_QUANTITY}s,?"
    r" (?P<names>\$?[A-Za-z]_?\{?\d?\}?\$?(?:(?:, | and |, and )\$?[A-Za-z]_?\{?\d?\}?\$?)+)(?=[.]|$)",
    re.IGNORECASE,
)
_SATISFIES = re.compile(
    rf"^(?:the|an?) {_QUANTITY},? {_LETTER}(?: of (?:a|the) [a-z]+(?: circuit)?)? (?:satisf(?:ies|y)|obeys|is given by)"
    r" (?:the )?(?:equation|formula|relation|law)?(?: (?:shown |given )?below)?[.:;] ",
    re.IGNORECASE,
)
_ALL_POSITIVE = re.compile(
    r"[.,;]? ?\(?\b(?:assume|assuming|where)(?: that)? (?:all )?(?:the )?(?:variables|letters|quantities|constants)"
    r" (?:are|represent|to be) positive(?: (?:real )?numbers)?\)?(?=[.]|$)",
    re.IGNORECASE,
)
_FOR_LETTER = re.compile(
    rf"\b(?:solve|rearrange)(?: [a-z ]*?)? for {_LETTER}|\bmake {_LETTER.replace('name', 'subject')} the subject",
    re.IGNORECASE,
)
_SPAN = re.compile(
    rf",? ?\b(?:over|on|during|in|for|across)(?: the)?(?: time)?(?: interval)? \$?(?P<low>{VALUE}) ?(?:\\leq?(?![a-z])"
    rf"|<=|≤) ?(?P<name>[a-z]) ?(?:\\leq?(?![a-z])|<=|≤) ?(?P<high>{VALUE})\$?(?=[.,]|$)"
)
_SPANNED = re.compile(r"\b(?:average value|mean value|displacement|distance travell?ed|average rate)\b", re.IGNORECASE)
_MEAN = re.compile(r"\b(?:mean|average) value of (?:the )?(?P<noun>[a-z]+)(?= (?:over|on|during|in|for|from)\b)", re.I)
_MOTION = re.compile(
    r"^(?:an?|the) (?:particle|object|body|car|point|mass|train)(?: [A-Z])? (?:moves|travels|oscillates)"
    r"(?: (?:along|on|in) (?:a|the) (?:straight |horizontal |vertical |coordinate |x-)*(?:line|axis))?"
    r"(?: (?:so|such) that|,? and|,? with)? (?:its )?(?P<what>position|velocity|displacement)(?: at time t)?"
    r"(?: is)?(?: given by)? (?P<name>[a-z])\(t\)(?:,? \(?(?:measured )?in [a-z/]+\)?)?[.;] ",
    re.IGNORECASE,
)
_MOVING = re.compile(
    r"^the (?P<what>velocity|position|displacement)(?: function)? of (?:an?|the) (?:particle|object|body|car|train)"
    r"(?: moving along (?:a|the) (?:straight )?line)?(?:,? \(?(?:measured )?in [a-z/]+\)?,?)? is(?: given by)?"
    r" (?P<name>[a-z])\(t\)(?:,? \(?(?:measured )?in [a-z/]+\)?)?[.;] ",
    re.IGNORECASE,
)
_INTEGRAND = re.compile(
    r"(?:\b(?:integrate|(?:the )?(?:integral|antiderivative) of)) (?P<body>\S.*?dx\S*|dx ?/ ?\S+)(?=[.?]? *$)", re.I
)
_SIZE = re.compile(
    r"\b(?P<rows>\d) ?(?:x|×|by|-by-|\\times) ?(?P<columns>\d) (?=(?:matrix|determinant)\b)", re.IGNORECASE
)
_COUNT = re.compile(
    r"[.,;]? ?\(?\b(?:there (?:should be|are|will be)|(?:it|you) should (?:have|get)|i (?:should|know i) get)"
    r" (?:2|two) (?:different )?(?:answers|solutions)\)?(?=[.!]|$)",
    re.IGNORECASE,
)
_COMPLEX = re.compile(
    r"\b(?P<noun>zeros|zeroes|roots|solutions)(?P<of>(?: (?:of|to) (?:the |this )?(?:[a-z]+ ){0,2}(?:function|equation"
    r"|polynomial|expression))?),? \(?(?:including (?:the |any |all )?(?:complex|imaginary|non-?real)(?: ones| zeros"
    r"| roots| solutions)?|(?:both )?real and (?:complex|imaginary|non-?real)|real or complex)\)?(?=[.]|$)",
    re.IGNORECASE,
)
_DEFINED = re.compile(
    r"^(?:if|given(?: that)?|let|for|suppose(?: that)?|consider) (?P<one>[fgh]\(x\) ?= ?[^=]+?),? and"
    r" (?P<two>[fgh]\(x\) ?= ?[^=]+?)[,.;:] (?P<rest>(?:find|compute|determine|calculate|evaluate|what is|write)"
    r" (?P<call>[^.?]+?))[.?]? *$",
    re.IGNORECASE,
)
_CIRCLED = re.compile(r"\(?(?P<f>[fgh])(?:\\circ|∘)(?P<g>[fgh])\)?\((?P<x>[^()]+)\)")
_OPERANDS = re.compile(
    r",? (?:of|for|between) (?:the )?(?:two )?vectors \$?(?P<u>[a-z]) ?= ?(?P<a><[^<>]+>)\$?"
    r"(?:,| and|, and) \$?(?P<v>[a-z]) ?= ?(?P<b><[^<>]+>)\$?"
)


def plainer(objective: str, expression: str, variables: Sequence[str]) -> tuple[str, str]:
    r"""Return a problem in plain words; the same one if there are none.

    Args:
        objective: the words.
        expression: the printed expression.
        variables: the problem's variables.

    >>> plainer("Solve for the voltage V.", r"\frac{V}{6} + V = 4", ["V"])
    ('Solve for V.', '\\frac{V}{6} + V = 4')
    """
    text, expression = _composed(landing(objective.strip(), expression, variables), expression)
    for condition, rules in (
        (r"", ANYWHERE),
        (r"\\lim", ABOUT_LIMITS),
        (r"\\int", ABOUT_INTEGRALS),
        (r"matrix", ABOUT_DETERMINANTS),
        (r"\\sum", ABOUT_SUMS),
    ):
        if re.search(condition, expression):
            for pattern, instead in rules:
                text = re.sub(pattern, instead, text, flags=re.IGNORECASE)
    text = _quantities(text, expression, variables)
    text = _motion(text, expression)
    text = _SIZE.sub(lambda found: "" if _size(expression) == (found["rows"], found["columns"]) else found[0], text)
    if _COUNT.search(text) and _has_two(expression, variables):
        text = _COUNT.sub("", text)
    text = _COMPLEX.sub(r"complex \g<noun>\g<of>", text)
    integrand = _INTEGRAND.search(text)
    if integrand and canonical(rf"\int {integrand['body']}") == canonical(rf"\int {_integrand(expression)}"):
        text = f"{text[: integrand.start()]}evaluate the integral"
    text = _operands(text, expression)
    text = re.sub(r"\s+([.,;?!])", r"\1", re.sub(r"\s{2,}", " ", text)).strip(" ,;")
    return text or objective, expression


def _integrand(expression: str) -> str:
    r"""Return what is integrated, with ``\frac{dx}{x}`` as ``dx/(x)``."""
    body = re.sub(r"^\s*(?:\\displaystyle)?\s*\\int\s*", "", expression)
    return re.sub(r"\\[dt]?frac\{\s*dx\s*\}\{([^{}]*)\}", r"dx/(\1)", body)


def _composed(text: str, expression: str) -> tuple[str, str]:
    """Print the two functions that the words define, if the words and the expression combine them alike."""
    found = _DEFINED.match(text.replace("$", ""))
    asked = _nested(re.sub(r"^[a-z ]+ ", "", found["rest"], flags=re.IGNORECASE)) if found else ""
    wanted = _nested(found["call"]) if found else ""
    if found and _nested(expression) in {asked, wanted} and found["one"][0] != found["two"][0]:
        return f"{found['rest']}.", f"{found['one']}, {found['two']}"
    return text, expression


def _nested(call: str) -> str:
    return _CIRCLED.sub(r"\g<f>(\g<g>(\g<x>))", re.sub(r"\s|\\left|\\right", "", call))


def _quantities(text: str, expression: str, variables: Sequence[str]) -> str:
    """Leave out what a letter stands for, if that cannot change the solution."""
    letters = {name.lstrip("\\") for name in letters_of(expression, variables)} | set(variables)
    printed = re.sub(r"[{}]", "", expression)

    def known(name: str) -> bool:
        return name.lstrip("\\") in letters and re.sub(r"[{}]", "", name) in printed

    satisfied = _SATISFIES.match(text)
    if satisfied and "=" in expression and known(satisfied["name"]):
        text = text[satisfied.end() :]
    found = _SOLVED.search(text)
    if found and known(found["name"]) and _is_single(found, expression, variables):
        text = f"{text[: found.start()]}{found['verb']} {found['name']}{text[found.end() :]}"
    several = _SEVERAL.search(text)
    if several and expression.count("=") > 1 and not re.search(r"\([a-z]\)|\^", expression):
        names = re.findall(r"[A-Za-z]_?\{?\d?\}?", re.sub(r"\band\b", " ", several["names"]))
        if all(map(known, names)) and re.fullmatch(SIGNED, several["noun"], re.IGNORECASE):
            text = f"{text[: several.start()]}solve for {' and '.join(names)}{text[several.end() :]}"
    solved = _FOR_LETTER.search(text)
    name = (solved["name"] or solved["subject"]) if solved else None
    if name and _ALL_POSITIVE.search(text) and _degree(expression, variables, name) == 1:
        text = _ALL_POSITIVE.sub("", text)
    return text


def _is_single(found: re.Match[str], expression: str, variables: Sequence[str]) -> bool:
    """Return whether there is one solution, and none that the quantity's sign could rule out."""
    others = set(letters_of(expression, variables)) - {found["name"].lstrip("\\")}
    signed = re.fullmatch(SIGNED, found["noun"], re.IGNORECASE) is not None
    return (signed or bool(others)) and _degree(expression, variables, found["name"]) == 1


def _degree(expression: str, variables: Sequence[str], name: str) -> int | None:
    """Return the degree of an equation in a letter; 1 if it is there once, in sums, products and quotients alone."""
    name = re.sub(r"[\\{}]", "", name)
    try:
        printed = parse_statement(expression, variables, Choices({})).expression
    except (NotRead, ValueError):
        return None
    if not isinstance(printed, Equation):
        return None
    whole = add(printed.left, neg(printed.right))
    with suppress(NoPolynomial, ValueError):
        return max(coefficients(whole, name))
    holding = [part for part in whole.walk() if name in part.names()]
    alone = sum(part.name == name for part in holding) == 1
    return 1 if alone and all(part.name or part.head in {"add", "neg", "mul", "div"} for part in holding) else None


def _motion(text: str, expression: str) -> str:
    """Say the mean of a voltage, and motions, of the printed function."""
    shown = re.match(r"\s*(?P<name>[A-Za-z])\s*\(\s*(?P<variable>[a-z])\s*\)\s*=", expression)
    if not shown:
        return text
    for pattern in (_MOTION, _MOVING):
        told = pattern.match(text)
        moves = told and (told["what"].lower() == "velocity") == (shown["name"] == "v")
        if told and moves and (told["name"], "t") == (shown["name"], shown["variable"]):
            text = text[told.end() :]
    found = _MEAN.search(text)
    if found and shown["name"] not in INITIALS.get(found["noun"].lower(), ""):
        return text
    if found:
        text = f"{text[: found.start()]}average value of the function{text[found.end() :]}"
    if shown["variable"] == "s" and shown["name"] in "GHT":
        text = re.sub(r"\btransfer function\b", "function", text, flags=re.IGNORECASE)
    text = re.sub(rf"\b(acceleration|velocity) [av]\({shown['variable']}\)(?=[.]|$)", r"\1", text)
    span = _SPAN.search(text)
    if span and span["name"] == shown["variable"] and _SPANNED.search(text):
        text = f"{text[: span.start()]} on [{span['low']}, {span['high']}]{text[span.end() :]}"
    return text


def _size(expression: str) -> tuple[str, str]:
    """Return the numbers of rows and columns of the one printed matrix."""
    bodies = re.findall(r"\\begin\{[a-zA-Z]*matrix\}(.*?)\\end", expression, re.DOTALL)
    rows = re.split(r"\\\\", bodies[0].rstrip("\\ \n")) if len(bodies) == 1 else []
    return str(len(rows)), str(rows[0].count("&") + 1 if rows else 0)


def _has_two(expression: str, variables: Sequence[str]) -> bool:
    """Return whether an equation in one letter has two real solutions: of degree two, or of one absolute value."""
    with suppress(NotRead, NoPolynomial, ValueError):
        printed = parse_statement(expression, variables, Choices({})).expression
        names = printed.names()
        if not isinstance(printed, Equation) or len(names) != 1:
            return False
        name = next(iter(names))
        if printed.left.head == "abs" and not printed.right.names():
            inside = coefficients(printed.left.args[0], name)
            return max(inside) == 1 and _value(printed.right) > 0 and _value(inside[1]) != 0
        found = {power: _value(one) for power, one in coefficients(add(printed.left, neg(printed.right)), name).items()}
        square = found.get(2, Fraction(0))
        return max(found) == 2 and square != 0 and found.get(1, 0) ** 2 > 4 * square * found.get(0, 0)
    return False


def _value(node: Node) -> Fraction:
    value = exact(node)
    if value is None:
        raise NoPolynomial
    return value


def _operands(text: str, expression: str) -> str:
    """Leave out two vectors with their names if the expression is their product."""
    found = _OPERANDS.search(text)
    if not found:
        return text
    shown = re.fullmatch(r"(<[^<>]+>)(\\cdot|\\bullet|\\times)(<[^<>]+>)", _angled(expression))
    if not shown or [_angled(found["a"]), _angled(found["b"])] != [shown[1], shown[3]]:
        return text
    sign = r"(?:·|•|\\cdot|\.)" if shown[2] != r"\times" else r"(?:×|x|\\times)"
    before = re.sub(rf" \$?{found['u']} ?{sign} ?{found['v']}\$?$", "", text[: found.start()])
    kind = r"\bcross|vector" if sign.startswith("(?:×") else r"\b(?:dot|scalar|inner)"
    named = re.search(rf"{kind} product$", before, re.IGNORECASE)
    return f"{before}{text[found.end() :]}" if named else text


def _angled(vectors: str) -> str:
    plain = re.sub(r"\\left|\\right|\s", "", re.sub(r"\\langle|⟨", "<", re.sub(r"\\rangle|⟩", ">", vectors)))
    return re.sub(r"\\(?![A-Za-z])", "", plain)
