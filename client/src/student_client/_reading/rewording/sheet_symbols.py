r"""Recognizes notes on the typing of a symbol in its usual meaning: "* for multiplication", "INF for infinity"."""

from __future__ import annotations

import re

_MEANT: tuple[tuple[str, str], ...] = (
    (
        r"\\?\*|an? asterisk(?: \(\*\))?|the asterisk(?: \(\*\))?",
        r"multiplication|products?|times|to multiply|multiplying",
    ),
    (
        r"\\?\^|\*\*|an? (?:caret|hat)(?: \(\^\))?|the caret(?: \(\^\))?",
        r"powers?|exponents?|exponentiation|to (?:raise|denote powers)|raising to a power",
    ),
    (r"/|an? slash(?: \(/\))?|the slash", r"division|fractions?|divided by|quotients?"),
    (r"sqrt(?:\( ?\w? ?\))?|root", r"(?:the )?(?:square )?roots?|radicals?|√\w?|\\sqrt\{\w\}"),
    (r"pi", r"π|\\pi|pi|the number π"),
    (r"(?:oo|inf|infinity|∞|\\infty)", r"infinity|∞|\\infty|positive infinity"),
    (r"[-−](?:oo|inf|infinity|∞|\\infty)", r"(?:negative|minus) infinity|[-−](?:∞|\\infty|infinity)"),
    (r"abs(?:\( ?[a-z]? ?\))?", r"(?:the )?absolute values?"),
    (r"(?:exp(?:\( ?[a-z]? ?\))?|e\^\(?x?\)?)", r"(?:the )?(?:natural )?exponentials?(?: functions?)?|e\^x"),
    (r"ln(?:\( ?[a-z]? ?\))?", r"(?:the )?natural log(?:arithm)?s?"),
    (r"i|I", r"(?:the )?imaginary unit|\\sqrt\{-1\}|√-1"),
    (r"U|∪|u", r"(?:the )?unions?(?: symbol)?"),
    (r"theta", r"θ|\\theta"),
)
_PAIR = re.compile(
    r"(?:(?:use|using|type|enter|write|put|input|with) )?(?:the (?:symbols?|letters?|words?|names?|characters?"
    r"|function) )?[\"'“”`$]*(?:"
    + "|".join(
        rf"(?:{symbol})[\"'“”`$]* (?:for|to (?:denote|indicate|represent|mean|write|show|enter)|as|when you mean"
        rf"|instead of) [\"'“”`$]*(?:{meaning})"
        for symbol, meaning in _MEANT
    )
    + r")[\"'“”`$]*(?=[\s,.;)]|$)",
    re.IGNORECASE,
)
_EXAMPLE = re.compile(
    r",? ?\(?(?:e\.g\.,?|for example,?|for instance,?|such as|as in|like) (?:[a-z]+\([^()\s]*\)"
    r"|[^\s.;,()]*[\d^*/()][^\s.;,()]*)\)?",
    re.IGNORECASE,
)
_PAIRED = re.compile(r"(?<=pair|iple) \$?\([a-z](?:, ?[a-z])+\)\$?", re.IGNORECASE)


def as_symbols(text: str) -> str:
    """Return a note with "use symbols" for each symbol with its usual meaning, and without examples.

    >>> as_symbols("Use * for multiplication and ^ for powers, e.g. 2*x")
    'use symbols and use symbols'
    >>> as_symbols("Use * for addition")
    'Use * for addition'
    """
    return _PAIR.sub("use symbols", _PAIRED.sub("", _EXAMPLE.sub("", text)))
