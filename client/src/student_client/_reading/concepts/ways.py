"""The ways to an answer that a question may name: rules, tests, substitutions."""

from __future__ import annotations

BY = (
    r"(?:by(?: means of| calculating| considering| making| first)?|us(?:e|ing)|with|appl(?:y|ying)|via|through|try"
    r"(?:ing)?|remember|recall|hint:?|from|method(?: of)?|take|clear(?:ing)?|isolat(?:e|ing)|multiply(?:ing)? by"
    r"|factor(?:ing)?)(?: (?:the|an?|any|some|suitable|appropriate|given|both|method of|techniques? of|value of|one"
    r"|each|single|all|out|natural|elementary))*"
)
"""Words of which one stands before a way."""
WAYS: dict[str, str] = {
    "derivative": r"(?:(?:chain|product|quotient|power|sum|constant multiple) (?:rule )?(?:and )?)+rules?|(?:implicit"
    r"|logarithmic) differentiation|rules? of differentiation|differentiation rules?|(?:limit |alternative )?"
    r"(?:definition|form)(?: of (?:the|a) derivative)?|first principles|or any other method(?: you like)?",
    "integral": r"integration by parts|parts|(?:trigonometric |[uw]-)?substitutions?|partial fractions|completing the"
    r" square|(?:fundamental )?theorem(?: of calculus)?|(?:trigonometric )?identit(?:y|ies)|long division|symmetry"
    r"|resolving the integrand into partial fractions|(?:disks?|discs?|washers?|shells?|cylindrical shells?)(?:"
    r" methods?)?|(?:(?:reversing|changing|interchanging|switching|swapping) )?the order of integration|(?:"
    r"(?:converting|changing|transforming|switching)(?: it| the integral)? to )?(?:polar|cylindrical|spherical)"
    r" coordinates|(?:areas?|(?:interpreting|considering) (?:it|the integral) (?:as|in terms of) (?:an )?areas?)"
    r"|geometry|antiderivatives?|hand",
    "limit": r"l'?h(?:[oô]|os)pital'?s?(?: rule)?(?:,? \(?(?:twice|repeatedly)\)?)?(?: as often as (?:needed"
    r"|necessary))?(?: to the indeterminate form(?: \\[dt]?frac ?\{0\} ?\{0\}| 0/0)?)?"
    r"|(?:squeeze|sandwich) theorem|conjugates?|factoring|rationali[sz]ing|highest power(?: in the denominator)?",
    "equation": r"factoring|factori[sz]ing|factori[sz]ation|quadratic formula|completing the square|substitution"
    r"|logarithms?(?: (?:of|on) both sides)?|(?:laws?|properties) of logarithms|square both sides|squaring(?: both"
    r" sides)?|both sides|denominators?|fractions?|brackets|radicals?|cross[- ]multiplication|inspection",
    "system": r"elimination|substitution|gaussian elimination|cramer's rule|matrices|comparison",
    "inequality": r"sign (?:chart|table|diagram|analysis)|critical (?:points?|values?|numbers?)|test points?|number"
    r" line",
    "notation": r"(?:in |using )?(?:interval|set) notation",
    "sum": r"partial fractions|telescoping|(?:(?:geometric )?(?:series )?|summation |standard |known )formula[es]?"
    r"|properties of (?:sums|summation|sigma notation)(?: and (?:known |standard )?formula[es]?)?|(?:method of"
    r" )?differences|(?:standard |known )?(?:results?|sums?)(?: for \x00sum\x00)?|mathematical induction|sigma"
    r" notation(?: rules)?|rules of sigma notation",
    "ode": r"finding (?:an|the) integrating factor|integrating factors?|separation of variables|separating(?: the)?"
    r" variables?|(?:characteristic|auxiliary) equation|(?:method of )?undetermined coefficients|variation of"
    r" parameters|laplace transforms?|substitution|integration|(?:complementary function|particular integral)(?: and "
    r"(?:an? )?particular integral)?|integrating(?: directly| twice| both sides)?",
    "table": r"tables?(?: of (?:laplace )?transforms)?|transform tables?|partial fractions|linearity|definition"
    r"|completing the square|(?:first |second )?shift(?:ing)? theorem|convolution(?: theorem)?|tables? of laplace"
    r" transforms",
    "matrix": r"(?:elementary |suitable )*row (?:operations?|reductions?)(?:,? to (?:reduce|bring|put|transform"
    r"|convert) (?:it|the (?:matrix|determinant)|\x00name\x00) (?:to|into|in) (?:an? )?(?:upper |lower )?(?:triangular"
    r"|row[- ]echelon|echelon|diagonal) (?:form|matrix)(?:,? and(?: hence| then)?)?)?|(?:(?:a )?(?:cofactor|laplace) "
    r"(?:method|expansion)|cofactors?|minors(?: and cofactors)?|expansion|expanding(?: it)?)(?: by (?:cofactors"
    r"|minors))?(?: (?:along|about|by|down|across|on|using|in terms of) (?:the |any |a |its )?(?:(?:first|second|third"
    r"|fourth|top|bottom|middle|last|left|right|suitable|appropriate|convenient) )?(?:rows?|columns?))?|gauss"
    r"(?:-jordan|ian)? (?:elimination|method|reduction)|gauss-jordan|determinant|characteristic (?:equation"
    r"|polynomial)|(?:rule|method|scheme) of sarrus|sarrus(?:'s?)?(?: (?:rule|scheme|method))?|adjugate|(?:classical"
    r" )?adjoint(?: (?:matrix|method|formula))?|as few [a-z]+ as possible|(?:repeated|matrix|direct) multiplication"
    r"|matrix algebra|augmenting (?:it |\x00name\x00 )?with the identity(?: matrix)?(?:,? and row[- ]reducing)?|row[-"
    r" ]reducing(?: the augmented matrix)?|reducing (?:it|the matrix|\x00name\x00) to (?:an? )?(?:reduced )?(?:upper"
    r" )?(?:row[- ])?(?:echelon|triangular) form|(?:properties|the definition) of determinants|diagonali[sz]ation",
    "series": r"(?:ratio|root|comparison|limit comparison|integral|p-series|divergence|nth[- ]term"
    r"|cauchy|convergence) tests?(?: for divergence)?",
    "area": r"mean[- ]value theorem(?: for (?:definite )?integrals)?|(?:definite )?integrals?|integration|(?:limit"
    r" )?definition(?: \(riemann sums\))?|limits? of riemann sums"
    r"|fundamental theorem(?: of calculus)?|antiderivatives?",
    "expansion": r"binomial (?:series|theorem|expansion|formula)|definition|known series|standard series",
    "discriminant": r"discriminant",
    "slopes": r"(?:compar(?:e|ing)|find(?:ing)?|look(?:ing)? at) (?:their |the )?(?:slopes|gradients)|(?:their"
    r" )?(?:slopes|gradients)",
    "definition": r"(?:limit )?definition(?: of continuity)?|one-sided limits|limits",
    "whole": r"(?:euclid(?:ean|'s)|division) algorithm|prime factori[sz]ations?|prime factors|factor trees?|repeated"
    r" division|(?:a )?venn diagrams?|listing (?:the )?(?:multiples|factors)|euclid's method",
    "count": r"formula(?: for (?:permutations|combinations))?|definition|factorials?|pascal's triangle",
    "vector": r"dot product|scalar product|cross product|vector product|determinants?|components?|pythagoras(?:'"
    r" theorem)?|definition",
    "inverse": r"(?:swapping|interchanging|switching|exchanging) (?:(?:\x00(?:letter|name)\x00|y) and"
    r" (?:\x00(?:letter|name)\x00|y)|the variables|variables)(?:,? and solving(?: for \x00name\x00)?)?",
    "shape": r"(?:sign of )?(?:first |second )?derivatives?(?: tests?)?|\x00(?:dy/dx|d2)\x00|sign (?:chart|table"
    r"|diagram|analysis)|calculus|differentiation|differentiating|completing the square",
    "limits": r"limits?|limits at infinity",
    "factor": r"(?:taking|pulling|factoring) out (?:(?:the|an?|any|greatest|highest) )*common (?:monomial )?factors?|"
    r"(?:ac|grouping|cross|trial and error|box|diamond) method|grouping|(?:difference|sum) of (?:two )?(?:squares"
    r"|cubes)|inspection|trial and error|(?:factor|rational root|rational zero) theorem|quadratic formula|(?:highest"
    r"|greatest) common factor|synthetic division|special products?",
    "log": r"(?:laws?|properties|rules?) of (?:natural )?log(?:arithm)?s?|log(?:arithm)? (?:laws?|rules?|properties)",
    "division": r"(?:(?:polynomial|algebraic|long|synthetic) )+division|division",
}
"""The ways to an answer, which are not things to be found: each must follow a word such as "using"."""
