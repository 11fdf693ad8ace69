r"""Says a question about printed vectors and points in the usual words: "How far is $A$ from $B$?" of two points.

The words are first said of vectors with one letter each; the question is then one of the concept reader's tasks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from math import acos, pi

from ..formulas.notation import parse_point
from ..formulas.vector_notation import Printed, printed_vectors
from ..questions.splitting import sentences
from ..rewording.limiting import approximate
from ..statement import NotRead
from .by_concepts import by_concepts
from .story_rounding import Rounded, without_rounding
from .vector_names import Named, named_vectors

_ANGLE = "Find the angle between the vectors."
_DEGREES = re.compile(
    r",? ?\(?\b(?:(?:and )?(?:giv(?:e|ing)|express(?:ing)?|stat(?:e|ing)|writ(?:e|ing)) (?:your |the )?(?:answer"
    r"|angle)s? )?(?:in|measured in) (?P<unit>degrees|radians)\b\)?,?",
    re.IGNORECASE,
)
_PART = re.compile(r"\b(?:tenth|hundredth|thousandth) of a degree\b", re.IGNORECASE)
_ONE = r"(?<![-+] )\b([a-zA-Z])"
_OTHER = r"([a-zA-Z])\b(?! ?[-+])"
_ANGLED = r"(?:perpendicular|orthogonal|parallel|at right angles)"
_SAME = (
    (rf"{_ONE} (?:is|are) ({_ANGLED}|normal) to (?!each|one){_OTHER}", r"the vectors are \2"),
    (rf"{_ONE} ?\\perp ?{_OTHER}", "the vectors are perpendicular"),
    (rf"{_ONE} ?\\parallel ?{_OTHER}", "the vectors are parallel"),
    (
        rf"(?:is |(?:the )?(?:scalar|dot) product )?{_ONE} ?(?:\\cdot|\.|·) ?{_OTHER}(?: is)? ?(?:=|is equal to"
        r"|equal to) ?(?:0|zero)\b",
        "the vectors are perpendicular",
    ),
    (
        rf"\b(?:the )?(?:vectors? )?{_ONE},? and (?:the vector )?([a-zA-Z]) (?=(?:are|be|is|will be)?"
        rf" ?(?:{_ANGLED}|collinear))",
        "the vectors ",
    ),
    (r"\b(vectors?|points?) (?:(?:that are |which are )?(?:given|shown|printed) )?(?:below|above|here)\b", r"\1"),
    (rf"\b(?:the |these )?(?:two|three|given|following) (?=vectors? (?:are|is|be|{_ANGLED})\b)", "the "),
    (r"^given (?:the|these)(?: (?:two|three|following))? vectors,? ", ""),
    (r"\bthe scalar (?=[a-z]\b)(?!of\b|product)", "the constant "),
    (
        r"(?:(?:the|three|adjacent|concurrent) )*(?:edges|sides) (?:are|can be) (?:represented|given|described) by\b",
        "edges are",
    ),
    (
        r"\bangle (?:that |which )?(?:the vector )?([a-z]) makes with (?:the vector )?([a-z])\b(?! ?[-+])",
        r"angle between \1 and \2",
    ),
    (r"(?:the angle,? )?\\?(?:theta|alpha|phi)\b,? ?(?=the angle between)", ""),
    (r"\b(angle between [a-z ]+), (?:called |denoted by )?\\?(?:theta|alpha|phi)\b,?", r"\1"),
    (r"\bat right angles(?: to (?:each other|one another))?|\bnormal to each other", "perpendicular"),
)
"""What is said in several ways, each with the usual one."""
_SURD = re.compile(
    r",? ?\(?(?:\b(?:and )?(?:giv|leav|express|writ)(?:e|ing) (?:your |the )?(?:exact )?answers? )?(?:in the (?:exact"
    r" )?form [a-z] ?\\sqrt ?\{? ?[a-z0-9]+ ?\}?(?:,? where [a-z](?: and [a-z])? (?:are|is) (?:an? )?(?:positive )?"
    r"(?:integers?|primes?|constants?|to be found|,? )+)?|(?:as a|in) (?:(?:simplified|exact|simplest) )*surd(?:"
    r" form)?|exactly)\)?,?(?=[ .]|$)",
    re.IGNORECASE,
)
_SPACE = re.compile(r",? (?:in|of) (?:\\mathbb ?\{? ?R ?\}?|ℝ|R) ?(?:\^ ?\{?\d\}?|[²³⁴])")
_CONDITION = re.compile(r"\b(?:perpendicular|orthogonal|parallel|collinear)\b")
_ITS = re.compile(
    r"\b(?P<said>(?:find|determine|calculate|compute|work out|what is)) (?:its|the) (?:exact )?(?P<size>area|volume)\b",
    re.I,
)
_FIGURE = re.compile(r"\b(?:parallelogram|triangle|parallelepiped|tetrahedron)s?\b")
_BARE = re.compile(
    r"\b(?:area|volume) of (?:the|this) (parallelogram|triangle|parallelepiped|tetrahedron)(?=[ .,]*$)", re.I
)
_ASKS = re.compile(
    r"\b(?:find|determine|calculate|compute|work out|what|which|how|state|give|show|is|evaluate|obtain|prove|deduce"
    r"|use|using|write|express|if|when|suppose|let)\b(?! given)",
    re.IGNORECASE,
)
_TELLS = re.compile(
    r"\b(?:given|below|shown|represent(?:ed|s)?|position vectors?|coordinates|vertices|origin|relative to|measured)\b",
    re.IGNORECASE,
)
_CHANGES = re.compile(
    r"\b(?:not|no|half|twice|double|maps?|mapped|image|reflect\w*|rotat\w*|translat\w*|moved?|reversed?|opposite"
    r"|negatives?|scaled?|enlarge\w*|mid-?points?|unit|perpendicular|parallel|orthogonal|equal|same|such|so|between"
    r"|divides?|ratio|sum|difference|resultant|product|multiple|times|only|other|another)\b|\d|=",
    re.IGNORECASE,
)
_GIVEN = re.compile(
    r"^(?:(?:relative|with respect) to (?:an?|the|a fixed) (?:fixed )?origin(?: O)?,?|for (?:the )?(?:given|following)"
    r" vectors,?|(?:use|using) (?:the|a) (?:scalar|dot|vector|cross)(?: \(\w+\))? product,?(?: to)?|by (?:considering"
    r"|using) [a-z ]*?product,?) ",
    re.IGNORECASE,
)
_ALONE = re.compile(
    r"(?:find|determine|calculate|compute|work out|write down|state|give|express|what is|obtain)(?: (?:the|an"
    r" expression for))* (?:(?:(?:column )?vector )?(?P<name>[a-z])|the middle)(?: as a (?:column )?vector)?",
    re.IGNORECASE,
)
_ACUTE = re.compile(r"\b(?:acute|obtuse)(?= angle)")


def by_vectors(objective: str, expression: str, variables: Sequence[str]) -> tuple[str, str]:
    r"""Return a problem about vectors and points in the usual words.

    Args:
        objective: the words.
        expression: the printed vectors.
        variables: the problem's variables.

    Raises:
        NotRead: something else is printed, or the question is not known.

    >>> by_vectors("Find the distance $AB$.", "A(3, 4), B(-1, 1)", ["A", "B"])[0]
    'Find the magnitude of the vector.'
    """
    printed = printed_vectors(expression)
    if not printed:
        raise NotRead("no vectors are printed")
    text, rounding = without_rounding(objective)
    unit = _DEGREES.search(text)
    named = _asked(named_vectors(_DEGREES.sub(" ", text), printed))
    usual, shown = _usual(named, [one for one in variables if one not in {each.name for each in printed}])
    degrees = (
        rounding.unit == "degree"
        or bool(_PART.search(objective))
        or (unit is not None and unit["unit"].lower() == "degrees")
    )
    if usual == _ANGLE and (rounding.kind or degrees) and not (degrees or unit):
        raise NotRead("the words do not say whether the angle is in degrees or in radians")
    if _ACUTE.search(text) and usual == _ANGLE:
        _check_acute(text, named.vectors)
    if rounding.kind or degrees:
        return _rounded(usual, named.vectors, rounding, degrees=degrees), _value(usual, named.vectors, degrees=degrees)
    return usual, shown


def _asked(named: Named) -> Named:
    """Return the words without sentences that only tell what is printed, and with a figure in place of "its"."""
    said = [one.strip() for one in sentences(named.words)]
    told = [one for one in said if _TELLS.search(one) and not _ASKS.search(one) and not _CHANGES.search(one)]
    kept = " ".join(one for one in said if one not in told) or named.words
    figures = {one.lower() for sentence in told for one in _FIGURE.findall(sentence)}
    if len(figures) == 1 and (bare := _BARE.search(kept)) and bare[1].lower() in figures:
        kept = f"{kept[: bare.end()]} spanned by the vectors{kept[bare.end() :]}"
    elif len(figures) == 1 and not _FIGURE.search(kept):
        kept = _ITS.sub(rf"\g<said> the \g<size> of the {figures.pop()} spanned by the vectors", kept, count=1)
    kept = _ACUTE.sub("", _GIVEN.sub("", _SPACE.sub("", _SURD.sub(" ", kept))))
    for pattern, said_so in _SAME:
        kept = re.sub(pattern, said_so, kept)
    return Named(re.sub(r"\s+", " ", kept).strip(), named.vectors)


def _itself(name: str, vectors: Sequence[Printed]) -> tuple[str, str]:
    """Return the question for a vector that follows from the printed ones."""
    made = [one for one in vectors if one.name == name]
    if len(vectors) != 1 or not made:
        raise NotRead("the vector that is asked is not clear")
    return "Evaluate.", rf"1 \cdot {made[0]}"


def _usual(named: Named, letters: Sequence[str]) -> tuple[str, str]:
    """Return the usual words of a question, and its vectors as they are read with them."""
    words, vectors = named.words, named.vectors
    bare = ", ".join(map(str, vectors))
    shown = ", ".join(f"{one.name} = {one}" for one in vectors) if all(one.name for one in vectors) else bare
    if alone := _ALONE.fullmatch(words.strip(" .")):
        return _itself(alone["name"] or "", vectors)
    ways = [(words, shown), (words, bare)]
    if _CONDITION.search(words) and not re.search(r"\b(?:product|projection|component)\b", words):
        ways.insert(0, (words, bare))
    for said, expression in ways:
        with suppress(NotRead):
            return by_concepts(said, expression, [*letters] or ["x"])
    raise NotRead("the question about the vectors is not known")


def _check_acute(text: str, vectors: Sequence[Printed]) -> None:
    """Refuse an acute angle of vectors whose angle is obtuse, and the reverse.

    Raises:
        NotRead: it is another angle, or is not known.
    """
    product = approximate(parse_point(_dot(vectors[0].entries, vectors[1].entries), []))
    said = re.search(r"\b(acute|obtuse) angle", text)
    if product is None or said is None or (product > 0) is not (said[1] == "acute"):
        raise NotRead("the angle of the vectors is not the one that is asked")


def _dot(one: Sequence[str], two: Sequence[str]) -> str:
    return " + ".join(rf"({a}) \cdot ({b})" for a, b in zip(one, two, strict=True))


def _length(entries: Sequence[str]) -> str:
    return rf"\sqrt{{{_dot(entries, entries)}}}"


def _cross(one: Sequence[str], two: Sequence[str]) -> list[str]:
    if len(one) == 2:
        return [rf"({one[0]}) \cdot ({two[1]}) - ({one[1]}) \cdot ({two[0]})"]
    pairs = ((1, 2), (2, 0), (0, 1))
    return [rf"({one[a]}) \cdot ({two[b]}) - ({one[b]}) \cdot ({two[a]})" for a, b in pairs]


def _value(usual: str, vectors: Sequence[Printed], *, degrees: bool) -> str:
    """Return the number that is asked as a formula.

    Raises:
        NotRead: it is not a number of this kind.
    """
    entries = [one.entries for one in vectors]
    if len(entries) == 1 and usual == "Find the magnitude of the vector.":
        return _length(entries[0])
    if len(entries) != 2:
        raise NotRead("rounding is not known for this question")
    cosine = rf"\frac{{{_dot(*entries)}}}{{{_length(entries[0])} \cdot {_length(entries[1])}}}"
    if usual == _ANGLE:
        return (
            rf"\frac{{180}}{{\pi}} \cdot \arccos\left({cosine}\right)" if degrees else rf"\arccos\left({cosine}\right)"
        )
    made = {
        "Find the cosine of the angle between the vectors.": cosine,
        "Find the area of the parallelogram spanned by the vectors.": _length(_cross(*entries)),
        "Find the area of the triangle formed by the vectors.": rf"\frac{{1}}{{2}} \cdot {_length(_cross(*entries))}",
    }.get(usual)
    if made is None or degrees:
        raise NotRead("rounding is not known for this question")
    return made


def _size(usual: str, vectors: Sequence[Printed], *, degrees: bool) -> float | None:
    """Return about how large the number is that is asked."""
    if usual != _ANGLE:
        return approximate(parse_point(_value(usual, vectors, degrees=degrees), []))
    cosine = approximate(
        parse_point(_value("Find the cosine of the angle between the vectors.", vectors, degrees=False), [])
    )
    angle = None if cosine is None or not -1 <= cosine <= 1 else acos(cosine)
    return angle * 180 / pi if angle is not None and degrees else angle


def _rounded(usual: str, vectors: Sequence[Printed], rounding: Rounded, *, degrees: bool) -> str:
    """Return the words that ask for a rounded number.

    Raises:
        NotRead: how it is rounded is not known.
    """
    if rounding.kind == "unit" and rounding.unit in {"degree", "whole", "integer"}:
        size = _size(usual, vectors, degrees=degrees)
        if size is None or not size >= 1:
            raise NotRead("how many figures the rounded value has is not known")
        return f"Evaluate, rounded to {len(str(round(size)))} significant figures."
    if not rounding.plain:
        raise NotRead("an angle in degrees is only understood if it is rounded")
    return f"Evaluate{rounding.plain}."
