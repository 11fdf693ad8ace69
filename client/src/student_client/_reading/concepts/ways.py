"""The ways to an answer that a question may name: rules, tests, substitutions."""

from __future__ import annotations

BY = (
    r"(?:by(?: means of| calculating| considering| making| first)?|us(?:e|ing)|with|appl(?:y|ying)|via|through"
    r"|try(?:ing)?"
    r"|remember|recall|hint:?|from|method(?: of)?|take|clear(?:ing)?|isolat(?:e|ing)|multiply(?:ing)? by"
    r"|factor(?:ing)?)"
    r"(?: (?:the|an?|any|some|suitable|appropriate|given|both|method of|techniques? of|value of|one|each|single"
    r"|all|out"
    r"|natural|elementary))*"
)
"""Words of which one stands before a way."""
WAYS: dict[str, str] = {
    "derivative": r"(?:(?:chain|product|quotient|power|sum|constant multiple) (?:rule )?(?:and )?)+rules?"
    r"|(?:implicit|logarithmic) differentiation|rules? of differentiation|differentiation rules?|(?:limit"
    r" )?definition(?:"
    r" of (?:the|a) derivative)?|first principles|or any other method(?: you like)?",
    "integral": r"integration by parts|parts|(?:trigonometric |[uw]-)?substitutions?|partial fractions|completing the"
    r" square|(?:fundamental )?theorem(?: of calculus)?|(?:trigonometric )?identit(?:y|ies)|long division|symmetry"
    r"|resolving the integrand into partial fractions",
    "limit": r"l'?h(?:[oô]|os)pital'?s?(?: rule)?(?:,? \(?(?:twice|repeatedly)\)?)?(?: as often as (?:needed"
    r"|necessary))?(?: to the indeterminate form(?: \\[dt]?frac ?\{0\} ?\{0\}| 0/0)?)?"
    r"|(?:squeeze|sandwich) theorem|conjugates?|factoring|rationali[sz]ing|highest power(?: in the denominator)?",
    "equation": r"factoring|factori[sz]ing|factori[sz]ation|quadratic formula|completing the square|substitution"
    r"|logarithms?(?: (?:of|on) both sides)?|(?:laws?|properties) of logarithms|square both sides|squaring(?:"
    r" both sides)?|both sides"
    r"|denominators?|fractions?|brackets|radicals?|cross[- ]multiplication|inspection",
    "system": r"elimination|substitution|gaussian elimination|cramer's rule|matrices|comparison",
    "inequality": r"sign (?:chart|table|diagram|analysis)|critical points?|test points?|number line",
    "notation": r"(?:in |using )?(?:interval|set) notation",
    "sum": r"partial fractions|telescoping|(?:geometric )?(?:series )?formula|properties of (?:sums|summation)",
    "ode": r"integrating factors?|separation of variables|separating(?: the)? variables?|(?:characteristic|auxiliary)"
    r" equation|(?:method of )?undetermined coefficients|variation of parameters",
    "matrix": r"row (?:operations?|reduction)|(?:cofactor|laplace) expansion|cofactors?|gauss(?:-jordan|ian)?"
    r" elimination|gauss-jordan|determinant|characteristic (?:equation|polynomial)|rule of sarrus|sarrus(?:' rule)?"
    r"|adjugate|as few [a-z]+ as possible|expanding(?: along (?:a|the) (?:first )?(?:row|column))?",
    "series": r"(?:ratio|root|comparison|limit comparison|integral|p-series|divergence|nth[- ]term"
    r"|cauchy) tests?",
    "discriminant": r"discriminant",
}
"""The ways to an answer, which are not things to be found: each must follow a word such as "using"."""
