r"""Says the notation of a story in words: ``$T\,^\circ$C`` is "T degrees celsius", ``m s$^{-1}$`` is "m/s"."""

from __future__ import annotations

import re

from ..rewording.decoration import undecorated
from ..rewording.restating import inline

_SIGNS: tuple[tuple[str, str], ...] = (
    (r"(?<=\d)\{,\}(?=\d)|(?<=\d),(?=\d{3}\b)", ""),
    (r"(?<![\d.])(\d{1,3}) (\d{3})(?: (\d{3}))?(?![\d.])", r"\1\2\3"),
    (r"\\%", "%"),
    (r"²", "^2"),
    (r"³", "^3"),
    (r"\$\s*\\\$\s*(\d+(?:\.\d+)?)\s*\$|\\\$\s?(\d+(?:\.\d+)?)", r"\1\2 dollars"),
    (r"(?:£|\\pounds) ?\s*(\d+(?:\.\d+)?)", r"\1 pounds"),
    (r"€ ?\s*(\d+(?:\.\d+)?)", r"\1 euros"),
    (
        r"\$(-?[A-Za-z\d.]+)\s*(?:\\[,;:! ])?\s*\^\s*\{?\s*\\circ\s*\}?\s*(?:\\?(?:text|mathrm)?\s*\{?\s*[CF]\s*\}?)?"
        r"\s*\$\s*(?:[CF]\b)?",
        r"\1 degrees ",
    ),
    (r"\s*\\[,;:! ]\s*", " "),
    (r"\s*\$?\^?\{?\s*\^?(?:\\circ|°)\s*\}?\s*(?:\\?(?:text|mathrm)?\{?\s*([CF])\s*\}?)?\$?\s*([CF]\b)?", r" degrees "),
    (r"\b(k?m|cm) ?s\s*\$?\^\{?-1\}?\$?", r"\1/s"),
    (r"\b(k?m|cm) ?s\s*\$?\^\{?-2\}?\$?", r"\1/s^2"),
    (r"\b(k?m|cm|mm)\s*\$?\^\{?([23])\}?\$?", r"\1^\2"),
)


def without_notation(text: str) -> str:
    r"""Return a story with its units in words and without dollars around mathematics.

    >>> without_notation(r"It is $T\,^\circ$C after $t$ minutes, and moves at $v$ m s$^{-1}$.")
    'It is T degrees after t minutes, and moves at v m/s.'
    >>> without_notation(r"A kettle costs $\$24$, and a pot \$12,500.")
    'A kettle costs 24 dollars, and a pot 12500 dollars.'
    """
    text = undecorated(text.strip()).replace("\u2019", "'")
    for pattern, said in _SIGNS:
        text = re.sub(pattern, said, text)
    return re.sub(r" +(?=[.,;?])|(?<= ) +", "", inline(text))
