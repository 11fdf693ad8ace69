"""All families of questions that known formulas answer."""

from __future__ import annotations

from . import (
    angles,
    chances,
    constrained,
    convergence,
    estimates,
    events,
    in_plane,
    iterations,
    lettered_matrices,
    linear_told,
    many_integrals,
    one_constant,
    one_letter,
    paths_told,
    planes,
    polar_points,
    polynomials_told,
    progressions,
    ranges,
    recurrences,
    regions_told,
    slopes,
    slopes_in_space,
    tables,
    told_numbers,
    vector_calculus,
    waves,
    whole_numbers,
)
from .family import Family

FAMILIES: tuple[Family, ...] = (
    *(*in_plane.FAMILIES, *waves.FAMILIES, *polynomials_told.FAMILIES, *progressions.FAMILIES),
    *(*whole_numbers.FAMILIES, *angles.FAMILIES, *chances.FAMILIES),
    *(
        *vector_calculus.FAMILIES,
        *one_letter.FAMILIES,
        *estimates.FAMILIES,
        *iterations.FAMILIES,
        *one_constant.FAMILIES,
        *convergence.FAMILIES,
        *many_integrals.FAMILIES,
    ),
    *(*tables.FAMILIES, *slopes.FAMILIES, *told_numbers.FAMILIES),
    *(*regions_told.FAMILIES, *paths_told.FAMILIES, *slopes_in_space.FAMILIES, *recurrences.FAMILIES),
    *(*lettered_matrices.FAMILIES, *polar_points.FAMILIES, *ranges.FAMILIES, *events.FAMILIES),
    *(*constrained.FAMILIES, *planes.FAMILIES, *linear_told.FAMILIES),
)
