r"""Leaves out what a message tells beside its question: what was tried, known or felt, and advice on the working.

A message is cut into clauses. A clause is left out only if all its words are of its kind: what the writer tried, what
somebody knows or said of the way, what is hard. It must ask nothing, and have no word that may change the question.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..questions.splitting import sentences
from ..rewording.decoration import undecorated
from ..rewording.lightening import letters_of
from ..statement import NotRead
from .attempts import without_attempts
from .clauses import clauses
from .default_questions import as_usual
from .fragments import is_beside, is_heading
from .persons import is_deed
from .pupils import requested, respelled
from .told_clauses import Telling
from .working import is_side_question, is_working

_DEFINED = re.compile(r"\s*\$?(?P<name>[A-Za-z])(?:_\{?[a-z]\}?| ?\([a-z]\))? ?=")
_LABEL = re.compile(
    r"\s*(?:(?:my |for |from )?(?:q|question|homework|hw|assignment|worksheet|problem|exercise|unit|chapter|section"
    r"|week|part|page|no|number|quiz|test) ?#?\d*[a-h]?(?:[.,] ?\d+[a-h]?)?(?: (?:review|test|practice|homework|hw"
    r"|quiz|q ?\d+[a-h]?))*[.:)]|[(\[]\d{1,2}(?: ?marks?)?[)\]])\s+(?=\w)",
    re.IGNORECASE,
)
_PRINTED = (
    r"(?:functions?|equations?|inequalit(?:y|ies)|matrix|integrals?|limits?|series|expressions?|curves?|problems?|one"
    r"|questions?|fractions?|systems?|lines?|exercise|thing|sums?|polynomial|vectors?|ode|differential)"
)
_PRONOUN = re.compile(
    rf"\b(?:it|its|they|them|their|those|(?:that|these|this)(?! (?:two )?{_PRINTED}))\b", re.IGNORECASE
)
"""A word that stands for what was named before it, unless it points to what is printed."""
_DEALS = re.compile(
    r"\b(?:solve|do|work|approach|start|help(?: me)? with)(?: out)? (?:it|this|that)\b"
    r"|\b(?:here|this)(?= please| pls| for me|$)",
    re.IGNORECASE,
)
_TROUBLE = re.compile(
    r"\b(?:stuck|lost|wrong|confused|different|disagree\w*|weird|ugly|messy|keep|tried|nothing|error|mess\w*|mix\w*|0/0"
    r"|always|circles|don't|can't|doesn't|didn't|trust|compare)\b",
    re.IGNORECASE,
)
"""What somebody tells who asks for help with the whole problem, and not with what comes after the told steps."""
_OF_THIS = re.compile(
    rf"\b(?:this|these) (?:[a-z]+ )?{_PRINTED}\b"
    r"|\b[a-z'-]+ (?:rule|formula|tests?|method|theorem|laws?|homework|chapter|lesson|unit|sheet|worksheet)s?\b",
    re.IGNORECASE,
)
"""What is printed, and ways and lessons, which nobody has made."""
_GOES_ON = re.compile(r"\b(?:now|then|next|after that|afterwards)\b", re.IGNORECASE)
_ASKS_ITSELF = re.compile(
    r"\\(?:lim|i+nt|sum|prod)(?![a-z])|^(?!\s*\$?[A-Za-z](?:_\{?[a-z]\}?| ?\([a-z, ]+\))? ?=[^=<>]*$).*[=<>≤≥]"
)
_NAMES = re.compile(
    rf"\b(?:(?:of|does|has|on|to|for) (?:the|this|these)|this|these) (?:[a-z]+ )?{_PRINTED}\b|\b[a-z]'+ ?\("
    r"|\bd[a-z] ?/ ?d[a-z]\b",
    re.IGNORECASE,
)
"""Words that ask of what is printed, whatever was made of it."""
_THIS = re.compile(r"\b(?:this|these)\b", re.IGNORECASE)
_OWNED = re.compile(r"\b(?:his|hers|theirs|mine|yours|ours|others?|another|remaining|rest|else|same)\b", re.IGNORECASE)
_MADE_NOTHING = re.compile(
    r"\b(?:said|says|told|tells|hinted|suggested|suggests)(?: me| us)? (?:to|that (?:i|we|you))\b"
    r"|\b(?:can|could|know how|forget|always|never)\b|= ?-?\d+ is a\b",
    re.IGNORECASE,
)
_MADE = re.compile(
    r"\b(?:derivatives?|integrals?|antiderivatives?|inverses?|limits?|sums?|products?|quotients?|determinants?|matri\w+"
    r"|slopes?|gradients?|roots?|reciprocals?|equations?|functions?|expressions?|series|polynomials?|vectors?"
    r"|quadratics?|cubics?|maxim\w+|minim\w+|vertex|points?|formulas?|values?|lines?|curves?|graphs?|areas?|squares?"
    r"|factors?|terms?|solutions?|factored|expanded|differentiated|integrated)\b|[a-z] ?[=^]",
    re.IGNORECASE,
)
"""What a clause may have made, so that "it" in the question could stand for that."""
_TASK = re.compile(
    rf"\b(?:solv|evaluat|comput|calculat|differentiat|integrat|factor|simplif|expand|converg|diverg|find)\w*"
    rf"|{_MADE.pattern}",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class _Part:
    """A sentence that is left, or a clause that is left out.

    Args:
        words: the words.
        kept: whether it is left.
        follows: whether something before it is left out.
        made: whether that may have made something, which a word of this could stand for.
        changed: whether that may have changed what is printed.
    """

    words: str
    kept: bool
    follows: bool = False
    made: bool = False
    changed: bool = False


def narrated(objective: str, expression: str, variables: Sequence[str]) -> tuple[str, str]:
    r"""Return a problem without what its message tells beside the question.

    Args:
        objective: the words.
        expression: the printed expression.
        variables: the problem's variables.

    Raises:
        NotRead: nothing can be left out.

    >>> narrated("I squared twice and got two numbers. Solve the equation.", r"\sqrt{x} = x - 2", ["x"])[0]
    'Solve the equation.'
    """
    text = respelled(objective.replace("\u2019", "'"), {*letters_of(expression, variables), *variables})
    bare = undecorated(text)
    label = _LABEL.match(bare)
    bare = bare[label.end() :] if label else bare
    defined = _DEFINED.match(expression)
    letters, name = letters_of(expression, variables) - {"e", "pi"}, defined["name"] if defined else None
    bare = without_attempts(bare, expression, letters & {*variables} or letters, name)
    told = Telling(letters, name)
    parts = _parted(bare, told, expression)
    kept = [one for one in parts if one.kept]
    asked = [requested(one.words) for one in kept]
    usual = [as_usual(one, expression, variables) for one in asked]
    if not kept or (len(kept) == len(parts) and usual == [one.words for one in kept] and bare == objective.strip()):
        raise NotRead("the message tells nothing beside its question")
    if any(_is_open(one, made != said, expression) for one, said, made in zip(kept, asked, usual, strict=True)):
        raise NotRead("a word may stand for what the message tells")
    return " ".join(usual), expression


def _is_open(part: _Part, changed: bool, expression: str) -> bool:
    """Return whether a question could be about what the message tells before it, and not about what is printed."""
    if not part.follows:
        return False
    asked = re.sub(r"\b(?:this|these)\b", " ", part.words) if changed else _DEALS.sub(" ", part.words)
    if _OWNED.search(asked) or (part.made and _PRONOUN.search(asked)):
        return True
    if changed or _NAMES.search(part.words) or (not part.made and _THIS.search(part.words)):
        return False
    itself = bool(_ASKS_ITSELF.search(expression)) and bool(not part.made or _TASK.search(part.words))
    return (part.made or part.changed or bool(_GOES_ON.search(part.words))) and not itself


def _parted(text: str, told: Telling, expression: str) -> list[_Part]:
    """Return the sentences that are left, and the clauses that are left out, in order."""
    parts: list[_Part] = []
    made = changed = troubled = False
    for sentence in sentences(text):
        if is_working(sentence, expression) or is_side_question(sentence):
            parts.append(_Part(sentence, kept=False))
            continue
        rest: list[str] = []
        asks = _Part("", kept=True)
        before = True
        for mark, clause in clauses(sentence):
            inner = clause.strip(" .,!()")
            low = inner.lower().strip(' "?')
            tells = told.is_told(inner, follows=before and bool(mark), begins=before)
            before = (
                tells
                or (clause.startswith("(") and is_working(clause, expression))
                or is_side_question(inner)
                or is_heading(low)
                or is_beside(low)
            )
            if before:
                parts.append(_Part(inner, kept=False))
                if tells and not _MADE_NOTHING.search(inner):
                    made = made or bool(_MADE.search(_OF_THIS.sub(" ", inner)))
                    changed = changed or is_deed(low)
                troubled = troubled or bool(_TROUBLE.search(inner))
            else:
                rest += [mark if rest else "", clause]
                asks = _Part("", True, any(not one.kept for one in parts), made, changed and not troubled)
        said = "".join(rest).strip(" ,;:-").removesuffix(" just").strip(" ,")
        if said:
            whole = said if said[-1] in ".?!" else f"{said}{'?' if sentence.rstrip().endswith('?') else '.'}"
            parts.append(replace(asks, words=whole))
    return parts
