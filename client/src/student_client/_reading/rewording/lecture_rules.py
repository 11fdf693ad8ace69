"""Wordings of lectures, each with its replacement in more usual words."""

from __future__ import annotations

_FIND = r"(?:find|compute|calculate|evaluate|determine|work out|what is|obtain|give|state|write down)"
_CURVES = (
    r"(?:ellipse|hyperbola|circle|parabola|lemniscate|astroid|cardioid|folium(?: of Descartes)?|cissoid|curve|relation)"
)

_PUT = r"(?:put|bring|reduce|row[- ]reduce|transform|convert|rewrite|write|get)"
_THE = r"(?:it|(?:the|this)(?: (?:following|given))? matrix(?: [A-Z])?|[A-Z])"
_ECHELON = r"(?:(?:reduced |row[- ]reduced )?(?:row[- ])?echelon form|rref)"
_SPACE = r"(?:null ?space|kernel|column ?space|row ?space|image|range)"
_SPANNING = r"a (?:linearly independent )?set of vectors (?:that|which) (?:spans?|generates?)"

RULES: tuple[tuple[str, str], ...] = (
    (r"^how (?:do|can|would|should) (?:i|we|you|one) (?=[a-z])", ""),
    # sums and products
    (r"\b(?:use|using|by) the method of differences,? ?(?:to )?", ""),
    (r"\btelescoping (?=product|sum|series)", ""),
    (
        r"(?:if|given that|since) the series (?:converges|is convergent), (?:to what value does it converge|what"
        r" does it"
        r" converge to|to what does it converge|what is its (?:sum|value))",
        "find the sum of the series",
    ),
    (
        r"\b(?:to what (?:value|number) does (?:the|this) (?:infinite )?series converge|what (?:value |number"
        r" )?does (?:the|this) (?:infinite )?series converge to"
        r"|find the (?:value|number) (?:to which|that) (?:the|this) (?:infinite )?series converges(?: to)?)",
        "find the sum of the series",
    ),
    (r",? ?\b(?:over|across) the (?:whole|entire) (?:real line|number line|real axis|x-axis)", ""),
    (
        r"^the sum \$?s_\{?n\}?(?: ?= ?.*)? is to be (?:expressed|written) (?:as a polynomial )?in(?: terms of)? n\."
        r" find (?:it|s_n)\b",
        "find the sum",
    ),
    (
        r"^is the (?:improper )?integral (?:convergent|divergent) or (?:convergent|divergent)\?",
        "evaluate the improper integral.",
    ),
    # matrices
    (r",? where [A-Z] and [A-Z] are (?:as )?(?:given|shown|defined|printed)(?: below| above)?(?=[.,?]|$)", ""),
    (
        r"\bfind the image of (?:the (?:vector|point) )?([a-z]) under (?:the (?:matrix|transformation) )?([A-Z])"
        r"(?:, (?:that is|i\.e\.),? (?:compute|find|calculate) \2\1)?(?=[.,]|$)",
        r"find \2\1",
    ),
    (
        r"\b(?:using|use|by|with) (?:elementary )?(?:row operations|row reduction|gauss(?:ian|-jordan) elimination|the"
        r" adjugate(?: matrix)?|cofactors),? ?(?:to )?",
        "",
    ),
    (
        r"\bexpand the determinant (?:along|about|by|down) (?:the )?(?:first|second|third|last) (?:row|column)"
        r"(?: and (?:give|find|state|hence find) its value)?",
        "find the determinant",
    ),
    (r"\b(of (?:the|this)(?: given)? matrix(?: [A-Z])?),? (?:given |shown |printed )?(?:below|above)\b", r"\1"),
    (r"\b(?:carry out|perform|do|apply) (?:row reduction|gauss(?:ian|-jordan) elimination) (?:on|to)\b", "row reduce"),
    (r"\bhow many (?:linearly )?independent (?:rows|columns) does\b(.*?) have\b", r"find the rank of\1"),
    (r"\bhow many pivots(?: positions)? does\b(.*?) have\b", r"find the rank of\1"),
    (r"\b(?:number of linearly independent (?:rows|columns)|(?:column|row) rank)\b", "rank"),
    (rf"\b{_SPANNING} (the {_SPACE}\b.*?) and (?:is|are) linearly independent\b", r"a basis for \1"),
    (
        rf"\b(?:a set of |the )?(?:linearly independent )?vectors that form a basis (?:for|of) (?={_SPACE}|the)",
        "a basis for ",
    ),
    (
        rf"\b(the {_SPACE}\b[^.]*)[.,;] (?:and )?(?:give|state|find|write down) a basis(?: for it| of it)?\b",
        r"a basis for \1",
    ),
    (
        r",? where (?-i:I) is the (?:\d ?(?:x|×|by|\\times) ?\d )?(?:identity|unit) matrix(?: of (?:order|size) \d)?\b",
        "",
    ),
    (r"\beigenpairs\b", "eigenvalues and eigenvectors"),
    (r"\beigen[- ](?=(?:value|vector|space)s?\b)", "eigen"),
    (r"\baugmented (?=matrix\b)", ""),
    (rf"\b{_PUT} {_THE} (?:in|into|to)(?: its| the| a)? (?={_ECHELON})", "find the "),
    (rf"^reduce {_THE}(?=[.,]|$)", "row reduce"),
    (r"\bnormali[sz]e (?:the )?(?:vector )?(?=\S+[.]?$)", "find a unit vector in the direction of "),
    (rf"\beigenvectors? (?:corresponding to|for|of) each (?:of the )?eigenvalues?(?: of {_THE})?", "eigenvectors"),
    (
        r"\bdim ?\(? ?(?P<space>(?-i:[Nn]ul|[Cc]ol|Row|[Kk]er)) ?\(? ?(?P<name>(?-i:[A-Z]))\b\)*",
        r"the dimension of \g<space> \g<name>",
    ),
    (rf",? by (?:first )?(?:reducing|row[- ]reducing|bringing) {_THE}(?: to(?: its| a)? {_ECHELON})?(?=[.,]|$)", ""),
    (r"\b(?-i:[Nn]ul) ?\(? ?((?-i:[A-Z]))\b\)?", r"the null space of \1"),
    (r"\b(?-i:[Cc]ol) ?\(? ?((?-i:[A-Z]))\b\)?", r"the column space of \1"),
    (r"\b(?-i:Row) ?\(? ?((?-i:[A-Z]))\b\)?", r"the row space of \1"),
    (r"\b(?-i:[Kk]er) ?\(? ?((?-i:[A-Z]))\b\)?", r"the null space of \1"),
    (
        r",? and,? for each(?: one| eigenvalue| of them)?,? (?:find )?an? (?:corresponding |associated )?eigenvector\b",
        " and eigenvectors",
    ),
    (
        r"\band an? (?:corresponding |associated )?eigenvector for each(?: one| eigenvalue| of them)?\b",
        "and eigenvectors",
    ),
    # differential equations
    (r"^for the initial value problem (.+?), (?:determine|find) [a-z]\([a-z]\)", r"solve the initial value problem \1"),
    (r",? ?\(?(?:as )?(?:the )?complementary function (?:plus|and|\+) (?:the |a )?particular integral\)?", ""),
    (r"\b(?:complete|full) solution(?= ?[.(]|$| of the (?:differential )?equation)", "general solution"),
    # implicit and partial derivatives
    (
        r"\bdifferentiate (?:implicitly|the equation implicitly|both sides)(?: with respect to [a-z])? to"
        r" (?:obtain|find|get) (?:the derivative )?",
        "find ",
    ),
    (rf"\bfor the {_CURVES} (?:below|given|shown|above|given below|with (?:the )?equation below), ", ""),
    (r"\bevaluate ([fghz]_\{?[a-z]{1,2}\}?) at (?:the point )?(\([^()]+\))", r"find \1\2"),
    (
        r"\b(?:assume|suppose|given)(?: that)? ([a-z]) is (?:a |defined implicitly as a )?(?:differentiable"
        r" )?function of ([a-z])"
        r"(?: (?:that is )?(?:defined|given) implicitly by (?:the )?(?:equation|relation)(?: below| above)?)?[.,] "
        r"((?:find|determine|compute|obtain) d\1/d\2)",
        r"\3",
    ),
    (
        r"\bat what rate does ([A-Z]) change with respect to ([a-z])(?:,? (?:if|when|while) [a-z] is (?:held"
        r" )?(?:constant|fixed))?",
        r"find the derivative of \1 with respect to \2",
    ),
    (
        r"(\\partial ?[a-z] ?/ ?\\partial ?([a-z])\$?),? (?:treating|holding|keeping|with) (?!(?:[a-z] and )?\2\b)[a-z]"
        r"(?: and [a-z])? (?:as constants?|constant|fixed)",
        r"\1",
    ),
    (r",? in terms of y and x(?=[.,]|$)", " in terms of x and y"),
    # functions
    (
        r"\b(?:show|prove|verify|explain why) that (?:the function )?[fgh] is"
        r" (?:invertible|one-to-one|bijective|a bijection|injective)(?: and has an inverse)?,? (?:and )?(?:hence"
        r" |then )?",
        "",
    ),
    (
        r"\b(?:given that|since|as|because) [fgh] is (?:one-to-one|invertible|bijective),"
        r" (?:obtain|find|give|state|write down|determine) (?:a |the )?"
        r"(?:formula|rule|expression) for (?:its|the) inverse(?: function)?",
        "find the inverse",
    ),
    (
        r"\b(obtain|find|give|state|write down|determine) (?:a |the |an )?(?:formula|rule|expression) for its"
        r" inverse\b",
        r"\1 the inverse",
    ),
    (r"(?<![A-Za-z])([fgh]) ?o ?([fgh])(?![A-Za-z])", r"\1 \\circ \2"),
    (r"\bexpand and simplify (?=[fgh]\([fgh]\()", "find and simplify "),
    # points and intervals
    (
        rf"\b{_FIND} the y-coordinate of the point (?:on the (?:curve|graph) )?(?:where|with|at which|whose"
        rf" x-coordinate is|for which)"
        r" (?:x = ?)?(-?[\d\\/a-z{}]+)",
        r"find the value at x = \1",
    ),
    (r"\b(zeros|roots|solutions)(?: of the function| of the equation)? (?:which|that) lie (?=in|on|between)", r"\1 "),
    (r"\bsolve(?: the equation)?,? (?:given that|where|if) ([a-z]) is positive(?=[.]|$)", r"solve for \1 where \1 > 0"),
    (r"\bsolve(?: the equation)?,? (?:given that|where|if) ([a-z]) is negative(?=[.]|$)", r"solve for \1 where \1 < 0"),
    (r"\bgiven that ([a-z]) is (positive), solve(?: the equation)?(?: for \1)?", r"solve for \1 where \1 > 0"),
    (r"\bgiven that ([a-z]) is (negative), solve(?: the equation)?(?: for \1)?", r"solve for \1 where \1 < 0"),
    (
        r"\bwhat are (?:all )?the (positive|negative) (roots|solutions)(?: of (?:the equation|[^?]*=[^?]*))?\?",
        r"find the \1 \2.",
    ),
    # numbers
    (r"\blog (?:to )?(?:the )?base (\d+) of (\d+)\b", r"\\log_{\1} \2"),
    # complex numbers
    (
        r"\|([a-z])\|, where \1 is the (?:quotient|product|complex number|number|expression)"
        r" (?:shown|given|printed)?(?: ?below| ?above)?(?=[.?]|$)",
        "the modulus of the complex number",
    ),
    (r"\b(?:use|using|by) de moivre's (?:theorem|formula),? ?(?:to )?", ""),
    (
        r",? where ([a-z]) is the (?:quotient|product|complex number|number|expression)"
        r" (?:shown|given|printed)?(?: ?below| ?above)?(?=[.?]|$)",
        "",
    ),
)
"""Each is tried from the first to the last, in capitals or not."""
