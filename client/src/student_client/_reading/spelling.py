"""How mathematics is spelled: the names of functions and letters, and what can be written in several ways."""

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
"""Words that are no product of letters where they stand alone."""
PLAIN_NOTATION = {"int": "int", "integral": "int", "lim": "lim"}
HIDDEN = (FUNCTIONS - {"lg"}) | {"pi", "sqrt"}
"""What a run of letters must not have within it to be a product."""
_NAME_WORDS = (
    "tg ctg sh ch th cth sen lb ld arc cis erf min max gcd lcm mod det deg sup sqr cbrt ceil sum prod der rad var std "
    "rank dim ker grad div curl etc cm kg nCr nCk nPr nPk per than with that true real area unit"
)
NAMES = frozenset(_NAME_WORDS.split())
"""What is no product of letters, unless all of them are variables: names elsewhere, units and plain words."""
UNCLEAR = (
    (re.compile(r"\.\s*\.|[…⋯]|\\[lcdv]?dots[a-z]?(?![A-Za-z])"), "'...' could go on in several ways"),
    (re.compile(r"[0-9]\.?[eE][-+\N{MINUS SIGN}\N{EN DASH}]?[0-9]"), "'{}' could be a power of ten"),
    (re.compile(r"\.[0-9]+(?:\\left)?\([0-9]+(?:\\right)?\)"), "'{}' could be a repeating decimal"),
)
"""What is refused wherever it stands in a text, each with the message."""

_SPACES = ("displaystyle", "textstyle", "limits", "nolimits", "quad", "qquad", "mathrm")
COMMANDS: dict[str, tuple[str, str]] = {
    **dict.fromkeys(_SPACES, ("space", "")),
    **dict.fromkeys(("dfrac", "tfrac", "cfrac"), ("command", "frac")),
    **dict.fromkeys(("cdot", "times", "ast"), ("symbol", "*")),
    **dict.fromkeys(("to", "rightarrow", "longrightarrow"), ("symbol", "->")),
    **{name: ("function", name) for name in FUNCTIONS | {"tg", "ctg", "arctg"}},
    **{name: ("greek", name) for name in GREEK},
    "div": ("symbol", "/"),
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
    "→": ("symbol", "->"),
    "π": ("command", "pi"),
    "∞": ("command", "infty"),
    "∫": ("command", "int"),
    "∂": ("command", "partial"),
    "√": ("command", "√"),
}
LEFT = {"|": "⟨", "\\vert": "⟨", "\\lvert": "⟨", ".": "left."}
RIGHT = {"|": "⟩", "\\vert": "⟩", "\\rvert": "⟩"}
SUPERSCRIPTS = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")
SUBSCRIPTS = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")


def has_plain_e(run: str, after: str) -> bool:
    """Tell whether letters have an e as a word has: ``rate``, ``Re(z)``; ``kxe^x`` has Euler's number."""
    if len(run) < 3:
        return len(run) == 2 and run[1] == "e" and after.startswith(("(", "\\left("))
    return "e" in run[:-1] or (run[-1] == "e" and not after.startswith(("^", "**")))
