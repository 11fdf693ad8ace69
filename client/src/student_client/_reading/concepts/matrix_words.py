"""What books say of a matrix in several ways, each with the usual one: "has no inverse" is "is singular"."""

from __future__ import annotations

import re

_R = r"(?:\\mathbb ?\{? ?R ?\}?|ℝ|R(?= ?\^))(?: ?\^ ?\{?\w\}?|[²³⁴])?"
_MAP = r"(?:linear )?(?:map|mapping|transformation|operator|function)"
_ITS_MATRIX = (
    r"(?:,? ?(?:which|that) is|,? whose)? ?(?:represented|given|defined|described)? ?(?:by|with|has)?(?: the)?"
    r" ?(?:standard )?matrix"
)
_NAMED = r"(?:matrix(?: [A-Z]\b)?|[A-Z]\b)"
_OF = rf"(?: of (?:(?:the|this|its) )?{_NAMED})?"
_ZERO = r"(?:zero|0|equal to (?:zero|0))"
_HOMOGENEOUS = r"(?:of|to) (?:the (?:homogeneous )?(?:system|equation) )?[A-Z] ?[a-z] ?= ?(?:0|\\mathbf ?\{? ?0 ?\}?)"
_SOLUTIONS = rf"(?:solution space|set of (?:all )?solutions|all solutions|solutions) {_HOMOGENEOUS}"
_SINGULAR = "the matrix is singular"
_TABLE: tuple[tuple[str, str], ...] = (
    (r"\bThe (?=(?:\w+ )?(?:matrix|determinant|inverse)\b)", "the "),
    (rf",? (?:in|of) {_R}(?=[ ,.?]|$)", ""),
    (
        rf"\b(?:the |[aA] )?{_MAP},?(?: [A-Z]\b)? ?:? ?(?:from )?{_R} ?(?:\\to|\\rightarrow|→|to) ?{_R},?"
        rf"(?:{_ITS_MATRIX})?",
        "the matrix",
    ),
    (rf"\b(?:the |[aA] )?{_MAP}(?: [A-Z]\b)?{_ITS_MATRIX}", "the matrix"),
    (
        r"(?:,|;|:)? ?\(?(?:i\.e\.|that is(?: to say)?|in other words|or),? (?:for |of )?(?:the )?(?:dimension of"
        rf" (?:the|its) (?:null ?space|kernel)|{_SOLUTIONS})\)?",
        "",
    ),
    (rf",? the {_SOLUTIONS}", ""),
    (r"\\operatorname ?\{? ?(Nul|Col|Row|rank|det|tr)l? ?\}?", r"\\\1"),
    (
        rf"\b(?:the )?determinant{_OF} (?:(?:is|equals?|be|becomes?|to be|has the value) {_ZERO}\b|to vanish"
        r"|vanish(?:es)?)",
        _SINGULAR,
    ),
    (
        r"\b(?:the matrix|[A-Z]) (?:has|have|with|having) (?:a )?(?:zero determinant|determinant (?:equal to )?"
        r"(?:zero|0))",
        _SINGULAR,
    ),
    (r"(?:\\det ?\(? ?[A-Z] ?\)?|\|[A-Z]\|) ?= ?0", _SINGULAR),
    (rf"\b(?:the )?(?:columns|rows)(?: vectors)?{_OF} are linearly dependent", _SINGULAR),
    (rf"\b(?:the inverse{_OF}|[A-Z] ?\^ ?\{{?-1\}}?) (?:does not|fails to) exist", _SINGULAR),
    (
        rf"\b(?:which|that) (?:would )?makes? (?:the (?:given |following )?{_NAMED}|it)"
        r" (?=singular|non-?invertible|not)",
        "for which the matrix is ",
    ),
    (
        rf"\b(?:(?:the|this) (?:(?:following|given) )?(?:square )?{_NAMED}(?: below| above| given| shown)*|[A-Z])"
        r" (?:is |be |to be )?(?:singular|non-?invertible|not invertible|(?:fails?|failing) to (?:be invertible|have an"
        r" inverse)|(?:has|have|having) no inverse|(?:does )?not (?:have|possess) an inverse)",
        _SINGULAR,
    ),
    (
        rf"\b(?:is|are|does|do) (?:the )?(?:following |given )?(?:square )?{_NAMED} (?:is )?(?:singular|not invertible"
        r"|fail to be invertible|not have an inverse|have no inverse)",
        "is the matrix singular",
    ),
    (r"\b(?:the )?(?:two|three|both|possible|exact) (?=values?\b)", "the "),
    (
        r"\bthe (?:(?:real|positive|scalar|unknown) )?(?:constant|parameter|number|scalar)"
        r" (?=\\?[a-z]+\b)(?!product|multiple)",
        "",
    ),
    (r"\b(?:real )?numbers? (?=\\?[a-z]+ (?:is|does|for|make))", "values of "),
    (
        r",? (?:where|with|and|if) I (?:is|denotes|represents|stands for|being) (?:the )?(?:\d ?(?:×|x|\\times|by|-by-)"
        r" ?\d )?(?:identity|unit) matrix(?: of (?:order|size|dimension) (?:\d ?(?:×|x|\\times|by) ?)?\d)?",
        "",
    ),
)  # fmt: skip
_SAME = tuple((re.compile(pattern), said) for pattern, said in _TABLE)


def matrix_words(text: str) -> str:
    """Return the words about a matrix in the usual way.

    Args:
        text: the words with names in plain letters.

    >>> matrix_words("For what values of k does A have no inverse?")
    'For what values of k is the matrix singular?'
    """
    for pattern, said in _SAME:
        text = pattern.sub(said, text)
    return re.sub(r"\s+(?=[.,;?!])", "", re.sub(r"\s+", " ", text)).strip()
