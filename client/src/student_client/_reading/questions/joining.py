"""Combines clauses: one after the other on the same thing, or several questions.

==================================================  =====================================================
"expand and differentiate", "a, then b"             one question: a, b
"find the derivative and the critical points"       two questions
"find f'(x) and f''(x)", "at x = 1 and x = 2"       two questions
"at x = 1 and y = 2"                                one question
"find the derivative and find the zeros"            either: the caller judges both
"differentiate and simplify the derivative"         one question: differentiate, simplify
==================================================  =====================================================
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..statement import Choices, NotRead, Operation, Question, Statement
from .clauses import CALCULUS, REWRITING, Clause, in_variable
from .pieces import Piece
from .placing import key, put, without


class Joiner:
    """Combines clauses, from left to right."""

    def __init__(self, statement: Statement, choices: Choices) -> None:
        self.statement, self.choices = statement, choices
        self.done: list[Question] = []
        self.last: Clause | None = None
        self.before: Clause | None = None
        self.waiting: list[Piece] = []
        self.led: list[Piece] = []

    def join(self, found: Sequence[Clause]) -> list[Question]:
        """Return the questions of all clauses."""
        for clause in found:
            self._add(clause)
        if self.waiting:
            self.done = self._spread(self.done or [()], self.waiting)
        if () in self.done and len(self.done) > 1:
            raise NotRead("a value is asked at no point")
        return list(dict.fromkeys(self.done))

    def _add(self, clause: Clause) -> None:
        if clause.kind == "respect":
            self._add_variables(clause)
        elif clause.kind == "value":
            self._add_value(clause)
        elif clause.kind == "point" and clause.value and self.done:
            self._add_value_at(clause)
        elif clause.kind == "point":
            self._add_points(clause)
        else:
            self._add_asked(clause)
        self.last = clause if clause.kind != "point" or not self.last else self.last
        self.before = clause

    def _add_value(self, clause: Clause) -> None:
        """Add "find y": a separate question, at a point that comes later."""
        placed = self.before and self.before.kind == "point"
        if not self.done:
            self.done, self.waiting = self._spread([()], self.waiting), []
        elif placed and all(step.tool == "substitute" for step in self.done[-1]):
            return  # "substitute x = 2 and find y"
        elif clause.value == "bare" and (placed or clause.join == "hard"):
            return  # "integrate, then find the value"
        else:
            self.done.append(())

    def _add_value_at(self, clause: Clause) -> None:
        """Add "and the value of the function at x = 2", which is not the value of the preceding result."""
        rewritten = all(step.tool in REWRITING for question in self.done for step in question)
        same = clause.process or clause.value == "bare" or "expression" in clause.text.lower()
        chained = clause.value == "its" or (rewritten and same)
        open_choice = clause.value == "bare" or clause.process or clause.join == "hard" or rewritten
        if () in self.done or chained or (open_choice and self._either() == "then"):
            self._add_points(clause)
            return
        places = list(clause.places)
        if any(step.tool == "limit" and step.point is None for question in self.done for step in question) or (
            self.last and self._shares_points(clause, self.last)
        ):
            self.done = self._spread(self.done, places)
        self.done += self._spread([()], places)

    def _add_asked(self, clause: Clause) -> None:
        placed = any(place.code == "at" for place in clause.places)
        asks = self.last is not None and ("ask" in self.last.codes or "ask" not in clause.codes)
        shared = () in self.done and clause.kind == "thing" and placed and asks
        if shared or (
            self.last and self.done and self._shares_points(clause, self.last)
        ):  # "find y and dy/dx at x = 2"
            self.done = self._spread(self.done, clause.places)
        asked = self._spread(list(clause.questions), [*self._leading(clause, placed=placed), *clause.places])
        if asked[0] == (Operation("limit"),) and _tools(self.done[-1] if self.done else ())[-1:] == ["limit"]:
            return  # "what happens as …? Find the limit."
        how = self._how(clause, self.last, asked) if self.last and self.done and not shared else "also"
        if how == "then":
            self.done = self._then(asked, soft=clause.join != "hard")
        else:  # "on" refers to the preceding question: "differentiate and simplify the derivative"
            self.done = [*(self.done[:-1] if how == "on" else self.done), *asked]

    def _leading(self, clause: Clause, *, placed: bool) -> list[Piece]:
        """Return the points before the clause, or those before the list that it ends: "at x = 1, find f' and f''"."""
        if self.waiting or not self.led:
            self.led, self.waiting = self.waiting, []
            return self.led
        if placed or clause.kind == "rewrite" or {"solve", "substitute"} & set(clause.tools):
            return []
        if clause.kind != "thing" or "ask" in clause.codes or clause.join == "hard":
            raise NotRead("the point before several questions could be that of the first, or of all")
        return self.led

    def _shares_points(self, clause: Clause, last: Clause) -> bool:
        """Return whether "f' and f'' at x = 2" means both at that point."""
        thing = clause.kind == "thing" or clause.value != ""
        things = last.kind == "thing" and thing and "ask" not in clause.codes and not last.places
        placed = any(place.code == "at" for place in clause.places)
        fits = all(step.tool not in {"solve", "substitute", "limit"} for question in self.done for step in question)
        return things and placed and fits and self.choices.pick("point", ("the last", "all")) == "all"

    def _then(self, asked: list[Question], *, soft: bool) -> list[Question]:
        """Apply the clause to every result so far."""
        if len(asked) > 1 and len(self.done) > 1:
            raise NotRead("one list after another is not understood")
        return [_chain(done, further, soft=soft) for done in self.done for further in asked]

    def _how(self, clause: Clause, last: Clause, asked: list[Question]) -> str:
        """Return "also", "then", or "on"."""
        before, after = _tools(self.done[-1]), _tools(asked[0])
        _check_condition(clause, last, after)
        if last.condition or not before:
            return "then" if last.condition or clause.kind == "rewrite" else "also"
        if after == ["solve"] and set(before) & CALCULUS and (said := self._of_which(clause)):
            return said
        own = _bare(before)
        again = bool(before) and _bare(after)[: len(own)] == own and bool(set(before) & CALCULUS)
        if clause.join == "plus" and ((clause.kind == "thing" and "ask" not in clause.codes) or "call" in last.codes):
            raise NotRead("'+' is not understood between things to find")
        if clause.kind == "rewrite":
            return self._rewriting(before, after, clause, again=again)
        if clause.kind == "thing" and (again or "call" in clause.codes):
            return self._self_contained(before, after, clause, again=again)
        if again and len(after) > len(before):
            return "on" if last.kind == "act" else self._either("on")
        return self._following(clause, last, before)

    def _of_which(self, clause: Clause) -> str:
        """Return how zeros follow that refer to the function, or to "it"; "" if they refer to neither."""
        if clause.zero_of == "function":
            return self._either() if clause.join == "hard" else "also"
        of_it = {"it", "this"} & set(clause.text.lower().split()) and clause.join != "hard"
        return self._either() if of_it and clause.kind == "thing" else ""

    def _rewriting(self, before: list[str], after: list[str], clause: Clause, *, again: bool) -> str:
        """Return how "simplify", "expand" or "factor" follows: it is applied to the result."""
        if again:
            return "on"
        if len(after) > 1 and before and set(after) & CALCULUS:
            return "also"
        opposite = sorted((before, after)) == [["expand"], ["factor"]]
        return self._either() if opposite and clause.join != "hard" else "then"

    def _self_contained(self, before: list[str], after: list[str], clause: Clause, *, again: bool) -> str:
        """Return how a thing follows that includes the preceding question: "f'(x) and f'(2)"."""
        rewritten = len(after) > len(before) and set(after[len(before) :]) <= REWRITING
        evaluated = clause.process and "call" not in clause.codes
        if clause.join == "hard" and len(after) == len(before):
            raise NotRead(f"{clause.text!r} could be the same again, or of the result before")
        if again and (rewritten or evaluated):
            return "on"
        return self._either("on") if again and clause.join == "hard" else "also"

    def _following(self, clause: Clause, last: Clause, before: list[str]) -> str:
        """Return how a step follows that could continue the preceding one, or be a separate question."""
        if clause.join == "hard" or last.kind == "rewrite":
            zeros = clause.kind == "thing" and clause.tools == ["solve"] and clause.join != "hard"
            return ("also" if "ask" in clause.codes else self._either()) if zeros else "then"
        if before[-1:] == ["solve"]:
            return "also"
        if clause.kind == "solve":
            return "then"
        apart = clause.zero_of == "function" or ("ask" in clause.codes & last.codes and clause.tools != ["solve"])
        if clause.kind == "thing" and apart and "its" not in clause.codes:
            return "also"  # "integrate and find the derivative of f", "find the integral and find the derivative"
        listed = clause.kind == last.kind == "thing" and not clause.codes & {"ask", "its"}
        apart = last.kind == "point" and "put" not in last.codes
        return "also" if listed or apart else self._either()

    def _either(self, then: str = "then") -> str:
        return then if self.choices.pick("and", ("then", "also")) == "then" else "also"

    def _add_variables(self, clause: Clause) -> None:
        """Add "and with respect to y", "then in y"."""
        if not self.done:
            return  # applies to all questions
        last = self.done[-1]
        fresh = tuple(replace(step, variable=None) if step.variable else step for step in last)
        if clause.join == "hard" and fresh:
            self.done[-1] = (*last, *in_variable(fresh[-1:], clause.variables[0]))
        elif all(step.variable is None for step in last):
            self.done[-1:] = [in_variable(last, name) for name in clause.variables]
        else:
            self.done += [in_variable(fresh, name) for name in clause.variables]

    def _add_points(self, clause: Clause) -> None:
        """Add a clause of points: to the preceding question, to the next one, or to the same one again."""
        places = list(clause.places)
        if not self.done:
            if clause.codes & {"put", "ask"}:
                self.done = self._spread([()], places)
            else:
                self.waiting += places
            return
        last = self.done[-1]
        bare = without(last, places)
        if bare != last:
            if clause.process or "put" in clause.codes:
                raise NotRead(f"{clause.text!r} could continue the clause before it, or not")
            self.done += self._spread([bare], places)
            return
        if len(self.done) > 1 and len(self.done) != len(self.last.questions if self.last else ()):
            raise NotRead(f"{clause.text!r} could belong to one question or to all")
        rewritten = all(step.tool in REWRITING for step in last)
        hard = clause.join == "hard" or "put" in clause.codes or rewritten
        self.done = self._spread(self.done, places, hard=hard)

    def _spread(self, questions: list[Question], places: Sequence[Piece], *, hard: bool = False) -> list[Question]:
        """Add the points; a repeated letter makes one more question."""
        groups: list[list[Piece]] = [[]]
        for place in places:
            if any(key(place) == key(other) for other in groups[-1]):
                groups.append([])
            groups[-1].append(place)
        if len({frozenset(key(place) for place in group) for group in groups}) > 1 or len(groups) * len(
            questions
        ) > max(len(groups), len(questions)):
            raise NotRead("the points do not fit together")
        return [self._placed(question, group, hard=hard) for question in questions for group in groups]

    def _placed(self, question: Question, places: Sequence[Piece], *, hard: bool) -> Question:
        for place in places:
            question = put(question, place, self.statement, hard=hard)
        return question


def _check_condition(clause: Clause, last: Clause, after: list[str]) -> None:
    """Refuse "where f'(x) = 0" beside another clause, except before one that asks to solve."""
    if clause.condition or (last.condition and after != ["solve"]):
        raise NotRead(f"{(clause if clause.condition else last).text!r} could be a question, or say where")


def _chain(done: Question, further: Question, *, soft: bool) -> Question:
    """Return the operations in order, without those that change nothing: an expansion is already simplified."""
    if soft and _tools(done)[-1:] == ["expand"] and further == (Operation("simplify"),):
        return done
    if done and further and done[-1] == further[0] and done[-1].tool not in CALCULUS:
        return (*done, *further[1:])
    return (*done, *further)


def _tools(question: Question) -> list[str]:
    return [step.tool for step in question]


def _bare(tools: list[str]) -> list[str]:
    """Return the tools except those that place or rewrite a result."""
    return [tool for tool in tools if tool != "substitute" and tool not in REWRITING]
