"""Yields a problem in more usual words, one way after the other, if it is not understood as it is."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from ..._problem import Problem
from ..concepts.by_concepts import by_concepts
from ..concepts.by_matrices import by_matrices
from ..concepts.by_pieces import by_pieces
from ..concepts.by_surfaces import by_surfaces
from ..concepts.by_systems import by_systems
from ..concepts.by_vectors import by_vectors
from ..concepts.constant_rates import by_constant_rate
from ..concepts.equation_stories import by_equation_story
from ..concepts.formula_stories import by_formula_story
from ..concepts.inflows import by_inflow
from ..concepts.invested import by_invested_money
from ..concepts.measures import by_measures
from ..concepts.model_stories import by_model_story
from ..concepts.narrated import narrated
from ..concepts.printed_names import without_printed_names
from ..concepts.progression_stories import by_two_terms
from ..concepts.related_rates import by_related_rate
from ..concepts.stories import by_story
from ..concepts.surroundings import without_surroundings
from ..formulas.same_formulas import Rule
from ..statement import NotRead
from .abroad import from_abroad
from .chat import unchatted
from .complex_words import complex_words
from .counted_stories import counted_story
from .coursework import coursework
from .exams import of_exams
from .given_values import given_values
from .instructions import instructed
from .lectures import lectured
from .motions_from_rest import from_rest
from .plainer import plainer
from .radius_alone import radius_alone
from .told_counts import told_counts

_WAYS: tuple[tuple[Rule, ...], ...] = (
    (instructed,),
    (of_exams, from_abroad, coursework, lectured),
    (lectured,),
    (plainer,),
    (unchatted, instructed),
)


def in_other_words(problem: Problem) -> Iterator[Problem]:
    """Yield a problem as the rules of other exams, of lectures and of courses say it, without what was tried before.

    Args:
        problem: as the person wrote it.
    """
    tried = {(problem.objective, problem.expression)}
    for rules in _ways():
        made = problem.objective, problem.expression
        with suppress(NotRead):
            for rule in rules:
                made = rule(*made, problem.variables)
            if made not in tried:
                tried.add(made)
                yield Problem(*made, problem.variables, problem.assume)


def _ways() -> Iterator[tuple[Rule, ...]]:
    """Yield the rules of each way, first without those of sheets, which most problems do not need."""
    yield from _WAYS
    from .sheets import from_sheets  # noqa: PLC0415 - a child starts sooner

    yield from ((from_sheets, rule) for rule in (instructed, lectured, coursework))
    yield from (
        (told_counts,),
        (counted_story,),
        (complex_words,),
        (radius_alone,),
        (from_rest,),
        (given_values,),
        (given_values, by_concepts),
        (given_values, by_formula_story),
        (without_surroundings,),
        (without_surroundings, instructed),
        (by_vectors,),
        (by_matrices,),
        (by_systems,),
        (by_surfaces,),
        (by_pieces,),
        (without_printed_names,),
        (without_printed_names, instructed),
        (without_printed_names, by_concepts),
        (by_concepts,),
        (without_surroundings, by_concepts),
        (by_story,),
        (by_formula_story,),
        (by_model_story,),
        (by_measures,),
        (by_two_terms,),
        (by_invested_money,),
        (by_constant_rate,),
        (by_inflow,),
        (by_related_rate,),
        (by_equation_story,),
    )
    yield from ((narrated,), (narrated, unchatted, instructed), (narrated, by_concepts))
