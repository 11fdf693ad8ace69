r"""Reads a story: sentences that say what the printed formula gives, and a question about that quantity.

``"A rocket's height t seconds after launch is h(t) = 4t feet. When is its height 16 feet?"`` asks where ``4t`` is 16.
A story must be words without mathematics, and each number of the question is used; else the story is not read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..._problem import Problem
from ..formulas.derivative import NoRule
from ..questions.splitting import sentences
from ..statement import NotRead
from .decoration import undecorated
from .fewer_words import unknowns
from .restating import inline
from .said_again import MARK, marked, printed_function
from .told_equations import about_equations
from .told_facts import Misfit, Story
from .told_questions import asked, is_of_another, mentions
from .told_story import tells

if TYPE_CHECKING:
    from ..readings import Reading

_ASKS = (
    r"(?:find|determine|calculate|compute|work out|what|how|when|where|which|for (?:what|which)|at (?:what|which)|after"
    r" (?:how|what)|after \d|show|state|write|give|integrate|differentiate|expand|factor|factori[sz]e|solve|simplify"
    r"|evaluate|is|does|use|the (?:region|curve (?:between|from)|gradient)|it has|i need|express|prove)"
)
_CLAUSE = re.compile(rf"(?:[,;:]? and |[,;:] )(?:(?:then|hence|please) )?(?={_ASKS}\b)", re.IGNORECASE)
_TOLD = re.compile(rf"{MARK}|\b(?:given|below|shown|follows|formula)\b", re.IGNORECASE)
_AGAIN = re.compile(
    r"\bthe (?:slope|gradient|derivative|inverse)(?: function)? of (?:a|the|some|another) [a-z]+ is (?:given|shown"
    r"|defined|below)[^.]*\. .*\b(?:slope|gradient|derivative|inverse|differentiate)\b",
    re.IGNORECASE,
)
"""Says that the printed function is a derivative, and asks for a derivative."""
_THERE = re.compile(
    r"\b(?:(?<!are )(?<!is )(?<!were )(?<!was )there|at that (?:time|moment|point|instant))\s*(?:[.?!]|$)",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"(?:,|;)? ?(?:and |please )*(?:giv(?:e|ing) (?:your |the )?(?:answer|result)s?|correct|rounded|rounding|round|to"
    r"|in exact|as a decimal)\b(?=[^.?!]*\b(?:significant|decimal|places?|s\.f|d\.p|digits|exact)\b).*$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Telling:
    """A problem without its story.

    Args:
        problems: the wordings of its question, all of which must be answered.
        measured: whether a letter may stand for something that is never negative.
    """

    problems: tuple[Problem, ...]
    measured: bool = False


def as_told(problem: Problem, read: Callable[[Problem], tuple[Reading, ...]]) -> tuple[Reading, ...]:
    """Return the readings of what a story asks, of which the answer must be right for all.

    Args:
        problem: as the person wrote it.
        read: gives the readings of a problem without a story.

    Raises:
        NotRead: the words have no story, or it is not understood.
        Misfit: the question is understood, and does not fit the story.
    """
    try:
        told = untold(problem)
    except (NoRule, ZeroDivisionError) as error:
        raise NotRead("the formula of the story is not understood") from error
    found = [one for again in told.problems for one in read(again)]
    if told.measured:
        again = told.problems[0]
        words = again.objective.rstrip(".?! ")
        found += [
            one
            for name in unknowns(found)
            for one in read(Problem(f"{words}, where {name} > 0", again.expression, again.variables, again.assume))
        ]
    return tuple({(one.statement, one.questions, *one.picked.items()): one for one in found}.values())


def untold(problem: Problem) -> Telling:
    """Return what a story asks.

    Args:
        problem: as the person wrote it.

    Raises:
        NotRead: the words have no story, or a part of it is not understood.
    """
    if _AGAIN.search(problem.objective):
        raise Misfit("what is printed could be the result, or what it is asked of")
    function = printed_function(problem.expression, problem.variables)
    if function is None:
        made, measured = about_equations(problem)
        return Telling((made,), measured)
    text, names = marked(undecorated(problem.objective.strip()), function)
    if len(names) > 1 or (function.name and names - {function.name}):
        raise NotRead("the words give the printed function another name")
    story = Story(function, names)
    told, rest = _parted(_pieces(inline(text)), story)
    if not told:
        raise NotRead("the words have no story")
    story.settle()
    if story.conflict:
        raise Misfit("the story names several quantities")
    return _question(problem, rest, story)


def _pieces(text: str) -> list[str]:
    """Return the sentences, each cut before a clause that asks."""
    found: list[str] = []
    for said in sentences(text):
        cut = next((one for one in _CLAUSE.finditer(said) if _TOLD.search(said[: one.start()])), None)
        found += [said[: cut.start()], said[cut.end() :]] if cut else [said]
    return found


def _parted(pieces: Sequence[str], story: Story) -> tuple[int, list[str]]:
    """Return how many pieces tell something, and those after them."""
    for count, piece in enumerate(pieces):
        if not tells(piece, story):
            return count, list(pieces[count:])
    return len(pieces), []


def _question(problem: Problem, rest: Sequence[str], story: Story) -> Telling:
    """Return what is asked after a story."""
    if not rest:
        raise NotRead("the story has no question")
    if not story.bare and _THERE.search(" ".join(rest)):
        raise Misfit("the question takes a place from another one")
    if is_of_another(" ".join(rest), story):
        raise Misfit("the question is about something else of the story")
    first, further = rest[0].strip(), " ".join(rest[1:])
    note = _NOTE.search(first)
    said = first[: note.start()] if note else first
    further = " ".join(filter(None, [f"{note[0].strip(' ,;')}." if note else "", further]))
    if further and not re.fullmatch(_REMARK, further.strip(), re.IGNORECASE):
        plain = None
    else:
        plain = asked(said, story) if not story.bare else None
    if plain is not None:
        variables = [story.function.letter]
        others = [name for name in problem.variables if name not in {*variables, *story.names, story.function.name}]
        made = (
            Problem(f"{words} {further}".strip(), plain.expression, [*variables, *others], problem.assume)
            for words in plain.words
        )
        return Telling(tuple(made))
    question = " ".join([first, *rest[1:]])
    if not story.bare and mentions(question, story):
        raise NotRead("the question about the story is not understood")
    words = re.sub(r"\bits (?=graph|curve|domain|range)", "the ", question.replace(MARK, "the function"))
    expression = problem.expression
    if not story.function.name and story.names:
        expression = f"{_head(story)} = {story.function.body}"
    return Telling(
        (Problem(words[:1].upper() + words[1:], expression, problem.variables, problem.assume),), not story.bare
    )


_REMARK = r"(?:.*\b(?:significant|decimal|d\.p|s\.f|digits|exact)\b.*)"


def _head(story: Story) -> str:
    name = next(iter(story.names))
    letter = story.function.letter
    return name if name == "y" else f"{name}({letter if len(letter) == 1 else chr(92) + letter})"
