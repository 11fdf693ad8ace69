r"""Leaves out what somebody reports beside a question: own results, what others get, whose homework it is.

"I got x = 4 and x = -1 but the book only has one of them": no such result is ever data. A report whose letters could
be data stays, unless it is said to be wrong. "What is it?" asks for what the report names, or for what is printed.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from ..questions.splitting import sentences
from .attempt_words import (
    ASKS,
    DID,
    DOTS,
    EMPTY,
    FURTHER_CUT,
    GETS,
    INTERVAL,
    ITS_LIMIT,
    JUDGED,
    KIND,
    LABEL,
    NAMED,
    OF_NOUN,
    ONCE_MORE,
    ONLY_ONE,
    OPENING,
    OWNED,
    PART_OF,
    PERSONAL,
    POINTS,
    REPORT,
    SIDE,
    TELLS,
    TO_ME,
    WAY,
    WHY,
    WRONG,
)
from .clauses import clauses
from .fragments import is_limiting
from .narrated_words import SELF
from .persons import is_deed, is_free
from .working import names_way

_OPERATES = re.compile(
    r"\b(?:add|sum|subtract|multipl|divid|squar|cub|doubl|halv|negat|combin|averag)\w*\b.*\b(?:it|them|these|those|both"
    r"|each|the (?:two|results?|answers?|solutions?|roots?))\b"
)
"""Words that make something of the answer: "then I add them"."""
_MARKED = re.compile(r"\\(?:lim|i+nt|sum|prod)(?![a-z])")
_RELATED = re.compile(r"[=<>≤≥]|\\(?:[lg]eq?|lt|gt)(?![a-z])")


def without_attempts(text: str, expression: str, letters: Collection[str], name: str | None) -> str:
    """Return a message without reports, verdicts on them, and questions about the working beside the real one.

    Args:
        text: the message.
        expression: the printed expression.
        letters: its letters.
        name: the one that it defines.

    >>> without_attempts("I got x = 4 but the book says otherwise. Solve it for x.", "2x = 4", ["x"], None)
    'Solve it for x.'
    """
    return _Message(text, expression, {*letters}, name).left() or text


@dataclass
class _Clause:
    """A clause of a message: what stands before it, its words, the same in small letters, and its kind."""

    mark: str
    words: str
    low: str
    kind: str = ""
    formula: str = ""


class _Message:
    """The clauses of a message, with what a report says."""

    def __init__(self, text: str, expression: str, letters: set[str], name: str | None) -> None:
        self.expression, self.letters, self.name = expression, letters - {"e"}, name
        self.noun = self.interval = ""
        limit = ITS_LIMIT.search(text)
        self.limit = f" as {limit['n']} approaches infinity" if limit else ""
        text = DOTS.sub(".", ITS_LIMIT.sub("", text))
        self.sentences = [[*self._cut(said)] for said in sentences(text)]
        self.all = [one for said in self.sentences for one in said]

    def _cut(self, sentence: str) -> Iterator[_Clause]:
        for mark, clause in self._glued(sentence):
            start, between = 0, mark
            for cut in [*FURTHER_CUT.finditer(clause), None]:
                words = clause[start : cut.start() if cut else len(clause)]
                low = OPENING.sub("", words.lower().replace("$", "").strip(" .,!?"))
                yield _Clause(between, words, low[1:-1] if re.fullmatch(r"\([^()]*\)", low) else low)
                start, between = (cut.end(), cut[0]) if cut else (0, "")

    def _glued(self, sentence: str) -> Iterator[tuple[str, str]]:
        """Yield the clauses, each with the brackets that are its result: "I got (2, 1)"."""
        mark, held = "", ""
        for between, clause in clauses(sentence):
            if held and clause.startswith("(") and re.search(rf"(?<![a-z]){GETS}$", held.lower()):
                held += between + clause
                continue
            if held:
                yield mark, held
            mark, held = between, clause
        yield mark, held

    def left(self) -> str:
        """Return what is left; nothing if no clause is left out, or if one that is could be data."""
        reported = False
        for one in self.all:
            self._take(one, follows=reported)
            reported = bool(one.kind)
        kept = [one for one in self.all if not one.kind]
        if len(kept) == len(self.all) or not all(self._is_void(at) for at in range(len(self.all))):
            return ""
        made = [self._joined(said) for said in self.sentences]
        text = " ".join(one for one in made if one)
        if (self.interval or self.limit) and len([one for one in made if one]) > 1:
            return ""  # of which question it says the place is not known
        if not kept:
            text = self._default() if self.interval or {"report", "empty"} & {one.kind for one in self.all} else ""
        elif self.interval:
            text = f"{text.rstrip(' .?!')} on {self.interval}."
        return f"{text.rstrip(' .?!')}{self.limit}." if text and self.limit else text

    def _take(self, one: _Clause, *, follows: bool) -> None:
        """Find what kind a clause is of."""
        low, named, bare = one.low, NAMED.fullmatch(one.low), TO_ME.sub("", one.low)
        if found := INTERVAL.fullmatch(low):
            one.kind, self.interval = "beside", found["interval"]
        elif EMPTY.fullmatch(low):
            one.kind = "empty"
        elif found := REPORT.fullmatch(low) or (REPORT.fullmatch(f"i {low}") if follows else None):
            one.kind, one.formula = "report", found["formula"] or ""
            self.interval = self.interval or found["interval"] or ""
        elif found := OF_NOUN.fullmatch(low):
            one.kind, one.formula = "report", found["formula"] or ""
            self.noun = found["noun"] or found["wrong"] or found["mine"]
        elif follows and JUDGED.match(low) and is_free(PART_OF.sub("", low), self.letters):
            one.kind = "verdict"
        elif (
            (named and named["name"] in {self.name, *self.letters})
            or ((found := WAY.fullmatch(low)) and found["new"] not in self.letters | {self.name})
            or (WHY.fullmatch(low) and not is_limiting(ONLY_ONE.sub(" ", low)))
        ):
            one.kind = "beside"
        elif found := OWNED.fullmatch(low):
            one.kind = "" if any(is_limiting(what) for what in found.groups() if what) else "beside"
        elif (found := DID.fullmatch(low)) and names_way(found["way"]):
            one.kind = "beside"
        elif (found := ONCE_MORE.fullmatch(low)) and self._is_asked(found["noun"]):
            one.kind = "empty"
        elif (
            (
                PERSONAL.search(low)
                and not ASKS.search(low)
                and not TELLS.search(low)
                and not is_limiting(low)
                and not is_deed(bare)
                and not _OPERATES.search(low)
                and is_free(bare, self.letters)
            )
            or SIDE.fullmatch(low)
            or KIND.fullmatch(low)
            or LABEL.fullmatch(one.words.strip())
        ):
            one.kind = "beside"

    def _is_asked(self, noun: str) -> bool:
        """Return whether a clause before asks for something of which a noun is the last word: an arc length."""
        return any(
            not one.kind and re.search(rf"\b(?:find|get|need|want|have to|asks?|calculate)\b.* {noun}\b", one.low)
            for one in self.all
        )

    def _is_void(self, at: int) -> bool:
        """Return whether a clause is left, or what it reports is surely no data of the problem."""
        one = self.all[at]
        if one.kind != "report" or not one.formula:
            return True
        after = self.all[at + 1 : at + 3]
        wrong = bool(WRONG.search(one.low)) or any(two.kind == "verdict" and WRONG.search(two.low) for two in after)
        used = set(re.findall(r"(?<![a-z\\])[a-z](?![a-z])", one.formula)) - {"e"}
        asked = [two for two in self.all[at + 1 :] if not two.kind]
        if not used and not _RELATED.search(one.formula):
            return True
        of_unknown = (
            len(self.letters - {self.name}) == 1
            and used <= self.letters
            and bool(_RELATED.search(self.expression))
            and (self.name is None or self.name in self.letters)
        )
        if re.fullmatch(r"(?:(?:,? ?and |,? ?or |, )?[a-z] = [^=<>≤≥]+)+", one.formula) and of_unknown:
            return True
        bounds = re.match(SELF, one.low) and re.search(r"[<>≤≥]", self.expression) and re.search(r"[<>≤≥]", one.formula)
        return (wrong or bool(bounds) or not asked) and not any(POINTS.search(two.low) for two in asked)

    def _joined(self, said: Sequence[_Clause]) -> str:
        kept = [one for one in said if not one.kind]
        text = "".join((one.mark if at else "") + one.words for at, one in enumerate(kept)).strip(" ,;:-")
        end = "?" if said and said[-1].words.rstrip().endswith("?") else "."
        return text if not text or text[-1] in ".?!" else f"{text}{end}"

    def _default(self) -> str:
        """Return what is asked if nothing but a report says it."""
        if self.noun:
            return f"What is the {self.noun}?"
        if self.limit:
            return "Find the limit of the sequence." if "_" in self.expression.partition("=")[0] else "Find the limit."
        if _MARKED.search(self.expression):
            return "Evaluate."
        free = self.letters - {self.name}
        if len(free) == 1 and _RELATED.search(self.expression) and self.name is None:
            letter = next(iter(free))
            return f"Solve for {letter} on {self.interval}." if self.interval else f"Find {letter}."
        return ""
