"""A measure of one shape is made from the others that the words give, unless they say more."""

from __future__ import annotations

import re

import pytest
from student_client._reading.concepts.measures import by_measures
from student_client._reading.statement import NotRead

MADE = r"""
A cylinder has radius 4 cm and height 9 cm. What is its volume in terms of π?
    V = \pi r^2 h ; V,r,h ; Find the value. ; \operatorname{story}(pi*4^2*9)
A cone has a base radius of 5 m and a height of 12 m. Find its volume to one decimal place.
    V = \frac{1}{3}\pi r^2 h ; V,r,h ; Find the value, rounded to 1 decimal places. ; \operatorname{story}(pi*5^2*12/3)
The area of a circle is 49π square inches. Find its radius.
    A = \pi r^2 ; A,r ; Find the value. ; \operatorname{story}(sqrt(49*pi/pi))
A trapezium has parallel sides 7 cm and 11 cm and height 6 cm. Calculate its area.
    A = \frac{1}{2}(a+b)h ; A,a,b,h ; Find the value. ; \operatorname{story}((7 + 11)*6/2)
The edge of a cube is 7 cm. Find its surface area.
    S = 6a^2 ; S,a ; Find the value. ; \operatorname{story}(6*7^2)
A rectangle's perimeter is 46 cm and its length is 15 cm. Find its width.
    P = 2l + 2w ; P,l,w ; Find the value. ; \operatorname{story}((46 - 2*15)/2)
If a cube's surface area is 294 cm², what is its volume?
    S = 6a^2 ; S,a ; Find the value. ; \operatorname{story}(sqrt(294/6)^3)
A cone has radius 6 cm and slant height 10 cm. Find its volume in terms of π.
    V = \frac{1}{3}\pi r^2 h ; V,r,h ; Find the value. ; \operatorname{story}(pi*6^2*sqrt(10^2 - 6^2)/3)
the diagonal of a square is 8√2. how do u get the perimeter
    d = s\sqrt{2} ; d,s ; Find the value. ; \operatorname{story}(4*sqrt((8*sqrt(2))^2/2))
Find the volume of a sphere with a diameter of 12 cm. Leave your answer in terms of π.
    V = \frac{4}{3}\pi r^3 ; V,r ; Find the value. ; \operatorname{story}(4/3*pi*(12/2)^3)
The circumference of a circle is 10π cm. What is the area of the circle?
    C = 2\pi r ; C,r ; Find the value. ; \operatorname{story}(pi*(10*pi/(2*pi))^2)
A rectangular garden is 12 m long and 7 m wide. Find its perimeter.
    P = 2(l + w) ; P,l,w ; Find the value. ; \operatorname{story}(2*(12 + 7))
The volume of a cylinder is 200π cm³ and its radius is 5 cm. Find its height.
    V = \pi r^2 h ; V,r,h ; Find the value. ; \operatorname{story}(200*pi/(pi*5^2))
Calculate the total surface area of a closed cylinder of radius 3 cm and height 8 cm.
    A = 2\pi r^2 + 2\pi r h ; A,r,h ; Find the value. ; \operatorname{story}(2*pi*3*(3 + 8))
"""
NOT_READ = r"""
A cone of radius 6 cm and height 10 cm is filled to half its height. Find its volume. ; V = \frac{1}{3}\pi r^2 h ; V,r,h
A cylinder has radius 6 cm and height 10 cm. Find its volume. ; V = \frac{1}{3}\pi r^2 h ; V,r,h
A cone has diameter 6 cm and height 10 cm and slant height 11 cm. Find its volume. ; V = \frac{1}{3}\pi r^2 h ; V,r,h
A sphere of radius 3 cm is melted and recast into a cone. Find its volume. ; V = \frac{4}{3}\pi r^3 ; V,r
A cube has an edge of 4 cm. Find its volume after 1 cm is cut off each edge. ; V = a^3 ; V,a
A cube of side 4 cm is painted. What is the volume of the cube? ; V = a^3 ; V,a
A rectangle has length 12 cm and perimeter 20 m. Find its width. ; P = 2l+2w ; P,l,w
Two cubes each have an edge of 3 cm. Find the volume. ; V = a^3 ; V,a
The radius of a sphere is 3 cm more than 2 cm. Find its volume. ; V = \frac{4}{3}\pi r^3 ; V,r
The radius of a sphere is twice 2 cm. Find its volume. ; V = \frac{4}{3}\pi r^3 ; V,r
"""


@pytest.mark.parametrize("problem", re.findall(r"^(?=\S).+\n    .+$", MADE, re.MULTILINE))
def test_by_measures_makes(problem: str) -> None:
    objective, printed = problem.split("\n    ")
    expression, names, words, made = printed.split(" ; ")
    assert by_measures(objective, expression, names.split(",")) == (words, made)


@pytest.mark.parametrize("line", NOT_READ.strip().splitlines())
def test_by_measures_refuses(line: str) -> None:
    objective, expression, names = line.split(" ; ")
    with pytest.raises(NotRead):
        by_measures(objective, expression, names.split(","))
