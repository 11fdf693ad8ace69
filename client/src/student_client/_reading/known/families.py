"""All families of questions that known formulas answer."""

from __future__ import annotations

from . import angles, chances, in_plane, polynomials_told, progressions, waves, whole_numbers
from .family import Family

FAMILIES: tuple[Family, ...] = (
    *(*in_plane.FAMILIES, *waves.FAMILIES, *polynomials_told.FAMILIES, *progressions.FAMILIES),
    *(*whole_numbers.FAMILIES, *angles.FAMILIES, *chances.FAMILIES),
)
