"""The spelling of mathematics: the names of functions and letters, and notation with several spellings."""

from __future__ import annotations

import re

_FUNCTION_WORDS = (
    "sin cos tan sec csc cot arcsin arccos arctan arcsec arccsc arccot asin acos atan asec acsc acot "
    "sinh cosh tanh coth sech csch arsinh arcosh artanh asinh acosh atanh exp log ln abs sgn sign floor cosec lg"
)
_GREEK_WORDS = (
    "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi rho sigma tau upsilon phi chi psi "
    "omega varepsilon vartheta varphi Gamma Delta Theta Lambda Xi Sigma Phi Psi Omega"
)
FUNCTIONS = frozenset(_FUNCTION_WORDS.split())
"""Functions that may be typed without a backslash."""
GREEK = frozenset(_GREEK_WORDS.split())
POINT_WORDS = frozenset({"at", "for", "when", "where"})
"""Words before a point: ``x^2 at x = 2``."""
WORDS = POINT_WORDS | {"and", "as", "be", "by", "let", "of", "or", "set", "the", "then", "we"}
"""Words that are not a product of letters if they stand alone."""
PLAIN_NOTATION = {"int": "int", "integral": "int", "lim": "lim"}
HIDDEN = (FUNCTIONS - {"lg"}) | {"pi", "sqrt"}
"""Letters that a product of letters must not contain."""
_NAME_WORDS = (
    "tg ctg sh ch th cth sen lb ld arc cis erf min max gcd lcm mod det deg sup sqr cbrt ceil sum prod der rad var std "
    "rank dim ker grad div curl etc cm kg nCr nCk nPr nPk per than with that true real area unit"
)
NAMES = frozenset(_NAME_WORDS.split())
"""Texts that are not a product of letters unless all are variables: names elsewhere, units and plain words."""
UNCLEAR = (
    (re.compile(r"\.\s*\.|[…⋯]|\\[lcdv]?dots[a-z]?(?![A-Za-z])"), "'...' could continue in several ways"),
    (re.compile(r"[0-9]\.?[eE][-+\N{MINUS SIGN}\N{EN DASH}]?[0-9]"), "'{}' could be a power of ten"),
)
"""Texts that are refused anywhere, each with the message."""
REPEATING = (re.compile(r"\.[0-9]+(?:\\left)?\([0-9]+(?:\\right)?\)"), "'{}' could be a repeating decimal")
"""The same, unless the text is one of DECIMAL_FACTOR."""
_FACTOR = r"\.[0-9]+\s*(?:(?:\\left)?\([^()]*[a-z]|[a-z])"
DECIMAL_FACTOR = re.compile(rf"=.*{_FACTOR}|{_FACTOR}.*=")
"""An equation with a decimal that is the factor of a letter or of brackets, as all of its decimals are then."""

_SPACES = ("displaystyle", "textstyle", "limits", "nolimits", "quad", "qquad", "mathrm")
COMMANDS: dict[str, tuple[str, str]] = {
    **dict.fromkeys(_SPACES, ("space", "")),
    **dict.fromkeys(("dfrac", "tfrac", "cfrac"), ("command", "frac")),
    **dict.fromkeys(("dbinom", "tbinom"), ("command", "binom")),
    **dict.fromkeys(("cdot", "times", "ast"), ("symbol", "*")),
    **dict.fromkeys(("to", "rightarrow", "longrightarrow"), ("symbol", "->")),
    **{name: ("function", name) for name in FUNCTIONS | {"tg", "ctg", "arctg"}},
    **{name: ("greek", name) for name in GREEK},
    "div": ("symbol", "/"),
    **dict.fromkeys(("le", "leq", "leqslant"), ("symbol", "<=")),
    **dict.fromkeys(("ge", "geq", "geqslant"), ("symbol", ">=")),
    "lt": ("symbol", "<"),
    "gt": ("symbol", ">"),
    "in": ("symbol", "∈"),
    "lvert": ("symbol", "⟨"),
    "rvert": ("symbol", "⟩"),
    "vert": ("symbol", "|"),
    "lbrack": ("symbol", "["),
    "rbrack": ("symbol", "]"),
    "lfloor": ("symbol", "⌊"),
    "rfloor": ("symbol", "⌋"),
    "lceil": ("symbol", "⌈"),
    "rceil": ("symbol", "⌉"),
}
"""The kind and the text of the token that a command with a backslash is; ⟨ and ⟩ are bars that say their side."""
_GREEK_LETTERS = "αβγδεζηθικλμνξρστυφχψω", "ΓΔΘΛΞΣΦΨΩ"
CHARACTERS: dict[str, tuple[str, str]] = {
    **dict.fromkeys("·×∙⋅", ("symbol", "*")),
    **dict.fromkeys("\N{MINUS SIGN}\N{EN DASH}", ("symbol", "-")),
    **{letter: ("greek", name) for letter, name in zip(_GREEK_LETTERS[0], _GREEK_WORDS.split(), strict=False)},
    **{letter: ("greek", name) for letter, name in zip(_GREEK_LETTERS[1], _GREEK_WORDS.split()[-9:], strict=True)},
    "**": ("symbol", "^"),
    "÷": ("symbol", "/"),
    "≤": ("symbol", "<="),
    "≥": ("symbol", ">="),
    "→": ("symbol", "->"),
    "π": ("command", "pi"),
    "∞": ("command", "infty"),
    "∫": ("command", "int"),
    "∂": ("command", "partial"),
    "√": ("command", "√"),
    "°": ("command", "degree"),
}
LEFT = {"|": "⟨", "\\vert": "⟨", "\\lvert": "⟨", ".": "left."}
RIGHT = {"|": "⟩", "\\vert": "⟩", "\\rvert": "⟩"}
SUPERSCRIPTS = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")
SUBSCRIPTS = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")


_SINGLE = (
    (re.compile(r"\^([A-Za-z])(?=\1|e\s*\^)"), r"^{\1}"),
    (re.compile(r"(\\pi\s*)\^(\d)(?!\d)"), r"\1^{\2}"),
    (re.compile(r"\^(\d)(?=\s*\\,)"), r"^{\1}"),
    (re.compile(r"\\sqrt\s*([A-Za-z])(?=\s*\1)"), r"\\sqrt{\1}"),
)
"""Exponents and roots without braces that end with one character, as nobody means ``e^{xx}`` by ``e^xx``."""


def is_latex(text: str) -> bool:
    """Return whether a text has LaTeX's commands or braces, so that an index or exponent is one character."""
    return "\\" in text or "{" in text


def braced(text: str) -> str:
    r"""Return LaTeX with braces around a letter whose end is clear: ``e^xx^2`` and ``\sqrt x x``.

    >>> braced(r"\pi^2x + 2^xx^3")
    '\\pi^{2}x + 2^{x}x^3'
    """
    for pattern, instead in _SINGLE if is_latex(text) else ():
        text = pattern.sub(instead, text)
    return text


_OVER = re.compile(r"\\over(?![A-Za-z])")


def fractions(text: str) -> str:
    r"""Return a text with ``{a \over b}`` written as ``\frac{a}{b}``; the outermost needs no braces."""
    while (found := _OVER.search(text)) is not None:
        start, end = _edge(text, found.start(), -1), _edge(text, found.end(), 1)
        braced = start >= 0 and end < len(text)
        inside = text[start + 1 : found.start()], text[found.end() : end]
        made = f"\\frac{{{inside[0].strip()}}}{{{inside[1].strip()}}}"
        text = text[:start] + made + text[end + 1 :] if braced else made
    return text


def _edge(text: str, at: int, way: int) -> int:
    """Return the start or the end of the braces around a place; a place outside the text if there are none."""
    depth = 0
    at += way if way < 0 else 0
    while 0 <= at < len(text):
        depth += {"{": 1, "}": -1}.get(text[at], 0) * way
        if depth < 0:
            return at
        at += way
    return at


def has_plain_e(run: str, after: str) -> bool:
    """Return whether letters contain an e like a word: ``rate``, ``Re(z)``; ``kxe^x`` has Euler's number."""
    if len(run) < 3:
        return len(run) == 2 and run[1] == "e" and after.startswith(("(", "\\left("))
    return "e" in run[:-1] or (run[-1] == "e" and not after.startswith(("^", "**")))
