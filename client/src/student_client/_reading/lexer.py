"""Cut a problem's LaTeX, or plain ASCII mathematics, into tokens."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import NamedTuple

_FUNCTION_WORDS = (
    "sin cos tan sec csc cot arcsin arccos arctan asin acos atan sinh cosh tanh coth sech csch "
    "arsinh arcosh artanh asinh acosh atanh exp log ln sqrt abs"
)
_GREEK_WORDS = (
    "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi rho sigma tau upsilon phi chi psi "
    "omega varepsilon vartheta varphi Gamma Delta Theta Lambda Xi Sigma Phi Psi Omega"
)
FUNCTIONS = frozenset(_FUNCTION_WORDS.split())
GREEK = frozenset(_GREEK_WORDS.split())
_WORDS = frozenset({"as", "at", "be", "by", "let", "set", "the", "then", "we", "when"})
"""Words that would otherwise be read as a product of letters; those with d, i or o never are."""


class LatexError(ValueError):
    """The text is not unambiguous mathematics; its one line says why."""


class Token(NamedTuple):
    """One token.

    Args:
        kind: "number", "letter" (a one-letter or declared name), "command" (with its backslash), "symbol".
        text: the token's text; a function typed without its backslash has it added.
        glued: True where no space stands before it.
        word: True for a function typed without its backslash.
    """

    kind: str
    text: str
    glued: bool = False
    word: bool = False


_REPLACED = (
    (r"\\(?:displaystyle|limits|nolimits)(?![A-Za-z])", " "),
    (r"\\[,;:! ]|\\q?quad(?![A-Za-z])|~", " "),
    (r"\\[dtc]frac(?![A-Za-z])", r"\\frac"),
    (r"\\(?:mathrm|operatorname|text|mathit)\s*\{\s*([A-Za-z])\s*\}", r"\1"),
    (r"\\(?:mathrm|operatorname\*?|text)\s*\{\s*(" + "|".join(sorted(FUNCTIONS)) + r")\s*\}", r"\\\1 "),
    (r"\\(?:left|bigl|Bigl)\s*(?:\||\\[lv]vert(?![A-Za-z]))|\\lvert(?![A-Za-z])", " ⟨ "),
    (r"\\(?:right|bigr|Bigr)\s*(?:\||\\[rv]vert(?![A-Za-z]))|\\rvert(?![A-Za-z])", " ⟩ "),
    (r"\\(?:left|right|[bB]ig[lr]?)\s*(?=[()\[\]])", ""),
    (r"\*\*", "^"),
    (r"\\(?:cdot|times|ast)(?![A-Za-z])|[·×∙]", " * "),
    (r"\\div(?![A-Za-z])|÷", " / "),
    (r"[\N{MINUS SIGN}\N{EN DASH}]", "-"),
    (r"²", "^{2}"),
    (r"³", "^{3}"),
    (r"π", r"\\pi "),
    (r"θ", r"\\theta "),
    (r"∞", r"\\infty "),
    (r"∫", r"\\int "),
    (r"→", r"\\to "),
    (r"√", r"\\sqrt "),
)
_TOKEN = re.compile(
    r"(?P<space>\s+)|(?P<number>\d+(?:\.\d+)?|\.\d+)|(?P<command>\\[A-Za-z]+)|(?P<run>[A-Za-z]+(?:_?\d+\b)?)"
    r"|(?P<symbol>->|[-+*/^_=(){}\[\]|⟨⟩,'])"
)


def unwrap(text: str) -> str:
    r"""Return the mathematics without dollars, ``\( \)`` and the punctuation behind it."""
    text = re.sub(r"^[\s$]+|([\s$.,;?]|\\,)+$", "", text)
    return re.sub(r"^\\\((.*)\\\)$|^\\\[(.*)\\\]$", r"\1\2", text)


def tokenize(text: str, variables: Collection[str]) -> list[Token]:
    """Return the tokens of the text, spacing and synonyms removed.

    Raises:
        LatexError: a character that belongs to no token, or a run of letters that is no product.
    """
    for name in variables:  # x_{1} is the variable x_1
        text = re.sub(rf"{name[0]}_\{{{name[2:]}\}}", f" {name} ", text) if name[1:2] == "_" else text
    for pattern, replacement in _REPLACED:
        text = re.sub(pattern, replacement, text)
    tokens: list[Token] = []
    position, glued = 0, False
    while position < len(text):
        match = _TOKEN.match(text, position)
        if not match:
            raise LatexError(f"{text[position : position + 10]!r} is not understood")
        position = match.end()
        kind = str(match.lastgroup)
        if kind == "run":
            alone = not glued and (position == len(text) or text[position].isspace())
            tokens += _letters(match[0], variables, glued=glued, alone=alone)
        elif kind != "space":
            tokens.append(Token(kind, match[0], glued))
        glued = kind != "space"
    return tokens


def _letters(run: str, variables: Collection[str], *, glued: bool, alone: bool) -> list[Token]:
    """Cut a run of letters: a function, a declared or Greek name, or a product of single letters."""
    if run in variables:
        return [Token("letter", run, glued)]
    if run in FUNCTIONS:
        return [Token("command", "\\" + run, glued, word=True)]
    if run in GREEK and len(run) <= 4 and any(letter in variables for letter in run):
        raise LatexError(f"{run!r} could be a Greek letter or a product")
    if run == "pi" or run in GREEK:
        return [Token("command", "\\" + run, glued)]
    if run in {"oo", "inf", "infinity"}:
        return [Token("command", "\\infty", glued)]
    if run[0] == "d" and run[1:] in variables:
        return [Token("letter", "d", glued), Token("letter", run[1:], glued=True)]
    hidden = any(name in run for name in FUNCTIONS | {"pi"} | {name for name in variables if len(name) > 1})
    if len(run) > 4 or hidden or not run.isalpha() or (alone and run in _WORDS):
        raise LatexError(f"{run!r} could be a name or a product")
    return [Token("letter", letter, glued or index > 0) for index, letter in enumerate(run)]
