"""A task of the concept reader: the things that it must and may name, what is printed, and its usual words."""

from __future__ import annotations

from dataclasses import dataclass

FUNCTION = r"^(?!.*(?:\\int|\\sum|\\prod|\\lim(?![a-z])|\\begin|[<>]|\\[lg]eq?\b|'|=.*=)).*[a-z]"
EQUATION = (
    r"^(?!.*(?:\\int|\\sum|\\prod|\\lim(?![a-z])|\\begin|[<>]|\\[lg]eq?\b|'|\bd[a-zA-Z]\b|\\frac\{d))[^=]*=[^=]*$"
)
INEQUALITY = r"[<>≤≥]|\\(?:leq?|geq?|lt|gt)(?![a-z])"
SYSTEM = r"^(?!.*(?:'|\\frac\{d)).*=.*(?:,|;|\\\\|\band\b).*="
MATRIX = r"^(?!.*\{[lcr]*\|[lcr|]*\}).*(?:matrix|array|\[\[)"
VECTORS = r"[(<\[⟨]|\\langle|matrix|\\(?:mathbf|hat|vec|boldsymbol|bm)"
ODE = r"'|\\[dt]?frac\s*\{\s*(?:d|\\mathrm\{d\})|\bd[a-zA-Z]/d[a-z]|\\d?dot|\bdiff\("
START = r"[A-Za-z]'*\(\s*-?[\d.]+\s*\)\s*="
LIMIT = r"^\s*\$?(?:\\displaystyle\s*)?\\lim|^\s*lim"
INTEGRAL = r"^\s*\$?(?:\\displaystyle\s*)?\\i+nt|^\s*int"
SUM = r"^\s*\$?(?:\\displaystyle\s*)?(?:S(?:_\w)?\s*=\s*)?\\sum|^\s*sum"
PRODUCT = r"^\s*\$?(?:\\displaystyle\s*)?(?:P\s*=\s*)?\\prod"
ENDLESS = r"^(?=.*(?:infty|∞|oo)).*\\sum"
SEQUENCE = r"^\s*\$?\\?\{?\(?[a-zA-Z]_\{?[a-z]\}?\)?\s*="
NUMBERS = r"^(?:[\d\s,$]|\\?[;,:]|\\q?quad)+(?:\\text\{ ?and ?\})?(?:[\d\s,$]|\\?[;,:]|\\q?quad)*$"
NO_LETTERS = r"^(?!.*(?<![\\a-zA-Z])[a-zA-Z](?![a-zA-Z])).*(?:[=<>]|\\[lg]eq?)"


@dataclass(frozen=True)
class Task:
    """What can be asked.

    Args:
        words: the usual words, with ``{place}``, ``{interval}`` or the like for a formula that must be given.
        printed: a regular expression that the problem's expression matches.
        needs: things or formulas of which each must be named; ``a|b`` is either.
        allows: further ones that may be named.
        ways: the ways to the answer that may be named.
        finds: further things that may be asked for, in place of those that it needs.
        by_word: True if a word is the answer.
    """

    words: str
    printed: str
    needs: tuple[str, ...]
    allows: tuple[str, ...] = ()
    ways: tuple[str, ...] = ()
    finds: tuple[str, ...] = ()
    by_word: bool = False

    @property
    def names(self) -> set[str]:
        """All things and formulas that may be named."""
        return {one for needs in (*self.needs, *self.allows, *self.finds) for one in needs.split("|")}


F = ("function", "algebra", "reals", "equation")
D = ("derivative",)
M = ("matrix",)
S = ("equation", "inequality", "notation")
HALVED = ("condition", "excluded")
"""Conditions on the letter of a function, which leave a task as it is that asks for a formula, or for one place."""


def asks(words: str, printed: str, needs: tuple[str, ...], *allows: str, ways: tuple[str, ...] = ()) -> Task:
    """Return a task whose answer is a word."""
    return Task(words, printed, needs, allows, ways, by_word=True)
