r"""Says a question in the usual words by the things that it names: "Prime?" asks whether it is prime or composite.

A task fits if all that it needs is named and asked, if each formula in the words is one that it needs, and if the
other words of its sentence only hold the sentence together. Two tasks that fit are none. It is tried after all else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from ..rewording.any_integer import without_any_integer
from ..rewording.lightening import letters_of, lightened
from ..rewording.qualifiers import qualified
from ..rewording.remarks import plain
from ..rewording.restating import restated
from ..statement import NotRead
from .advice import without_advice
from .among_words import fits_among
from .answer_form import without_form
from .fitting import fits, sentences
from .led import without_lead
from .marks import MARK
from .named import without_names
from .patterns import compiled
from .places import Marked, marked
from .said_numbers import without_numbers
from .series_places import in_figures
from .spans import as_span, first_units
from .task import Task
from .tasks import TASKS

_DEFINED = re.compile(r"\s*\$?(?P<name>[A-Za-z])(?: ?\( ?[A-Za-z\\, ]+ ?\)|_\{?[a-z]\}?)? ?=")
_ENVIRONMENT = re.compile(r"\\(?:begin|end)\{\w+\}(?:\{[lcr| ]+\})?")
_BOUND = re.compile(r"(?:\\(?:sum|prod)_\{? ?|\bd)([a-z])(?: ?=|\b)")
_ACRONYM = re.compile(r"(?P<words>(?:[A-Za-z]+ ){2,4})\((?P<letters>[A-Z]{2,4})\)")
_POSITIVE = re.compile(
    r"(?:^|(?<=[.;?!])) ?\(?(?:assume|suppose)(?: that)? (?:all |the |each |every )?(?:variables?|letters?)(?: (?:is"
    r"|are|represents?|denotes?|stands? for|appearing|involved))* (?:an? )?(?:positive)(?: (?:real )?numbers?)?\.?\)?"
    r"(?=\s|$)",
    re.IGNORECASE,
)
"""An assumption that the usual words keep."""
_SPACE = re.compile(r"(?<=,)\\ ")
_BARS = r"(?:\||\\[lr]vert|\\(?:left|right)\|)"
_DETERMINANT = re.compile(
    rf"^\s*\$?(?:\\det\s*\(?\s*[A-Z]\s*\)?|{_BARS}\s*[A-Z]\s*{_BARS})\s*=\s*(?=\\begin\{{vmatrix\}})"
)
_SLOT = re.compile(r"\{([\w/+ ]+)\}")
_Fit = Callable[[Task, Marked, list[str]], bool]
_LETTERED = {"for", "respect", "unknown", "powers"}


def by_concepts(objective: str, expression: str, variables: Sequence[str]) -> tuple[str, str]:
    r"""Return a problem in the usual words of its one task.

    Args:
        objective: the words.
        expression: the printed expression.
        variables: the problem's variables.

    Raises:
        NotRead: no task fits, or several do.

    >>> by_concepts("Is this a prime number?", "9991", ["x"])[0]
    'Determine whether the number is prime or composite.'
    >>> by_concepts("Determine every complex number $z$ satisfying", "z^3 = 8", ["z"])[0]
    'Find all complex solutions.'
    """
    objective = _ACRONYM.sub(_without_acronym, objective)
    if assumed := _POSITIVE.search(objective):
        made, expression = by_concepts(_POSITIVE.sub("", objective).strip(), expression, variables)
        return f"{made} {assumed[0].strip()}", expression
    expression = _DETERMINANT.sub("", _SPACE.sub(" ", expression))
    tellings = list(_tellings(objective, expression, variables))
    led = without_lead(objective, letters_of(expression, ()))
    if led != objective:
        tellings += _tellings(led, expression, variables)
    whole = [objective, plain(objective, expression, variables)]
    for fit, heard in ((fits, tellings), (fits_among, whole if led == objective else [*whole, led])):
        for said in heard:
            fitting = _fitting(said, expression, variables, fit)
            if len(fitting) == 1:
                return fitting.pop(), expression
            if fitting:
                raise NotRead("the question's words fit several tasks")
    raise NotRead("the question's words fit no task")


def _without_acronym(found: re.Match[str]) -> str:
    """Leave out the letters in brackets that the words before them begin with."""
    initials = "".join(word[0] for word in found["words"].split()[-len(found["letters"]) :]).upper()
    return found["words"].rstrip() if initials == found["letters"] else found[0]


def _tellings(objective: str, expression: str, variables: Sequence[str]) -> Iterator[str]:
    """Yield an objective as it is, then without remarks and chatter; what a story measures must stay with it."""
    yield objective
    light = lightened(plain(objective, expression, variables), expression, variables)
    if light.words != objective and not light.measured and not light.equations:
        yield light.words


def _fitting(objective: str, expression: str, variables: Sequence[str], fit: _Fit) -> set[str]:
    """Return the usual words of each task that an objective fits."""
    defined = _DEFINED.match(expression)
    name = defined["name"] if defined else None
    letters = {one for one in letters_of(_ENVIRONMENT.sub(" ", expression), variables) if one != name}
    if name is None and re.search(r"matrix|array", expression):
        capitals = set(re.findall(r"(?:matrix|of|where) \$?([ABD-QS-Z])(?![\w'^])", objective))
        name = capitals.pop() if len(capitals) == 1 else None
    objective = without_any_integer(without_form(without_advice(objective), expression), expression, variables)
    text = in_figures(first_units(qualified(restated(objective, expression, variables), expression, letters)))
    named = without_names(without_numbers(text, expression), expression)
    name = named.name if named.names else name
    made = marked(named.text, expression, name, letters - named.names, variables)
    if named.formulas:
        made.given["formula"] = named.formulas
    if name is not None and name in variables and made.letters and f"{MARK}name{MARK}" in made.text:
        made.letters.add(name)
    asked = sentences(made)
    fitting = {said for task in TASKS for said in [_said(task, made, asked, expression, variables, fit)] if said}
    if len(variables) == 1 and len(fitting) > 1:
        fitting.discard(f"Solve for {variables[0]}.")
    return fitting


def _said(
    task: Task, made: Marked, asked: list[str], expression: str, variables: Sequence[str], fit: _Fit
) -> str | None:
    """Return the task's usual words with what is given, if it fits."""
    slots = set(_SLOT.findall(task.words))
    wanted = slots - {"rounded"}
    found = dict(made.given)
    if "span" in slots and "span" not in found and "interval" in found:
        found["span"] = [as_span(one) for one in found.pop("interval")]
    known = slots | (task.names - _LETTERED) | _implied(made, variables)
    if wanted - set(found) or set(found) - known:
        return None
    if any(len(set(said)) != 1 for said in found.values()):
        return None
    if not compiled(task.printed).search(expression) or not fit(task, made, asked):
        return None
    own = made.letters.union(*(found.get(kind, []) for kind in _LETTERED))
    named = own | set(_BOUND.findall(expression)) if own else own
    if not own <= set(variables) or (
        len(variables) > 1
        and own
        and named != set(variables)
        and not wanted & _LETTERED | made.given.keys() & {"along"}
    ):
        return None
    given = {kind: said[0] for kind, said in found.items()}
    given["rounded"] = f", {given['rounded']}" if "rounded" in given else ""
    return _SLOT.sub(lambda slot: given[slot[1]], task.words)


def _implied(made: Marked, variables: Sequence[str]) -> set[str]:
    """Return the kinds of formulas that say nothing new: the only variable."""
    return {kind for kind in _LETTERED if made.given.get(kind) == list(variables)}
