"""Says in one way which vectors a question is about: "angle ABC" of three points is that of two of their ways."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ..formulas.vector_notation import STYLE, Printed
from ..statement import NotRead

_FRAME = re.compile(r"\$|\\[()]|\\(?:left|right)(?![a-z])|\\[,;!]|~")
_STYLED = re.compile(rf"{STYLE} ?(?:\{{ ?(?:{STYLE} ?\{{? ?)?([A-Za-z]{{1,2}}) ?\}}+|([A-Za-z])(?![A-Za-z]))")
_BARS = r"(?:\\?\||\\[lr]?[vV]ert(?![a-z])|‖)"
_ANGLE = r"(?:(?:\bangle|\\angle(?![a-z])|∠) ?(?:\\angle(?![a-z])|∠)? ?(?P<corner>[A-Z] ?[A-Z] ?[A-Z])\b)"
_CORNERS = (
    r"(?:,? ?(?:with|whose|having|which has|that has|and)? ?(?:the |its )?(?:(?:three|four) )?(?:vertices|corners)"
    r"(?: (?:is|are|at|given|shown|below|above|by|the|three|four|points|listed|as|follows|LIST))*)"
)
_LIST = r"(?:\(?(?P<list{n}>[A-Z](?:, ?[A-Z])+,? and [A-Z]|[A-Z], ?[A-Z], ?[A-Z](?:, ?[A-Z])?|[A-Z] and [A-Z])\)?)"
_PAIR = (
    r"(?:(?:the )?(?:two )?(?:given )?points (?:with position vectors )?)?(?P<{0}>[A-Za-z])\b(?:,? and| to)"
    r" (?:the point )?(?P<{1}>[A-Za-z])\b"
)
_TWO, _ENDS = _PAIR.format("one", "two"), _PAIR.format("first", "second")
_THESE = r"(?:(?:(?:the|these|two|given|following) )*(?:points|vectors)(?: (?:given|below|shown))*|them)"


@dataclass
class Named:
    """The words with one name for each vector that they name.

    Args:
        words: the objective, with names of one letter.
        vectors: the vectors of these names, or those that the question is about if they have no names.
    """

    words: str
    vectors: list[Printed] = field(default_factory=list)


class _Figure:
    """The ways between the points of what is printed."""

    def __init__(self, printed: list[Printed]) -> None:
        self.printed = {one.name: one for one in printed if one.name}
        self.size = len(printed[0].entries)
        self.ways: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
        for one in printed:
            ends = f"O{one.name}" if one.point and one.name != "O" else one.name
            if len(ends) == 2 and ends.isupper():
                self.ways.setdefault(ends[0], []).append((ends[1], one.entries))
                self.ways.setdefault(ends[1], []).append((ends[0], tuple(_minus(entry) for entry in one.entries)))
        lettered = len(printed) > 1 and all(one.name.islower() and not one.point for one in printed)
        self.places = {one.name: one.entries for one in printed} if lettered else {}

    def way(self, start: str, end: str) -> tuple[str, ...]:
        """Return the vector from one point to another.

        Raises:
            NotRead: it is not printed, and not the sum of printed ones.
        """
        reached: dict[str, list[tuple[str, ...]]] = {start: []}
        waiting = [start]
        while waiting:
            at = waiting.pop(0)
            for other, entries in self.ways.get(at, ()):
                if other not in reached:
                    reached[other] = [*reached[at], entries]
                    waiting.append(other)
        if end not in reached or start == end:
            raise NotRead(f"the vector from {start} to {end} is not printed")
        return tuple(_total(entries) for entries in zip(*reached[end], strict=True))


def _minus(entry: str) -> str:
    if re.fullmatch(r"-?(?:\d+|[a-z]|\d+[a-z])", entry):
        return "0" if entry == "0" else entry[1:] if entry.startswith("-") else f"-{entry}"
    return f"-({entry})"


def _total(entries: tuple[str, ...]) -> str:
    """Return a sum: as a number if it has only whole numbers."""
    if all(re.fullmatch(r"-?\d+", one) for one in entries):
        return str(sum(map(int, entries)))
    made = " + ".join(f"({one})" for one in entries if one != "0")
    return made if len([one for one in entries if one != "0"]) > 1 else made[1:-1] or "0"


def plain_names(objective: str) -> str:
    r"""Return an objective with names in plain letters.

    >>> plain_names(r"Find $|\overrightarrow{AB}|$ if $\mathbf{a} \perp \mathbf{b}$.")
    'Find |AB| if a \\perp b.'
    """
    text = _FRAME.sub(" ", objective)
    text = _STYLED.sub(lambda found: f" {found[1] or found[2]}", text)
    text = re.sub(rf"((?<![\w}})]){_BARS}|\() +(?=[A-Za-z])", r"\1", text)
    return re.sub(r"\s+(?=[.,;?!)]|$)", "", re.sub(r"\s+", " ", text)).strip()


def named_vectors(objective: str, printed: list[Printed]) -> Named:
    """Return an objective with one name for each vector, and these vectors.

    Args:
        objective: the words.
        printed: all vectors and points of the expression.

    Raises:
        NotRead: a vector that the words name is not known.
    """
    text, figure = plain_names(objective), _Figure(printed)
    for shape in _SHAPES:
        if (made := shape(text, printed, figure)) is not None:
            return made
    return _in_letters(text, printed, figure)


def _replaced(text: str, found: re.Match[str], said: str, vectors: list[tuple[str, ...]]) -> Named:
    before, after = text[: found.start()], text[found.end() :]
    words = f"{before} {said} {after}"
    if re.search(r"(?<![A-Za-z])[A-Z]{2,4}(?![A-Za-z])", after):
        raise NotRead("the words name another vector")
    return Named(re.sub(r"\s+", " ", words).strip(), [Printed("", one) for one in vectors])


def _angle(text: str, _: list[Printed], figure: _Figure) -> Named | None:
    found = re.search(rf"(?:the )?(?P<cosine>\\?cos(?:ine)? ?\(?(?: of)?(?: the)? )?(?:the )?{_ANGLE}\)?", text)
    if not found:
        return None
    one, corner, two = re.findall("[A-Z]", found["corner"])
    said = "the cosine of the angle between the vectors" if found["cosine"] else "the angle between the vectors"
    return _replaced(text, found, said, [figure.way(corner, one), figure.way(corner, two)])


def _ends(listed: str | None, printed: list[Printed], count: int, *, origin: bool = False) -> list[str]:
    """Return the corners that are listed, or all points that are printed."""
    said = re.findall(r"[A-Z]", listed or "")
    points = [one.name for one in printed if one.point]
    said = said or (points if len(points) == len(printed) else [])
    if origin and len(said) == count - 1:
        said = ["O", *said]
    if len(said) != count or len(set(said)) != count:
        raise NotRead("the corners of the figure are not clear")
    return said


_TRIANGLE = re.compile(
    rf"(?:the )?area of (?:the |a |an )?(?:\\triangle ?|triangle ?)(?P<it>[A-Z]{{3}}\b)?"
    rf"(?P<told>{_CORNERS.replace('LIST', _LIST.format(n=0))})?(?: formed by {_THESE})?"
)
_SOLID = re.compile(
    rf"(?:the )?volume of (?:the |a |an )?(?P<kind>tetrahedron|triangular pyramid) ?(?P<it>[A-Z]{{4}}\b)?"
    rf"(?P<told>{_CORNERS.replace('LIST', _LIST.format(n=0))})?"
)


def _triangle(text: str, printed: list[Printed], figure: _Figure) -> Named | None:
    found = _TRIANGLE.search(text)
    if not found or not (found["it"] or found["told"]):
        return None
    listed = found["it"] or found["list0"]
    points = [one for one in printed if one.point]
    if listed is None and len(printed) == 3 and not points and not any(one.name for one in printed):
        ends = [one.entries for one in printed]
        ways = [tuple(_total(pair) for pair in zip(end, map(_minus, ends[0]), strict=True)) for end in ends[1:]]
        return _replaced(text, found, "the area of the triangle formed by the vectors", ways)
    one, two, three = _ends(listed, printed, 3)
    return _replaced(
        text, found, "the area of the triangle formed by the vectors", [figure.way(one, two), figure.way(one, three)]
    )


def _tetrahedron(text: str, printed: list[Printed], figure: _Figure) -> Named | None:
    found = _SOLID.search(text)
    if not found:
        return None
    first, *others = _ends(found["it"] or found["list0"], printed, 4, origin=bool(re.search(r"\borigin\b", text)))
    text = re.sub(r",? ?where O (?:is|denotes|being) the origin", "", text)
    found = _SOLID.search(text) or found
    return _replaced(
        text, found, "the volume of the tetrahedron formed by the vectors", [figure.way(first, one) for one in others]
    )


_DISTANCE = re.compile(
    rf"(?:the )?(?:(?:shortest |straight-line |exact )?distance (?:between|from) (?:{_TWO}|{_THESE})|(?:distance"
    r"|length)(?: of)?(?: the)?(?: line)?(?: segment)?(?: joining)? (?P<it>[A-Z]{2}\b)|length of the (?:line"
    rf" )?segment (?:joining|from|between) (?:{_ENDS}|{_THESE})|{_BARS} ?(?P<bars>[A-Z]{{2}}) ?{_BARS})|how far "
    r"(?:apart|away)(?: from each other)? (?:the |two |both )*(?:[a-z]+|[A-Z] and [A-Z]) are|how far is "
    r"(?P<from>[A-Z]) from (?P<to>[A-Z])"
)


def _distance(text: str, printed: list[Printed], figure: _Figure) -> Named | None:
    found = _DISTANCE.search(text)
    if not found:
        return None
    pair = found["it"] or found["bars"]
    pairs = ((found["one"], found["two"]), (found["first"], found["second"]), (found["from"], found["to"]))
    ends = tuple(pair) if pair else next((one for one in pairs if all(one)), None)
    if ends is None or set(ends) <= set(figure.places):
        if len(printed) != 2 or any(len(one.name) > 1 and not one.name.startswith("O") for one in printed):
            return None
        one, two = (item.entries for item in printed)
        way = tuple(_total((b, _minus(a))) for a, b in zip(one, two, strict=True))
    else:
        way = figure.way(*ends)
    return _replaced(text, found, "the magnitude of the vector", [way])


_MIDDLE = re.compile(
    r"(?:the )?(?:position vector|coordinates) of (?:the )?(?:mid-?point|middle point)(?: [A-Z])?,?(?: of| between)?"
    r"(?: the)?(?: line)?(?: segment)?(?: joining| connecting| between| from| with end-?points)?"
    rf"(?: (?:(?P<it>[A-Z]{{2}}\b)|{_TWO}|{_THESE}))?"
)


def _middle(text: str, printed: list[Printed], figure: _Figure) -> Named | None:
    found = _MIDDLE.search(text)
    if not found:
        return None
    ends = tuple(found["it"]) if found["it"] else (found["one"], found["two"])
    if all(ends) and not set(ends) <= set(figure.places):
        places = [figure.way("O", str(end)) for end in ends]
    elif len(printed) == 2:
        places = [one.entries for one in printed]
    else:
        return None
    made = tuple(rf"\frac{{{_total(pair)}}}{{2}}" for pair in zip(*places, strict=True))
    return _replaced(text, found, "the middle", [made])


_TERM = r"(?:[-+]? ?(?:\\[dt]?frac ?\{\d+\} ?\{\d+\}|\d+(?:/\d+)?)? ?[a-zA-Z](?![A-Za-z]))"
_MULTIPLE = re.compile(r"([-+]?) ?(\\[dt]?frac ?\{\d+\} ?\{\d+\}|\d+(?:/\d+)?)? ?([a-zA-Z])(?![A-Za-z])")
_COMBINED = re.compile(
    rf"(?:{_BARS} ?(?P<bars>{_TERM}(?: ?{_TERM})+) ?{_BARS}|(?:the )?(?P<size>magnitude|length|norm|modulus|unit"
    rf" vector in the direction) of (?:the vector )?(?P<of>{_TERM}(?: ?{_TERM})+)(?![\w\\]))(?! ?[-+*/^(])"
)


def _combination(text: str, _: list[Printed], figure: _Figure) -> Named | None:
    found = _COMBINED.search(text)
    if not found:
        return None
    parts = _MULTIPLE.findall(found["bars"] or found["of"])
    if {name for _, _, name in parts} - set(figure.printed) or any(not sign for sign, _, _ in parts[1:]):
        return None
    terms = [
        tuple(f"{sign.replace('+', '')}{times or '1'} \\cdot ({entry})" for entry in figure.printed[name].entries)
        for sign, times, name in parts
    ]
    made = tuple(" + ".join(f"({one})" for one in entry) for entry in zip(*terms, strict=True))
    said = found["size"] or "magnitude"
    return _replaced(text, found, f"the {said} of the vector", [made])


_SHAPES = (_angle, _triangle, _tetrahedron, _middle, _combination, _distance)
_FREE = "uvwpqrabcmn"


def _in_letters(text: str, printed: list[Printed], figure: _Figure) -> Named:
    """Return an objective in which each vector from a point to another, or with an index, has one letter."""
    names = {one.name for one in printed}
    runs = re.findall(r"(?<![A-Za-z])[A-Z]{2}(?![A-Za-z])", text)
    ways = {run: figure.way(*run) for run in dict.fromkeys(runs) if run not in names and set(run) <= set(figure.ways)}
    known = {one.name: one.entries for one in printed if one.name}
    used = {**known, **ways}
    if ways and all(one.point or len(one.name) == 2 for one in printed):
        used = {name: used[name] for name in used if name in ways or name in runs}
    letters = {name for name in used if len(name) == 1}
    free = [one for one in _FREE if one not in letters and not re.search(rf"(?<![A-Za-z\\]){one}(?![A-Za-z])", text)]
    short = {name: name if len(name) == 1 else free.pop(0) for name in used if len(name) == 1 or free}
    if len(short) < len(used):
        raise NotRead("there are too many vectors")
    for name in sorted(used, key=len, reverse=True):
        if len(name) > 1:
            said = re.escape(name).replace("_", r"_\{?") + (r"\}?" if "_" in name else "")
            text = re.sub(rf"(?<![A-Za-z\\]){said}(?![A-Za-z])", short[name], text)
    bare = [one for one in printed if not one.name]
    return Named(text, [*bare, *(Printed(short[name], entries) for name, entries in used.items())])
