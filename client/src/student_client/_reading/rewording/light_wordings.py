"""Many wordings of one question, with what is around it: patterns, each with its replacement."""

from __future__ import annotations

_EQUAL = r"(?:is|equals|is equal to|equals to|evaluates to|has the value)"
_NOUN = r"(?:integral|limit|sum|expression|product|determinant|derivative|series)"
WORDINGS: tuple[tuple[str, str], ...] = (
    (r"\b(can|could|would|will|do|should) u\b", r"\1 you"),
    (
        r"[^.?!]*?(?:\.{2,}|[,;-])? ?\b(?:no,? wait|wait,? no|scratch that|sorry,? i mean(?:t)?|i mean(?:t)?)\b[,:.]* ",
        " ",
    ),
    (
        rf"^(?:then )?(?P<what>(?:the )?(?:exact )?(?:value of )?(?:the )?(?:following |given |definite )*{_NOUN})(?:"
        rf" given| printed)?(?: below| above)? {_EQUAL}\s*[:=_?. ]*$",
        r"Find \g<what>.",
    ),
    (
        r"^(?:in|for) (?:the )?(?:following |next |given )?(?:exercises?|problems?|questions?)(?: below| that"
        r" follows?| \d+ ?(?:-|to|through) ?\d+)?,? (?=[a-z])",
        "",
    ),
    (r"\b(?:find|determine|calculate) (?:all )?(?:the )?possible values? of ([a-z])(?=\.|$)", r"find all values of \1"),
    (
        r"\b(write|express|give) (it|your answer|the answer|the result|the answer) as (?=a ?\+ ?b ?i\b)",
        r"\1 \2 in the form ",
    ),
    (
        r"\bwhere the (?:line|curve|graph|parabola|circle|two curves|curves|lines) (?:meets?|cross(?:es)?"
        r"|intersects?|cuts?) the (?:line|curve|graph|parabola|circle)\b",
        "the solutions of the system",
    ),
    (
        r"\bfind all (?:the )?(?:angles|numbers|solutions|values) (\\?[a-z]+|[α-ω]) (?=(?:between|in|with|for|from"
        r"|on)\b)",
        r"solve for \1 ",
    ),
    (r"\bat (?:a |the )?time(?: of)? (?=[a-z] ?= ?)", "at "),
    (
        r" (?:satisfying|that satisf(?:y|ies)|which satisf(?:y|ies)) (?:the|this) (?:given )?(?:equation"
        r"|inequality)(?=[.,?]|$)",
        "",
    ),
    (r"\brewrite (?=(?:the|this|it|as|in)\b)", "write "),
    (r"\bfind (?:them|both numbers|the (?:two )?numbers|these numbers)(?=\.|$)", "solve the system"),
    (r" \((?:all|find all|give all)(?: possible)? (?:pairs|solutions|values|roots)(?: \(?[a-z], ?[a-z]\)?)?\)", ""),
    (r",? or otherwise\b", ""),
    (r"\bhence or otherwise,? ?|\bhence,? ?|\bthus,? ?|\btherefore,? ?", ""),
    (r"\b(?:an |the )?expression for (?=\S)", ""),
    (r"\bcurve,? [A-Z]\b(?! ?[=(])", "curve"),
    (r"\bat the point,? [A-Z]\b,? (?=where|with|whose|at which)", "at the point "),
    (r"\bbetween (?:the )?(?:limits|bounds|ends|endpoints) (?=[a-z] ?=)", "between "),
    (
        r"\b(solve|find|determine|integrate|differentiate|evaluate|simplify|expand|factori[sz]e), ((?:for|on|over|in"
        r"|giving|correct|to|by|using|without|where|with)\b[^,.]+), ((?:the|this|each|these)\b[^,.?!]*)",
        r"\1 \3, \2",
    ),
    (r"(\\?[A-Za-z]+|[α-ω]) is (?:an )?acute(?: angle)?\b", r"0 < \1 < \\pi/2"),
    (r"(\\?[A-Za-z]+|[α-ω]) is (?:an )?obtuse(?: angle)?\b", r"\\pi/2 < \1 < \\pi"),
    (
        r"\b(?:re)?(?:write|express) (?:the |this |it )?(?:improper )?(?:integral )?as (?:a|the) limit(?: of (?:a )?"
        r"(?:proper |definite )?integrals?)?(?:,? (?:and|then))+ (?=evaluate|find|compute|calculate)",
        "",
    ),
    (
        r"\b(?:which|what) (?:values? of |numbers? )?(\\?[a-z]+) ((?:in|on|between|from) [^.?!]+? )?(?:satisf(?:y|ies)"
        r"|makes?|solves?) (?:this|it|the (?:equation|inequality))(?: true)?",
        r"solve for \1 \2",
    ),
    (r"\bof this (?:log|logarithm|quotient|product|root|power|sum)(?=[\s.,?!]|$)(?! of)", "of this function"),
    (
        r"\b(factor(?:i[sz]e)?)(?: (?:the|this) (?:polynomial|expression|function|cubic|quadratic|quartic))?"
        r" (?:completely |fully )?into\b",
        r"\1 into",
    ),
    (
        r"\b(?:the )?(?:(?:mixed|first|second|third|all|both|first-order|second-order|order) )*partials?(?:"
        r" derivatives?)?,? (?=[a-z]_\{?[a-z]{1,3}\}?)",
        "",
    ),
    (r"\bsolve for (?:the )?(?:exact |real )?values? of (?=\\?[a-z]+\b)", "solve for "),
    (
        r"\b(?:symmetric|diagonal|invertible|(?:upper |lower )?triangular|nonsingular|non-singular|orthogonal)"
        r" (?=matrix|matrices)",
        "",
    ),
    (
        r"\b(?:as a decimal,? )?(?:with|using) ((?:\d|two|three|four|five|six|seven|eight) (?:significant"
        r" (?:figures?|digits?)|decimal places?|decimals|digits after the decimal point))",
        r"correct to \1",
    ),
    (r",? (?:if|when|given that|where|for)\s*[:.]*$", ""),
    (r"\b(\d) ?(?:x|×|by|\\times) ?\1 (?=system|matrix|matrices|determinant)", ""),
)
"""Each is tried from the first to the last, before the remarks are left out and again at the end."""
AFTERWARDS: tuple[tuple[str, str], ...] = (
    (
        r"\b(?:on|in|over) (?:the )?(?:given|following|specified|indicated|stated) interval[.:,]? (?:(?:interval"
        r"|domain|range)\s*[:=] ?)(?=\S)",
        "for ",
    ),
)
"""Those that are tried only at the end, when a sentence is a sentence no more."""
