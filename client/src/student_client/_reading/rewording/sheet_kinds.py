r"""Says whole sentences of textbooks in the usual words: ``\operatorname{Nul} A``, an indeterminate form, a gcd.

A sentence counts only when all of its words are those of a pattern, and when what is printed fits.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_ASK = r"(?:please )?(?:find|determine|give|state|compute|write(?: down)?|obtain)"
_SPACES = {"col": "column", "nul": "null", "row": "row"}
_SPACE = re.compile(
    rf"^(?P<ask>{_ASK}) (?P<what>an? basis for|a basis of|the dimension of) (?:the )?\$?"
    r"\\(?:operatorname|mathrm|text) ?\{ ?(?P<space>Col|Nul|Row) ?\}(?:\\[,; ])? ?\(?(?P<name>[A-Z])\)?\$?[.]?$",
    re.IGNORECASE,
)
_SHARED = (
    r"(?:use|using|apply|by) (?:the )?(?:euclidean algorithm|euclid's algorithm|algorithm of euclid)(?: to|,)?"
    rf" {_ASK} the (?:greatest common divisor|gcd|greatest common factor|highest common factor)"
)
_FORM = r"(?:express|write|give|leave|state) (?:the|your) (?:result|answer) in (?:rectangular |standard )?(?:the )?form"
_REJECT = (
    r"(?:be sure to|remember to|make sure to|make sure you) (?:reject|discard|exclude) any (?:values?|solutions?)"
    r"(?: of \$?[a-z]\$?)?(?: (?:that|which) (?:is|are))? not in the domain of the original"
    r" (?:logarithmic )?(?:expressions?|equation)"
)
_AT = r"\$?[a-z] ?= ?-?\d+\$?"
_GAPS = r"(?:removable|infinite|a jump|jump)(?:(?:,| or|, or) (?:removable|infinite|a jump|jump)){1,2}"
_KINDS: tuple[tuple[str, str, str], ...] = (
    (r"^\s*\$?\\lim", r"^(?:evaluate|find|compute) (?:the |this )?indeterminate form[.]?$", "Evaluate the limit."),
    (r"=.*|\\log|\\ln", rf"^(?P<solve>solve (?:the|this|each) [^.;,]*equation)[.;] {_REJECT}[.]?$", r"\g<solve>."),
    (r"gcd|^\s*\$?\d+\s*,\s*\d+\s*\$?\s*$", rf"^{_SHARED}[.]?$", "Find the greatest common divisor."),
    (
        r"^\s*(?:[a-z]\s*=\s*)?(?:\\left)?\([^()]*(?<![A-Za-z\\])i(?![A-Za-z])[^()]*(?:\\right)?\)\s*\^\s*\{?\d+\}?\s*$",
        rf"^use (?:de ?moivre's (?:theorem|formula)) to (?:find|compute|evaluate) the (?:indicated |given )?power[.;,]"
        rf" (?:and )?{_FORM} (?P<form>\$?a ?\+ ?bi\$?)[.]?$",
        r"Write the number in the form \g<form>.",
    ),
    (
        r"matrix|\[\[",
        rf"^{_ASK} the characteristic polynomial of (?P<of>the matrix(?: [A-Z])?|[A-Z]),? in expanded form,? as"
        r" \$?(?P<order>\\?det ?\([^()]*\))\$?[.]?$",
        r"Find the characteristic polynomial of \g<of> \g<order>, expanded.",
    ),
    (
        r"",
        rf"^the function (?:[fgh] )?is (?:not defined|undefined) at (?P<at>{_AT})[.;] (?:state|determine|decide|say)"
        rf" whether the discontinuity there is (?P<gaps>{_GAPS})[.]?$",
        r"Determine whether the discontinuity at \g<at> is \g<gaps>.",
    ),
    (
        r"sqrt|\\pi|\^",
        r"^is (?:this|the|it)(?: number)? rational or irrational[?]*(?: the (?:roots?|numbers?) looks? (?:ir)?rational"
        r" to me)?[.?]*$",
        "Is the number rational or irrational?",
    ),
    (
        r"matrix|\[\[",
        r"^(?:quick question,? )?is (?:this|the) matrix invertible or not(?:,? and do i (?:have|need) to do the whole"
        r" determinant)?[?.]*$",
        "Is the matrix invertible or not?",
    ),
    (
        r"^\s*\$?f\s*\(\s*x\s*,\s*y\s*\)\s*=[^=]*$",
        r"^(?:what are|find|give|compute|state) the (?:two )?components of the gradient(?: (?:here|of \$?f\$?))?[?.]*"
        r"(?: (?:just|only) fx and fy(?:,? no point given)?)?[?.]*$",
        "Find the partial derivatives with respect to x and y.",
    ),
)
_COMPILED = tuple(
    (re.compile(printed), re.compile(pattern, re.IGNORECASE), instead) for printed, pattern, instead in _KINDS
)
_FERMAT = re.compile(
    r"^(?:state|determine|decide|find out|say) whether the fermat number \$?F_\{?(?P<index>\d)\}?\$? is"
    r" (?P<kinds>prime or composite|composite or prime|prime|composite)[.]?$",
    re.IGNORECASE,
)
_FERMAT_NUMBER = re.compile(
    r"\s*\$?F_\{?(?P<index>\d)\}?\s*=\s*(?P<value>2\^\{?(?P<power>\d+|2\^\{?(?P<two>\d)\}?)\}?\s*\+\s*1)\s*\$?\s*"
)


def in_usual_kinds(text: str, expression: str, variables: Sequence[str]) -> tuple[str, str]:
    r"""Return a problem whose sentences of textbooks are in the usual words; the same one if there are none.

    Args:
        text: the words.
        expression: the printed expression.
        variables: the problem's variables.

    >>> in_usual_kinds(r"Find a basis for $\operatorname{Col} A$.", r"A = \begin{bmatrix} 1 \end{bmatrix}", ["A"])[0]
    'Find a basis for the column space of A.'
    >>> in_usual_kinds("Decide whether the Fermat number F_5 is prime.", "F_5 = 2^{32} + 1", ["n"])
    ('Determine whether the number is prime.', '2^{32} + 1')
    >>> in_usual_kinds("Decide whether the Fermat number F_5 is prime.", "F_5 = 2^{30} + 1", ["n"])[0]
    'Decide whether the Fermat number F_5 is prime.'
    """
    text = re.sub(r"\s+", " ", text).strip()
    said, shown = _FERMAT.match(text), _FERMAT_NUMBER.fullmatch(expression)
    if said and shown and said["index"] == shown["index"]:
        index = int(said["index"])
        if shown["two"] == said["index"] or shown["power"] == str(2**index):
            return f"Determine whether the number is {said['kinds']}.", shown["value"]
    space = _SPACE.match(text)
    if space and re.match(rf"\s*\$?{space['name']}\s*=", expression):
        return (
            f"{space['ask']} {space['what']} the {_SPACES[space['space'].lower()]} space of {space['name']}.",
            expression,
        )
    for printed, pattern, instead in _COMPILED:
        found = pattern.match(text)
        if found and printed.search(expression):
            return found.expand(instead), expression
    return text, expression
