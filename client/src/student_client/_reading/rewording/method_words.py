"""Words of methods of calculation, which name a way and not the question."""

from __future__ import annotations

import re

_METHOD_WORDS = """
    a an the of and or to your any with for in one this both definition definitions derivative derivatives
    limit limits rule rules chain product quotient power sum difference constant multiple theorem theorems
    fundamental calculus part first second binomial pascal's triangle factor remainder rational
    zero zeros root roots quadratic formula formulas formulae completing square squares factoring
    factorisation factorization factorising grouping substitution elimination gaussian gauss jordan gauss-
    row reduction operations cramer's inverse matrix matrices method methods augmented cofactor cofactors
    expansion minors sarrus laws law properties property logarithm logarithms log logs exponent exponents indices
    identity identities pythagorean double half compound angle addition trig trigonometric trigonometry integration
    parts by u-substitution u-sub appropriate suitable partial fraction fractions decomposition tabular l'hopital
    l'hopital's l'hospital l'hospital's lhopital's squeeze sandwich implicit logarithmic differentiation
    separation variables separable integrating undetermined coefficients characteristic auxiliary equation
    synthetic long division polynomial distributive foil conjugate conjugates rationalizing rationalising
    numerator denominator algebra algebraic algebraically technique techniques principles basic known
    standard symmetry de moivre's product-to-sum sum-to-product making change reverse direct inspection unit
    circle special right triangles reference angles choice own manipulation manipulations separating
    rewriting form it cancelling canceling common terms simplifying expanding hand diagonal
    graphing graphically process four-step three-step back-substitution disk disks disc washer washers shell shells
    cylindrical analytically twice ftc coefficient test
"""
_METHOD = frozenset(_METHOD_WORDS.split())
_BESIDE_WORDS = "a an the of and or to your any with for in one this both by first second it own basic known"
_BESIDE = frozenset(_BESIDE_WORDS.split())
"""Small words that are not a method by themselves."""
_PART = re.compile(r"\bpart (?:1|2|i|ii|one|two)\b")

APPROXIMATES = re.compile(
    r"\b(?:tangent|power|taylor|maclaurin|newton|euler|secant)(?:'s)?(?: series| polynomial)? (?:methods?|techniques?)"
    r"|\bmethods? of (?:tangents|powers|taylor|newton|euler)",
    re.IGNORECASE,
)
"""Methods whose result is not exact, though each of their words is one of exact methods too."""


def is_method(words: str) -> bool:
    """Return whether all words name a method of calculation.

    >>> is_method("the chain rule"), is_method("part 1 of the fundamental theorem"), is_method("limits 1 and 2")
    (True, True, False)
    """
    low = _PART.sub("part", words.lower().replace("ô", "o").replace("\u2019", "'"))
    said = re.findall(r"[a-z0-9'-]+", low)
    named = any(word not in _BESIDE for word in said) and ("remainder" not in said or "theorem" in said)
    if APPROXIMATES.search(low):
        return False
    return named and all(word in _METHOD for word in said) and not re.search(r"[^a-z0-9' ,()-]", low)


def is_word(word: str) -> bool:
    """Return whether a word in small letters is one of those that name methods.

    >>> is_word("conjugate"), is_word("kitchen")
    (True, False)
    """
    return word in _METHOD


_NAMED_WAY = re.compile(
    r"\b(?:[a-z'-]+ ){1,3}(?:rules?|tests?|formulas?|formulae|theorems?|identit(?:y|ies)|laws?|methods?|principles"
    r"|substitution|definition|differentiation|expansion|series|division)\b|\b(?:definition|laws?|rules|properties) of"
    r" (?:(?:the|an?) )?[a-z]+|\b(?:sum|difference) of (?:two )?(?:squares|cubes)|\bsquares? roots? of both"
)
_RESULT = re.compile(
    r"\b(?:first|second|inverse|derivatives?|zeros?|roots?|products?|quotients?|sum|difference|form|limits?|terms?"
    r"|powers?|logarithmic)\b"
)


def is_way(words: str) -> bool:
    """Return whether words name a method of calculation, and nothing that could be asked itself.

    >>> is_way("the second derivative test"), is_way("the second derivative"), is_way("the inverse")
    (True, False, False)
    """
    return is_method(words) and not _RESULT.search(_NAMED_WAY.sub(" ", words.lower()))
