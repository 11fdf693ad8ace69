r"""Says a question about complex numbers in the usual words: powers by De Moivre, and complex solutions."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..statement import NotRead

_UNIT = re.compile(r"(?<![A-Za-z\\])i(?![A-Za-z])|(?<=\d)i\b")
_LETTERS = re.compile(r"(?<![A-Za-z\\])[a-hj-zA-Z](?![A-Za-z])")
_FORM = (
    r"(?:[,;]? ?(?:and )?(?:(?:giv|leav|express|writ|stat)(?:e|ing|ten|ed) )?(?:each(?: one| of them)?"
    r"|(?:your|the) answers?|them|it|all solutions)?(?: ?(?:in|as))? ?(?:(?:rectangular|cartesian|standard"
    r"|algebraic)(?: form)?|the form \$?(?:[a-z] ?\+"
    r" ?(?:i[a-z]|[a-z]i)"
    r")\$?(?:,? where [a-z] and [a-z] are real(?: numbers)?)?|exactly|exact form|[a-z] ?\+ ?[a-z]i)+"
    r"(?:,? (?:and )?not in (?:polar|exponential) form)?)?"
)
_MOIVRE = r"(?:(?:by|use|using|apply|applying|with)(?: the)? (?:de )?moivre(?:'s|s)?(?: theorem| formula)?)"
_FIND = (
    r"(?:find|determine|calculate|compute|evaluate|work out|give|obtain|simplify|expand|write|express|(?:i|we) (?:need"
    r"|want))"
)
_POWER = re.compile(
    rf"(?:{_MOIVRE},? ?(?:to )?)?{_FIND}(?: the)?(?: indicated| given| following)?(?: power| complex number|"
    rf" expression| value)?"
    rf"(?: of)?(?: the)?(?: complex number| expression)?(?:,? {_MOIVRE})?(?P<form>{_FORM})",
    re.IGNORECASE,
)
_ROOTS = re.compile(
    rf"(?:(?:given|if|suppose)(?: that)? (?:\$?z\$?) is (?:a )?complex(?: number)?,? )?(?:solve|{_FIND})(?: the"
    rf" equation)?(?: for"
    r" \$?z\$?)?(?: (?:over|in|among) (?:the )?(?:complex numbers|(?:\\mathbb ?\{?)?C\}?))?(?:,? ?(?:all|every"
    r"|each)?(?: of)?(?:"
    r" the)?(?: (?:distinct|different|two|three|four|five|six))?(?P<complex> complex)?(?: (?P<nth>square|cube|fourth"
    r"|fifth|sixth))?"
    r" ?(?P<what>roots?|solutions?|numbers?|values?)?(?: of (?P<of>[-+\d i\\sqrt{}]+|the (?:equation|complex"
    r" number)))?)?(?: \$?z\$?"
    rf")?(?: (?:that |which )?(?:satisfy(?:ing)?|satisfies|solv(?:e|ing))(?: the)?(?: (?:given |following"
    rf" )?equation)?| such that"
    rf"| for which the equation holds)?(?P<form>{_FORM})",
    re.IGNORECASE,
)
_OF_NUMBER = re.compile(
    rf"{_FIND}(?: all)?(?: of)?(?: the)?(?: (?P<count>two|three|four|five|six))?(?: distinct| different)?(?P<complex>"
    r" complex)? (?P<nth>square|cube|fourth|fifth|sixth) roots(?: of(?: the)?(?: given| following)?(?: complex)? number"
    rf"(?: z)?)?{_FORM}",
    re.IGNORECASE,
)
_COUNTS = {"two": "2", "three": "3", "four": "4", "five": "5", "six": "6"}
_NTH = {"square": "2", "cube": "3", "fourth": "4", "fifth": "5", "sixth": "6"}


def complex_words(objective: str, expression: str, variables: Sequence[str]) -> tuple[str, str]:
    r"""Return a question about complex numbers in the usual words.

    Args:
        objective: the words.
        expression: the printed number or equation.
        variables: the problem's variables.

    Raises:
        NotRead: it is none.

    >>> complex_words("Use De Moivre's Theorem to find the indicated power.", "(1 + i)^{10}", ["x"])[0]
    'Write in the form a + bi.'
    """
    words = re.sub(r"\s+", " ", objective.replace("’", "'")).strip(" .:")
    letters = set(_LETTERS.findall(re.sub(r"\\[A-Za-z]+", " ", expression)))
    power = _POWER.fullmatch(words) if "=" not in expression and not letters and _UNIT.search(expression) else None
    if power and ("moivre" in words.lower() or power["form"]):
        return "Write in the form a + bi.", expression
    if expression.count("=") == 1 and letters == {"z"} and "i" not in variables and (found := _ROOTS.fullmatch(words)):
        named = found["nth"] is None or _is_root(found, expression)
        if named and ("complex" in words.lower() or found["nth"] or found["form"] or _UNIT.search(expression)):
            return "Find all complex solutions.", expression
    if "=" not in expression.removeprefix("z =") and not letters - {"z"} and (found := _OF_NUMBER.fullmatch(words)):
        return "Find all complex solutions.", _as_equation(found, expression.removeprefix("z =").strip(), variables)
    raise NotRead("the words are none of complex numbers")


def _as_equation(found: re.Match[str], value: str, variables: Sequence[str]) -> str:
    """Return the equation for the roots of a printed number, all of which must be asked."""
    degree, said = _NTH[found["nth"].lower()], (found["count"] or "").lower()
    every = found["complex"] or said or degree == "3" or _UNIT.search(value) or "complex" in found[0].lower()
    if not every or _COUNTS.get(said, degree) != degree or len(variables) != 1 or _LETTERS.search(value):
        raise NotRead("the words could ask for real roots alone")
    return f"{variables[0]}^{degree} = {value}"


def _is_root(found: re.Match[str], expression: str) -> bool:
    """Return whether the printed equation has the power, and the number of which the roots are asked."""
    plain = re.sub(r"[\s{}]", "", expression)
    said = re.sub(r"[\s{}]", "", found["of"] or "")
    power = f"z^{_NTH[found['nth'].lower()]}="
    return plain == power + said if said else plain.startswith(power)
