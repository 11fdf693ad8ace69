"""The shapes of school geometry: what each measure is, made from the few that a shape is known by."""

from __future__ import annotations

_TABLE = """
circle: r; diameter = 2*r; circumference|perimeter = 2*pi*r; area = pi*r^2
sphere|ball: r; diameter = 2*r; volume = 4/3*pi*r^3; surface area|total surface area = 4*pi*r^2
hemisphere: r; diameter = 2*r; volume = 2/3*pi*r^3; curved surface area = 2*pi*r^2; total surface area = 3*pi*r^2
cylinder: r, h; diameter = 2*r; volume = pi*r^2*h; curved surface area|lateral surface area|lateral area = 2*pi*r*h;
  total surface area = 2*pi*r*(r+h); base area = pi*r^2
cone: r, h; diameter = 2*r; slant height^2 = r^2+h^2; volume = pi*r^2*h/3; base area = pi*r^2;
  curved surface area|lateral surface area|lateral area^2 = pi^2*r^2*(r^2+h^2)
cube: a; volume = a^3; surface area|total surface area = 6*a^2; face diagonal^2 = 2*a^2;
  diagonal|space diagonal|body diagonal^2 = 3*a^2
square: a; area = a^2; perimeter = 4*a; diagonal^2 = 2*a^2
rectangle: l, w; area = l*w; perimeter = 2*(l+w); diagonal^2 = l^2+w^2
cuboid|rectangular prism|rectangular box: l, w, h; volume = l*w*h;
  surface area|total surface area = 2*(l*w+w*h+l*h); diagonal^2 = l^2+w^2+h^2
triangle: b, h; area = b*h/2
equilateral triangle: a; perimeter = 3*a; area^2 = 3*a^4/16; height^2 = 3*a^2/4
trapezium|trapezoid: a, b, h; area = (a+b)*h/2
parallelogram: b, h; area = b*h
rhombus|kite: p, q; area = p*q/2
sector: r, t; area = t*pi*r^2/360; arc length = t*pi*r/180
"""
_OF_LETTERS = {
    "r": "radius|base radius",
    "h": "height|perpendicular height|vertical height|altitude",
    "a": "edge|side|edge length|side length|length of side|length of edge",
    "l": "length",
    "w": "width|breadth",
    "b": "base|base length",
    "t": "angle|central angle",
}
"""What a shape is known by; two sides of a trapezium and two diagonals are named together."""
PAIRS = {"trapezium": ("a", "b", "parallel sides"), "rhombus": ("p", "q", "diagonals")}
SHAPED = {
    "circular": "circle",
    "spherical": "sphere",
    "hemispherical": "hemisphere",
    "cylindrical": "cylinder",
    "conical": "cone",
    "cubical": "cube",
    "cubic box": "cube",
    "rectangular": "rectangle",
    "triangular": "triangle",
}
"""The shape of what is described by a word."""


class Shape:
    """A shape and its measures.

    Args:
        names: the nouns for it.
        base: the letters that it is known by.
        made: each noun for a measure, with its exponent and what this power of it is.
    """

    def __init__(self, line: str) -> None:
        names, _, rest = line.partition(":")
        base, *made = [one.strip() for one in rest.split(";") if one.strip()]
        self.names = names.strip().split("|")
        self.base = base.split(", ")
        self.made: dict[str, tuple[int, str]] = {}
        for one in made:
            nouns, _, said = one.partition(" = ")
            nouns, _, power = nouns.partition("^")
            self.made |= dict.fromkeys(nouns.split("|"), (int(power or 1), said))
        for letter in self.base:
            self.made |= dict.fromkeys(_OF_LETTERS.get(letter, "?").split("|"), (1, letter))
        self.made.pop("?", None)


SHAPES = tuple(Shape(one) for one in _TABLE.strip().replace(";\n  ", "; ").splitlines())
IN_RADIANS = Shape("sector: r, t; area = t*r^2/2; arc length = t*r")
"""A sector, if the printed formula has its angle in radians."""
