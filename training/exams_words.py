"""The words of further kinds of exam questions, as data; see exams.py."""

from __future__ import annotations

from training.phrasing import tailed
from training.wordings import phrases

SLOTS = {
    "subject": phrases(
        """make {q}{v} the subject|make {q}{v} the subject of the formula|solve for {q}{v}|rearrange for {q}{v}|
        solve the formula for {q}{v}|rearrange the formula to make {v} the subject|solve the equation for {q}{v}|
        rearrange to make {q}{v} the subject|express {v} in terms of the other letters|find {q}{v}|
        change the subject of the formula to {v}|solve the literal equation for {v}|isolate {v}|
        solve for the variable {v}|solve for the indicated variable {v}|rearrange the formula for {q}{v}|
        rearrange the equation to find {q}{v}|get {v} by itself|write {v} in terms of the other variables|
        transpose the formula for {v}|use the formula to find an expression for {q}{v}"""
    ),
    "assume": tailed(
        """|||||||. Assume that all letters are positive|, assuming all variables are positive|
        . All letters are positive|. All other letters are constants|, where all letters stand for positive numbers"""
    ),
    "terms": tailed("|||in terms of {t}|in terms of {t}|, giving your answer in terms of {t}|as a function of {t}"),
    "eq": phrases("the quadratic equation|the equation|the quadratic|the equation below|the given quadratic equation"),
}
SUBJECT = phrases("<subject><assume>")
QUANTITIES = {
    "V": "voltage|volume|node voltage",
    "m": "mass|slope",
    "a": "acceleration",
    "R": "resistance",
    "t": "time",
    "h": "height",
    "r": "radius|rate|interest rate",
    "v": "velocity|speed",
    "I": "current",
    "F": "force",
    "C": "Celsius temperature|capacitance",
    "T": "temperature|period|tension",
    "P": "pressure|principal|power",
    "L": "length|inductance",
    "n": "number n of moles",
    "E": "energy",
    "b": "base",
    "w": "width",
    "l": "length",
    "d": "distance",
    "A": "area",
}
FORMULAS = (
    ("F = m a", "Eq(F,m*a)"),
    ("V = I R", "Eq(V,I*R)"),
    (r"F = \frac{9}{5}C + 32", "Eq(F,9/5*C+32)"),
    (r"C = \frac{5}{9}(F - 32)", "Eq(C,5/9*(F-32))"),
    ("v = u + at", "Eq(v,u+a*t)"),
    (r"s = ut + \frac{1}{2}at^2", "Eq(s,u*t+1/2*a*t**2)"),
    ("v^2 = u^2 + 2as", "Eq(v**2,u**2+2*a*s)"),
    ("A = P(1 + rt)", "Eq(A,P*(1+r*t))"),
    ("I = Prt", "Eq(I,P*r*t)"),
    (r"V = \frac{1}{3} \pi r^2 h", "Eq(V,1/3*pi*r**2*h)"),
    (r"V = \pi r^2 h", "Eq(V,pi*r**2*h)"),
    (r"V = \frac{4}{3}\pi r^3", "Eq(V,4/3*pi*r**3)"),
    (r"A = \frac{1}{2}bh", "Eq(A,1/2*b*h)"),
    (r"A = \frac{1}{2}(a + b)h", "Eq(A,1/2*(a+b)*h)"),
    (r"A = \frac{h}{2}(a+b)", "Eq(A,h/2*(a+b))"),
    (r"P = 2l + 2w", "Eq(P,2*l+2*w)"),
    (r"E = \frac{1}{2}mv^2", "Eq(E,1/2*m*v**2)"),
    (r"E = mc^2", "Eq(E,m*c**2)"),
    (r"T = 2\pi\sqrt{\frac{L}{g}}", "Eq(T,2*pi*sqrt(L/g))"),
    (r"T = 2\pi\sqrt{\frac{m}{k}}", "Eq(T,2*pi*sqrt(m/k))"),
    (r"\frac{1}{f} = \frac{1}{u} + \frac{1}{v}", "Eq(1/f,1/u+1/v)"),
    (r"\frac{1}{R} = \frac{1}{R_1} + \frac{1}{R_2}", "Eq(1/R,1/R_1+1/R_2)"),
    (r"\frac{P_1 V_1}{T_1} = \frac{P_2 V_2}{T_2}", "Eq(P_1*V_1/T_1,P_2*V_2/T_2)"),
    ("PV = nRT", "Eq(P*V,n*R*T)"),
    (r"F = \frac{G m_1 m_2}{r^2}", "Eq(F,G*m_1*m_2/(r**2))"),
    (r"P = \frac{V^2}{R}", "Eq(P,V**2/R)"),
    ("P = I^2 R", "Eq(P,I**2*R)"),
    ("y = mx + c", "Eq(y,m*x+c)"),
    ("y = mx + b", "Eq(y,m*x+b)"),
    ("ax + by = c", "Eq(a*x+b*y,c)"),
    (r"S = \frac{n}{2}(a + l)", "Eq(S,n/2*(a+l))"),
    (r"S = \frac{a}{1 - r}", "Eq(S,a/(1-r))"),
    (r"d = \frac{m}{V}", "Eq(d,m/V)"),
    (r"\rho = \frac{m}{V}", "Eq(rho,m/V)"),
    (r"v = \frac{d}{t}", "Eq(v,d/t)"),
    (r"C = 2\pi r", "Eq(C,2*pi*r)"),
    ("S = 2\\pi r^2 + 2\\pi rh", "Eq(S,2*pi*r**2+2*pi*r*h)"),
    (r"z = \frac{x - m}{s}", "Eq(z,(x-m)/s)"),
    (r"A = P e^{rt}", "Eq(A,P*exp(r*t))"),
    (r"N = N_0 e^{-kt}", "Eq(N,N_0*exp(-k*t))"),
)
LINEAR_CIRCUIT = phrases(
    """find the mesh currents {u}|determine the node voltages {u}|find the currents {u}|find {u}|solve for {u}|
    solve the mesh equations for {u}|calculate the voltages {u}|find the unknown currents {u}"""
)
DISCRIMINANT = {
    "=": phrases(
        """find the values of {k} for which <eq> has equal roots|what value of {k} makes <eq> have equal roots?|
        for which {k} does <eq> have exactly one solution?|find {k} if <eq> has a repeated root|
        find the value of {k} so that <eq> has a double root|<eq> has equal roots. Find {k}|
        find the possible values of {k} if <eq> has two equal roots|for what values of {k} has <eq> one real root?|
        given that <eq> has equal roots, find the possible values of {k}"""
    ),
    ">": phrases(
        """find the range of values of {k} for which <eq> has two distinct real roots|
        find the set of values of {k} for which <eq> has two different real roots|
        for which {k} does <eq> have two real solutions?|<eq> has two distinct real roots. Find the range of {k}|
        find the values of {k} for which <eq> has two distinct real solutions"""
    ),
    "<": phrases(
        """find the range of values of {k} for which <eq> has no real roots|
        find the set of values of {k} for which <eq> has no real roots|for which {k} does <eq> have no real solution?|
        <eq> has no real roots. Find the range of values of {k}|for what values of {k} are the roots complex?"""
    ),
    ">=": phrases(
        """find the range of values of {k} for which <eq> has real roots|
        find the set of values of {k} for which the roots of <eq> are real|for which {k} are the roots real?"""
    ),
}
PARAMETRIC = phrases(
    """find dy/dx<terms>|find dy/dx<terms>|find \\frac{{dy}}{{dx}}<terms>|compute dy/dx<terms>|
    a curve has the parametric equations below. Find dy/dx<terms>|find the derivative dy/dx<terms>|
    find an expression for dy/dx<terms>|find dy/dx for the parametric curve<terms>|
    a curve is given parametrically. Find dy/dx<terms>|find the gradient of the curve<terms>|
    the curve C has parametric equations as given. Find \\frac{{dy}}{{dx}}<terms>|
    find the slope of the parametric curve<terms>|given {e}, find dy/dx<terms>|if {e}, find dy/dx|
    a curve is given by {e}. Find dy/dx<terms>"""
)
PARAMETRIC_AT = phrases(
    """find dy/dx at {t} = {a}|find the slope of the curve at {t} = {a}|find the gradient when {t} = {a}|
    find the slope of the tangent line to the parametric curve at {t} = {a}|
    find the gradient of the curve at the point where {t} = {a}|evaluate dy/dx at {t} = {a}"""
)
DOUBLE = phrases(
    """evaluate the double integral|evaluate the iterated integral|calculate the double integral|evaluate|compute|
    find the value of the double integral|calculate the iterated integral|evaluate the integral|double integral|
    integrate first with respect to {f}, then {v}|work out the double integral|compute the iterated integral|find"""
)
SURFACE = phrases(
    """find all critical points of {c}|find the critical points|find the critical points of {c}({v}, {f})|
    find the stationary points of the function|find all critical points of the function|
    find the stationary points of the surface|find all points where both partial derivatives are zero|
    find all points where both first partial derivatives are zero|find the points where the gradient is zero|
    at which points do both partial derivatives vanish?|determine the critical points of the function of two variables|
    find the stationary points of {c}|find the points where the tangent plane is horizontal"""
)
ENDLESS = phrases(
    """find the sum|find the sum of the series|find the sum of the infinite series|what does the series add up to?|
    find the sum to infinity|evaluate the infinite series|what is the sum of this series?|
    find the sum of the infinite geometric series|calculate the sum of the geometric series|sum the series|
    what does the infinite series {e} add up to?|find the sum of the series {e}|find {e}"""
)
ENDING = phrases(
    """find the sum|find the sum of the series|evaluate the sum|calculate the sum|what is the sum?|add these numbers|
    find the sum of the arithmetic series|evaluate the sum of the arithmetic series|work out the sum|
    what is the sum {e}?|calculate the sum {e}|find {e}|compute the sum {e}|find the value of the sum"""
)
DISTANCE = phrases(
    """find the distance between the points|find the distance between the points {p} and {q}|
    find the distance between the two points|what is the distance between {p} and {q}?|distance between the points|
    calculate the length of the line segment joining the points|find the distance from {p} to {q}|
    how far apart are the points?|find the exact distance between the two points|find the length of the segment"""
)
SLOPE = phrases(
    """find the slope of the line through the points|find the slope of the line that passes through the given points|
    find the gradient of the line joining the points|what is the slope of the line through {p} and {q}?|
    find the gradient of the line through {p} and {q}|find the slope of the line through {p} and {q}|
    calculate the gradient of the line segment|slope of the line through the two points"""
)
ANTIDERIVED = phrases(
    """find {c}({v}) if {d} = {e} and {c}({a}) = {b}|given that {d} = {e} and {c}({a}) = {b}, find {c}({v})|
    find {c}({v})|solve the initial value problem|find {c}|find the function {c} with {c}({a}) = {b}|
    find {c}({v}), given that {c}({a}) = {b}|find the particular antiderivative with {c}({a}) = {b}|
    find the function {c} that satisfies the given conditions|
    the derivative of {c} is given and {c}({a}) = {b}. Find {c}|
    find the equation of the curve|the curve passes through ({a}, {b}). Find its equation|
    the gradient of a curve is given and it passes through ({a}, {b}). Find y in terms of {v}|
    the gradient function of a curve is {e} and the curve passes through ({a}, {b}). Find the equation of the curve|
    given that y = {b} when {v} = {a}, find y in terms of {v}|find y in terms of {v}, given that y = {b} when {v} = {a}|
    find the particular solution for which y = {b} when {v} = {a}|
    given that {d} = {e} and that y = {b} when {v} = {a}, find y in terms of {v}"""
)
ROOTS = {
    "sum": phrases(
        """find the sum of the roots|find the sum of the roots of the equation|the sum of the roots is|
        what is the sum of the solutions?|find the sum of all solutions of the equation|sum of the roots"""
    ),
    "product": phrases(
        """find the product of the roots|find the product of the roots of the equation|product of the roots|
        what is the product of the solutions?|find the product of all roots of the equation"""
    ),
}
ROUNDED = phrases(
    """solve the equation, correct to {d} significant figures|solve for {v}, correct to {d} significant figures|
    find {v}, correct to {d} significant figures|solve. Give your answer to {d} significant figures|
    find {v} to {d} significant figures|solve the equation. Give the answer to {d} significant figures"""
)
ANGLE = phrases(
    """find the angle between the vectors|find the exact angle between the vectors in radians|
    find the angle between the vectors {p} and {q}|calculate the angle between the two vectors|
    find the angle between {p} and {q} in radians|determine the angle between the vectors"""
)
