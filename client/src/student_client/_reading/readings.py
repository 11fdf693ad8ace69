"""Finds a problem's readings: each way in which a competent reader could understand its words and notation."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import product

from .._problem import MAX_EXPRESSION, Problem
from .asking_all import asks_for_all
from .declared import without_functions
from .domains import dependence, domain, said_domain
from .explicit import definition, explicit
from .fixed_letters import check_fixed
from .formulas.ambiguity import EVERY
from .formulas.common_numbers import parse_common
from .formulas.degrees import check_angles, check_degrees, in_degrees
from .formulas.differential import parse_differential
from .formulas.matrix_notation import parse_matrices
from .formulas.named_matrices import spelled_out, unprinted_matrix
from .formulas.notation import parse_statement, parse_system
from .formulas.plain_notation import in_plain_notation
from .formulas.primed import check_primed, parse_primed
from .formulas.tree import Node
from .labels import label
from .objective import questions
from .other_questions import check_other
from .other_requests import check_requests
from .questions.answer_forms import shaped
from .questions.composing import compose
from .questions.initial_values import with_values
from .questions.sentences import sentence
from .rewording.answer_notes import without_notes
from .rewording.defined_in_words import defined
from .rewording.either_print import in_either_print
from .rewording.fewer_words import in_fewer_words, worded
from .rewording.remarks import plain
from .rewording.restating import named
from .rewording.telling import as_told
from .rewording.told_facts import Misfit
from .rewording.transform_notation import transforms
from .rewording.usual_places import in_usual_places
from .rewording.wordings import in_vocabulary
from .several_asked import check_several
from .square_brackets import brackets
from .statement import Choices, NotRead, Question, Shape, Statement
from .told import told_question

MAX_READINGS = 8
"""Most readings that are judged; a problem with more is not read."""
_SYSTEM = re.compile(r"\b(?:system|simultaneous\w*|equations)\b", re.IGNORECASE)
"""Words that ask for a system, so that ``x + y = 3, x = 1`` is one."""
_ZEROS = re.compile(r"\b(?:zero|root|\w*intercept|vanish)", re.IGNORECASE)
"""Words that ask for a function's zeros, so that ``P = t^2 - 4`` defines P."""
_FLAT_POINTS = re.compile(r"\bpoints\b.*\bhorizontal\b|\bhorizontal\b.*\bpoints\b", re.IGNORECASE)


@dataclass(frozen=True)
class Reading:
    """One way to read a problem.

    Args:
        statement: the printed expression, and the operations of its notation.
        questions: the questions, in order.
        picked: the option that this reading takes for each topic that could be read in several ways.
        domain: expressions that must have a value for the problem to make sense.
        assumed: the person's option for each topic.
        variables: the problem's variables.
        respelled: each misspelt word with the word that it is read as.
        for_all: True if the words plainly ask for all solutions.
    """

    statement: Statement
    questions: tuple[Question, ...]
    picked: dict[str, str]
    domain: tuple[Node, ...]
    assumed: dict[str, str]
    variables: tuple[str, ...]
    respelled: tuple[tuple[str, str], ...] = ()
    for_all: bool = False

    def __str__(self) -> str:
        asked = "; ".join(told_question(question, self.statement.expression) for question in self.questions)
        taken = [label(topic, option) for topic, option in self.picked.items()]
        taken += [f"{topic} = {option}" for topic, option in self.assumed.items() if topic not in self.picked]
        taken += [f"{word!r} is read as {made!r}" for word, made in self.respelled]
        said = ", ".join(taken)
        return f"{asked} ({said})" if said else asked


def readings(problem: Problem) -> tuple[Reading, ...]:
    """Return all readings of a problem, the usual one first; misspelt words are corrected if it is not understood.

    Raises:
        NotRead: words or notation are not understood, or there are too many readings.
    """
    problem = without_functions(problem)
    check_other(problem.objective)
    check_requests(problem.objective)
    check_degrees(problem.objective, problem.expression)
    try:
        return _checked(problem, in_usual_places(problem, lambda one: in_either_print(one, _as_spelled)))
    except NotRead as error:
        from .respelling import respelled  # noqa: PLC0415 - most problems do not need it, and a child starts sooner

        words, corrected = respelled(problem.objective, problem.variables)
        if corrected:
            with suppress(NotRead):
                check_requests(words)
                found = _checked(problem, _as_spelled(worded(problem, words)))
                return tuple(replace(one, respelled=tuple(corrected.items())) for one in found)
        raise error from None


def _checked(problem: Problem, found: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """Return readings that nothing in the words forbids, each with whether all solutions are asked."""
    for check in (check_fixed, check_several):
        check(problem, [(one.statement, one.questions) for one in found])
    for_all = asks_for_all(problem.objective, problem.expression, problem.variables)
    return tuple(replace(one, for_all=for_all) for one in found)


def _as_spelled(problem: Problem) -> tuple[Reading, ...]:
    words, expression = transforms(problem.objective, problem.expression, problem.variables)
    words, expression = in_plain_notation(words, expression, problem.variables)
    if unprinted := unprinted_matrix(words, expression):
        raise NotRead(f"the expression does not have the matrix {unprinted}")
    words, expression = defined(words, expression)
    expression = named(words, expression, problem.variables)
    problem = Problem(words, expression, problem.variables, problem.assume)
    try:
        return as_told(problem, _as_worded)
    except Misfit:
        raise
    except NotRead:
        return _as_asked(problem)


def _as_asked(problem: Problem) -> tuple[Reading, ...]:
    """Return the readings of a problem that tells no story."""
    try:
        found = _as_worded(problem)
    except NotRead as error:
        if known := _known(problem):
            return known
        from .rewording.in_other_words import in_other_words  # noqa: PLC0415 - a child starts sooner
        from .rewording.together import in_parts  # noqa: PLC0415 - as above

        wordings = [problem]
        for again in in_other_words(problem):
            wordings.append(again)
            with suppress(NotRead):
                return _as_worded(again)
            if known := _known(again):
                return known
        for again in wordings:
            with suppress(NotRead):
                return in_parts(again, _as_spelled)
        raise error from None
    return (_known(problem) if _is_better_known(problem, found) else ()) or found


def _is_better_known(problem: Problem, found: tuple[Reading, ...]) -> bool:
    """Return whether a known formula goes first: for iterated integrals by any road, and for points, not abscissas."""
    iterated = len(found) == 1 and sum(step.tool == "integrate" for step in found[0].statement.operations) > 1
    return iterated or bool(_FLAT_POINTS.search(problem.objective))


def _known(problem: Problem) -> tuple[Reading, ...]:
    """Return the reading of a question that a known formula answers, if it is one."""
    from .known.engine import known_formula  # noqa: PLC0415 - a child starts sooner

    found = known_formula(problem.objective, problem.expression, problem.variables)
    return () if found is None else (Reading(*found, {}, (), dict(problem.assume), tuple(problem.variables)),)


def _as_worded(problem: Problem) -> tuple[Reading, ...]:
    words, expression, degrees = in_degrees(problem.objective, problem.expression)
    if not degrees or "angle" in problem.assume:
        return in_fewer_words(problem, _plain, _all)
    return in_fewer_words(Problem(words, expression, problem.variables, problem.assume), _plain, _all_in_degrees)


def _all_in_degrees(problem: Problem) -> tuple[Reading, ...]:
    found = _all(problem, dict(problem.assume) | {"angle": EVERY})
    for one in found:
        check_angles(one.statement)
    return found


def _all(problem: Problem, assume: dict[str, str] | None = None) -> tuple[Reading, ...]:
    assumed = dict(problem.assume) if assume is None else assume
    usual, met = _read(problem, assumed)
    done = [(*usual.statement.operations, *question) for question in usual.questions]
    met["brackets"] = brackets(done, met.get("brackets", ()))
    open_topics = {topic: options for topic, options in met.items() if topic not in assumed and len(options) > 1}
    combinations = list(product(*open_topics.values()))
    if len(combinations) > MAX_READINGS:
        raise NotRead(f"it can be read in {len(combinations)} ways; settle one of {', '.join(open_topics)} by assume")
    found = []
    for options in combinations:
        picked = dict(zip(open_topics, options, strict=True))
        found.append(usual if not picked else _read(problem, assumed | picked, picked)[0])
    return tuple(found)


def _plain(problem: Problem) -> Problem:
    """Return a problem in the vocabulary's words, with the values in place of names."""
    words, expression = in_vocabulary(without_notes(problem.objective), problem.expression, problem.variables)
    words, expression = with_values(words, expression, problem.variables)
    words, expression = spelled_out(plain(words, expression, problem.variables), expression)
    if (words, expression) == (problem.objective, problem.expression) or len(expression) > MAX_EXPRESSION:
        return problem
    return Problem(words, expression, problem.variables, problem.assume)


def _read(
    problem: Problem, chosen: dict[str, str], picked: dict[str, str] | None = None
) -> tuple[Reading, dict[str, tuple[str, ...]]]:
    """Read a problem with the options chosen; return the reading and every topic that it met."""
    words, shape = shaped(problem.objective, problem.expression, problem.variables)
    if words != problem.objective:
        if shape and shape.complex_numbers and "domain" not in chosen:
            chosen = chosen | {"domain": "complex"}
        found, met = _read(worded(problem, words), chosen, picked)
        return replace(found, questions=tuple(_in_shape(question, shape) for question in found.questions)), met
    if "domain" not in chosen and (numbers := said_domain(problem)):
        chosen = chosen | {"domain": numbers}
    complex_numbers = chosen.get("domain") == "complex"
    choices = Choices(chosen | ({"i": "unit"} if complex_numbers else {}))
    variables = tuple(problem.variables)
    given = problem.objective, problem.expression, variables, choices
    known = sentence(*given) or compose(*given)
    if known is not None:
        if _is_real(known[0]) and "domain" not in problem.assume:
            chosen = {topic: option for topic, option in chosen.items() if (topic, option) != ("domain", "complex")}
        return _complete(known[0], known[1], chosen, picked, choices, variables)
    statement = _statement(problem, variables, choices)
    defined = definition(statement, variables)
    if defined is not None and _ZEROS.search(problem.objective) and "equation" not in problem.objective.lower():
        statement, defined = defined, None
    try:
        asked = questions(problem.objective, statement, variables, choices)
    except NotRead:
        if defined is None:
            raise
        statement, asked = defined, questions(problem.objective, defined, variables, choices)
    check_primed(problem.objective, statement, asked)
    statement, asked = explicit(statement, defined, asked)
    return _complete(statement, asked, chosen, picked, choices, variables)


def _is_real(statement: Statement) -> bool:
    """Return whether an expression is printed without the imaginary unit, such as a modulus."""
    return isinstance(statement.expression, Node) and not statement.expression.has("constant", "i")


def _in_shape(question: Question, shape: Shape | None) -> Question:
    """Return a question that asks for its answer in a form."""
    if question[-1].tool == "numeric" and shape:
        raise NotRead(f"a decimal in the form {shape.text} is not understood")
    if shape and shape.complex_numbers and len(question) == 1 and question[0].tool in ("simplify", "expand"):
        return (replace(question[0], tool="rewrite", word="rectangular"),)
    return (*question[:-1], replace(question[-1], shape=shape)) if shape else question


def _complete(
    statement: Statement,
    asked: tuple[Question, ...],
    chosen: dict[str, str],
    picked: dict[str, str] | None,
    choices: Choices,
    variables: tuple[str, ...],
) -> tuple[Reading, dict[str, tuple[str, ...]]]:
    """Return a reading with its choices, and every topic that it met."""
    dependence(statement, asked, variables, choices)
    choices.met.pop("i", None)
    assumed = {topic: option for topic, option in chosen.items() if topic not in (picked or {})}
    return Reading(statement, asked, picked or {}, domain(statement, chosen), assumed, variables), choices.met


def _statement(problem: Problem, variables: tuple[str, ...], choices: Choices) -> Statement:
    """Return the problem's expression, or its system of equations if the words ask for one or nothing else fits."""
    given = problem.objective, problem.expression, variables, choices
    for reader in (parse_differential, parse_matrices, parse_common, parse_primed):
        if (read := reader(*given)) is not None:
            return read
    several = problem.expression.count("=") > 1
    printed = several and (_SYSTEM.search(problem.objective) or "begin{" in problem.expression)
    if printed and (system := parse_system(problem.expression, variables, choices)) is not None:
        return system
    try:
        return parse_statement(problem.expression, variables, choices)
    except NotRead:
        system = parse_system(problem.expression, variables, choices) if several else None
        if system is None:
            raise
        return system
