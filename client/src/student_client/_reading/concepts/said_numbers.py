r"""Leaves out numbers that the words say again: "the highest common factor of 84 and 30" of ``84, 30``."""

from __future__ import annotations

import re

from .marks import MARK

_PRINTED = re.compile(r"^(?:\\(?:gcd|lcm)\s*\(|\\[dt]?binom)?[\d\s,{}$]+(?:\\text\{ ?and ?\}[\d\s$]*)?\)?!?$")
_SAID = re.compile(
    r"(?:\\?(?:gcd|lcm|hcf|gcf) ?)?(?P<open>\()?(?<![\w.^\\])\d+(?:(?:,? and|,) \d+)*(?P<close>\))?(?![\w^]|[.,]\d|"
    r" ?[-+*/!%=])"
)


def without_numbers(text: str, expression: str) -> str:
    r"""Return the words with a mark for the numbers that are printed, if they are all of them in their order.

    Args:
        text: the words.
        expression: the problem's expression.

    >>> without_numbers("Find the number of divisors of 84.", "84").replace(MARK, "~")
    'Find the number of divisors of ~name~.'
    """
    if not _PRINTED.match(expression.strip()):
        return text
    numbers = re.findall(r"\d+", expression)

    def put(found: re.Match[str]) -> str:
        if re.findall(r"\d+", found[0]) != numbers or bool(found["open"]) is not bool(found["close"]):
            return found[0]
        called = re.match(r"\\?(gcd|lcm|hcf|gcf)", found[0])
        return f"the {called[1]} of {MARK}name{MARK}" if called else f"{MARK}name{MARK}"

    return _SAID.sub(put, text.replace("$", "")) if len(numbers) < 7 else text
