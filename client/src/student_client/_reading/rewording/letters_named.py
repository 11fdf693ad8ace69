r"""Says what an instruction names by letters in the usual words: a curve's derivative, partial derivatives, points.

"Find the slope at (1, -1) by implicit differentiation" becomes "Find dy/dx at x = 1 and y = -1". The words, a heading
such as ``f(x, y)``, or the alphabet, if the problem lists its letters alike, say which letter comes first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..formulas.tree import Equation, Node, Printed

_LETTER = r"\\?[A-Za-z]+"
_AS_FUNCTION = re.compile(
    r"[.,;]? ?\(?\b(?:(?:assum(?:e|ing)|suppos(?:e|ing)|where|given|if|with|treat(?:ing)?|regard(?:ing)?|consider"
    r"(?:ing)?|think of|taking|as|here|let)(?: that)? )?(?:(?:the|this) (?:equation|relation|curve) (?:defines"
    rf"|determines|gives) )?(?P<f>{_LETTER})(?: (?:is|as|be|depends|to be))?(?: (?:defined|given|an?))*(?:"
    rf" implicitly)?(?: as)?(?: an?)?(?: implicit| differentiable)? (?:function of|on) (?P<v>{_LETTER})\)?(?: here)?"
    r"(?=[.,;:?!]|$)[.,;:]?",
    re.IGNORECASE,
)
_DEFINED = re.compile(
    rf"[.,;]? ?\(?\b(?:where|if|given that|when|with) (?P<f>{_LETTER}) (?:is|being) (?:defined|given) implicitly"
    r"(?: by (?:the|this) (?:equation|relation|curve))?\)?(?=[.,;?!]|$)",
    re.IGNORECASE,
)
_SLOPE = (
    rf"(?:d(?P<f>{_LETTER}) ?/ ?d(?P<v>{_LETTER})|\\[dt]?frac ?\{{ ?d ?(?P<g>{_LETTER}) ?\}} ?\{{ ?d "
    rf"?(?P<w>{_LETTER}) ?\}})"
)
_FIND = (
    r"(?:(?:find|compute|calculate|determine|evaluate|work out|give|state|obtain|get|what is|what's|write down) )?"
    r"(?:the )?(?:value of )?(?:the )?"
)
_IMPLICIT = r"(?: (?:by|using|with|via) (?:the method of )?implicit differentiation| implicitly)?"
_CURVE = (
    r"(?: (?:of|to|for) (?:the )?(?:tangent(?: line)?(?: to (?:the )?(?:curve|graph))?|curve|graph|relation|equation))?"
)
_NUMBER = r"-?(?:[\w.\\{}/^π√]|\((?=[^()]*\)))+\)?"
_AT = (
    rf"(?:,? (?:at|when|for|where)(?: the)?(?: given)?(?: point)? (?:\$?\( ?(?P<a>[^(),]+), ?(?P<b>[^(),]+) ?\)\$?"
    rf"|(?P<n1>{_LETTER}) ?= ?(?P<a1>{_NUMBER})(?: and |, ?| , )(?P<n2>{_LETTER}) ?= ?(?P<b1>{_NUMBER})))?"
)
_ASKED = re.compile(
    rf"(?:(?:use|apply|by|using) implicit differentiation(?:,| to)* )?(?:{_FIND}(?:{_SLOPE}|(?:first )?derivative(?:"
    rf" of (?P<h>{_LETTER}) (?:with respect to|w\.?r\.?t\.?) (?P<k>{_LETTER}))?|(?P<primed>{_LETTER})'|(?P<slope>"
    rf"(?:slope|gradient)(?: function)?){_CURVE}|implicit derivative)){_AT}{_IMPLICIT}{_AT.replace('?P<', '?P<z')}(?:"
    rf" in terms of {_LETTER} and {_LETTER})?",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"(?:use |apply |using |by )?implicit differentiation|(?:differentiate implicitly|implicitly differentiate)(?: "
    rf"(?:with respect to|w\.?r\.?t\.?) (?P<k>{_LETTER}))?|{_FIND}derivative implicitly",
    re.IGNORECASE,
)
_ACROSS = {"x": "yzuvw", "t": "xyzsuvPNTQA", "u": "v", "p": "q", "r": "s", "a": "b", "s": "t", "m": "n"}
"""The letters that depend on another one, if nothing says so."""


def along_curve(text: str, printed: Printed | None, variables: Sequence[str]) -> str:
    r"""Return the question for a derivative along a curve in the usual words; the same text if it asks for none.

    Args:
        text: the words.
        printed: the expression.
        variables: the problem's variables.

    >>> from ..formulas.notation import parse_statement
    >>> curve = parse_statement("p^2 + q^2 = 5", ["p", "q"]).expression
    >>> along_curve("Find the gradient at (1, 2) by implicit differentiation", curve, ["p", "q"])
    'Find dq/dp at p = 1 and q = 2.'
    """
    if not isinstance(printed, Equation) or len(printed.names()) != 2 or _is_graph(printed):
        return text
    said = _AS_FUNCTION.search(text) or _DEFINED.search(text)
    rest = f"{text[: said.start()]} {text[said.end() :]}".strip(" .,;:?!") if said else text.strip(" .,;:?!")
    found = _ASKED.fullmatch(rest) or _BARE.fullmatch(rest)
    if not found:
        return text
    given = found.groupdict()
    f = given.get("f") or given.get("g") or given.get("h") or given.get("primed")
    v = given.get("v") or given.get("w") or given.get("k")
    pairs = {(f, v), (said["f"], said.groupdict().get("v")) if said else (None, None)}
    pair = _pair({(_plain(one), _plain(other)) for one, other in pairs}, printed.names(), variables)
    point = _point(given, pair) if pair else None
    if pair is None or point is None:
        return text
    return f"Find d{pair[1]}/d{pair[0]}{point}."


def _plain(name: str | None) -> str | None:
    return name.lstrip("\\") if name else None


def _is_graph(printed: Equation) -> bool:
    """Return whether one side is a letter that the other side does not have, so that it is a function's graph."""
    sides = (printed.left, printed.right), (printed.right, printed.left)
    return any(one.name is not None and one.name not in other.names() for one, other in sides)


def _pair(
    said: set[tuple[str | None, str | None]], names: frozenset[str], variables: Sequence[str]
) -> tuple[str, str] | None:
    """Return the variable and the function that the words name, or those that everyone takes; None if these differ."""
    functions, letters = {f for f, _ in said if f}, {v for _, v in said if v}
    if len(functions) > 1 or len(letters) > 1 or not functions | letters <= names or functions & letters:
        return None
    if functions or letters:
        f = next(iter(functions), None) or next(iter(names - letters))
        v = next(iter(letters), None) or next(iter(names - {f}))
        return v, f
    for v, f in (tuple(sorted(names)), tuple(sorted(names))[::-1]):
        if f in _ACROSS.get(v, "") and [one for one in variables if one in names] == [v, f]:
            return v, f
    return None


def _point(given: dict[str, str | None], pair: tuple[str, str]) -> str | None:
    """Return the point in words, "" if there is none; None if there are two, or if it is of other letters."""
    found = []
    for mark in ("", "z"):
        if given.get(f"{mark}a"):
            both = given[f"{mark}a"], given[f"{mark}b"]
            if pair[1] not in _ACROSS.get(pair[0], "") and pair != ("y", "x"):
                return None
            found.append(both[::-1] if pair == ("y", "x") else both)
        if given.get(f"{mark}n1"):
            at = {_plain(given[f"{mark}n{k}"]): given[f"{mark}{'ab'[k - 1]}1"] for k in (1, 2)}
            if set(at) != set(pair):
                return None
            found.append((at[pair[0]], at[pair[1]]))
    if len(found) > 1:
        return None
    return "".join(f" at {pair[0]} = {a} and {pair[1]} = {b}" for a, b in found)


_PARTIAL = rf"(?<![A-Za-z])(?P<name>[A-Za-z])_(?P<index>\{{?{_LETTER}(?: ?{_LETTER})*\}}?)"
_CALLED = re.compile(rf"{_PARTIAL} ?\((?P<inside>{_LETTER}(?: ?, ?{_LETTER})+)\)")
_PLACED = re.compile(rf"{_PARTIAL},? at (?:the )?(?:given )?(?:point )?\$?(?P<point>\([^()]+,[^()]+\))\$?")
_BEHIND = re.compile(
    r"(?P<before>\bpartial derivatives?\b.*?)(?:,? (?:at|for|when))(?: the)?(?: given)?(?: point)?"
    r" \$?\( ?(?P<a>[^(),]+), ?(?P<b>[^(),]+?) ?\)\$?",
    re.IGNORECASE,
)


def of_partials(text: str, expression: str, printed: Printed | None) -> tuple[str, str]:
    """Return a problem with partial derivatives in the usual notation, and their points by letters.

    Args:
        text: the words.
        expression: the problem's expression.
        printed: the same, read.

    >>> of_partials("find f_{xy} at the point (1, 2)", "f(x, y) = x^2 y", None)
    ('find f_{xy}(1, 2)', 'f(x, y) = x^2 y')
    """
    heading = re.match(rf"\s*\$?[A-Za-z]\s*\((?P<names>\s*{_LETTER}\s*(?:,\s*{_LETTER}\s*)+)\)\s*=", expression)
    names = [one.strip(" \\") for one in heading["names"].split(",")] if heading else []
    own = printed.names() if isinstance(printed, Node) else frozenset(names)
    text = _PLACED.sub(r"\g<name>_\g<index>\g<point>", text)
    bare = re.match(r"\s*\$?(?P<name>[A-Za-z])\s*=(?=[^=]+$)", expression)
    if bare and bare["name"] not in "xy" and re.search(rf"(?<![A-Za-z]){bare['name']}_\S+ ?\(", text):
        own = own or (printed.right.names() if isinstance(printed, Equation) else frozenset())
        if own == {"x", "y"}:
            expression = f"{bare['name']}(x, y) ={expression[bare.end() :]}"
    text = _CALLED.sub(
        lambda found: (
            f"{found['name']}_{found['index']}"
            if {one.strip(" \\") for one in found["inside"].split(",")} == set(names or own)
            else found[0]
        ),
        text,
    )
    order = names or (sorted(own) if sorted(own) == ["x", "y"] else [])
    if len(order) == 2:
        text = _BEHIND.sub(rf"\g<before> at {order[0]} = \g<a> and {order[1]} = \g<b>", text)
    return text, expression
