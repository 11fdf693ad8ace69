"""Wordings of lectures, each with its replacement in more usual words."""

from __future__ import annotations

_FIND = r"(?:find|compute|calculate|evaluate|determine|work out|what is|obtain|give|state|write down)"

_PUT = r"(?:put|bring|reduce|row[- ]reduce|transform|convert|rewrite|write|get)"
_THE = r"(?:it|(?:the|this)(?: (?:following|given))? matrix(?: [A-Z])?|[A-Z])"
_ECHELON = r"(?:(?:reduced |row[- ]reduced )?(?:row[- ])?echelon form|rref)"

RULES: tuple[tuple[str, str], ...] = (
    (r"^how (?:do|can|would|should) (?:i|we|you|one) (?=[a-z])", ""),
    # sums and products
    (r"\b(?:use|using|by) the method of differences,? ?(?:to )?", ""),
    (r"\btelescoping (?=product|sum|series)", ""),
    (
        r"(?:if|given that|since) the series (?:converges|is convergent), (?:to what value does it converge|what does"
        r" it converge to|to what does it converge|what is its (?:sum|value))",
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
    (r"\b(?:carry out|perform|do|apply) (?:row reduction|gauss(?:ian|-jordan) elimination) (?:on|to)\b", "row reduce"),
    (
        r",? where (?-i:I) is the (?:\d ?(?:x|×|by|\\times) ?\d )?(?:identity|unit) matrix(?: of (?:order|size) \d)?\b",
        "",
    ),
    (r"\beigen[- ](?=(?:value|vector|space)s?\b)", "eigen"),
    (r"\baugmented (?=matrix\b)", ""),
    (rf"\b{_PUT} {_THE} (?:in|into|to)(?: its| the| a)? (?={_ECHELON})", "find the "),
    (rf"^reduce {_THE}(?=[.,]|$)", "row reduce"),
    (r"\bnormali[sz]e (?:the )?(?:vector )?(?=\S+[.]?$)", "find a unit vector in the direction of "),
    (r"\b(?-i:[Nn]ul) ?\(? ?((?-i:[A-Z]))\b\)?", r"the null space of \1"),
    (r"\b(?-i:[Cc]ol) ?\(? ?((?-i:[A-Z]))\b\)?", r"the column space of \1"),
    (r"\b(?-i:[Kk]er) ?\(? ?((?-i:[A-Z]))\b\)?", r"the null space of \1"),
    (
        r",? and,? for each(?: one| eigenvalue| of them)?,? (?:find )?an? (?:corresponding |associated )?eigenvector\b",
        " and eigenvectors",
    ),
    # differential equations
    (r"^for the initial value problem (.+?), (?:determine|find) [a-z]\([a-z]\)", r"solve the initial value problem \1"),
    (r",? ?\(?(?:as )?(?:the )?complementary function (?:plus|and|\+) (?:the |a )?particular integral\)?", ""),
    # implicit and partial derivatives
    (
        r"\b(?:assume|suppose|given)(?: that)? ([a-z]) is (?:a |defined implicitly as a )?(?:differentiable )?function"
        r" of ([a-z])(?: (?:that is )?(?:defined|given) implicitly by (?:the )?(?:equation|relation)(?: below|"
        r" above)?)?[.,] ((?:find|determine|compute|obtain) d\1/d\2)",
        r"\3",
    ),
    (
        r"\bat what rate does ([A-Z]) change with respect to ([a-z])(?:,? (?:if|when|while) [a-z] is (?:held"
        r" )?(?:constant|fixed))?",
        r"find the derivative of \1 with respect to \2",
    ),
    # functions
    (
        r"\b(?:show|prove|verify|explain why) that (?:the function )?[fgh] is (?:invertible|one-to-one|bijective|a"
        r" bijection|injective)(?: and has an inverse)?,? (?:and )?(?:hence |then )?",
        "",
    ),
    (r"(?<![A-Za-z])([fgh]) ?o ?([fgh])(?![A-Za-z])", r"\1 \\circ \2"),
    (r"\bexpand and simplify (?=[fgh]\([fgh]\()", "find and simplify "),
    # points and intervals
    (
        rf"\b{_FIND} the y-coordinate of the point (?:on the (?:curve|graph) )?(?:where|with|at which|whose"
        r" x-coordinate is|for which) (?:x = ?)?(-?[\d\\/a-z{}]+)",
        r"find the value at x = \1",
    ),
    (r"\b(zeros|roots|solutions)(?: of the function| of the equation)? (?:which|that) lie (?=in|on|between)", r"\1 "),
    (
        r"\bwhat are (?:all )?the (positive|negative) (roots|solutions)(?: of (?:the equation|[^?]*=[^?]*))?\?",
        r"find the \1 \2.",
    ),
    # numbers
    # complex numbers
    (
        r"\|([a-z])\|, where \1 is the (?:quotient|product|complex number|number|expression)"
        r" (?:shown|given|printed)?(?: ?below| ?above)?(?=[.?]|$)",
        "the modulus of the complex number",
    ),
)
"""Each is tried from the first to the last, in capitals or not."""
