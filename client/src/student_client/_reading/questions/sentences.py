r"""Reads whole sentences that ask one known question about a function: its domain, a tangent, an average, a term.

A sentence counts only when all of its words are those of a pattern, so that nothing of it is left out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..statement import Choices
from .enclosing import ENCLOSING
from .more_sentences import SENTENCES
from .of_conditions import CONDITIONS
from .of_densities import DENSITIES
from .of_extremes import EXTREMES
from .of_fields import FIELDS
from .of_functions import (
    Asked,
    Reader,
    average_rate,
    average_value,
    curve,
    difference_quotient,
    domain,
    intercept,
    normal,
    one_sided,
    partial_at,
    preimage,
    remainder,
    slope,
    tangent,
    unit_vector,
)
from .of_gradients import GRADIENTS
from .of_graphs import GRAPHS
from .of_kinds import KINDS
from .of_many_integrals import MANY_INTEGRALS
from .of_parametric import PATTERN, slope_by_parameter
from .of_points import POINTS
from .of_power_series import POWER_SERIES
from .of_sequences import COUNTS, first_terms, nth_term, sequence_limit, term_of
from .of_shapes import (
    accumulated,
    asymptote,
    extremes,
    inflection,
    monotony,
    primitive,
    region,
    roots_by_parameter,
    undefined,
)
from .of_solids import SOLIDS
from .of_solutions import PATTERNS, of_solutions
from .of_surfaces import SURFACES
from .of_vectors import VECTORS
from .sentence_parts import AT_POINT, AT_X, BETWEEN, FIND, TO, F

_FLUFF = re.compile(
    r"(?<=the )(?:given|following|indicated|specified|whole|above) |,? (?:given|shown|defined)? ?(?:below|above)$|,? "
    r"(?:defined|given) by (?:the )?(?:rule|formula|equation)$|,? (?:and (?:write|express|give|state) (?:it|your"
    r" answer|the answer) )?(?:in|using) (?:interval|set|set-builder) notation$|,? (?:by solving|as the solution of"
    r"|using|from) (?:an? |the )?(?:suitable )?inequalit(?:y|ies)$|,? (?:using|by using|by|with) the (?:remainder"
    r"|factor) theorem$",
    re.IGNORECASE,
)
"""Parts of a sentence that do not change the question."""


def sentence(objective: str, expression: str, variables: Sequence[str], choices: Choices) -> Asked | None:
    """Return the question of a whole sentence; None if the sentence is not a known one.

    Raises:
        NotRead: it is one of them, and the expression or a number in it is not understood.
    """
    text = re.sub(r"\\(?:left|right) ?(?=[\[\]])", "", objective)
    text = re.sub(r"\s+", " ", text.replace("$", "").replace("\\(", "").replace("\\)", "")).strip(" .?!:")
    text = _FLUFF.sub("", text).strip(" ,")
    for pattern, reader in (*_SENTENCES, *_FURTHER):
        found = pattern.fullmatch(text)
        if found:
            return reader(found, expression, variables, choices)
    return None


_LINE = r"(?:equation (?:of|for) (?:the )?)?tangent(?: line)?"
_NEAR = r"(?:linear(?:ization| approximation)|local linear approximation|quadratic approximation)(?: L\([a-z]\))?"
_BENDS = r"(?P<kind>increasing|decreasing|concave (?:up|down)(?:ward)?)"
_TABLE: tuple[tuple[str, Reader], ...] = (
    (rf"{FIND}? ?(?:natural |implied |maximal |largest possible |real )*domain(?: and write it)? {TO}", domain),
    (rf"{FIND} {_LINE}(?: {TO})? (?:{AT_POINT})", tangent),
    (rf"{FIND} {_LINE}(?: {TO})? (?:{AT_X})", tangent),
    (rf"{FIND} {_NEAR}(?: {TO})? (?:{AT_X})", tangent),
    (rf"{FIND} (?:slope|gradient) of (?:the )?(?:tangent(?: line)?|curve|graph)(?: {TO})? {AT_POINT}", slope),
    (rf"{FIND} (?:y'|dy/dx|\\d?frac\{{dy\}}\{{dx\}})(?: if| given that| for| by implicit differentiation| using "
     r"implicit differentiation| implicitly)?", curve),
    (rf"{FIND} (?:average|mean) value(?: of {F})? (?:{BETWEEN})", average_value),
    (rf"{FIND} (?:average|mean) rate of change(?: of {F})? (?:{BETWEEN})", average_rate),
    (r"(?:find|compute|write|evaluate|determine)(?: and simplify)? the difference quotient(?: (?:of|for) (?!h"
     r" ?=)[^,\\]*)?(?:,? \\d?frac ?\{ ?f\(x ?\+ ?h\) ?- ?f\(x\) ?\} ?\{ ?h ?\})?(?:,? (?:where )?h ?(?:\\ne|\\neq|≠)"
     r" ?0)?(?: and simplify)?", difference_quotient),
    (rf"(?:on what|on which|{FIND}) (?:open )?intervals?(?: on which| where| over which)?(?: is)? {F}(?: is)? "
     rf"(?:strictly )?{_BENDS}", monotony),
    (rf"(?:{FIND} )?where (?:is )?{F} (?:is )?(?:strictly )?{_BENDS}", monotony),
    (rf"{FIND} (?:open )?intervals? of (?P<kind>increase|decrease)(?: {TO})?", monotony),
    (rf"{FIND} [a-z][- ](?:coordinates?|values?) of (?:the |any |all |each )*(?:points? of inflection|inflection"
     rf" points?)(?: {TO})?", inflection),
    (rf"{FIND} (?:equation (?:of|for) )?(?:the )?(?:slope of (?:the )?|gradient of (?:the )?)?normal(?: line)?(?:"
     rf" {TO})? (?:{AT_POINT})", normal),
    (rf"{FIND} (?:equation (?:of|for) )?(?:the )?(?:slope of (?:the )?|gradient of (?:the )?)?normal(?: line)?(?:"
     rf" {TO})? (?:{AT_X})", normal),
    (rf"{FIND} (?:all )?(?:the )?(?:[a-z][- ](?:values?|coordinates?) )?(?:at which|where|of) {F} (?:has|have"
     rf"|attains) (?:an?|any|its)?"
     r" ?(?:local|relative) (?:extrem(?:a|um)|maxim(?:a|um) or minim(?:a|um)|extreme values?)", extremes),
    (rf"{FIND} (?:all )?(?:real )?(?:values?|numbers?)(?: of)? [a-z] (?:for which|that make|at which|where) {F}"
     rf" (?:is )?undefined", undefined),
    (rf"{FIND} (?:all )?(?:the )?vertical asymptotes?(?: {TO})?", undefined),
    (rf"{FIND} (?:particular )?antiderivative(?: F)?(?: of f(?:\(x\))?)?(?: F)? (?:that satisfies|satisfying|such that"
     r"|with|for which) F\((?P<a>[^()]+)\) ?= ?(?P<b>[^,]+)", primitive),
    (rf"{FIND} area of (?:the )?region bounded by (?P<curve>[^,]+?),? (?:and )?the x-axis,?(?: and| between)?(?: the)?"
     r" (?:vertical )?(?:lines )?x ?= ?(?P<a>[^,]+?),? (?:and|to) (?:x ?= ?)?(?P<b>[^,=]+)", region),
    (rf"{FIND} area (?:of the region )?(?:between|enclosed by|bounded by) (?:the )?(?:curve|graph)(?: of "
     r"(?:f|the function))? and the x-axis (?:from|between|for) (?:x ?= ?)?(?P<a>[^,]+?) (?:to|and) (?:x ?="
     r" ?)?(?P<b>[^,=]+)", region),
    (rf"{FIND} volume of the solid (?:obtained|formed|generated|that is formed) (?:by|when) (?:rotating|revolving) the"
     r" region under the (?:curve|graph)(?: of f)? from x ?= ?(?P<a>[^,]+?) to (?:x ?= ?)?(?P<b>[^,]+?) (?:about"
     r"|around) the x-axis", region),
    (rf"{FIND} unit vector (?:in|with) the (?:same )?direction(?: (?:of|as)(?: the(?: given)?)?(?: vector)?(?:"
     rf" (?:\\(?:mathbf|vec) ?\{{? ?)?(?P<name>[a-z])\}}?)?)?",
     unit_vector),
    (rf"{FIND} y-intercepts?(?: {TO})?", intercept),
    (r"(?:given that|if|suppose(?: that)?) (?:the|this)(?: quadratic)? equation has (?P<kind>(?:two (?:distinct"
     r"|different) real |two real (?=solutions)|no real |(?:two )?equal (?:real )?|(?:a )?repeated (?:real )?))"
     r"(?:roots?|solutions?), (?:find|determine|state)(?: the)?(?: possible| set of| set of possible| range of)?"
     r" ?values? of (?:the constant )?(?P<name>[a-z])", roots_by_parameter),
    (rf"{FIND} (?P<count>\d{{1,3}})(?:st|nd|rd|th) term(?: of (?:the|this) sequence)?", nth_term),
    (rf"{FIND} horizontal asymptotes?(?: {TO})?", asymptote),
    (rf"{FIND} (?P<side>left|right)[- ]hand limit and the (?:left|right)[- ]hand limit(?: {TO})?,? as (?P<name>[a-z])"
     r" ?(?:approaches|tends to|goes to|->|\to) ?(?P<a>[^,]+)", one_sided),
    (rf"{FIND} (?:(?:the )?(?:both|two) )?(?P<side>one)-sided limits(?: {TO})?,? (?:as (?P<name>[a-z])"
     r" ?(?:approaches|tends to|goes to|->|\\to)|at (?P<at>[a-z]) ?=) ?(?P<a>[^,]+)", one_sided),
    (rf"{FIND} (?:value of )?[fgh]\^\{{?-1\}}? ?\((?P<a>[^()]+)\)", preimage),
    (rf"{FIND} remainder (?:when|if) (?:the polynomial|the expression|it|[fpPg]\([a-z]\)|this polynomial|this) is"
     r" divided by (?P<a>.+)", remainder),
    (r"(?:for (?:what|which)|find the|find all|determine the|state the)(?: range of| set of)? values? of (?:the "
     r"(?:constant|parameter) )?(?P<name>[a-z]) (?:does|for which|such that|will|so that)(?: the| this)?(?:"
     r" quadratic)?(?: equation)?(?: has| have)? ?(?:have |has )?(?P<kind>(?:two (?:distinct|different) real |two real"
     r" (?=solutions)|no real |(?:two )?equal (?:real )?|(?:a )?repeated (?:real )?|(?:exactly )?one (?:real )?|real"
     r" ))(?:roots?|solutions?)", roots_by_parameter),
    (rf"{FIND} first (?P<count>{'|'.join(COUNTS)}|[1-8]) terms(?: of (?:the|this) sequence)?", first_terms),
    (r"(?:find|determine|write|calculate|compute|evaluate|work out|give|state)(?: the)?(?: values? of)?"
     r" (?P<letter>[a-z])_\{?(?P<a>\d{1,3})\}?", term_of),
    (rf"{FIND} limit of (?:the|this) sequence(?:,? if it (?:exists|converges))?", sequence_limit),
    (rf"{FIND} (?:derivative(?: of [A-Za-z]\(x\)| of the (?:following )?(?:function(?: [A-Za-z](?:\(x\))?)?"
     r"|integral))?|[A-Za-z]'\(x\)|dy/dx)|differentiate(?: (?:the function|the integral|[A-Z](?:\(x\))?))?(?: with"
     r" respect to x)?|use (?:the )?(?:part 1 of )?(?:the )?fundamental theorem of calculus to find (?:the derivative"
     r"(?: of the function)?|[A-Za-z]'\(x\))", accumulated),
    (rf"{FIND} (?P<name>[a-zA-Z])_\{{?(?P<index>[a-z]+)\}}? ?\((?P<a>[^()]+)\)", partial_at),
)  # fmt: skip
_SENTENCES = tuple(
    (re.compile(pattern, re.IGNORECASE), reader)
    for pattern, reader in ((PATTERN, slope_by_parameter), *_TABLE, *((one, of_solutions) for one in PATTERNS))
)
_FURTHER = (
    *(*SENTENCES, *ENCLOSING, *SOLIDS, *SURFACES, *FIELDS, *POINTS, *EXTREMES, *GRAPHS, *VECTORS, *KINDS),
    *(*GRADIENTS, *MANY_INTEGRALS, *DENSITIES, *CONDITIONS, *POWER_SERIES),
)
