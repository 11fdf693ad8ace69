"""The kinds of printed expressions, each with all its names."""

from __future__ import annotations

THINGS: dict[str, str] = {
    "function": r"(?:(?:piecewise(?:-defined)?|differentiable|polynomial|rational|trigonometric|exponential"
    r"|logarithmic|composite|quadratic|cubic|real-valued) )?functions?|(?:(?:the|this|a|its|whose) )graphs?|curves?"
    r"|parabola|folium(?: of descartes)?|lemniscate|astroid",
    "algebra": r"(?:algebraic|rational|surd|numerical|factored|indicated|trigonometric|logarithmic|radical|exponential"
    r"|polynomial|quadratic|complex) (?:expressions?|fractions?)|(?:algebraic )?fractions?|polynomials?|quadratics?"
    r"|trinomials?|binomials?|cubics?|quartics?|products?|perfect square(?: trinomial)?|(?:difference|sum) of (?:two"
    r" )?(?:squares|cubes)|radicals?|surds?",
    "equation": r"(?:(?:quadratic|cubic|quartic|biquadratic|modulus|surd|irrational|fractional|algebraic|indicial"
    r"|rational|radical|exponential|logarithmic|trigonometric|trig|polynomial|linear|absolute[- ]value|literal|simple"
    r"|simple[- ]interest|given) )?(?:equations?|formulas?)",
    "inequality": r"(?:pair|set|system) of inequalities|(?:(?:quadratic|rational|linear|polynomial|absolute[- ]value"
    r"|compound|double) )?inequalit(?:y|ies)",
    "system": r"(?:three )?planes|(?:linear |nonlinear |simultaneous )*systems?(?: of (?:two |three |linear |nonlinear "
    r"|simultaneous )*equations)?"
    r"|(?:linear )?simultaneous (?:linear )?equations|pair of (?:simultaneous |linear )*equations"
    r"|(?:(?:the|these) )?(?:two|both) (?:straight )?(?:lines|curves|circles|parabolas|graphs|equations|functions)"
    r"|(?:straight )?lines?|circles?|ellipses?|hyperbolas?|parabolas?|curves?|(?:(?:the|these) )graphs|equations",
    "matrix": r"(?:(?:two|square|\d ?(?:x|by|\\times) ?\d|(?:non-?)?singular|invertible|(?:skew-)?symmetric"
    r"|(?:upper |lower )?triangular|diagonal|real|complex|transition|orthogonal|whole|entire|rectangular|numerical"
    r") )*(?:linear (?:transformations?|maps?|mappings?|operators?)(?: (?:with|whose|represented by|given by|defined"
    r" by|that has)(?: the| this| following| standard| given)* matrix)?|matri(?:x|ces)(?: (?:defined|given) by the"
    r" (?:following )?product| that results from this product| product)?)",
    "vectors": r"(?:(?:set|pair|list|collection) of )?(?:two |three |following |given |column )*(?:vectors?|arrows?)",
    "series": r"(?:infinite |geometric |arithmetic |telescoping |alternating |finite )*series",
    "sequence": r"(?:arithmetic |geometric )?sequences?",
    "number": r"(?:(?:pair of|two|these|real) )*(?:numbers?|integers?)(?! of)",
    "statement": r"statements?|claims?|inequalit(?:y|ies)|equations?|equalit(?:y|ies)|identit(?:y|ies)|numbers?(?! of)",
    "lines": r"(?:(?:two|pair of) )*(?:straight )?lines?(?: whose equations are (?:given|shown))?|graphs of (?:the"
    r"|these) (?:two )?equations",
    "ode": r"(?:(?:first|second)[- ]order )?(?:(?:linear|separable|ordinary|exact|autonomous|bernoulli(?:'s)?|riccati"
    r"|non-?homogeneous|inhomogeneous|cauchy-euler|euler|logistic|(?:first|second)[- ]order) )*(?:differential"
    r" equations?|odes?|d\.e\.|equations?)",
}
